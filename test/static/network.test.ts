import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { serveFolder } from "../../.scripts/static-server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-network-"));
let serving: Serving;
let other: Serving;
let host: { address: string; close: () => void };
let browser: Browser;

before(async () => {
  mkdirSync(join(scratch, "documents"));
  mkdirSync(join(scratch, "host"));
  cpSync(join(root, "test/documents/implementation/typical.json"), join(scratch, "documents/gauge.json"));
  cpSync(join(root, "test/documents/metrics/typical.json"), join(scratch, "documents/numbers.json"));
  await site(join(scratch, "documents"), join(scratch, "site"), { elements: join(root, "packages/widgets/elements") });
  // Another version of the library, from another site.
  cpSync(join(scratch, "site"), join(scratch, "other"), { recursive: true });
  writeFileSync(join(scratch, "other/elements/vitrine.js"), `${readFileSync(join(scratch, "site/elements/vitrine.js"), "utf8")}\n// 2\n`);
  [serving, other, host] = await Promise.all([
    serve(join(scratch, "site")),
    serve(join(scratch, "other")),
    serveFolder(join(scratch, "host")),
  ]);
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  await Promise.all([serving?.close(), other?.close()]);
  host?.close();
  rmSync(scratch, { recursive: true, force: true });
});

interface Visit {
  page: Page;
  /** Every request in its order, but for the page itself. */
  asked: string[];
  faults: string[];
}
/** Opens a page as somebody who was never here. */
async function visit(address: string): Promise<Visit> {
  const page = await (await browser.createBrowserContext()).newPage();
  page.setDefaultTimeout(120_000);
  const asked: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => !request.isNavigationRequest() && !request.url().startsWith("data:") && asked.push(request.url()));
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push((error as Error).message));
  await page.goto(address, { waitUntil: "networkidle0" });
  return { page, asked, faults };
}
const hosting = (body: string) => {
  writeFileSync(
    join(scratch, "host/index.html"),
    `<!doctype html><html lang="en"><head><title>host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
  );
  return visit(host.address);
};
const drawn = (page: Page, count: number) =>
  page.waitForFunction((all) => document.querySelectorAll('[state="drawn"]').length === all, {}, count);
const scriptOf = ({ address }: Serving) => `<script type="module" src="${address}elements/vitrine.js"></script>`;
const gaugeOf = ({ address }: Serving) => `<cs-implementation-gauge src="${address}documents/gauge.json"></cs-implementation-gauge>`;
const numbersOf = ({ address }: Serving) => `<cs-metric-cards src="${address}documents/numbers.json"></cs-metric-cards>`;
const count = (asked: readonly string[], name: RegExp) => asked.filter((one) => name.test(one)).length;

/** Whatever a browser can keep, of every origin. */
async function kept(page: Page) {
  const cookies = await page.browserContext().cookies();
  const here = await page.evaluate(async () => ({
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: "caches" in globalThis ? (await caches.keys()).length : 0,
  }));
  return { cookies: cookies.length, ...here };
}
const nothing = { cookies: 0, storage: 0, databases: 0, caches: 0 };

test("a page asks once for the loader, once for each element it uses, once for each document, and nobody else for anything", async () => {
  const { page, asked, faults } = await hosting(scriptOf(serving) + gaugeOf(serving) + numbersOf(serving));
  await drawn(page, 2);
  await page.waitForNetworkIdle();
  assert.deepEqual(
    asked.filter((one) => !one.startsWith(serving.address)),
    [],
  );
  assert.equal(new Set(asked).size, asked.length, "nothing is asked for twice");
  assert.equal(count(asked, /\/elements\/vitrine\.js$/), 1);
  assert.deepEqual(asked.flatMap((one) => /\/elements\/(cs-[\w-]+)\./.exec(one)?.[1] ?? []).sort(), [
    "cs-implementation-gauge",
    "cs-metric-cards",
  ]);
  assert.deepEqual(asked.flatMap((one) => /\/documents\/(.*)$/.exec(one)?.[1] ?? []).sort(), ["gauge.json", "numbers.json"]);
  assert.equal(asked.filter((one) => !/\/(?:elements|documents)\//.test(one)).length, 0);
  assert.deepEqual(await kept(page), nothing);
  assert.deepEqual(faults, []);
  await page.browserContext().close();
});

test("an embed page and the gallery keep nothing and ask their own site alone, once for each file", async () => {
  for (const path of ["", "embed/gauge.html"]) {
    const { page, asked, faults } = await visit(serving.address + path);
    await page.waitForSelector('[state="drawn"]');
    await page.waitForNetworkIdle();
    assert.deepEqual(
      asked.filter((one) => !one.startsWith(serving.address)),
      [],
    );
    assert.equal(new Set(asked).size, asked.length, `${path}: ${asked.join(" ")}`);
    assert.equal(count(asked, /\/documents\/gauge\.json$/), 1);
    if (path !== "") assert.equal(count(asked, /\.(?:png|svg)$/), 0, "a picture that nobody sees is not fetched");
    assert.deepEqual(await kept(page), nothing);
    assert.deepEqual(faults, [], path);
    await page.browserContext().close();
  }
});

test("fifty figures on one page share one request for each document and one copy of each module", async () => {
  const { page, asked, faults } = await hosting(scriptOf(serving) + (gaugeOf(serving) + numbersOf(serving)).repeat(25));
  await drawn(page, 50);
  await page.waitForNetworkIdle();
  assert.equal(new Set(asked).size, asked.length);
  assert.equal(count(asked, /\/documents\//), 2);
  assert.equal(count(asked, /\/elements\/(?:vitrine|cs-)/), 3);
  assert.deepEqual(faults, []);
  await page.browserContext().close();
});

test("two versions of the library, from two sites, draw what each is given on one page", async () => {
  const { page, faults } = await hosting(
    `${scriptOf(serving)}${gaugeOf(serving)}${scriptOf(other)}${gaugeOf(other)}${numbersOf(other)}${numbersOf(serving)}${scriptOf(other)}`,
  );
  await drawn(page, 4);
  assert.deepEqual(faults, []);
  await page.browserContext().close();
});

test("a file that holds everything opens from a disk, with no network: picture, sentence, table and notes", async () => {
  for (const [file, words] of [
    ["files/gauge.html", "How many trained teachers"],
    ["files/es/gauge.html", "cumplieron"],
  ] as const) {
    const page = await (await browser.createBrowserContext()).newPage();
    page.setDefaultTimeout(120_000);
    await page.setOfflineMode(true);
    await page.setJavaScriptEnabled(false);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const address = pathToFileURL(join(scratch, "site", file)).href;
    await page.goto(address);
    assert.deepEqual(
      asked.filter((one) => one !== address && one !== "data:,"),
      [],
    );
    const seen = await page.evaluate(() => ({
      text: document.body.innerText,
      wide: document.documentElement.scrollWidth <= innerWidth,
      pictures: [...document.querySelectorAll("svg")].filter((one) => one.checkVisibility()).length,
      rows: [...document.querySelectorAll("tbody tr")].filter((one) => one.checkVisibility()).length,
      notes: [...document.querySelectorAll("dd")].filter((one) => one.checkVisibility()).length,
      font: getComputedStyle(document.querySelector("h1")!).fontWeight,
    }));
    assert.ok(seen.text.includes(words), file);
    assert.deepEqual(
      { ...seen, text: "", rows: seen.rows > 3, notes: seen.notes > 0 },
      { text: "", wide: true, pictures: 1, rows: true, notes: true, font: "600" },
    );
    await page.browserContext().close();
  }
});
