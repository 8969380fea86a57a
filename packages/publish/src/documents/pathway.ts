import type { KnownSum } from "@vitrine/disclosure";
import { goesOn, type Count, type PathwayDocument, type PathwayLine } from "@vitrine/contract";
import { pathText } from "../config/read.js";
import type { PathwayConfig } from "../config/pathway.js";
import type { Act, Control, Line, Policy, Shown, Split, Union } from "../control/control.js";
import type { Counter } from "../engine/engine.js";
import { at } from "../engine/sql.js";
import { PublishError } from "../error.js";
import { need } from "../rows/columns.js";
import { whereSql } from "../rows/load.js";
import { envelope } from "./envelope.js";
import { groupingOf, type Grouping } from "./grouping.js";
import type { Maker } from "./maker.js";
import { unionsOf } from "./unions.js";
import { firstThatHolds } from "./ways.js";

/** Counts who reached each stage; those who left are counts of people too, and pass through `control` with them. */
export const pathwayMaker: Maker<PathwayConfig> = (config, columnsOf, path) => {
  const columns = columnsOf(config.from, [...path, "from"]);
  const cell = (name: string, ...steps: (string | number)[]) => at(need(columns, name, [...path, ...steps]));
  const conditions = (list: PathwayConfig["where"], ...steps: (string | number)[]) =>
    whereSql(
      columns.sql,
      (list ?? []).map((one, position) => ({ ...one, cell: cell(one.column, ...steps, position, "column") })),
    );
  const named = config.breakdowns?.findIndex(({ column }) => column === config.person) ?? -1;
  if (named >= 0) {
    const where = pathText([...path, "breakdowns", named, "column"]);
    throw new PublishError("config-refused", `${where} is the column that tells people apart: name a column that holds groups.`, {
      path: where,
      column: config.person!,
    });
  }
  refuseStages(config, path);
  const kept = conditions(config.where, "where");
  const flags = config.stages.map(
    ({ where }, stage) => `CASE WHEN ${where ? conditions(where, "stages", stage, "where") : "1 = 0"} THEN 1 ELSE 0 END AS f${stage}`,
  );
  const groups = (config.breakdowns ?? []).map(
    ({ column }, position) => `coalesce(${cell(column, "breakdowns", position, "column")}, '') AS g${position}`,
  );
  const { key, number } = columns.sql;
  const who = config.person === undefined ? "''" : key(cell(config.person, "person"));
  const amount = config.count === undefined ? "1" : number(cell(config.count, "count"));
  return {
    config,
    sources: [config.from],
    async write({ rows, table, publication, control, faults, known }) {
      const source = rows(config.from);
      const { engine, table: from } = source;
      const one = async (sql: string) => (await engine.all<[number]>(sql))[0]![0];
      const raw = await engine.keep(
        table,
        `SELECT ${[`${who} AS who`, `${amount} AS v`, ...flags, ...groups].join(", ")} FROM ${from} WHERE ${kept}`,
      );
      if (config.person === undefined) {
        const fault = { in: config.id, column: config.count! };
        faults.add({ ...fault, reason: "not-a-number", rows: await one(`SELECT count(*) FROM ${raw} WHERE v IS NULL`) });
        faults.add({ ...fault, reason: "negative", rows: await one(`SELECT count(*) FROM ${raw} WHERE v < 0`) });
        faults.add({ ...fault, reason: "not-whole", rows: await one(`SELECT count(*) FROM ${raw} WHERE v >= 0 AND v <> floor(v)`) });
      } else
        faults.add({
          in: config.id,
          column: config.person,
          reason: "person-missing",
          rows: await one(`SELECT count(*) FROM ${raw} WHERE who = ''`),
        });
      const whole = (await countLines(engine, raw, config, undefined)).get("") ?? config.stages.map(() => 0);
      if (config.person !== undefined && config.followed)
        faults.add({
          in: config.id,
          reason: "stage-skipped",
          rows: await one(`SELECT count(*) FROM (${personsSql(raw, config, "''")}) AS persons WHERE ${skippedSql(config)}`),
        });
      const splits: Counted[] = [];
      for (const [position, breakdown] of (config.breakdowns ?? []).entries()) {
        const grouping = await groupingOf(engine, raw, `g${position}`, breakdown, config.id, faults);
        const found = await countLines(engine, raw, config, grouping);
        const lines = grouping.names.map(({ id }) => found.get(id) ?? config.stages.map(() => 0));
        const partition = whole.every((total, stage) => lines.reduce((sum, line) => sum + line[stage]!, 0) === total);
        splits.push({ grouping, lines, partition });
      }
      const ways = splits.map(({ grouping: { names, sql } }) => ({ sql, groups: names.map(({ id }) => id) }));
      const unions = (await unionsOf(engine, raw, ways)).filter((union) => addsUp(splits, union));
      if (whole.every((count) => count === 0))
        throw new PublishError(
          "nothing-left",
          `Nobody is left for the document "${config.id}": check "where" and the stages in its config.`,
        );
      for (const line of [whole, ...splits.flatMap(({ lines }) => lines)]) refuseGrowth(line, config);
      const told = await tell(whole, splits, unions, config, publication.privacy, control);
      const document = ({ all, breakdowns }: Told): PathwayDocument =>
        ({
          ...envelope("pathway/1", publication, config),
          stages: config.stages.map(({ id, name, of, period, provisional }) => ({
            id,
            name,
            of,
            ...(period === undefined ? {} : { period }),
            ...(provisional === undefined ? {} : { provisional }),
          })),
          followed: config.followed,
          all,
          breakdowns,
        }) as PathwayDocument;
      const sums = sumsOf(config, splits, unions);
      const left = told.breakdowns.map(({ by, groups }) => ({
        table: by,
        rule: "left-out" as const,
        figures: groups.length * config.stages.length,
      }));
      const without: Told = { ...told, breakdowns: [], acts: [...told.acts.filter(({ table }) => table === "total"), ...left] };
      const hidden = { table: "total", rule: "whole-withheld" as const, figures: config.stages.length };
      const nothing: Told = { all: empty(config, "withheld"), breakdowns: [], acts: [hidden, ...left] };
      const chosen = await firstThatHolds([told, without, nothing], document, known, sums);
      const people =
        config.person === undefined
          ? undefined
          : [
              {
                engine,
                keys: `SELECT DISTINCT who AS person FROM ${raw} WHERE who <> ''`,
                of: { rows: source, where: `${kept} AND ${who} <> ''` },
              },
            ];
      return { document: document(chosen), acts: chosen.acts, people, sums };
    },
  };
};

interface Counted {
  grouping: Grouping;
  lines: number[][];
  partition: boolean;
}

/** Groups by a column that says who reached a stage would tell the stages again, where they are withheld. @throws PublishError */
function refuseStages({ stages, breakdowns = [] }: PathwayConfig, path: readonly (string | number)[]): void {
  breakdowns.forEach(({ column }, position) => {
    const said = stages.flatMap(({ where }) => (where ? [JSON.stringify(where.filter((one) => one.column === column))] : []));
    if (new Set(said).size < 2) return;
    const here = pathText([...path, "breakdowns", position, "column"]);
    throw new PublishError("config-refused", `${here} is a column by which stages are told apart: name a column that holds groups.`, {
      path: here,
      column,
    });
  });
}

/** Whether a group is the sum of others at every stage: somebody may stand in several of them. */
const addsUp = (splits: readonly Counted[], { of, parts }: Union): boolean => {
  const line = ([split, row]: readonly [number, number]) => splits[split]!.lines[row]!;
  return line(of).every((value, stage) => parts.reduce((sum, part) => sum + line(part)[stage]!, 0) === value);
};

/** What everybody can add up, by the names figures will have. */
const sumsOf = ({ id, breakdowns, stages }: PathwayConfig, splits: readonly Counted[], unions: readonly Union[]): KnownSum[] => {
  const named = ([split, row]: readonly [number, number]) =>
    `breakdowns/${breakdowns![split]!.by}/groups/${splits[split]!.grouping.names[row]!.id}/`;
  const figures = [...stages.keys()].flatMap((stage) => [`reached/${stage}`, ...(stage > 0 ? [`left/${stage - 1}`] : [])]);
  return unions.flatMap(({ of, parts }) =>
    figures.map((key) => {
      const figure = (at: typeof of) => ({ document: id, figure: `${named(at)}${key}` });
      return { total: figure(of), parts: parts.map(figure) };
    }),
  );
};

/** Stages whose people are among those of an earlier one, each with the last known stage before it. */
function before({ stages, followed }: PathwayConfig, stage: number): number | undefined {
  for (let earlier = stage - 1; earlier >= 0 && goesOn({ stages, followed }, earlier + 1); earlier--)
    if (stages[earlier]!.where) return earlier;
  return undefined;
}

/** One row for each person: which stages they were at, `f`, and which they reached by all before them, `r`. */
function personsSql(raw: string, config: PathwayConfig, group: string): string {
  const stages = [...config.stages.keys()];
  const read = `SELECT ${[`${group} AS part`, "who", ...stages.map((stage) => `f${stage} AS a${stage}`)].join(", ")} FROM ${raw} WHERE who <> ''`;
  return `SELECT ${["part", "who", ...stages.map((stage) => `max(a${stage}) AS f${stage}`)].join(", ")} FROM (${read}) AS visits GROUP BY part, who`;
}
const reachSql = (config: PathwayConfig, stage: number): string => {
  const earlier = before(config, stage);
  return earlier === undefined ? `f${stage} = 1` : `f${stage} = 1 AND ${reachSql(config, earlier)}`;
};
const skippedSql = (config: PathwayConfig): string =>
  config.stages
    .flatMap((_, stage) => (before(config, stage) === undefined ? [] : [`(f${stage} = 1 AND NOT (${reachSql(config, stage)}))`]))
    .join(" OR ") || "1 = 0";

async function countLines(
  engine: Counter,
  raw: string,
  config: PathwayConfig,
  grouping: Grouping | undefined,
): Promise<Map<string, number[]>> {
  const group = grouping?.sql ?? "''";
  const persons = config.person !== undefined;
  const counts = config.stages.map((_, stage) =>
    persons
      ? engine.sql.countIf(reachSql(config, stage))
      : `coalesce(sum(CASE WHEN f${stage} = 1 AND v >= 0 AND v = floor(v) THEN v END), 0)`,
  );
  const from = persons ? personsSql(raw, config, group) : `SELECT ${group} AS part, * FROM ${raw}`;
  const found = await engine.all<[string, ...number[]]>(`SELECT part, ${counts.join(", ")} FROM (${from}) AS lines GROUP BY part`);
  return new Map(found.map(([part, ...line]) => [part, line]));
}

/** Who is followed cannot become more: rows that say so are wrong, or the stages stand in the wrong order. */
function refuseGrowth(line: readonly number[], config: PathwayConfig): void {
  config.stages.forEach((stage, position) => {
    const earlier = before(config, position);
    if (stage.where && earlier !== undefined && line[position]! > line[earlier]!)
      throw new PublishError(
        "stages-grow",
        `More reached the stage "${stage.id}" of the document "${config.id}" than the one before it: put the stages in order, or say "followed": false.`,
      );
  });
}

interface Told {
  all: PathwayLine;
  breakdowns: PathwayDocument["breakdowns"];
  acts: { table: string; rule: Act["rule"]; figures: number }[];
}

const empty = ({ stages, followed }: PathwayConfig, word: "withheld" | "not-applicable"): PathwayLine => ({
  reached: stages.map(({ instead }) => instead ?? word),
  left: stages
    .slice(1)
    .map((_, at): Count =>
      goesOn({ stages, followed }, at + 1) ? (stages[at]!.instead ?? stages[at + 1]!.instead ?? word) : "not-applicable",
    ),
});

/** Runs of stages that people are followed through: each is one line of those who left and those who stayed to its end. */
function chains(config: PathwayConfig): number[][] {
  const runs: number[][] = [];
  config.stages.forEach(({ where }, stage) => {
    if (!where) return;
    const earlier = before(config, stage);
    const run = earlier === undefined ? undefined : runs.find((one) => one.at(-1) === earlier);
    if (run) run.push(stage);
    else runs.push([stage]);
  });
  return runs;
}

/** Everybody once, at the last stage they reached: those who stayed to the end first, because they are what the picture is for. */
function lineOf(counts: readonly number[], chain: readonly number[]): Line {
  const reached = chain.map((stage) => counts[stage]!);
  return { total: reached[0]!, parts: [reached.at(-1)!, ...reached.slice(1).map((count, at) => reached[at]! - count)] };
}

async function tell(
  whole: number[],
  splits: readonly Counted[],
  unions: readonly Union[],
  config: PathwayConfig,
  policy: Policy,
  control: Control,
): Promise<Told> {
  const acts: Told["acts"] = [];
  const all = empty(config, "not-applicable");
  const groups = splits.map(({ lines }) => lines.map(() => empty(config, "not-applicable")));
  const shownSplits = new Set(splits.keys());
  for (const chain of chains(config)) {
    const there = splits.map(({ lines }) => [...lines.keys()].filter((row) => lines[row]![chain[0]!]! > 0));
    const family = {
      whole: lineOf(whole, chain),
      splits: splits.map(({ lines, partition }, at): Split => ({ partition, lines: there[at]!.map((row) => lineOf(lines[row]!, chain)) })),
      unions: unions.flatMap(({ of, parts }): Union[] => {
        const position = ([split, row]: readonly [number, number]) => [split, there[split]!.indexOf(row)] as const;
        // A group that nobody is in adds nothing.
        const sum = { of: position(of), parts: parts.map(position).filter(([, row]) => row >= 0) };
        return sum.of[1] < 0 ? [] : [sum];
      }),
    };
    if (family.whole.total === 0) {
      all.reached[chain[0]!] = 0;
      continue;
    }
    const found = await control.family(family, policy);
    acts.push(
      ...found.acts.map(({ rule, table, figures }) => ({
        rule,
        figures,
        table: table === 0 ? "total" : splits[table - 1]!.grouping.names.length > 0 ? config.breakdowns![table - 1]!.by : "total",
      })),
    );
    write(all, found.whole, chain, config);
    splits.forEach(({ lines }, at) => {
      const split = found.splits[at];
      if (!split) return void shownSplits.delete(at);
      lines.forEach((line, row) => {
        const position = there[at]!.indexOf(row);
        if (position >= 0) write(groups[at]![row]!, split.lines[position]!, chain, config);
        else if (line[chain[0]!] === 0) groups[at]![row]!.reached[chain[0]!] = 0;
      });
    });
  }
  const breakdowns = [...shownSplits].map((at) => {
    const { by, label } = config.breakdowns![at]!;
    return {
      by,
      label,
      partition: splits[at]!.partition,
      groups: splits[at]!.grouping.names.map((name, row) => ({ ...name, ...groups[at]![row]! })),
    };
  });
  return { all, breakdowns, acts };
}

/**
 * Writes what of a chain may be told. How many reached a stage between is told only where it follows from figures that are shown, so that it
 * says nothing beside them.
 */
function write(into: PathwayLine, { total, parts }: Line<Shown>, chain: readonly number[], { stages, followed }: PathwayConfig): void {
  const [last, ...left] = parts;
  const reached: Shown[] = chain.map(() => "withheld");
  const less = (from: Shown, by: Shown): Shown => (typeof from === "number" && typeof by === "number" ? from - by : "withheld");
  const more = (to: Shown, by: Shown): Shown => (typeof to === "number" && typeof by === "number" ? to + by : "withheld");
  reached[0] = total;
  reached[chain.length - 1] = chain.length > 1 ? last! : total;
  for (let at = 1; at < chain.length - 1; at++) reached[at] = less(reached[at - 1]!, left[at - 1]!);
  for (let at = chain.length - 2; at > 0; at--) if (reached[at] === "withheld") reached[at] = more(reached[at + 1]!, left[at]!);
  chain.forEach((stage, at) => {
    into.reached[stage] = reached[at]!;
    const next = chain[at + 1];
    // Across a stage without a number nobody says at which of the two steps they left.
    if (next === stage + 1 && goesOn({ stages, followed }, next)) into.left[stage] = left[at]!;
  });
}
