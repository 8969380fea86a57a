import { audit, choose, type Cell, type Policy as CellPolicy, type Published, type Sum } from "@vitrine/disclosure";
import { isSmall, type Act, type Control, type Controlled, type Family, type Line, type Policy, type Shown } from "./control.js";

/** Possible values every withheld figure must keep (privacy policy, 3). */
const interval = 5;

/**
 * What hiding a figure costs beside another: totals last, and the teachers who met the bar stay visible longest, because
 * they are what the picture is for.
 */
const cost = { wholeTotal: 12, wholePart: 6, lineTotal: 3, linePart: 1, met: 0.3, hiddenAnyway: 0 };

/**
 * Withholds small figures and as few others as keep every withheld one from being worked out, then attacks the result. What cannot be
 * protected is left out, the last split first; in the end nothing but the words "withheld" stands.
 */
export const suppress: Control = {
  name: "complementary suppression, audited",
  async family(family: Family, policy: Policy): Promise<Controlled> {
    // A total that is small is said of nothing: even the number of groups would tell how many people there are at least.
    for (let kept = isSmall(family.whole.total, policy) ? -1 : family.splits.length; kept >= 0; kept--) {
      const found = await control({ ...family, splits: family.splits.slice(0, kept) }, policy);
      if (!found) continue;
      const dropped = family.splits.slice(kept);
      return {
        ...found,
        splits: [...found.splits, ...dropped.map(() => undefined)],
        acts: [
          ...found.acts,
          ...dropped.map((split, at): Act => ({ rule: "left-out", table: kept + at + 1, figures: figuresOf(split.lines) })),
        ],
      };
    }
    const figures = figuresOf([family.whole]);
    const hidden = (line: Line): Line<Shown> => ({ total: "withheld", parts: line.parts.map(() => "withheld" as const) });
    return {
      whole: hidden(family.whole),
      splits: family.splits.map(() => undefined),
      acts: [
        { rule: "whole-withheld", table: 0, figures },
        ...family.splits.map(({ lines }, at): Act => ({ rule: "left-out", table: at + 1, figures: figuresOf(lines) })),
      ],
    };
  },
  single: (count, policy) => (isSmall(count, policy) ? "withheld" : count),
};

const figuresOf = (lines: readonly Line[]) => lines.reduce((sum, { parts }) => sum + parts.length + 1, 0);

/** The counts of a family as cells and sums. */
class System {
  readonly cells: Cell[] = [];
  readonly sums: Sum[] = [];
  constructor(private readonly policy: Policy) {}

  cell(value: number, of: { cost: number; least?: number }): number {
    // Where zeros are published a zero is said, and never used to hide another figure; so a hidden figure is not a zero.
    const zerosSaid = this.policy.zeros === "publish";
    const least = Math.min(zerosSaid ? 1 : (of.least ?? 0), value);
    return this.cells.push({ value, cost: of.cost, least, structural: zerosSaid && value === 0 }) - 1;
  }

  line(line: Line, costs: { total: number; part: number }): number[] {
    const total = this.cell(line.total, { cost: costs.total, least: 1 });
    const parts = line.parts.map((part, at) => this.cell(part, { cost: costs.part + (at === 0 ? cost.met : 0) }));
    this.sums.push({ total, parts });
    return [total, ...parts];
  }

  /** A count a reader is taken to know. */
  known(value: number): number {
    return this.cells.push({ value, structural: true }) - 1;
  }

  /** A count a reader could work out: hiding it costs nothing, because no document prints it. */
  implied(value: number): number {
    return this.cell(value, { cost: cost.hiddenAnyway });
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
  const cellPolicy: CellPolicy = { ...policy, interval };
  const { hidden, unproved } = await choose(system.cells, system.sums, cellPolicy);
  if (unproved.length > 0) return undefined;
  const found = await audit(asRead(system, hidden), interval);
  if (!found.consistent || found.narrow.length > 0) return undefined;
  const shown = (at: number): Shown => (hidden.has(at) ? "withheld" : system.cells[at]!.value);
  const line = ([total, ...parts]: number[]): Line<Shown> => ({ total: shown(total!), parts: parts.map(shown) });
  const acts = [[whole], ...splits].flatMap((rows, table): Act[] => {
    const reasons = rows.flat().flatMap((at) => hidden.get(at) ?? []);
    const primary = reasons.filter((reason) => reason === "primary").length;
    const rules: Act[] = [
      { rule: "small", table, figures: primary },
      { rule: "to-protect", table, figures: reasons.length - primary },
    ];
    return rules.filter(({ figures }) => figures > 0);
  });
  return {
    whole: line(whole),
    splits: splits.map((rows, at) => ({ partition: family.splits[at]!.partition, lines: rows.map(line) })),
    acts,
  };
}

/** Groups that share people: what remains of the whole beside a group, and how many stand in several, are counts too. */
function overlap(system: System, whole: Line, lines: Line[], wholeCells: number[], rows: number[][]) {
  const values = [whole.total, ...whole.parts];
  lines.forEach((line, row) =>
    [line.total, ...line.parts].forEach((value, column) => {
      const rest = values[column]! - value;
      if (rest < 0) return;
      system.sums.push({ total: wholeCells[column]!, parts: [rows[row]![column]!, system.implied(rest)] });
    }),
  );
  // How the groups overlap is nobody's secret, so their columns are taken to add up to something a reader knows.
  rows[0]!.forEach((_, column) => {
    const sum = lines.reduce((people, { total, parts }) => people + [total, ...parts][column]!, 0);
    system.sums.push({ total: system.known(sum), parts: rows.map((row) => row[column]!) });
  });
  const twice = lines.reduce((sum, { total }) => sum + total, 0) - whole.total;
  if (twice < 0) return;
  const all = system.implied(whole.total + twice);
  system.sums.push({ total: all, parts: rows.map((row) => row[0]!) }, { total: all, parts: [wholeCells[0]!, system.implied(twice)] });
}

/** What a reader has: every figure that is not withheld, those she can work out among them, and every sum. */
function asRead({ cells, sums }: System, hidden: ReadonlyMap<number, unknown>): Published {
  return {
    low: cells.map(({ value, least }, at) => (hidden.has(at) ? (least ?? 0) : value)),
    high: cells.map(({ value }, at) => (hidden.has(at) ? Infinity : value)),
    sums,
  };
}
