import type { Act } from "./control/control.js";
import { faultReasons, type Fault } from "./faults.js";

/** What happened, for the owner. It stays beside the raw data and is never published. */
export interface Report {
  vitrine: "report/1";
  publication: string;
  versions: { publish: string; engine: string; node: string; policy: string; control: string };
  seconds: number;
  /** Most memory this process held, in megabytes. */
  megabytes: number;
  sources: { name: string; rows: number }[];
  faults: (Fault & { means: string })[];
  documents: {
    id: string;
    file: string;
    schema: string;
    bytes: number;
    /** Figures that count people, and how many of them are withheld. */
    withheld: number;
    acts: { table: string; rule: Act["rule"]; figures: number }[];
  }[];
}

export const explained = (faults: readonly Fault[]): Report["faults"] =>
  faults.map((fault) => ({ ...fault, means: faultReasons[fault.reason] }));

const rules: Record<Act["rule"], string> = {
  small: "below the threshold",
  "to-protect": "to protect others",
  "whole-withheld": "breakdown withheld as a whole",
  "left-out": "breakdown left out",
};

/** The report as text for people. */
export function reportText(report: Report): string {
  const lines = [
    `Publication ${report.publication}: for the owner of the data only. Do not publish this file.`,
    `${report.versions.publish}, ${report.versions.engine}, Node ${report.versions.node}; policy ${report.versions.policy}, ${report.versions.control}.`,
    `${report.seconds.toFixed(1)} seconds, ${report.megabytes} MB.`,
    "",
    "Rows read",
    ...report.sources.map(({ name, rows }) => `  ${name}: ${rows}`),
    "",
    report.faults.length > 0 ? "What could not be used as it was" : "Everything could be used as it was.",
    ...report.faults.map(
      ({ in: where, file, column, rows, means, first }) =>
        `  ${where}${file ? `, ${file}` : ""}${column ? `, column ${JSON.stringify(column)}` : ""}: ${rows} ${means}${first ? ` (rows ${first.join(", ")}${first.length < rows ? ", ..." : ""})` : ""}`,
    ),
    "",
    "Documents",
    ...report.documents.flatMap(({ id, file, bytes, withheld, acts }) => [
      `  ${id}: ${file}, ${bytes} bytes, ${withheld} figures withheld`,
      ...acts.map(({ table, rule, figures }) => `    ${table}: ${figures} figures, ${rules[rule]}`),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
