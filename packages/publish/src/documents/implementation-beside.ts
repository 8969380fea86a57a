import type { Figure, ImplementationDocument } from "@vitrine/contract";
import type { At, Line } from "../control/control.js";
import type { Rows } from "../rows/load.js";
import { everybody, joinedWith, type Beside, type Joined, type Own, type Told } from "./beside.js";
import { figureKeys, type CountedConfig, type ImplementationCounts, type ImplementationPlan } from "./implementation.js";

/** The columns that say who counts and how far they are. */
const saying = ({ trained, stage }: CountedConfig) => [trained, stage].flatMap(({ column }) => column ?? []);
const columnsOf = ({ total, parts }: Line) => [total, ...parts];

/** The figures of a gauge as they stand beside those of others that count the same people. */
const ownOf = (plan: ImplementationPlan, { family, groups, grouped, people }: ImplementationCounts, rows: Rows): Own => {
  const { config } = plan;
  const line = (split: number | undefined, row: number) => (split === undefined ? family.whole : family.splits[split]!.lines[row]!);
  const way = (split: number | undefined, lines: readonly Line[]) =>
    lines.map((one, row) => columnsOf(one).map((_, column): At => [split, row, column]));
  const place = (split: number | undefined, row: number) =>
    split === undefined ? "" : `breakdowns/${config.breakdowns![split]!.by}/groups/${groups[split]![row]!.id}/`;
  return {
    document: config.id,
    people,
    total: family.whole.total,
    source: JSON.stringify(config.from),
    from: plan.rowsOf(rows),
    ways: [
      { ...everybody, lines: way(undefined, [family.whole]) },
      ...family.splits.map(({ lines }, split) => ({ ...grouped[split]!, lines: way(split, lines) })),
    ],
    countOf: (at) => (typeof at === "number" ? 0 : columnsOf(line(at[0], at[1]))[at[2]]!),
    nameOf: (at) => (typeof at === "number" ? "" : `${place(at[0], at[1])}${figureKeys[at[2]]}`),
    meaning: JSON.stringify([config.trained, config.stage]),
    otherwise: saying(config),
    columns: (config.breakdowns ?? []).map(({ column }) => column),
  };
};

/** The documents that count the same people as a gauge, as one system with it. */
export const joinGauge = (
  plan: ImplementationPlan,
  counts: ImplementationCounts,
  rows: Rows,
  all: readonly Beside[],
  knows: Parameters<typeof joinedWith>[3],
): Promise<Joined | undefined> => joinedWith(ownOf(plan, counts, rows), rows.engine, all, knows);

/** What the document tells of the people it counts, for others that count the same. */
export function besideImplementation(
  plan: ImplementationPlan,
  counts: ImplementationCounts,
  rows: Rows,
  document: ImplementationDocument,
): Beside {
  const { config } = plan;
  const { groups, grouped, people } = counts;
  const { source, ways, meaning, countOf, nameOf } = ownOf(plan, counts, rows);
  const told: Told[] = [];
  const numbers = new Map<string, number>();
  const lineOf = (split: number | undefined, row: number): Partial<Record<(typeof figureKeys)[number], Figure>> | undefined =>
    split === undefined
      ? document
      : document.breakdowns.find(({ by }) => by === config.breakdowns![split]!.by)?.groups.find(({ id }) => id === groups[split]![row]!.id);
  const numbered = ways.map((way) => ({
    ...way,
    lines: way.lines.map((cells) =>
      cells.map((at) => {
        const [split, row, column] = at as Exclude<At, number>;
        const figure = nameOf(at);
        const shown = lineOf(split, row)?.[figureKeys[column]!];
        numbers.set(figure, told.length);
        return told.push({ figure, count: countOf(at), ...(shown === undefined ? { shown: "withheld", implied: true } : { shown }) }) - 1;
      }),
    ),
  }));
  const [whole, ...splits] = numbered.map(({ lines }) => lines) as [number[][], ...number[][][]];
  // A breakdown that was left out says nothing.
  const isTold = (split: number) => document.breakdowns.some(({ by }) => by === config.breakdowns![split]!.by);
  const telling = numbered.filter((_, at) => at === 0 || isTold(at - 1));
  const sums = telling.flatMap(({ lines }) => lines.map(([total, ...parts]) => ({ total: total!, parts })));
  for (const { by, partition } of document.breakdowns) {
    const at = config.breakdowns!.findIndex((one) => one.by === by);
    if (partition) whole[0]!.forEach((total, column) => sums.push({ total, parts: splits[at]!.map((cells) => cells[column]!) }));
  }
  const first = (number: number) => told[number]!;
  return {
    document,
    people,
    source,
    whole: first(whole[0]![0]!),
    groups: new Map(
      (config.breakdowns ?? []).map(({ column }, at) => [column, { ...grouped[at]!, told: splits[at]!.map(([total]) => first(total!)) }]),
    ),
    otherwise: saying(config),
    telling: { told, sums, ways: telling, meaning },
  };
}
