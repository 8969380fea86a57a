import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { AccessDocument } from "@vitrine/contract";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { serveFolder } from "../../.scripts/static-server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-revision-"));
const at = (path: string) => join(scratch, path);
let serving: Serving;
let host: { address: string; close: () => void };
let browser: Browser;

/** Publishes the overview and the one state that has a file, as of a day, over the site that is there. @returns the revision */
async function publish(to: string, revision: number, asOf: string): Promise<string> {
  for (const name of ["nation", "typical"]) {
    const document = JSON.parse(readFileSync(join(root, `test/documents/access/${name}.json`), "utf8")) as AccessDocument;
    const title = `${name === "nation" ? "Overview" : "State"} (${revision})`;
    writeFileSync(at(`documents/${name}.json`), JSON.stringify({ ...document, title, revision, asOf }));
  }
  await site(at("documents"), at(to), { elements: join(root, "packages/widgets/elements") });
  return (JSON.parse(readFileSync(at(`${to}/site.json`), "utf8")) as { revision: string }).revision;
}
let first: string;
let second: string;

/** Puts a site in the place of the one that is served, at once. */
function exchange(from: "first" | "second") {
  cpSync(at(from), at("next"), { recursive: true });
  if (existsSync(at("site"))) renameSync(at("site"), at("before"));
  renameSync(at("next"), at("site"));
  rmSync(at("before"), { recursive: true, force: true });
}

before(async () => {
  mkdirSync(at("documents"));
  mkdirSync(at("host"));
  first = await publish("first", 1, "2026-09-30");
  cpSync(at("first"), at("second"), { recursive: true });
  second = await publish("second", 2, "2026-10-31");
  exchange("first");
  serving = await serve(at("site"));
  host = await serveFolder(at("host"));
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
beforeEach(() => exchange("first"));
after(async () => {
  await browser?.close();
  await serving?.close();
  host?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const tag = "cs-school-access-map";
async function open(address: string): Promise<{ page: Page; asked: string[] }> {
  const page = await (await browser.createBrowserContext()).newPage();
  page.setDefaultTimeout(120_000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await page.waitForSelector(`${tag}[state="drawn"]`);
  return { page, asked };
}
/** Clicks on the state that has a file of its own, as soon as the element's own mark is there; a served one has no tab stop. */
const pickState = (page: Page) =>
  page.waitForFunction(
    (name) => {
      const mark = document.querySelector(name)!.shadowRoot!.querySelector('[data-key="area:41"][tabindex]');
      mark?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      return mark !== null;
    },
    {},
    tag,
  );
/** Opens that state, as a reader does, and reads the titles in view until there is the one of the state. */
async function openState(page: Page): Promise<string> {
  await pickState(page);
  await page.waitForFunction(
    (name) => document.querySelector(name)!.shadowRoot!.querySelector("[part=title]")!.textContent!.startsWith("State"),
    {},
    tag,
  );
  return page.$eval(tag, (map) => map.shadowRoot!.querySelector("[part=title]")!.textContent!);
}

test("a page that was opened before the site was exchanged shows everything from its own revision", async () => {
  const { page, asked } = await open(`${serving.address}embed/nation.html`);
  exchange("second");
  assert.match(await openState(page), /\(1\)$/);
  assert.ok(asked.includes(`${serving.address}r/${first}/documents/typical.json`));
  assert.ok(!asked.some((one) => one.includes(second)));
  const { page: later } = await open(`${serving.address}embed/nation.html`);
  assert.match(await openState(later), /\(2\)$/);
  await Promise.all([page.close(), later.close()]);
});

test("an element on another page never joins a state of one publication with the overview of another", async () => {
  const { address } = serving;
  const markup = `<script type="module" src="${address}elements/vitrine.js"></script><${tag} src="${address}documents/nation.json"></${tag}>`;
  writeFileSync(at("host/index.html"), `<!doctype html><html lang="en"><title>x</title>${markup}</html>`);
  const { page } = await open(host.address);
  exchange("second");
  assert.match(await openState(page), /\(2\)$/);
  await page.$eval(tag, (map) => map.shadowRoot!.querySelector<HTMLElement>(".back")!.click());
  await page.waitForFunction(
    (name) => document.querySelector(name)!.shadowRoot!.querySelector("[part=title]")!.textContent!.endsWith("(2)"),
    {},
    tag,
  );
  assert.match(await page.$eval(tag, (map) => map.shadowRoot!.querySelector("[part=source]")!.textContent!), /October 31, 2026/);
  await page.close();
});

test("where the newer overview cannot be fetched the older one stays alone", async () => {
  const { page } = await open(`${serving.address}embed/nation.html`);
  await page.$eval(tag, (map, src) => ((map as HTMLElement & { src: string }).src = src), `${serving.address}documents/nation.json`);
  await page.waitForSelector(`${tag}[state="drawn"]`);
  exchange("second");
  rmSync(at("site/documents/nation.json"));
  await pickState(page);
  await page.waitForSelector(`${tag}[state="stale"]`);
  assert.match(await page.$eval(tag, (map) => map.shadowRoot!.querySelector("[part=title]")!.textContent!), /\(1\)$/);
  await page.close();
});

test("the embed code of a figure's page names the figure of now, that of a frozen page the figure of then", async () => {
  for (const [path, address] of [
    ["embed/nation.html", "documents/nation.json"],
    [`r/${first}/embed/nation.html`, `r/${first}/documents/nation.json`],
  ] as const) {
    const { page } = await open(serving.address + path);
    for (const selector of ["[part=menu-button]", "#menu button[name=embed]"])
      await (await page.waitForSelector(`${tag} >>> ${selector}`))!.click();
    const code = await page.waitForSelector(`${tag} >>> textarea`);
    const text = await code!.evaluate((one) => (one as HTMLTextAreaElement).value);
    assert.ok(text.includes(` src="${serving.address}${address}"`), text);
    await page.close();
  }
});
