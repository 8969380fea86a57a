import { readFileSync } from "node:fs";
import { z } from "zod";
import { faultReasons } from "../faults.js";
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
    "## What stands where afterwards",
    "`out` holds one JSON file for each document and `publication.json`, which lists them (file, schema, id, title, bytes, SHA-256) and says nothing else. It is replaced as a whole, or left as it was. `<config>.report.json` and `<config>.report.txt` are written beside the config: they are for the owner of the data only.",
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
