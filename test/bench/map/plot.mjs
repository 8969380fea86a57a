import { dot, plot } from "@observablehq/plot";
import { colours, onPage, radius, rowsOf, sized, Window } from "./work.mjs";

let box;
let rows;
let window;
let said;
/** Plot has no zoom of its own: another view is another plot. */
function draw() {
  const { width, height, west, south, east, north } = window;
  const made = plot({
    width,
    height,
    margin: 0,
    x: { domain: [west, east], axis: null },
    y: { domain: [south, north], axis: null },
    marks: [dot(rows, { x: "longitude", y: "latitude", r: radius, fill: ({ status }) => colours[status], tip: true })],
  });
  made.addEventListener("input", () => (said = made.value?.name ?? said));
  box.replaceChildren(made);
}
export async function start(host, document) {
  box = host;
  const { width, height } = sized(host);
  rows = rowsOf(document);
  window = new Window(document, width, height);
  draw();
}
export const zoom = (factor) => (window.zoom(factor), draw());
export const pan = (dx) => (window.pan(dx), draw());
export const spotOf = (row) => onPage(box, window.spot(rows[row].longitude, rows[row].latitude));
export const forget = () => (said = undefined);
export const named = () => said;
