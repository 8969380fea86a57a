import * as z from "zod/mini";
import { correctionMarks, removals } from "./corrections-marks.js";
import { csvLine, readCsv } from "./csv.js";
import { ordinal } from "./figure.js";
import type { Fault } from "./issue.js";
import type { Form } from "./kind.js";
import { textLeaf, word } from "./leaf.js";
import { list } from "./list.js";
import { parseWith, readWith, type Parsed } from "./parse.js";
import { code, slug, text } from "./text.js";

const mailPattern = /^[^\s@"'<>\\,;:?&%]+@[^\s@"'<>\\,;:?&%]+\.[^\s@"'<>\\,;:?&%.]+$/;
/** One plain mail address. */
export const isMailAddress = (value: string): boolean => value.length <= 254 && mailPattern.test(value);
const mailAddress = textLeaf(isMailAddress, "bad-format", { maxLength: 254, pattern: mailPattern.source });

const entry = z.strictObject({
  row: code,
  mark: word(...correctionMarks),
  keep: z.optional(code),
  account: z.optional(mailAddress),
  note: z.optional(text(400)),
});
export type CorrectionEntry = z.infer<typeof entry>;

const addition = z.strictObject({
  teacher: text(160),
  account: mailAddress,
  school: text(160),
  district: z.optional(text(160)),
  course: code,
  workshop: z.optional(text(160)),
  note: z.optional(text(400)),
});
export type CorrectionAddition = z.infer<typeof addition>;

export const correctionsShape = z.strictObject({
  schema: word("corrections/1"),
  roster: z.strictObject({ id: slug, revision: ordinal }),
  confidentiality: text(400),
  entries: list(entry, { max: 200_000 }),
  additions: list(addition, { max: 10_000 }),
});
/** What a partner asks to be corrected in one revision of a roster. It names teachers and is for the roster's publisher only. */
export type Corrections = z.infer<typeof correctionsShape>;

const form: Form<Corrections> = { schema: "corrections/1", shape: correctionsShape, personal: ["account"] };

/** Each row once; what a mark needs and nothing else; no row is kept for another and removed as well. */
function judge({ entries }: Corrections): Fault[] {
  const faults: Fault[] = [];
  const removed = new Set(entries.flatMap(({ row, mark }) => (removals.includes(mark) ? [row] : [])));
  const seen = new Set<string>();
  entries.forEach(({ row, mark, keep, account }, at) => {
    const tell = (fault: string, ...path: string[]) => faults.push({ code: fault, path: ["entries", at, ...path] });
    if (seen.size === seen.add(row).size) tell("duplicate-id", "row");
    const needs = (key: "keep" | "account", value: string | undefined, wanted: boolean) => {
      if (wanted !== (value !== undefined)) tell(wanted ? "missing" : "contradicts", key);
    };
    needs("keep", keep, mark === "remove-duplicate");
    needs("account", account, mark === "link-another-account");
    if (keep !== undefined && (keep === row || removed.has(keep))) tell("contradicts", "keep");
  });
  return faults;
}

/** Corrections from a parsed value, or a list of issues. Never throws; no issue holds a value of the file. */
export const parseCorrections = (value: unknown): Parsed<Corrections> => parseWith([form], value, judge);

/** Corrections from the text of a file: JSON, or the CSV that {@link correctionsToCsv} writes. */
export function readCorrections(file: string): Parsed<Corrections> {
  if (/^\ufeff?\s*\{/.test(file)) return readWith([form], file, parseCorrections);
  const value = fromCsv(file);
  return value ? parseCorrections(value) : { ok: false, issues: [{ code: "bad-format", path: "$" }] };
}

const columns = [
  "schema",
  "roster",
  "revision",
  "kind",
  "row",
  "mark",
  "keep",
  "account",
  "teacher",
  "school",
  "district",
  "course",
  "workshop",
  "note",
] as const;
type Line = Partial<Record<(typeof columns)[number], string>>;

/**
 * The same corrections for a spreadsheet: the confidentiality sentence, a line of column names, then one line for each correction and each
 * addition. Of a correction, `teacher` to `course` are for people and are not read back.
 * @param about what people want to see of a row: names, never needed to read the file
 */
export function correctionsToCsv(
  corrections: Corrections,
  about: (row: string) => Pick<Line, "teacher" | "school" | "district" | "course">,
): string {
  const { schema, roster, confidentiality, entries, additions } = corrections;
  const same: Line = { schema, roster: roster.id, revision: String(roster.revision) };
  const lines: Line[] = [
    ...entries.map((one) => ({ ...same, kind: "correction", ...about(one.row), ...one })),
    ...additions.map((one) => ({ ...same, kind: "addition", ...one })),
  ];
  return [[confidentiality], columns, ...lines.map((line) => columns.map((column) => line[column] ?? ""))].map(csvLine).join("");
}

function fromCsv(file: string): unknown {
  const records = readCsv(file);
  const [sentence, head, ...lines] = records ?? [];
  if (!sentence?.[0] || !head || columns.some((column) => !head.includes(column))) return undefined;
  const rows: Line[] = lines
    .filter((cells) => cells.some(Boolean))
    .map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]])));
  const first = rows[0];
  const one = rows.every(({ schema, roster, revision, kind }) => {
    const same = schema === first?.schema && roster === first?.roster && revision === first?.revision;
    return same && (kind === "correction" || kind === "addition");
  });
  if (!first || !one) return undefined;
  const take = (kind: string, keys: readonly (keyof Line)[]) =>
    rows.filter((row) => row.kind === kind).map((row) => Object.fromEntries(keys.flatMap((key) => (row[key] ? [[key, row[key]]] : []))));
  return {
    schema: first.schema,
    roster: { id: first.roster, revision: Number(first.revision) },
    confidentiality: sentence[0],
    entries: take("correction", ["row", "mark", "keep", "account", "note"]),
    additions: take("addition", ["teacher", "account", "school", "district", "course", "workshop", "note"]),
  };
}
