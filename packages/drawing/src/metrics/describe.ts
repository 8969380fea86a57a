import { absences, isAbsence, isExact, type Absence, type Metric, type MetricChange, type MetricsDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { sentences } from "../words/sentences.js";

/** So many numbers stand in the sentence; the rest is in the picture and the table. */
const told = 4;

/** A change in words, "120 more", or nothing where there is none to tell. */
export function changeText(by: MetricChange, say: Say): string | undefined {
  const words = say.words.metrics;
  if (isAbsence(by)) return undefined;
  const one = (value: number) =>
    value === 0 ? words.same : value > 0 ? words.more(say.number(value)) : words.fewer(say.number(Math.abs(value)));
  if (isExact(by)) return one(by);
  const { min, max } = by;
  if (min >= 0) return words.more(say.words.range(say.number(min), say.number(max)));
  if (max <= 0) return words.fewer(say.words.range(say.number(-max), say.number(-min)));
  return words.between(one(min), one(max));
}

/** The change with what it was taken over: two phrases, or one that says why there is none. */
export function changeWords({ by, since, n }: NonNullable<Metric["change"]>, say: Say): string[] {
  const words = say.words.metrics;
  if (isAbsence(by)) return [words.noChange(since, say.words.absenceSaid[by])];
  return [words.since(changeText(by, say)!, since), words.over(say.count(n.value), n.of)];
}

/** The number with its unit; an absence needs none. */
export const figureText = ({ value, unit }: Metric, say: Say): string =>
  isAbsence(value) ? say.words.absenceSaid[value] : say.words.metrics.figure(say.count(value), unit);

/** When a number is of: its own period or the document's, its own day, and that it is provisional. */
export const periodText = ({ period, asOf }: Metric, document: MetricsDocument, say: Say): string =>
  [
    say.words.caption.period(period ?? document.period.label),
    ...(asOf ? [say.words.caption.asOf(say.day(asOf))] : []),
    ...(document.status === "provisional" ? [say.words.status.provisional] : []),
  ].join(" · ");

/** One number in words, as a reader hears it: name, number, period, change, parts. */
export function describeMetric(metric: Metric, document: MetricsDocument, say: Say): string {
  const words = say.words.metrics;
  const parts = metric.parts?.map(({ name, value }) =>
    words.item(name, isAbsence(value) ? say.words.absenceSaid[value] : say.count(value)),
  );
  return sentences([
    words.item(metric.name, figureText(metric, say)),
    periodText(metric, document, say),
    metric.detail,
    metric.change && changeWords(metric.change, say).join(", "),
    parts && words.parts(parts.join(", ")),
  ]);
}

const figuresIn = ({ value, change, parts = [] }: Metric): unknown[] => [value, change?.by, ...parts.map((part) => part.value)];

/** The first numbers in one sentence, why others are missing, and that figures are provisional. */
export function summariseMetrics(document: MetricsDocument, say: Say): string {
  const words = say.words.metrics;
  const { metrics } = document;
  if (metrics.length === 0) return words.none;
  const first = metrics.slice(0, told);
  const rest = metrics.length - first.length;
  const said = new Set<unknown>(first.map(({ value }) => value));
  const found = new Set<unknown>(metrics.flatMap(figuresIn));
  const missing: Absence[] = absences.filter((absence) => found.has(absence) && !said.has(absence) && absence !== "not-applicable");
  return [
    `${first.map((metric) => words.item(metric.name, figureText(metric, say))).join("; ")}.`,
    ...(rest > 0 ? [words.others(rest, say.number(rest))] : []),
    ...(missing.length > 0 ? [words.some(say.either(missing.map((absence) => say.words.absenceSaid[absence])))] : []),
    ...(document.status === "provisional" ? [words.provisional] : []),
  ].join(" ");
}

/** One row for each number and one for each of its parts. */
export function tabulateMetrics(document: MetricsDocument, say: Say): Table[] {
  if (document.metrics.length === 0) return [];
  const words = say.words.metrics;
  const none = say.words.absence["not-applicable"];
  const { column } = words;
  const changes = document.metrics.some(({ change }) => change);
  const rows = document.metrics.flatMap((metric) => {
    const { id, name, value, unit, change, parts = [] } = metric;
    const period = periodText(metric, document, say);
    const moved = change
      ? [
          changeText(change.by, say) ?? say.words.absence[change.by as Absence],
          change.since,
          words.figure(say.count(change.n.value), change.n.of),
        ]
      : [none, none, none];
    const row = (key: string, called: string, count: Metric["value"], more: string[]) => ({
      key,
      cells: [called, say.count(count), unit, period, ...(changes ? more : [])],
    });
    return [
      row(id, name, value, moved),
      ...parts.map((part) => row(`${id}/${part.id}`, words.part(name, part.name), part.value, [none, none, none])),
    ];
  });
  return [
    {
      caption: document.title,
      columns: [
        { label: column.name },
        { label: column.value, numeric: true },
        { label: column.unit },
        { label: column.period },
        ...(changes ? [{ label: column.change }, { label: column.since }, { label: column.n }] : []),
      ],
      rows,
    },
  ];
}
