import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { count, share } from "./figure.js";
import type { Facts, Kind, Path } from "./kind.js";
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
  partition: z.boolean(),
  groups: list(group, { min: 1, max: 200 }),
});

export const implementationDocument = z.strictObject({
  ...envelope("implementation/1"),
  ...stages,
  target: z.optional(z.strictObject({ share: z.number().check(z.gt(0), z.maximum(100)), label: text(80) })),
  breakdowns: list(breakdown, { max: 12 }),
});
export type ImplementationDocument = z.infer<typeof implementationDocument>;
type Stages = Pick<ImplementationDocument, "trained" | "met" | "started" | "notStarted" | "notKnown" | "rate">;

const parts = ["met", "started", "notStarted", "notKnown"] as const;

function stageFacts(of: Stages, path: Path, facts: Facts) {
  for (const key of ["trained", ...parts] as const) facts.people.push({ path: [...path, key], figure: of[key] });
  facts.sums.push({
    total: { path: [...path, "trained"], figure: of.trained },
    parts: parts.map((key) => ({ path: [...path, key], figure: of[key] })),
  });
  facts.rates.push({ path: [...path, "rate"], figure: of.rate, base: of.trained, numerator: of.met });
}

function facts(document: ImplementationDocument): Facts {
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs: ["definition", "denominator"], faults: [] };
  stageFacts(document, [], facts);
  facts.ids.push({ path: ["breakdowns"], ids: document.breakdowns.map(({ by }) => by) });
  document.breakdowns.forEach((breakdown, b) => {
    const path: Path = ["breakdowns", b, "groups"];
    facts.ids.push({ path, ids: breakdown.groups.map(({ id }) => id) });
    breakdown.groups.forEach((group, g) => stageFacts(group, [...path, g], facts));
    if (!breakdown.partition) return;
    for (const key of ["trained", ...parts] as const)
      facts.sums.push({
        total: { path: [key], figure: document[key] },
        parts: breakdown.groups.map((group, g) => ({ path: [...path, g, key], figure: group[key] })),
      });
  });
  return facts;
}

/** Met / started / not started / not known of all trained teachers. Element: `cs-implementation-gauge`. */
export const implementation: Kind<ImplementationDocument> = { schema: "implementation/1", shape: implementationDocument, facts };
