import { isExact, type Count, type Share, type TrendDocument, type TrendLine } from "@vitrine/contract";
import { pathText } from "../config/read.js";
import type { TrendConfig } from "../config/trend.js";
import type { Act, At, Control, Line, Policy, Shown } from "../control/control.js";
import { factsOf, withFacts, type Facts } from "../control/facts.js";
import { millionth, type Sql } from "../engine/dialects.js";
import type { Counter } from "../engine/engine.js";
import { at } from "../engine/sql.js";
import { PublishError } from "../error.js";
import { need } from "../rows/columns.js";
import { whereSql } from "../rows/load.js";
import { envelope } from "./envelope.js";
import { groupingOf, type Grouping } from "./grouping.js";
import { joined, joinedWith, type Beside, type Joined } from "./beside.js";
import type { Maker, People } from "./maker.js";
import { protectBeside, shownAt, sumsOf, systemOf, tellingOf, waysOf, type Lines, type TrendSystem } from "./trend-beside.js";
import { bandOf, firstTogether } from "./ways.js";

type Cell = (name: string, ...steps: (string | number)[]) => string;

/** Counts what moves over time. Of people, every point in time passes through `control` with all its groups. */
export const trendMaker: Maker<TrendConfig> = (config, columnsOf, path) => {
  const columns = columnsOf(config.from, [...path, "from"]);
  const cell: Cell = (name, ...steps) => at(need(columns, name, [...path, ...steps]));
  const { measure, groups } = config;
  const { take, column: counts } =
    measure.kind === "mean" ? { take: "different", column: measure.over } : measure.kind === "count" ? measure.count : measure.base;
  const named = take === "different" ? counts : undefined;
  if (measure.people && groups && groups.column === named) {
    const where = pathText([...path, "groups", "column"]);
    throw new PublishError("config-refused", `${where} is the column that tells people apart: name a column that holds groups.`, {
      path: where,
      column: groups.column,
    });
  }
  const { sql } = columns;
  const kept = whereSql(
    sql,
    (config.where ?? []).map((one, position) => ({ ...one, cell: cell(one.column, "where", position, "column") })),
  );
  const group = groups ? `coalesce(${cell(groups.column, "groups", "column")}, '')` : "''";
  const when = cell(config.time.column, "time", "column");
  const time = timeSql(config.time, when, sql);
  const select = measureSql(config, cell, sql);
  return {
    config,
    sources: [config.from],
    async write({ rows, table, publication, control, faults, known, only, besides: others, same, sums }) {
      const { engine, table: from } = rows(config.from);
      // Millions of rows are looked at once, and only what differs in its point in time is kept; days only where a mean is taken over them.
      const day = measure.kind === "mean" && measure.within === "sum-of-a-day" ? time.day : "''";
      const read = `SELECT ${time.read} AS c, ${group} AS g, ${select} FROM ${from} WHERE ${kept}`;
      const points = `SELECT ${time.point} AS point, ${day} AS d, g, who, m, x, y FROM (${read}) AS cells_read`;
      const raw = await engine.keep(
        table,
        `SELECT point, d, g, who, m, sum(x) AS v, count(x) AS nv, count(*) AS many, sum(y) AS p FROM (${points}) AS points GROUP BY point, d, g, who, m`,
      );
      const view = `(SELECT ${time.text} AS t, * FROM ${raw}) AS dated`;
      const [lost] = await engine.all<[number]>(`SELECT coalesce(sum(many), 0) FROM ${view} WHERE t IS NULL`);
      faults.add({ in: config.id, column: config.time.column, reason: time.reason, rows: lost![0] });
      const grouping = groups && (await groupingOf(engine, view, "g", groups, config.id, faults, "sum(many)"));
      const counted = await countPoints(engine, view, config, grouping);
      if (counted.times.length === 0)
        throw new PublishError("nothing-left", `No row is left for the document "${config.id}": check "where" and "time" in its config.`);
      const names = grouping ? grouping.names.filter(({ id }) => measure.people || id !== "unknown") : [];
      const ids = names.map(({ id }) => id);
      const facts = factsOf(known, config.id);
      const own = rows(config.from);
      const someone = named === undefined ? "1 = 1" : `${sql.key(cell(named))} <> ''`;
      const of = { rows: own, where: `${kept} AND ${someone}` };
      const keys = `SELECT DISTINCT who AS person FROM ${raw} WHERE who <> ''`;
      const someOf: People = named === undefined ? { ...of, each: take === "sum" ? "number" : "person" } : { engine, keys, of };
      const people = measure.people ? someOf : undefined;
      const system =
        !only && people && named !== undefined ? await countPeople(engine, view, config, counted, ids, grouping, facts) : undefined;
      const ways = system && waysOf(system.lines, system, "t", grouping);
      const asking = system && {
        document: config.id,
        people: people!,
        total: system.lines.people[0]!.all,
        source: JSON.stringify(config.from),
        from: `(SELECT *, ${time.text} AS t FROM (SELECT *, ${time.point} AS point FROM (SELECT *, ${time.read} AS c, ${group} AS g FROM ${from} WHERE ${of.where}) AS cells_read) AS points) AS dated`,
        ways: ways!.map((way) => ({ ...way, lines: way.lines.map((line) => line.map((one): At => [undefined, one, 0])) })),
        countOf: (one: At) => system.cells[(one as [undefined, number, number])[1]]!.count,
        nameOf: (one: At) => system.cells[(one as [undefined, number, number])[1]]!.figure,
        isImplied: (one: At) => system.cells[(one as [undefined, number, number])[1]]!.implied ?? false,
        meaning: JSON.stringify(measure),
        otherwise: measure.kind === "share" ? (measure.part.where ?? []).map(({ column }) => column) : [],
        columns: [config.time.column, ...(groups ? [groups.column] : [])],
      };
      const joins = asking && others.length > 0 ? await joinedWith(asking, engine, others, { sums, same }) : undefined;
      const told = await tell(counted, ids, config, publication.privacy, control, facts, system, joins);
      const document = (lines: readonly Columns[]): TrendDocument =>
        ({
          ...envelope("trend/1", publication, config),
          measure: {
            kind: measure.kind,
            name: measure.name,
            of: measure.of,
            people: measure.people,
            ...(measure.kind === "mean" && measure.unit ? { unit: measure.unit } : {}),
          },
          step: config.time.step,
          times: { from: counted.times, ...(time.label ? { label: time.label } : {}) },
          ...(config.provisionalFrom ? { provisionalFrom: config.provisionalFrom } : {}),
          annotations: config.annotations ?? [],
          ...(config.all === undefined ? {} : { all: { name: config.all, ...lines[0]! } }),
          groups: names.map((name, row) => ({ ...name, ...lines[row + 1]! })),
          ...(groups ? { groupsLabel: groups.label } : {}),
          partition: told.partition,
        }) as TrendDocument;
      const banded = told.lines.map((line, row) => withBands(line, counted.lines(row === 0 ? "" : ids[row - 1]!)));
      const tellings = [...(measure.kind === "share" ? [banded] : []), told.lines];
      const mine = system && joins ? [...sumsOf(system, config.id), ...joins.sums] : [];
      const together = (lines: readonly Columns[]) => ({
        documents: [...(joins?.others ?? []).map((other) => other.document), document(lines)],
        same: joined([...same, ...(joins?.same ?? [])]),
      });
      if (joins)
        tellings.push(
          told.lines.map((line, row) => (row === 0 ? line : withheld(line))),
          told.lines.map(withheld),
        );
      const chosen = await firstTogether(tellings, together, known, [...sums, ...mine]);
      const made = document(chosen);
      const beside: Beside | undefined = system && {
        document: made,
        people: people!,
        source: asking!.source,
        whole: { figure: "all/people", count: asking!.total, shown: "withheld", implied: true },
        groups: new Map(),
        otherwise: asking!.otherwise,
        telling: tellingOf(system, ways!, made),
      };
      return {
        document: made,
        acts: told.acts,
        people: people && !joins ? [people] : undefined,
        ...(beside && { besides: [beside] }),
        ...(joins && { same: joins.same, sums: mine }),
      };
    },
  };
};

/** How many people are in each line, whenever that was; and the lines with them as counts and sums. */
async function countPeople(
  engine: Counter,
  view: string,
  { measure: { kind }, all }: TrendConfig,
  counted: Points,
  ids: readonly string[],
  grouping: Grouping | undefined,
  facts: Facts,
): Promise<(TrendSystem & { lines: Lines }) | undefined> {
  const ask = (group: string) =>
    engine.all<[string, number, number]>(
      `SELECT part, count(DISTINCT who), count(DISTINCT CASE WHEN t IS NOT NULL THEN who END) FROM (SELECT *, ${group} AS part FROM ${view}) AS parted WHERE who <> '' GROUP BY part`,
    );
  const found = new Map([...(await ask("''")), ...(grouping ? await ask(grouping.sql) : [])].map(([part, ...people]) => [part, people]));
  const names = ["", ...ids];
  const lines: Lines = {
    kind,
    times: counted.times,
    all: all !== undefined,
    ids,
    points: names.map((name) => counted.lines(name)),
    people: names.map((name) => ({ all: found.get(name)?.[0] ?? 0, dated: found.get(name)?.[1] ?? 0 })),
  };
  const system = systemOf(lines, facts);
  return system && { ...system, lines };
}

/** When a row is, as SQL: `read` of its cell and then, of that as `c`, its point in time and its day; the first day of a point as text. */
function timeSql({ step, points }: TrendConfig["time"], cell: string, { begins, day, dayText, literal, pick }: Sql) {
  if (points) {
    const point = pick(
      "c",
      points.map((one) => ({ keys: [one.cell], gives: literal(one.from) })),
      "NULL",
    );
    return {
      read: cell,
      point,
      text: "point",
      day: "''",
      reason: "value-not-listed" as const,
      label: points.map((one) => one.label ?? one.cell),
    };
  }
  const point = begins(step as Exclude<typeof step, "term">, "c");
  return { read: day(cell), point, text: dayText("point"), day: "c", reason: "not-a-day" as const, label: undefined };
}

/** Who a row is of, its number `x` in millionths, and of a share: whether it is part `m`, and the part's number `y`. */
function measureSql({ measure }: TrendConfig, cell: Cell, sql: Sql): string {
  const { key, millionths, number } = sql;
  const value = (name: string, ...steps: string[]) => {
    const found = number(cell(name, "measure", ...steps));
    return millionths(`CASE WHEN ${found} >= 0 THEN ${found} END`);
  };
  if (measure.kind === "mean")
    return `${key(cell(measure.over, "measure", "over"))} AS who, ${millionths(number(cell(measure.value, "measure", "value")))} AS x, 0 AS m, 0 AS y`;
  const { take, column } = measure.kind === "count" ? measure.count : measure.base;
  const place = measure.kind === "count" ? "count" : "base";
  const who = take === "different" ? key(cell(column!, "measure", place, "column")) : "''";
  const amount = take === "sum" ? value(column!, place, "column") : "1";
  if (measure.kind === "count") return `${who} AS who, ${amount} AS x, 0 AS m, 0 AS y`;
  const { where, column: part } = measure.part;
  const conditions = (where ?? []).map((one, position) => ({
    ...one,
    cell: cell(one.column, "measure", "part", "where", position, "column"),
  }));
  const is = part ? "0" : `CASE WHEN ${whereSql(sql, conditions)} THEN 1 ELSE 0 END`;
  return `${who} AS who, ${amount} AS x, ${is} AS m, ${part ? value(part, "part", "column") : is} AS y`;
}

/** Numbers of one group at one point in time, still unprotected. They never leave `publish`. */
interface Counted {
  base: number;
  part: number;
  mean: number | undefined;
}
interface Points {
  times: string[];
  /** Of a group, or of all under "". */
  lines(group: string): (Counted | undefined)[];
}

async function countPoints(engine: Counter, view: string, { measure, time }: TrendConfig, grouping: Grouping | undefined): Promise<Points> {
  const found = await engine.all<Row>(pointsSql(measure, view, "''", engine.sql));
  if (grouping) found.push(...(await engine.all<Row>(pointsSql(measure, view, grouping.sql, engine.sql))));
  const times = time.points?.map(({ from }) => from) ?? [...new Set(found.map(([point]) => point))].sort();
  const { take } = measure.kind === "count" ? measure.count : measure.kind === "share" ? measure.base : { take: "rows" };
  const unit = take === "sum" ? millionth : 1;
  const cells = new Map(
    found.map(([point, of, base, part, sum]) => [
      `${point} ${of}`,
      { base: base / unit, part: part / unit, mean: measure.kind === "mean" ? sum / base / millionth : undefined },
    ]),
  );
  return { times, lines: (of) => times.map((point) => cells.get(`${point} ${of}`)) };
}

/** A point of a group: how many, how many are part; of a mean the sum that it is taken of. What is added up is in millionths. */
type Row = [point: string, group: string, base: number, part: number, sum: number];
function pointsSql(measure: TrendConfig["measure"], view: string, group: string, { quotient }: Sql): string {
  const parted = `SELECT *, ${group} AS part FROM ${view} WHERE t IS NOT NULL`;
  if (measure.kind === "mean") {
    const keys = measure.within === "sum-of-a-day" ? "t, part, who, d" : "t, part, who";
    const sums = `SELECT ${keys}, sum(v) AS total, sum(nv) AS many_values FROM (${parted}) AS parted WHERE nv > 0 AND who <> '' GROUP BY ${keys}`;
    const each = measure.within === "mean" ? quotient("total", "many_values") : "total";
    const one = `SELECT t, part, who, ${each} AS x FROM (${sums}) AS sums`;
    const days = `SELECT t, part, who, sum(x) AS total, count(x) AS days FROM (${one}) AS days GROUP BY t, part, who`;
    const over = measure.within === "sum-of-a-day" ? `SELECT t, part, ${quotient("total", "days")} AS x FROM (${days}) AS means` : one;
    return `SELECT t, part, count(*), 0, sum(x) FROM (${over}) AS each_one GROUP BY t, part`;
  }
  const { take } = measure.kind === "count" ? measure.count : measure.base;
  const [base, part] =
    take === "different"
      ? ["count(DISTINCT CASE WHEN who <> '' THEN who END)", "count(DISTINCT CASE WHEN who <> '' AND m = 1 THEN who END)"]
      : take === "sum"
        ? ["coalesce(sum(v), 0)", "coalesce(sum(p), 0)"]
        : ["sum(many)", "coalesce(sum(p), 0)"];
  return `SELECT t, part, ${base}, ${part}, 0 FROM (${parted}) AS parted GROUP BY t, part`;
}

/** Columns of one line of the document. */
type Columns = Omit<TrendLine, "name">;
interface Told {
  lines: Columns[];
  partition: boolean;
  acts: { table: string; rule: Act["rule"]; figures: number }[];
}

/** Every point in time as it may be told: things as they are, people only as `control` lets them through. */
async function tell(
  counted: Points,
  groups: readonly string[],
  config: TrendConfig,
  policy: Policy,
  control: Control,
  facts: Facts,
  system: TrendSystem | undefined,
  joins: Joined | undefined,
): Promise<Told> {
  const { measure, all } = config;
  const whole = counted.lines("");
  const parts = groups.map((group) => counted.lines(group));
  const totals = (point: number) => parts.reduce((sum, line) => sum + (line[point]?.base ?? 0), 0);
  const partition = parts.length > 0 && whole.every((one, point) => totals(point) === (one?.base ?? 0));
  const lines: Columns[] = [whole, ...parts].map(() => emptyColumns(measure));
  const acts = new Map<Act["rule"], number>();
  const beside = system && joins && (await protectBeside(system, joins, policy, control));
  for (const { rule, figures } of beside?.acts ?? []) acts.set(rule, figures);
  for (const [point, time] of counted.times.entries()) {
    const family = [whole[point], ...parts.map((line) => line[point])];
    const named = family.map((one, row) => one && lineOf(one, measure.kind, facts, row === 0 ? "all" : `groups/${groups[row - 1]!}`, time));
    const shown = beside
      ? family.map((one, row) => one && shownAt(system, beside.shown, row, point, one))
      : await protect(named, measure, partition, all !== undefined, policy, control, acts);
    family.forEach((one, row) => write(lines[row]!, one, shown[row]!, measure));
  }
  if (measure.kind === "mean" && measure.people && partition && all !== undefined)
    acts.set("to-protect", hideMeans(lines, parts, policy) + (acts.get("to-protect") ?? 0));
  return { lines, partition, acts: [...acts].map(([rule, figures]) => ({ table: "points", rule, figures })) };
}

/**
 * Withholds more means where those that are withheld are of few people: what the mean of all says beside the others is theirs. The groups
 * with the fewest people go first. @returns how many
 */
function hideMeans(
  [all, ...groups]: readonly Columns[],
  counted: readonly (readonly (Counted | undefined)[])[],
  { threshold }: Policy,
): number {
  let figures = 0;
  const isTold = (line: Columns, point: number) => typeof line.mean![point] === "number";
  for (const point of all!.mean!.keys()) {
    const people = (row: number) => counted[row]![point]?.base ?? 0;
    const rows = [...groups.keys()].filter((row) => people(row) > 0);
    let rest = rows.reduce((sum, row) => sum + (isTold(groups[row]!, point) ? 0 : people(row)), 0);
    const next = rows.filter((row) => isTold(groups[row]!, point)).sort((a, b) => people(a) - people(b) || a - b);
    for (; isTold(all!, point) && rest > 0 && rest < threshold; figures++) {
      const row = next.shift();
      (row === undefined ? all! : groups[row]!).mean![point] = "withheld";
      rest += row === undefined ? 0 : people(row);
    }
  }
  return figures;
}

const emptyColumns = ({ kind }: TrendConfig["measure"]): Columns => ({
  [kind === "mean" ? "mean" : "count"]: [],
  ...(kind === "count" ? {} : { base: [] }),
});

/** A count and, of a share, those who are not part of it: what a reader can work out by subtraction. */
function lineOf({ base, part }: Counted, kind: string, facts: Facts, path: string, time: string): Line {
  const [all, some] = [`${path}/${kind === "count" ? "count" : "base"}/${time}`, `${path}/count/${time}`];
  return kind === "share"
    ? withFacts({ total: base, parts: [part, base - part] }, facts, all, [some, undefined])
    : withFacts({ total: base, parts: [base] }, facts, all, [all]);
}

/** @param whole whether the line of all is published, so that the groups can be subtracted from it */
async function protect(
  lines: readonly (Line | undefined)[],
  { people }: TrendConfig["measure"],
  partition: boolean,
  whole: boolean,
  policy: Policy,
  control: Control,
  acts: Map<Act["rule"], number>,
): Promise<(Line<Shown> | undefined)[]> {
  if (!people) return [...lines];
  const [all, ...groups] = lines;
  const note = (some: readonly Act[]) => some.forEach(({ rule, figures }) => acts.set(rule, (acts.get(rule) ?? 0) + figures));
  const alone = async (line: Line | undefined) => {
    if (!line || line.total === 0) return line;
    const found = await control.family({ whole: line, splits: [] }, policy);
    note(found.acts);
    return found.whole;
  };
  if (!whole || !all || groups.length === 0) {
    const found: (Line<Shown> | undefined)[] = [];
    for (const line of whole ? lines : [undefined, ...groups]) found.push(await alone(line));
    return found;
  }
  // A group that nobody is in takes part in no sum.
  const there = groups.flatMap((line) => (line && line.total > 0 ? [line] : []));
  const found = await control.family({ whole: all, splits: [{ partition, lines: there }] }, policy);
  note(found.acts);
  const rows = found.splits[0]?.lines ?? there.map((line): Line<Shown> => ({ total: "withheld", parts: line.parts.map(() => "withheld") }));
  let next = 0;
  return [found.whole, ...groups.map((line) => (line && line.total > 0 ? rows[next++] : line))];
}

/** One decimal, and none where it would be the fourth figure or later. */
const rounded = (mean: number): number => (Math.abs(mean) >= 100 ? Math.round(mean) : Math.round(10 * mean) / 10 + 0);

/** One point of one line. Without rows: not reported; an empty group is nobody's. */
function write(
  columns: Columns,
  counted: Counted | undefined,
  shown: Line<Shown> | undefined,
  { kind, people }: TrendConfig["measure"],
): void {
  const base: Count = !counted ? "not-reported" : shown ? shown.total : "withheld";
  if (kind === "mean") {
    columns.base!.push(base);
    const told = counted?.mean !== undefined && (!people || isExact(base));
    columns.mean!.push(!counted ? "not-reported" : told ? rounded(counted.mean!) : "withheld");
  } else if (kind === "count") columns.count!.push(base);
  else {
    columns.base!.push(base);
    columns.count!.push(!counted ? "not-reported" : counted.base === 0 ? "not-applicable" : (shown?.parts[0] ?? "withheld"));
  }
}

/** The same line with every figure withheld that somebody counted. */
const withheld = ({ count, base, mean }: Columns): Columns => {
  const hide = <F>(column: readonly F[]) => column.map((figure) => (typeof figure === "string" ? figure : ("withheld" as const)));
  return { ...(count && { count: hide(count) }), ...(base && { base: hide(base) }), ...(mean && { mean: hide(mean) }) };
};

/** The same line with a band where a share's base may be told and its count may not. */
function withBands(line: Columns, counted: readonly (Counted | undefined)[]): Columns {
  const { count, base } = line;
  if (!count || !base || !count.some((figure, point) => figure === "withheld" && isExact(base[point]))) return line;
  const share = count.map((figure, point): Share => {
    const [of, one] = [base[point]!, counted[point]];
    if (figure === "withheld" && isExact(of) && one) return bandOf(one.part, of);
    if (isExact(figure) && isExact(of) && of > 0) return bandOf(figure, of);
    return typeof figure === "string" ? figure : typeof of === "string" ? of : "not-applicable";
  });
  return { ...line, share };
}
