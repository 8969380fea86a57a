import { parse, View } from "vega";
import { compile } from "vega-lite";
import { colours, onPage, radius, rowsOf, sized, Window } from "./work.mjs";

let box;
let rows;
let window;
let view;
let said;
export async function start(host, document) {
  box = host;
  const { width, height } = sized(host);
  rows = rowsOf(document);
  window = new Window(document, width, height);
  const scale = (least, most) => ({ domainMin: { expr: least }, domainMax: { expr: most }, nice: false, zero: false });
  const axis = (field, least, most) => ({ field, type: "quantitative", axis: null, scale: scale(least, most) });
  const sides = ["west", "east", "south", "north"];
  const { spec } = compile({
    width,
    height,
    padding: 0,
    config: { view: { stroke: null } },
    params: sides.map((name) => ({ name, value: window[name] })),
    data: { values: rows },
    mark: { type: "circle", size: Math.PI * radius * radius, opacity: 1, clip: true },
    encoding: {
      x: axis("longitude", "west", "east"),
      y: axis("latitude", "south", "north"),
      color: { field: "status", type: "nominal", legend: null, scale: { domain: Object.keys(colours), range: Object.values(colours) } },
    },
  });
  view = new View(parse(spec), { renderer: "canvas", container: host, hover: false });
  view.addEventListener("pointermove", (_, item) => (said = item?.datum?.name ?? said));
  await view.runAsync();
}
const draw = () => {
  for (const side of ["west", "east", "south", "north"]) view.signal(side, window[side]);
  view.run();
};
export const zoom = (factor) => (window.zoom(factor), draw());
export const pan = (dx) => (window.pan(dx), draw());
export const spotOf = (row) => onPage(box, window.spot(rows[row].longitude, rows[row].latitude));
export const forget = () => (said = undefined);
export const named = () => said;
