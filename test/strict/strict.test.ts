import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import type { RosterDocument } from "@vitrine/contract";
import { serve } from "@vitrine/static";
import puppeteer, { type Browser, type ElementHandle, type Page } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";

/** What the strictest host we know sends. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
];
const command = fileURLToPath(new URL("../../packages/cli/bin/vitrine.js", import.meta.url));
const vitrine = (...words: string[]) => execFileSync(process.execPath, [command, ...words], { encoding: "utf8", stdio: "pipe" });

let folder: string;
let server: ChildProcess;
let address: string;
let browser: Browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-strict-"));
  vitrine("init", join(folder, "sample"));
  vitrine("publish", join(folder, "sample/vitrine.json"));
  vitrine("site", join(folder, "sample/published"), "--out", join(folder, "site"));
  vitrine("site", join(folder, "sample/published-partner-riverbend-partner"), "--partner-dir", join(folder, "partner"));
  const words = ["serve", join(folder, "site"), "--partner-dir", join(folder, "partner"), "--port", "0"];
  server = spawn(process.execPath, [command, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  address = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout!.on("data", (text) => {
      const found = /Serving \S+ at (http:\S+)/.exec((said += String(text)));
      if (found) resolve(found[1]!);
    });
    server.once("exit", () => reject(new Error("the site is not served")));
  });
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that writes down whatever it should not do. */
async function open(path: string) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const faults: string[] = [];
  const fetched = new Set<string>();
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${(error as Error).message}`));
  page.on("request", (request) => fetched.add(request.url()));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  await page.exposeFunction("__violated", (text: string) => faults.push(`violation: ${text}`));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      (globalThis as unknown as { __violated(text: string): void }).__violated(
        `${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`,
      ),
    );
  });
  await page.setViewport({ width: 1200, height: 900 });
  const response = await page.goto(address + path, { waitUntil: "networkidle0" });
  return { page, faults, fetched, headers: response!.headers() };
}

const drawn = (page: Page, tag: string) => page.waitForSelector(`${tag}[state="drawn"]`, { timeout: 120_000 });
/** A part of an element, once it is there. */
const inside = async (element: ElementHandle, selector: string): Promise<ElementHandle> => {
  const found = await element.waitForSelector(`>>> ${selector}`, { timeout: 120_000 });
  assert.ok(found, `${selector} is not in the element`);
  return found;
};

async function downloads(page: Page, element: ElementHandle, names: readonly string[]) {
  const to = mkdtempSync(join(folder, "downloads-"));
  const client = await page.createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: to, browserContextId: page.browserContext().id });
  const button = await inside(element, "[part=menu-button]");
  for (const name of names) {
    if ((await button.evaluate((node) => node.getAttribute("aria-expanded"))) !== "true") await button.click();
    await (await inside(element, `#menu button[name=${name}]`)).click();
    const ending = `.${name}`;
    for (let tries = 0; !readdirSync(to).some((file) => file.endsWith(ending)); tries++) {
      assert.ok(tries < 1200, `no ${name} was saved`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      readFileSync(
        join(
          to,
          readdirSync(to).find((file) => file.endsWith(`.${name}`))!,
        ),
      ),
    ]),
  );
}

/** Nothing is kept in the reader's browser. */
async function traces(page: Page) {
  const kept = await page.evaluate(async () => ({
    cookie: document.cookie,
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { ...kept, cookies: (await page.browserContext().cookies()).length };
}
const none = { cookie: "", storage: 0, databases: 0, caches: 0, workers: 0, cookies: 0 };

test("the strict policy is what the site is served with, and the test would see a breach of it", async () => {
  const { page, faults, headers } = await open("");
  assert.deepEqual(headers["content-security-policy"]!.split("; ").sort(), [...policy].sort());
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    try {
      document.body.insertAdjacentHTML("beforeend", "<img src=x>");
    } catch {
      // The policy throws, and reports.
    }
    return fetch("https://example.org/").catch(() => undefined);
  });
  const told = (directive: string) => faults.some((fault) => fault.startsWith(`violation: ${directive}`));
  const breaches = ["style-src-attr", "require-trusted-types-for", "connect-src"];
  for (let tries = 0; tries < 1200 && !breaches.every(told); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const directive of breaches) assert.ok(told(directive), directive);
});

test("the gauge is read, worked by keyboard and saved under the strict policy", async () => {
  const { page, faults, fetched } = await open("");
  const gauge = (await drawn(page, "cs-implementation-gauge"))!;
  for (const part of ["[part=data] > summary", "[part=notes] > summary"]) await (await inside(gauge, part)).click();
  await (await inside(gauge, "[part=picture] [tabindex='0']")).evaluate((mark) => (mark as SVGElement).focus());
  for (const key of ["ArrowRight", "ArrowRight", "End", "Enter", "Escape"] as const) await page.keyboard.press(key);
  const saved = await downloads(page, gauge, ["csv", "svg", "png"]);
  assert.match(String(saved["csv"]), /^\ufeff.*,/);
  assert.match(String(saved["svg"]), /^(?:<\?xml[^>]*>\s*)?<svg /);
  assert.deepEqual([...saved["png"]!.subarray(1, 4)], [...Buffer.from("PNG")]);
  await page.evaluate((element) => (element as HTMLElement & { refresh(): Promise<void> }).refresh(), gauge);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    [...fetched].filter((url) => !url.startsWith(address) && !/^(?:data|blob):/.test(url)),
    [],
  );
  assert.deepEqual(await traces(page), none);
});

test("the map is searched, zoomed, walked and saved under the strict policy", async () => {
  const { page, faults, fetched } = await open("");
  const map = (await drawn(page, "cs-school-access-map"))!;
  await page.waitForSelector("cs-school-access-map >>> .stage", { timeout: 120_000 });
  for (const button of await map.$$(":scope >>> [part=zoom] button")) await button.click();
  const search = await inside(map, "input[type=search]");
  await search.type("Kan");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForNetworkIdle({ idleTime: 300 });
  for (const canvas of await map.$$(":scope >>> canvas")) {
    await canvas.focus();
    for (const key of ["ArrowRight", "ArrowDown", "Enter", "+", "-", "Escape"] as const) await page.keyboard.press(key);
    const box = (await canvas.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3, { steps: 4 });
    await page.mouse.up();
    await page.mouse.wheel({ deltaY: -200 });
  }
  const saved = await downloads(page, map, ["csv", "svg", "png"]);
  for (const file of Object.values(saved)) assert.ok(file.length > 100);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    [...fetched].filter((url) => !url.startsWith(address) && !/^(?:data|blob):/.test(url)),
    [],
  );
  assert.deepEqual(await traces(page), none);
});

test("a page with one figure fetches its document, the files its element needs, and nothing else", async () => {
  const { elements } = JSON.parse(readFileSync(join(folder, "site/elements/elements.json"), "utf8")) as {
    elements: Record<string, { file: string; imports: string[] }>;
  };
  const { revision } = JSON.parse(readFileSync(join(folder, "site/site.json"), "utf8")) as { revision: string };
  const { page, faults, fetched } = await open("embed/riverbend-implementation.html");
  await drawn(page, "cs-implementation-gauge");
  const { file, imports } = elements["cs-implementation-gauge"]!;
  const paths = [...fetched].filter((url) => url.startsWith(address)).map((url) => url.slice(address.length));
  const pictures = paths.filter((path) => /\.(?:png|svg)$/.test(path));
  assert.deepEqual(
    paths
      .filter((path) => !pictures.includes(path) && path !== "favicon.ico")
      .map((path) => path.replace(/(?<=^assets\/[\w-]+\.)[0-9a-f]{10}/, "hash"))
      .sort(),
    [
      `r/${revision}/documents/riverbend-implementation.json`,
      "elements/vitrine.js",
      "embed/riverbend-implementation.html",
      "assets/inside.hash.js",
      "assets/page.hash.css",
      ...[file, ...imports].map((name) => `elements/${name}`),
    ].sort(),
  );
  assert.deepEqual(faults, []);
});

test("the roster is drawn from a partner's folder under the strict policy, and leaves nothing in the browser", async () => {
  const { page, faults, fetched, headers } = await open("partner/riverbend-roster.html");
  assert.equal(headers["cache-control"], "private, no-store");
  const roster = (await drawn(page, "cs-roster-table"))!;
  const { rows } = JSON.parse(readFileSync(join(folder, "partner/documents/riverbend-roster.json"), "utf8")) as RosterDocument;
  const shown = await roster.evaluate((element) => element.shadowRoot!.textContent!);
  assert.ok(shown.includes(rows.teacher[0]!));
  assert.deepEqual(faults, []);
  assert.deepEqual(
    [...fetched].filter((url) => !url.startsWith(`${address}partner/`) && !/^(?:data|blob):|favicon/.test(url)),
    [],
  );
  assert.deepEqual(await traces(page), none);
});

/** Lets no built file of this name through, until what is given back is called. */
async function cutOff(page: Page, name: string): Promise<() => void> {
  const file = new RegExp(`/${name}\\.[\\w-]+\\.js`);
  let cut = true;
  await page.setRequestInterception(true);
  page.on("request", (request) => void (cut && file.test(request.url()) ? request.abort() : request.continue()));
  return () => {
    cut = false;
  };
}

test("a panel that cannot be fetched says so, keeps the table, and opens when it is asked for again", async () => {
  const { page } = await open("partner/riverbend-roster.html");
  const roster = (await drawn(page, "cs-roster-table"))!;
  const mend = await cutOff(page, "desk");
  const add = await inside(roster, "button[name=add]");
  await add.click();
  const said = (words: string) =>
    page.waitForFunction((element, words) => element.shadowRoot!.textContent!.includes(words), { timeout: 120_000 }, roster, words);
  await said("What is needed for this could not be loaded.");
  assert.equal(await add.evaluate((button) => button.getAttribute("aria-expanded")), "false");
  const choice = (await inside(roster, "select")) as ElementHandle<HTMLSelectElement>;
  await choice.evaluate((select) => {
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForFunction((select) => select.selectedIndex === 0, { timeout: 120_000 }, choice);
  mend();
  await add.click();
  await inside(roster, '[data-panel="add"]');
});

test("a map that cannot fetch what leads deeper says so, and tells of the area when it is asked again", async () => {
  const { page } = await open("");
  const map = (await drawn(page, "cs-school-access-map"))!;
  const mend = await cutOff(page, "hands");
  const area = await inside(map, "button.name");
  await area.evaluate((button) => (button as HTMLElement).click());
  const notice = await inside(map, ".map-notice");
  assert.match(await notice.evaluate((element) => element.textContent!), /could not be shown. The overview is still here/);
  mend();
  await area.evaluate((button) => (button as HTMLElement).click());
  await inside(map, "button.close");
  assert.equal(await map.$(":scope >>> .map-notice"), null);
});

test("a map that cannot fetch what an act needs says so, and acts when it is asked again", async () => {
  const { page } = await open("");
  const map = (await drawn(page, "cs-school-access-map"))!;
  const mend = await cutOff(page, "hands");
  const area = await inside(map, ".ground [data-key]");
  const walk = () =>
    area.evaluate((mark) => mark.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, composed: true })));
  await walk();
  const notice = await inside(map, ".map-notice");
  assert.match(await notice.evaluate((element) => element.textContent!), /could not be loaded\. The list and the table have the same/);
  mend();
  await walk();
  await page.waitForFunction(
    (element) => element.shadowRoot!.activeElement?.matches("[data-key]") && !element.shadowRoot!.querySelector(".map-notice"),
    { timeout: 120_000 },
    map,
  );
});

test("the same folder served as everybody's site shows no row, with scripts and without", async () => {
  const wrong = join(folder, "wrong");
  cpSync(join(folder, "partner"), wrong, { recursive: true });
  rmSync(join(wrong, "partner.json"));
  writeFileSync(join(wrong, "site.json"), '{"vitrine": "site/1"}');
  const serving = await serve(wrong);
  const { rows } = JSON.parse(readFileSync(join(wrong, "documents/riverbend-roster.json"), "utf8")) as RosterDocument;
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  try {
    for (const scripts of [true, false]) {
      await page.setJavaScriptEnabled(scripts);
      await page.goto(`${serving.address}riverbend-roster.html`, { waitUntil: "networkidle0" });
      if (scripts) await page.waitForSelector('cs-roster-table[state="refused"]', { timeout: 120_000 });
      const { nodes } = await (await page.createCDPSession()).send("Accessibility.getFullAXTree");
      const said = JSON.stringify(nodes.map(({ name }) => name?.value));
      assert.match(said, /Who of this summer/);
      for (const teacher of rows.teacher) assert.ok(!said.includes(teacher));
    }
  } finally {
    await page.close();
    await serving.close();
  }
});
