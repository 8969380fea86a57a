import type { Act } from "./control/control.js";
import { faultReasons, type Fault } from "./faults.js";
import type { UnderPolicy } from "./report/policies.js";
import type { Withheld } from "./report/why.js";
import { conflicts, type Outcome } from "./roster/correct.js";

/** What happened, for the owner. It stays beside the raw data and is never published. */
export interface Report {
  vitrine: "report/1";
  publication: string;
  versions: { publish: string; engine: string; node: string; policy: string; control: string };
  seconds: number;
  /** Most memory this process held, in megabytes. */
  megabytes: number;
  sources: { name: string; rows: number }[];
  /** What an attack on the finished documents found: figures about people, how many of them are not exact, and the fewest values one of those can have. */
  audit: { figures: number; open: number; narrowest: number | "no upper end" | "no withheld figure"; seconds: number };
  /** Documents that stay as they were published, because what has changed since is too little to be told. */
  kept: { document: string; release: string }[];
  faults: (Fault & { means: string })[];
  /** What became of each correction. Rows are named by their ids alone. */
  corrections: (Outcome & { document: string })[];
  documents: {
    id: string;
    title: string;
    file: string;
    schema: string;
    bytes: number;
    /** Figures that count people, with those of breakdowns that were left out, and how many of them are shown. */
    figures: number;
    shown: number;
    /** People in the finest figures that count them, and those whose figures are shown; not known of a document that counts none one by one. */
    people?: number;
    peopleShown?: number;
    /** Figures that are not shown as they were counted. */
    withheld: number;
    acts: { table: string; rule: Act["rule"]; figures: number }[];
    /** Each withheld figure and why: its words, never its count. */
    why: Withheld[];
  }[];
  /** What a stricter and a looser policy would have shown of the same counts. */
  policies: UnderPolicy[];
}

export const explained = (faults: readonly Fault[]): Report["faults"] =>
  faults.map((fault) => ({ ...fault, means: faultReasons[fault.reason] }));

export const rules: Record<Act["rule"], string> = {
  small: "below the threshold",
  earlier: "withheld in an earlier release, or moved too little since",
  "to-protect": "to protect others",
  "whole-withheld": "breakdown withheld as a whole",
  "left-out": "breakdown left out",
  banded: "told as a range with both ends, because the people are few",
  kept: "kept as it was published before, because it moved by fewer than the threshold",
};

const outcomes: Record<Outcome["outcome"], string> = { applied: "applied", "already-so": "already so", conflicting: "conflicting" };

const correctionLine = ({ file, path, mark, row, keep, outcome, reason }: Outcome) => {
  const which = `${mark}${row === undefined ? "" : ` ${row}`}${keep === undefined ? "" : `, keep ${keep}`}`;
  return `  ${file} ${path}, ${which}: ${outcomes[outcome]}${reason ? `; ${conflicts[reason]}` : ""}`;
};

/** A share for people to read: "none" and "all" only where it is so. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "-";
  const share = (100 * part) / whole;
  return part === whole ? "100 %" : `${Math.min(99.9, Math.max(part > 0 ? 0.1 : 0, share)).toFixed(1)} %`;
}

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
    "Attack on the finished documents",
    `  ${report.audit.figures} figures about people, ${report.audit.open} not exact; fewest values one of those can have: ${report.audit.narrowest}; ${report.audit.seconds.toFixed(1)} seconds`,
    "",
    ...(report.kept.length > 0
      ? [
          "Kept as published before: what has changed since is too little to be told",
          ...report.kept.map(({ document, release }) => `  ${document}: as in the release ${release}`),
          "",
        ]
      : []),
    ...(report.corrections.length > 0 ? ["Corrections", ...report.corrections.map(correctionLine), ""] : []),
    "What it costs",
    ...report.policies.map(
      ({ which, threshold, zeros, figures, shown, people, peopleShown }) =>
        `  ${which}, threshold ${threshold}, zeros ${zeros === "publish" ? "published" : "withheld"}: ${shown} of ${figures} figures shown (${percent(shown, figures)}), ${percent(peopleShown, people)} of the people in them`,
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
