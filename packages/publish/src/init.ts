import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PublishError } from "./error.js";

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
const sample = fileURLToPath(new URL("../sample/", import.meta.url));

/**
 * Writes the sample project: raw rows of an invented region, their config and a README. Always the same bytes.
 * @returns the files written, and the config's address @throws PublishError when the folder has anything in it
 */
export async function init(folder: string): Promise<{ files: string[]; config: string }> {
  let present: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    present = await readdir(folder);
  } catch {
    throw new PublishError("out-unwritable", `${folder} is not a folder that can be written: name another one.`, { file: folder });
  }
  if (present.length > 0)
    throw new PublishError("folder-not-empty", `The folder ${folder} is not empty: name a new or empty one.`, { file: folder });
  for (const file of files) await copyFile(join(sample, file), join(folder, file));
  return { files: [...files], config: join(folder, "vitrine.json") };
}
