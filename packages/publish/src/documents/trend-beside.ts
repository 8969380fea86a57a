import type { TrendDocument } from "@vitrine/contract";
import type { KnownSum, Named } from "@vitrine/disclosure";
import type { Act, Addition, At, Control, Count, Line, Policy, Shown } from "../control/control.js";
import { isSmall } from "../control/control.js";
import type { Facts } from "../control/facts.js";
import type { Joined, Telling, Told, Way } from "./beside.js";
import { everybody } from "./beside.js";

/** What a trend counts at one point of one line: all of them; of a share those who are part. */
export interface Point {
  base: number;
  part: number;
}

/** A trend's numbers, line by line: the line of all first, then the groups. */
export interface Lines {
  kind: "count" | "share" | "mean";
  times: readonly string[];
  /** Whether the line of all is told. */
  all: boolean;
  ids: readonly string[];
  points: readonly (readonly (Point | undefined)[])[];
  /** How many different people each line has, and how many of them at any point in time. */
  people: readonly { all: number; dated: number }[];
}

/** One of its counts. Those that no figure tells follow from others: who is in a line at any time, or at no other. */
interface Cell extends Count {
  figure: string;
  implied?: true;
  line: number;
}

/** A trend as counts and sums. */
export interface TrendSystem {
  cells: readonly Cell[];
  sums: readonly Addition[];
  /** Of each line and point its base and, of a share, those who are part and those who are not. */
  at: ReadonlyMap<string, readonly number[]>;
  /** Of each line everybody who is in it. */
  over: readonly (number | undefined)[];
}

const costs = { all: 3, group: 1 };
const key = (line: number, point: number) => `${line} ${point}`;

/** @returns nothing where somebody stands in two groups at one time: what these have in common is then a count of its own */
export function systemOf({ kind, times, all, ids, points, people }: Lines, facts: Facts): TrendSystem | undefined {
  const cells: Cell[] = [];
  const sums: Addition[] = [];
  const at = new Map<string, number[]>();
  const nameOf = (line: number) => (line === 0 ? "all" : `groups/${ids[line - 1]!}`);
  const add = (figure: string, count: number, line: number, implied = false, least?: number) =>
    cells.push({
      least,
      figure,
      count,
      line,
      cost: implied ? 0 : line === 0 ? costs.all : costs.group,
      fact: implied ? undefined : facts(figure),
      ...(implied && { implied: true as const }),
    }) - 1;
  for (const [line, row] of points.entries()) {
    if (line === 0 && !all) continue;
    for (const [point, of] of row.entries()) {
      // Nobody is in a group that is empty.
      if (!of || of.base === 0) continue;
      const name = `${nameOf(line)}/${kind === "count" ? "count" : "base"}/${times[point]!}`;
      // A point of a line stands there because somebody does.
      const base = add(name, of.base, line, false, 1);
      if (kind !== "share") at.set(key(line, point), [base]);
      else {
        const part = add(`${nameOf(line)}/count/${times[point]!}`, of.part, line);
        const others = add(`${nameOf(line)}/count/${times[point]!}/others`, of.base - of.part, line);
        at.set(key(line, point), [base, part, others]);
        sums.push({ total: base, parts: [part, others] });
      }
    }
  }
  const groups = ids.map((_, group) => group + 1);
  for (const point of times.keys()) {
    const inGroups = groups.flatMap((line) => points[line]![point] ?? []).reduce((sum, { base }) => sum + base, 0);
    if (groups.length > 0 && inGroups !== (points[0]![point]?.base ?? 0)) return undefined;
    const whole = at.get(key(0, point));
    const parts = groups.flatMap((line) => {
      const found = at.get(key(line, point));
      return found ? [found] : [];
    });
    if (groups.length > 0) whole?.forEach((total, column) => sums.push({ total, parts: parts.map((cell) => cell[column]!) }));
  }
  const over = points.map((row, line): number | undefined => {
    const { all: everyone, dated } = people[line]!;
    if (everyone === 0) return undefined;
    const total = add(`${nameOf(line)}/people`, everyone, line, true);
    if (line === 0 && !all) return total;
    const told = row.flatMap((_, point) => {
      const [base] = at.get(key(line, point)) ?? [];
      return base === undefined ? [] : [{ base, point }];
    });
    const beside = (parts: readonly number[], name: string) => {
      const rest = everyone - parts.reduce((sum, one) => sum + cells[one]!.count, 0);
      sums.push({ total, parts: rest === 0 ? parts : [...parts, add(`${nameOf(line)}/${name}`, rest, line, true)] });
    };
    if (told.reduce((sum, { base }) => sum + cells[base]!.count, 0) === dated)
      beside(
        told.map(({ base }) => base),
        "undated",
      );
    else for (const { base, point } of told) beside([base], `rest/${times[point]!}`);
    return total;
  });
  const lines = groups.flatMap((line) => over[line] ?? []);
  const sum = lines.reduce((count, one) => count + cells[one]!.count, 0);
  if (over[0] !== undefined && lines.length > 0 && sum === cells[over[0]]!.count) sums.push({ total: over[0], parts: lines });
  return { cells, sums, at, over };
}

/** How rows fall into a trend's lines and points. @param when SQL for the first day of a row's point in time @param group for its group */
export function waysOf({ times, all, ids }: Lines, { at, over }: TrendSystem, when: string, group: { sql: string } | undefined): Way[] {
  const one = (cell: number | undefined) => (cell === undefined ? [] : [cell]);
  const base = (line: number, point: number) => one(at.get(key(line, point))?.[0]);
  return [
    { ...everybody, lines: [one(over[0])] },
    ...(all ? [{ sql: `coalesce(${when}, '')`, groups: times, lines: times.map((_, point) => base(0, point)) }] : []),
    ...(group
      ? [
          { sql: group.sql, groups: ids, lines: ids.map((_, line) => one(over[line + 1])) },
          {
            sql: `concat(coalesce(${when}, ''), ' ', ${group.sql})`,
            groups: times.flatMap((time) => ids.map((id) => `${time} ${id}`)),
            lines: times.flatMap((_, point) => ids.map((__, line) => base(line + 1, point))),
          },
        ]
      : []),
  ];
}

/** The additions that the document's own sums do not say, by name. */
export const sumsOf = ({ cells, sums }: TrendSystem, document: string): KnownSum[] =>
  sums.flatMap(({ total, parts }) => {
    if (![total, ...parts].some((one) => cells[one]!.implied)) return [];
    const named = (one: number): Named => ({ document, figure: cells[one]!.figure });
    return [{ total: named(total), parts: parts.map(named) }];
  });

/** What may be told of a trend's people beside what others tell of them: lines as they are, else the line of all, else nothing. */
export async function protectBeside(
  { cells, sums }: TrendSystem,
  { besides }: Joined,
  policy: Policy,
  control: Control,
): Promise<{ shown: Shown[]; acts: { rule: Act["rule"]; figures: number }[] }> {
  const number = (at: At) => (typeof at === "number" ? cells.length + at : at[1]);
  const all = [...sums, ...besides.sums.map(({ total, parts }) => ({ total: number(total), parts: parts.map(number) }))];
  const withGroups = (hidden: boolean) =>
    cells.map((cell): Count => (hidden && cell.line > 0 && !cell.implied ? { ...cell, before: "withhold" } : cell));
  const shown =
    (await control.system([...cells, ...besides.counts], all, policy)) ??
    (await control.system([...withGroups(true), ...besides.counts], all, policy)) ??
    cells.map(() => "withheld" as const);
  const hidden = cells.filter(({ implied }, at) => !implied && shown[at] === "withheld");
  const small = hidden.filter(({ count }) => isSmall(count, policy)).length;
  const acts = [
    { rule: "small" as const, figures: small },
    { rule: "to-protect" as const, figures: hidden.length - small },
  ];
  return { shown: shown.slice(0, cells.length), acts: acts.filter(({ figures }) => figures > 0) };
}

/** What is shown of one point of one line. */
export function shownAt({ at }: TrendSystem, shown: readonly Shown[], line: number, point: number, of: Point): Line<Shown> {
  const found = at.get(key(line, point));
  return found ? { total: shown[found[0]!]!, parts: found.slice(1).map((one) => shown[one]!) } : { total: of.base, parts: [of.part, 0] };
}

/** What the document tells, for others that count the same people. */
export function tellingOf(system: TrendSystem, ways: readonly Way[], { all, groups, times, measure }: TrendDocument): Telling {
  const told: Told[] = system.cells.map(({ figure, count, implied }) => ({
    figure,
    count,
    shown: "withheld",
    ...(implied && { implied }),
  }));
  const exact = (figure: unknown) => typeof figure === "number";
  for (const [line, of] of [all, ...groups].entries())
    for (const point of times.from.keys()) {
      const [base, part, others] = system.at.get(key(line, point)) ?? [];
      if (base === undefined || !of) continue;
      told[base]!.shown = (measure.kind === "count" ? of.count : of.base)![point]!;
      if (part === undefined || others === undefined) continue;
      const isTold = exact(of.count![point]) || of.share?.[point] !== undefined;
      // A share in a band says something of both.
      if (isTold && exact(told[base]!.shown)) for (const one of [part, others]) told[one]!.shown = told[one]!.count;
    }
  return { told, sums: system.sums, ways, meaning: JSON.stringify(measure) };
}
