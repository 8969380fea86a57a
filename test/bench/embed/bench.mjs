// npm run bench -- embed: one gauge on one page, by us and by others, in one run.
import { cpus, loadavg } from "node:os";
import { contenders, peers, prepare } from "./pages.mjs";
import { middle, ninetyFifth, table, titles } from "./told.mjs";

const repeats = Number(process.env.BENCH_REPEATS ?? 7);

/** The part of `results.md` about one embedded figure. @param versions of what is compared, by package */
export async function report(versions) {
  const pages = await prepare(false);
  const runs = new Map(contenders.map((name) => [name, []]));
  for (const name of contenders) await pages.measure(name, { picture: true });
  for (let time = 0; time < repeats; time++)
    for (const name of time % 2 ? [...contenders].reverse() : contenders) {
      const plain = await pages.measure(name);
      const four = await pages.measure(name, { slowdown: 4 });
      const line = await pages.measure(name, { slowdown: 4, slowLine: true });
      runs.get(name).push({ bytes: plain.bytes, one: plain.cpu, four: four.cpu, painted: line.painted, shift: line.shift });
    }
  await pages.end();
  const columns = {
    bytes: "scripts, kB brotli",
    one: "CPU, ms",
    four: "CPU at 4x, ms",
    painted: "painted, slow 4G and 4x, ms",
    shift: "layout shift",
  };
  const { text, ratios } = table({ runs, columns, peers, titles: titles(versions) });
  return `# One gauge on one page

Written by \`npm run bench -- embed\`: medians of ${repeats} rounds, contenders in turn, each in a new context of ${pages.version} on ${cpus().length} processors
(${cpus()[0].model.trim()}; load at the end ${loadavg()[0].toFixed(1)}). In brackets: against the best of the others. All take the same document and show its title, sentence,
stages, share, groups and source. Ours has besides: checks of the document, table, notes, menu, keyboard, dark, languages.

${text}

- Wanted: bytes 0.45, CPU at 4x 0.7, painted 0.6. Reached: bytes ${ratios.bytes}, CPU at 4x ${ratios.four}, painted ${ratios.painted}.
- 95th percentile of painted: ${contenders.map((name) => `${titles(versions)[name]} ${ninetyFifth(runs.get(name).map(({ painted }) => painted)).toFixed(0)}`).join(", ")}; median of ours ${middle(runs.get("vitrine").map(({ painted }) => painted)).toFixed(0)}.
- CPU: what the page's main thread worked from the request until the picture was painted. Slow 4G: 150 ms to and fro, 1.6 Mbit/s; everything comes
  compressed with brotli from this machine, nothing is cached.
- cs-implementation-gauge is what the gallery gives to copy: the scripts and the document are named in the markup and fetched together; an image
  of the picture stands there meanwhile. Served in the markup: the figure's own page, as a frame shows it; painted when the page and its style are
  there, before any script.
- Plot has no arcs: its stages are a bar. ApexCharts is the last version under the MIT licence. "By hand" is markup for this picture alone: the floor.
- What falls short, and why. CPU at 4x: a trace of ours has two layouts, of the figure that stands in the markup until the drawing comes and of the
  drawing, three tenths of the time with their styles; a quarter is checking, drawing and setting attributes; five requests, where others have two. What slows
  the processor is itself uneven: Plot took 490 to 590 ms in runs of one day, so that ours was 0.70 to 0.89 of the best, and 0.59 to 0.66 at full speed.
`;
}
