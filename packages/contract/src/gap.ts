import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { absence, count, ends, isAbsence, isExact, share } from "./figure.js";
import type { Facts, Kind, Path } from "./kind.js";
import { numberLeaf, rule, word, yesOrNo } from "./leaf.js";
import { list } from "./list.js";
import { restFacts } from "./rest.js";
import { code, text } from "./text.js";

/** How a panel measures: a share of people, or a mean over what is compared. */
export const gapMeasures = ["share", "mean"] as const;

const most = 1_000_000;
/** A mean, 0 or more, one decimal at most. */
const tenth = numberLeaf((value) => value >= 0 && value <= most && Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, "out-of-range", {
  minimum: 0,
  maximum: most,
});
const mean = z.union([tenth, z.strictObject({ from: tenth, to: tenth }).check(rule(({ from, to }) => from < to, "empty-range")), absence]);
export type GapMean = z.infer<typeof mean>;

const value = z.strictObject({ people: z.optional(count), part: z.optional(count), share: z.optional(share), mean: z.optional(mean) });
export type GapValue = z.infer<typeof value>;
const panel = z.strictObject({ name: text(120), measure: word(...gapMeasures), unit: z.optional(text(80)) });
export type GapPanel = z.infer<typeof panel>;
const group = z.strictObject({ id: code, name: text(120), units: count, context: z.optional(value), outcome: value });
export type GapGroup = z.infer<typeof group>;

export const gapDocument = z.strictObject({
  ...envelope("gap/1"),
  units: text(60),
  ordered: yesOrNo,
  context: z.optional(panel),
  outcome: panel,
  groups: list(group, { max: 24 }),
  between: z.optional(z.strictObject({ from: code, to: code })),
});
export type GapDocument = z.infer<typeof gapDocument>;

function valueFacts(of: GapValue, { measure }: GapPanel, path: Path, threshold: number, facts: Facts) {
  const fault = (key: keyof GapValue, code: string) => facts.faults.push({ code, path: [...path, key] });
  const base = of.people === undefined ? undefined : { path: [...path, "people"], figure: of.people };
  if (base) facts.people.push({ ...base, base: true });
  if (measure === "mean") {
    if (of.mean === undefined) fault("mean", "missing");
    for (const key of ["part", "share"] as const) if (of[key] !== undefined) fault(key, "contradicts");
    // A mean over people needs enough of them, and to know how many (privacy policy, 3).
    if (base && of.mean !== undefined && !isAbsence(of.mean) && !(isExact(of.people) && of.people >= threshold))
      fault("mean", "privacy-mean");
    return;
  }
  if (of.mean !== undefined) fault("mean", "contradicts");
  if (of.share === undefined && (of.part === undefined || !base)) fault("share", "missing");
  if (!base) {
    if (of.part !== undefined) fault("part", "contradicts");
    return;
  }
  const part = { path: [...path, "part"], figure: of.part ?? "withheld" };
  facts.people.push(part);
  facts.rates.push({ path: [...path, "share"], figure: of.share, base, numerator: part });
  // Those of whom it is not so are a count too, and where it is so of all of them, nobody is left.
  if (isExact(part.figure) && part.figure === of.people && part.figure > 0) facts.people.push({ path: part.path, figure: 0 });
  restFacts(part, base, facts);
}

function facts(document: GapDocument): Facts {
  const { groups, context, outcome, between, privacy } = document;
  const facts: Facts = {
    people: [],
    sums: [],
    rates: [],
    ids: [{ path: ["groups"], ids: groups.map(({ id }) => id) }],
    needs: ["definition"],
    faults: [],
  };
  groups.forEach((group, g) => {
    const path: Path = ["groups", g];
    valueFacts(group.outcome, outcome, [...path, "outcome"], privacy.threshold, facts);
    if ((group.context === undefined) !== (context === undefined))
      facts.faults.push({ code: context ? "missing" : "contradicts", path: [...path, "context"] });
    else if (group.context && context) valueFacts(group.context, context, [...path, "context"], privacy.threshold, facts);
    if (!isAbsence(group.units) && ends(group.units)[1] === 0)
      for (const key of ["context", "outcome"] as const)
        if (group[key] && [group[key].share, group[key].mean].some((figure) => figure !== undefined && !isAbsence(figure)))
          facts.faults.push({ code: "contradicts", path: [...path, key] });
  });
  if (between)
    for (const key of ["from", "to"] as const)
      if (!groups.some(({ id }) => id === between[key])) facts.faults.push({ code: "no-such-position", path: ["between", key] });
  return facts;
}

/** Context beside outcome for two groups or an ordered scale, and how far they are apart. Element: `cs-gap-chart`. */
export const gap: Kind<GapDocument> = { schema: "gap/1", shape: gapDocument, facts };
