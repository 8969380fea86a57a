import type { VitrineDocument } from "@vitrine/contract";
import { dimensions, splitsOf, type Dimension, type Split, type Value } from "./split.js";

/** What a reader chose. */
export type Filter = Partial<Record<Dimension, Value>>;

/**
 * Why a filter has no effect on a document: it is not split that way; it is, and does not have this value; or only what is left after
 * another filter is not split again.
 */
export interface Miss {
  dimension: Dimension;
  why: "unsplit" | "absent" | "crossed";
}
export interface Picked<D = VitrineDocument> {
  document: D;
  /** What the document is narrowed to. */
  only: Value[];
  misses: Miss[];
}

/** The menus of these documents. A value of which no document tells a figure is in none, whatever the reason; one value alone is no choice. */
export function menusOf(splits: readonly Split[]): { dimension: Dimension; values: Value[] }[] {
  return dimensions.flatMap((dimension) => {
    const values = new Map<string, Value>();
    for (const split of splits)
      if (split.dimension === dimension) for (const value of split.values) if (!values.has(value.id)) values.set(value.id, value);
    const list = [...values.values()];
    // Years that come from several documents have an order of their own.
    return list.length > 1 ? [{ dimension, values: dimension === "year" ? list.sort((a, b) => (a.id < b.id ? -1 : 1)) : list }] : [];
  });
}

/** A document that speaks of nothing else than what was chosen. */
const isWhole = ({ period, scope }: VitrineDocument, dimension: Dimension, { id, name }: Value): boolean =>
  dimension === "year" ? period.label === name : dimension === "place" && scope.id === id;

/** Picks out of a document what the filter says. Every figure of the result is one of the document's own. */
export function pick(document: VitrineDocument, filter: Filter, groups?: Dimension): Picked {
  const before = new Set(splitsOf(document, groups).map(({ dimension }) => dimension));
  const only: Value[] = [];
  const misses: Miss[] = [];
  let now = document;
  for (const dimension of dimensions) {
    const value = filter[dimension];
    if (!value) continue;
    const splits = splitsOf(now, groups).filter((split) => split.dimension === dimension);
    const taken = splits.map((split) => split.take(value.id)).find((part) => part);
    if (taken) {
      now = taken;
      only.push(value);
    } else if (!isWhole(document, dimension, value))
      misses.push({ dimension, why: splits.length > 0 ? "absent" : before.has(dimension) ? "crossed" : "unsplit" });
  }
  return { document: now, only, misses };
}
