// Pages of one or of many gauges, by us and by others, each as its own documentation says, in one browser.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch } from "puppeteer-core";
import { build } from "vite";
import { chromeArguments, findChrome } from "../../../.scripts/browser.mjs";
import { elements as buildElements } from "../../../.scripts/build.mjs";
import { must, tool } from "../../../.scripts/run.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const figure = fileURLToPath(new URL("../../documents/implementation/typical.json", import.meta.url));
const elements = fileURLToPath(new URL("../../../packages/widgets/elements/", import.meta.url));
const shots = fileURLToPath(new URL("../../../.vitrine/bench/", import.meta.url));
export const peers = ["chartjs", "plot", "vega-embed", "echarts", "apexcharts"];
/** `served`: ours once more, with the figure in the markup as a figure's own page has it, painted when the markup is. */
export const contenders = ["vitrine", "served", "hand", ...peers];

export const original = JSON.parse(readFileSync(figure, "utf8"));
/** The same gauge with other names, so that no text is drawn from what was drawn before. */
export const documents = Array.from({ length: 100 }, (_, at) => ({
  ...original,
  id: `${original.id}-${at}`,
  title: `${original.title} (${at + 1})`,
}));

/** One script for a contender: it fetches the figures, draws them, and says when it is done. */
async function bundle(name) {
  const entry = "virtual:entry";
  const source = `
    import { draw } from ${JSON.stringify(join(here, `${name}.mjs`))};
    const figures = await (await fetch("figures.json")).json();
    for (const document of [figures].flat()) {
      const host = globalThis.document.createElement("section");
      globalThis.document.getElementById("host").append(host);
      await draw(host, document);
    }
    globalThis.finished();`;
  const [{ output }] = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: ["es"], fileName: "entry" },
      rolldownOptions: { output: { minify: true, comments: false, codeSplitting: false } },
    },
  });
  return output.find(({ isEntry }) => isEntry).code;
}

/** A site of the figure, as `vitrine site` makes it, and what its gallery gives to copy. */
async function published(address) {
  const { site } = await import("@vitrine/static");
  const scratch = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  const folder = join(scratch, "site");
  mkdirSync(join(scratch, "documents"));
  cpSync(figure, join(scratch, "documents/figures.json"));
  await site(join(scratch, "documents"), folder, { elements, base: `${address}/site/` });
  const gallery = readFileSync(join(folder, "index.html"), "utf8");
  const [, escaped] = /data-kind="element"[^>]*>([^<]*)</.exec(gallery);
  const signs = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };
  const snippet = escaped.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => signs[name]);
  return { folder, snippet, end: () => rmSync(scratch, { recursive: true }) };
}

const drawn = (missing) => `<script>
let missing = ${missing};
addEventListener("vitrine-drawn", () => --missing || finished());
</script>`;
const many = `${drawn(100)}<script type="module" src="/elements/vitrine.js"></script>
<script type="module">
for (const document of await (await fetch("figures.json")).json()) {
  const element = globalThis.document.createElement("cs-implementation-gauge");
  element.document = document;
  host.append(element);
}
</script>`;

const timing = `<script>
globalThis.shift = 0;
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: "layout-shift", buffered: true });
globalThis.finished = () => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { globalThis.painted = performance.now(); console.debug("painted"); };
  port2.postMessage(0);
});
</script>`;
const page = (before, inside, after) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bench</title><link rel="icon" href="data:,">
${timing}${before}
<body style="margin:8px;font-family:sans-serif"><div id="host" style="width:600px;margin:auto">${inside}</div>
${after}
</html>`;
/** The page of one contender. @param site what `vitrine site` made, for one figure */
function pageOf(name, site) {
  if (name === "served") {
    const own = readFileSync(join(site.folder, "embed/figures.html"), "utf8");
    return own
      .replace(/(\s(?:src|href|srcset)=")\.\.\//g, "$1/site/")
      .replace("<head>", `<head>${timing}`)
      .replace("<main", '<main id="host"')
      .replace("</main>", "</main><script>finished()</script>");
  }
  if (name !== "vitrine") return page("", "", '<script type="module" src="entry.js"></script>');
  return site ? page(drawn(1), site.snippet, "") : page("", "", many);
}

const types = {
  html: "text/html",
  json: "application/json",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
};

/** Serves every contender in a folder of its own, and ours as a site, compressed as a content network would. */
async function serve(bundles, many) {
  const squeezed = new Map();
  let site;
  const read = (name, rest) => {
    if (name === "site") return readFileSync(join(site.folder, ...rest));
    if (name === "elements") return readFileSync(join(elements, ...rest));
    const [file] = rest;
    if (file === "") return pageOf(name, site);
    return file === "figures.json" ? JSON.stringify(many ? documents : original) : bundles.get(name);
  };
  const server = createServer((request, response) => {
    const [, name, ...rest] = new URL(request.url, "http://localhost").pathname.split("/");
    const [, ending = "html"] = /\.(\w+)$/.exec(rest.at(-1)) ?? [];
    if (!squeezed.has(request.url)) squeezed.set(request.url, ending === "png" ? read(name, rest) : brotliCompressSync(read(name, rest)));
    const encoding = ending === "png" ? {} : { "content-encoding": "br" };
    response.writeHead(200, { "content-type": types[ending], ...encoding, "cache-control": "no-store" });
    response.end(squeezed.get(request.url));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  if (!many) site = await published(address);
  return {
    address,
    squeezed,
    close: () => {
      server.close();
      site?.end();
    },
  };
}

/** Lighthouse's slow 4G: 150 ms to and fro, 1.6 Mbit/s down. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** Builds everything, and gives back how to measure one contender once. */
export async function prepare(many) {
  await must("The elements do not compile.", tool("typescript/bin/tsc", ["-b", "packages/widgets", "packages/static"]));
  await buildElements();
  const bundles = new Map();
  for (const name of contenders) if (!["vitrine", "served"].includes(name)) bundles.set(name, await bundle(name));
  const { address, close, squeezed } = await serve(bundles, many);
  const { executablePath, headless } = await findChrome();
  const browser = await launch({
    executablePath,
    headless,
    protocolTimeout: 600_000,
    args: [...chromeArguments, "--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });

  async function measure(name, { slowdown = 1, slowLine = false, picture = false } = {}) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1000, height: 900 });
    const client = await page.createCDPSession();
    // Time of the thread, so that what others do on the machine is not counted.
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    if (slowLine) await client.send("Network.enable");
    if (slowLine) await client.send("Network.emulateNetworkConditions", slow4g);
    await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const scripts = new Set();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) scripts.add(pathname);
    });
    const painted = new Promise((resolve) => page.on("console", (message) => message.text() === "painted" && resolve()));
    await page.goto(`${address}/${name}/`, { timeout: 120_000 });
    await painted;
    const work = async () => (await client.send("Performance.getMetrics")).metrics.find((one) => one.name === "TaskDuration").value * 1000;
    const cpu = await work();
    const result = await page.evaluate(() => {
      gc();
      return { painted: globalThis.painted, shift: globalThis.shift, heap: performance.memory.usedJSHeapSize / 1e6 };
    });
    if (picture) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${many ? "page" : "embed"}-${name}.png`) });
      const said = await page.evaluate(() => {
        const host = globalThis.document.getElementById("host");
        const words = (node) =>
          [...node.querySelectorAll("*")].map((one) => (one.shadowRoot ? words(one.shadowRoot) : "")).join("") + node.textContent;
        const pictures =
          [...host.querySelectorAll("svg, canvas")].length +
          [...host.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot?.querySelector("svg")).length;
        return { words: words(host), pictures };
      });
      if (!said.words.includes(original.title) || said.pictures < (many ? 100 : 1)) throw new Error(`${name} did not draw what was asked`);
    }
    await context.close();
    const bytes = [...scripts].reduce((sum, path) => sum + squeezed.get(path).length, 0) / 1000;
    return { ...result, cpu, bytes };
  }
  const version = await browser.version();
  return {
    address,
    measure,
    version,
    async end() {
      await browser.close();
      close();
    },
  };
}
