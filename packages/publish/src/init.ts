import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PublishError } from "./error.js";

/** The sample project, which is also what a recipe takes rows from. */
const files = [
  "README.md",
  "accounts.csv",
  "activity.csv",
  "attendance.csv",
  "enrolments.csv",
  "nicknames.csv",
  "schools.csv",
  "teachers.csv",
  "vitrine.json",
];
const place = (name: string) => fileURLToPath(new URL(`../${name}/`, import.meta.url));

/** A page of several figures over one publication, and which of the sample's rows it uses too. */
const recipes: Readonly<Record<string, readonly string[]>> = {
  "regional-partner": ["accounts.csv", "activity.csv", "attendance.csv", "enrolments.csv", "nicknames.csv", "teachers.csv"],
  "access-report": ["schools.csv"],
  consortium: [],
  equity: [],
};
/** Names of the recipes. */
export const recipeNames: readonly string[] = Object.keys(recipes);

/**
 * Writes the sample project, or that of a recipe: raw rows of an invented region, their config and a README; a recipe has a page too. Always the
 * same bytes.
 * @returns the files written, and the config's address
 * @throws PublishError when the folder has anything in it, or there is no such recipe
 */
export async function init(folder: string, recipe?: string): Promise<{ files: string[]; config: string }> {
  const shared = recipe === undefined ? files : recipes[recipe];
  if (!shared || (recipe !== undefined && !Object.hasOwn(recipes, recipe)))
    throw new PublishError(
      "no-such-recipe",
      `There is no such recipe; there are ${recipeNames.slice(0, -1).join(", ")} and ${recipeNames.at(-1)}.`,
    );
  let present: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    present = await readdir(folder);
  } catch {
    throw new PublishError("out-unwritable", `${folder} is not a folder that can be written: name another one.`, { file: folder });
  }
  if (present.length > 0)
    throw new PublishError("folder-not-empty", `The folder ${folder} is not empty: name a new or empty one.`, { file: folder });
  const own = recipe === undefined ? undefined : join(place("recipes"), recipe);
  const from = new Map(shared.map((file) => [file, join(place("sample"), file)]));
  if (own) for (const file of await readdir(own)) from.set(file, join(own, file));
  try {
    for (const [file, at] of from) await copyFile(at, join(folder, file));
  } catch {
    for (const file of from.keys()) await rm(join(folder, file), { force: true });
    throw new PublishError(
      "out-unwritable",
      `The folder ${folder} could not be filled: make room there, or allow this program to write there.`,
      { file: folder },
    );
  }
  return { files: [...from.keys()].sort(), config: join(folder, "vitrine.json") };
}
