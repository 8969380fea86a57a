import { readKerning } from "./kerning.js";

/** A glyph in units of its font, upwards from its origin: path data that begins at `from`, and where the pen is after it. */
export interface Glyph {
  path: string;
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
}

/** What a TrueType font says of its letters. Glyphs are numbers; 0 is the sign for a letter the font does not have. */
export interface FontFile {
  /** Units of one em. */
  units: number;
  /** Code points of the letters, each with its glyph. */
  glyphs: ReadonlyMap<number, number>;
  advance(glyph: number): number;
  /** Undefined for a glyph without ink. */
  outline(glyph: number): Glyph | undefined;
  /** What the second of two glyphs is moved by: the pairs of the font's own `kern` feature. */
  kern(left: number, right: number): number;
}

const list = <T>(length: number, item: (at: number) => T): T[] => Array.from({ length }, (_, at) => item(at));

/** @param bytes a whole TrueType file, as the OpenType specification has it */
export function readFont(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = list(view.getUint16(4), (at) => 12 + 16 * at);
  const table = (tag: string) => {
    const entry = names.find((at) => String.fromCharCode(...bytes.subarray(at, at + 4)) === tag);
    return entry === undefined ? undefined : view.getUint32(entry + 8);
  };
  const [head, hhea, hmtx, loca, glyf] = ["head", "hhea", "hmtx", "loca", "glyf"].map((tag) => table(tag)!) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const measured = view.getUint16(hhea + 34);
  const place =
    view.getUint16(head + 50) === 0
      ? (glyph: number) => 2 * view.getUint16(loca + 2 * glyph)
      : (glyph: number) => view.getUint32(loca + 4 * glyph);
  const outlines = new Map<number, Glyph | undefined>();
  const gpos = table("GPOS");
  const kern = gpos === undefined ? () => 0 : readKerning(view, gpos);
  const pairs = new Map<number, number>();
  return {
    units: view.getUint16(head + 18),
    glyphs: readCharacters(view, table("cmap")!),
    advance: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)),
    outline(glyph) {
      if (!outlines.has(glyph)) outlines.set(glyph, pathOf(contoursOf(view, (one) => [glyf + place(one), glyf + place(one + 1)], glyph)));
      return outlines.get(glyph);
    },
    kern(left, right) {
      const pair = left * 65536 + right;
      const known = pairs.get(pair) ?? kern(left, right);
      pairs.set(pair, known);
      return known;
    },
  };
}

/** `cmap`, format 12 or 4. */
function readCharacters(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const maps = list(view.getUint16(cmap + 2), (at) => cmap + view.getUint32(cmap + 8 + 8 * at));
  const wide = maps.find((at) => view.getUint16(at) === 12);
  if (wide !== undefined) {
    for (let at = wide + 16; at < wide + 16 + 12 * view.getUint32(wide + 12); at += 12)
      for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++)
        glyphs.set(point, view.getUint32(at + 8) + point - view.getUint32(at));
    return glyphs;
  }
  const narrow = maps.find((at) => view.getUint16(at) === 4)!;
  const size = view.getUint16(narrow + 6);
  for (let at = narrow + 14; at < narrow + 14 + size; at += 2) {
    const [first, last] = [view.getUint16(at + size + 2), view.getUint16(at)];
    const [delta, offset] = [view.getUint16(at + 2 * size + 2), view.getUint16(at + 3 * size + 2)];
    for (let point = first; point <= last && point < 0xffff; point++) {
      const found = offset === 0 ? point : view.getUint16(at + 3 * size + 2 + offset + 2 * (point - first));
      if (found !== 0) glyphs.set(point, (found + delta) & 0xffff);
    }
  }
  return glyphs;
}

interface Point {
  x: number;
  y: number;
  on: boolean;
}

/** `glyf`: the closed lines of a glyph, those of its parts included. */
function contoursOf(view: DataView, place: (glyph: number) => readonly [from: number, to: number], glyph: number): Point[][] {
  const [start, end] = place(glyph);
  if (start === end) return [];
  const count = view.getInt16(start);
  if (count < 0)
    return partsOf(view, start + 10).flatMap(({ glyph: part, dx, dy, a, b, c, d }) =>
      contoursOf(view, place, part).map((contour) =>
        contour.map(({ x, y, on }) => ({ x: Math.round(a * x + c * y + dx), y: Math.round(b * x + d * y + dy), on })),
      ),
    );
  const ends = list(count, (at) => view.getUint16(start + 10 + 2 * at));
  const length = ends.at(-1)! + 1;
  let at = start + 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < length) {
    const flag = view.getUint8(at++);
    flags.push(flag);
    if (flag & 8) flags.push(...list(view.getUint8(at++), () => flag));
  }
  const along = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) value += view.getInt16((at += 2) - 2);
      return value;
    });
  };
  const [xs, ys] = [along(2, 16), along(4, 32)];
  return ends.map((last, contour) => {
    const first = contour === 0 ? 0 : ends[contour - 1]! + 1;
    return list(last + 1 - first, (point) => ({ x: xs[first + point]!, y: ys[first + point]!, on: (flags[first + point]! & 1) === 1 }));
  });
}

/** The parts of a glyph made of others, each with its matrix. */
function partsOf(view: DataView, at: number): { glyph: number; dx: number; dy: number; a: number; b: number; c: number; d: number }[] {
  const [flags, glyph] = [view.getUint16(at), view.getUint16(at + 2)];
  const words = (flags & 1) === 1;
  const read = words ? (from: number) => view.getInt16(from) : (from: number) => view.getInt8(from);
  // Parts that are put together point on point are not to be had in the fonts we ship.
  const [dx, dy] = flags & 2 ? [read(at + 4), read(at + (words ? 6 : 5))] : [0, 0];
  let next = at + (words ? 8 : 6);
  const factor = () => view.getInt16((next += 2) - 2) / 16384;
  let [a, b, c, d] = [1, 0, 0, 1];
  if (flags & 8) a = d = factor();
  else if (flags & 64) [a, d] = [factor(), factor()];
  else if (flags & 128) [a, b, c, d] = [factor(), factor(), factor(), factor()];
  return [{ glyph, dx, dy, a, b, c, d }, ...(flags & 32 ? partsOf(view, next) : [])];
}

const middle = (one: Point, two: Point): Point => ({ x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, on: true });

/** Closed lines as relative path data: the same text wherever a glyph stands. */
function pathOf(contours: Point[][]): Glyph | undefined {
  let path = "";
  let from: Point | undefined;
  let pen: Point = { x: 0, y: 0, on: true };
  for (const points of contours) {
    if (points.length < 2) continue;
    const begin = points.findIndex(({ on }) => on);
    const start = begin < 0 ? middle(points[0]!, points.at(-1)!) : points[begin]!;
    const rest = begin < 0 ? points : [...points.slice(begin + 1), ...points.slice(0, begin)];
    if (from) path += `m${start.x - pen.x} ${start.y - pen.y}`;
    from ??= start;
    pen = start;
    const step = ({ x, y }: Point) => `${x - pen.x} ${y - pen.y}`;
    for (const [at, point] of rest.entries()) {
      // A curve has brought the pen to its end already.
      if (point === pen) continue;
      const after = rest[at + 1] ?? start;
      const end = point.on ? point : after.on ? after : middle(point, after);
      path += point.on ? `l${step(end)}` : `q${step(point)} ${step(end)}`;
      pen = end;
    }
    path += "z";
    pen = start;
  }
  return from && { path, from: [from.x, from.y], to: [pen.x, pen.y] };
}
