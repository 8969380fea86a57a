// A floor: each school a stamp of pixels written into the image's memory, and nothing besides.
import { bare, colours, onPage, radius } from "./work.mjs";

let all;
let schools;
let x;
let y;
let inks;
const stamp = [];
for (let dy = -radius; dy <= radius; dy++)
  for (let dx = -radius; dx <= radius; dx++) if (dx * dx + dy * dy <= radius * radius) stamp.push([dx, dy]);

function paint() {
  const { context, window } = all;
  const { width, height, west, south, east, north } = window;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const [kx, ky] = [width / (east - west), height / (north - south)];
  const offsets = Int32Array.from(stamp, ([dx, dy]) => dy * width + dx);
  for (let row = 0; row < x.length; row++) {
    const px = ((x[row] - west) * kx) | 0;
    const py = ((north - y[row]) * ky) | 0;
    if (px < radius || py < radius || px >= width - radius || py >= height - radius) continue;
    const at = py * width + px;
    for (let i = 0; i < offsets.length; i++) pixels[at + offsets[i]] = inks[row];
  }
  context.putImageData(image, 0, 0);
}
export async function start(host, document) {
  all = bare(host, document);
  schools = document.schools;
  const known = schools.status.values.map((status) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colours[status].slice(at, at + 2), 16));
    return (255 << 24) | (blue << 16) | (green << 8) | red;
  });
  x = Float64Array.from(schools.longitude);
  y = Float64Array.from(schools.latitude);
  inks = Int32Array.from(schools.status.index, (at) => known[at]);
  paint();
}
export const zoom = (factor) => (all.window.zoom(factor), paint());
export const pan = (dx) => (all.window.pan(dx), paint());
export const spotOf = (row) => onPage(all.canvas, all.window.spot(schools.longitude[row], schools.latitude[row]));
