import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer, { type Browser } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-gallery-"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let serving: Serving;
let host: Serving;
let browser: Browser;

before(async () => {
  mkdirSync(join(scratch, "documents"));
  cpSync(join(root, "test/documents/implementation/typical.json"), join(scratch, "documents/gauge.json"));
  cpSync(join(root, "test/documents/access/typical.json"), join(scratch, "documents/map.json"));
  await site(join(scratch, "documents"), join(scratch, "site"), { elements: join(root, "packages/widgets/elements") });
  serving = await serve(join(scratch, "site"));
  mkdirSync(join(scratch, "host"));
  host = await serve(join(scratch, "host"));
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  await Promise.all([serving?.close(), host?.close()]);
  rmSync(scratch, { recursive: true, force: true });
});

async function open(address: string, { width = 1200, scripts = true, dark = false, bypass = false, elements = true } = {}) {
  const page = await browser.newPage();
  await page.setRequestInterception(!elements);
  if (!elements) page.on("request", (request) => void (request.url().includes("/elements/") ? request.abort() : request.continue()));
  await page.setBypassCSP(bypass);
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(scripts);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(address, { waitUntil: "networkidle0" });
  return page;
}

for (const width of [320, 600, 1200])
  for (const scripts of [true, false])
    test(`the gallery and its pages fit ${width} px ${scripts ? "with" : "without"} scripts`, async () => {
      for (const path of ["", "embed/gauge.html", "embed/map.html"]) {
        const page = await open(serving.address + path, { width, scripts });
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${path || "index.html"} scrolls sideways`,
        );
        await page.close();
      }
    });

test("without scripts each figure is seen as heading, sentence and picture, and its snippets can be read", async () => {
  const page = await open(serving.address, { scripts: false, width: 320 });
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll(".entry")].map((entry) => ({
      heading: entry.querySelector("figure h3")!.checkVisibility(),
      picture: entry.querySelector("img")!.naturalWidth > 0,
      snippets: entry.querySelectorAll("pre").length,
      first: entry.querySelector("pre")!.checkVisibility(),
    })),
  );
  assert.deepEqual(seen, Array(2).fill({ heading: true, picture: true, snippets: 3, first: true }));
  await page.close();
});

test("a copied snippet, pasted into a page of another site, becomes the live figure", async () => {
  const page = await open(serving.address);
  await browser
    .defaultBrowserContext()
    .overridePermissions(new URL(serving.address).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  await page.bringToFront();
  const pasted: string[] = [];
  for (const button of await page.$$(".snippet[open] button")) {
    await button.click();
    await page.waitForFunction((one) => one.textContent === "Copied", {}, button);
    pasted.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  assert.equal(pasted.length, 2);
  writeFileSync(join(scratch, "host/index.html"), `<!doctype html><title>A partner's page</title>${pasted.join("\n")}`);
  const other = await open(host.address, { bypass: true });
  for (const tag of ["cs-implementation-gauge", "cs-school-access-map"]) await other.waitForSelector(`${tag}[state="drawn"]`);
  assert.ok(await other.$("cs-implementation-gauge >>> svg"));
  const plain = await open(host.address, { scripts: false, bypass: true });
  assert.equal(await plain.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length), 2);
  await Promise.all([page.close(), other.close(), plain.close()]);
});

for (const dark of [false, true])
  for (const elements of [true, false])
    test(`axe finds nothing in the gallery and its pages, ${dark ? "dark" : "light"}, ${elements ? "live" : "as served"}`, async () => {
      for (const path of ["", "embed/gauge.html", "embed/map.html"]) {
        const page = await open(serving.address + path, { dark, elements, bypass: true });
        await page.evaluate(axe);
        const violations = (await page.evaluate(`axe.run(document, { resultTypes: ["violations"] })`)) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        assert.deepEqual(
          violations.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`),
          [],
          path,
        );
        await page.close();
      }
    });

test("without scripts the page of a figure has its tables and notes open, and only a long table folded", async () => {
  const page = await open(`${serving.address}embed/map.html`, { scripts: false });
  const seen = await page.evaluate(() => {
    const element = document.querySelector("cs-school-access-map")!;
    const [shadow, light] = [element.shadowRoot!, element].map((root) =>
      [...root.querySelectorAll("details")].map((one) => one.lastElementChild!.checkVisibility()),
    );
    return { shadow, light };
  });
  // What stands in the page for those who remove templates is neither seen nor heard beside the shadow root.
  assert.deepEqual(seen, { shadow: [true, false, false, true], light: [false, false, false, false] });
  await page.close();
});
