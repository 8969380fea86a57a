import { ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { colours, onPage, radius, sized, Window } from "./work.mjs";

use([ScatterChart, GridComponent, CanvasRenderer]);
let chart;
let box;
let schools;
let window;
let said;
const axes = () => ({
  xAxis: { show: false, min: window.west, max: window.east },
  yAxis: { show: false, min: window.south, max: window.north },
});
export async function start(host, document) {
  box = host;
  const { width, height } = sized(host);
  schools = document.schools;
  window = new Window(document, width, height);
  const { values, index } = schools.status;
  const data = values.map(() => []);
  schools.id.forEach((_, row) => data[index[row]].push([schools.longitude[row], schools.latitude[row], row]));
  chart = init(host);
  chart.on("mouseover", ({ value, seriesIndex, dataIndex }) => (said = schools.name[(value ?? data[seriesIndex][dataIndex])[2]]));
  const finished = new Promise((resolve) => chart.on("finished", resolve));
  chart.setOption({
    animation: false,
    grid: { left: 0, top: 0, right: 0, bottom: 0 },
    ...axes(),
    series: values.map((status, at) => ({
      type: "scatter",
      large: true,
      symbolSize: 2 * radius,
      itemStyle: { color: colours[status] },
      data: data[at],
    })),
  });
  await finished;
}
const draw = () => {
  chart.setOption(axes());
  chart.getZr().flush();
};
export const zoom = (factor) => (window.zoom(factor), draw());
export const pan = (dx) => (window.pan(dx), draw());
export const spotOf = (row) => onPage(box, window.spot(schools.longitude[row], schools.latitude[row]));
export const forget = () => (said = undefined);
export const named = () => said;
