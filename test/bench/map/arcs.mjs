// A floor: arcs on a canvas, school by school, and nothing besides.
import { bare, colours, onPage, radius } from "./work.mjs";

let all;
let schools;
function paint() {
  const { context, window } = all;
  const { values, index } = schools.status;
  context.clearRect(0, 0, window.width, window.height);
  for (let row = 0; row < schools.id.length; row++) {
    const [x, y] = window.spot(schools.longitude[row], schools.latitude[row]);
    context.fillStyle = colours[values[index[row]]];
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
export async function start(host, document) {
  all = bare(host, document);
  schools = document.schools;
  paint();
}
export const zoom = (factor) => (all.window.zoom(factor), paint());
export const pan = (dx) => (all.window.pan(dx), paint());
export const spotOf = (row) => onPage(all.canvas, all.window.spot(schools.longitude[row], schools.latitude[row]));
