import { inventoryStates, type InventoryDocument, type InventoryItem, type InventoryState } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { lineBox, mirrorBox, mirrorLine, type Box, type Line } from "../core/text.js";
import { byArea, isOutdated, stateText, studentsText, validText, type InventoryView } from "./describe.js";

/** One entry: what is written, and a sign for each column. */
export interface Entry {
  key: string;
  item: InventoryItem;
  lines: Line[];
  signs: { state: InventoryState; box: Box }[];
}

/** Every number of the picture, in CSS pixels. */
export interface InventoryPlaces {
  width: number;
  height: number;
  /** Validity, headings, names of columns. */
  lines: Line[];
  /** Around the words that it may be out of date. */
  tag?: Box;
  /** Thin lines between entries. */
  rules: Box[];
  legend: { state: InventoryState; box: Box; line: Line }[];
  entries: Entry[];
}

const heading: Face = { size: 16, weight: "semibold" };
const strong: Face = { size: 14, weight: "semibold" };
const small: Face = { size: 12 };
const sign = 14;
/** No name of an entry gets less room than this beside its signs. */
const leastName = 200;
const leastColumn = 52;
const mostColumn = 84;
/** Beyond, an eye would lose the way from a name to its signs. */
const widestName = 560;
const narrowest = 280;
const gap = 32;

export function placeInventory(document: InventoryDocument, frame: Frame, view?: InventoryView): InventoryPlaces {
  const { width, say } = frame;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const places: InventoryPlaces = { width, height: 0, lines: [], rules: [], legend: [], entries: [] };
  let y = placeHead(document, frame, places, isOutdated(document, view), padding, inner);
  const heads = document.columns.length > 1 ? placeHeads(document, frame, inner) : undefined;
  if (heads) {
    y = placeLegend(document, frame, places, padding, y, inner);
    if (heads.key) {
      const block: Block = { x: padding, y: y - 8, width: inner };
      write(places.lines, heads.key, small, block, frame, { tone: "quiet" });
      y = block.y + 12;
    }
  }
  const areas = byArea(document);
  const columns = heads ? heads.beside : Math.max(1, Math.min(3, areas.length, Math.floor((inner + gap) / (narrowest + gap))));
  const wide = Math.min(
    (inner - gap * (columns - 1)) / columns,
    heads?.cell ? widestName + heads.cell * document.columns.length : Infinity,
  );
  for (let first = 0; first < areas.length; first += columns) {
    const ends = areas.slice(first, first + columns).map(({ area, items }, at) => {
      const block: Block = { x: padding + at * (wide + gap), y, width: wide };
      const text = say.words.inventory.area[area];
      if (heads) placeRows(text, heads, items, block, frame, places);
      else {
        write(places.lines, text, heading, block, frame);
        block.y += 8;
        for (const item of items) placeEntry(item, block, frame, places);
      }
      return block.y;
    });
    y = Math.max(...ends) + 12;
  }
  places.height = Math.ceil(y - (areas.length > 0 ? 12 : 0) + padding);
  return say.direction === "rtl" ? mirror(places) : places;
}

/** A column of text that grows downwards. */
interface Block {
  x: number;
  y: number;
  width: number;
}

function write(into: Line[], text: string | undefined, face: Face, block: Block, frame: Frame, more: Partial<Line> = {}, indent = 0) {
  if (!text) return;
  const leading = Math.round(face.size * 0.65) * 2;
  for (const line of wrap(text, block.width - indent, face, frame.font)) {
    block.y += leading;
    into.push({ ...face, text: line, x: block.x + indent, y: block.y - Math.round(leading * 0.25), ...more });
  }
}

/** The date and until when it is valid come first: what follows is only as true as they are. */
function placeHead(
  document: InventoryDocument,
  frame: Frame,
  places: InventoryPlaces,
  outdated: boolean,
  x: number,
  width: number,
): number {
  const words = frame.say.words.inventory;
  const block: Block = { x, y: x, width };
  if (outdated) {
    const from = block.y;
    block.y += 5;
    write(places.lines, words.outdated, { size: 14, weight: "semibold" }, { ...block, x: x + 10, width: width - 20 }, frame);
    const texts = places.lines;
    const wide = Math.max(...texts.map((line) => textWidth(line.text, line, frame.font)));
    const high = texts.length * 18 + 10;
    places.tag = { x, y: from, width: Math.min(width, wide + 20), height: high };
    block.y = from + high + 4;
  }
  write(places.lines, validText(document, frame.say), { size: 12, weight: "semibold" }, block, frame);
  if (document.items.length > 0) write(places.lines, words.noJudgement, small, block, frame, { tone: "quiet" });
  return block.y + 16;
}

/** The signs that are used, with their words. */
function placeLegend(
  { items }: InventoryDocument,
  { say, font }: Frame,
  places: InventoryPlaces,
  left: number,
  top: number,
  width: number,
): number {
  const used = new Set(items.flatMap(({ cells }) => cells));
  let [x, y] = [left, top];
  for (const state of inventoryStates) {
    if (!used.has(state)) continue;
    const text = state === "not-applicable" ? say.words.absenceSaid[state] : stateText(state, say);
    const wide = sign + 6 + textWidth(text, small, font);
    if (x > left && x + wide > left + width) [x, y] = [left, y + 20];
    places.legend.push({
      state,
      box: { x, y, width: sign, height: sign },
      line: { ...small, text, x: x + sign + 6, y: y + 11, tone: "quiet" },
    });
    x += wide + 18;
  }
  return used.size > 0 ? y + 20 + 12 : top;
}

const extras = (item: InventoryItem, { say }: Frame): [text: string | undefined, tone?: Line["tone"]][] => [
  [item.detail],
  [studentsText(item, say)],
  [item.saidOn && say.words.inventory.saidOn(say.day(item.saidOn)), "quiet"],
];

/** An entry of the school as a whole: its sign, its name, and its state in words. */
function placeEntry(item: InventoryItem, block: Block, frame: Frame, places: InventoryPlaces): void {
  const [state] = item.cells;
  const indent = state ? sign + 8 : 0;
  const entry: Entry = {
    key: item.id,
    item,
    lines: [],
    signs: state ? [{ state, box: { x: block.x, y: block.y + 2, width: sign, height: sign } }] : [],
  };
  write(entry.lines, item.name, strong, block, frame, {}, indent);
  if (state)
    write(
      entry.lines,
      state === "not-applicable" ? frame.say.words.absenceSaid[state] : stateText(state, frame.say),
      small,
      block,
      frame,
      {},
      indent,
    );
  for (const [text, tone] of extras(item, frame)) write(entry.lines, text, small, block, frame, { tone: tone ?? "quiet" }, indent);
  places.entries.push(entry);
  block.y += 12;
}

/** How the columns are named, and how wide they are. */
interface Heads {
  /** Blocks of rows side by side. */
  beside: number;
  /** Width of a column beside the names; nothing where the signs stand under them. */
  cell?: number;
  names: string[][];
  /** What the numbers of the columns stand for, where names have no room. */
  key?: string;
}

function placeHeads({ columns }: InventoryDocument, { say, font }: Frame, width: number): Heads {
  const count = columns.length;
  const widest = Math.max(...columns.map(({ name }) => textWidth(name, small, font)));
  const cell = Math.max(leastColumn, Math.min(widest, mostColumn) + 12);
  const fits = (room: number) => room - count * cell >= leastName;
  const beside = fits((width - gap) / 2) ? 2 : 1;
  const found = fits(width) ? { beside, cell } : { beside };
  const names = columns.map(({ name }) => wrap(name, (found.cell ?? width / count) - 8, small, font));
  const isWhole = (name: string, lines: string[]) => lines.join(" ") === name.trim().replace(/[ \t\n]+/g, " ");
  if (columns.every(({ name }, at) => isWhole(name, names[at]!))) return { ...found, names };
  const number = (at: number) => say.number(at + 1);
  return {
    ...found,
    names: columns.map((_, at) => [number(at)]),
    key: columns.map(({ name }, at) => `${number(at)}\u00a0${name.replaceAll(" ", "\u00a0")}`).join("  "),
  };
}

/** An area as rows with a sign for each column: beside the name where there is room, else under it. */
function placeRows(
  title: string,
  { cell, names }: Heads,
  items: InventoryItem[],
  block: Block,
  frame: Frame,
  places: InventoryPlaces,
): void {
  const each = cell ?? block.width / names.length;
  const first = cell === undefined ? block.x : block.x + block.width - cell * names.length;
  const middle = (at: number) => first + each * (at + 0.5);
  const signed = items.some(({ cells }) => cells.length > 0);
  const high = signed ? Math.max(...names.map(({ length }) => length)) * 16 : 0;
  const side: Block = { ...block, width: cell === undefined || !signed ? block.width : first - block.x - 12 };
  write(places.lines, title, heading, side, frame);
  const bottom = cell === undefined ? side.y + high : Math.max(side.y, block.y + high);
  if (signed)
    names.forEach((lines, at) =>
      lines.forEach((text, line) =>
        places.lines.push({
          ...small,
          text,
          x: middle(at),
          y: bottom - 4 - (lines.length - 1 - line) * 16,
          anchor: "middle",
          tone: "quiet",
        }),
      ),
    );
  block.y = bottom + 4;
  for (const item of items) {
    places.rules.push({ x: block.x, y: block.y, width: block.width, height: 1 });
    block.y += 8;
    const top = block.y;
    const text: Block = { x: block.x, y: top, width: cell === undefined || item.cells.length === 0 ? block.width : first - block.x - 16 };
    const entry: Entry = { key: item.id, item, lines: [], signs: [] };
    write(entry.lines, item.name, strong, text, frame);
    for (const [more, tone] of extras(item, frame)) write(entry.lines, more, small, text, frame, { tone: tone ?? "quiet" });
    const signTop = cell === undefined ? text.y + 6 : top + 2;
    entry.signs = item.cells.map((state, at) => ({ state, box: { x: middle(at) - sign / 2, y: signTop, width: sign, height: sign } }));
    places.entries.push(entry);
    block.y = Math.max(text.y, item.cells.length > 0 ? signTop + sign : top) + 8;
  }
}

/** The same picture from right to left. */
function mirror(places: InventoryPlaces): InventoryPlaces {
  const { width, tag } = places;
  const line = (it: Line) => mirrorLine(it, width);
  const box = (it: Box) => mirrorBox(it, width);
  const signed = <S extends { box: Box }>(it: S): S => ({ ...it, box: box(it.box) });
  return {
    ...places,
    lines: places.lines.map(line),
    ...(tag && { tag: box(tag) }),
    rules: places.rules.map(box),
    legend: places.legend.map((one) => ({ ...signed(one), line: line(one.line) })),
    entries: places.entries.map((entry) => ({ ...entry, lines: entry.lines.map(line), signs: entry.signs.map(signed) })),
  };
}

/** The room that every text of the picture takes, for tests. */
export const inventoryTextBoxes = ({ lines, legend, entries }: InventoryPlaces, frame: Frame): (Box & { text: string })[] =>
  [...lines, ...legend.map(({ line }) => line), ...entries.flatMap((entry) => entry.lines)].map((line) => ({
    ...lineBox(line, frame.font),
    text: line.text,
  }));
