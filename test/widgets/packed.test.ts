import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { serveFolder } from "../../.scripts/static-server.mjs";

const widgets = fileURLToPath(new URL("../../packages/widgets/", import.meta.url));
const typical = fileURLToPath(new URL("../documents/implementation/typical.json", import.meta.url));
const { exports } = JSON.parse(readFileSync(join(widgets, "package.json"), "utf8")) as { exports: Record<string, string> };

test("what npm would publish holds whatever the package promises, and runs on a plain page without a bundler", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-packed-"));
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: widgets, encoding: "utf8", stdio: "pipe" })) as {
    files: { path: string }[];
  }[];
  const files = packed!.files.map(({ path }) => path);
  for (const target of Object.values(exports)) {
    const [start, end] = target.slice("./".length).split("*") as [string, string?];
    assert.ok(
      files.some((file) => (end === undefined ? file === start : file.startsWith(start) && file.endsWith(end))),
      `${target} is not in the package`,
    );
  }
  assert.deepEqual(
    files.filter((file) => file.startsWith("src/") || file.includes("tsbuildinfo")),
    [],
  );
  const server = await serveFolder(folder);
  const browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
  try {
    for (const file of files.filter((path) => path.startsWith("elements/") && path.endsWith(".js")))
      cpSync(join(widgets, file), join(folder, file), { recursive: true });
    cpSync(typical, join(folder, "teachers.json"));
    writeFileSync(
      join(folder, "index.html"),
      '<!doctype html><title>Plain</title><script type="module" src="elements/vitrine.js"></script><cs-implementation-gauge src="teachers.json"></cs-implementation-gauge>',
    );
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(server.address);
    await page.waitForSelector('cs-implementation-gauge[state="drawn"]', { timeout: 120_000 });
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
