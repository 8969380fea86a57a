import { readFileSync } from "node:fs";
import { z } from "zod";
import { faultReasons } from "../faults.js";
import { conflicts } from "../roster/correct.js";
import { config } from "./schema.js";

interface Schema {
  description?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
}

/** JSON Schema (draft 2020-12) of the config, for editors. */
export const configSchema = (): object => ({
  ...z.toJSONSchema(config, { io: "input" }),
  title: "vitrine publish config",
  $comment: "Generated from packages/publish/src/config/schema.ts. Write it again with: npm run generate",
});

/** The files of `packages/publish/reference/`: name -> text. A test compares them with what stands there. */
export const configFiles = (): Record<string, string> => ({
  "config.schema.json": `${JSON.stringify(configSchema(), null, 2)}\n`,
  "config.md": page(),
});

function page(): string {
  const root = configSchema() as Schema;
  const { publication, sources, documents } = root.properties as Record<string, Schema>;
  const kinds = documents!.items!.oneOf!;
  const example = readFileSync(new URL("../../sample/vitrine.json", import.meta.url), "utf8").trim();
  const parts = [
    "<!-- Generated from packages/publish/src/config/schema.ts. Write it again with: npm run generate -->",
    "# The config of `vitrine publish`",
    `${root.description} Every cell is read as text first, so ids keep their leading zeros. A key that is not listed here is refused.`,
    "Words of cells (in `values`, `groups`, `in`, `notIn`, `unknown`) are compared without outer blanks and without upper and lower case.",
    section("The whole file", root, ["publication", "sources", "documents"]),
    section("`publication`", publication!),
    section("`sources.<name>`", sources!.additionalProperties as Schema),
    "A column that both sides of a join have is called `<source>.<column>` in the joined source. Of several rows of the second source with the same key the first is taken, so that a join never doubles a row.",
    ...kinds.map((kind) => section(`\`documents[]\`, kind \`${String(kind.properties!["kind"]!.const)}\``, kind)),
    "## What a roster finds and counts",
    [
      "- One row for each enrolment of a teacher who agreed, with the enrolment's number as its id: it stays the same from one revision to the next. Who attended without any enrolment and agreed has a row too, `attended-` and the attendance's number.",
      "- The same teacher twice, in one programme or in both, within one school year: the same account, accounts that may belong together, or the same name at the same school. Names are compared without case, accents, signs, titles, middle initials and doubled blanks, in any order of their words, and with the nick-names of `nicknames`. Two different middle initials are two teachers. The later row has the flag and names the earlier one.",
      "- Withdrew before the workshop: a day before its first day, and no attendance. Not a teacher: a role that says so, or attendance without any enrolment and without the role of a teacher. Another account: 0 students, and a suggested account with students in the same course. Highest unit: students, and no unit.",
      "- The rate counts every teacher once for each account, course and school year. Who stopped teaching or left later stays in; who withdrew before the workshop and who does not teach goes out. A second row that only looks like the same teacher is counted until a correction removes it: a mistaken likeness must not flatter the rate. An enrolled teacher of whom no attendance is known is counted, and reported.",
      "- Students below ten (or below the publication's threshold, when that is higher) are told as a range; 0 is told as 0.",
    ].join("\n"),
    "Corrections are applied in order. Who stopped teaching is never removed, except as the second row of the same teacher. A row that a correction removes leaves the roster. A teacher to add must be enrolled in a workshop that is `elsewhere`, and must have agreed. The report names rows by their ids alone, and calls each correction applied, already so (the sources say it), or conflicting:",
    table(
      ["reason", "why a correction was not applied, and what to do"],
      Object.entries(conflicts).map(([reason, means]) => [`\`${reason}\``, means]),
    ),
    "## What stands where afterwards",
    "`out` holds one JSON file for each document and `publication.index`, which lists them (file, schema, id, title, bytes, SHA-256) and says nothing else. Documents for one partner stand in `partnerOut`, likewise, when the others are not for that partner: keep that folder from everybody else. `<config>.report.html` (and the same as `.json` and `.txt`) and `<config>.ledger.json` are written beside the config: they are for the owner of the data only.",
    "`out` is replaced as a whole, or left as it was: it is a link to a version that stands beside it under a hidden name (`published` leads to `.published.0f3c…`), and a new version is written whole before the link is exchanged in one step. So whoever opens the folder, and a machine that stops at any moment, finds all of the old publication or all of the new one. Read it through its name, and copy it with its contents (`cp -rL published elsewhere`); `vitrine site` makes plain folders. The version before is removed. A run that was cut off after it had begun to exchange its folders and reports is brought to its end by the next one, which also removes what was left half-written. A plain folder that stands in the way, with a publication of an earlier version of this program or empty, is moved aside once; where a file system has no links, this is done each time, and a machine that stops between the two steps leaves the folder missing until the next run.",
    "## One publication beside the earlier ones",
    "`<config>.ledger.json` keeps what was published: each document with figures about people, as it was read, and which rows it counted. It stands beside the raw data and never in `out`; keep it, and keep a copy of it. Where it is lost, what stands in `out` counts as published; what came before that is forgotten.",
    [
      "- Documents of the same kind, place and period (the same label, or the same first day) are compared: by their id, or where no document had that id, with the only one there was. Give a period `from` and `to` when its label changes while it goes on, and a new label and new days when it is a new count.",
      "- What was withheld for a period stays withheld. A figure that moved by fewer people than the threshold is withheld, with as few others as keep it from being worked out; one that did not move is known, and protects nothing.",
      "- Where that would take a document's total, or those who met the bar, or where the documents of both releases together would tell too much, the document stays as it was, with its figures and its date, until more has changed. The report names it under `kept`.",
      "- A number that stands in no sum, such as the students of a school, stays as it was until it moved by the threshold.",
      "- A document that counts other rows than before (`from`, `where`, the columns), and nearly the same people, cannot stay as it was: it is refused, whatever it is called.",
      "- A publication that reached nobody need not hold the next one back: remove the folder and put the ledger's last copy in its place.",
    ].join("\n"),
    "## Reasons in the report",
    table(
      ["reason", "what it counts, and what was done"],
      Object.entries(faultReasons).map(([reason, means]) => [`\`${reason}\``, means]),
    ),
    "## An example",
    "This is the config of the sample project, which `vitrine init` writes with its rows.",
    `\`\`\`json\n${example}\n\`\`\``,
  ];
  return `${parts.join("\n\n")}\n`;
}

const section = (title: string, schema: Schema, stop: string[] = []) =>
  [`## ${title}`, ...(schema.description ? [schema.description] : []), table(["key", "", "says"], rows(schema, "", stop))].join("\n\n");

const table = (head: string[], body: string[][]) =>
  [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");

/** One row for each key, keys of inner objects by their path. */
function rows(schema: Schema, path: string, stop: string[]): string[][] {
  const inner = schema.items ? rows(schema.items, `${path}[]`, stop) : [];
  const each = typeof schema.additionalProperties === "object" ? rows(schema.additionalProperties, `${path}.<…>`, stop) : [];
  const choices = (schema.oneOf ?? schema.anyOf ?? []).flatMap((choice) => rows(choice, path, stop));
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const at = path === "" ? key : `${path}.${key}`;
    const row = [`\`${at}\``, schema.required?.includes(key) ? "needed" : "", says(property)];
    return stop.includes(at) ? [row] : [row, ...rows(property, at, stop)];
  });
  return [...own, ...inner, ...each, ...choices];
}

function says(schema: Schema): string {
  const words = schema.enum ?? schema.items?.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const listed = words.length > 0 ? ` One of: ${words.map((word) => `\`${JSON.stringify(word)}\``).join(", ")}.` : "";
  return `${schema.description ?? ""}${listed}`;
}
