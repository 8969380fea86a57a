import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer, { type Browser } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-shift-"));
const at = (path: string) => join(scratch, path);
let serving: Serving;
let browser: Browser;

const pages = [
  { name: "gauge", tag: "cs-implementation-gauge", path: "embed/gauge.html" },
  { name: "map", tag: "cs-school-access-map", path: "embed/map.html" },
  { name: "list", tag: "cs-school-list", path: "embed/list.html" },
];

before(async () => {
  mkdirSync(at("documents"));
  cpSync(join(root, "test/documents/implementation/typical.json"), at("documents/gauge.json"));
  cpSync(join(root, "test/documents/access/typical.json"), at("documents/map.json"));
  await site(at("documents"), at("site"), { elements: join(root, "packages/widgets/elements") });
  // The list takes the same document and the same served figure as the map, and files of its own.
  writeFileSync(
    at("site/embed/list.html"),
    readFileSync(at("site/embed/map.html"), "utf8")
      .replace(/<link rel="modulepreload"[^>]*>/g, "")
      .replaceAll("cs-school-access-map", "cs-school-list"),
  );
  serving = await serve(at("site"));
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** What a page moved under its reader, as browsers add it up, over a slow line; `pushed` moves it on purpose once the figure is drawn. */
async function shiftOf(path: string, tag: string, width: number, pushed = false): Promise<{ sum: number; before: boolean }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  const line = await page.createCDPSession();
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 100,
    downloadThroughput: 80_000,
    uploadThroughput: 80_000,
  });
  // Looks again and again whether the served figure stands there before the element has drawn.
  await page.evaluateOnNewDocument((name) => {
    const looking = setInterval(() => {
      const one = document.querySelector(name);
      if (one?.getAttribute("state") === "drawn") return clearInterval(looking);
      if (one?.shadowRoot?.querySelector("figure svg")) Object.assign(globalThis, { served: true });
    }, 5);
  }, tag);
  await page.goto(serving.address + path, { waitUntil: "domcontentloaded", timeout: 120_000 });
  await page.waitForSelector(`${tag}[state="drawn"]`, { timeout: 120_000 });
  await page.waitForFunction(
    (name) => document.querySelector(name)?.shadowRoot?.querySelector("[part=picture]"),
    { timeout: 120_000 },
    tag,
  );
  const before = await page.evaluate(() => "served" in globalThis);
  await page.waitForNetworkIdle({ idleTime: 500, timeout: 120_000 });
  if (pushed)
    await page.evaluate(
      (name) => document.querySelector(name)!.before(Object.assign(document.createElement("div"), { innerHTML: "<br>".repeat(8) })),
      tag,
    );
  const sum = await page.evaluate(
    (moved) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            let all = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) all += entry.value;
              if (moved && all > 0.05) resolve(all);
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(all), moved ? 30_000 : 200);
          }),
        );
      }),
    pushed,
  );
  await page.close();
  return { sum, before };
}

test("a page that moves is found", async () => {
  const { sum } = await shiftOf("embed/gauge.html", "cs-implementation-gauge", 1200, true);
  assert.ok(sum > 0.05, `${sum}`);
});

for (const { name, tag, path } of pages)
  for (const width of [320, 1200])
    test(`${name} at ${width} px: nothing moves when the element takes over what was served, over a slow line`, async () => {
      const { sum, before } = await shiftOf(path, tag, width);
      assert.ok(before, "the served figure was there first");
      assert.equal(sum.toFixed(2), "0.00");
    });
