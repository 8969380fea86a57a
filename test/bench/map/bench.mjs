// npm run bench -- map: the same schools on a map by us and by others, in one run. BENCH_REPEATS, BENCH_SIZES and BENCH_ONLY make rounds short.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch } from "puppeteer-core";
import { build } from "vite";
import { chromeArguments, findChrome } from "../../../.scripts/browser.mjs";
import { elements as buildElements } from "../../../.scripts/build.mjs";
import { must, tool } from "../../../.scripts/run.mjs";
import { covered } from "./picture.mjs";
import { written } from "./told.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = fileURLToPath(new URL("../../../packages/", import.meta.url));
const shots = fileURLToPath(new URL("../../../.vitrine/bench/", import.meta.url));
const contenders = ["vitrine", "leaflet", "maplibre", "deck", "echarts", "plot", "vega-lite", "arcs", "stamped"];
/** They draw with WebGL, which has no graphics card here: their browser computes it (SwiftShader). */
const webgl = new Set(["maplibre", "deck"]);
const only = process.env.BENCH_ONLY?.split(",") ?? contenders;
const sizes = process.env.BENCH_SIZES?.split(",").map(Number) ?? [3_000, 30_000, 100_000];
const repeats = Number(process.env.BENCH_REPEATS ?? 5);

/** The one script of a contender, minified like our elements. */
async function bundle(name) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(here, `${name}.mjs`), formats: ["es"], fileName: "entry" },
      rolldownOptions: { output: { minify: true, comments: false, codeSplitting: false } },
    },
  });
  return output.find(({ isEntry }) => isEntry).code;
}

/** MapLibre starts workers from files of its own. */
const worker = (file) => readFileSync(join(here, "../node_modules/maplibre-gl/dist", file));

function serve(bundles, documents) {
  // As they are now: whoever builds them anew meanwhile changes nothing here.
  const elements = new Map(
    readdirSync(join(packages, "widgets/elements"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        relative(join(packages, "widgets/elements"), join(parentPath, name)),
        readFileSync(join(parentPath, name)),
      ]),
  );
  const body = (name, file) => {
    if (file === "") return '<!doctype html><meta charset="utf-8"><title>bench</title><body style="margin:0"><div id="host"></div>';
    if (name === "elements") return elements.get(file);
    if (file.startsWith("maplibre-gl-")) return worker(file);
    return file === "entry.js" ? bundles.get(name) : documents.get(file);
  };
  const types = { js: "text/javascript", mjs: "text/javascript", json: "application/json" };
  const server = createServer((request, response) => {
    const [, name, ...path] = request.url.split("/");
    const file = path.join("/");
    const told = {
      "content-type": types[file.split(".").at(-1)] ?? "text/html",
      "cache-control": file.startsWith("geometry/") ? "max-age=3600" : "no-store",
      // So that a page may ask for the memory of all its parts.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    };
    try {
      const found = body(name, file);
      response.writeHead(found === undefined ? 404 : 200, told);
      response.end(found);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const onPage = {
  /** What the page keeps, workers and buffers with it, in megabytes. */
  memory: async () => {
    gc();
    return (await performance.measureUserAgentSpecificMemory()).bytes / 1e6;
  },
  prepare: () => {
    globalThis.wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    globalThis.frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    globalThis.painted = async () => {
      await frame();
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    };
  },
  load: async (file) => {
    globalThis.figures = await (await fetch(file)).json();
    globalThis.contender = await import(new URL("entry.js", location.href).href);
    await fetch("/elements/geometry/us-48.json").then((answer) => answer.text());
    await wait(300);
  },
  first: async () => {
    const from = performance.now();
    await contender.start(document.getElementById("host"), figures);
    await painted();
    return performance.now() - from;
  },
  /** Zooms in, moves aside, zooms out: sixty frames, each from the reader's act until it is painted. */
  frames: async () => {
    const acts = [
      ...Array.from({ length: 20 }, () => () => contender.zoom(1.035)),
      ...Array.from({ length: 20 }, (_, at) => () => contender.pan(at < 10 ? -12 : 12)),
      () => (contender.release?.(), contender.zoom(1 / 1.035)),
      ...Array.from({ length: 19 }, () => () => contender.zoom(1 / 1.035)),
    ];
    const costs = [];
    for (const act of acts) {
      await frame();
      const from = performance.now();
      act();
      await painted();
      costs.push(performance.now() - from);
    }
    costs.sort((a, b) => a - b);
    return { median: costs[29], p95: costs[56] };
  },
  /** Points at fifty schools: how long until one is named, and how often none is. */
  hovers: async () => {
    const { schools } = figures;
    const count = 50;
    const send = ([clientX, clientY]) => {
      let target = document.elementFromPoint(clientX, clientY);
      while (target?.shadowRoot) target = target.shadowRoot.elementFromPoint(clientX, clientY) ?? target.shadowRoot.firstElementChild;
      if (!target) return;
      const told = { clientX, clientY, bubbles: true, composed: true, cancelable: true, view: window };
      target.dispatchEvent(new PointerEvent("pointermove", { ...told, pointerType: "mouse", pointerId: 1 }));
      target.dispatchEvent(new MouseEvent("mousemove", told));
    };
    const times = [];
    let missed = 0;
    const corner = document.getElementById("host").getBoundingClientRect();
    for (let at = 0; at < count; at++) {
      send([corner.left + 3, corner.top + 3]);
      await wait(45);
      contender.forget();
      const spot = contender.spotOf(Math.floor(((at + 0.5) * schools.id.length) / count));
      const from = performance.now();
      send(spot);
      while (!contender.named() && performance.now() < from + 400) await new Promise((resolve) => setTimeout(resolve));
      if (contender.named()) times.push(performance.now() - from);
      else missed++;
    }
    times.sort((a, b) => a - b);
    return { hover: times[times.length >> 1], hover95: times[Math.ceil(times.length * 0.95) - 1], missed };
  },
  spots: () =>
    figures.schools.status.index.flatMap((status, row) =>
      figures.schools.status.values[status] === "offers" ? [contender.spotOf(row).map(Math.round)] : [],
    ),
};

/** The longest that one contender may take for one round. */
const patience = 2 * 60_000;

/** One page, one contender, once. */
async function measure(browser, address, name, size) {
  const context = await browser.createBrowserContext();
  let late = false;
  const tooLong = setTimeout(() => {
    late = true;
    void context.close();
  }, patience);
  const page = await context.newPage();
  try {
    await page.setViewport({ width: 1240, height: 1000 });
    const scripts = new Map();
    page.on("response", async (response) => {
      const { pathname } = new URL(response.url());
      // Our own adapter is no code of ours that a page would load; that of others is a part of their file, and small.
      if (/\.m?js$/.test(pathname) && pathname !== "/vitrine/entry.js")
        scripts.set(pathname, await response.buffer().catch(() => undefined));
    });
    const failures = [];
    page.on("pageerror", (error) => failures.push(error.message));
    await page.goto(`${address}/${name}/`, { timeout: 120_000 });
    await page.evaluate(onPage.prepare);
    await page.evaluate(onPage.load, `schools-${size}.json`);
    const before = await page.evaluate(onPage.memory);
    const first = await page.evaluate(onPage.first).catch((error) => {
      throw new Error([error.message, ...failures].join("; ").split("\n")[0]);
    });
    await page.evaluate(() => wait(2500));
    const heap = (await page.evaluate(onPage.memory)) - before;
    const bytes = [...scripts.values()].reduce((sum, code) => sum + (code ? brotliCompressSync(code).length : 0), 0) / 1000;
    const png = await page.screenshot();
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `map-${name}-${size}.png`) });
    const ink = await page.evaluate(covered, Buffer.from(png).toString("base64"), await page.evaluate(onPage.spots));
    if (ink < 0.9) throw new Error(`only ${Math.round(100 * ink)} % of where schools are is painted`);
    const floor = await page.evaluate(() => !contender.named);
    const hovers = floor ? {} : await page.evaluate(onPage.hovers);
    const frames = await page.evaluate(onPage.frames);
    return { first, heap, bytes, ...hovers, ...frames };
  } catch (error) {
    throw late ? new Error("not done in two minutes") : error;
  } finally {
    clearTimeout(tooLong);
    if (!late) await context.close();
  }
}

/** The part of `results.md` about the map. @param versions of what is compared, by package */
export async function report(versions) {
  await must("The elements do not compile.", tool("typescript/bin/tsc", ["-b", "packages/widgets"]));
  await buildElements();
  const { documentOf } = await import("./schools.mjs");
  const documents = new Map(sizes.map((size) => [`schools-${size}.json`, JSON.stringify(documentOf(size))]));
  const chosen = contenders.filter((name) => only.includes(name));
  const bundles = new Map();
  for (const name of chosen) bundles.set(name, await bundle(name));
  const server = await serve(bundles, documents);
  const { executablePath, headless } = await findChrome();
  const start = (args) =>
    launch({
      executablePath,
      headless,
      protocolTimeout: 600_000,
      args: [...args, "--js-flags=--expose-gc", "--enable-blink-features=ForceEagerMeasureMemory"],
    });
  const plain = await start(chromeArguments);
  const software = chromeArguments.filter((one) => one !== "--disable-gpu");
  const drawing = await start([...software, "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]);
  const runs = new Map(sizes.map((size) => [size, new Map(chosen.map((name) => [name, []]))]));
  const unable = new Map();
  // A browser's first page is slower than all that follow, whoever has it.
  await measure(plain, `http://127.0.0.1:${server.address().port}`, chosen[0], sizes[0]).catch(() => undefined);
  for (let time = 0; time < repeats; time++)
    for (const size of sizes)
      for (const name of time % 2 ? [...chosen].reverse() : chosen) {
        if (unable.has(`${name} ${size}`)) continue;
        try {
          const figures = await measure(webgl.has(name) ? drawing : plain, `http://127.0.0.1:${server.address().port}`, name, size);
          runs.get(size).get(name).push(figures);
          console.log(
            size,
            name,
            JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value)),
          );
        } catch (error) {
          console.log(size, name, error.message);
          unable.set(`${name} ${size}`, error.message.split("\n")[0]);
        }
      }
  const version = await plain.version();
  await plain.close();
  await drawing.close();
  server.close();
  return written({ versions, version, runs, unable, repeats, machine: { cpus: cpus(), load: loadavg()[0] } });
}
