import { isBand, isExact, isRange, isRounded, kinds, type Facts, type Figure, type Path, type VitrineDocument } from "@vitrine/contract";
import type { Published, Sum } from "../system.js";
import { audit } from "./audit.js";

/** What an attack on published documents found. Paths name figures; no value is ever told. */
export interface DocumentAudit {
  documents: number;
  /** Figures that count people. */
  figures: number;
  /** Of these, figures that are not exact numbers. */
  open: number;
  /** Fewest possible values of a withheld figure; Infinity when nothing is withheld. A lower bound where the search stopped at the demand. */
  narrowest: number;
  /** Figures a reader can work out too closely, by document and path. */
  narrow: { id: string; path: string; values: number }[];
  /** Documents whose figures contradict each other. */
  contradictory: string[];
}

/** Possible values every withheld figure must keep (privacy policy, 3: required interval). */
export const requiredValues = 5;

const factsOf = (document: VitrineDocument): Facts => kinds.find(({ schema }) => schema === document.schema)!.facts(document);
const keyOf = (path: Path) => path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");

/** Smallest and largest whole number a figure can be by its own words. */
function ends(figure: Figure): [number, number] | undefined {
  if (isExact(figure)) return [figure, figure];
  if (isRange(figure)) return [figure.min, figure.max];
  if (isRounded(figure)) return [Math.max(0, Math.ceil(figure.value - figure.nearest / 2)), Math.floor(figure.value + figure.nearest / 2)];
  if (figure === "not-applicable") return [0, 0];
  return [0, Infinity];
}

/** One document as cells and sums, from its text alone. */
function publishedOf(facts: Facts): { published: Published; paths: string[] } {
  const paths: string[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const cells = new Map<string, number>();
  const cell = (path: Path, figure: Figure): number => {
    const key = keyOf(path);
    const known = cells.get(key);
    if (known !== undefined) return known;
    const [from, to] = ends(figure) ?? [0, Infinity];
    cells.set(key, paths.length);
    paths.push(`$${key}`);
    low.push(from);
    high.push(to);
    return paths.length - 1;
  };
  const protectedCell = (figure: Figure) => figure === "withheld" || !(typeof figure === "string");
  for (const { path, figure } of facts.people) if (protectedCell(figure)) cell(path, figure);
  const sums: Sum[] = [];
  for (const { total, parts } of facts.sums) {
    // A figure nobody collected says nothing of the others: the sum does not hold for a reader.
    if (![total, ...parts].every(({ figure }) => protectedCell(figure) || figure === "not-applicable")) continue;
    sums.push({ total: cell(total.path, total.figure), parts: parts.map(({ path, figure }) => cell(path, figure)) });
  }
  for (const { figure, base, numerator } of facts.rates) {
    if (figure === undefined || !isBand(figure) || !isExact(base.figure)) continue;
    const at = cells.get(keyOf(numerator.path));
    if (at === undefined || low[at] === high[at]) continue;
    low[at] = Math.max(low[at]!, Math.ceil((figure.from * base.figure) / 100));
    high[at] = Math.min(high[at]!, figure.to === 100 ? base.figure : Math.ceil((figure.to * base.figure) / 100) - 1);
  }
  return { published: { low, high, sums }, paths };
}

/**
 * Attacks published documents with nothing but their text (privacy policy, 7).
 * @param values possible values every withheld figure must keep
 */
export async function auditDocuments(documents: readonly VitrineDocument[], values: number = requiredValues): Promise<DocumentAudit> {
  const result: DocumentAudit = { documents: documents.length, figures: 0, open: 0, narrowest: Infinity, narrow: [], contradictory: [] };
  for (const document of documents) {
    const { published, paths } = publishedOf(factsOf(document));
    const found = await audit(published, values);
    result.figures += found.cells;
    result.open += found.open;
    result.narrowest = Math.min(result.narrowest, found.narrowest);
    if (!found.consistent) result.contradictory.push(document.id);
    else result.narrow.push(...found.narrow.map(({ cell, values: left }) => ({ id: document.id, path: paths[cell]!, values: left })));
  }
  return result;
}
