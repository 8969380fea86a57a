import { looksPersonal } from "@vitrine/contract";
import { PublishError } from "../error.js";
import type { ImplementationConfig } from "../config/schema.js";
import { fold } from "../engine/dialects.js";
import type { Counter } from "../engine/engine.js";
import type { Faults } from "../faults.js";
import { namesPeople } from "../rows/names.js";
import { plainText } from "./plain.js";

export interface GroupName {
  id: string;
  name: string;
}

/** The contract's bound. */
const mostGroups = 200;

/** A code made of a name. Letters that are not Latin are written by their number, so that two names keep two codes. */
export const codeOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (sign) =>
      /[\p{L}\p{N}]/u.test(sign) ? `u${sign.codePointAt(0)!.toString(16)}` : /\p{M}/u.test(sign) ? "" : " ",
    )
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 56)
    .replace(/-$/, "") || "group";

/**
 * The groups a column names, by their cells as they are compared, where the config lists none. Cells that differ in case and blanks alone
 * are one group, called as the first of them; a cell that looks like an address or number of a person names no group.
 * @param cell a column that is never nothing @param rows how many rows stand in some lines of the table
 * @throws PublishError when there are more than a document may have, or the column is one of people
 */
export async function groupsOf(
  engine: Counter,
  table: string,
  cell: string,
  { column }: { column: string },
  document: string,
  faults: Faults,
  rows = "count(*)",
): Promise<NonNullable<NonNullable<ImplementationConfig["breakdowns"]>[number]["groups"]>> {
  if (namesPeople(column))
    throw new PublishError(
      "names-people",
      `Column ${JSON.stringify(column)} of the document "${document}" seems to hold people by name, and its cells would be shown: name a column that holds groups, or list them under "groups".`,
      { column },
    );
  const found = await engine.all<[string, number]>(
    `SELECT ${cell}, ${rows} FROM ${table} WHERE ${cell} <> '' GROUP BY ${cell} ORDER BY ${cell}`,
  );
  const groups = new Map<string, GroupName>();
  const ids = new Set(["unknown"]);
  let personal = 0;
  for (const [text, many] of found) {
    const name = plainText(text).slice(0, 120);
    if (looksPersonal(name)) personal += many;
    else if (!groups.has(fold(text))) {
      const alike = [...groups.values()].find((group) => fold(group.name) === fold(name));
      const code = codeOf(name);
      let id = alike?.id ?? code;
      for (let more = 2; !alike && ids.has(id); more++) id = `${code}-${more}`;
      ids.add(id);
      groups.set(fold(text), alike ?? { id, name: name || "Not named" });
    }
  }
  faults.add({ in: document, column, reason: "text-personal", rows: personal });
  if (ids.size > mostGroups)
    throw new PublishError(
      "too-many-groups",
      `Column ${JSON.stringify(column)} makes ${ids.size - 1} groups in the document "${document}", and a breakdown has at most ${mostGroups}: name another column, or put its cells together under "groups".`,
      { column },
    );
  return Object.fromEntries(groups);
}
