import { absences, goesOn, isAbsence, isExact, type Absence, type PathwayDocument, type PathwayLine } from "@vitrine/contract";
import type { Say } from "../core/say.js";

/** A part as a whole percent that is 0 or 100 only for none and for all. */
export function percentOf(part: number, whole: number, say: Say): string {
  const percent = Math.round((100 * part) / whole);
  if (percent === 0 && part > 0) return say.words.lessThan(say.percent(1));
  if (percent === 100 && part < whole) return say.words.atLeast(say.percent(99));
  return say.percent(percent);
}

/** Who went on to a stage and who did not, in words; nothing where that is not known, or nobody was followed. */
export function wentText(document: PathwayDocument, line: PathwayLine, at: number, say: Say): string | undefined {
  if (!goesOn(document, at)) return undefined;
  const [before, now, left] = [line.reached[at - 1]!, line.reached[at]!, line.left[at - 1]!];
  if (isAbsence(before) || isAbsence(now)) return undefined;
  return say.words.pathway.went({
    count: say.count(now),
    before: say.count(before),
    // A share is never worked out from ranges.
    share: isExact(before) && isExact(now) && before > 0 ? percentOf(now, before, say) : undefined,
    left: isAbsence(left) ? undefined : say.count(left),
    why: isAbsence(left) && left !== "not-applicable" ? say.words.absenceSaid[left] : undefined,
  });
}

/** One stage in a sentence: "Came: 30 of 50 went on (60%); 20 did not." */
export function describeStage(document: PathwayDocument, line: PathwayLine, at: number, say: Say): string {
  const words = say.words.pathway;
  const { name, of } = document.stages[at]!;
  const now = line.reached[at]!;
  if (isAbsence(now)) return words.absent({ name, of, why: say.words.absenceSaid[now] });
  const went = wentText(document, line, at, say);
  return went ? words.next({ name, went }) : words.first({ name, number: words.number(say.count(now), of) });
}

const absencesIn = (document: PathwayDocument): Absence[] => {
  const lines: PathwayLine[] = [document.all, ...document.breakdowns.flatMap(({ groups }) => groups)];
  const found = new Set<unknown>(lines.flatMap(({ reached, left }) => [...reached, ...left]).filter(isAbsence));
  return absences.filter((absence) => absence !== "not-applicable" && found.has(absence));
};
export const isWithheldIn = (document: PathwayDocument): boolean => absencesIn(document).includes("withheld");

/** The picture in words, for readers who only hear it. */
export function summarisePathway(document: PathwayDocument, say: Say): string {
  const words = say.words.pathway;
  const { stages, all, followed, status } = document;
  const told = new Set<unknown>(all.reached);
  const missing = absencesIn(document).filter((absence) => !told.has(absence));
  const open = stages.filter(({ provisional }) => provisional).map(({ name }) => name);
  return [
    ...stages.map((_, at) => describeStage(document, all, at, say)),
    followed || stages.length === 1 ? "" : words.notFollowed,
    missing.length > 0 ? words.some(say.either(missing.map((absence) => say.words.absenceSaid[absence]))) : "",
    isWithheldIn(document) ? words.withheld : "",
    open.length > 0 ? words.provisionalStages(say.list(open)) : status === "provisional" ? words.provisional : "",
  ]
    .filter(Boolean)
    .join(" ");
}
