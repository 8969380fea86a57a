import { absences, isAbsence, isExact, type ImplementationDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import { countText, metShare, shareInWords, shareText, stageKeys, type StageKey, type Stages } from "./share.js";

export interface GaugeWords {
  /** The largest text on the figure: the share, or how many, or an absence in words. */
  headline: string;
  /** One sentence: how many met the bar, of whom, and the target. */
  summary: string;
  /** The other stages, what is not published, and that figures are provisional. May be empty. */
  detail: string;
}

/** The picture in words, for readers who only hear it. */
export function describeGauge(document: ImplementationDocument, say: Say): GaugeWords {
  const words = say.words.gauge;
  const share = metShare(document);
  const met = countText(document.met, say);
  const trained = countText(document.trained, say);
  const target = document.target && say.percent(document.target.share);
  const said = shareText(document, say);
  const summary =
    share.kind !== "absent" && trained !== undefined
      ? words.sentence({ met, trained, share: said, target })
      : words.noSentence({ trained, why: share.kind === "absent" ? share.absence : "unknown", target });
  const others = (["started", "notStarted", "notKnown"] as const).flatMap((key) => {
    const figure = countText(document[key], say);
    return figure === undefined || document[key] === 0 ? [] : [words.other[key](figure)];
  });
  const missing = missingIn(document, share.kind === "absent" ? share.absence : undefined).map((absence) => say.words.absenceSaid[absence]);
  const detail = [
    others.length > 0 ? words.others(say.list(others)) : "",
    missing.length > 0 ? words.some(say.either(missing)) : "",
    document.status === "provisional" ? words.provisional : "",
  ];
  return {
    headline: said ?? (share.kind === "absent" ? say.words.absence[share.absence] : (met ?? "")),
    summary,
    detail: detail.filter(Boolean).join(" "),
  };
}

/** Why figures are missing, besides what the first sentence says. An empty group needs no excuse. */
function missingIn(document: ImplementationDocument, told: string | undefined) {
  const all: Stages[] = [document, ...document.breakdowns.flatMap(({ groups }) => groups)];
  const found = new Set<unknown>(all.flatMap((of) => [of.trained, of.rate, ...stageKeys.map((key) => of[key])]).filter(isAbsence));
  return absences.filter((absence) => absence !== told && absence !== "not-applicable" && found.has(absence));
}

/** One stage in words: "Started: 42 of 240 teachers". */
export function describeStage(document: ImplementationDocument, key: StageKey, say: Say): string {
  const words = say.words.gauge;
  const figure = document[key];
  const trained = countText(document.trained, say);
  if (isAbsence(figure)) return words.mark(words.stage[key], say.words.absenceSaid[figure]);
  const count = trained ? words.ofTeachers(say.count(figure), trained) : say.count(figure);
  const share = key === "met" ? shareText(document, say) : undefined;
  return words.mark(words.stage[key], share && isExact(figure) ? `${count}, ${share}` : count);
}

/** One group in words: "CS Discoveries: 67%, 88 of 132 teachers". */
export function describeGroup(group: Stages & { name: string }, say: Say): string {
  const words = say.words.gauge;
  const trained = countText(group.trained, say);
  const met = countText(group.met, say);
  const figures = [
    shareInWords(group, say, say.words.absenceSaid),
    trained ? words.ofTeachers(met, trained) : met && words.mark(words.stage.met, met),
  ];
  return words.mark(group.name, figures.filter(Boolean).join(", "));
}
