import * as z from "zod/mini";
import { accept, acceptText } from "./accept.js";
import { access, accessSchools, type AccessDocument, type AccessSchools } from "./access.js";
import type { Facts, Kind } from "./kind.js";

/** A longer text is checked whole: the bounds on values and characters are those of a document, and no shorter text comes near them. */
const longest = 4_000_000;

const { shape } = accessSchools._zod.def;
const nothing: Facts = { people: [], sums: [], rates: [], ids: [], needs: [], faults: [] };

/** One column as a document of its own, so that it is copied and judged as all are. */
function acceptColumn(key: string, given: object): Record<string, unknown> | undefined {
  const column = shape[key as keyof typeof shape];
  const kind: Kind<Record<string, unknown>> = {
    ...access,
    shape: z.strictObject({ privacy: z.custom<unknown>(), [key]: column }),
    facts: () => nothing,
  };
  return accept(kind, { privacy: {}, ...(Object.hasOwn(given, key) && { [key]: given[key as keyof typeof given] }) });
}

/**
 * As `acceptText` for a list of schools, column by column: whoever waits between two steps leaves the page time of its own. What is
 * refused is the same.
 */
export function* acceptByColumns(text: string): Generator<void, AccessDocument | undefined> {
  if (text.length > longest) return acceptText(access, text);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
  yield;
  const { schools: given, ...rest } = Object(value) as Record<string, unknown>;
  if (typeof given !== "object" || !given || Array.isArray(value)) return accept(access, value);
  if (!Object.keys(given).every((key) => Object.hasOwn(shape, key))) return undefined;
  const columns: Record<string, unknown> = {};
  for (const key of Object.keys(shape)) {
    const accepted = acceptColumn(key, given);
    if (!accepted) return undefined;
    if (key in accepted) {
      columns[key] = accepted[key];
      yield;
    }
  }
  const schools = columns as AccessSchools;
  const document = accept({ ...access, facts: (others: AccessDocument) => access.facts({ ...others, schools }) }, rest);
  return document && { ...document, schools };
}
