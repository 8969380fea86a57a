import { absences, isAbsence, type CompositionDocument } from "@vitrine/contract";
import { isAbsent, spanOf, spanText, type Span, type Spans } from "../bars/span.js";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";

export type Breakdown = CompositionDocument["breakdowns"][number];
export type Group = Breakdown["groups"][number];
/** Whose share: those the picture is about, or those they are compared with. */
export const sides = ["subject", "comparison"] as const;
export type Side = (typeof sides)[number];

/** The sides a group has a share on. */
export const sidesOf = (group: Group, { comparison }: CompositionDocument): Side[] =>
  comparison && group.compared ? [...sides] : ["subject"];

const partOf = (group: Group, side: Side) => (side === "subject" ? group : (group.compared ?? {}));
const wholeOf = ({ subject, comparison }: CompositionDocument, side: Side) => (side === "subject" ? subject : (comparison ?? subject));

export const sideSpan = (group: Group, side: Side, document: CompositionDocument): Span => {
  const { students, share } = partOf(group, side);
  return spanOf(students, wholeOf(document, side).students, share);
};

export const sideText = (group: Group, side: Side, document: CompositionDocument, say: Say, absent = say.words.absence): string => {
  const { students, share } = partOf(group, side);
  return spanText(students, wholeOf(document, side).students, share, say, absent);
};

/** How far two shares are apart, in words; nothing where one of them is not told. */
export function differenceText(group: Group, document: CompositionDocument, say: Say): string | undefined {
  if (sidesOf(group, document).length < 2) return undefined;
  const [own, other] = sides.map((side) => sideSpan(group, side, document)) as [Span, Span];
  if (isAbsent(own) || isAbsent(other)) return undefined;
  const words = say.words.composition;
  const [low, high] = [100 * (own.low - other.high), 100 * (own.high - other.low)];
  if (high - low < 1e-9) {
    // Of the whole percents that stand beside it, so that a reader who subtracts finds the same.
    const points = Math.round(100 * own.low) - Math.round(100 * other.low);
    if (points === 0) return words.same;
    const text = words.points(Math.abs(points), say.number(Math.abs(points)));
    return points > 0 ? words.higher(text) : words.lower(text);
  }
  if (low < 1 && high > -1) return words.unclear;
  // Outwards to whole points: the true difference lies between.
  const [least, most] = low > 0 ? [Math.floor(low + 1e-9), Math.ceil(high - 1e-9)] : [Math.floor(-high + 1e-9), Math.ceil(-low - 1e-9)];
  const text = words.range(say.number(least), say.number(most));
  return low > 0 ? words.higher(text) : words.lower(text);
}

/** A group with its shares on both sides and the difference: the label of its mark. */
export function describeGroup(group: Group, document: CompositionDocument, say: Say): string {
  const words = say.words.composition;
  const said = say.words.absenceSaid;
  const figures = sidesOf(group, document).map((side) =>
    words.item(wholeOf(document, side).name, sideText(group, side, document, say, said)),
  );
  return words.item(group.name, [...figures, differenceText(group, document, say) ?? ""].filter(Boolean).join("; "));
}

/** Groups a sentence names of one breakdown. */
const most = 6;

export function summariseComposition(document: CompositionDocument, say: Say): string {
  const words = say.words.composition;
  const { subject, comparison, breakdowns, status } = document;
  if (breakdowns.length === 0) return words.none;
  const said = say.words.absenceSaid;
  const students = (count: typeof subject.students) => (isAbsence(count) ? said[count] : say.count(count));
  const compared = comparison && breakdowns.some(({ groups }) => groups.some((group) => group.compared));
  const figures = new Set<unknown>([subject.students, ...(comparison ? [comparison.students] : [])]);
  for (const { groups } of breakdowns)
    for (const group of groups)
      for (const side of sidesOf(group, document)) {
        const span = sideSpan(group, side, document);
        if (isAbsent(span)) figures.add(span.absent);
      }
  const missing = absences.filter((absence) => absence !== "not-applicable" && figures.has(absence));
  return [
    compared
      ? words.beside(subject.name, students(subject.students), comparison.name, students(comparison.students))
      : words.sentence(subject.name, students(subject.students)),
    ...breakdowns.slice(0, 2).map(({ label, groups }) => {
      const told = groups
        .slice(0, most)
        .map((group) => words.told(group.name, sideText(group, "subject", document, say, said), differenceText(group, document, say)));
      return words.breakdown(label, told.join(", "), groups.length > most ? say.number(groups.length - most) : undefined);
    }),
    ...breakdowns.flatMap(({ overlap, label }) => (overlap ? [words.overlapOf(label)] : [])),
    missing.length > 0 ? words.some(say.either(missing.map((absence) => said[absence]))) : "",
    status === "provisional" ? words.provisional : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** One table for each breakdown: counts and shares on both sides, and the difference. */
export function tabulateComposition(document: CompositionDocument, say: Say): Table[] {
  const words = say.words.composition;
  const none = say.words.absence["not-applicable"];
  const numeric = (label: string) => ({ label, numeric: true });
  const count = (group: Group, side: Side) => {
    const { students } = partOf(group, side);
    return students === undefined ? none : say.count(students);
  };
  return document.breakdowns.map(({ by, label, groups, overlap }) => {
    const compared = groups.some((group) => sidesOf(group, document).length > 1);
    const shown = compared ? sides : (["subject"] as const);
    return {
      caption: overlap ? `${label}. ${words.overlap}` : label,
      columns: [
        { label: words.group },
        ...shown.flatMap((side) => {
          const { name } = wholeOf(document, side);
          return [numeric(name), numeric(words.share(name))];
        }),
        ...(compared ? [{ label: words.difference }] : []),
      ],
      rows: groups.map((group) => ({
        key: `${by}/${group.id}`,
        cells: [
          group.name,
          ...shown.flatMap((side) => [count(group, side), sideText(group, side, document, say)]),
          ...(compared ? [differenceText(group, document, say) ?? none] : []),
        ],
      })),
    };
  });
}

/** The share of every group, for hosts that cannot draw. */
export const compositionSpans = (document: CompositionDocument, say: Say): Spans => ({
  column: say.words.composition.share(document.subject.name),
  of: document.breakdowns.flatMap(({ by, groups }) =>
    groups.map((group) => [`${by}/${group.id}`, sideSpan(group, "subject", document)] as const),
  ),
});

/** The scale of all bars, in parts of one: a round number that holds the longest. */
export function scaleOf(document: CompositionDocument): number {
  const highest = document.breakdowns
    .flatMap(({ groups }) => groups.flatMap((group) => sidesOf(group, document).map((side) => sideSpan(group, side, document))))
    .reduce((high, span) => (isAbsent(span) ? high : Math.max(high, span.high)), 0);
  return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((scale) => scale >= highest) ?? 1;
}
