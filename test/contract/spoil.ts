import fc from "fast-check";

/** Places inside a document: the object or list that holds a value, and under which key. */
function places(value: unknown): [holder: Record<string, unknown>, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, child]) => [[value as Record<string, unknown>, key], ...places(child)] as [Record<string, unknown>, string][],
  );
}
/** What is put in; no issue may repeat it. */
const marker = "Marker Of A Person";
const figure = fc.oneof(
  fc.integer({ min: -3, max: 400 }),
  fc.constantFrom("withheld", "not-reported", "not-covered", "not-applicable", "unknown", "suppressed", null, "*"),
  fc.record({ min: fc.integer({ min: 0, max: 60 }), max: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ from: fc.integer({ min: 0, max: 100 }), to: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ value: fc.integer({ min: 0, max: 100 }), nearest: fc.integer({ min: 0, max: 20 }) }),
);
export type Change = { at: number; how: "drop" | "add" | "replace" | "swap"; by: unknown };
export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("drop", "add", "replace", "swap"),
  by: fc.oneof(figure, fc.jsonValue({ maxDepth: 2 }), fc.constant(marker)),
});

/** A copy of the document with values dropped, added, replaced or taken from elsewhere in it. */
export function spoil(document: Record<string, unknown>, changes: readonly Change[]): Record<string, unknown> {
  const spoilt = structuredClone(document);
  for (const { at, how, by } of changes) {
    const all = places(spoilt);
    const [holder, key] = all[at % all.length]!;
    const [other, otherKey] = all[(at * 7 + 3) % all.length]!;
    if (how === "drop" && Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (how === "drop") delete holder[key];
    else if (how === "add" && !Array.isArray(holder)) holder[marker] = by;
    else holder[key] = how === "swap" && typeof other[otherKey] !== "object" ? other[otherKey] : by;
  }
  return spoilt;
}
