import * as z from "zod/mini";
import { largest } from "./list.js";

/** Why there is no number. Zero is a number and never stands here (privacy policy, 5). */
export const absences = ["withheld", "not-reported", "not-covered", "not-applicable", "unknown"] as const;
export type Absence = (typeof absences)[number];
export const absence = z.enum(absences);

/** A whole number of people, schools or rows, 0 or more. */
export const whole = z.int().check(z.minimum(0), z.maximum(largest));

/** A range of a count: whole numbers, both ends included, `min < max`. */
export const range = z.strictObject({ min: whole, max: whole }).check(z.refine((r) => r.min < r.max, { params: { code: "empty-range" } }));
export type Range = z.infer<typeof range>;

const multiple = () =>
  z.refine<{ value: number; nearest: number }>((r) => Math.abs(r.value / r.nearest - Math.round(r.value / r.nearest)) < 1e-9, {
    params: { code: "not-a-multiple" },
  });

/** A count rounded to a multiple of `nearest`. */
export const rounded = z.strictObject({ value: whole, nearest: whole.check(z.minimum(2)) }).check(multiple());
export type Rounded = z.infer<typeof rounded>;

/** A share in percent rounded to a multiple of `nearest`; 0 and 100 are never a number. */
export const roundedShare = z
  .strictObject({ value: z.number().check(z.gt(0), z.lt(100)), nearest: z.number().check(z.positive(), z.maximum(50)) })
  .check(multiple());

const percent = z.number().check(z.minimum(0), z.maximum(100));

/** A share in percent, `from <= p < to`; the last band includes 100. */
export const band = z
  .strictObject({ from: percent, to: percent })
  .check(z.refine((b) => b.from < b.to, { params: { code: "empty-range" } }));
export type Band = z.infer<typeof band>;

/** A count of people or things: exact, a range, rounded, or the reason there is none. */
export const count = z.union([whole, range, rounded, absence]);
export type Count = z.infer<typeof count>;

/** A share in percent. An exact one is strictly between 0 and 100 and stands only where no base is published. */
export const share = z.union([z.number().check(z.gt(0), z.lt(100)), roundedShare, band, absence]);
export type Share = z.infer<typeof share>;

export type Figure = Count | Share;

export const isAbsence = (figure: unknown): figure is Absence =>
  typeof figure === "string" && (absences as readonly string[]).includes(figure);
export const isExact = (figure: unknown): figure is number => typeof figure === "number";
export const isRange = (figure: unknown): figure is Range => typeof figure === "object" && figure !== null && "min" in figure;
export const isBand = (figure: unknown): figure is Band => typeof figure === "object" && figure !== null && "from" in figure;
export const isRounded = (figure: unknown): figure is Rounded => typeof figure === "object" && figure !== null && "nearest" in figure;

/** Smallest and largest whole number a count can stand for. */
export function ends(figure: number | Range | Rounded | Band): [low: number, high: number] {
  if (isRange(figure)) return [figure.min, figure.max];
  if (isRounded(figure)) return [Math.max(0, Math.ceil(figure.value - figure.nearest / 2)), Math.floor(figure.value + figure.nearest / 2)];
  return isBand(figure) ? [figure.from, figure.to] : [figure, figure];
}

/** Lower and upper end of a share that is no exact number, in percent. */
export const shareEnds = (figure: Range | Rounded | Band): [from: number, to: number] =>
  isRounded(figure)
    ? [Math.max(0, figure.value - figure.nearest / 2), Math.min(100, figure.value + figure.nearest / 2)]
    : (ends(figure) as [number, number]);

/**
 * Width in percentage points of a share band for a base of `base` people (privacy policy, 4).
 * `undefined` below 10: no share is published of so few.
 */
export function bandWidth(base: number): number | undefined {
  if (base < 10) return undefined;
  if (base <= 15) return 50;
  if (base <= 30) return 20;
  if (base <= 60) return 10;
  if (base <= 300) return 5;
  return 1;
}
