import { accessStatuses, type AccessDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import { statusOf } from "./describe.js";

/** A school in words: its name and its status. */
export const schoolLabel = (document: AccessDocument, row: number, { words }: Say): string =>
  words.map.school(document.schools!.name[row]!, words.access.status[statusOf(document, row)]);

/** Several schools in words, status by status. */
export function groupLabel(tally: readonly number[], say: Say): string {
  const { words } = say;
  const parts = accessStatuses.flatMap((status, at) =>
    tally[at]! > 0 ? [words.map.item(words.access.status[status], say.number(tally[at]!))] : [],
  );
  return words.map.group(say.number(tally.reduce((sum, count) => sum + count, 0)), parts.join("; "));
}
