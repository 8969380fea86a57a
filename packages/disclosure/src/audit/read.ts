import {
  isAbsence,
  isBand,
  isExact,
  isRange,
  isRounded,
  kinds,
  type Facts,
  type Figure,
  type Path,
  type VitrineDocument,
} from "@vitrine/contract";
import type { ShareOf } from "../system.js";

/** One figure about people as a reader sees it. */
export interface Read {
  /** JSON path, for people. */
  path: string;
  figure: Figure;
  low: number;
  high: number;
}

/** A document as cells and sums by name, from its text alone. A name is the path of a figure with ids in place of positions: it stays the same when rows come or go. */
export interface Reading {
  document: VitrineDocument;
  cells: Map<string, Read>;
  sums: { total: string; parts: string[] }[];
  shares: ShareOf<string>[];
}

/** Where a half is rounded to: a document does not say, and a reader may know. */
export type Halves = "either" | "up" | "down";

/** Smallest and largest whole number a figure can be by its own words. */
function ends(figure: Figure, halves: Halves): [low: number, high: number] {
  if (isExact(figure)) return [figure, figure];
  if (isRange(figure)) return [figure.min, figure.max];
  if (isRounded(figure)) {
    const [low, high] = [Math.ceil(figure.value - figure.nearest / 2), Math.floor(figure.value + figure.nearest / 2)];
    const isHalf = figure.nearest % 2 === 0;
    return [Math.max(0, isHalf && halves === "down" ? low + 1 : low), isHalf && halves === "up" ? high - 1 : high];
  }
  return figure === "not-applicable" ? [0, 0] : [0, Infinity];
}

/** Not a word for a figure that nobody collected. */
const isCounted = (figure: Figure) => figure === "withheld" || !isAbsence(figure);
const keyOf = (path: Path) => path.join("/");

/** Names figures by ids: lists of rows by the ids of their rows, columns by the ids in the column beside them. */
function namer({ ids }: Facts): (path: Path) => string {
  const lists = new Map(ids.map(({ path, ids: names }) => [keyOf(path), names]));
  return (path) =>
    path
      .map((step, at) => {
        if (typeof step === "string") return step;
        const names = lists.get(keyOf(path.slice(0, at))) ?? lists.get(keyOf([...path.slice(0, Math.max(0, at - 1)), "id"]));
        return names?.[step] ?? step;
      })
      .join("/");
}

/** Whether a document has rounded counts, so that it makes a difference where halves go. */
export const hasRounded = ({ cells }: Reading): boolean => [...cells.values()].some(({ figure }) => isRounded(figure));

/** @throws when the document's kind is none this library reads */
export function read(document: VitrineDocument, halves: Halves = "either"): Reading {
  const kind = kinds.find(({ schema }) => schema === document.schema);
  if (!kind) throw new Error(`No kind "${document.schema}" is known.`);
  const facts = kind.facts(document);
  const nameOf = namer(facts);
  const cells: Reading["cells"] = new Map();
  const cell = (path: Path, figure: Figure): string => {
    const name = nameOf(path);
    if (cells.has(name)) return name;
    const [low, high] = ends(figure, halves);
    cells.set(name, { path: `$${path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("")}`, figure, low, high });
    return name;
  };
  for (const { path, figure } of facts.people) if (isCounted(figure)) cell(path, figure);
  const sums: Reading["sums"] = [];
  for (const { total, parts } of facts.sums) {
    // A figure nobody collected says nothing of the others: the sum does not hold for a reader.
    if (![total, ...parts].every(({ figure }) => isCounted(figure) || figure === "not-applicable")) continue;
    sums.push({ total: cell(total.path, total.figure), parts: parts.map(({ path, figure }) => cell(path, figure)) });
  }
  const shares: Reading["shares"] = [];
  for (const { figure, base, numerator } of facts.rates) {
    if (figure === undefined || isAbsence(figure)) continue;
    const [from, to] = isBand(figure)
      ? [figure.from, figure.to]
      : isRounded(figure)
        ? [figure.value - figure.nearest / 2, figure.value + figure.nearest / 2]
        : [];
    const [over, under] = [cells.get(nameOf(numerator.path)), cells.get(nameOf(base.path))];
    if (from === undefined || to === undefined || !over || !under || over.low === over.high) continue;
    shares.push({
      numerator: nameOf(numerator.path),
      base: nameOf(base.path),
      from: Math.max(0, from),
      to: Math.min(100, to),
      closed: to >= 100 || isRounded(figure),
    });
  }
  return { document, cells, sums, shares };
}
