import { PublishError } from "../error.js";
import { pathText } from "./read.js";
import type { Config } from "./schema.js";

/** Kinds that show their rows one by one in the order of a file, or find people by their names: the embedded engine does that alone. */
const ofFiles = new Set(["inventory", "plan", "roster"]);

/** Every place of a document's config that names a source. */
function* fromOf(value: unknown, path: readonly (string | number)[]): Generator<[source: string, path: readonly (string | number)[]]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === "from" && typeof one === "string") yield [one, here];
    else yield* fromOf(one, here);
  }
}

/** Refuses what cannot be done with rows that stay in a warehouse, before anything is asked of it. @throws PublishError */
export function refuseInWarehouse({ sources, documents }: Config): void {
  const isAway = (source: string) => sources[source]?.warehouse !== undefined;
  const refused = (path: readonly (string | number)[], words: string) => {
    const at = pathText(path);
    return new PublishError("config-refused", `${at} ${words}.`, { path: at });
  };
  for (const [name, { join }] of Object.entries(sources))
    for (const side of join ?? [])
      if (isAway(side))
        throw refused(
          ["sources", name, "join"],
          `joins "${side}", whose rows stay in a warehouse: join them there in a view, and name the view as a source`,
        );
  for (const [position, document] of documents.entries()) {
    if (ofFiles.has(document.kind))
      for (const [source, path] of fromOf(document, ["documents", position]))
        if (isAway(source))
          throw refused(
            path,
            `names a source in a warehouse, and a document of the kind "${document.kind}" is made of files only: export its rows to a file, and name that`,
          );
    if (document.kind === "access" && isAway(document.from) && document.school.numbered !== undefined)
      throw refused(
        ["documents", position, "school", "numbered"],
        `counts rows in the order of a file, and rows of a warehouse have none: name a column of ids under "id"`,
      );
  }
}
