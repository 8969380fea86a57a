import { isSmall, type Act, type Control, type Controlled, type Family, type Line, type Policy, type Shown, type Split } from "./control.js";

/** A reader must be left with at least so many possible values of a small count (privacy policy, 3). */
const leastValues = 5;

/**
 * Fails closed until real disclosure control takes its place: it shows less than it might, never more.
 *
 * - The whole: a small total withholds everything. Small parts are withheld together with others, until what is
 *   withheld leaves enough possible values.
 * - A split of a whole of which anything is withheld is withheld entirely.
 * - Otherwise, a line with a small figure has all its parts withheld, and its total where that is small. More lines follow until
 *   the bounds that known sums of lines and columns give (Fréchet's) leave enough values; if that never happens, the split goes.
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
  const none = (part: number) => shown.parts[part] === 0;
  const lines = split.lines.map((line) => ({ total: "withheld" as const, parts: line.parts.map((_, part) => (none(part) ? 0 : ("withheld" as const))) }));
  return { partition: split.partition, lines };
}

function controlSplit(split: Split, whole: Line, policy: Policy): Split<Shown> | undefined {
  const { lines } = split;
  const rows = lines.map((_, row) => row);
  const closed = new Set(rows.filter((row) => isSmall(lines[row]!.total, policy)));
  const hidden = new Set(rows.filter((row) => closed.has(row) || lines[row]!.parts.some((part) => isSmall(part, policy))));
  if (hidden.size === 0) return split;
  const bySize = [...rows].sort((a, b) => lines[a]!.total - lines[b]!.total || a - b);
  const grow = (set: Set<number>) => {
    const next = bySize.find((row) => !set.has(row));
    if (next !== undefined) hidden.add(next) && set.add(next);
    return next !== undefined;
  };
  const totals = () => sum([...closed].map((row) => lines[row]!.total));
  while (closed.size === 1 || (closed.size > 1 && totals() - closed.size + 1 < leastValues)) if (!grow(closed)) return closeSplit(split, whole, whole);
  const none = (part: number) => policy.zeros === "publish" && [...hidden].every((row) => lines[row]!.parts[part] === 0);
  const roomy = () => {
    const parts = whole.parts.map((_, part) => part).filter((part) => !none(part));
    return hasRoom([...hidden].map((row) => ({ closed: closed.has(row), line: lines[row]! })), parts);
  };
  while (!roomy()) if (!grow(hidden)) return closeSplit(split, whole, whole);
  return {
    partition: split.partition,
    lines: lines.map((line, row) => ({
      total: closed.has(row) ? "withheld" : line.total,
      parts: hidden.has(row) ? line.parts.map((_, part) => (none(part) ? 0 : "withheld")) : line.parts,
    })),
  };
}

/**
 * Does each withheld part keep enough possible values for a reader who knows the sums of the columns, the totals that are shown
 * and the sum of those that are not? The lines with withheld totals count as one line, whose people may be spread over them freely.
 */
function hasRoom(rows: { closed: boolean; line: Line }[], parts: number[]): boolean {
  if (rows.length < 2) return false;
  const columns = parts.map((part) => sum(rows.map(({ line }) => line.parts[part]!)));
  const all = sum(columns);
  const closed = rows.filter((row) => row.closed);
  const spread = sum(closed.map(({ line }) => line.total)) - closed.length + 1;
  return columns.every(
    (column) =>
      (closed.length === 0 || Math.min(spread, column) >= leastValues) &&
      rows.every(
        (row) => row.closed || Math.min(row.line.total, column) - Math.max(0, row.line.total + column - all) + 1 >= leastValues,
      ),
  );
}
