import type { Addition, Control, Controlled, Count, Family, Line, Policy, Shown } from "../control/control.js";

/** How much of what was counted is shown: figures, and people in the finest figures that count them. */
export interface Weight {
  figures: number;
  shown: number;
  people: number;
  peopleShown: number;
}

export const noWeight = (): Weight => ({ figures: 0, shown: 0, people: 0, peopleShown: 0 });
export const addWeights = (weights: readonly Weight[]): Weight =>
  weights.reduce((sum, one) => {
    for (const key of ["figures", "shown", "people", "peopleShown"] as const) sum[key] += one[key];
    return sum;
  }, noWeight());

/** What passed through control for one document: the truth, and what was made of it. It stays in memory. */
export interface Heard {
  families: { family: Family; shown: Controlled }[];
  systems: { counts: readonly Count[]; sums: readonly Addition[] }[];
  singles: number[];
  weight: Weight;
}

/** Lets everything through to a control, and remembers it by document. */
export class Recorder implements Control {
  readonly name: string;
  private readonly documents = new Map<string, Heard>();
  private now = "";
  constructor(private readonly inner: Control) {
    this.name = inner.name;
  }

  /** From here on, what is asked is of this document of the config. */
  start(document: string) {
    this.now = document;
  }

  private get hearing(): Heard {
    let found = this.documents.get(this.now);
    if (!found) this.documents.set(this.now, (found = { families: [], systems: [], singles: [], weight: noWeight() }));
    return found;
  }

  async family(family: Family, policy: Policy): Promise<Controlled> {
    const { hearing } = this;
    const shown = await this.inner.family(family, policy);
    hearing.families.push({ family, shown });
    hearing.weight = addWeights([hearing.weight, weigh(family, shown)]);
    return shown;
  }

  async system(counts: readonly Count[], sums: readonly Addition[], policy: Policy): Promise<Shown[] | undefined> {
    const { hearing } = this;
    const shown = await this.inner.system(counts, sums, policy);
    if (!shown) return undefined;
    hearing.systems.push({ counts, sums });
    hearing.weight = addWeights([hearing.weight, ...weighOwn(counts, shown)]);
    return shown;
  }

  single(count: number, policy: Policy): Shown {
    const { hearing } = this;
    const shown = this.inner.single(count, policy);
    hearing.singles.push(count);
    hearing.weight = addWeights([hearing.weight, weighSingle(count, shown)]);
    return shown;
  }

  /** What passed for a document of the config. */
  of(document: string): Heard | undefined {
    return this.documents.get(document);
  }

  /** All that was decided. */
  get weight(): Weight {
    return addWeights([...this.documents.values()].map(({ weight }) => weight));
  }

  /** What another policy would have shown of the same counts, beside the same earlier releases. */
  async under(policy: Policy): Promise<Weight> {
    const weights: Weight[] = [];
    for (const { families, systems, singles } of this.documents.values()) {
      for (const { family } of families) weights.push(weigh(family, await this.inner.family(family, policy)));
      for (const { counts, sums } of systems) weights.push(...weighOwn(counts, await this.inner.system(counts, sums, policy)));
      for (const count of singles) weights.push(weighSingle(count, this.inner.single(count, policy)));
    }
    return addWeights(weights);
  }
}

const weighSingle = (count: number, shown: Shown): Weight => ({
  figures: 1,
  shown: shown === "withheld" ? 0 : 1,
  people: count,
  peopleShown: shown === "withheld" ? 0 : count,
});

/** Counts that were not decided before. */
const weighOwn = (counts: readonly Count[], shown: readonly Shown[] | undefined): Weight[] =>
  counts.flatMap(({ count, decided, cost }, at) => (decided || cost === 0 ? [] : [weighSingle(count, shown?.[at] ?? "withheld")]));

function weighLine(line: Line, shown: Line<Shown> | undefined): Weight {
  const cells = [line.total, ...line.parts];
  const seen = [shown?.total, ...line.parts.map((_, at) => shown?.parts[at])].map((figure) => typeof figure === "number");
  // People are told by the parts of a line, and by its total where it has none.
  const finest = line.parts.length > 0 ? cells.slice(1) : cells;
  const finestSeen = line.parts.length > 0 ? seen.slice(1) : seen;
  return {
    figures: cells.length,
    shown: seen.filter(Boolean).length,
    people: finest.reduce((sum, count) => sum + count, 0),
    peopleShown: finest.reduce((sum, count, at) => sum + (finestSeen[at] ? count : 0), 0),
  };
}

const weigh = (family: Family, shown: Controlled): Weight =>
  addWeights([
    weighLine(family.whole, shown.whole),
    ...family.splits.flatMap(({ lines }, split) => lines.map((line, row) => weighLine(line, shown.splits[split]?.lines[row]))),
  ]);
