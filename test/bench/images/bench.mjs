// npm run bench -- images: the same picture by us and by others, in one run.
import { fork } from "node:child_process";
import { availableParallelism, cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { colours, height, width } from "./scene.mjs";

const names = ["vitrine", "svg", "satori", "chartjs", "echarts", "vega"];
const peers = ["satori", "chartjs", "echarts", "vega"];
const repeats = Number(process.env.BENCH_REPEATS ?? 15);
const starts = Number(process.env.BENCH_STARTS ?? 5);
const each = 5;

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** A process with one contender, ready to draw. */
function start(name) {
  const child = fork(fileURLToPath(new URL("child.mjs", import.meta.url)), [name], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once("message", resolve);
      child.once("exit", (code) => reject(new Error(`${name} stopped with ${code}`)));
    });
  const ready = answer();
  return {
    name,
    ready,
    async draw(count, picture = false) {
      const answered = answer();
      child.send({ count, picture });
      return answered;
    },
    stop: () => child.kill(),
  };
}

/** What is in a PNG: its size, how much of it is not paper, and how much is of each colour of the ring and the bars. */
function inkOf(png) {
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png}"/></svg>`;
  const bytes = Buffer.from(png, "base64");
  if (bytes.readUInt32BE(16) !== width || bytes.readUInt32BE(20) !== height)
    throw new Error("a picture is not of the size that was asked for");
  const { pixels } = new Resvg(image, { font: { loadSystemFonts: false } }).render();
  const counts = { all: 0, met: 0, started: 0, notStarted: 0 };
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = `#${pixels.subarray(at, at + 3).toString("hex")}`;
    if (colour !== colours.paper) counts.all++;
    for (const key of ["met", "started", "notStarted"]) if (colour === colours[key]) counts[key]++;
  }
  return counts;
}

const running = names.map(start);
const first = new Map();
for (const one of running) {
  await one.ready;
  first.set(one.name, await one.draw(25, true));
}
const inks = new Map(names.map((name) => [name, inkOf(first.get(name).png)]));
for (const [name, counts] of inks)
  for (const [key, count] of Object.entries(counts))
    if (count < 0.6 * inks.get("svg")[key]) throw new Error(`the picture of ${name} lacks ink: ${key}`);

const rounds = new Map(names.map((name) => [name, []]));
for (let time = 0; time < repeats; time++)
  for (const one of time % 2 ? [...running].reverse() : running) rounds.get(one.name).push(await one.draw(each));
for (const one of running) one.stop();

const cold = new Map(names.map((name) => [name, []]));
for (let time = 0; time < starts; time++)
  for (const name of names) {
    const from = performance.now();
    const one = start(name);
    await one.ready;
    await one.draw(1);
    cold.get(name).push(performance.now() - from);
    one.stop();
  }

const results = names.map((name) => {
  const all = rounds.get(name);
  return {
    name,
    rate: middle(all.map(({ milliseconds }) => (1000 * each) / milliseconds)),
    processor: middle(all.map(({ processor }) => processor / each)),
    bytes: middle(all.map(({ bytes }) => bytes / 1000)),
    peak: Math.max(...all.map(({ peak }) => peak)),
    cold: middle(cold.get(name)),
  };
});
const rateOf = (name) => results.find((one) => one.name === name).rate;
const best = Math.max(...peers.map(rateOf));
/** How many times as fast ours is as another: the median of the ratios within one round, for whatever else the machine did, both felt it. */
const against = (name) => middle(rounds.get("vitrine").map(({ milliseconds }, time) => rounds.get(name)[time].milliseconds / milliseconds));
const peer = Math.min(...peers.map(against));
const floor = against("svg");

const line = (cells) => `| ${cells.join(" | ")} |`;
/** @param versions of what is compared, by package */
export const report = (versions) => {
  const title = {
    vitrine: "renderPng",
    svg: "SVG by hand, resvg, our palette PNG",
    satori: `satori ${versions.satori} + resvg`,
    chartjs: `chart.js ${versions["chart.js"]} on @napi-rs/canvas ${versions["@napi-rs/canvas"]}`,
    echarts: `echarts ${versions.echarts} + resvg`,
    vega: `vega ${versions.vega} + resvg`,
  };
  return `# Pictures of ${width} x ${height}

Written by \`npm run bench -- images\`: medians of ${repeats} rounds of ${each} pictures, contenders in turn, each in a process of its own, Node ${process.version} on
${availableParallelism()} processors (${cpus()[0].model.trim()}; load at the end ${loadavg()[1].toFixed(1)}: above the number of processors, times are of a busy machine). One gauge of the same
figures, words, font and size for all; each output is decoded and must have the size and at least 0.6 of the ink of the one drawn by hand. In brackets: pictures a second against
the best of the others (${best.toFixed(1)}).

${line(["", "pictures a second", "processor time, ms", "kB", "peak memory, MB", "cold start, ms"])}
${line(["---", "---:", "---:", "---:", "---:", "---:"])}
${results.map(({ name, rate, processor, bytes, peak, cold }) => line([title[name], `${rate.toFixed(1)} (${(rate / best).toFixed(2)})`, processor.toFixed(1), bytes.toFixed(0), peak.toFixed(0), cold.toFixed(0)])).join("\n")}

- Ours against the best of the others, round by round: ${peer.toFixed(2)} (wanted: 1.3). Ours against an SVG written by hand: ${floor.toFixed(2)} (wanted: 0.9).
- Cold start: from starting the process to the first picture. Ours loads the drawing, the words of two languages and the outlines of maps with it.
- Others write full colours, as they do by default; the one drawn by hand has our palette.
`;
};
