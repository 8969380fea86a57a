import { isExact, type GapDocument, type GapGroup, type GapPanel, type GapValue } from "@vitrine/contract";
import type { GapConfig } from "../config/gap.js";
import type { Act, Control, Policy, Shown } from "../control/control.js";
import { millionth, type Sql } from "../engine/dialects.js";
import type { Counter } from "../engine/engine.js";
import { at, own } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { Faults } from "../faults.js";
import { need } from "../rows/columns.js";
import { whereSql } from "../rows/load.js";
import { envelope } from "./envelope.js";
import type { GroupName } from "./groups.js";
import type { Maker } from "./maker.js";
import { bandOf, firstThatHolds } from "./ways.js";

type PanelConfig = GapConfig["outcome"];

/** A panel prepared: its columns as SQL over the rows. */
interface Asked {
  config: PanelConfig;
  cells: Record<string, string>;
}
/** What was measured in one group, still unprotected: a count of people and how many of them, or a percent or mean. */
interface Measured {
  people?: number;
  part?: number;
  value?: number;
}

/** A cell as a number; it may have a percent sign. */
const numeric = ({ cutEnd, number }: Sql, cell: string) => number(cutEnd(cell, "% "));
/** The columns of a document's own table: a cell read as a number, and whether it is none. */
const valueOf = (cell: string) => own(`value_${cell}`);
const wrongOf = (cell: string) => own(`wrong_${cell}`);

/** Measures groups of districts, schools or states, context beside outcome; shares of few people are told as ranges. */
export const gapMaker: Maker<GapConfig> = (config, columnsOf, path) => {
  const columns = columnsOf(config.from, [...path, "from"]);
  const cell = (name: string, ...steps: (string | number)[]) => at(need(columns, name, [...path, ...steps]));
  const kept = whereSql(
    columns.sql,
    (config.where ?? []).map((one, position) => ({ ...one, cell: cell(one.column, "where", position, "column") })),
  );
  const unit = cell(config.unit, "unit");
  const groupCell = cell(config.groups.column, "groups", "column");
  const asked = (panel: PanelConfig, here: string): Asked => {
    const columnKeys = ["part", "percent", "column", "per", "people"] as const;
    const named = columnKeys.flatMap((name) => {
      const column = (panel as Partial<Record<(typeof columnKeys)[number], string>>)[name];
      return column === undefined ? [] : [[name, cell(column, here, name)] as const];
    });
    return { config: panel, cells: Object.fromEntries(named) };
  };
  const outcome = asked(config.outcome, "outcome");
  const context = config.context && asked(config.context, "context");
  const panels = [outcome, ...(context ? [context] : [])];
  const cellsOf = (wanted: (name: string) => boolean) => [
    ...new Set(panels.flatMap(({ cells }) => Object.entries(cells).flatMap(([name, one]) => (wanted(name) ? [one] : [])))),
  ];
  const numbers = cellsOf((name) => name !== "per");
  const pers = cellsOf((name) => name === "per").filter((one) => !numbers.includes(one));
  return {
    config,
    sources: [config.from],
    async write({ rows: rowsOf, table: name, publication, control, faults, known }) {
      const rows = rowsOf(config.from);
      const { engine } = rows;
      const { names, sql } = groupingOf(config.groups, groupCell, engine.sql);
      const looked = `${kept} AND ${unit} IS NOT NULL`;
      // Every cell is read as a number once: there may be millions.
      const values = numbers.map((one) => `${numeric(engine.sql, one)} AS ${valueOf(one)}, ${one}`);
      const read = `SELECT ${[`${sql} AS g`, `${engine.sql.key(unit)} AS u`, ...pers, ...values].join(", ")} FROM ${rows.table} WHERE ${looked}`;
      const wrong = numbers.map(
        (one) => `CASE WHEN ${one} IS NOT NULL AND ${valueOf(one)} IS NULL THEN 1 ELSE 0 END AS ${wrongOf(one)}, ${valueOf(one)}`,
      );
      const table = await engine.keep(
        name,
        `SELECT ${["g", "u", ...pers, ...wrong].join(", ")} FROM (${read}) AS cells_read WHERE g <> ''`,
      );
      const count = async (from: string) => (await engine.all<[number]>(`SELECT count(*) FROM ${from}`))[0]![0];
      const outside = (await count(`${rows.table} WHERE ${looked}`)) - (await count(table));
      faults.add({ in: config.id, column: config.groups.column, reason: "value-not-listed", rows: outside });
      await report(config, panels, table, engine, faults);
      const counted = new Map(await engine.all<[string, number]>(`SELECT g, count(DISTINCT u) FROM ${table} GROUP BY g`));
      if (counted.size === 0)
        throw new PublishError(
          "nothing-left",
          `No group is left for the document "${config.id}": check "where", "unit" and "groups" in its config.`,
        );
      const measured = { outcome: await measure(outcome, table, engine), context: context && (await measure(context, table, engine)) };
      const document = {
        ...envelope("gap/1", publication, config),
        units: config.units,
        ordered: "steps" in config.groups || config.groups.ordered,
        ...(context && { context: panelOf(context.config) }),
        outcome: panelOf(outcome.config),
        groups: [],
        ...(config.between && { between: config.between }),
      } as unknown as GapDocument;
      const { between: _, ...alone } = document;
      const acts: { table: string; rule: Act["rule"]; figures: number }[] = [];
      for (const { id, name } of names) {
        const tell = (ways: Ways, of: Measured | undefined, panel: PanelConfig) => ways(of, panel, publication.privacy, control);
        const group = (way: Ways): GapGroup => ({
          id,
          name,
          units: counted.get(id) ?? 0,
          ...(context && { context: tell(way, measured.context!.get(id), context.config) }),
          outcome: tell(way, measured.outcome.get(id), outcome.config),
        });
        const way = await firstThatHolds([group(exact), group(banded), group(hidden)], (one) => ({ ...alone, groups: [one] }), known);
        document.groups.push(way);
        acts.push(...actsOf(way).map((act) => ({ ...act, table: id })));
      }
      const people = panels.some(({ cells }) => cells["people"] !== undefined);
      return {
        document,
        acts,
        ...(people && { people: [{ rows, where: `${looked} AND ${sql} <> ''`, each: "number" }] }),
      };
    },
  };
};

const panelOf = (panel: PanelConfig): GapPanel => ({
  name: panel.name,
  measure: panel.measure,
  ...(panel.measure === "mean" && { unit: panel.unit }),
});

/** The groups in their order, and SQL for a row's group; an empty text where it is in none. */
function groupingOf(groups: GapConfig["groups"], cell: string, words: Sql): { names: GroupName[]; sql: string } {
  if ("steps" in groups) {
    const value = numeric(words, cell);
    const branches = groups.steps.map(({ id, from, to }) => {
      const inside = [
        `${value} IS NOT NULL`,
        ...(from === undefined ? [] : [`${value} >= ${from}`]),
        ...(to === undefined ? [] : [`${value} < ${to}`]),
      ];
      return `WHEN ${inside.join(" AND ")} THEN ${words.literal(id)}`;
    });
    return { names: groups.steps.map(({ id, name }) => ({ id, name })), sql: `CASE ${branches.join(" ")} ELSE '' END` };
  }
  const named = Object.entries(groups.names);
  const names = [...new Map(named.map(([, group]) => [group.id, group])).values()];
  const choices = names.map(({ id }) => ({
    keys: named.filter(([, group]) => group.id === id).map(([one]) => one),
    gives: words.literal(id),
  }));
  return { names, sql: words.pick(cell, choices, "''") };
}

/** Cells that are no number, by column. */
async function report({ id }: GapConfig, panels: readonly Asked[], table: string, engine: Counter, faults: Faults): Promise<void> {
  for (const { config, cells } of panels)
    for (const [name, cell] of Object.entries(cells)) {
      if (name === "per") continue;
      const [rows] = await engine.all<[number]>(`SELECT count(*) FROM ${table} WHERE ${wrongOf(cell)} = 1`);
      faults.add({ in: id, column: (config as unknown as Record<string, string>)[name]!, reason: "not-a-number", rows: rows![0] });
    }
}

/** A panel's figures by group. Rows without one of the numbers are in none of the sums. */
async function measure({ config, cells }: Asked, table: string, engine: Counter): Promise<Map<string, Measured>> {
  const { millionths, quotient } = engine.sql;
  const value = (name: string) => valueOf(cells[name]!);
  const whole = (name: string) => `CASE WHEN ${value(name)} >= 0 AND ${value(name)} = floor(${value(name)}) THEN ${value(name)} END`;
  const has = (name: string) => cells[name] !== undefined;
  if (config.measure === "share" && has("people")) {
    const part = has("part") ? whole("part") : `${value("percent")} / 100 * (${whole("people")})`;
    const found = await engine.all<[string, number, number]>(
      `SELECT g, sum(people), sum(${millionths("part")}) FROM (SELECT g, ${whole("people")} AS people, ${part} AS part FROM ${table}) AS figures WHERE people IS NOT NULL AND part IS NOT NULL AND part <= people GROUP BY g`,
    );
    return new Map(found.map(([group, people, share]) => [group, { people, part: Math.round(share / millionth) }]));
  }
  const of = config.measure === "share" ? value("percent") : value("column");
  const per = has("per") ? `, ${cells["per"]} AS per` : "";
  const read = `SELECT g, u, ${millionths(of)} AS x, ${has("people") ? whole("people") : "0"} AS people${per} FROM ${table}`;
  const each = `SELECT g, u, sum(x) AS total, ${per ? "count(DISTINCT per)" : "count(x)"} AS many, sum(people) AS all_people, count(people) AS told FROM (${read}) AS figures GROUP BY g, u`;
  const mean = `CASE WHEN total IS NOT NULL AND many > 0 THEN ${quotient("total", "many")} END`;
  const found = await engine.all<[string, number | null, number, number | null, number]>(
    `SELECT g, sum(x), count(x), sum(all_people), sum(told) FROM (SELECT g, ${mean} AS x, all_people, told FROM (${each}) AS units) AS means GROUP BY g`,
  );
  return new Map(
    found.map(([group, sum, units, all, told]) => [
      group,
      { ...(units > 0 && { value: sum! / units / millionth }), ...(has("people") && told > 0 && { people: all! }) },
    ]),
  );
}

/** One way to tell what was measured in a group. */
type Ways = (of: Measured | undefined, panel: PanelConfig, policy: Policy, control: Control) => GapValue;

const tenths = (value: number) => Math.round(10 * value) / 10;
const hidden: Ways = (_, { measure }) => (measure === "share" ? { share: "withheld" } : { mean: "withheld" });
const sharesOf =
  (tell: (part: number, people: Shown) => GapValue): Ways =>
  (of, panel, policy, control) => {
    if (panel.measure === "mean") return meanOf(of, policy, control);
    if (of === undefined) return { share: "not-reported" };
    if (of.part === undefined) return { share: percentTold(of.value) };
    if (of.people === 0) return { people: 0, share: "not-applicable" };
    const people = control.single(of.people!, policy);
    return isExact(people) ? tell(of.part, people) : { people, share: "withheld" };
  };
const exact = sharesOf((part, people) => ({ people, part }));
const banded = sharesOf((part, people) => (isExact(people) ? { people, share: bandOf(part, people) } : { people, share: "withheld" }));

/** A percent that is neither none nor all: those are told as the first or last of a hundred. */
function percentTold(value: number | undefined): NonNullable<GapValue["share"]> {
  if (value === undefined || value < 0 || value > 100) return "unknown";
  const shown = tenths(value);
  if (shown <= 0) return { from: 0, to: 1 };
  return shown >= 100 ? { from: 99, to: 100 } : shown;
}

function meanOf(of: Measured | undefined, policy: Policy, control: Control): GapValue {
  if (of?.value === undefined) return { mean: "not-reported" };
  if (of.people === undefined) return { mean: tenths(of.value) };
  const people = control.single(of.people, policy);
  return { people, mean: isExact(people) && people > 0 ? tenths(of.value) : "withheld" };
}

/** What became of the figures, for the owner. */
function actsOf({ context, outcome }: GapGroup): { rule: Act["rule"]; figures: number }[] {
  const values = [outcome, ...(context ? [context] : [])];
  const acts: { rule: Act["rule"]; figures: number }[] = [
    { rule: "small", figures: values.filter(({ share, mean, people }) => [share, mean, people].includes("withheld")).length },
    { rule: "banded", figures: values.filter(({ share, people }) => typeof share === "object" && people !== undefined).length },
  ];
  return acts.filter(({ figures }) => figures > 0);
}
