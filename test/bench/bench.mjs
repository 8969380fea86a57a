// npm run bench -- roster, or images: the same work by us and by others, in one run. Installs the others on demand, beside this file only.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch } from "puppeteer-core";
import { tsImport } from "tsx/esm/api";
import { build } from "vite";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { keepResult } from "./results.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const candidates = ["vitrine", "ag-grid", "tabulator", "tanstack"];
const repeats = Number(process.env.BENCH_REPEATS ?? 5);
const size = 50_000;

if (!["roster", "images"].includes(process.argv[2])) {
  console.error("Say what to measure: npm run bench -- roster, or images");
  process.exit(2);
}
const versions = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies;
if (!Object.keys(versions).every((name) => existsSync(join(here, "node_modules", name)))) {
  console.log("Installing what is compared, in test/bench alone.");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
if (process.argv[2] === "images") {
  const { report } = await import("./images/bench.mjs");
  keepResult(report(versions));
  console.log(report(versions));
  process.exit(0);
}

/** Files of one candidate by name, and the bytes a page loads to show its table. */
async function bundle(name) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, target: "es2022", lib: { entry: join(here, `roster/${name}.mjs`), formats: ["es"], fileName: "entry" } },
  });
  const chunks = new Map(output.map((file) => [file.fileName, file]));
  const entry = output.find((file) => file.isEntry);
  const needed = new Set([entry.fileName]);
  for (const file of needed) for (const next of chunks.get(file)?.imports ?? []) needed.add(next);
  const bytes = [...needed].reduce((sum, file) => sum + brotliCompressSync(chunks.get(file).code).length, 0);
  return { entry: entry.fileName, files: new Map([...chunks].map(([file, { code, source }]) => [file, code ?? source])), bytes };
}

const { rosterOf } = await tsImport("../helpers/roster.ts", import.meta.url);
const roster = JSON.stringify(rosterOf({ rows: size, districts: 200 }));
const bundles = new Map(await Promise.all(candidates.map(async (name) => [name, await bundle(name)])));

const server = createServer((request, response) => {
  const [, name, file] = request.url.split("/");
  response.setHeader("cache-control", "no-store");
  if (file === "") {
    response.setHeader("content-type", "text/html");
    return response.end(
      '<!doctype html><meta charset="utf-8"><title>bench</title><body style="margin:0"><div id="host" style="width:1200px"></div>',
    );
  }
  response.setHeader("content-type", file === "roster.json" ? "application/json" : "text/javascript");
  const body = file === "roster.json" ? roster : bundles.get(name)?.files.get(file);
  if (!body) response.statusCode = 404;
  return response.end(body);
}).listen(0, "127.0.0.1");
const { executablePath, headless } = await findChrome();
const browser = await launch({
  executablePath,
  headless,
  protocolTimeout: 600_000,
  args: [...chromeArguments, "--js-flags=--expose-gc", "--enable-precise-memory-info"],
});

/** One page, one candidate, once. */
async function measure(name) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1240, height: 900 });
  await page.goto(`http://127.0.0.1:${server.address().port}/${name}/`, { timeout: 120_000 });
  const figures = await page.evaluate(async (entry) => {
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const painted = async () => {
      await frame();
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    };
    const document = await (await fetch("roster.json")).json();
    const table = await import(`./${entry}`);
    await wait(300);
    gc();
    const before = performance.memory.usedJSHeapSize;
    /** Milliseconds until what is in the first row is as wanted, and painted. */
    const timed = async (act, holds) => {
      const from = performance.now();
      await act();
      for (const end = from + 20_000; !holds(table.first()?.trim() ?? "") && performance.now() < end;) await frame();
      if (!holds(table.first()?.trim() ?? "")) throw new Error("the rows never came");
      await painted();
      return performance.now() - from;
    };
    const names = document.rows.teacher;
    const rows = await timed(
      () => table.start(globalThis.document.getElementById("host"), document),
      (first) => first.startsWith(names[0]),
    );
    await wait(2500);
    gc();
    const heap = performance.memory.usedJSHeapSize - before;
    const box = table.scroller();
    const frames = [];
    for (let step = 0; step < 180; step++) {
      await frame();
      const from = performance.now();
      box.scrollTop += 360;
      await painted();
      frames.push(performance.now() - from);
    }
    box.scrollTop = 0;
    await wait(500);
    const { compare } = new Intl.Collator("en-US", { numeric: true });
    const least = names.reduce((one, other) => (compare(other, one) < 0 ? other : one));
    const sort = await timed(
      () => table.sort(),
      (first) => compare(first.slice(0, least.length), least) === 0,
    );
    await wait(500);
    const found = names.filter((one) => one.includes("Núñez")).sort(compare)[0];
    const filter = await timed(
      () => table.filter("nunez"),
      (first) => first.startsWith(found),
    );
    frames.sort((a, b) => a - b);
    return { rows, sort, filter, median: frames[90], p95: frames[171], heap: heap / 1e6 };
  }, bundles.get(name).entry);
  await page.close();
  return figures;
}

const runs = new Map(candidates.map((name) => [name, []]));
for (let time = 0; time < repeats; time++)
  for (const name of candidates) {
    runs.get(name).push(await measure(name));
    console.log(name, JSON.stringify(runs.get(name).at(-1)));
  }
const version = await browser.version();
await browser.close();
server.close();

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const keys = ["rows", "sort", "filter", "median", "p95", "heap"];
const results = new Map(
  candidates.map((name) => [
    name,
    {
      ...Object.fromEntries(keys.map((key) => [key, middle(runs.get(name).map((run) => run[key]))])),
      bytes: bundles.get(name).bytes / 1000,
    },
  ]),
);
const all = [...keys, "bytes"];
const best = Object.fromEntries(all.map((key) => [key, Math.min(...[...results.values()].map((result) => result[key]))]));
const title = {
  vitrine: "cs-roster-table",
  "ag-grid": `ag-grid-community ${versions["ag-grid-community"]}`,
  tabulator: `tabulator-tables ${versions["tabulator-tables"]}`,
  tanstack: `@tanstack/lit-table ${versions["@tanstack/lit-table"]}, a plain window`,
};
const line = (cells) => `| ${cells.join(" | ")} |`;
const text = `# A roster of ${size.toLocaleString("en")} rows

Written by \`npm run bench -- roster\`: the median of ${repeats} runs, candidates in turn, each in a new page of ${version} on ${cpus().length} processors
(${cpus()[0].model.trim()}; load at the end ${loadavg()[1].toFixed(1)}: above the number of processors, times are of a busy machine). All take the same document, sort the names with the same Intl.Collator and search in folded text. In brackets: how
many times the best.

${line(["", "first rows, ms", "text sort, ms", "filter, ms", "scroll frame, ms, median", "p95", "heap, MB", "brotli, kB"])}
${line(["---", ...all.map(() => "---:")])}
${candidates.map((name) => line([title[name], ...all.map((key) => `${results.get(name)[key].toFixed(1)} (${(results.get(name)[key] / best[key]).toFixed(2)})`)])).join("\n")}

- First rows: from the document as an object to painted rows. cs-roster-table checks the whole document in that time, as it always does; the others
  are given row objects made of it in that time.
- Sort and filter: from the call to painted rows, half a second or more after the page came to rest.
- Scroll frame: from setting the position, 360 pixels on, to the painted frame; 180 of them.
- Heap: what the table adds to a page that holds the document, after garbage collection. Bytes: what a page loads for a table that does this; without
  compression by the server it would be more. All are bundled plainly here; the elements' own build is smaller, see
  test/house/size.test.ts. cs-roster-table brings its filters, forms and words in that figure.
`;
keepResult(text);
console.log(text);
