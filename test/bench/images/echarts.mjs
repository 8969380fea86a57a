import { Resvg } from "@resvg/resvg-js";
import * as echarts from "echarts";
import { colours, height, place, resvgFont, textsOf, width } from "./scene.mjs";

const { ring, legend, bars } = place;

export function draw(figures) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  const angle = Math.PI * (figures.target / 100 - 1);
  const on = (radius) => [ring.x + radius * Math.cos(angle), ring.y + radius * Math.sin(angle)];
  const [[x1, y1], [x2, y2]] = [on(ring.inner - 6), on(ring.outer + 12)];
  const row = (at) => bars.y + 28 + at * bars.step;
  chart.setOption({
    animation: false,
    backgroundColor: colours.paper,
    grid: { left: bars.x, top: row(0) - (bars.step - bars.height) / 2, width: bars.width, height: figures.groups.length * bars.step },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "category", data: figures.groups.map(({ name }) => name), inverse: true, show: false },
    series: [
      {
        type: "pie",
        startAngle: 180,
        endAngle: 360,
        center: [ring.x, ring.y],
        radius: [ring.inner, ring.outer],
        label: { show: false },
        silent: true,
        data: figures.stages.map(({ count, colour }) => ({
          value: count,
          itemStyle: {
            color: colour === "none" ? "transparent" : colour,
            borderColor: colour === "none" ? colours.quiet : "#ffffff",
            borderWidth: 2,
          },
        })),
      },
      {
        type: "bar",
        barWidth: bars.height,
        showBackground: true,
        backgroundStyle: { color: colours.land },
        itemStyle: { color: colours.met },
        data: figures.groups.map(({ met, trained }) => met / trained),
      },
    ],
    graphic: [
      { type: "line", z: 9, shape: { x1, y1, x2, y2 }, style: { stroke: colours.ink, lineWidth: 3 } },
      ...figures.stages.map(({ colour }, at) => ({
        type: "rect",
        shape: { x: legend.x, y: legend.y + at * legend.step, width: 19, height: 19 },
        style: { fill: colour, ...(colour === "none" && { stroke: colours.quiet }) },
      })),
      ...figures.groups.flatMap((_, at) =>
        [
          ["#ffffff", 8],
          [colours.ink, 3],
        ].map(([stroke, lineWidth]) => {
          const x = bars.x + (bars.width * figures.target) / 100;
          return {
            type: "line",
            z: 9,
            shape: { x1: x, y1: row(at) - 5, x2: x, y2: row(at) + bars.height + 5 },
            style: { stroke, lineWidth },
          };
        }),
      ),
      ...textsOf(figures).map(([text, x, y, size, weight, fill, anchor]) => ({
        type: "text",
        x,
        y,
        style: {
          text,
          fill,
          fontSize: size,
          fontWeight: weight,
          fontFamily: "Inter",
          textAlign: { start: "left", middle: "center", end: "right" }[anchor],
          textVerticalAlign: "bottom",
        },
      })),
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return new Resvg(svg, { font: resvgFont }).render().asPng();
}
