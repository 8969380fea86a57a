export const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const ninetyFifth = (values) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * 0.95) - 1)];

export const titles = (versions) => ({
  vitrine: "cs-implementation-gauge",
  served: "the same, served in the markup",
  hand: "by hand",
  chartjs: `chart.js ${versions["chart.js"]}`,
  plot: `Plot ${versions["@observablehq/plot"]}`,
  "vega-embed": `vega-embed ${versions["vega-embed"]}`,
  echarts: `echarts ${versions.echarts}`,
  apexcharts: `apexcharts ${versions.apexcharts}`,
});

/** A table of medians with the ratio to the best of the peers, and the ratios of ours. */
export function table({ runs, columns, peers, titles }) {
  const keys = Object.keys(columns);
  const medians = new Map(
    [...runs].map(([name, all]) => [name, Object.fromEntries(keys.map((key) => [key, middle(all.map((one) => one[key]))]))]),
  );
  const best = Object.fromEntries(keys.map((key) => [key, Math.min(...peers.map((name) => medians.get(name)[key]))]));
  const ratio = (name, key) => (best[key] > 0 ? (medians.get(name)[key] / best[key]).toFixed(2) : "–");
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const text = [
    line(["", ...Object.values(columns)]),
    line(["---", ...keys.map(() => "---:")]),
    ...[...medians].map(([name, median]) =>
      line([titles[name], ...keys.map((key) => `${median[key].toFixed(key === "shift" ? 3 : 1)} (${ratio(name, key)})`)]),
    ),
  ].join("\n");
  return { text, ratios: Object.fromEntries(keys.map((key) => [key, ratio("vitrine", key)])) };
}
