import type { PlanDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth } from "../core/measure.js";
import type { Line } from "../core/text.js";

/** A calendar day as a number of days: no clock and no time zone. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

export interface Axis {
  left: number;
  width: number;
  /** First and last day, as numbers. */
  from: number;
  to: number;
  /** First days of months, and what is written there. */
  ticks: { x: number; label?: Line }[];
  /** Where the day of the plan stands. */
  asOf: number;
}

export const dayX = ({ left, width, from, to }: Pick<Axis, "left" | "width" | "from" | "to">, day: number): number =>
  left + ((day - from) / (to - from)) * width;

const daysOf = ({ asOf, steps, groups, sessions }: PlanDocument): number[] =>
  [asOf, ...[...steps, ...groups].flatMap(({ from, due }) => [from, due]), ...sessions.flatMap(({ days }) => days)].flatMap((day) =>
    day === undefined ? [] : [dayNumber(day)],
  );

/** Whole months around every day of the plan. Nothing when there is no day but its own. @param top of the labels */
export function placeAxis(document: PlanDocument, frame: Frame, left: number, width: number, top: number): Axis | undefined {
  const days = daysOf(document);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (first === last) return undefined;
  const start = new Date(first * 86_400_000);
  const months: Date[] = [];
  for (let at = 0; ; at++) {
    const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + at, 1));
    months.push(month);
    if (month.getTime() / 86_400_000 > last) break;
  }
  const [from, to] = [months[0]!, months.at(-1)!].map((month) => month.getTime() / 86_400_000) as [number, number];
  const short = new Intl.DateTimeFormat(frame.say.locale, { month: "short", timeZone: "UTC" });
  const year = new Intl.DateTimeFormat(frame.say.locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const face = { size: 12 } as const;
  const axis = { left, width, from, to };
  let free = -Infinity;
  const ticks = months.map((month, at): Axis["ticks"][number] => {
    const x = dayX(axis, month.getTime() / 86_400_000);
    const text = (at === 0 || month.getUTCMonth() === 0 ? year : short).format(month);
    const wide = textWidth(text, face, frame.font);
    if (at === months.length - 1 || x < free || x + 4 + wide > left + width) return { x };
    free = x + wide + 16;
    return { x, label: { ...face, text, x: x + 4, y: top + 12, tone: "quiet" } };
  });
  return { ...axis, ticks, asOf: dayX(axis, dayNumber(document.asOf)) };
}
