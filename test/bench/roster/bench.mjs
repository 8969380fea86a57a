// The same 50,000 rows in our table and in three others, in one run of one browser.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch } from "puppeteer-core";
import { tsImport } from "tsx/esm/api";
import { build } from "vite";
import { chromeArguments, findChrome } from "../../../.scripts/browser.mjs";
import { elements as buildElements } from "../../../.scripts/build.mjs";
import { must, tool } from "../../../.scripts/run.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = fileURLToPath(new URL("../../../packages/widgets/elements/", import.meta.url));
const candidates = ["vitrine", "ag-grid", "tabulator", "tanstack"];
const repeats = Number(process.env.BENCH_REPEATS ?? 5);
const size = 50_000;

/** The files of one candidate by name, minified like our elements, and the one to begin with. */
async function bundle(name) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(here, `${name}.mjs`), formats: ["es"], fileName: "entry" },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  });
  const files = new Map(output.map(({ fileName, code, source }) => [fileName, code ?? source]));
  return { entry: output.find(({ isEntry }) => isEntry).fileName, files };
}

/** What a page asks for: the roster, a candidate's files, and of ours the elements as they are built for any page. */
function serve(bundles, roster) {
  const server = createServer((request, response) => {
    const [, name, file] = request.url.split("/");
    response.setHeader("cache-control", "no-store");
    if (file === "") {
      response.setHeader("content-type", "text/html");
      return response.end(
        '<!doctype html><meta charset="utf-8"><title>bench</title><body style="margin:0"><div id="host" style="width:1320px"></div>',
      );
    }
    response.setHeader("content-type", file === "roster.json" ? "application/json" : "text/javascript");
    const body =
      file === "roster.json" ? roster : name === "elements" ? readFileSync(join(folder, file)) : bundles.get(name)?.files.get(file);
    if (!body) response.statusCode = 404;
    return response.end(body);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** One page, one candidate, once. */
async function measure(browser, address, name, entry) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  const scripts = new Map();
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), await response.buffer().catch(() => undefined));
  });
  /** Kilobytes over the wire of every script the page has fetched so far. */
  const fetched = () => [...scripts.values()].reduce((sum, code) => sum + brotliCompressSync(code).length, 0) / 1000;
  await page.goto(`${address}/${name}/`, { timeout: 120_000 });
  const first = await page.evaluate(async (entry) => {
    const wait = (globalThis.wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    const frame = (globalThis.frame = () => new Promise((resolve) => requestAnimationFrame(resolve)));
    const painted = (globalThis.painted = async () => {
      await frame();
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    });
    const document = (globalThis.roster = await (await fetch("roster.json")).json());
    const table = (globalThis.table = await import(`./${entry}`));
    await wait(300);
    gc();
    const before = performance.memory.usedJSHeapSize;
    /** Milliseconds until what is in the first row is as wanted, and painted. */
    const timed = (globalThis.timed = async (act, holds) => {
      const from = performance.now();
      await act();
      for (const end = from + 20_000; !holds(table.first()?.trim() ?? "") && performance.now() < end;) await frame();
      if (!holds(table.first()?.trim() ?? "")) throw new Error("the rows never came");
      await painted();
      return performance.now() - from;
    });
    const names = document.rows.teacher;
    const rows = await timed(
      () => table.start(globalThis.document.getElementById("host"), document),
      (first) => first.startsWith(names[0]),
    );
    await wait(2500);
    gc();
    return { rows, heap: (performance.memory.usedJSHeapSize - before) / 1e6 };
  }, entry);
  const bytes = fetched();
  const rest = await page.evaluate(async () => {
    const { roster, table, wait, frame, painted, timed } = globalThis;
    const names = roster.rows.teacher;
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
    return { sort, filter, median: frames[90], p95: frames[171] };
  });
  await page.close();
  return { ...first, ...rest, bytes };
}

const keys = ["rows", "sort", "filter", "median", "p95", "heap", "bytes"];
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The part of `results.md` about the roster. @param versions of what is compared, by package */
export async function report(versions) {
  await must("The elements do not compile.", tool("typescript/bin/tsc", ["-b", "packages/widgets"]));
  await buildElements();
  const { rosterOf } = await tsImport("../../helpers/roster.ts", import.meta.url);
  const roster = JSON.stringify(rosterOf({ rows: size, districts: 200 }));
  const bundles = new Map(await Promise.all(candidates.map(async (name) => [name, await bundle(name)])));
  const server = await serve(bundles, roster);
  const { executablePath, headless } = await findChrome();
  const browser = await launch({
    executablePath,
    headless,
    protocolTimeout: 600_000,
    args: [...chromeArguments, "--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });
  const runs = new Map(candidates.map((name) => [name, []]));
  const loads = [];
  for (let time = 0; time < repeats; time++)
    for (const name of candidates) {
      const figures = await measure(browser, `http://127.0.0.1:${server.address().port}`, name, bundles.get(name).entry);
      runs.get(name).push(figures);
      loads.push(loadavg()[0]);
      console.log(name, JSON.stringify(figures));
    }
  const version = await browser.version();
  await browser.close();
  server.close();
  return written(versions, version, runs, middle(loads));
}

function written(versions, version, runs, load) {
  const results = new Map(
    [...runs].map(([name, all]) => [name, Object.fromEntries(keys.map((key) => [key, middle(all.map((run) => run[key]))]))]),
  );
  const best = Object.fromEntries(keys.map((key) => [key, Math.min(...[...results.values()].map((result) => result[key]))]));
  const title = {
    vitrine: "cs-roster-table",
    "ag-grid": `ag-grid-community ${versions["ag-grid-community"]}`,
    tabulator: `tabulator-tables ${versions["tabulator-tables"]}`,
    tanstack: `@tanstack/lit-table ${versions["@tanstack/lit-table"]}, a plain window`,
  };
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const busy = load > cpus().length ? ": more than there are processors, so times are of a busy machine" : "";
  return `# A roster of ${size.toLocaleString("en")} rows

Written by \`npm run bench -- roster\`: the median of ${repeats} runs, candidates in turn, each in a new page of ${version} on ${cpus().length} processors
(${cpus()[0].model.trim()}; load in the middle ${load.toFixed(1)}${busy}). All take the same document,
show the same nine columns, sort the names with the same Intl.Collator and search in folded text. In brackets: how many times the best.

${line(["", "first rows, ms", "text sort, ms", "filter, ms", "scroll frame, ms, median", "p95", "heap, MB", "brotli, kB"])}
${line(["---", ...keys.map(() => "---:")])}
${[...results].map(([name, result]) => line([title[name], ...keys.map((key) => `${result[key].toFixed(1)} (${(result[key] / best[key]).toFixed(2)})`)])).join("\n")}

- First rows: from the document as an object to painted rows. cs-roster-table checks the whole document in that time, as it always does; the others
  are given row objects made of it in that time.
- Sort and filter: from the call to painted rows, half a second or more after the page came to rest.
- Scroll frame: from setting the position, 360 pixels on, to the painted frame; 180 of them.
- Heap: what the table adds to a page that holds the document, after garbage collection.
- Bytes: every script the page has fetched two and a half seconds after the first rows, minified, brotli at its highest. Ours are the files any page
  loads: the table, and with it the checks of the document, the refusal to be public, title, source and notes, filters with numbers, and words.
  The others are their leanest import that does the work of the other columns, and none of that.
`;
}
