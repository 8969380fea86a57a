import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { absences, count } from "./figure.js";
import type { Facts, Kind } from "./kind.js";
import { word } from "./leaf.js";
import { list } from "./list.js";
import { code, day, text } from "./text.js";

/** What an entry is about, in the order in which readers see it. */
export const inventoryAreas = ["courses", "integrated", "clubs", "gaps", "schedule", "transport", "data", "changes"] as const;
export type InventoryArea = (typeof inventoryAreas)[number];
/** Whether something is there, or why that is not said. None of these is better than another. */
export const inventoryStates = ["in-place", "partly", "planned", "not-in-place", ...absences] as const;
export type InventoryState = (typeof inventoryStates)[number];

const item = z.strictObject({
  id: code,
  area: word(...inventoryAreas),
  name: text(160),
  detail: z.optional(text(600)),
  cells: list(word(...inventoryStates), { max: 12 }),
  students: z.optional(count),
  saidOn: z.optional(day),
});
export type InventoryItem = z.infer<typeof item>;

export const inventoryDocument = z.strictObject({
  ...envelope("inventory/1"),
  validUntil: day,
  columns: list(z.strictObject({ id: code, name: text(60) }), { min: 1, max: 12 }),
  items: list(item, { max: 200 }),
});
export type InventoryDocument = z.infer<typeof inventoryDocument>;

function facts({ asOf, validUntil, columns, items }: InventoryDocument): Facts {
  const facts: Facts = {
    people: items.flatMap(({ students }, at) => (students === undefined ? [] : [{ path: ["items", at, "students"], figure: students }])),
    sums: [],
    rates: [],
    ids: [
      { path: ["columns"], ids: columns.map(({ id }) => id) },
      { path: ["items"], ids: items.map(({ id }) => id) },
    ],
    needs: [],
    faults: [],
  };
  if (validUntil < asOf) facts.faults.push({ code: "contradicts", path: ["validUntil"] });
  // An entry without cells is said in words alone.
  items.forEach(({ cells }, at) => {
    if (cells.length > 0 && cells.length !== columns.length) facts.faults.push({ code: "column-length", path: ["items", at, "cells"] });
  });
  return facts;
}

/** What computer science exists at a school: dated, and without a score. Element: `cs-inventory-grid`. */
export const inventory: Kind<InventoryDocument> = { schema: "inventory/1", shape: inventoryDocument, facts };
