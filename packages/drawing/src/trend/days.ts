import type { TrendDocument, TrendStep } from "@vitrine/contract";
import type { Say } from "../core/say.js";

/** A calendar day as a number of days; differences are days. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Days that neighbours may be apart before the time between them counts as a gap. */
const longest: Record<TrendStep, number> = { week: 10, month: 45, term: 280, year: 550 };
export const isGap = (step: TrendStep, from: string, to: string): boolean => dayNumber(to) - dayNumber(from) > longest[step];

const formats = new WeakMap<Say, Record<"month" | "first" | "short" | "year", Intl.DateTimeFormat>>();
function formatsOf(say: Say) {
  let known = formats.get(say);
  if (!known) {
    const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(say.locale, { ...parts, timeZone: "UTC" });
    known = {
      month: format({ month: "long", year: "numeric" }),
      first: format({ month: "short", year: "numeric" }),
      short: format({ month: "short" }),
      year: format({ year: "numeric" }),
    };
    formats.set(say, known);
  }
  return known;
}

/** A point in time as it stands in a sentence: its own name, or what its date makes of it. */
export function when({ times, step }: TrendDocument, at: number, say: Say): string {
  const label = times.label?.[at];
  if (label) return label;
  const date = new Date(`${times.from[at]!}T00:00:00Z`);
  const { month, year } = formatsOf(say);
  return say.words.trend.when[step]({ day: say.day(times.from[at]!), month: month.format(date), year: year.format(date) });
}

export interface Tick {
  /** As {@link dayNumber}. */
  day: number;
  label: string;
}

/** Months between ticks, densest first. */
const everyMonths = [1, 2, 3, 6, 12, 24, 60];

/**
 * Labels for a time axis: the points' own names, every n-th, or beginnings of months and years. @param fits whether these labels fit
 */
export function timeTicks({ times, step }: TrendDocument, say: Say, fits: (ticks: readonly Tick[]) => boolean): Tick[] {
  const days = times.from.map(dayNumber);
  if (days.length === 0) return [];
  if (times.label || step === "term" || step === "year") {
    const { year } = formatsOf(say);
    const all = days.map((day, at) => ({ day, label: times.label?.[at] ?? year.format(day * 86_400_000) }));
    for (let every = 1; every < all.length; every++) {
      // Counted from the newest, which is the one that is read first.
      const some = all.filter((_, at) => (all.length - 1 - at) % every === 0);
      if (fits(some)) return some;
    }
    return all.slice(-1);
  }
  const [begin, last] = [days[0]!, days.at(-1)!];
  const start = new Date(begin * 86_400_000);
  // The first month says of what year it is.
  const { short, year, first } = formatsOf(say);
  for (const every of everyMonths) {
    const ticks: Tick[] = [];
    for (let month = Math.ceil(start.getUTCMonth() / every) * every; ; month += every) {
      const day = Date.UTC(start.getUTCFullYear(), month, 1) / 86_400_000;
      if (day > last) break;
      if (day < begin) continue;
      const format = new Date(day * 86_400_000).getUTCMonth() === 0 || every >= 12 ? year : ticks.length === 0 ? first : short;
      ticks.push({ day, label: format.format(day * 86_400_000) });
    }
    if (ticks.length > 0 && fits(ticks)) return ticks;
  }
  return [{ day: last, label: formatsOf(say).month.format(last * 86_400_000) }];
}
