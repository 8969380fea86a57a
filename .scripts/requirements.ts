// Writes test/requirements.md from test/requirements.json: npm run generate
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** One thing that the systems this project answers to let somebody do, and the tests that show that ours does. */
export interface Requirement {
  /** The section and row it has in the list of what is asked for. */
  key: string;
  for: string;
  can: string;
  tests: { file: string; title: string }[];
}

const folder = new URL("../test/", import.meta.url);
export const requirements = (): Requirement[] => JSON.parse(readFileSync(new URL("requirements.json", folder), "utf8")) as Requirement[];

const cell = (text: string) => text.replaceAll("|", "\\|");

/** The table as Markdown. */
export const requirementsPage = (rows: readonly Requirement[]): string =>
  [
    "<!-- Generated from test/requirements.json. Write it again with: npm run generate -->",
    "",
    "# What readers can do, and the tests that show it",
    "",
    `${rows.length} rows, none open. A test that is named here and does not exist fails \`npm test\`.`,
    "",
    "| row | who | can | shown by |",
    "| --- | --- | --- | --- |",
    ...rows.map(
      ({ key, for: who, can, tests }) =>
        `| ${key} | ${cell(who)} | ${cell(can)} | ${tests.map(({ file, title }) => `\`${file}\`: ${cell(title)}`).join("<br>")} |`,
    ),
    "",
  ].join("\n");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(new URL("requirements.md", folder), requirementsPage(requirements()));
  console.log("test/requirements.md");
}
