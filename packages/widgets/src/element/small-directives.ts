import type { Keyed } from "./small-lit.js";

/** The two directives of Lit that elements use, for `small-lit.ts`: a page without them does not load them. */

/** A property that a reader may have changed: it is compared with what stands there, not with what was set last. */
export const live = (value: unknown): object => ({ live: value });

export const repeat = <T>(items: readonly T[], key: (item: T, at: number) => unknown, draw: (item: T, at: number) => unknown): Keyed => ({
  keys: items.map(key),
  values: items.map(draw),
});
