import type { Controlled, Family, Line, Shown } from "@vitrine/publish";

/**
 * A stranger with pencil and paper: whole numbers, none below `low`, and every sum the reader of a document can write down. Shares no
 * code with what chose the figures to withhold. Slow and complete: it looks for whole tables.
 */
interface Unknowns {
  low: number[];
  high: number[];
  /** Sum of the unknowns at `plus`, less the one at `minus`, is `is`. */
  sums: { plus: number[]; minus?: number; is: number }[];
}

function settle(bounds: { low: number[]; high: number[] }, sums: Unknowns["sums"]): boolean {
  for (let changed = true; changed;) {
    changed = false;
    for (const { plus, minus, is } of sums) {
      const terms = [...plus.map((at) => ({ at, sign: 1 })), ...(minus === undefined ? [] : [{ at: minus, sign: -1 }])];
      const least = ({ at, sign }: (typeof terms)[number]) => (sign > 0 ? bounds.low[at]! : -bounds.high[at]!);
      const most = ({ at, sign }: (typeof terms)[number]) => (sign > 0 ? bounds.high[at]! : -bounds.low[at]!);
      const floor = terms.reduce((total, term) => total + least(term), 0);
      const ceiling = terms.reduce((total, term) => total + most(term), 0);
      if (is < floor || is > ceiling) return false;
      for (const term of terms) {
        const high = is - (floor - least(term));
        const low = is - (ceiling - most(term));
        const [from, to] = term.sign > 0 ? [low, high] : [-high, -low];
        if (from > bounds.low[term.at]!) {
          bounds.low[term.at] = from;
          changed = true;
        }
        if (to < bounds.high[term.at]!) {
          bounds.high[term.at] = to;
          changed = true;
        }
        if (bounds.low[term.at]! > bounds.high[term.at]!) return false;
      }
    }
  }
  return true;
}

/** Is there a whole table that agrees with all sums and has `value` there? */
function possible(unknowns: Unknowns, at: number, value: number): boolean {
  if (value < unknowns.low[at]! || value > unknowns.high[at]!) return false;
  const start = { low: [...unknowns.low], high: [...unknowns.high] };
  start.low[at] = start.high[at] = value;
  const search = (bounds: { low: number[]; high: number[] }): boolean => {
    if (!settle(bounds, unknowns.sums)) return false;
    let open = -1;
    for (const [cell, low] of bounds.low.entries()) {
      const room = bounds.high[cell]! - low;
      if (room > 0 && (open < 0 || room < bounds.high[open]! - bounds.low[open]!)) open = cell;
    }
    if (open < 0) return true;
    for (let guess = bounds.low[open]!; guess <= bounds.high[open]!; guess++) {
      const next = { low: [...bounds.low], high: [...bounds.high] };
      next.low[open] = next.high[open] = guess;
      if (search(next)) return true;
    }
    return false;
  };
  return search(start);
}

/** A withheld figure: what it really is, and how many values a reader must think possible (counted up to `enough`). */
export interface Guess {
  where: string;
  truth: number;
  values: number;
}

/**
 * What a reader can find out about every withheld figure. Where lines overlap the reader
 * is told the sums of their columns, which no document says, unless nothing of them is shown.
 */
export function attack(truth: Family, shown: Controlled, zeros: "withhold" | "publish", enough = 5): Guess[] {
  const unknowns: Unknowns = { low: [], high: [], sums: [] };
  const hidden: { where: string; truth: number; at: number }[] = [];
  const most = 400;
  const cell = (where: string, figure: Shown, real: number, low: number): { at?: number; is: number } => {
    if (figure !== "withheld") return { is: figure };
    unknowns.low.push(low);
    unknowns.high.push(most);
    hidden.push({ where, truth: real, at: unknowns.low.length - 1 });
    return { at: unknowns.low.length - 1, is: 0 };
  };
  const equal = (parts: { at?: number; is: number }[], total: { at?: number; is: number }) => {
    const plus = parts.flatMap(({ at }) => (at === undefined ? [] : [at]));
    const known = parts.reduce((sum, { is }) => sum + is, 0);
    unknowns.sums.push({ plus, is: total.is - known, ...(total.at === undefined ? {} : { minus: total.at }) });
  };
  const line = (where: string, figures: Line<Shown>, real: Line, low: number) => {
    const total = cell(`${where} total`, figures.total, real.total, 1);
    const parts = figures.parts.map((figure, part) => cell(`${where} part ${part}`, figure, real.parts[part]!, low));
    equal(parts, total);
    return [total, ...parts];
  };
  const whole = line("whole", shown.whole, truth.whole, zeros === "publish" ? 1 : 0);
  shown.splits.forEach((split, s) => {
    if (!split) return;
    const real = truth.splits[s]!;
    const lines = split.lines.map((figures, row) => line(`split ${s} line ${row}`, figures, real.lines[row]!, 0));
    if (!split.partition && split.lines.every((figures) => figures.total === "withheld")) return;
    whole.forEach((total, column) => {
      const sum = real.lines.reduce((people, { total: all, parts }) => people + [all, ...parts][column]!, 0);
      equal(
        lines.map((cells) => cells[column]!),
        split.partition ? total : { is: sum },
      );
    });
  });
  return hidden.map(({ where, truth: real, at }) => {
    let values = 0;
    for (let value = Math.max(0, real - enough); value <= real + enough && values < enough; value++)
      if (possible(unknowns, at, value)) values++;
    return { where, truth: real, values };
  });
}
