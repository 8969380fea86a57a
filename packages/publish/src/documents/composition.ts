import { isExact, type CompositionDocument, type CompositionGroup, type CompositionPart } from "@vitrine/contract";
import type { CompositionConfig } from "../config/composition.js";
import type { Act, Shown } from "../control/control.js";
import { at } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { Faults } from "../faults.js";
import { need, type Columns } from "../rows/columns.js";
import { whereSql, type Rows } from "../rows/load.js";
import { envelope } from "./envelope.js";
import type { Maker } from "./maker.js";
import { bandOf, firstThatHolds } from "./ways.js";

type Path = readonly (string | number)[];
type BreakdownConfig = CompositionConfig["breakdowns"][number];

/** Rows of one side: those the picture is about, or those they are compared with. */
interface Side {
  source: string;
  kept: string;
  /** Columns to add up, by name. */
  cells: Map<string, string>;
}

/** Adds up counts of students by group; small groups are told as ranges, and nothing of fewer students than the threshold. */
export const compositionMaker: Maker<CompositionConfig> = (config, columnsOf, path) => {
  const { subject, comparison, breakdowns } = config;
  const sideOf = (of: { from: string; where?: CompositionConfig["where"] }, here: Path, names: [name: string, path: Path][]): Side => {
    const columns: Columns = columnsOf(of.from, [...here, "from"]);
    const conditions = (of.where ?? []).map((one, position) => ({
      ...one,
      cell: at(need(columns, one.column, [...here, "where", position, "column"])),
    }));
    return {
      source: of.from,
      kept: whereSql(columns.sql, conditions),
      cells: new Map(names.map(([name, where]) => [name, at(need(columns, name, where))])),
    };
  };
  const named = (key: "column" | "compared") =>
    breakdowns.flatMap(({ groups }, b) =>
      groups.map((group, g): [string, Path] => [
        key === "compared" ? (group.compared ?? group.column) : group.column,
        [...path, "breakdowns", b, "groups", g, key === "compared" && group.compared === undefined ? "column" : key],
      ]),
    );
  const ours = sideOf(config, path, [[subject.students, [...path, "subject", "students"]], ...named("column")]);
  const beside =
    comparison &&
    sideOf(comparison, [...path, "comparison"], [[comparison.students, [...path, "comparison", "students"]], ...named("compared")]);
  return {
    config,
    sources: [...new Set([ours.source, ...(beside ? [beside.source] : [])])],
    async write({ rows, table, publication, control, faults, known }) {
      const add = (side: Side, name: string) => addUp(side, rows(side.source), `${table}_${name}`, config.id, faults);
      const counted = await add(ours, "subject");
      const compared = beside && (await add(beside, "comparison"));
      const all = counted.get(subject.students)!;
      if (all === 0)
        throw new PublishError(
          "nothing-left",
          `No student is left for the document "${config.id}": check "where" and "subject" in its config.`,
        );
      const shown = control.single(all, publication.privacy);
      const others = comparison && compared!.get(comparison.students)!;
      // What remains of those compared with, beside the subject, is people as well: too few of them, and the comparison is not told.
      const rest = comparison?.includes && others !== undefined ? others - all : 0;
      const near = rest > 0 && rest < publication.privacy.threshold;
      const othersShown = others === undefined ? undefined : near ? ("withheld" as const) : control.single(others, publication.privacy);
      const document = {
        ...envelope("composition/1", publication, config),
        subject: { name: subject.name, students: shown },
        ...(comparison && { comparison: { name: comparison.name, students: othersShown, includes: comparison.includes } }),
        breakdowns: [],
      } as unknown as CompositionDocument;
      const acts: { table: string; rule: Act["rule"]; figures: number }[] = [];
      for (const breakdown of breakdowns) {
        const groups = groupsOf(breakdown, { all, counts: counted }, compared && { all: others!, counts: compared }, config.id);
        const ways = waysOf(breakdown, groups, shown, othersShown);
        const way = await firstThatHolds(ways, (one) => ({ ...document, breakdowns: [one] }), known);
        document.breakdowns.push(way);
        acts.push(...actsOf(way).map((act) => ({ ...act, table: breakdown.by })));
      }
      const people = [ours, ...(beside ? [beside] : [])].map(({ source, kept }) => ({
        rows: rows(source),
        where: kept,
        each: "number" as const,
      }));
      return { document, acts, people };
    },
  };
};

/** The sums of all columns of a side. A cell that is no whole number of students is left out and reported. */
async function addUp(
  { kept, cells }: Side,
  { engine, table: from }: Rows,
  name: string,
  document: string,
  faults: Faults,
): Promise<Map<string, number>> {
  const names = [...cells.keys()];
  const { countIf, number } = engine.sql;
  const value = (column: string) => number(cells.get(column)!);
  const table = await engine.keep(name, `SELECT * FROM ${from} WHERE ${kept}`);
  const sums = names.map(
    (column) =>
      `coalesce(sum(CASE WHEN ${value(column)} >= 0 AND ${value(column)} = floor(${value(column)}) THEN ${value(column)} END), 0)`,
  );
  const [found] = await engine.all<number[]>(`SELECT ${sums.join(", ")} FROM ${table}`);
  const wrong = [
    ["not-a-number", (column: string) => `${cells.get(column)} IS NOT NULL AND ${value(column)} IS NULL`],
    ["negative", (column: string) => `${value(column)} < 0`],
    ["not-whole", (column: string) => `${value(column)} >= 0 AND ${value(column)} <> floor(${value(column)})`],
  ] as const;
  for (const [reason, test] of wrong) {
    const [rows] = await engine.all<number[]>(`SELECT ${names.map((column) => countIf(test(column))).join(", ")} FROM ${table}`);
    names.forEach((column, position) => faults.add({ in: document, column, reason, rows: rows![position]! }));
  }
  return new Map(names.map((column, position) => [column, found![position]!]));
}

interface Counted {
  all: number;
  counts: ReadonlyMap<string, number>;
}
/** A group's true counts, still unprotected. */
interface Group {
  id: string;
  name: string;
  unreported?: true;
  own: number;
  beside?: number;
}

/** The groups of a breakdown and, where they do not overlap, what is in none of them. @throws PublishError when they are more than all */
function groupsOf(
  { by, groups, overlap, unreported }: BreakdownConfig,
  own: Counted,
  beside: Counted | undefined,
  document: string,
): Group[] {
  const found = groups.map(({ id, name, column, compared }): Group => ({
    id,
    name,
    own: own.counts.get(column)!,
    ...(beside && { beside: beside.counts.get(compared ?? column)! }),
  }));
  const tooMany = () => {
    throw new PublishError(
      "groups-overlap",
      `The groups of the breakdown "${by}" of the document "${document}" hold more students than there are in all: say "overlap": true, or name other columns.`,
    );
  };
  const rest = ({ all }: Counted, key: "own" | "beside") => all - found.reduce((sum, group) => sum + group[key]!, 0);
  if (found.some((group) => group.own > own.all || (beside && group.beside! > beside.all))) tooMany();
  if (overlap) return found;
  const [left, others] = [rest(own, "own"), beside ? rest(beside, "beside") : 0];
  if (left < 0 || others < 0) tooMany();
  if (left === 0 && others === 0) return found;
  return [
    ...found,
    { id: "not-reported", name: unreported ?? "Not reported", unreported: true, own: left, ...(beside && { beside: others }) },
  ];
}

type Teller = (count: number, all: Shown) => CompositionPart;
const exact: Teller = (count, all) => (isExact(all) ? { students: count } : { students: "withheld" });
const banded: Teller = (count, all) => (isExact(all) ? { share: bandOf(count, all) } : { students: "withheld" });
const hidden: Teller = () => ({ students: "withheld" });

type Told = CompositionDocument["breakdowns"][number];

/** The same groups from exact to withheld. */
function waysOf({ by, label, overlap }: BreakdownConfig, groups: readonly Group[], all: Shown, others: Shown | undefined): Told[] {
  const tell = (own: Teller, beside: Teller): Told => ({
    by,
    label,
    overlap,
    groups: groups.map(({ id, name, unreported, own: count, beside: compared }): CompositionGroup => ({
      id,
      name,
      ...(unreported && { unreported }),
      ...own(count, all),
      ...(compared !== undefined && others !== undefined && { compared: beside(compared, others) }),
    })),
  });
  return [tell(exact, exact), tell(banded, exact), tell(banded, banded), tell(hidden, banded), tell(hidden, hidden)];
}

/** What became of the figures, for the owner. */
function actsOf({ groups }: Told): { rule: Act["rule"]; figures: number }[] {
  const parts: CompositionPart[] = groups.flatMap((group) => [group, ...(group.compared ? [group.compared] : [])]);
  const withheld = parts.filter(({ students, share }) => students === "withheld" || share === "withheld").length;
  const acts: { rule: Act["rule"]; figures: number }[] = [
    { rule: "small", figures: withheld },
    { rule: "banded", figures: parts.filter(({ share }) => typeof share === "object").length },
  ];
  return acts.filter(({ figures }) => figures > 0);
}
