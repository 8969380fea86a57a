import {
  isSmall,
  type Act,
  type Control,
  type Controlled,
  type Family,
  type Line,
  type Policy,
  type Shown,
  type Split,
} from "./control.js";

/** A reader must be left with at least so many possible values of a small count (privacy policy, 3). */
const leastValues = 5;

/**
 * Fails closed until real disclosure control takes its place: it shows less than it might, never more.
 *
 * - The whole: a small total withholds everything. Small parts are withheld together with others, until what is
 *   withheld leaves enough possible values.
 * - A split of a whole of which anything is withheld is withheld entirely.
 * - Otherwise, a line with a small total is withheld entirely; of a line with a small part that part and the last ones are. More parts
 *   and lines follow until the bounds that known sums of lines and columns give (Fréchet's) leave enough values; if that never
 *   happens, the split goes.
 * - Lines that share people are shown all or not at all.
 */
export const stopgap: Control = {
  name: "fail-closed stopgap",
  family: controlFamily,
  single: (count, policy) => (isSmall(count, policy) ? "withheld" : count),
};

function controlFamily(family: Family, policy: Policy): Controlled {
  const acts: Act[] = [];
  const whole = controlWhole(family.whole, policy);
  note(acts, 0, [family.whole], [whole], policy);
  const open = whole.total !== "withheld" && whole.parts.every((part) => part !== "withheld");
  const splits = family.splits.map((split, position) => {
    const shown = open ? controlSplit(split, family.whole, policy) : closeSplit(split, family.whole, whole);
    if (!shown) acts.push({ rule: "left-out", table: position + 1, figures: split.lines.length * (family.whole.parts.length + 1) });
    else if (shown.lines.every((line) => line.total === "withheld"))
      acts.push({ rule: "whole-withheld", table: position + 1, figures: shown.lines.length * (family.whole.parts.length + 1) });
    else note(acts, position + 1, split.lines, shown.lines, policy);
    return shown;
  });
  return { whole, splits, acts };
}

function note(acts: Act[], table: number, lines: Line[], shown: Line<Shown>[], policy: Policy) {
  const figures = { small: 0, "to-protect": 0 };
  lines.forEach((line, row) =>
    [line.total, ...line.parts].forEach((count, column) => {
      const figure = column === 0 ? shown[row]!.total : shown[row]!.parts[column - 1];
      if (figure === "withheld") figures[isSmall(count, policy) ? "small" : "to-protect"]++;
    }),
  );
  for (const rule of ["small", "to-protect"] as const) if (figures[rule] > 0) acts.push({ rule, table, figures: figures[rule] });
}

const hideAll = (line: Line): Line<Shown> => ({ total: "withheld", parts: line.parts.map(() => "withheld" as const) });
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Parts are given up from the last to the first: the order does not depend on the counts. */
function controlWhole(line: Line, policy: Policy): Line<Shown> {
  if (isSmall(line.total, policy)) return hideAll(line);
  const least = policy.zeros === "withhold" ? 0 : 1;
  const hidden = new Set(line.parts.flatMap((count, part) => (isSmall(count, policy) ? [part] : [])));
  if (hidden.size === 0) return line;
  const enough = () => hidden.size > 1 && sum([...hidden].map((part) => line.parts[part]!)) - hidden.size * least + 1 >= leastValues;
  for (let part = line.parts.length - 1; part >= 0 && !enough(); part--) if (line.parts[part]! >= least) hidden.add(part);
  if (!enough()) return hideAll(line);
  return { total: line.total, parts: line.parts.map((count, part) => (hidden.has(part) ? "withheld" : count)) };
}

/** Every figure withheld, unless that alone tells too much: how many lines there are says how many people there are at least. */
function closeSplit(split: Split, whole: Line, shown: Line<Shown>): Split<Shown> | undefined {
  if (split.lines.length === 1) return { partition: split.partition, lines: [shown] };
  if (shown.total === "withheld" || whole.total - split.lines.length + 1 < leastValues) return undefined;
  const none = (part: number) => shown.parts[part] === 0 && split.lines.every((line) => line.parts[part] === 0);
  const lines = split.lines.map((line) => ({
    total: "withheld" as const,
    parts: line.parts.map((_, part) => (none(part) ? 0 : ("withheld" as const))),
  }));
  return { partition: split.partition, lines };
}

/** A choice of what to withhold of a split. */
interface Choice {
  /** Lines of which even the total is withheld. */
  closed: ReadonlySet<number>;
  /** Lines of which parts are withheld, the closed ones among them. */
  rows: ReadonlySet<number>;
  /** Parts withheld in those lines. Closed lines have all parts withheld. */
  parts: ReadonlySet<number>;
}

function controlSplit(split: Split, whole: Line, policy: Policy): Split<Shown> | undefined {
  if (!split.partition) return controlOverlap(split, whole, policy);
  const { lines } = split;
  const small = lines.map((line) => line.parts.flatMap((count, part) => (isSmall(count, policy) ? [part] : [])));
  const closed = new Set(lines.flatMap((line, row) => (isSmall(line.total, policy) ? [row] : [])));
  const rows = new Set(lines.flatMap((_, row) => (closed.has(row) || small[row]!.length > 0 ? [row] : [])));
  if (rows.size === 0) return split;
  const bySize = [...lines.keys()].sort((a, b) => lines[a]!.total - lines[b]!.total || a - b);
  const next = (set: ReadonlySet<number>) => bySize.find((row) => !set.has(row));
  const spread = () => sum([...closed].map((row) => lines[row]!.total)) - closed.size + 1;
  while (closed.size === 1 || (closed.size > 0 && spread() < leastValues)) {
    const row = next(closed);
    if (row === undefined) return closeSplit(split, whole, whole);
    closed.add(row);
    rows.add(row);
  }
  const parts = new Set([...rows].flatMap((row) => (closed.has(row) ? [] : small[row]!)));
  // The last parts are given up first, so that those who met the bar stay visible longest; then more lines.
  for (let last = whole.parts.length - 1; last >= 0; last--) {
    parts.add(last);
    const more = new Set(rows);
    for (let row: number | undefined = -1; row !== undefined; row = next(more), row !== undefined && more.add(row))
      if (hasRoom(lines, { closed, rows: more, parts }, policy)) return withhold(split, { closed, rows: more, parts }, policy);
  }
  return closeSplit(split, whole, whole);
}

/**
 * Lines that share people: what remains of the whole beside a line, and how many people are in several lines, are counts too. The split
 * is shown when none of all these is small.
 */
function controlOverlap(split: Split, whole: Line, policy: Policy): Split<Shown> | undefined {
  const few = (count: number) => count > 0 && count < policy.threshold;
  const twice = sum(split.lines.map((line) => line.total)) - whole.total;
  const fine = split.lines.every((line) => {
    const figures = [line.total, ...line.parts];
    const rests = [whole.total - line.total, ...whole.parts.map((count, part) => count - line.parts[part]!)];
    return !figures.some((count) => isSmall(count, policy)) && !rests.some(few);
  });
  return fine && !few(twice) ? split : closeSplit(split, whole, whole);
}

/** A part nobody is in, in all lines where it would be withheld, is a zero that a reader can work out: it may be shown, or not at all. */
const nobody = (lines: Line[], { closed, rows, parts }: Choice, part: number) =>
  [...(parts.has(part) ? rows : closed)].every((row) => lines[row]!.parts[part] === 0);

function withhold({ partition, lines }: Split, choice: Choice, policy: Policy): Split<Shown> {
  const zero = (part: number) => policy.zeros === "publish" && nobody(lines, choice, part);
  const hides = (row: number, part: number) => choice.rows.has(row) && (choice.parts.has(part) || choice.closed.has(row)) && !zero(part);
  const shown = lines.map((line, row) => ({
    total: choice.closed.has(row) ? ("withheld" as const) : line.total,
    parts: line.parts.map((count, part) => (hides(row, part) ? ("withheld" as const) : count)),
  }));
  return { partition, lines: shown };
}

/**
 * Does each withheld figure keep enough possible values, for a reader who knows the sums of the columns and the totals that are shown?
 * Closed lines count as one line whose sum is known: their people may be spread over them freely, at least one in each.
 */
function hasRoom(lines: Line[], choice: Choice, policy: Policy): boolean {
  const { closed, rows, parts } = choice;
  const zero = (part: number) => policy.zeros === "publish" && nobody(lines, choice, part);
  const inside = [...parts].filter((part) => !zero(part));
  const open = [...rows].filter((row) => !closed.has(row)).map((row) => sum(inside.map((part) => lines[row]!.parts[part]!)));
  const of = (set: ReadonlySet<number>, part: number) => sum([...set].map((row) => lines[row]!.parts[part]!));
  const spare = Math.max(0, closed.size - 1);
  const free = sum(inside.map((part) => of(closed, part)));
  const all = sum(open) + free;
  const columns = inside.map((part) => of(rows, part));
  if (open.length > 0 && (inside.length < 2 || rows.size < 2)) return false;
  if (closed.size > 0) {
    const outside = lines[0]!.parts.flatMap((_, part) => (parts.has(part) || zero(part) ? [] : [of(closed, part)]));
    if (
      outside.some((column) => column - spare < leastValues) ||
      columns.some((column) => Math.min(free - spare, column - spare) < leastValues)
    )
      return false;
  }
  return open.every((total) => columns.every((column) => Math.min(total, column) - Math.max(0, total + column - all) + 1 >= leastValues));
}
