import { absences, type TrendDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import { isGap, when } from "./days.js";
import { detailText, isShown, linesOf, newest, readAt, valueText } from "./figures.js";

type Named = ReturnType<typeof linesOf>[number];

/** So many lines are told with their first figure; so many with the newest alone; of more, only between what they lie. */
const mostTold = 3;
const mostNewest = 5;

/** One line in words: its first and newest figure, or why there is none. */
export function describeLine(document: TrendDocument, line: Named, say: Say): string {
  const { measure, times } = document;
  const words = say.words.trend;
  const shown = times.from.flatMap((_, at) => (isShown(readAt(line, measure, at)) ? [at] : []));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) {
    const newest = times.from.length - 1;
    const reading = newest >= 0 ? readAt(line, measure, newest) : undefined;
    return words.none(line.name, reading && !isShown(reading) ? say.words.absenceSaid[reading.absence] : undefined);
  }
  const text = (at: number) => (measure.kind === "mean" ? valueText(line, measure, at, say) : plain(document, line, at, say));
  const detail = detailText(line, measure, last, say);
  const lastWhen = when(document, last, say);
  if (first === last) return words.only({ name: line.name, value: text(last), when: lastWhen, detail });
  return words.moved({ name: line.name, first: text(first), firstWhen: when(document, first, say), last: text(last), lastWhen, detail });
}

const plain = ({ measure }: TrendDocument, line: Named, at: number, say: Say) => {
  const value = valueText(line, measure, at, say);
  return measure.kind === "count" ? say.words.trend.counted(value, measure.of) : value;
};

/** One thing that happened, with its days: "Schools closed (March 16, 2020 to June 19, 2020)". */
export const eventText = ({ label, from, to }: TrendDocument["annotations"][number], say: Say): string =>
  say.words.trend.event(label, say.day(from), to && say.day(to));

/** The newest figures of some groups, or between what those of many lie: from shown figures alone. */
function range(document: TrendDocument, lines: readonly Named[], say: Say): string[] {
  const { measure, times } = document;
  const at = newest(times.from.length, (point) => lines.some((line) => isShown(readAt(line, measure, point))));
  if (at < 0) return lines.slice(0, mostTold).map((line) => describeLine(document, line, say));
  if (lines.length <= mostNewest) {
    const items = lines.map((line) => say.words.trend.newestItem(line.name, valueText(line, measure, at, say)));
    return [say.words.trend.newest(when(document, at, say), items)];
  }
  const shown = lines
    .flatMap((line) => {
      const reading = readAt(line, measure, at);
      return isShown(reading) ? [{ line, ...reading }] : [];
    })
    .sort((a, b) => a.low - b.low || a.high - b.high);
  const text = ({ line }: (typeof shown)[number]) => valueText(line, measure, at, say);
  if (shown.length === 1) return [describeLine(document, shown[0]!.line, say)];
  return [
    say.words.trend.many({
      groups: say.number(lines.length),
      low: text(shown[0]!),
      high: text(shown.at(-1)!),
      when: when(document, at, say),
    }),
  ];
}

/** The picture in words, for readers who only hear it. */
export function summariseTrend(document: TrendDocument, say: Say): string {
  const words = say.words.trend;
  const { measure, times, step, annotations, provisionalFrom, status } = document;
  const lines = linesOf(document);
  const whole = lines.filter(({ key }) => key === "all");
  const groups = lines.filter(({ key }) => key !== "all");
  const told =
    lines.length <= mostTold
      ? lines.map((line) => describeLine(document, line, say))
      : [...whole.map((line) => describeLine(document, line, say)), ...range(document, groups, say)];
  const gaps = times.from.flatMap((from, at) => (at > 0 && isGap(step, times.from[at - 1]!, from) ? [at] : []));
  const found = new Set(
    lines.flatMap((line) =>
      times.from.flatMap((_, at) =>
        isShown(readAt(line, measure, at)) ? [] : [(readAt(line, measure, at) as { absence: string }).absence],
      ),
    ),
  );
  const missing = absences
    .filter((absence) => absence !== "not-applicable" && found.has(absence))
    .map((absence) => say.words.absenceSaid[absence]);
  const from = provisionalFrom === undefined ? -1 : times.from.findIndex((day) => day >= provisionalFrom);
  return [
    words.lead(words.heading(measure.name, measure.unit)),
    ...told,
    gaps.length === 1
      ? words.gap(when(document, gaps[0]! - 1, say), when(document, gaps[0]!, say))
      : gaps.length > 1
        ? words.gaps(say.number(gaps.length))
        : "",
    annotations.length > 0 ? words.marked(say.list(annotations.map((event) => eventText(event, say)))) : "",
    missing.length > 0 ? words.some(say.either(missing)) : "",
    status === "final" || (provisionalFrom && from < 0)
      ? ""
      : from > 0
        ? words.provisionalFrom(when(document, from, say))
        : words.provisional,
  ]
    .filter(Boolean)
    .join(" ");
}
