import { Resvg } from "@resvg/resvg-js";
import { parse, View } from "vega";
import { colours, height, place, resvgFont, textsOf, width } from "./scene.mjs";

const { ring, legend, bars } = place;
const field = (name) => ({ field: name });
const rect = (data, encode) => ({ type: "rect", from: { data }, encode: { update: encode } });
/** Read once: pictures differ in their data alone. */
const runtime = parse({
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width,
  height,
  padding: 0,
  autosize: "none",
  background: colours.paper,
  data: [
    { name: "stages" },
    { name: "groups" },
    { name: "texts" },
    { name: "ticks" },
    { name: "pie", source: "stages", transform: [{ type: "pie", field: "count", startAngle: -Math.PI / 2, endAngle: Math.PI / 2 }] },
  ],
  marks: [
    {
      type: "arc",
      from: { data: "pie" },
      encode: {
        update: {
          x: { value: ring.x },
          y: { value: ring.y },
          innerRadius: { value: ring.inner },
          outerRadius: { value: ring.outer },
          startAngle: field("startAngle"),
          endAngle: field("endAngle"),
          fill: field("fill"),
          stroke: field("edge"),
          strokeWidth: { value: 2 },
        },
      },
    },
    rect("stages", {
      x: { value: legend.x },
      y: field("y"),
      width: { value: 19 },
      height: { value: 19 },
      fill: field("fill"),
      stroke: field("border"),
    }),
    rect("groups", {
      x: { value: bars.x },
      y: field("y"),
      width: { value: bars.width },
      height: { value: bars.height },
      fill: { value: colours.land },
    }),
    rect("groups", {
      x: { value: bars.x },
      y: field("y"),
      width: field("wide"),
      height: { value: bars.height },
      fill: { value: colours.met },
    }),
    {
      type: "rule",
      from: { data: "ticks" },
      encode: {
        update: { x: field("x"), y: field("y"), x2: field("x2"), y2: field("y2"), stroke: field("colour"), strokeWidth: field("thick") },
      },
    },
    {
      type: "text",
      from: { data: "texts" },
      encode: {
        update: {
          x: field("x"),
          y: field("y"),
          text: field("text"),
          fontSize: field("size"),
          fontWeight: field("weight"),
          fill: field("fill"),
          align: field("align"),
          font: { value: "Inter" },
        },
      },
    },
  ],
});

export async function draw(figures) {
  const angle = Math.PI * (figures.target / 100 - 1);
  const target = bars.x + (bars.width * figures.target) / 100;
  const row = (at) => bars.y + 28 + at * bars.step;
  const view = new View(runtime, { renderer: "none" })
    .data(
      "stages",
      figures.stages.map(({ count, colour }, at) => ({
        count,
        y: legend.y + at * legend.step,
        fill: colour === "none" ? "transparent" : colour,
        edge: colour === "none" ? colours.quiet : "#ffffff",
        border: colour === "none" ? colours.quiet : colour,
      })),
    )
    .data(
      "groups",
      figures.groups.map(({ met, trained }, at) => ({ y: row(at), wide: (bars.width * met) / trained })),
    )
    .data("ticks", [
      {
        x: ring.x + (ring.inner - 6) * Math.cos(angle),
        y: ring.y + (ring.inner - 6) * Math.sin(angle),
        x2: ring.x + (ring.outer + 12) * Math.cos(angle),
        y2: ring.y + (ring.outer + 12) * Math.sin(angle),
        colour: colours.ink,
        thick: 3,
      },
      ...figures.groups.flatMap((_, at) =>
        [
          ["#ffffff", 8],
          [colours.ink, 3],
        ].map(([colour, thick]) => ({ x: target, x2: target, y: row(at) - 5, y2: row(at) + bars.height + 5, colour, thick })),
      ),
    ])
    .data(
      "texts",
      textsOf(figures).map(([text, x, y, size, weight, fill, anchor]) => ({
        text,
        x,
        y,
        size,
        weight,
        fill,
        align: { start: "left", middle: "center", end: "right" }[anchor],
      })),
    );
  const svg = await view.toSVG();
  view.finalize();
  return new Resvg(svg, { font: resvgFont }).render().asPng();
}
