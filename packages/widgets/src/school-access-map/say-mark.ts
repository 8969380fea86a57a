import { accessStatuses } from "@vitrine/contract";
import { groupLabel, schoolLabel, type Say } from "@vitrine/drawing";
import type { Scene } from "./scene.js";

/** The name of a mark and its status, or its number of schools by status. */
export function sayMark({ document, clusters, points }: Scene, mark: number, say: Say): string {
  const { size, first, tally } = clusters!;
  if (size[mark] === 1) return schoolLabel(document, points.row[first[mark]!]!, say);
  return groupLabel(Array.from(tally.subarray(mark * accessStatuses.length, (mark + 1) * accessStatuses.length)), say);
}
