import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ImplementationDocument } from "@vitrine/contract";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { build, type PluginOption } from "vite";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import type { Given } from "./given.ts";

/** A page written in one framework. */
export interface Example {
  name: string;
  /** File that starts it in the browser, beside this one. */
  client: string;
  /** File that gives `serverRender`, where the framework renders on a server and takes over. */
  server?: string;
  plugins?: () => PluginOption[];
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const invented = (name: string) =>
  JSON.parse(readFileSync(here(`../documents/implementation/${name}.json`), "utf8")) as ImplementationDocument;
const typical = invented("typical");
const given: Given = {
  address: "/typical.json",
  documents: [
    { ...typical, title: "The first" },
    { ...typical, title: "The second" },
  ],
};

/** One file with everything in it, as an app's own bundler would make it. */
async function bundle({ plugins = () => [] }: Example, entry: string, ssr: boolean): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    root: here("."),
    plugins: plugins(),
    define: { "process.env.NODE_ENV": '"production"' },
    ssr: { noExternal: true },
    build: { write: false, minify: false, ssr, rolldownOptions: { input: here(entry), output: { entryFileNames: "main.js" } } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  assert.ok(first && "output" in first);
  return new Map(first.output.flatMap((file) => (file.type === "chunk" ? [[`/${file.fileName}`, file.code] as const] : [])));
}

async function serverRender(example: Example): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-frameworks-"));
  try {
    for (const [name, code] of await bundle(example, example.server!, true)) writeFileSync(join(folder, name.replace(/js$/, "mjs")), code);
    const module = (await import(pathToFileURL(join(folder, "main.mjs")).href)) as {
      serverRender(given: Given): string | Promise<string>;
      head?: string;
    };
    return whole(await module.serverRender(given), module.head);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const whole = (
  app: string,
  head = "",
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}
<div id="app">${app}</div><script type="application/json" id="given">${JSON.stringify(given).replaceAll("<", "\\u003c")}</script>
<script>for (const element of document.querySelectorAll("#app *")) element.wasServed = true</script><script type="module" src="/main.js"></script>`;

/** Tests that the page of a framework does with our elements what it does with its own. */
export function testExample(example: Example): void {
  let browser: Browser;
  let address: string;
  const files = new Map<string, string>([["/typical.json", JSON.stringify(typical)]]);
  const server = createServer((request, response) => {
    const body = files.get(request.url ?? "");
    const type = request.url?.endsWith(".js") ? "text/javascript" : request.url?.endsWith(".json") ? "application/json" : "text/html";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });

  before(async () => {
    for (const [name, code] of await bundle(example, example.client, false)) files.set(name, code);
    files.set("/", whole(""));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
  });
  after(async () => {
    await browser?.close();
    server.close();
  });

  async function open(path: string, scripts = true): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push((error as Error).message));
    page.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
    await page.setJavaScriptEnabled(scripts);
    await page.goto(address + path);
    return { page, faults };
  }

  /** Attribute, property, event and slot, as far as a reader and the page's program can tell. */
  async function assertWorks(page: Page) {
    for (const id of ["by-address", "by-property"]) await page.waitForSelector(`#${id}[state="drawn"]`, { timeout: 120_000 });
    await page.waitForFunction((id) => document.querySelector("output")!.textContent.trim() === id, {}, typical.id);
    // Spanish words are a file of their own: what was drawn before they came is in English or not there.
    await page.waitForFunction(() => document.querySelector("#by-address")!.shadowRoot!.querySelector("details > summary"));
    const seen = await page.evaluate(() => {
      const [first, second] = ["#by-address", "#by-property"].map((id) => document.querySelector(id)!) as [Element, Element];
      return {
        spanish: first.shadowRoot!.querySelector("details > summary")?.textContent,
        heading: first.shadowRoot!.querySelector("h2")?.textContent,
        children: first.querySelector(":scope > p")?.textContent,
        title: second.shadowRoot!.querySelector("h3")?.textContent,
        theme: second.getAttribute("theme"),
        heard: document.querySelector("output")!.textContent.trim(),
      };
    });
    assert.deepEqual(seen, {
      spanish: "Las cifras en una tabla",
      heading: typical.title,
      children: "149 of 240 trained teachers met the bar.",
      title: "The first",
      theme: "dark",
      heard: typical.id,
    });
    await page.click("button");
    await page.waitForFunction(() => document.querySelector("#by-property")!.shadowRoot!.querySelector("h3")?.textContent === "The second");
  }

  test(`${example.name}: a page sets attributes and an object, hears the event and fills the slot`, async () => {
    const { page, faults } = await open("/");
    await assertWorks(page);
    assert.deepEqual(faults, []);
  });

  if (example.server)
    test(`${example.name}: what the server wrote is read without scripts, and taken over with them`, async () => {
      files.set("/served", await serverRender(example));
      const { page: still } = await open("/served", false);
      const [text] = await still.$$eval("#by-address > p", (found) => found.map((one) => (one as HTMLElement).innerText));
      assert.equal(text, "149 of 240 trained teachers met the bar.");
      const { page, faults } = await open("/served");
      await assertWorks(page);
      assert.equal(await page.$$eval("cs-implementation-gauge", (found) => found.every((one) => "wasServed" in one)), true);
      assert.deepEqual(faults, []);
    });
}
