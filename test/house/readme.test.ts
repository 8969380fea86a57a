import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

for (const page of pages)
  test(`${page} names only what is there`, () => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\(([^)#]+)|(?:src|srcset)="(?!https:)([^"]+)"/g)].map(([, link, picture]) => link ?? picture!);
    const files = [...text.matchAll(/`((?:packages|test|stories|\.scripts)\/[\w./-]+)`/g)].map(([, file]) => file!);
    assert.deepEqual(
      [...links, ...files].filter((file) => !file.startsWith("https:") && !existsSync(join(root, file))),
      [],
    );
    const run = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name!);
    assert.deepEqual(
      run.filter((name) => !scripts[name]),
      [],
    );
    const help = execFileSync(process.execPath, [join(root, "packages/cli/bin/vitrine.js"), "--help"], { encoding: "utf8" });
    const commands = [...text.matchAll(/npx vitrine ([\w-]+)/g)].map(([, name]) => name!);
    assert.deepEqual(
      commands.filter((name) => !help.includes(`\n  ${name} `)),
      [],
    );
  });
