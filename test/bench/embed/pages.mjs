// Pages of one or of many gauges, by us and by others, each as its own documentation says, in one browser.
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch } from "puppeteer-core";
import { build } from "vite";
import { chromeArguments, findChrome } from "../../../.scripts/browser.mjs";
import { elements as buildElements } from "../../../.scripts/build.mjs";
import { must, tool } from "../../../.scripts/run.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const elements = fileURLToPath(new URL("../../../packages/widgets/elements/", import.meta.url));
const shots = fileURLToPath(new URL("../../../.vitrine/bench/", import.meta.url));
export const peers = ["chartjs", "plot", "vega-embed", "echarts", "apexcharts"];
export const contenders = ["vitrine", "hand", ...peers];

export const original = JSON.parse(readFileSync(new URL("../../documents/implementation/typical.json", import.meta.url), "utf8"));
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

/** Ours: the snippet of the gallery for one figure; for many, the elements with their documents as properties. */
const ours = (many) => `<script>
let missing = ${many ? 100 : 1};
addEventListener("vitrine-drawn", () => --missing || finished());
</script>
<script type="module" src="/elements/vitrine.js"></script>${
  many
    ? `<script type="module">
for (const document of await (await fetch("figures.json")).json()) {
  const element = globalThis.document.createElement("cs-implementation-gauge");
  element.document = document;
  host.append(element);
}
</script>`
    : ""
}`;

const page = (name, many) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<script>
globalThis.shift = 0;
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: "layout-shift", buffered: true });
globalThis.finished = () => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { globalThis.painted = performance.now(); console.debug("painted"); };
  port2.postMessage(0);
});
</script>
<body style="margin:8px;font-family:sans-serif"><div id="host" style="width:600px;margin:auto">${name === "vitrine" && !many ? '<cs-implementation-gauge src="figures.json"></cs-implementation-gauge>' : ""}</div>
${name === "vitrine" ? ours(many) : '<script type="module" src="entry.js"></script>'}
</html>`;

/** Serves every contender in a folder of its own, compressed as a content network would. */
async function serve(bundles, many) {
  const squeezed = new Map();
  const server = createServer((request, response) => {
    const [, name, file] = request.url.split("/");
    const kind = file === "" ? "text/html" : file.endsWith(".json") ? "application/json" : "text/javascript";
    const body =
      file === ""
        ? page(name, many)
        : file === "figures.json"
          ? JSON.stringify(many ? documents : original)
          : name === "elements"
            ? readFileSync(join(elements, file))
            : bundles.get(name);
    if (!squeezed.has(request.url)) squeezed.set(request.url, brotliCompressSync(body));
    response.writeHead(200, { "content-type": kind, "content-encoding": "br", "cache-control": "no-store" });
    response.end(squeezed.get(request.url));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close(), squeezed };
}

/** Lighthouse's slow 4G: 150 ms to and fro, 1.6 Mbit/s down. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** Builds everything, and gives back how to measure one contender once. */
export async function prepare(many) {
  await must("The elements do not compile.", tool("typescript/bin/tsc", ["-b", "packages/widgets"]));
  await buildElements();
  const bundles = new Map();
  for (const name of contenders) if (name !== "vitrine") bundles.set(name, await bundle(name));
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
    await client.send("Performance.enable");
    if (slowLine) await client.send("Network.enable");
    if (slowLine) await client.send("Network.emulateNetworkConditions", slow4g);
    await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const scripts = new Set();
    page.on("response", (response) => response.request().resourceType() === "script" && scripts.add(new URL(response.url()).pathname));
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
