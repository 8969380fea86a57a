import ApexCharts from "apexcharts";
import { around, colours, figuresOf } from "./work.mjs";

const still = { animations: { enabled: false }, toolbar: { show: false }, width: 568 };

export async function draw(host, document) {
  const { stages, groups } = figuresOf(document);
  const room = around(host, document);
  const [ring, bars] = [0, 1].map(() => room.appendChild(globalThis.document.createElement("div")));
  await new ApexCharts(ring, {
    chart: { ...still, type: "donut", height: 280 },
    series: stages.map(({ count }) => count),
    labels: stages.map(({ name }) => name),
    colors: stages.map(({ colour }) => colour),
    plotOptions: { pie: { startAngle: -90, endAngle: 90, donut: { size: "80%" } } },
  }).render();
  await new ApexCharts(bars, {
    chart: { ...still, type: "bar", height: groups.length * 42 + 40 },
    series: [{ name: "met", data: groups.map(({ share }) => Math.round(100 * share)) }],
    xaxis: { categories: groups.map(({ name }) => name), min: 0, max: 100 },
    colors: [colours.met],
    plotOptions: { bar: { horizontal: true, barHeight: "24%" } },
  }).render();
}
