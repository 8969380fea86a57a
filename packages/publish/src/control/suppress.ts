import { audit, choose, type Cell, type Choice, type Published, type Reason, type Sum } from "@vitrine/disclosure";
import {
  isSmall,
  type Act,
  type Addition,
  type At,
  type Besides,
  type Control,
  type Controlled,
  type Count,
  type Family,
  type Line,
  type Policy,
  type Shown,
  type Split,
  type Union,
} from "./control.js";

const actRules: Record<Reason["rule"], Act["rule"]> = { small: "small", zero: "small", told: "earlier", protects: "to-protect" };

/** Possible values every withheld figure must keep (privacy policy, 3). */
const interval = 5;

/**
 * What hiding a figure costs beside another: totals last, and the teachers who met the bar stay visible longest, because
 * they are what the picture is for.
 */
const cost = { wholeTotal: 12, wholePart: 6, lineTotal: 3, linePart: 1, met: 0.3 };

/**
 * Withholds small figures and as few others as keep every withheld one from being worked out, then attacks the result. What cannot be
 * protected is left out, the last split first; in the end nothing but the words "withheld" stands.
 */
export const suppress: Control = {
  name: "complementary suppression, audited",
  async family(family: Family, policy: Policy): Promise<Controlled> {
    const leftOut = (table: number): Act => ({ rule: "left-out", table, figures: figuresOf(family.splits[table - 1]!.lines) });
    // A total that is small is said of nothing: even the number of groups would tell how many people there are at least.
    const usable = isSmall(family.whole.total, policy) ? [] : [...family.splits.keys()].filter((at) => standsAlone(family, at, policy));
    for (let kept = usable.length; kept >= 0; kept--) {
      const tables = usable.slice(0, kept);
      const splits = tables.map((at) => family.splits[at]!);
      const { besides } = family;
      const told = besides && { besides: { ...besides, sums: sumsIn(besides, tables) } };
      const found = await control({ ...family, splits, unions: unionsIn(family, tables), ...told }, policy);
      if (!found) continue;
      const dropped = [...family.splits.keys()].filter((at) => !tables.includes(at));
      return {
        whole: found.whole,
        splits: family.splits.map((_, at) => found.splits[tables.indexOf(at)]),
        acts: [
          ...found.acts.map((act) => ({ ...act, table: act.table === 0 ? 0 : tables[act.table - 1]! + 1 })),
          ...dropped.map((at) => leftOut(at + 1)),
        ],
      };
    }
    return {
      whole: { total: "withheld", parts: family.whole.parts.map(() => "withheld") },
      splits: family.splits.map(() => undefined),
      acts: [{ rule: "whole-withheld", table: 0, figures: figuresOf([family.whole]) }, ...family.splits.map((_, at) => leftOut(at + 1))],
    };
  },
  async system(counts: readonly Count[], sums: readonly Addition[], policy: Policy): Promise<Shown[] | undefined> {
    const system = new System(policy);
    for (const count of counts) system.add(count);
    system.sums.push(...sums);
    const hidden = await system.settle();
    return hidden && counts.map(({ count }, at) => (hidden.has(at) ? "withheld" : count));
  },
  single: (count, policy) => (isSmall(count, policy) ? "withheld" : count),
};

const figuresOf = (lines: readonly Line[]) => lines.reduce((sum, { parts }) => sum + parts.length + 1, 0);

/** Counts as cells and sums. */
class System {
  readonly cells: Cell[] = [];
  readonly sums: Sum[] = [];
  constructor(private readonly policy: Policy) {}

  add({ count: value, cost: price, least: from, before, fact, decided }: Count): number {
    // Where zeros are published a zero is said, and never used to hide another figure; so a hidden figure is not a zero.
    const zerosSaid = this.policy.zeros === "publish";
    const least = Math.min(Math.max(zerosSaid ? 1 : (from ?? 0), fact?.atLeast ?? 0), value);
    const known = Math.max(fact?.atMost ?? Infinity, value);
    // A figure that readers hold from an earlier release hides nothing, nor does one that another document tells.
    const isKnown = before === "known" && !isSmall(value, this.policy);
    const structural = decided === "shown" || (before !== "withhold" && !decided && ((zerosSaid && value === 0) || isKnown));
    const mustHide = decided === "withheld" || before === "withhold";
    return this.cells.push({ value, cost: decided ? 0 : price, least, known, structural, mustHide }) - 1;
  }

  line(line: Line, costs: { total: number; part: number }): number[] {
    const { before, facts } = line;
    const total = this.add({ count: line.total, cost: costs.total, least: 1, before: before?.total, fact: facts?.total });
    const parts = line.parts.map((count, at) =>
      this.add({ count, cost: costs.part + (at === 0 ? cost.met : 0), before: before?.parts[at], fact: facts?.parts[at] }),
    );
    this.sums.push({ total, parts });
    return [total, ...parts];
  }

  /** A count a reader is taken to know. */
  known(value: number): number {
    return this.cells.push({ value, structural: true }) - 1;
  }

  /** What other documents tell of the same people. @param cellOf the cell of one of the family's own counts */
  beside({ counts, sums }: Besides, cellOf: (at: Exclude<At, number>) => number): void {
    const told = counts.map((count) => this.add(count));
    const cell = (at: At) => (typeof at === "number" ? told[at]! : cellOf(at));
    for (const { total, parts } of sums) this.sums.push({ total: cell(total), parts: parts.map(cell) });
  }

  /** Why each hidden cell is hidden; nothing where some cannot be protected. */
  async settle(): Promise<Choice["hidden"] | undefined> {
    const { hidden, unproved } = await choose(this.cells, this.sums, { ...this.policy, interval });
    if (unproved.length > 0) return undefined;
    const found = await audit(asRead(this, hidden), interval);
    return found.consistent && found.narrow.length === 0 ? hidden : undefined;
  }
}

async function control(family: Family, policy: Policy): Promise<Controlled | undefined> {
  const system = new System(policy);
  const whole = system.line(family.whole, { total: cost.wholeTotal, part: cost.wholePart });
  const splits = family.splits.map(({ partition, lines }) => {
    const rows = lines.map((line) => system.line(line, { total: cost.lineTotal, part: cost.linePart }));
    if (partition) whole.forEach((total, column) => system.sums.push({ total, parts: rows.map((row) => row[column]!) }));
    else overlap(system, family.whole, lines, whole, rows);
    return rows;
  });
  for (const { of, parts } of family.unions ?? []) {
    const cells = ([split, row]: readonly [number, number]) => splits[split]![row]!;
    cells(of).forEach((total, column) => system.sums.push({ total, parts: parts.map((part) => cells(part)[column]!) }));
  }
  linkTwins(system, family.splits, splits);
  if (family.besides)
    system.beside(family.besides, ([split, row, column]) => (split === undefined ? whole : splits[split]![row]!)[column]!);
  const hidden = await system.settle();
  if (!hidden) return undefined;
  const shown = (at: number): Shown => (hidden.has(at) ? "withheld" : system.cells[at]!.value);
  const line = ([total, ...parts]: number[]): Line<Shown> => ({ total: shown(total!), parts: parts.map(shown) });
  const acts = [[whole], ...splits].flatMap((rows, table): Act[] => {
    const reasons = rows.flat().flatMap((at) => {
      const reason = hidden.get(at);
      return reason ? [isSmall(system.cells[at]!.value, policy) ? "small" : actRules[reason.rule]] : [];
    });
    return (["small", "earlier", "to-protect"] as const).flatMap((rule) => {
      const figures = reasons.filter((one) => one === rule).length;
      return figures > 0 ? [{ rule, table, figures }] : [];
    });
  });
  return {
    whole: line(whole),
    splits: splits.map((rows, at) => ({ partition: family.splits[at]!.partition, lines: rows.map(line) })),
    acts,
  };
}

/** The sums across splits that remain when only some of these are told, by their new positions. */
const unionsIn = ({ unions = [] }: Family, tables: readonly number[]): Union[] =>
  unions.flatMap(({ of, parts }) => {
    const there = ([split, row]: readonly [number, number]) => [tables.indexOf(split), row] as const;
    const all = { of: there(of), parts: parts.map(there) };
    return [all.of, ...all.parts].some(([split]) => split < 0) ? [] : [all];
  });

/** The same of what is told elsewhere. */
const sumsIn = ({ sums }: Besides, tables: readonly number[]): Besides["sums"] => {
  const there = (at: At): At => (typeof at === "number" || at[0] === undefined ? at : [tables.indexOf(at[0]), at[1], at[2]]);
  const isLost = (at: At) => typeof at !== "number" && at[0] === -1;
  const all = sums.map(({ total, parts }) => ({ total: there(total), parts: parts.map(there) }));
  return all.filter(({ total, parts }) => ![total, ...parts].some(isLost));
};

/**
 * Groups with the same counts in two splits may be the same people under another name (a district with one school): what is hidden in
 * one must not stand in the other.
 */
function linkTwins(system: System, splits: readonly Split[], rows: readonly number[][][]) {
  const first = new Map<string, number[]>();
  splits.forEach(({ lines }, table) =>
    lines.forEach((line, row) => {
      const key = columnsOf(line).join(" ");
      const cells = rows[table]![row]!;
      const twin = first.get(key);
      if (twin) cells.forEach((cell, column) => system.sums.push({ total: twin[column]!, parts: [cell] }));
      else first.set(key, cells);
    }),
  );
}

const columnsOf = ({ total, parts }: Line) => [total, ...parts];

/** What remains of the whole beside each group, and how many people stand in several groups, are counts too. */
function impliedBy(whole: Line, lines: readonly Line[]): number[] {
  const all = columnsOf(whole);
  const rests = lines.flatMap((line) => columnsOf(line).map((value, column) => all[column]! - value));
  return [...rests, lines.reduce((sum, { total }) => sum + total, 0) - whole.total];
}

/** Groups that share people are shown only when nothing of them, and nothing they imply, is small: there is no telling who is in two. */
function standsAlone({ whole, splits }: Family, at: number, policy: Policy): boolean {
  const { partition, lines } = splits[at]!;
  if (partition) return true;
  const few = (count: number) => count > 0 && count < policy.threshold;
  if (lines.some(({ before }) => before && [before.total, ...before.parts].includes("withhold"))) return false;
  return !lines.some((line) => columnsOf(line).some((count) => isSmall(count, policy))) && !impliedBy(whole, lines).some(few);
}

/** How groups overlap is nobody's secret: a reader is taken to know what remains beside each, and what their columns add up to. */
function overlap(system: System, whole: Line, lines: Line[], wholeCells: number[], rows: number[][]) {
  const all = columnsOf(whole);
  lines.forEach((line, row) =>
    columnsOf(line).forEach((value, column) => {
      const rest = all[column]! - value;
      if (rest >= 0) system.sums.push({ total: wholeCells[column]!, parts: [rows[row]![column]!, system.known(rest)] });
    }),
  );
  wholeCells.forEach((_, column) => {
    const sum = lines.reduce((people, line) => people + columnsOf(line)[column]!, 0);
    system.sums.push({ total: system.known(sum), parts: rows.map((row) => row[column]!) });
  });
}

/** What a reader has: every figure that is not withheld, those she can work out among them, what is known from elsewhere, and every sum. */
function asRead({ cells, sums }: System, hidden: ReadonlyMap<number, unknown>): Published {
  return {
    low: cells.map(({ value, least }, at) => (hidden.has(at) ? (least ?? 0) : value)),
    high: cells.map(({ value }, at) => (hidden.has(at) ? Infinity : value)),
    known: cells.map(({ known }) => known ?? Infinity),
    wanted: cells.map(({ known = Infinity, least = 0 }) => known - least + 1),
    sums,
  };
}
