import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isSite, type Put } from "./folder.js";

/** A revision as `site.json` lists it. */
interface Revision {
  id: string;
  documents: unknown;
  /** Files outside its folder that its pages load. */
  needs: string[];
}

/** What stays of a site that is made again. */
export interface Kept {
  /** The latest first. */
  revisions: Revision[];
  /** Puts the files of what stays beside those of now. @param written what is there already */
  restore(now: string, written: ReadonlySet<string>, put: Put): void;
}

const id = /^[0-9a-f]{16}$/;
const plain = /^(?!.*\.\.)[\w][\w./-]*$/;

/** The revisions of the site in a folder, when there is one. @param keep how many of them stay */
export function readBack(folder: string, keep = Infinity): Kept {
  if (!isSite(folder)) return { revisions: [], restore: () => {} };
  const { revisions = [] } = JSON.parse(readFileSync(join(folder, "site.json"), "utf8")) as {
    revisions?: Revision[];
  };
  const there = revisions.filter((one) => id.test(one.id) && existsSync(join(folder, "r", one.id)));
  const kept: Kept = {
    revisions: there,
    restore(now, written, put) {
      // The same revision made again is not an earlier one.
      kept.revisions = there.filter((one) => one.id !== now).slice(0, keep);
      const needed = new Set(kept.revisions.flatMap(({ needs }) => needs).filter((name) => plain.test(name)));
      for (const name of needed) if (!written.has(name) && existsSync(join(folder, name))) put(name, readFileSync(join(folder, name)));
      for (const { id: one } of kept.revisions) copy(folder, `r/${one}`, put);
    },
  };
  return kept;
}

function copy(root: string, name: string, put: Put): void {
  for (const entry of readdirSync(join(root, name), { withFileTypes: true })) {
    const inner = `${name}/${entry.name}`;
    if (entry.isDirectory()) copy(root, inner, put);
    else if (entry.isFile()) put(inner, readFileSync(join(root, inner)));
  }
}
