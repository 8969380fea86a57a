const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const columns = {
  first: "first paint, ms",
  median: "frame, ms, median",
  p95: "frame, p95",
  hover: "hover, ms, median",
  hover95: "hover, p95",
  missed: "missed of 50",
  heap: "heap, MB",
  bytes: "brotli, kB",
};
const floors = ["arcs", "stamped"];
const wanted = { first: 0.5, p95: 0.25, heap: 0.5, bytes: 1 };

export const titles = (versions) => ({
  vitrine: "cs-school-access-map",
  leaflet: `leaflet ${versions.leaflet}, canvas`,
  maplibre: `maplibre-gl ${versions["maplibre-gl"]}, software WebGL`,
  deck: `deck.gl ${versions["@deck.gl/core"]}, software WebGL`,
  echarts: `echarts ${versions.echarts}, large scatter`,
  plot: `Plot ${versions["@observablehq/plot"]}`,
  "vega-lite": `Vega-Lite ${versions["vega-lite"]}, canvas`,
  arcs: "floor: arcs on a canvas",
  stamped: "floor: stamped pixels",
});

const line = (cells) => `| ${cells.join(" | ")} |`;

function table(all, names, unable, size) {
  const keys = Object.keys(columns);
  const medians = new Map(
    [...all].flatMap(([name, times]) =>
      times.length > 0
        ? [[name, Object.fromEntries(keys.map((key) => [key, key in times[0] ? middle(times.map((one) => one[key])) : undefined]))]]
        : [],
    ),
  );
  const peers = [...medians.keys()].filter((name) => name !== "vitrine" && !floors.includes(name));
  const best = Object.fromEntries(keys.map((key) => [key, Math.min(...peers.map((name) => medians.get(name)[key] ?? Infinity))]));
  const ratio = (name, key) => medians.get(name)[key] / best[key];
  const cell = (name, key) => {
    const value = medians.get(name)[key];
    if (value === undefined) return "–";
    return key === "missed"
      ? String(value)
      : `${value.toFixed(1)}${Number.isFinite(ratio(name, key)) ? ` (${ratio(name, key).toFixed(2)})` : ""}`;
  };
  const rows = [...all.keys()].map((name) =>
    medians.has(name)
      ? line([names[name], ...keys.map((key) => cell(name, key))])
      : line([names[name], unable.get(`${name} ${size}`) ?? "not run", ...keys.slice(1).map(() => "")]),
  );
  const text = [line(["", ...Object.values(columns)]), line(["---", ...keys.map(() => "---:")]), ...rows].join("\n");
  return {
    text,
    ours: medians.get("vitrine"),
    ratios: Object.fromEntries(keys.map((key) => [key, medians.has("vitrine") ? ratio("vitrine", key) : NaN])),
  };
}

const spread = (times, key) => {
  const values = times.map((one) => one[key]).sort((a, b) => a - b);
  return `${values[0].toFixed(1)} to ${values.at(-1).toFixed(1)}`;
};

/** What `results.md` says of the map. */
export function written({ versions, version, runs, unable, repeats, machine: { cpus, load } }) {
  const names = titles(versions);
  const sizes = [...runs.keys()];
  const tables = new Map(sizes.map((size) => [size, table(runs.get(size), names, unable, size)]));
  const largest = Math.max(...sizes);
  const { ratios, ours } = tables.get(largest);
  const times = runs.get(largest).get("vitrine");
  const busy = load > cpus.length ? ": more than there are processors, so times are of a busy machine" : "";
  const number = (value) => value.toLocaleString("en");
  const reached = Object.entries(wanted).map(
    ([key, most]) => `${columns[key].replace(/,.*/, "")} ${ratios[key]?.toFixed(2)} (wanted ${most})`,
  );
  return `# Schools on a map

Written by \`npm run bench -- map\`: medians of ${repeats} ${repeats === 1 ? "round" : "rounds"}, contenders in turn, each in a new context of ${version} on ${cpus.length} processors
(${cpus[0].model.trim()}; load at the end ${load.toFixed(1)}${busy}). All take the same document of invented schools in the counties of one state and
paint them on 800 pixels, coloured by status. In brackets: against the best of the others. A screenshot of each must have the blue of the schools that
offer wherever such schools stand (squares of 64 pixels; nine of ten).

${sizes.map((size) => `## ${number(size)} schools\n\n${tables.get(size).text}`).join("\n\n")}

${
  ours
    ? `- Wanted and reached with ${number(largest)} schools: ${reached.join(", ")}; hover ${ours.hover?.toFixed(1)} ms (wanted 1.5), missed ${ours.missed} (wanted 0).
- Ours, least to most: first paint ${spread(times, "first")} ms, p95 of frames ${spread(times, "p95")} ms.
`
    : ""
}- First paint: from the document as an object until the schools are painted. Ours checks the whole document in that time, draws the counties under the
  schools, title, sentence, legend and filters, and lists the schools beside the map; the others paint dots, and no land.
- Ours joins schools that would cover each other into a disc with their number; the others paint each over the others.
- Frame: from the act until it is painted, at least until the next frame of the screen (16.7 ms); twenty steps of zoom in, twenty to and fro, twenty out.
- Hover: from the pointer's move over a school until a school, or the disc it is a part of, is named. The two floors do not look for schools.
- Heap: what the map adds to a page that holds the document, buffers and workers with it, after garbage collection.
- Bytes: every script fetched, minified, brotli at its highest. Ours are the files any page loads, with what they fetch in two and a half seconds.
- What falls short, and why. Bytes: ours are checks, list, filters, search and words as well as a map; Leaflet is a map. Hover: pointing
  costs a search through the marks, two rings and the name, which is placed without being measured. With 3,000 schools Plot is painted first, for want of anything to check, list or join. First paint with 100,000: a profile
  found a quarter of the time in checking the document, a sixth in joining schools, a tenth in placing them; names are put in order after it.
- Leaflet's and our figures are of a browser without a graphics card; MapLibre and deck.gl run in one that computes WebGL on the processor (SwiftShader):
  with a graphics card they are much faster than here. Plot has no zoom: each view is another plot. Vega-Lite and ECharts have axes and no projection.
`;
}
