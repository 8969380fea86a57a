import type { PlacesConfig } from "../config/schema.js";
import type { Sql } from "../engine/dialects.js";
import type { FaultReason } from "../faults.js";

/** Kinds of wrong locations, looked for in this order: a location has one fault, the first that fits. */
export const placeFaults = [
  "place-both-in-one-cell",
  "place-missing",
  "place-not-a-number",
  "place-outside-the-world",
  "place-repeated-number",
  "place-swapped",
  "place-outside-the-scope",
] as const satisfies readonly FaultReason[];

/** How many schools may share a spot before it is taken for a guess. */
export const mostOnOneSpot = 20;

/** Expressions for latitude, longitude and the location's fault, from the cells that hold them. Text only, no engine. */
export function placeSql(
  { matches, number }: Sql,
  latitude: string,
  longitude: string,
  within: PlacesConfig["within"],
): { latitude: string; longitude: string; fault: string } {
  const lat = number(latitude);
  const lng = number(longitude);
  const inside = (north: string, east: string) =>
    within
      ? `(${north} BETWEEN ${within.south} AND ${within.north} AND ${within.west <= within.east ? `${east} BETWEEN ${within.west} AND ${within.east}` : `(${east} >= ${within.west} OR ${east} <= ${within.east})`})`
      : `(${north} BETWEEN -90 AND 90 AND ${east} BETWEEN -180 AND 180)`;
  const pair = (cell: string) => matches(`coalesce(${cell}, '')`, "[+-]?[0-9.]+\\s*[,; ]\\s*[+-]?[0-9.]+");
  const world = `(abs(${lat}) <= 90 AND abs(${lng}) <= 180)`;
  const swapped = `(${inside(lng, lat)} AND NOT ${inside(lat, lng)})`;
  const fault = `CASE
    WHEN ${pair(latitude)} OR ${pair(longitude)} THEN 'place-both-in-one-cell'
    WHEN ${latitude} IS NULL OR ${longitude} IS NULL THEN 'place-missing'
    WHEN ${lat} IS NULL OR ${lng} IS NULL THEN 'place-not-a-number'
    WHEN ${lat} = ${lng} THEN 'place-repeated-number'
    WHEN ${swapped} THEN 'place-swapped'
    WHEN NOT ${world} THEN 'place-outside-the-world'
    WHEN NOT ${inside(lat, lng)} THEN 'place-outside-the-scope' END`;
  return { latitude: lat, longitude: lng, fault };
}
