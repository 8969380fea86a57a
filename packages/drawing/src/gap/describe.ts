import { absences, isAbsence, isExact, type GapDocument, type GapGroup, type GapPanel, type GapValue } from "@vitrine/contract";
import { isAbsent, spanOf, spanText, type Span, type Spans } from "../bars/span.js";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";

/** The panels of a picture, from left to right. */
export const panelKeys = ["context", "outcome"] as const;
export type PanelKey = (typeof panelKeys)[number];
export const panelsOf = ({ context }: GapDocument): PanelKey[] => (context ? [...panelKeys] : ["outcome"]);

/** A group's value on a panel: a share in parts of one, or a mean in its own unit; both ends. */
export function valueSpan(value: GapValue, { measure }: GapPanel): Span {
  if (measure === "share")
    return value.people === undefined ? spanOf(undefined, 1, value.share) : spanOf(value.part, value.people, value.share);
  const { mean = "unknown" } = value;
  if (isAbsence(mean)) return { absent: mean };
  return isExact(mean as number) ? { low: mean as number, high: mean as number } : { low: (mean as Ends).from, high: (mean as Ends).to };
}
interface Ends {
  from: number;
  to: number;
}

export function valueText(value: GapValue, { measure }: GapPanel, say: Say, absent = say.words.absence): string {
  if (measure === "share") return spanText(value.part, value.people ?? 1, value.share, say, absent);
  const { mean = "unknown" } = value;
  if (isAbsence(mean)) return absent[mean];
  return typeof mean === "number" ? say.number(mean) : say.words.range(say.number(mean.from), say.number(mean.to));
}

/** The two groups whose distance is told; nothing where there are not two. */
export function endsOf({ groups, between }: GapDocument): [from: GapGroup, to: GapGroup] | undefined {
  const of = (id: string | undefined, otherwise: GapGroup | undefined) => groups.find((group) => group.id === id) ?? otherwise;
  const [from, to] = [of(between?.from, groups[0]), of(between?.to, groups.at(-1))];
  return from && to && from !== to ? [from, to] : undefined;
}

/** How much more the second has than the first, both ends, in percentage points or the unit of the mean. Nothing where one is not told. */
export function distanceOf(document: GapDocument): { low: number; high: number } | undefined {
  const both = endsOf(document);
  if (!both) return undefined;
  const [from, to] = both.map(({ outcome }) => valueSpan(outcome, document.outcome)) as [Span, Span];
  if (isAbsent(from) || isAbsent(to)) return undefined;
  if (document.outcome.measure === "mean") return { low: to.low - from.high, high: to.high - from.low };
  // Of the percents that stand in the picture, so that a reader who subtracts finds the same.
  const shown = ({ outcome: { people } }: GapGroup, share: number) => (people === undefined ? 100 * share : Math.round(100 * share));
  if (from.low === from.high && to.low === to.high) {
    const points = shown(both[1], to.low) - shown(both[0], from.low);
    return { low: points, high: points };
  }
  return { low: 100 * (to.low - from.high), high: 100 * (to.high - from.low) };
}

/** The distance as a number with its unit, without its direction; or that it is not clear, or not told. */
export function distanceText(document: GapDocument, say: Say): { text: string; told: boolean; lower: boolean } {
  const words = say.words.gap;
  const found = distanceOf(document);
  if (!found) return { text: words.untold, told: false, lower: false };
  const share = document.outcome.measure === "share";
  const tidy = (value: number) => Math.round(value * 10) / 10;
  const { low, high } = { low: tidy(found.low), high: tidy(found.high) };
  if (low === 0 && high === 0) return { text: words.same, told: false, lower: false };
  if (low <= 0 && high >= 0) return { text: words.unclear, told: false, lower: false };
  const lower = high < 0;
  const [least, most] = lower ? [-high, -low] : [low, high];
  const unit = (text: string) => (share ? text : document.outcome.unit === undefined ? text : words.value(text, document.outcome.unit));
  if (least === most) return { text: share ? words.points(least, say.number(least)) : unit(say.number(least)), told: true, lower };
  const ends = (share ? words.rangePoints : words.range)(say.number(least), say.number(most));
  return { text: unit(ends), told: true, lower };
}

/** A group on one panel: the label of its mark. */
export function describeValue(group: GapGroup, key: PanelKey, document: GapDocument, say: Say): string {
  const words = say.words.gap;
  const panel = document[key] ?? document.outcome;
  const text = valueText(group[key] ?? group.outcome, panel, say, say.words.absenceSaid);
  const absent = isAbsent(valueSpan(group[key] ?? group.outcome, panel));
  const figure = panel.measure === "mean" && panel.unit !== undefined && !absent ? words.value(text, panel.unit) : text;
  return `${words.item(group.name, words.item(panel.name, figure))}, ${unitsText(group, document, say)}`;
}

export const unitsText = ({ units }: GapGroup, document: GapDocument, say: Say): string =>
  isAbsence(units)
    ? say.words.gap.item(document.units, say.words.absenceSaid[units])
    : say.words.gap.units(say.count(units), document.units);

export function summariseGap(document: GapDocument, say: Say): string {
  const words = say.words.gap;
  const { groups, outcome, status } = document;
  const said = say.words.absenceSaid;
  if (groups.length === 0) return words.none;
  const text = (group: GapGroup) => valueText(group.outcome, outcome, say, said);
  const figures = new Set<unknown>(
    groups.flatMap((group) =>
      panelsOf(document).map((key) => {
        const span = valueSpan(group[key] ?? group.outcome, document[key] ?? outcome);
        return isAbsent(span) ? span.absent : "";
      }),
    ),
  );
  const missing = absences.filter((absence) => absence !== "not-applicable" && figures.has(absence));
  const both = endsOf(document);
  const { text: distance, told, lower } = distanceText(document, say);
  const others = groups.filter((group) => !both?.includes(group));
  const listed = others.slice(0, 6).map((group) => words.item(group.name, text(group)));
  return [
    both
      ? words.sentence(
          outcome.name,
          { name: both[0].name, figure: text(both[0]) },
          { name: both[1].name, figure: text(both[1]) },
          told ? (lower ? words.lower(distance) : words.higher(distance)) : distance,
        )
      : "",
    listed.length > 0
      ? document.ordered && both && !document.between
        ? words.others(listed.join(", "))
        : words.all(
            groups
              .slice(0, 6)
              .map((group) => words.item(group.name, text(group)))
              .join(", "),
          )
      : "",
    words.compared(document.units),
    missing.length > 0 ? words.some(say.either(missing.map((absence) => said[absence]))) : "",
    status === "provisional" ? words.provisional : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const panelColumn = ({ name, unit, measure }: GapPanel): string => (measure === "mean" && unit !== undefined ? `${name} (${unit})` : name);

export function tabulateGap(document: GapDocument, say: Say): Table[] {
  const keys = panelsOf(document);
  const numeric = (label: string) => ({ label, numeric: true });
  return [
    {
      caption: `${document.title}. ${say.words.gap.compared(document.units)}`,
      columns: [
        { label: say.words.gap.group },
        numeric(document.units),
        ...keys.map((key) => numeric(panelColumn(document[key] ?? document.outcome))),
      ],
      rows: document.groups.map((group) => ({
        key: group.id,
        cells: [
          group.name,
          say.count(group.units),
          ...keys.map((key) => valueText(group[key] ?? group.outcome, document[key] ?? document.outcome, say)),
        ],
      })),
    },
  ];
}

/** The outcome of every group, for hosts that cannot draw; means have no scale of their own there. */
export const gapSpans = ({ outcome, groups }: GapDocument): Spans => ({
  column: panelColumn(outcome),
  of: outcome.measure === "share" ? groups.map((group) => [group.id, valueSpan(group.outcome, outcome)]) : [],
});
