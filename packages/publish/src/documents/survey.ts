import { bandWidth, isExact, type SurveyAnswers, type SurveyDocument, type SurveyMean, type SurveyQuestion } from "@vitrine/contract";
import type { SurveyConfig } from "../config/survey.js";
import type { Act, Control, Policy, Shown } from "../control/control.js";
import { millionth } from "../engine/dialects.js";
import type { Counter } from "../engine/engine.js";
import { at } from "../engine/sql.js";
import type { Faults } from "../faults.js";
import { need } from "../rows/columns.js";
import { whereSql } from "../rows/load.js";
import { envelope } from "./envelope.js";
import { groupingOf, type Grouping } from "./grouping.js";
import type { GroupName } from "./groups.js";
import type { Maker } from "./maker.js";
import { bandOf, firstThatHolds } from "./ways.js";

type Scale = SurveyConfig["scale"];

/** The answers of one group, still unprotected: how many chose each step, or how many numbers and their sum. */
interface Counted {
  answered: number;
  noAnswer: number;
  counts: number[];
  sum: number;
}

/** Counts answers on a scale; few people are told in bands, and nothing of fewer than the threshold. */
export const surveyMaker: Maker<SurveyConfig> = (config, columnsOf, path) => {
  const columns = columnsOf(config.from, [...path, "from"]);
  const cell = (name: string, ...steps: (string | number)[]) => at(need(columns, name, [...path, ...steps]));
  const kept = whereSql(
    columns.sql,
    (config.where ?? []).map((one, position) => ({ ...one, cell: cell(one.column, "where", position, "column") })),
  );
  const questions = config.questions.map((question, position) => ({
    ...question,
    cell: cell(question.column, "questions", position, "column"),
  }));
  const by = config.by && { ...config.by, cell: cell(config.by.column, "by", "column") };
  return {
    config,
    sources: [config.from],
    async write({ rows: rowsOf, table: name, publication, control, faults, known }) {
      const rows = rowsOf(config.from);
      const { engine } = rows;
      const group = by ? `coalesce(${by.cell}, '')` : "''";
      const table = await engine.keep(name, `SELECT *, ${group} AS g FROM ${rows.table} WHERE ${kept}`);
      const grouping = by && (await groupingOf(engine, table, "g", by, config.id, faults));
      const document = {
        ...envelope("survey/1", publication, config),
        respondents: config.respondents,
        scale: scaleOf(config.scale),
        ...(by && { by: { label: by.label, partition: true } }),
        questions: [] as SurveyQuestion[],
      } as SurveyDocument;
      const acts: { table: string; rule: Act["rule"]; figures: number }[] = [];
      for (const { id, text, column, cell: answer } of questions) {
        const counted = await countAnswers(config, answer, grouping, { engine, table, column, faults });
        const ways = await waysOf(counted, grouping?.names ?? [], config.scale, publication.privacy, control);
        const way = await firstThatHolds(ways, (one) => ({ ...document, questions: [{ id, text, ...one }] }), known);
        document.questions.push({ id, text, ...way });
        acts.push(...actsOf(way, grouping?.names.length ?? 0).map((act) => ({ ...act, table: id })));
      }
      return { document, acts, people: [{ rows, where: kept, each: "person" }] };
    },
  };
};

const scaleOf = (scale: Scale): SurveyDocument["scale"] =>
  scale.kind === "steps"
    ? { ...scale, steps: scale.steps.map(({ id, name, side }) => ({ id, name, side })) }
    : (scale as SurveyDocument["scale"]);

/** What one question was answered, by group; groups nobody of whom was asked have zeros. */
async function countAnswers(
  { id, scale, noAnswer = [] }: SurveyConfig,
  cell: string,
  grouping: Grouping | undefined,
  { engine, table, column, faults }: { engine: Counter; table: string; column: string; faults: Faults },
): Promise<Map<string, Counted>> {
  const { among, literal, millionths, number, pick } = engine.sql;
  const group = grouping?.sql ?? literal("");
  const none = `(${cell} IS NULL OR ${among(cell, noAnswer)})`;
  const value = number(cell);
  const step =
    scale.kind === "steps"
      ? pick(
          cell,
          scale.steps.map(({ cells }, position) => ({ keys: cells, gives: String(position) })),
          "-2",
        )
      : `CASE WHEN ${value} IS NULL THEN -2 WHEN abs(${value}) > ${scale.reach} THEN -3 ELSE 0 END`;
  const amount = scale.kind === "steps" ? "0" : `CASE WHEN NOT ${none} THEN ${millionths(value)} END`;
  const found = await engine.all<[string, number, number, number]>(
    `SELECT part, step, count(*), coalesce(sum(x), 0) FROM (SELECT ${group} AS part, CASE WHEN ${none} THEN -1 ELSE ${step} END AS step, ${amount} AS x FROM ${table}) AS answers GROUP BY part, step`,
  );
  const left = (at: number) => found.reduce((rows, [, step, people]) => rows + (step === at ? people : 0), 0);
  faults.add({ in: id, column, reason: scale.kind === "steps" ? "value-not-listed" : "not-a-number", rows: left(-2) });
  faults.add({ in: id, column, reason: "off-the-scale", rows: left(-3) });
  const nothing = (): Counted => ({ answered: 0, noAnswer: 0, counts: scale.kind === "steps" ? scale.steps.map(() => 0) : [], sum: 0 });
  const counted = new Map<string, Counted>([
    ["", nothing()],
    ...(grouping?.names ?? []).map(({ id: name }): [string, Counted] => [name, nothing()]),
  ]);
  for (const [name, at, people, total] of found)
    for (const of of grouping ? [counted.get("")!, counted.get(name)!] : [counted.get("")!]) {
      if (at === -1) of.noAnswer += people;
      if (at < 0) continue;
      of.answered += people;
      of.sum += total / millionth;
      if (scale.kind === "steps") of.counts[at]! += people;
    }
  return counted;
}

type Told = Omit<SurveyQuestion, "id" | "text">;

/** The same answers from exact to withheld. */
async function waysOf(
  counted: ReadonlyMap<string, Counted>,
  names: readonly GroupName[],
  scale: Scale,
  policy: Policy,
  control: Control,
): Promise<Told[]> {
  const all = counted.get("")!;
  const groups = names.map(({ id }) => counted.get(id)!);
  const { whole } =
    groups.length > 0
      ? await control.family({ whole: { total: all.answered, parts: groups.map(({ answered }) => answered) }, splits: [] }, policy)
      : { whole: { total: control.single(all.answered, policy), parts: [] } };
  const silent = all.noAnswer > 0 ? { noAnswer: control.single(all.noAnswer, policy) } : {};
  const tell = (how: Teller, each?: Teller): Told => ({
    answered: whole.total,
    ...silent,
    ...how(all, whole.total, scale),
    groups: each ? names.map((name, at) => ({ ...name, answered: whole.parts[at]!, ...each(groups[at]!, whole.parts[at]!, scale) })) : [],
  });
  const nothing: Told = { answered: "withheld", ...hidden(all, "withheld", scale), groups: [] };
  if (whole.total === "withheld") return [nothing];
  // Groups of whom nobody's number is told are known together, as what remains of all.
  const rest = groups.reduce((people, { answered }, at) => people + (whole.parts[at] === "withheld" ? answered : 0), 0);
  const grouped = groups.length > 0 && (rest === 0 || rest >= policy.threshold);
  return [
    // Beside exact groups a withheld one would be what remains of all, figure by figure.
    ...(grouped && rest === 0 ? [tell(exact, exact)] : []),
    ...(grouped ? [tell(exact, banded), tell(banded, banded)] : []),
    tell(exact),
    tell(banded),
    tell(hidden),
    nothing,
  ];
}

/** One way to tell the answers of one group. @param shown how many answered, as it may be told */
type Teller = (of: Counted, shown: Shown, scale: Scale) => Pick<SurveyAnswers, "counts" | "shares" | "mean">;

/** Fewest people whose mean may be a number. */
const leastForPoint = 31;

const hidden: Teller = ({ counts }, _shown, scale) =>
  scale.kind === "steps" ? { shares: counts.map(() => "withheld") } : { mean: "withheld" };
const banded: Teller = (of, shown, scale) => {
  if (!isExact(shown)) return hidden(of, shown, scale);
  return scale.kind === "steps" ? { shares: of.counts.map((count) => bandOf(count, shown)) } : { mean: meanBand(of, scale.reach) };
};
const exact: Teller = (of, shown, scale) => {
  if (!isExact(shown)) return hidden(of, shown, scale);
  if (scale.kind === "steps") return { counts: of.counts };
  const mean = Math.round((10 * of.sum) / of.answered) / 10;
  return of.answered < leastForPoint || Math.abs(mean) >= scale.reach ? banded(of, shown, scale) : { mean: mean + 0 };
};

/** Both ends of where a mean lies, as wide as the share of so many people would be. */
function meanBand({ sum, answered }: Counted, reach: number): SurveyMean {
  const width = bandWidth(answered);
  if (width === undefined) return answered === 0 ? "not-applicable" : "withheld";
  const steps = Math.min(Math.floor(((sum / answered + reach) / (2 * reach)) * (100 / width)), 100 / width - 1);
  const end = (step: number) => Math.round(10 * (step * ((2 * reach * width) / 100) - reach)) / 10 + 0;
  return { from: end(steps), to: end(steps + 1) };
}

/** What became of the figures, for the owner. */
function actsOf(told: Told, groups: number): { rule: Act["rule"]; figures: number }[] {
  const rows: SurveyAnswers[] = [told, ...told.groups];
  const figures = rows.flatMap(({ answered, counts, shares, mean }): unknown[] => [answered, ...(counts ?? shares ?? [mean])]);
  const acts: { rule: Act["rule"]; figures: number }[] = [
    { rule: "small", figures: figures.filter((figure) => figure === "withheld").length },
    { rule: "banded", figures: figures.filter((figure) => typeof figure === "object").length },
    { rule: "left-out", figures: (groups - told.groups.length) * (figures.length / rows.length) },
  ];
  return acts.filter((act) => act.figures > 0);
}
