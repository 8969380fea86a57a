import * as z from "zod/mini";
import { column, columnFaults, fits, texts } from "./columns.js";
import { envelope } from "./envelope.js";
import { absences, count, isAbsence, isExact, share, type Absence, type Count, type Figure, type Share } from "./figure.js";
import type { Facts, Kind, Path, Place } from "./kind.js";
import { word, yesOrNo } from "./leaf.js";
import { list } from "./list.js";
import { code, day, isDay, slug, text } from "./text.js";

/** How far one point in time is from the next. */
export const trendSteps = ["week", "month", "term", "year"] as const;
export type TrendStep = (typeof trendSteps)[number];

/** Twenty years of weeks. */
const points = { max: 1100 };

/** A mean has at most one decimal: more would tell the sum it was made of. */
const isMean = (cell: unknown): cell is number =>
  typeof cell === "number" && Math.abs(cell) < 1e9 && Math.abs(cell * 10 - Math.round(cell * 10)) < 1e-6;
const counts = () => column<Count>((cell) => fits(count, cell), { $ref: "#/$defs/count" }, points);
const shares = () => column<Share>((cell) => fits(share, cell), { $ref: "#/$defs/share" }, points);
const means = () =>
  column<number | Absence>(
    (cell) => isMean(cell) || isAbsence(cell),
    { anyOf: [{ type: "number", minimum: -1e9, maximum: 1e9 }, { enum: [...absences] }] },
    points,
  );
const days = () => column<string>((cell) => typeof cell === "string" && isDay(cell), { type: "string", format: "date" }, points);

/** Figures as columns: cell i of each speaks of the i-th point in time. Which of them are there follows from the measure. */
const figures = { count: z.optional(counts()), base: z.optional(counts()), share: z.optional(shares()), mean: z.optional(means()) };
const whole = z.strictObject({ name: text(120), ...figures });
const group = z.strictObject({ id: code, name: text(120), ...figures });
export type TrendLine = z.infer<typeof whole>;
export type TrendGroup = z.infer<typeof group>;

export const trendDocument = z.strictObject({
  ...envelope("trend/1"),
  measure: z.strictObject({
    kind: word("count", "share", "mean"),
    name: text(120),
    of: text(60),
    people: yesOrNo,
    unit: z.optional(text(60)),
  }),
  step: word(...trendSteps),
  times: z.strictObject({ from: days(), label: z.optional(texts(40, points)) }),
  provisionalFrom: z.optional(day),
  annotations: list(z.strictObject({ id: slug, from: day, to: z.optional(day), label: text(60), text: z.optional(text(400)) }), {
    max: 12,
  }),
  all: z.optional(whole),
  groups: list(group, { max: 24 }),
  groupsLabel: z.optional(text(120)),
  partition: yesOrNo,
});
export type TrendDocument = z.infer<typeof trendDocument>;

type Column = keyof typeof figures;
/** The columns a measure has, and those it may have. */
const columnsOf = ({ kind, people }: TrendDocument["measure"]): { must: Column[]; may: Column[] } =>
  ({
    count: { must: ["count" as const], may: [] },
    share: { must: ["count" as const, "base" as const], may: ["share" as const] },
    mean: people ? { must: ["mean" as const, "base" as const], may: [] } : { must: ["mean" as const], may: ["base" as const] },
  })[kind];

const linesOf = ({ all, groups }: Pick<TrendDocument, "all" | "groups">): [TrendLine, Path][] => [
  ...(all ? [[all, ["all"]] as [TrendLine, Path]] : []),
  ...groups.map((line, at): [TrendLine, Path] => [line, ["groups", at]]),
];

/** Everything that does not fit together, before the rules read across columns. */
function shapeFaults({ measure, times, all, groups, provisionalFrom, status, annotations }: TrendDocument): Facts["faults"] {
  const rows = times.from.length;
  const faults: Facts["faults"] = columnFaults(times, ["times"], rows);
  const { must, may } = columnsOf(measure);
  const lines = linesOf({ all, groups });
  if (lines.length === 0) faults.push({ code: "bad-list", path: ["groups"] });
  for (const [line, path] of lines) {
    faults.push(...columnFaults(line, path, rows));
    for (const key of Object.keys(figures) as Column[])
      if ((must.includes(key) && !line[key]) || (line[key] && !must.includes(key) && !may.includes(key)))
        faults.push({ code: line[key] ? "contradicts" : "missing", path: [...path, key] });
  }
  const back = times.from.findIndex((from, at) => at > 0 && from <= times.from[at - 1]!);
  if (back >= 0) faults.push({ code: "contradicts", path: ["times", "from", back] });
  if (provisionalFrom && status === "final") faults.push({ code: "contradicts", path: ["provisionalFrom"] });
  annotations.forEach(({ from, to }, at) => to && to < from && faults.push({ code: "empty-range", path: ["annotations", at, "to"] }));
  return faults;
}

/** How many remain of a base beside those counted: known from both, else open wherever one of them is. */
const others = (base: Figure, count: Figure): Figure => {
  if (isExact(base) && isExact(count)) return base - count;
  return [base, count].find((figure) => isAbsence(figure) && figure !== "withheld") ?? "withheld";
};

function lineFacts(line: TrendLine, path: Path, at: number, { measure, privacy }: TrendDocument, top: boolean, facts: Facts) {
  const place = (key: Column): Place => ({ path: [...path, key, at], figure: line[key]![at]! });
  if (measure.kind === "count") facts.people.push({ ...place("count"), base: top });
  else if (measure.kind === "mean") {
    const base = place("base");
    facts.people.push({ ...base, base: true });
    if (isExact(line.mean![at]) && !(isExact(base.figure) && base.figure >= privacy.threshold))
      facts.faults.push({ code: "privacy-mean", path: [...path, "mean", at] });
  } else {
    const [base, counted] = [place("base"), place("count")];
    const rest: Place = { path: [...counted.path, "others"], figure: others(base.figure, counted.figure) };
    facts.people.push({ ...base, base: true }, counted);
    // Nobody is in a group that is empty.
    if (base.figure !== 0) facts.people.push(rest);
    facts.sums.push({ total: base, parts: [counted, rest] });
    const band = line.share?.[at];
    facts.rates.push({ path: [...path, "share", at], figure: band, base, numerator: counted });
    // Two ranges without a share have nothing to draw: nobody may work it out from their ends.
    const whole = isExact(base.figure) && isExact(counted.figure);
    if (!whole && band === undefined && !isAbsence(base.figure) && !isAbsence(counted.figure))
      facts.faults.push({ code: "missing", path: [...path, "share"] });
    if (isExact(rest.figure) && rest.figure < 0) facts.faults.push({ code: "totals-differ", path: counted.path });
  }
}

/** Groups beside the whole: they add up to it, or what remains of it beside one of them is a count of its own. */
function groupFacts({ all, groups, partition, measure }: TrendDocument, at: number, facts: Facts) {
  const keys: Column[] = measure.kind === "share" ? ["base", "count"] : measure.kind === "mean" ? ["base"] : ["count"];
  for (const key of keys) {
    const total: Place = { path: ["all", key, at], figure: all![key]![at]! };
    const parts = groups.map((group, row): Place => ({ path: ["groups", row, key, at], figure: group[key]![at]! }));
    if (partition) facts.sums.push({ total, parts });
    else
      for (const part of parts)
        if (isExact(total.figure) && isExact(part.figure) && part.figure !== total.figure) {
          if (part.figure > total.figure) facts.faults.push({ code: "totals-differ", path: part.path });
          else facts.people.push({ path: part.path, figure: total.figure - part.figure });
        }
  }
}

function facts(document: TrendDocument): Facts {
  const { all, groups, measure, times, annotations } = document;
  const faults = shapeFaults(document);
  const needs: Facts["needs"] = measure.kind === "count" ? ["definition"] : ["definition", "denominator"];
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs, faults };
  facts.ids.push({ path: ["groups"], ids: groups.map(({ id }) => id) }, { path: ["annotations"], ids: annotations.map(({ id }) => id) });
  if (faults.length > 0 || !measure.people) return facts;
  // Points are known by their days: a window that moves on has others at the same positions.
  for (const [line, path] of linesOf(document))
    for (const key of Object.keys(figures) as Column[]) if (line[key]) facts.ids.push({ path: [...path, key], ids: times.from });
  times.from.forEach((_, at) => {
    if (all) lineFacts(all, ["all"], at, document, true, facts);
    groups.forEach((group, row) => lineFacts(group, ["groups", row], at, document, false, facts));
    if (all) groupFacts(document, at, facts);
  });
  return facts;
}

/** How a count, a share or a mean moves, week by week, term by term or year by year, in all and by group. Element: `cs-trend-chart`. */
export const trend: Kind<TrendDocument> = { schema: "trend/1", shape: trendDocument, facts };
