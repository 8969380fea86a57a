import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { count, isAbsence, isExact } from "./figure.js";
import type { Facts, Kind, Path, Place } from "./kind.js";
import { yesOrNo } from "./leaf.js";
import { list } from "./list.js";
import { code, slug, text } from "./text.js";

/** `reached[i]`: how many reached stage i. `left[i]`: how many of these did not go on to the next. */
const figures = { reached: list(count, { max: 12 }), left: list(count, { max: 11 }) };
const line = z.strictObject(figures);
const group = z.strictObject({ id: code, name: text(120), ...figures });
export type PathwayLine = z.infer<typeof line>;
export type PathwayGroup = z.infer<typeof group>;

const stage = z.strictObject({
  id: slug,
  name: text(80),
  of: text(60),
  period: z.optional(text(60)),
  provisional: z.optional(yesOrNo),
});
export type PathwayStage = z.infer<typeof stage>;

export const pathwayDocument = z.strictObject({
  ...envelope("pathway/1"),
  stages: list(stage, { min: 1, max: 12 }),
  followed: yesOrNo,
  all: line,
  breakdowns: list(z.strictObject({ by: slug, label: text(80), partition: yesOrNo, groups: list(group, { min: 1, max: 60 }) }), { max: 6 }),
});
export type PathwayDocument = z.infer<typeof pathwayDocument>;

/** Whether those of a stage are among those of the stage before it: somebody was followed, and both count the same. */
export const goesOn = ({ stages, followed }: Pick<PathwayDocument, "stages" | "followed">, at: number): boolean =>
  followed && at > 0 && stages[at - 1]!.of === stages[at]!.of;

function lineFacts(of: PathwayLine, path: Path, document: PathwayDocument, facts: Facts) {
  const { stages } = document;
  const fits = of.reached.length === stages.length && of.left.length === stages.length - 1;
  if (!fits) {
    const key = of.reached.length === stages.length ? "left" : "reached";
    return void facts.faults.push({ code: "column-length", path: [...path, key] });
  }
  const at = (key: "reached" | "left", stage: number): Place => ({ path: [...path, key, stage], figure: of[key][stage]! });
  stages.forEach((_, stage) => {
    const linked = goesOn(document, stage);
    // Nobody at a first stage is nobody at all; later it is an outcome.
    facts.people.push({ ...at("reached", stage), base: !linked });
    if (stage === 0) return;
    const [before, now, left] = [at("reached", stage - 1), at("reached", stage), at("left", stage - 1)];
    if (!linked) {
      if (left.figure !== "not-applicable") facts.faults.push({ code: "contradicts", path: left.path });
      return;
    }
    if (left.figure !== "not-applicable") facts.people.push(left);
    facts.sums.push({ total: before, parts: [now, left] });
  });
}

/** What remains of all beside a group that shares people with others is a count too. */
function restFacts(of: PathwayLine, all: PathwayLine, path: Path, facts: Facts) {
  of.reached.forEach((part, stage) => {
    const total = all.reached[stage];
    if (total === undefined || isAbsence(part) || isAbsence(total) || !isExact(part) || !isExact(total) || part === total) return;
    const place: Path = [...path, "reached", stage];
    if (part > total) facts.faults.push({ code: "totals-differ", path: place });
    else facts.people.push({ path: place, figure: total - part });
  });
}

function facts(document: PathwayDocument): Facts {
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs: ["definition"], faults: [] };
  const { all, stages, breakdowns } = document;
  lineFacts(all, ["all"], document, facts);
  facts.ids.push({ path: ["stages"], ids: stages.map(({ id }) => id) }, { path: ["breakdowns"], ids: breakdowns.map(({ by }) => by) });
  breakdowns.forEach(({ partition, groups }, b) => {
    const path: Path = ["breakdowns", b, "groups"];
    facts.ids.push({ path, ids: groups.map(({ id }) => id) });
    groups.forEach((group, g) => {
      lineFacts(group, [...path, g], document, facts);
      if (!partition) restFacts(group, all, [...path, g], facts);
    });
    if (!partition || facts.faults.length > 0) return;
    for (const key of ["reached", "left"] as const)
      all[key].forEach((figure, stage) => {
        const parts = groups.map((group, g): Place => ({ path: [...path, g, key, stage], figure: group[key][stage]! }));
        // Where nobody was followed there is nothing to add up.
        if (figure !== "not-applicable" || parts.some((part) => part.figure !== "not-applicable"))
          facts.sums.push({ total: { path: ["all", key, stage], figure }, parts });
      });
  });
  return facts;
}

/** Who reached each stage of an event, a programme or a sequence of courses, and who went on. Element: `cs-pathway-funnel`. */
export const pathway: Kind<PathwayDocument> = { schema: "pathway/1", shape: pathwayDocument, facts };
