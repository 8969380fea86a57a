import type { Metric, MetricsDocument } from "@vitrine/contract";
import type { Same } from "@vitrine/disclosure";
import { pathText } from "../config/read.js";
import type { MetricsConfig } from "../config/metrics.js";
import type { Publication } from "../config/schema.js";
import { isSmall, type Act, type Control, type Line, type Shown } from "../control/control.js";
import { factsOf, withFacts, type Facts } from "../control/facts.js";
import type { Sql } from "../engine/dialects.js";
import { at, own } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { Faults } from "../faults.js";
import { need } from "../rows/columns.js";
import { whereSql, type Rows } from "../rows/load.js";
import { envelope } from "./envelope.js";
import { groupsOf, type GroupName } from "./groups.js";
import { besideOf, everybody, joined, lineBeside, sameAs, type Beside, type Telling, type Told } from "./beside.js";
import type { Maker, People } from "./maker.js";
import { inCommon } from "./overlap.js";
import type { Grouped } from "./unions.js";
import { firstTogether } from "./ways.js";

type MetricConfig = MetricsConfig["metrics"][number];
type Path = readonly (string | number)[];

/** One number prepared: its columns are known to exist, as SQL over the rows of its source. */
interface Asked {
  config: MetricConfig;
  now: string;
  before?: string;
  cell?: string;
  part?: string;
  over?: string;
}

/** Counts single numbers from rows; people among them pass through `control` as every other count. */
export const metricsMaker: Maker<MetricsConfig> = (config, columnsOf, path) => {
  const asked = config.metrics.map((metric, position): Asked => {
    const here = [...path, "metrics", position];
    const columns = columnsOf(metric.from, [...here, "from"]);
    const cell = (name: string, ...steps: (string | number)[]) => at(need(columns, name, [...here, ...steps]));
    const conditions = (list: MetricConfig["where"], ...steps: string[]) =>
      whereSql(
        columns.sql,
        (list ?? []).map((condition, one) => ({ ...condition, cell: cell(condition.column, ...steps, one, "column") })),
      );
    if (metric.counts === "people" && metric.parts && metric.parts.column === metric.column)
      refuseNames(metric.column, [...here, "parts", "column"]);
    return {
      config: metric,
      now: conditions(metric.where, "where"),
      ...(metric.change && {
        before: conditions(metric.change.where, "change", "where"),
        over: cell(metric.change.over, "change", "over"),
      }),
      ...(metric.column !== undefined && { cell: cell(metric.column, "column") }),
      ...(metric.parts && { part: cell(metric.parts.column, "parts", "column") }),
    };
  });
  return {
    config,
    sources: [...new Set(config.metrics.map(({ from }) => from))],
    async write({ rows, table, publication, control, faults, known, besides: all, same: before, sums }) {
      const acts: { table: string; rule: Act["rule"]; figures: number }[] = [];
      const metrics: Metric[] = [];
      const people: People[] = [];
      const besides: Omit<Beside, "document">[] = [];
      const same: Same[] = [];
      const said = envelope("metrics/1", publication, config);
      const documentOf = (list: readonly Metric[]) => ({ ...said, metrics: list }) as MetricsDocument;
      for (const [position, one] of asked.entries()) {
        const { id, from, counts, take, parts, change } = one.config;
        const made = await count(one, rows(from), own(`${table}_${position}`), config.id, faults);
        const line: Line = { total: made.value, parts: made.parts?.values ?? [] };
        const counted = counts === "people" && take === "different" ? peopleOf(one, rows(from)) : undefined;
        const { table: within, engine } = rows(from);
        const split = parts && made.parts && { column: parts.column, sql: made.parts.sql, groups: made.parts.groups };
        const asking = { people: counted!, source: JSON.stringify(from), from: `${within} WHERE ${one.now}`, line, parts: split };
        const others = counted && !change ? await besideOf(asking, engine, all) : [];
        const facts = factsOf(known, config.id);
        const found = await protect(one.config, made, publication.privacy, control, facts, others);
        if (others.length > 0) {
          const told = toldOf(one.config, made, found.metric);
          const shared = sameAs(config.id, told, others);
          const together = (metric: Metric) => ({
            documents: [...others.map(({ document }) => document), documentOf([metric])],
            same: joined([...before, ...shared]),
          });
          const chosen = found.metric;
          found.metric = await firstTogether([chosen, withoutParts(chosen), hidden(chosen)], together, known, sums);
          const figures = withheldIn(found.metric) - withheldIn(chosen);
          if (figures > 0) found.acts.push({ rule: "to-protect", table: 0, figures });
          same.push(...shared);
          const [whole, ...groups] = toldOf(one.config, made, found.metric) as [Told, ...Told[]];
          besides.push({
            people: counted!,
            source: asking.source,
            whole,
            groups: new Map(split ? [[split.column, { ...split, told: groups }]] : []),
            otherwise: [],
            telling: tellingOf(whole, groups, split),
          });
        } else if (counted) people.push(counted);
        else if (counts === "people" && take === "rows") people.push({ rows: rows(from), where: one.now, each: "person" });
        metrics.push(found.metric);
        acts.push(...found.acts.map(({ rule, figures }) => ({ table: id, rule, figures })));
      }
      await refuseShared(asked, rows, config.id);
      const document = documentOf(metrics);
      return { document, acts, people, same, besides: besides.map((one) => ({ ...one, document })) };
    },
  };
};

/** The figures of a number that another document may tell too. */
const toldOf = ({ id }: MetricConfig, { value, parts }: Counted, metric: Metric): Told[] => [
  { figure: `metrics/${id}/value`, count: value, shown: metric.value },
  ...(parts?.names ?? []).map((part, at) => ({
    figure: `metrics/${id}/parts/${part.id}/value`,
    count: parts!.values[at]!,
    shown: metric.parts![at]!.value,
  })),
];
/** The same as counts and sums. */
const tellingOf = (whole: Told, groups: readonly Told[], split: Grouped | undefined): Telling => ({
  told: [whole, ...groups],
  sums: split ? [{ total: 0, parts: groups.map((_, at) => at + 1) }] : [],
  ways: [{ ...everybody, lines: [[0]] }, ...(split ? [{ ...split, lines: groups.map((_, at) => [at + 1]) }] : [])],
  meaning: "",
});
const withoutParts = (metric: Metric): Metric => ({
  ...metric,
  ...(metric.parts && { parts: metric.parts.map((part) => ({ ...part, value: "withheld" as const })) }),
});
const withheldIn = ({ value, parts = [] }: Metric) =>
  [value, ...parts.map((part) => part.value)].filter((one) => one === "withheld").length;
const hidden = (metric: Metric): Metric => ({ ...withoutParts(metric), value: "withheld" });

function refuseNames(column: string, path: Path): never {
  throw new PublishError("config-refused", `${pathText(path)} is the column that tells people apart: name a column that holds groups.`, {
    path: pathText(path),
    column,
  });
}

/** What was counted: still unprotected. It never leaves `publish`. */
interface Counted {
  value: number;
  parts?: { names: GroupName[]; values: number[] } & Grouped;
  change?: { now: number; before: number; n: number };
}

const measure = ({ config, cell }: Asked, { key, number }: Sql): string => {
  if (config.take === "rows") return "count(*)";
  if (config.take === "different") return `count(DISTINCT CASE WHEN ${cell} IS NOT NULL THEN ${key(cell!)} END)`;
  const value = number(cell!);
  return `coalesce(sum(CASE WHEN ${value} >= 0 AND ${value} = floor(${value}) THEN ${value} END), 0)`;
};

async function count(asked: Asked, rows: Rows, table: string, document: string, faults: Faults): Promise<Counted> {
  const { config, now, before, cell, part, over } = asked;
  const { engine, table: from } = rows;
  const { key, number, within } = engine.sql;
  const one = async (sql: string) => (await engine.all<[number]>(sql))[0]![0];
  const kept = `(SELECT * FROM ${from} WHERE ${now}) AS kept`;
  if (config.take === "sum") {
    const wrong = async (reason: "not-a-number" | "negative" | "not-whole", test: string) =>
      faults.add({ in: document, column: config.column!, reason, rows: await one(`SELECT count(*) FROM ${kept} WHERE ${test}`) });
    await wrong("not-a-number", `${cell} IS NOT NULL AND ${number(cell!)} IS NULL`);
    await wrong("negative", `${number(cell!)} < 0`);
    await wrong("not-whole", `${number(cell!)} >= 0 AND ${number(cell!)} <> floor(${number(cell!)})`);
  }
  const take = measure(asked, engine.sql);
  const value = await one(`SELECT ${take} FROM ${kept}`);
  const counted: Counted = { value };
  if (part) counted.parts = await countParts(asked, rows, table, value, document, faults);
  if (before && over) {
    const ours = `SELECT DISTINCT ${key(over)} AS place FROM ${kept} WHERE ${over} IS NOT NULL`;
    const both = `SELECT place FROM (${ours}) AS ours WHERE place ${within} (SELECT ${key(over)} FROM ${from} WHERE ${before})`;
    const of = (which: string) => one(`SELECT ${take} FROM ${which} WHERE ${key(over)} ${within} (${both})`);
    counted.change = {
      now: await of(kept),
      before: await of(`(SELECT * FROM ${from} WHERE ${before}) AS kept`),
      n: await one(`SELECT count(*) FROM (${both}) AS places`),
    };
  }
  return counted;
}

async function countParts(asked: Asked, rows: Rows, name: string, value: number, document: string, faults: Faults) {
  const { config, part, now } = asked;
  const { column, groups } = config.parts!;
  const { engine } = rows;
  const { literal, pick } = engine.sql;
  const table = await engine.keep(name, `SELECT *, coalesce(${part}, '') AS part FROM ${rows.table} WHERE ${now}`);
  const named = Object.entries(groups ?? (await groupsOf(engine, table, "part", { column }, document, faults)));
  const listed = [...new Map(named.map(([, group]) => [group.id, group])).values()];
  const sqlOf = (cell: string) =>
    pick(
      cell,
      listed.map(({ id }) => ({ keys: named.filter(([, group]) => group.id === id).map(([cell]) => cell), gives: literal(id) })),
      "''",
    );
  const partOf = sqlOf("part");
  const found = new Map(
    await engine.all<[string, number]>(
      `SELECT p, ${measure(asked, engine.sql)} FROM (SELECT *, ${partOf} AS p FROM ${table}) AS parted GROUP BY p`,
    ),
  );
  if (found.has("") && groups)
    faults.add({
      in: document,
      column,
      reason: "value-not-listed",
      rows: (await engine.all<[number]>(`SELECT count(*) FROM ${table} WHERE ${partOf} = ''`))[0]![0],
    });
  const unknown = found.has("") ? [{ id: "unknown", name: "Not known" }] : [];
  const names = [...listed, ...unknown];
  const values = names.map(({ id }) => found.get(id === "unknown" && unknown.length > 0 ? "" : id) ?? 0);
  if (values.reduce((sum, one) => sum + one, 0) !== value)
    throw new PublishError(
      "groups-overlap",
      `Parts of the number "${config.id}" of the document "${document}" overlap: somebody stands in two of them; name a column that splits them, or leave out "parts".`,
      { column },
    );
  if (names.length < 2)
    throw new PublishError(
      "nothing-left",
      `The number "${config.id}" of the document "${document}" has one part only: name another column under "parts", or leave it out.`,
      { column },
    );
  const cells = names.map(({ id }) => (id === "unknown" && unknown.length > 0 ? "" : id));
  return { names, values, sql: sqlOf(`coalesce(${part}, '')`), groups: cells };
}

/** The number as it may be published. Of people the change, what was there before and both sides of the comparison are counts too. */
async function protect(
  { id, name, unit, counts, period, asOf, detail, change }: MetricConfig,
  counted: Counted,
  policy: Publication["privacy"],
  control: Control,
  facts: Facts,
  others: readonly Beside[],
): Promise<{ metric: Metric; acts: Act[] }> {
  const acts: Act[] = [];
  const people = counts === "people";
  let value: Shown = counted.value;
  let parts: Shown[] | undefined = counted.parts?.values;
  if (people && parts) {
    const { names, values } = counted.parts!;
    const line = withFacts(
      lineBeside({ total: counted.value, parts: values }, others),
      facts,
      `metrics/${id}/value`,
      names.map((part) => `metrics/${id}/parts/${part.id}/value`),
    );
    const { whole, acts: why } = await control.family({ whole: line, splits: [] }, policy);
    [value, parts] = [whole.total, whole.parts];
    acts.push(...why);
  } else if (people) {
    const told = lineBeside({ total: counted.value, parts: [] }, others).before?.total;
    value = told === "withhold" ? "withheld" : control.single(counted.value, policy);
    if (value === "withheld") acts.push({ rule: "small", table: 0, figures: 1 });
  }
  const few = (number: number) => number !== 0 && isSmall(number, policy);
  const moved = counted.change && change ? counted.change.now - counted.change.before : 0;
  const tells = counted.change && [Math.abs(moved), counted.value - moved, counted.change.now, counted.change.before].some(few);
  const isHidden = people && counted.change !== undefined && (value === "withheld" || tells || counted.value < moved);
  if (isHidden) acts.push({ rule: "small", table: 0, figures: 1 });
  return {
    acts,
    metric: {
      id,
      name,
      counts,
      value,
      unit,
      ...(period === undefined ? {} : { period }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(detail === undefined ? {} : { detail }),
      ...(counted.change &&
        change && {
          change: {
            by: counted.change.n === 0 ? ("not-applicable" as const) : isHidden ? ("withheld" as const) : moved,
            since: change.since,
            n: {
              value: change.counts === "people" ? control.single(counted.change.n, policy) : counted.change.n,
              counts: change.counts,
              of: change.of,
            },
          },
        }),
      ...(parts && { parts: counted.parts!.names.map((part, position) => ({ ...part, value: parts[position]! })) }),
    },
  };
}

const peopleOf = ({ cell, now }: Asked, rows: Rows): People => {
  const { engine, table } = rows;
  const where = `${now} AND ${cell} IS NOT NULL`;
  return { engine, keys: `SELECT DISTINCT ${engine.sql.key(cell!)} AS person FROM ${table} WHERE ${where}`, of: { rows, where } };
};

/** Numbers about partly the same people could be subtracted from each other: refused, as between documents. */
async function refuseShared(asked: readonly Asked[], rowsOf: (source: string) => Rows, document: string): Promise<void> {
  const people = asked.filter(({ config }) => config.counts === "people");
  for (const [position, one] of people.entries())
    for (const other of people.slice(position + 1)) {
      const [rows, others] = [rowsOf(one.config.from), rowsOf(other.config.from)];
      const sameColumn = one.config.take === "different" && other.config.take === "different" && one.config.column === other.config.column;
      const common = sameColumn
        ? await inCommon(peopleOf(one, rows), peopleOf(other, others))
        : await inCommon({ rows, where: one.now, each: "person" }, { rows: others, where: other.now, each: "person" });
      if (common !== 0)
        throw new PublishError(
          "groups-overlap",
          `The numbers "${one.config.id}" and "${other.config.id}" of the document "${document}" count ${common === undefined ? "people in two engines, so nobody can tell whether they are the same: read both from one" : "partly the same people, so one could be subtracted from the other: make them parts of one number"}, or publish one of them.`,
        );
    }
}
