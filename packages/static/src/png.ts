import { constants, crc32, deflateSync } from "node:zlib";

/** Pixels as a rasteriser gives them: red, green, blue and opacity, one byte each, row by row. */
export interface Pixels {
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** A palette has room for so many colours. */
const room = 256;
/** A picture of more colours is a photograph or a gradient: nothing that a palette is good for. */
const mostColours = 1 << 13;
/** A colour of more than this part of a picture is a surface that a reader sees, and stays as it is. Others are edges, blends of two surfaces. */
const surface = 1 / 2000;
/** How far the colour of an edge may move in each channel, of 255: tried in this order until there is room. */
const moves = [0, 3, 7, 11];

interface Runs {
  /** Colours in the order they come, as 32-bit numbers. */
  colours: number[];
  /** How many pixels each colour has. */
  counts: number[];
  /** Index of the colour of each run of pixels, and where the run ends; none goes on into the next row. */
  of: number[];
  ends: number[];
}

/** The runs of one colour in a picture; undefined when colours are too many, or can be seen through. */
function runsOf(pixels: Int32Array, width: number): Runs | undefined {
  const slots = new Uint16Array(mostColours * 4);
  const [colours, counts, of, ends]: number[][] = [[], [], [], []];
  for (let start = 0, end = 0, row = 0; start < pixels.length; start = end) {
    if (start === row) row += width;
    const colour = pixels[start]!;
    while (end < row && pixels[end] === colour) end++;
    let slot = Math.imul(colour, 0x9e3779b1) >>> 17;
    while (slots[slot] !== 0 && colours![slots[slot]! - 1] !== colour) slot = (slot + 1) % slots.length;
    if (slots[slot] === 0) {
      if (colour >>> 24 !== 255 || colours!.length === mostColours) return undefined;
      slots[slot] = colours!.push(colour);
      counts!.push(0);
    }
    const index = slots[slot]! - 1;
    counts![index]! += end - start;
    of!.push(index);
    ends!.push(end);
  }
  return { colours: colours!, counts: counts!, of: of!, ends: ends! };
}

/** The largest difference of two colours in one channel. */
function distance(one: number, two: number): number {
  let most = 0;
  for (let bits = 0; bits < 24; bits += 8) most = Math.max(most, Math.abs(((one >>> bits) & 255) - ((two >>> bits) & 255)));
  return most;
}

/** Indexes of the colours, the most frequent first. */
const byCount = ({ colours, counts }: Runs): number[] =>
  colours.map((_, index) => index).sort((one, two) => counts[two]! - counts[one]! || colours[one]! - colours[two]!);

/** A palette, and the entry in it of each colour. Edges join the most frequent colour that is no further than `move`; undefined without room. */
function paletteOf(
  { colours, counts, ends }: Runs,
  order: readonly number[],
  move: number,
): { palette: number[]; entries: Uint8Array } | undefined {
  const least = ends.at(-1)! * surface;
  const palette: number[] = [];
  const entries = new Uint8Array(colours.length);
  for (const index of order) {
    const colour = colours[index]!;
    const joins = move === 0 || counts[index]! > least ? -1 : palette.findIndex((other) => distance(colour, other) <= move);
    if (joins < 0 && palette.length === room) return undefined;
    entries[index] = joins < 0 ? palette.push(colour) - 1 : joins;
  }
  return { palette, entries };
}

/** The palette that moves colours least. */
function leastMoved(runs: Runs) {
  const order = byCount(runs);
  for (const move of moves) {
    const found = paletteOf(runs, order, move);
    if (found) return found;
  }
  return undefined;
}

function chunk(name: string, content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length);
  bytes.write(name, 4, "latin1");
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), content.length + 8);
  return bytes;
}

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const header = (width: number, height: number): Buffer => {
  const bytes = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  bytes.writeUInt32BE(width);
  bytes.writeUInt32BE(height, 4);
  return bytes;
};

/**
 * A PNG with a palette: half the bytes of one with full colours, in a fraction of the time. Exact for up to 256 colours; of more, only edges move, by
 * at most 11 of 255 in each channel. Undefined for what needs its full colours: gradients, photographs, anything that can be seen through.
 * The same pixels give the same bytes.
 * @param close looks for more than runs of one colour: four times as long, for a sixth of the bytes and more
 */
export function palettePng({ pixels, width, height }: Pixels, close = false): Uint8Array | undefined {
  const runs = runsOf(new Int32Array(pixels.buffer, pixels.byteOffset, width * height), width);
  const reduced = runs && leastMoved(runs);
  if (!reduced) return undefined;
  const palette = Buffer.from(reduced.palette.flatMap((colour) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255]));
  const rows = Buffer.alloc((width + 1) * height);
  let start = 0;
  // Each row begins with its filter, which is none.
  let at = 0;
  for (let run = 0; run < runs.ends.length; run++) {
    if (start % width === 0) at++;
    const end = runs.ends[run]!;
    const entry = reduced.entries[runs.of[run]!]!;
    if (end - start > 32) rows.fill(entry, at, at + end - start);
    else for (let pixel = 0; pixel < end - start; pixel++) rows[at + pixel] = entry;
    at += end - start;
    start = end;
  }
  // Runs of one colour are nearly all there is to find in a drawing.
  const data = deflateSync(rows, close ? {} : { strategy: constants.Z_RLE });
  return Buffer.concat([
    signature,
    chunk("IHDR", header(width, height)),
    chunk("PLTE", palette),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
