import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newsletter, serve, type Serving } from "@vitrine/static";
import puppeteer, { type Browser } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";

const root = fileURLToPath(new URL("../documents/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-mail-page-"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let serving: Serving;
let browser: Browser;

before(async () => {
  mkdirSync(join(scratch, "documents"));
  for (const [from, to] of [
    ["implementation/longest-labels", "longest"],
    ["implementation/bands", "bands"],
    ["implementation/every-absence", "absences"],
    ["access/typical", "map"],
  ] as const)
    cpSync(join(root, `${from}.json`), join(scratch, "documents", `${to}.json`));
  await newsletter([join(scratch, "documents")], join(scratch, "newsletter"));
  serving = await serve(join(scratch, "newsletter"));
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function open(path: string, { width = 600, images = true, dark = false, policy = true } = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setBypassCSP(!policy);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.setRequestInterception(!images);
  if (!images) page.on("request", (request) => void (request.resourceType() === "image" ? request.abort() : request.continue()));
  await page.goto(serving.address + path, { waitUntil: "networkidle0" });
  return page;
}

for (const width of [320, 600, 1200])
  for (const images of [true, false])
    test(`the letter fits ${width} px, pictures ${images ? "on" : "off"}, and is never wider than 600`, async () => {
      const page = await open("letter.html", { width, images, policy: false });
      const seen = await page.evaluate(() => ({
        scrolls: document.documentElement.scrollWidth > innerWidth,
        widest: Math.max(...[...document.querySelectorAll("h1, h2, p, img")].map((part) => part.getBoundingClientRect().width)),
        left: document.querySelector("h1")!.getBoundingClientRect().left,
        shapes: [...document.images].map(({ width, height, naturalWidth, naturalHeight }) =>
          naturalWidth > 0 ? Math.abs(height / width - naturalHeight / naturalWidth) < 0.02 : "none",
        ),
        words: document.body.innerText.includes("149 of 240"),
      }));
      assert.equal(seen.scrolls, false, "nothing scrolls sideways");
      assert.ok(seen.widest <= 600);
      assert.ok(width < 1200 || seen.left > 300, "it stands in the middle of a wide window");
      assert.deepEqual(new Set(seen.shapes), new Set([images ? true : "none"]), "no picture is out of shape");
      assert.ok(seen.words, "the figures are read without pictures");
      await page.close();
    });

for (const dark of [false, true])
  test(`bars of a letter have the length of their share, ${dark ? "dark" : "light"}, on a ground of their own`, async () => {
    const page = await open("letter.html", { dark, policy: false });
    const { bars, grounds } = await page.evaluate(() => ({
      bars: [...document.querySelectorAll<HTMLTableCellElement>('td[bgcolor="#0053a5"]')]
        .filter((cell) => cell.cellIndex === 0 && cell.width !== "")
        .map((cell) =>
          Math.abs(parseInt(cell.width) / 100 - cell.getBoundingClientRect().width / cell.closest("table")!.getBoundingClientRect().width),
        ),
      grounds: getComputedStyle(document.querySelector("h2")!.closest("table")!).backgroundColor,
    }));
    assert.ok(bars.length > 10 && Math.max(...bars) < 0.015, "within one and a half percent");
    assert.equal(grounds, "rgb(255, 255, 255)");
    await page.close();
  });

test("under the strict policy the page shows each block as it will look, without one violation", async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.evaluateOnNewDocument(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => told.push(violatedDirective));
  });
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await page.goto(serving.address, { waitUntil: "networkidle0" });
  const seen = await page.evaluate(() => ({
    told: (globalThis as unknown as { told: string[] }).told,
    styled: getComputedStyle(document.querySelector(".block h2")!).fontSize,
    pictures: [...document.images].every(({ naturalWidth }) => naturalWidth > 0),
    buttons: document.querySelectorAll("button").length,
  }));
  assert.deepEqual(seen, { told: [], styled: "20px", pictures: true, buttons: 12 });
  assert.deepEqual(wrong, []);
  await page.close();
});

test("each button copies what it says: the block as a letter takes it, its code, its plain text, with the address of this page", async () => {
  await browser
    .defaultBrowserContext()
    .overridePermissions(new URL(serving.address).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  const page = await open("");
  await page.bringToFront();
  const copied: Record<string, string>[] = [];
  for (const button of (await page.$$("button")).slice(0, 3)) {
    await button.click();
    await page.waitForFunction((one) => one.textContent === "Copied", {}, button);
    copied.push(
      await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const kinds = await Promise.all(item!.types.map(async (type) => [type, await (await item!.getType(type)).text()] as const));
        return Object.fromEntries(kinds);
      }),
    );
  }
  const [formatted, code, text] = copied;
  assert.match(formatted!["text/html"]!, new RegExp(`<table[^]*<img[^>]*src="${serving.address}images/absences\\.png"`));
  assert.match(formatted!["text/html"]!, /background-color: ?(#0053a5|rgb\(0, 83, 165\))/);
  assert.match(formatted!["text/plain"]!, /^What stands where there is no number\?\n=+/);
  assert.ok(code!["text/plain"]!.startsWith("<table") && code!["text/plain"]!.includes(`src="${serving.address}images/absences.png"`));
  assert.equal(text!["text/plain"]!.trim(), formatted!["text/plain"]!.trim());
  await page.close();
});

for (const dark of [false, true])
  test(`axe finds nothing in the page and the letter, ${dark ? "dark" : "light"}`, async () => {
    for (const path of ["", "letter.html"]) {
      const page = await open(path, { dark, policy: false });
      await page.evaluate(axe);
      const { violations } = (await page.evaluate(
        // A letter has no landmarks: programs show it inside a page of their own.
        `axe.run(document, { resultTypes: ["violations"], rules: ${path ? '{ "landmark-one-main": { enabled: false }, region: { enabled: false } }' : "{}"} })`,
      )) as {
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

test("the page reads without scripts: block, code and files stand there", async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 320, height: 900 });
  await page.goto(serving.address, { waitUntil: "networkidle0" });
  const seen = await page.evaluate(() => ({
    blocks: [...document.querySelectorAll(".block")].filter((block) => block.checkVisibility()).length,
    code: document.querySelectorAll("pre[data-code]").length,
    files: document.querySelectorAll(".files a").length,
    scrolls: document.documentElement.scrollWidth > innerWidth,
  }));
  assert.deepEqual(seen, { blocks: 4, code: 4, files: 19, scrolls: false });
  await page.close();
});
