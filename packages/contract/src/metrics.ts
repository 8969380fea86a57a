import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { absence, count, isAbsence, isExact, type Figure } from "./figure.js";
import type { Facts, Kind, Path } from "./kind.js";
import { numberLeaf, rule, word } from "./leaf.js";
import { largest, list } from "./list.js";
import { code, day, text } from "./text.js";

/** What a number counts. People are protected by the privacy policy; things (schools, events, courses) are not. */
export const metricSubjects = ["people", "things"] as const;

const signed = numberLeaf((value) => Number.isInteger(value) && Math.abs(value) <= largest, "out-of-range", {
  type: "integer",
  minimum: -largest,
  maximum: largest,
});
/** More or fewer than before: a whole number with its sign, a range of both ends, or the reason there is none. */
const change = z.union([
  signed,
  z.strictObject({ min: signed, max: signed }).check(rule(({ min, max }) => min < max, "empty-range")),
  absence,
]);
export type MetricChange = z.infer<typeof change>;

export const metric = z.strictObject({
  id: code,
  name: text(120),
  counts: word(...metricSubjects),
  value: count,
  unit: text(60),
  period: z.optional(text(60)),
  asOf: z.optional(day),
  detail: z.optional(text(240)),
  change: z.optional(
    z.strictObject({ by: change, since: text(60), n: z.strictObject({ value: count, counts: word(...metricSubjects), of: text(120) }) }),
  ),
  parts: z.optional(list(z.strictObject({ id: code, name: text(120), value: count }), { min: 2, max: 20 })),
});
export type Metric = z.infer<typeof metric>;

export const metricsDocument = z.strictObject({ ...envelope("metrics/1"), metrics: list(metric, { max: 24 }) });
export type MetricsDocument = z.infer<typeof metricsDocument>;

/** How many people a change speaks of, whatever its direction. A range across zero may be nobody. */
function sizeOf(by: MetricChange): Figure {
  if (isAbsence(by)) return by;
  if (isExact(by)) return Math.abs(by);
  const [one, other] = [Math.abs(by.min), Math.abs(by.max)];
  return by.min < 0 && by.max > 0 ? { min: 0, max: Math.max(one, other) } : { min: Math.min(one, other), max: Math.max(one, other) };
}

/** A number that did not move says nothing of anybody; any other change is a count of people too (privacy policy, 6). */
function metricFacts({ counts, value, change, parts = [] }: Metric, path: Path, facts: Facts) {
  const total = { path: [...path, "value"], figure: value };
  const places = parts.map(({ value: part }, at) => ({ path: [...path, "parts", at, "value"], figure: part }));
  if (counts === "people") facts.people.push({ ...total, base: true }, ...places);
  if (places.length > 0) facts.sums.push({ total, parts: places });
  facts.ids.push({ path: [...path, "parts"], ids: parts.map(({ id }) => id) });
  if (!change) return;
  const by = { path: [...path, "change", "by"], figure: sizeOf(change.by) };
  if (counts === "people" && change.by !== 0) facts.people.push(by);
  const n = { path: [...path, "change", "n", "value"], figure: change.n.value };
  if (change.n.counts === "people") facts.people.push(n);
  if (!isExact(change.by) || !isExact(value)) return;
  // What there was before is a count as well, which a reader gets by subtracting.
  if (change.by > value) facts.faults.push({ code: "contradicts", path: by.path });
  else if (counts === "people") facts.people.push({ path: by.path, figure: value - change.by, base: true });
}

function facts(document: MetricsDocument): Facts {
  const facts: Facts = {
    people: [],
    sums: [],
    rates: [],
    ids: [{ path: ["metrics"], ids: document.metrics.map(({ id }) => id) }],
    needs: document.metrics.length > 0 ? ["definition"] : [],
    faults: [],
  };
  document.metrics.forEach((one, at) => metricFacts(one, ["metrics", at], facts));
  return facts;
}

/** Single counts with unit, period and change. Element: `cs-metric-cards`. */
export const metrics: Kind<MetricsDocument> = { schema: "metrics/1", shape: metricsDocument, facts };
