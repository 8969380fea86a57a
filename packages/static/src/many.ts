import { join } from "node:path";
import { assertFileName, readPublished, type Published } from "./documents.js";
import { jsonFiles, writeWhole } from "./files.js";
import { eachOf, openPool } from "./pool/pool.js";
import { Refused } from "./refused.js";
import type { PngOptions } from "./render.js";
import type { Ending } from "./render-file.js";

export interface ManyOptions extends PngOptions {
  progress?: (done: number, all: number, file: string) => void;
  /** Refuses what the caller may not draw, before anything is drawn. */
  allow?: (published: Published) => void;
}

/**
 * Draws many documents, each as a file of its own name in a folder, on all processors. What is in the folder stays, but for files of the same names.
 * @param names files, or folders for every document in them @returns how many were drawn
 */
export async function renderMany(
  names: readonly string[],
  out: string,
  ending: Ending,
  { progress, allow, ...options }: ManyOptions = {},
): Promise<number> {
  const files = names.flatMap(jsonFiles);
  const stems = new Set<string>();
  for (const file of files) {
    assertFileName(file);
    const published = readPublished(file);
    allow?.(published);
    if (stems.size === stems.add(published.stem).size)
      throw new Refused("same-name", "Another document has the same file name; name each once, or rename one.", file);
  }
  const pool = openPool(files.length);
  try {
    let done = 0;
    await eachOf(files, pool, async (file) => {
      // Read again: all of them at once may not fit in the memory.
      const { document, stem } = readPublished(file);
      writeWhole(join(out, `${stem}.${ending}`), await pool.run("file", { document, ending, options }));
      progress?.(++done, files.length, file);
    });
  } finally {
    await pool.close();
  }
  return files.length;
}
