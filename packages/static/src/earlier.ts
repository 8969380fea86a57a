import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isSite, type Put } from "./folder.js";

/** A revision as `site.json` lists it. */
interface Revision {
  id: string;
  documents: unknown;
}

/** What stays of a site that is made again. */
export interface Kept {
  /** The revisions that stay beside that of now, the latest first. */
  revisions(now: string): Revision[];
  /** Puts the files of what stays beside those of now. @param written what is there already */
  restore(now: string, written: ReadonlySet<string>, put: Put): void;
}

const id = /^[0-9a-f]{16}$/;
/** Scripts and styles under names with their hashes. Pages of other people name them with their digests, so that none is ever removed. */
const lasting = /^(?:elements|assets)\/[\w-]+\.[\w-]{6,}\.(?:js|css)$/;

/** What the site in a folder leaves to the next one. @param keep how many of its revisions stay */
export function readBack(folder: string, keep = Infinity): Kept {
  if (!isSite(folder)) return { revisions: () => [], restore: () => {} };
  const { revisions = [] } = JSON.parse(readFileSync(join(folder, "site.json"), "utf8")) as { revisions?: Revision[] };
  const there = revisions.filter((one) => id.test(one.id) && existsSync(join(folder, "r", one.id)));
  const kept: Kept = {
    // The same revision made again is not an earlier one.
    revisions: (now) => there.filter((one) => one.id !== now).slice(0, keep),
    restore(now, written, put) {
      const folders = ["elements", "assets", ...kept.revisions(now).map((one) => `r/${one.id}`)];
      for (const name of folders.flatMap((one) => filesIn(folder, one)))
        if ((name.startsWith("r/") || lasting.test(name)) && !written.has(name)) put(name, readFileSync(join(folder, name)));
    },
  };
  return kept;
}

/** Every file below a folder, named from the root. */
function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(root, name) : entry.isFile() ? [name] : [];
  });
}
