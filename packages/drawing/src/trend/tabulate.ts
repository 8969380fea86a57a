import type { TrendDocument } from "@vitrine/contract";
import type { Spans } from "../bars/span.js";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { when } from "./days.js";
import { isShown, linesOf, readAt, valueText } from "./figures.js";

/** One row for each point in time, newest first, with the count and the base of every share beside it; then what is marked. */
export function tabulateTrend(document: TrendDocument, say: Say): Table[] {
  const { measure, times, annotations } = document;
  const words = say.words.trend;
  const lines = linesOf(document);
  const share = measure.kind === "share";
  const numeric = (label: string) => ({ label, numeric: true });
  const columns = lines.flatMap(({ name, base }) => [
    numeric(words.column.value(name)),
    ...(share ? [numeric(words.column.count(name))] : []),
    ...(base ? [numeric(words.column.base(name, measure.of))] : []),
  ]);
  const rows = times.from.map((from, at) => ({
    key: from,
    cells: [
      when(document, at, say),
      ...lines.flatMap((line) => [
        valueText(line, measure, at, say),
        ...(share ? [say.count(line.count![at]!)] : []),
        ...(line.base ? [say.count(line.base[at]!)] : []),
      ]),
    ],
  }));
  rows.reverse();
  const figures: Table = { caption: words.heading(measure.name, measure.unit), columns: [{ label: words.column.time }, ...columns], rows };
  if (annotations.length === 0) return [figures];
  const { events } = words;
  return [
    figures,
    {
      caption: events.caption,
      columns: [{ label: events.what }, { label: events.from }, { label: events.to }, { label: events.more }],
      rows: annotations.map(({ id, label, from, to, text }) => ({
        key: id,
        cells: [label, say.day(from), to ? say.day(to) : say.words.absence["not-applicable"], text ?? say.words.absence["not-applicable"]],
      })),
    },
  ];
}

/** The first line's figures as lengths: a share as it is, anything else as a part of the scale. */
export function trendSpans(document: TrendDocument, say: Say): Spans {
  const { measure, times } = document;
  const [first] = linesOf(document);
  if (!first) return { column: "", of: [] };
  const readings = times.from.map((from, at) => [from, readAt(first, measure, at)] as const);
  const most = measure.kind === "share" ? 100 : Math.max(1, ...readings.map(([, reading]) => (isShown(reading) ? reading.high : 0)));
  const part = (value: number) => Math.max(0, value / most);
  return {
    column: say.words.trend.column.value(first.name),
    of: readings.map(([from, reading]) => [
      from,
      isShown(reading) ? { low: part(reading.low), high: part(reading.high) } : { absent: reading.absence },
    ]),
  };
}
