import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer, { type Browser, type ElementHandle, type HTTPRequest } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { serveFolder } from "../../.scripts/static-server.mjs";

/** What only acts need is a file of its own, fetched at the first sign of one: what a reader does meanwhile, and what comes of it. */
let server: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
before(async () => {
  server = await serveFolder(fileURLToPath(new URL("../../", import.meta.url)));
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  server?.close();
});

const document = "/test/documents/access/typical.json";

/** A page with one element, which gets no file of this name before that is let through or refused. */
async function open(tag: string, name: string) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 1000, height: 900 });
  const script = '<script type="module" src="/packages/widgets/elements/vitrine.js"></script>';
  const body = `<!doctype html><html lang="en">${script}<${tag} src="${document}"></${tag}></html>`;
  const held: HTTPRequest[] = [];
  let through = false;
  const file = new RegExp(`/${name}\\.[\\w-]+\\.js$`);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.isNavigationRequest()) void request.respond({ contentType: "text/html", body });
    else if (file.test(request.url()) && !through) held.push(request);
    else void request.continue();
  });
  await page.goto(`${server.address}/page.html`);
  const element = (await page.waitForSelector(`${tag}[state="drawn"]`))!;
  return {
    page,
    element,
    held,
    /** What was asked for arrives, with all that is asked for later. */
    release: () => {
      through = true;
      for (const request of held.splice(0)) void request.continue();
    },
    refuse: () => {
      for (const request of held.splice(0)) void request.abort();
    },
  };
}

const inside = async (element: ElementHandle, selector: string): Promise<ElementHandle> =>
  (await element.waitForSelector(`>>> ${selector}`))!;
const asked = async (held: readonly unknown[]) => {
  for (let tries = 0; held.length === 0; tries++) {
    assert.ok(tries < 1200, "nothing was asked for");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const textOf = (element: ElementHandle) => element.evaluate((node) => node.textContent!);
const write = (field: ElementHandle, text: string) =>
  field.evaluate((input, text) => {
    (input as HTMLInputElement).value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
const press = (at: ElementHandle, key: string) =>
  at.evaluate(
    (node, key) => !node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true })),
    key,
  );

test("a list carries out, in their order, acts that came before what carries them out", async () => {
  const { page, element, held, release } = await open("cs-school-list", "acts");
  assert.equal(held.length, 0);
  const field = await inside(element, "input[type=search]");
  const chip = await inside(element, ".chip");
  await field.evaluate((input) => input.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true })));
  await asked(held);
  await write(field, "no school is called so");
  await chip.evaluate((button) => (button as HTMLElement).click());
  await write(field, "elder");
  assert.match(await textOf(await inside(element, ".list-count [role=status]")), /^60 of 60 schools$/);
  release();
  await page.waitForFunction(
    (list) =>
      /^[1-9] of 60 schools$/.test(list.shadowRoot!.querySelector(".list-count [role=status]")!.textContent!) &&
      list.shadowRoot!.querySelector(".chip")!.getAttribute("aria-pressed") === "true",
    {},
    element,
  );
  const rows = await element.evaluate((list) => [...list.shadowRoot!.querySelectorAll(".schools tbody tr")].map((row) => row.textContent!));
  for (const row of rows) assert.match(row, /offers computer science/i);
  await page.close();
});

test("a list that cannot fetch what an act needs says so, and acts when it is asked again", async () => {
  const { page, element, held, release, refuse } = await open("cs-school-list", "acts");
  const name = await inside(element, "button.name");
  const sort = (await inside(element, ".list-controls > .field.short:last-child select")) as ElementHandle<HTMLSelectElement>;
  await sort.evaluate((select) => {
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await asked(held);
  refuse();
  const said = (words: RegExp) =>
    page.waitForFunction(
      (list, words) => new RegExp(words).test(list.shadowRoot!.querySelector(".list-count [role=status]")!.textContent!),
      {},
      element,
      words.source,
    );
  await said(/^60 of 60 schools What is needed for this could not be loaded\. Try again/);
  assert.equal(await sort.evaluate((select) => select.selectedIndex), 0);
  assert.equal(await name.evaluate((button) => button.getAttribute("aria-expanded")), "false");
  release();
  await name.evaluate((button) => (button as HTMLElement).click());
  await inside(element, "[part=card]");
  await said(/^60 of 60 schools$/);
  await page.close();
});

test("a map carries out, in their order, acts that came before what carries them out", async () => {
  const { page, element, held, release } = await open("cs-school-access-map", "hands");
  const canvas = await inside(element, "canvas");
  const field = await inside(element, "input[type=search]");
  assert.equal(held.length, 0);
  // Keys that answer here scroll no page meanwhile; others are the page's.
  assert.equal(await press(canvas, "ArrowDown"), true);
  assert.equal(await press(canvas, "+"), true);
  assert.equal(await press(canvas, "Tab"), false);
  await asked(held);
  await write(field, "zz");
  await write(field, "elder");
  assert.equal(await press(field, "ArrowDown"), false);
  release();
  await page.waitForFunction(
    (map) => {
      const { shadowRoot: root } = map as HTMLElement;
      const chosen = root!.querySelector('[role=option][aria-selected="true"]');
      const out = root!.querySelectorAll(".zoom button")[1]!;
      return (
        /elder/i.test(chosen?.textContent ?? "") && out.getAttribute("aria-disabled") === "false" && root!.querySelector(".ring .chosen")
      );
    },
    {},
    element,
  );
  await page.close();
});

test("a map whose schools cannot be painted says so, and lists them", async () => {
  const { page, element, held, refuse } = await open("cs-school-access-map", "marks");
  await asked(held);
  refuse();
  assert.match(await textOf(await inside(element, ".map-notice")), /^The map could not be drawn\. The list and the table have the same/);
  await inside(element, "table.schools .name");
  await page.close();
});
