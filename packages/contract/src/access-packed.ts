import { jsonSchemas } from "./leaf.js";
import { isWhole, largest } from "./list.js";
import { limits } from "./limits.js";

/** A sign for each number from 0 to 63, then one for what is not known: none needs an escape in JSON, or is a part of an address or a number of somebody. */
const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%*+,-./:;?";
const base = 64;
/** What the sign of each code is worth: no number where it stands for none. */
const worth = Array.from({ length: 128 }, (_, code) => {
  const at = signs.indexOf(String.fromCharCode(code));
  return at < 0 || at === base ? NaN : at;
});
/** Parts of a degree: four decimals, ten metres or so. */
const parts = 10_000;
/** More places of a number than a degree needs. */
const mostPlaces = 4;

interface PackedIds {
  first: string;
  steps: number[];
}
interface PackedDegrees {
  from: number;
  digits: string[][];
}

/** Ids that are numbers of one length, in order: the first, and how much larger each of the others is than the one before. */
export function unpackIds(packed: unknown): unknown[] | undefined {
  const { first, steps, ...more } = packed as PackedIds;
  if (!/^\d{1,15}$/.test(first) || !steps.every(isWhole) || Object.keys(more)[0]) return undefined;
  let id = Number(first);
  return [first, ...steps.map((step) => String((id += step)).padStart(first.length, "0"))];
}
jsonSchemas.set(unpackIds, {
  type: "object",
  properties: {
    first: { type: "string", pattern: "^\\d{1,15}$", maxLength: 15 },
    steps: { type: "array", items: { type: "integer", minimum: 0, maximum: largest }, maxItems: 1_000_000 },
  },
  required: ["first", "steps"],
  additionalProperties: false,
});

/** Degrees as numbers of base 64, place by place: what is alike of neighbours stands together. */
export function unpackDegrees(packed: unknown): unknown[] | undefined {
  const { from, digits, ...more } = packed as PackedDegrees;
  const places = digits.map((texts) => texts.join(""));
  const [first] = places as [string];
  const values = Array<number>(first.length).fill(0);
  if (!Number.isInteger(from) || places.some(({ length }) => length !== first.length) || Object.keys(more)[0]) return undefined;
  for (const place of places) for (let at = 0; at < values.length; at++) values[at] = values[at]! * base + worth[place.charCodeAt(at)]!;
  return values.map((value, at) => (first[at] === signs[base] ? "unknown" : (from + value) / parts));
}
jsonSchemas.set(unpackDegrees, {
  type: "object",
  properties: {
    from: { type: "integer", minimum: -180 * parts, maximum: 180 * parts },
    digits: {
      type: "array",
      minItems: 1,
      maxItems: mostPlaces,
      items: {
        type: "array",
        maxItems: 1_000_000,
        items: { type: "string", pattern: "^[A-Za-z!#$%*+,./:;?-]+$", maxLength: limits.text },
      },
    },
  },
  required: ["from", "digits"],
  additionalProperties: false,
});

/** Ids in their shorter form, where they have one. */
export function packIds(ids: readonly string[]): string[] | PackedIds {
  const first = ids[0] ?? "";
  const steps = ids.slice(1).map((id, at) => Number(id) - Number(ids[at]));
  const packed = { first, steps };
  const alike = ids.length > 0 && ids.every((id) => id.length === first.length && /^\d{1,15}$/.test(id));
  return alike && steps.every((step) => isWhole(step) && step > 0) ? packed : [...ids];
}

/** Degrees of four decimals at most in their shorter form. Others stay as they are, so that nothing is lost. */
export function packDegrees(cells: readonly (number | "unknown")[]): (number | "unknown")[] | PackedDegrees {
  const known = cells.filter((cell) => cell !== "unknown");
  const wholes = known.map((cell) => Math.round(cell * parts));
  if (known.length === 0 || wholes.some((value, at) => value / parts !== known[at])) return [...cells];
  const from = wholes.reduce((least, value) => Math.min(least, value));
  const width = wholes.reduce((most, value) => Math.max(most, value)) - from;
  const places = Array.from({ length: mostPlaces }, (_, place) => base ** place).filter((unit) => unit <= width || unit === 1);
  const signOf = (cell: number | "unknown", unit: number) =>
    signs[cell === "unknown" ? base : Math.floor((Math.round(cell * parts) - from) / unit) % base];
  const digits = places.reverse().map((unit) => {
    const place = cells.map((cell) => signOf(cell, unit)).join("");
    return place.match(new RegExp(`.{1,${limits.text}}`, "g"))!;
  });
  return { from, digits };
}
