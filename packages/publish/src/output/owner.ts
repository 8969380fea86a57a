import { basename, dirname, join } from "node:path";

/** Files that stay with the owner, beside the config and called after it. They are never in a folder that is published. */
export interface BesideConfig {
  reportFiles: { json: string; text: string; page: string };
  /** What was published so far. */
  ledger: string;
  /** All of them. */
  files: string[];
  /** What a run leaves that is cut off while a publication takes its place. */
  journal: string;
  /** What stands while a run publishes. */
  lock: string;
}

export function besideConfig(configFile: string): BesideConfig {
  const base = configFile.replace(/\.json$/i, "");
  const reportFiles = { json: `${base}.report.json`, text: `${base}.report.txt`, page: `${base}.report.html` };
  const ledger = `${base}.ledger.json`;
  const hidden = (ending: string) => join(dirname(base), `.${basename(base)}.${ending}`);
  return { reportFiles, ledger, files: [...Object.values(reportFiles), ledger], journal: hidden("switch"), lock: hidden("lock") };
}
