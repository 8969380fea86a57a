import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { serveFolder } from "../../.scripts/static-server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-frame-"));
let serving: Serving;
let host: { address: string; close: () => void };
let browser: Browser;
let page: Page;

/**
 * Frames of other sites in the process of the page: what Puppeteer asks inside a frame whose process is exchanged is now and then never answered.
 * What a page may know of another site's frame does not depend on it.
 */
const oneProcess = ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes"];

const frame = (id: string, more = "") =>
  `<iframe id="${id}" src="${serving.address}embed/gauge.html" title="${id}" width="100%" height="300" ${more}></iframe>`;
const script = () => `<script type="module" src="${serving.address}vitrine-frame.js"></script>`;

before(async () => {
  mkdirSync(join(scratch, "documents"));
  cpSync(join(root, "test/documents/implementation/typical.json"), join(scratch, "documents/gauge.json"));
  await site(join(scratch, "documents"), join(scratch, "site"), { elements: join(root, "packages/widgets/elements") });
  serving = await serve(join(scratch, "site"));
  const write = (name: string, body: string) =>
    writeFileSync(
      join(scratch, "host", name),
      `<!doctype html><html lang="en"><title>${name}</title><body style="margin:0">${body}</body></html>`,
    );
  mkdirSync(join(scratch, "host"));
  // Twice the script, as when two figures are pasted into one page.
  write(
    "index.html",
    `${frame("plain")}${script()}${frame("sandboxed", 'sandbox="allow-scripts"')}${script()}
<details id="accordion"><summary>More</summary>${frame("folded")}</details><div id="tab" hidden>${frame("hidden")}</div>
<div style="width:320px">${frame("narrow")}</div><iframe id="nesting" src="inner.html" title="nesting" width="100%" height="400"></iframe>
<iframe id="stranger" src="stranger.html" title="stranger" height="200"></iframe><div style="height:6000px"></div>${frame("lazy", 'loading="lazy"')}`,
  );
  write("inner.html", frame("inner") + script());
  write("stranger.html", '<script>setInterval(() => parent.postMessage({ vitrine: "height/1", height: 5000 }, "*"), 20)</script>');
  host = await serveFolder(join(scratch, "host"));
  browser = await puppeteer.launch({ ...(await findChrome()), args: [...chromeArguments, ...oneProcess] });
  page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 1000, height: 900 });
  // Another site than the frames' own: nothing of theirs may be reached from here.
  await page.goto(host.address.replace("127.0.0.1", "host.test"));
});
after(async () => {
  await browser?.close();
  await serving?.close();
  host?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const inside = async (id: string, from: Page | Frame = page): Promise<Frame> => {
  const handle = await from.waitForSelector(`#${id}`);
  return (await handle!.contentFrame())!;
};
/** A frame out of sight is given no animation frames, by which Puppeteer would look else. */
const often = { polling: 50 };
/** Waits until a figure is drawn and its frame, where the reader sees it, is exactly as tall as it is. @returns that height */
async function fits(id: string, from: Page | Frame = page): Promise<number> {
  const content = await inside(id, from);
  await from.$eval(`#${id}`, (one) => one.scrollIntoView());
  await content.waitForFunction(() => {
    const { width, bottom } = document.querySelector("main")!.getBoundingClientRect();
    const drawn = document.querySelector('cs-implementation-gauge[state="drawn"]') !== null;
    return drawn && width > 0 && Math.ceil(bottom + scrollY) === innerHeight && document.documentElement.scrollHeight === innerHeight;
  }, often);
  return content.evaluate(() => innerHeight);
}

test("a frame takes the height of what is in it, also sandboxed without an origin, narrow, or nested in another page's frame", async () => {
  // Out of sight, where browsers watch no sizes, it is told once it is drawn.
  await page.waitForFunction(() => document.querySelector<HTMLElement>("#narrow")!.offsetHeight > 500);
  const plain = await fits("plain");
  assert.ok(plain > 400, `${plain}`);
  assert.equal(await fits("sandboxed"), plain);
  assert.ok((await fits("narrow")) > plain);
  assert.equal(await fits("inner", await inside("nesting")), plain);
  assert.equal(await (await inside("sandboxed")).evaluate(() => origin), "null");
});

test("it grows and shrinks with its content, and comes back to exactly where it was", async () => {
  const before = await fits("plain");
  const content = await inside("plain");
  const toggle = () =>
    content.$eval("cs-implementation-gauge", (one) => one.shadowRoot!.querySelector<HTMLElement>("details > summary")!.click());
  await toggle();
  await content.waitForFunction((height) => innerHeight > height + 100, often, before);
  await fits("plain");
  await toggle();
  await content.waitForFunction((height) => innerHeight === height, often, before);
  assert.equal(await fits("plain"), before);
});

test("what is measured does not depend on the frame: made taller or shorter by its page it tells nothing new", async () => {
  const before = await fits("plain");
  const content = await inside("plain");
  for (const height of [before + 900, 120]) {
    await page.$eval("#plain", (one, to) => ((one as HTMLElement).style.height = `${to}px`), height);
    await content.waitForFunction((to) => innerHeight === to, often, height);
    await content.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.equal(await content.evaluate(() => innerHeight), height);
    const told = await content.evaluate(() => Math.ceil(document.querySelector("main")!.getBoundingClientRect().bottom + scrollY));
    assert.equal(told, before);
  }
  // Asked again, as by a script that comes late, it tells the same.
  await page.addScriptTag({ url: `${serving.address}vitrine-frame.js?late`, type: "module" });
  assert.equal(await fits("plain"), before);
});

test("in a closed accordion, a hidden tab or far down the page it has its height when it is seen", async () => {
  const before = await fits("plain");
  for (const [id, open] of [
    ["folded", () => page.$eval("#accordion", (one) => ((one as HTMLDetailsElement).open = true))],
    ["hidden", () => page.$eval("#tab", (one) => ((one as HTMLElement).hidden = false))],
    ["lazy", () => page.$eval("#lazy", (one) => one.scrollIntoView())],
  ] as const) {
    await open();
    assert.equal(await fits(id), before, id);
  }
});

test("a frame of another site is not believed, whatever it says", async () => {
  await fits("plain");
  assert.equal(await page.$eval("#stranger", (one) => (one as HTMLElement).style.height), "");
  const content = await inside("plain");
  const before = await fits("plain");
  const wrong = [5, -1, "900", Number.NaN, null, { valueOf: 900 }];
  await content.evaluate((heights) => {
    for (const height of heights) parent.postMessage({ vitrine: "height/1", height }, "*");
    for (const data of [null, 900, "height/1", { vitrine: "height/2", height: 900 }, [900]]) parent.postMessage(data, "*");
  }, wrong);
  assert.equal(await fits("plain"), before);
});

test("a frame takes the colours that its address names", async () => {
  const other = await browser.newPage();
  other.setDefaultTimeout(120_000);
  for (const theme of ["dark", "light"]) {
    await other.goto(`${serving.address}embed/gauge.html?theme=${theme}`);
    await other.waitForSelector('cs-implementation-gauge[state="drawn"]');
    assert.equal(await other.$eval("cs-implementation-gauge", (one) => getComputedStyle(one).colorScheme), theme);
  }
  await other.close();
});

test("WordPress is told in the words it listens to", async () => {
  const other = await browser.newPage();
  other.setDefaultTimeout(120_000);
  await other.goto(host.address);
  const told = await other.evaluate(
    (src) =>
      new Promise<unknown>((resolve) => {
        addEventListener("message", ({ data }) => data?.message === "height" && resolve(data));
        const one = document.createElement("iframe");
        one.sandbox.add("allow-scripts");
        one.src = src;
        document.body.append(one);
      }),
    `${serving.address}embed/gauge.html#?secret=Ab12Cd34Ef`,
  );
  const { value, ...rest } = told as { value: number };
  assert.ok(value > 400);
  assert.deepEqual(rest, { message: "height", secret: "Ab12Cd34Ef" });
  await other.close();
});
