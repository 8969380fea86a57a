import * as z from "zod/mini";
import { numberLeaf, rule, word } from "./leaf.js";
import { isWhole, largest } from "./list.js";

/** Why there is no number. Zero is a number and never stands here (privacy policy, 5). */
export const absences = ["withheld", "not-reported", "not-covered", "not-applicable", "unknown"] as const;
export type Absence = (typeof absences)[number];
export const absence = word(...absences);

const wholeFrom = (min: number, max = largest) =>
  numberLeaf((value) => isWhole(value) && value >= min && value <= max, "out-of-range", { type: "integer", minimum: min, maximum: max });
/** A whole number of people, schools or rows, 0 or more. */
export const whole = wholeFrom(0);
/** A whole number from 1 on. */
export const ordinal = wholeFrom(1);
/** The least number of people a count is published of. */
export const threshold = wholeFrom(5, 1000);

/** A range of a count: whole numbers, both ends included, `min < max`. */
export const range = z.strictObject({ min: whole, max: whole }).check(rule(({ min, max }) => min < max, "empty-range"));
export type Range = z.infer<typeof range>;

const multiple = () =>
  rule<{ value: number; nearest: number }>(
    ({ value, nearest }) => Math.abs(value / nearest - Math.round(value / nearest)) < 1e-9,
    "not-a-multiple",
  );

/** A count rounded to a multiple of `nearest`. */
export const rounded = z.strictObject({ value: whole, nearest: wholeFrom(2) }).check(multiple());
export type Rounded = z.infer<typeof rounded>;

/** A share in percent that is neither none nor all. */
const inner = numberLeaf((value) => value > 0 && value < 100, "out-of-range", { exclusiveMinimum: 0, exclusiveMaximum: 100 });
/** A share in percent rounded to a multiple of `nearest`; 0 and 100 are never a number. */
export const roundedShare = z.strictObject({ value: inner, nearest: inner }).check(multiple());
/** A share to be reached, in percent. */
export const goal = numberLeaf((value) => value > 0 && value <= 100, "out-of-range", { exclusiveMinimum: 0, maximum: 100 });

const percent = numberLeaf((value) => value >= 0 && value <= 100, "out-of-range", { minimum: 0, maximum: 100 });
/** A share in percent, `from <= p < to`; the last band includes 100. */
export const band = z.strictObject({ from: percent, to: percent }).check(rule(({ from, to }) => from < to, "empty-range"));
export type Band = z.infer<typeof band>;

/** A count of people or things: exact, a range, rounded, or the reason there is none. */
export const count = z.union([whole, range, rounded, absence]);
export type Count = z.infer<typeof count>;

/** A share in percent. An exact one is strictly between 0 and 100 and stands only where no base is published. */
export const share = z.union([inner, roundedShare, band, absence]);
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
