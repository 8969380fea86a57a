import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { count, isExact, share } from "./figure.js";
import type { Facts, Kind, Path, Place } from "./kind.js";
import { yesOrNo } from "./leaf.js";
import { list } from "./list.js";
import { restFacts } from "./rest.js";
import { code, slug, text } from "./text.js";

const part = { students: z.optional(count), share: z.optional(share) };
const group = z.strictObject({
  id: code,
  name: text(120),
  unreported: z.optional(yesOrNo),
  ...part,
  compared: z.optional(z.strictObject(part)),
});
export type CompositionGroup = z.infer<typeof group>;
export type CompositionPart = Pick<CompositionGroup, keyof typeof part>;

const breakdown = z.strictObject({ by: slug, label: text(80), overlap: yesOrNo, groups: list(group, { min: 1, max: 40 }) });
export type CompositionBreakdown = z.infer<typeof breakdown>;

export const compositionDocument = z.strictObject({
  ...envelope("composition/1"),
  subject: z.strictObject({ name: text(120), students: count }),
  comparison: z.optional(z.strictObject({ name: text(120), students: count, includes: yesOrNo })),
  breakdowns: list(breakdown, { max: 12 }),
});
export type CompositionDocument = z.infer<typeof compositionDocument>;

/** A group without a count of its own is withheld, and may all the same have a share. */
const placeOf = ({ students = "withheld" }: CompositionPart, path: Path): Place => ({ path: [...path, "students"], figure: students });

/** One side of a breakdown: those the picture is about, or those they are compared with. */
function sideFacts(total: Place, parts: readonly { of: CompositionPart; path: Path }[], overlap: boolean, facts: Facts): Place[] {
  const places = parts.map(({ of, path }) => placeOf(of, path));
  facts.people.push(...places);
  if (!overlap) facts.sums.push({ total, parts: places });
  places.forEach((place, at) => {
    const { of, path } = parts[at]!;
    if (of.students === undefined && of.share === undefined) facts.faults.push({ code: "missing", path: [...path, "students"] });
    facts.rates.push({ path: [...path, "share"], figure: of.share, base: total, numerator: place });
    if (overlap) restFacts(place, total, facts);
    // A group that everybody is in says of each of them what they are.
    else if (isExact(place.figure) && place.figure !== 0 && place.figure === total.figure)
      facts.people.push({ path: place.path, figure: 0 });
  });
  return places;
}

function facts({ subject, comparison, breakdowns }: CompositionDocument): Facts {
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs: ["denominator"], faults: [] };
  const all = { path: ["subject", "students"], figure: subject.students };
  const beside = comparison && { path: ["comparison", "students"], figure: comparison.students };
  for (const base of [all, beside]) if (base) facts.people.push({ ...base, base: true });
  // Those compared with who are not the subject are a count too.
  if (beside && comparison.includes) restFacts(all, beside, facts);
  facts.ids.push({ path: ["breakdowns"], ids: breakdowns.map(({ by }) => by) });
  breakdowns.forEach(({ groups, overlap }, b) => {
    const path: Path = ["breakdowns", b, "groups"];
    facts.ids.push({ path, ids: groups.map(({ id }) => id) });
    const own = sideFacts(
      all,
      groups.map((of, g) => ({ of, path: [...path, g] })),
      overlap,
      facts,
    );
    const compared = groups.flatMap(({ compared: of }, g) => (of ? [{ of, path: [...path, g, "compared"] }] : []));
    if (compared.length === 0) return;
    if (!beside) return void facts.faults.push({ code: "contradicts", path: [...path, 0, "compared"] });
    if (compared.length < groups.length) return void facts.faults.push({ code: "missing", path });
    const others = sideFacts(beside, compared, overlap, facts);
    if (comparison.includes) own.forEach((place, g) => restFacts(place, others[g]!, facts));
  });
  return facts;
}

/** Who the students are, beside who the schools' students are. Element: `cs-diversity-chart`. */
export const composition: Kind<CompositionDocument> = { schema: "composition/1", shape: compositionDocument, facts };
