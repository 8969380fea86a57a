import { limits } from "./limits.js";

/** Of lists of whole numbers that {@link copyColumn} made, the greatest. */
export const greatest = new WeakMap<readonly unknown[], number>();

// Each of these is a loop over a column and nothing else: a browser compiles a small one at once, and it is most of what checking a long table takes.

function copyWholes(from: readonly unknown[], to: unknown[]): boolean {
  let most = 0;
  for (let at = 0; at < to.length; at++) {
    const cell = from[at];
    if (typeof cell !== "number") return false;
    // Beyond any number that counts something; it makes -0 a plain 0.
    const whole = cell & 0x3fffffff;
    if (whole !== cell) return false;
    if (whole > most) most = whole;
    to[at] = whole;
  }
  greatest.set(to, most);
  return true;
}

function copyTexts(from: readonly unknown[], to: unknown[]): boolean {
  for (let at = 0; at < to.length; at++) {
    const cell = from[at];
    if (typeof cell !== "string" || cell.length > limits.text) return false;
    to[at] = cell;
  }
  return true;
}

/** A copy of a list of whole numbers, or of texts within the limit; nothing of a list of anything else. */
export function copyColumn(list: readonly unknown[]): unknown[] | undefined {
  const to = Array<unknown>(list.length);
  return copyWholes(list, to) || copyTexts(list, to) ? to : undefined;
}

/** In order, and so none twice: what a set of 100,000 ids would find out in a hundred times the time. */
export function ascends(ids: readonly string[]): boolean {
  for (let at = 1; at < ids.length; at++) if (!(ids[at - 1]! < ids[at]!)) return false;
  return true;
}
