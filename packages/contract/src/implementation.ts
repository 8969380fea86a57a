import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { count, ends, goal, isAbsence, isExact, share } from "./figure.js";
import type { Facts, Kind, Path } from "./kind.js";
import { yesOrNo } from "./leaf.js";
import { list } from "./list.js";
import { code, slug, text } from "./text.js";

/** How far a group of trained teachers has come. `trained` is the base: met + started + notStarted + notKnown. */
export const stages = {
  trained: count,
  met: count,
  started: count,
  notStarted: count,
  notKnown: count,
  rate: z.optional(share),
};
const group = z.strictObject({ id: code, name: text(120), ...stages });
export type ImplementationGroup = z.infer<typeof group>;

export const breakdown = z.strictObject({
  by: slug,
  label: text(80),
  partition: yesOrNo,
  groups: list(group, { min: 1, max: 200 }),
});

export const implementationDocument = z.strictObject({
  ...envelope("implementation/1"),
  ...stages,
  target: z.optional(z.strictObject({ share: goal, label: text(80) })),
  breakdowns: list(breakdown, { max: 12 }),
});
export type ImplementationDocument = z.infer<typeof implementationDocument>;
type Stages = Pick<ImplementationDocument, "trained" | "met" | "started" | "notStarted" | "notKnown" | "rate">;

/** How far trained teachers are; together they are all of them. */
export const implementationStages = ["met", "started", "notStarted", "notKnown"] as const;

const at = (of: Stages, path: Path, key: "trained" | (typeof implementationStages)[number]) => ({ path: [...path, key], figure: of[key] });

function stageFacts(of: Stages, path: Path, facts: Facts) {
  const trained = at(of, path, "trained");
  const places = implementationStages.map((key) => at(of, path, key));
  facts.people.push({ ...trained, base: true }, ...places);
  facts.sums.push({ total: trained, parts: places });
  // A stage that everybody reached says of each of them that they are at no other.
  for (const { path: stage, figure } of places)
    if (figure === of.trained && figure !== 0 && isExact(figure)) facts.people.push({ path: stage, figure: 0 });
  facts.rates.push({ path: [...path, "rate"], figure: of.rate, base: trained, numerator: at(of, path, "met") });
}

/**
 * A group that overlaps others still leaves a rest of the total, which a reader gets by subtracting. Only the first two are sure to: a
 * teacher of two courses stands in the total at the furthest stage, and may stand in a group at another.
 */
function restFacts(of: Stages, all: Stages, path: Path, facts: Facts) {
  for (const key of ["trained", ...implementationStages] as const) {
    const [part, total] = [of[key], all[key]];
    if (isAbsence(part) || isAbsence(total)) continue;
    const [low, high] = ends(part);
    const [least, most] = ends(total);
    const place: Path = [...path, key];
    const sure = key === "trained" || key === "met";
    if (most < low) {
      if (sure) facts.faults.push({ code: "totals-differ", path: place });
    } else if (!isExact(part) || !isExact(total)) {
      if (sure) facts.people.push({ path: place, figure: { min: Math.max(0, least - high), max: most - low } });
    } else if (part < total || (sure && of.trained !== all.trained)) facts.people.push({ path: place, figure: total - part });
  }
}

function facts(document: ImplementationDocument): Facts {
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs: ["definition", "denominator"], faults: [] };
  // Teachers of one school are few and known (privacy policy, 3).
  if (document.audience.kind === "public" && document.scope.level === "school")
    facts.faults.push({ code: "privacy-scope", path: ["scope", "level"] });
  stageFacts(document, [], facts);
  facts.ids.push({ path: ["breakdowns"], ids: document.breakdowns.map(({ by }) => by) });
  document.breakdowns.forEach((breakdown, b) => {
    const path: Path = ["breakdowns", b, "groups"];
    if (document.audience.kind === "public" && /^schools?$/.test(breakdown.by))
      facts.faults.push({ code: "privacy-scope", path: ["breakdowns", b, "by"] });
    facts.ids.push({ path, ids: breakdown.groups.map(({ id }) => id) });
    breakdown.groups.forEach((group, g) => {
      stageFacts(group, [...path, g], facts);
      if (!breakdown.partition) restFacts(group, document, [...path, g], facts);
    });
    if (!breakdown.partition) return;
    for (const key of ["trained", ...implementationStages] as const)
      facts.sums.push({ total: at(document, [], key), parts: breakdown.groups.map((group, g) => at(group, [...path, g], key)) });
  });
  return facts;
}

/** Met / started / not started / not known of all trained teachers. Element: `cs-implementation-gauge`. */
export const implementation: Kind<ImplementationDocument> = { schema: "implementation/1", shape: implementationDocument, facts };
