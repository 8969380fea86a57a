// npm run bench -- page: a hundred gauges on one page, by us and by others, in one run.
import { cpus, loadavg } from "node:os";
import { contenders as all, peers, prepare } from "../embed/pages.mjs";
import { table, titles } from "../embed/told.mjs";

const contenders = all.filter((name) => name !== "served");
const repeats = Number(process.env.BENCH_REPEATS ?? 5);

/** The part of `results.md` about many figures on one page. @param versions of what is compared, by package */
export async function report(versions) {
  const pages = await prepare(true);
  const runs = new Map(contenders.map((name) => [name, []]));
  for (const name of contenders) await pages.measure(name, { picture: true });
  for (let time = 0; time < repeats; time++)
    for (const name of time % 2 ? [...contenders].reverse() : contenders) {
      const { painted, cpu, heap } = await pages.measure(name);
      runs.get(name).push({ painted, cpu, heap });
    }
  await pages.end();
  const columns = { painted: "all painted, ms", cpu: "CPU, ms", heap: "heap, MB" };
  const { text, ratios } = table({ runs, columns, peers, titles: titles(versions) });
  return `# A hundred gauges on one page

Written by \`npm run bench -- page\`: medians of ${repeats} rounds, contenders in turn, each in a new context of ${pages.version} on ${cpus().length} processors
(${cpus()[0].model.trim()}; load at the end ${loadavg()[0].toFixed(1)}). In brackets: against the best of the others. A hundred gauges of the size of a small
figure, each from a document of its own, all in one file.

${text}

- Wanted: all painted 0.8, heap 0.8. Reached: all painted ${ratios.painted}, heap ${ratios.heap}.
- All painted: from the request of the page until the last figure is painted. Heap: after garbage collection, all that the page holds.
- What falls short, and why. All painted: a trace of ours has some 350 ms of scripts, of which more than half copies templates and sets attributes and an
  eighth checks the documents, 115 ms of layout (3,000 texts in the drawings), 95 of styles, 36 of the layout tree. Our script's time is 80 ms longer on
  the clock than on its processor: collection of memory and compiling take the other one. Runs differ: 0.84, 0.87 and 0.98 were measured.
`;
}
