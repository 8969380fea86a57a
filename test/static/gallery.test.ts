import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
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
  page.setDefaultTimeout(120_000);
  await page.setRequestInterception(!elements);
  if (!elements) page.on("request", (request) => void (request.url().includes("/elements/") ? request.abort() : request.continue()));
  await page.setBypassCSP(bypass);
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(scripts);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(address, { waitUntil: "networkidle0" });
  return page;
}

for (const scripts of [true, false])
  test(`the gallery and its pages fit 320, 600 and 1200 px ${scripts ? "with" : "without"} scripts`, async () => {
    for (const path of ["", "embed/gauge.html", "embed/map.html"]) {
      const page = await open(serving.address + path, { width: 320, scripts });
      for (const width of [320, 600, 1200]) {
        await page.setViewport({ width, height: 900 });
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${path || "index.html"} scrolls sideways at ${width} px`,
        );
      }
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
  assert.deepEqual(seen, Array(2).fill({ heading: true, picture: true, snippets: 10, first: true }));
  const chosen = await page.$$eval(".choices, .finder", (all) => all.filter((one) => one.checkVisibility()).length);
  assert.equal(chosen, 0, "what does nothing without a script is not shown");
  assert.equal(await page.$$eval("[data-host]", (all) => all.filter((one) => one.checkVisibility()).length), 9);
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

/** Chooses in the gauge's panel, as an editor does. */
async function choose(page: Page, choices: Record<string, string>) {
  for (const [name, value] of Object.entries(choices)) await page.select(`#gauge-${name}`, value);
}
const textOf = (page: Page, kind: string) => page.$eval(`#gauge pre[data-kind="${kind}"]`, (one) => one.textContent!);

test("what is copied follows what was chosen: language, colours, width, and figures that stay as they are", async () => {
  const page = await open(serving.address);
  const { revision } = JSON.parse(readFileSync(join(scratch, "site/site.json"), "utf8")) as { revision: string };
  const at = serving.address;
  assert.ok((await textOf(page, "element")).includes(` src="${at}documents/gauge.json"`));
  await choose(page, { theme: "dark", width: "480", revision: "frozen" });
  const then = `${at}r/${revision}/`;
  assert.match(
    await textOf(page, "element"),
    new RegExp(`\\n<div style="max-width: 480px">\\n<cs-[\\w-]+ src="${then}documents/gauge.json" theme="dark"`),
  );
  assert.ok((await textOf(page, "element")).includes(`<link rel="preload" as="fetch" href="${then}documents/gauge.json" `));
  assert.ok((await textOf(page, "figure")).includes(`<img src="${then}drawings/gauge.png"`));
  assert.ok((await textOf(page, "frame")).startsWith(`<iframe src="${then}embed/gauge.html?theme=dark"`));
  assert.match(await textOf(page, "frame"), / width="480"/);
  assert.equal(await textOf(page, "oembed"), `${then}embed/gauge.html?theme=dark`);
  assert.match(await textOf(page, "react"), new RegExp(` src="${then}documents/gauge.json" theme="dark"`));
  assert.equal(await page.$eval("#gauge .case > *", (one) => one.getAttribute("theme")), "dark", "the figure shows what was chosen");
  assert.equal(
    await page.$eval("#map-theme", (one) => (one as HTMLSelectElement).value),
    "dark",
    "the choice is the same for every figure",
  );
  await choose(page, { theme: "", width: "", revision: "", language: "es" });
  await page.waitForFunction(() => document.querySelector('#gauge pre[data-kind="element"]')!.textContent!.includes(' lang="es-'));
  assert.equal(await textOf(page, "oembed"), `${at}embed/es/gauge.html`);
  assert.equal(await page.$eval("#gauge a.button", (one) => (one as HTMLAnchorElement).href), `${at}files/es/gauge.html`);
  for (const kind of ["oembed", "figure"]) assert.ok(!(await textOf(page, kind)).includes(revision));
  const answers = await page.evaluate(() =>
    Promise.all(
      [...document.querySelector("#gauge")!.querySelectorAll("pre")].flatMap((one) =>
        [...one.textContent!.matchAll(/ (?:src|href|srcset)="(http:[^"]*)"/g)]
          .flatMap(([, value]) => value!.split(", ").map((named) => named.replace(/ \dx$/, "")))
          .map(async (address) => [address, (await fetch(address)).status]),
      ),
    ),
  );
  assert.ok(answers.length > 5);
  assert.deepEqual(
    answers.filter(([, status]) => status !== 200),
    [],
    "every address that is copied is there",
  );
  await page.close();
});

test("for a host the gallery opens what to take and says what cannot work there, and why", async () => {
  const page = await open(serving.address);
  await choose(page, { host: "wordpress-com" });
  const seen = await page.$$eval("#gauge .snippet", (all) =>
    all.map((one) => ({
      offer: one.getAttribute("data-offer"),
      open: (one as HTMLDetailsElement).open,
      not: one.querySelector(".not")!.checkVisibility(),
      why: one.querySelector(".cannot")!.textContent,
    })),
  );
  assert.deepEqual(seen.slice(0, 3), [
    { offer: "element", open: false, not: true, why: "Does not work there: scripts are removed when the page is saved." },
    { offer: "figure", open: true, not: false, why: "" },
    { offer: "frame", open: false, not: true, why: "Does not work there: frames are removed when the page is saved." },
  ]);
  assert.match(await page.$eval("#gauge .advice", (one) => one.textContent!), /Custom HTML/);
  await page.close();
});

test("figures are found by words, kind and place, from the keyboard alone", async () => {
  const page = await open(serving.address);
  const shown = () => page.$$eval(".entry", (all) => all.filter((one) => one.checkVisibility()).map(({ id }) => id));
  for (let presses = 0; !(await page.evaluate(() => document.activeElement?.id === "find-words")); presses++) {
    assert.ok(presses < 5, "the search is among the first stops");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("TRAINED teachers");
  assert.deepEqual(await shown(), ["gauge"]);
  assert.equal(await page.$eval(".found", (one) => one.textContent), "1 of 2 figures");
  for (let press = 0; press < 20; press++) await page.keyboard.press("Backspace");
  assert.deepEqual(await shown(), ["gauge", "map"]);
  await page.select("#find-kind", "access/1");
  assert.deepEqual(await shown(), ["map"]);
  await page.close();
});

test("axe finds nothing in the gallery and in the pages as they are served; in dark nothing of colours", async () => {
  for (const { path, dark, elements } of [
    { path: "", dark: false, elements: true },
    { path: "", dark: true, elements: true },
    { path: "embed/gauge.html", dark: false, elements: false },
    { path: "embed/map.html", dark: true, elements: false },
  ]) {
    const page = await open(serving.address + path, { dark, elements, bypass: true });
    if (path === "") {
      await choose(page, { host: "wordpress-com" });
      await page.$$eval(".snippet", (all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
    }
    await page.evaluate(axe);
    const rules = dark ? `, runOnly: ["color-contrast"]` : "";
    const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ["violations"]${rules} })`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`),
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
