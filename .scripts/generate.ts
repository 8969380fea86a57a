// Writes the JSON Schema files and the reference pages of the contract: npm run generate
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { correctionsPage, envelopePage, figuresPage, kindPage } from "./reference/page.js";
import { jsonSchemaOf, kindNames } from "./reference/schema.js";

const contract = new URL("../packages/contract/", import.meta.url);

/** Every generated file of the contract: its path in the package, and its text. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>();
  for (const kind of kindNames) {
    const example = readFileSync(new URL(`reference/${kind}.example.json`, contract), "utf8");
    files.set(`schema/${kind}-1.schema.json`, `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`);
    files.set(`reference/${kind}.md`, kindPage(kind, example));
  }
  const corrections = readFileSync(new URL("reference/corrections.example.json", contract), "utf8");
  files.set("schema/corrections-1.schema.json", `${JSON.stringify(jsonSchemaOf("corrections"), null, 2)}\n`);
  files.set("reference/corrections.md", correctionsPage(corrections));
  files.set("reference/envelope.md", envelopePage());
  files.set("reference/figures.md", figuresPage());
  return files;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const [path, text] of generated()) {
    writeFileSync(new URL(path, contract), text);
    console.log(`packages/contract/${path}`);
  }
