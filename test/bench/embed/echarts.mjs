import { BarChart, PieChart } from "echarts/charts";
import { GraphicComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { around, colours, figuresOf } from "./work.mjs";

use([BarChart, GraphicComponent, GridComponent, LegendComponent, PieChart, SVGRenderer, TooltipComponent]);

export function draw(host, document) {
  const { stages, groups, share } = figuresOf(document);
  const room = around(host, document);
  const height = 190 + groups.length * 42;
  room.style.height = `${height}px`;
  init(room, null, { renderer: "svg", width: 568, height }).setOption({
    animation: false,
    tooltip: {},
    legend: { right: 0, top: 20, orient: "vertical", data: stages.map(({ name }) => name) },
    grid: { left: 160, top: 180, width: 390, height: groups.length * 42 },
    xAxis: { type: "value", min: 0, max: 100 },
    yAxis: { type: "category", inverse: true, data: groups.map(({ name }) => name) },
    graphic: [{ type: "text", left: 165, top: 110, style: { text: `${Math.round(100 * share)}%`, fontSize: 28 } }],
    series: [
      {
        type: "pie",
        startAngle: 180,
        endAngle: 360,
        center: [190, 150],
        radius: [104, 130],
        label: { show: false },
        data: stages.map(({ name, count, colour }) => ({ name, value: count, itemStyle: { color: colour } })),
      },
      {
        type: "bar",
        barWidth: 10,
        showBackground: true,
        itemStyle: { color: colours.met },
        data: groups.map(({ share }) => 100 * share),
      },
    ],
  });
}
