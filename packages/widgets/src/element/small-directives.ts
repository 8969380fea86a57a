import { clear, firstOf, show, type Held } from "./small-lit.js";

/** The two directives of Lit that elements use, for `small-lit.ts`: a page without them does not load them. */

/** A property that a reader may have changed: it is compared with what stands there, not with what was set last. */
export const live = (value: unknown): object => ({ live: value });

/** The keys of lists that are shown. */
const keysOf = new WeakMap<object, readonly unknown[]>();

/** A list whose items keep their nodes by key, wherever they move. */
class Keyed {
  constructor(
    readonly keys: readonly unknown[],
    readonly values: readonly unknown[],
  ) {}

  show(held: Held, after: ChildNode): Held {
    const was = Array.isArray(held) ? held : [];
    const before = keysOf.get(was) ?? [];
    if (!before.length) clear(held, after);
    // What is gone, from the last to the first; then the rest in the same order: what stands where it should is not touched, and keeps its focus.
    let next = after;
    const left: number[] = [];
    for (let at = before.length; at--;)
      if (this.keys.includes(before[at])) {
        left.unshift(at);
        next = firstOf(was[at]) ?? next;
      } else clear(was[at], next);
    const items: Held[] = [];
    next = after;
    for (let at = this.keys.length; at--;) {
      const from = before.indexOf(this.keys[at]);
      const place = left.indexOf(from);
      if (place >= 0 && place < left.length - 1) {
        const end = firstOf(left.slice(place + 1).map((other) => was[other])) ?? next;
        for (let node = firstOf(was[from]); node && node !== end;) {
          const moved = node;
          node = node.nextSibling;
          next.before(moved);
        }
      }
      if (place >= 0) left.splice(place, 1);
      items[at] = show(was[from], this.values[at], next);
      next = firstOf(items[at]) ?? next;
    }
    keysOf.set(items, this.keys);
    return items;
  }
}

export const repeat = <T>(items: readonly T[], key: (item: T, at: number) => unknown, draw: (item: T, at: number) => unknown): object =>
  new Keyed(items.map(key), items.map(draw));
