import { implementationStages, type Count, type Figure, type ImplementationDocument } from "@vitrine/contract";
import { pathText } from "../config/read.js";
import { PublishError } from "../error.js";
import type { ImplementationConfig, Publication } from "../config/schema.js";
import type { Known, KnownSum } from "@vitrine/disclosure";
import type { Act, Addition, At, Control, Family, Line, Union } from "../control/control.js";
import { factsOf, withFacts, type Facts } from "../control/facts.js";
import type { Counter } from "../engine/engine.js";
import { at } from "../engine/sql.js";
import type { Faults } from "../faults.js";
import { besideEarlier } from "../ledger/before.js";
import { need, type Columns } from "../rows/columns.js";
import { differentRows, whereSql, type Rows } from "../rows/load.js";
import type { Joined } from "./beside.js";
import { envelope } from "./envelope.js";
import { groupsOf, type GroupName } from "./groups.js";
import type { People } from "./maker.js";
import { meant } from "./meaning.js";
import { roundedFamily } from "./rounded.js";
import { unionsOf, type Grouped } from "./unions.js";
import { firstThatHolds } from "./ways.js";

/** Stages from the furthest on. Their position is their code in the engine: of several rows the smallest wins. */
const stages = ["met", "started", "not-started", "not-known"] as const;

/** An implementation document whose rows are described, by its own words or by a roster's. */
export type CountedConfig = ImplementationConfig & Required<Pick<ImplementationConfig, "teacher" | "trained" | "stage">>;

/** An implementation document prepared: its columns are known to exist. */
export interface ImplementationPlan {
  config: CountedConfig;
  /** The source of the rows, or the roster they come from. */
  source: CountedConfig["from"];
  count(rows: Rows, index: number | string, faults: Faults): Promise<ImplementationCounts>;
  /** Query of the people these rows make it count, `person`. */
  people(rows: Rows): string;
  /** What a query says after `FROM` to see the rows of these people. */
  rowsOf(rows: Rows): string;
}

/** What was counted: numbers of people, still unprotected. They never leave `publish`. */
export interface ImplementationCounts {
  family: Family;
  groups: GroupName[][];
  /** Stages of all that are the same people as groups. */
  stages: Addition<Exclude<At, number>>[];
  /** How rows of the source fall into them, breakdown by breakdown. */
  grouped: Grouped[];
  /** The people counted, to see whether two documents speak of the same. */
  people: People;
}

/** Checks the columns an implementation document needs. @throws PublishError for a missing one */
export function planImplementation(config: CountedConfig, columns: Columns, path: readonly (string | number)[]): ImplementationPlan {
  const named = config.breakdowns?.findIndex(({ column }) => column === config.teacher) ?? -1;
  if (named >= 0) {
    const at = pathText([...path, "breakdowns", named, "column"]);
    throw new PublishError("config-refused", `${at} is the column that tells teachers apart: name a column that holds groups.`, {
      path: at,
      column: config.teacher,
    });
  }
  const teacher = at(need(columns, config.teacher, [...path, "teacher"]));
  // A roster counts a teacher once in each course; the person is the same.
  const person = typeof config.from === "string" ? teacher : at(need(columns, rosterColumns.person, path));
  const trained = meant(config.trained, columns, [...path, "trained"], (word) => (word === "counted" ? "1 = 1" : "1 = 0"), "1 = 0");
  const stage = meant(
    config.stage,
    columns,
    [...path, "stage"],
    (word) => String(stages.indexOf(word)),
    String(stages.indexOf("not-known")),
  );
  const where = (config.where ?? []).map((condition, position) => ({
    ...condition,
    cell: at(need(columns, condition.column, [...path, "where", position, "column"])),
  }));
  const groups = (config.breakdowns ?? []).map(({ column }, position) =>
    at(need(columns, column, [...path, "breakdowns", position, "column"])),
  );
  const said = [config.trained, config.stage].flatMap(({ column }) => (column === undefined ? [] : [at(need(columns, column, path))]));
  const cells = [...new Set([teacher, person, ...said, ...groups])];
  const kept = whereSql(columns.sql, where);
  const { key } = columns.sql;
  const counted = `${trained.sql} AND ${teacher} IS NOT NULL`;
  return {
    config,
    source: config.from,
    rowsOf: (rows) => `${rows.table} WHERE ${kept} AND ${counted}`,
    people: (rows) => `SELECT DISTINCT ${key(person)} AS person FROM ${rows.table} WHERE ${kept} AND ${counted}`,
    async count(rows, index, faults) {
      const { engine } = rows;
      const raw = await engine.keep(`document_${index}_raw`, differentRows(rows, cells, kept));
      const grouped = groups.map((cell, position) => `coalesce(${cell}, '') AS g${position}`);
      const table = await engine.keep(
        `document_${index}`,
        `SELECT ${[`${teacher} AS teacher`, `${key(person)} AS person`, `${stage.sql} AS stage`, ...grouped, "many"].join(", ")} FROM ${raw} WHERE ${counted}`,
      );
      const fault = { in: config.id };
      const wrong = [
        { column: config.teacher, reason: "teacher-missing" as const, where: `${teacher} IS NULL` },
        ...[trained, stage].flatMap(({ column, unlisted }) =>
          column === undefined ? [] : [{ column, reason: "value-not-listed" as const, where: unlisted }],
        ),
      ];
      // One look for all of them: a warehouse reads its rows for every query.
      const sums = wrong.map(({ where: is }) => `coalesce(sum(CASE WHEN ${is} THEN many ELSE 0 END), 0)`);
      const [found] = await engine.all<number[]>(`SELECT ${sums.join(", ")} FROM ${raw}`);
      wrong.forEach(({ column, reason }, position) => faults.add({ ...fault, column, reason, rows: found![position]! }));
      const names = ["teacher", ...groups.map((_, position) => `g${position}`)].join(", ");
      const [rowsOfAll] = await engine.all<[number, number]>(
        `SELECT coalesce(sum(many), 0), count(*) FROM (SELECT ${names}, sum(many) AS many FROM ${table} GROUP BY ${names}) AS different`,
      );
      faults.add({ ...fault, reason: "row-repeated", rows: rowsOfAll![0] - rowsOfAll![1] });
      const whole = await countLine(engine, table);
      if (whole.total === 0)
        throw new PublishError(
          "nothing-left",
          `No teacher is left for the document "${config.id}": check "where", "teacher" and "trained" in its config.`,
        );
      const parts: Awaited<ReturnType<typeof countSplit>>[] = [];
      for (const [position, breakdown] of (config.breakdowns ?? []).entries())
        parts.push(await countSplit(engine, table, `g${position}`, breakdown, whole, config.id, faults));
      const splits = parts.map(({ split }) => split);
      const made = await unionsOf(engine, table, [...parts, byStage]);
      const isOfStages = ({ of, parts: some }: Union) => [of, ...some].some(([split]) => split === parts.length);
      const unions = made.filter((union) => !isOfStages(union) && addsUp(splits, union));
      return {
        family: { whole, splits, unions },
        stages: parts.flatMap((_, split) => {
          const ofOne = made.filter((union) => isOfStages(union) && [union.of, ...union.parts].some(([at]) => at === split));
          const sums = ofOne.flatMap((union) => stageSum(whole, splits, union));
          // Only a column that says of everybody how far they are; one small group at one stage is nothing that a reader knows.
          return sums.filter(({ total }) => total[0] === undefined).length === whole.parts.filter((people) => people > 0).length
            ? sums
            : [];
        }),
        groups: parts.map(({ names: of }) => of),
        grouped: parts.map(({ sqlOf, groups: of }, at) => ({ sql: sqlOf(`coalesce(${groups[at]!}, '')`), groups: of })),
        people: { engine, keys: `SELECT DISTINCT person FROM ${table}`, of: { rows, where: `${kept} AND ${counted}` } },
      };
    },
  };
}

/** The columns of a roster's rows, as an implementation document of the same publication reads them. */
export const rosterColumns = {
  teacher: "teacher",
  person: "person",
  counted: "counted",
  stage: "stage",
  course: "course",
  year: "school year",
  district: "district",
  workshop: "workshop",
} as const;

/** What a document that counts a roster's rows would say of its columns. */
export const countedByRoster = (config: ImplementationConfig): CountedConfig => ({
  ...config,
  teacher: rosterColumns.teacher,
  trained: { column: rosterColumns.counted, values: { counted: "counted", "left-out": "left-out" } },
  stage: { column: rosterColumns.stage, values: Object.fromEntries(stages.map((stage) => [stage, stage])) },
});

/** Whether a group is the sum of others, person by person: somebody may stand in several of them. */
const addsUp = (splits: Family["splits"], { of, parts }: Union): boolean => {
  const columns = ([split, row]: readonly [number, number]) => {
    const { total, parts: stagesOf } = splits[split]!.lines[row]!;
    return [total, ...stagesOf];
  };
  return columns(of).every((value, column) => parts.reduce((sum, part) => sum + columns(part)[column]!, 0) === value);
};

/** Rows by their stage: a column may say the same in other words. */
const byStage: Grouped = {
  sql: `CASE ${stages.map((_, at) => `WHEN stage = ${at} THEN '${at}'`).join(" ")} ELSE '' END`,
  groups: stages.map((_, at) => String(at)),
};

/** An addition of a stage's people and groups' people, where it holds person by person. */
function stageSum(whole: Line, splits: Family["splits"], { of, parts }: Union): ImplementationCounts["stages"] {
  const place = ([split, row]: readonly [number, number]) =>
    split === splits.length ? ([undefined, 0, 1 + row] as const) : ([split, row, 0] as const);
  const count = ([split, row]: readonly [number, number]) =>
    split === splits.length ? whole.parts[row]! : splits[split]!.lines[row]!.total;
  return parts.reduce((sum, part) => sum + count(part), 0) === count(of) ? [{ total: place(of), parts: parts.map(place) }] : [];
}

const line = (counts: Map<number, number>): Line => {
  const parts = stages.map((_, stage) => counts.get(stage) ?? 0);
  return { total: parts.reduce((total, part) => total + part, 0), parts };
};

async function countLine(engine: Counter, table: string): Promise<Line> {
  const found = await engine.all<[number, number]>(
    `SELECT best, count(*) FROM (SELECT min(stage) AS best FROM ${table} GROUP BY teacher) AS each_one GROUP BY best`,
  );
  return line(new Map(found));
}

async function countSplit(
  engine: Counter,
  table: string,
  cell: string,
  breakdown: NonNullable<ImplementationConfig["breakdowns"]>[number],
  whole: Line,
  document: string,
  faults: Faults,
) {
  const { literal, pick } = engine.sql;
  const named = Object.entries(breakdown.groups ?? (await groupsOf(engine, table, cell, breakdown, document, faults, "sum(many)")));
  const listed = [...new Map(named.map(([, group]) => [group.id, group])).values()];
  const branches = listed.map(({ id }) => ({ id, keys: named.filter(([, group]) => group.id === id).map(([key]) => key) }));
  const sqlOf = (of: string) =>
    pick(
      of,
      branches.map(({ id, keys }) => ({ keys, gives: literal(id) })),
      "''",
    );
  const groupOf = sqlOf(cell);
  const found = await engine.all<[string, number, number]>(
    `SELECT g, best, count(*) FROM (SELECT g, min(stage) AS best FROM (SELECT ${groupOf} AS g, teacher, stage FROM ${table}) AS grouped GROUP BY g, teacher) AS each_one GROUP BY g, best`,
  );
  const counts = new Map<string, Map<number, number>>();
  for (const [group, stage, people] of found) counts.set(group, (counts.get(group) ?? new Map<number, number>()).set(stage, people));
  const unknown = counts.has("") ? [{ id: "unknown", name: "Not known", cell: "" }] : [];
  if (breakdown.groups && unknown.length > 0) {
    const [rows] = await engine.all<[number]>(`SELECT sum(many) FROM ${table} WHERE ${groupOf} = ''`);
    faults.add({ in: document, column: breakdown.column, reason: "value-not-listed", rows: rows![0] });
  }
  const groups = [...listed.map((group) => ({ ...group, cell: group.id })), ...unknown];
  const lines = groups.map((group) => line(counts.get(group.cell) ?? new Map()));
  const partition = lines.reduce((total, { total: people }) => total + people, 0) === whole.total;
  const names = groups.map(({ id, name }) => ({ id, name }));
  return { split: { partition, lines }, names, sql: groupOf, sqlOf, groups: groups.map((group) => group.cell) };
}

/** Keys of a line's figures: those who count first, then the stages. */
export const figureKeys = ["trained", ...implementationStages] as const;
const figures = ({ total, parts }: Line<Count>) => ({
  trained: total,
  met: parts[0]!,
  started: parts[1]!,
  notStarted: parts[2]!,
  notKnown: parts[3]!,
});

/** The figures of a document that was published before, as a family's lines. */
const earlierLines =
  (last: ImplementationDocument, plan: ImplementationPlan, counts: ImplementationCounts) =>
  (split: number | undefined, row: number): Line<Figure | undefined> | undefined => {
    const { by } = plan.config.breakdowns?.[split ?? -1] ?? {};
    const group = last.breakdowns.find((one) => one.by === by)?.groups.find(({ id }) => id === counts.groups[split ?? -1]?.[row]?.id);
    const of = split === undefined ? last : group;
    return of && { total: of.trained, parts: [of.met, of.started, of.notStarted, of.notKnown] };
  };

/** The counts beside what is known of them, by the names their figures will have. */
function withKnown({ family, groups }: ImplementationCounts, { config }: ImplementationPlan, facts: Facts): Family {
  const line = (of: Line, path: string) =>
    withFacts(
      of,
      facts,
      `${path}trained`,
      implementationStages.map((key) => `${path}${key}`),
    );
  return {
    ...family,
    whole: line(family.whole, ""),
    splits: family.splits.map((split, at) => ({
      ...split,
      lines: split.lines.map((of, row) => line(of, `breakdowns/${config.breakdowns![at]!.by}/groups/${groups[at]![row]!.id}/`)),
    })),
  };
}

/** What everybody can add up beside the sums of the document, by the names of its figures. @param tables which breakdowns are told */
function sumsOf(
  { splits, unions = [] }: Family,
  { groups, stages: ofStages }: ImplementationCounts,
  { id, breakdowns = [] }: CountedConfig,
  tables: readonly number[] = [...splits.keys()],
): KnownSum[] {
  const figure = ([split, row, column]: Exclude<At, number>) => ({
    document: id,
    figure: `${split === undefined ? "" : `breakdowns/${breakdowns[split]!.by}/groups/${groups[split]![row]!.id}/`}${figureKeys[column]!}`,
  });
  const isTold = ([split]: readonly [number | undefined, ...unknown[]]) => split === undefined || tables.includes(split);
  const ofGroups = unions.flatMap(({ of, parts }) =>
    figureKeys.map((_, column) => ({
      total: [...of, column] as const,
      parts: parts.map((part) => [...part, column] as const),
    })),
  );
  return [...ofGroups, ...ofStages]
    .filter(({ total, parts }) => [total, ...parts].every(isTold))
    .map(({ total, parts }) => ({ total: figure(total), parts: parts.map(figure) }));
}

/**
 * Writes the document with only what `control` lets through.
 * @param known what everybody knows of single figures @param last what was published of the same before
 * @param joined what is told of the same people already
 */
export async function writeImplementation(
  plan: ImplementationPlan,
  counts: ImplementationCounts,
  publication: Publication,
  control: Control,
  known: readonly Known[],
  last?: ImplementationDocument,
  joined?: Joined,
) {
  const { config } = plan;
  const { privacy } = publication;
  const told = withKnown(counts, plan, factsOf(known, config.id));
  const alone = last ? besideEarlier(told, earlierLines(last, plan, counts), { now: privacy, before: last.privacy }) : told;
  const besides = { counts: joined?.besides.counts ?? [], sums: [...counts.stages, ...(joined?.besides.sums ?? [])] };
  const family = besides.sums.length > 0 ? { ...alone, besides } : alone;
  const controlled = await control.family(family, privacy);
  const documentOf = (whole: Line<Count>, splits: readonly (readonly Line<Count>[] | undefined)[]) =>
    ({
      ...(envelope("implementation/1", publication, config) as Omit<ImplementationDocument, "trained">),
      ...figures(whole),
      ...(config.target ? { target: config.target } : {}),
      breakdowns: splits.flatMap((lines, position) => {
        if (!lines) return [];
        const { by, label } = config.breakdowns![position]!;
        const groups = counts.groups[position]!.map((group, row) => ({ ...group, ...figures(lines[row]!) }));
        return [{ by, label, partition: family.splits[position]!.partition, groups }];
      }),
    }) as ImplementationDocument;
  const asControlled = documentOf(
    controlled.whole,
    controlled.splits.map((split) => split?.lines),
  );
  const rounded = config.round === undefined ? undefined : roundedFamily(family, config.round, privacy, config.id);
  const ways = [...(rounded ? [documentOf(rounded.whole, rounded.splits), documentOf(rounded.whole, [])] : []), asControlled];
  const document = await firstThatHolds(ways, (way) => way, known, sumsOf(family, counts, config));
  const tables = document.breakdowns.map(({ by }) => config.breakdowns!.findIndex((one) => one.by === by));
  const acts: Act[] =
    document === asControlled
      ? controlled.acts
      : [
          { rule: "banded", table: 0, figures: figureKeys.length },
          ...family.splits.map(({ lines }, at): Act => ({
            rule: tables.includes(at) ? "banded" : "left-out",
            table: at + 1,
            figures: lines.length * figureKeys.length,
          })),
        ];
  // Without its total and those who met the bar a picture is not worth drawing.
  const lost =
    last !== undefined && (["trained", "met"] as const).some((key) => typeof last[key] === "number" && document[key] === "withheld");
  return {
    document,
    lost,
    sums: [...sumsOf(family, counts, config, tables), ...(joined?.sums ?? [])],
    acts: acts.map((act) => ({ ...act, table: act.table === 0 ? "total" : config.breakdowns![act.table - 1]!.by })),
  };
}
