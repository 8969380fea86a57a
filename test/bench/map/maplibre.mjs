import { Map, setWorkerUrl } from "maplibre-gl";
import { boxOf, colours, featuresOf, onPage, radius, rowsOf, sized } from "./work.mjs";

let map;
let box;
let rows;
let said;
export async function start(host, document) {
  box = host;
  sized(host);
  rows = rowsOf(document);
  setWorkerUrl(new URL("maplibre-gl-worker.mjs", location.href).href);
  const paint = { "circle-radius": radius, "circle-color": ["match", ["get", "status"], ...Object.entries(colours).flat(), "#000000"] };
  map = new Map({
    container: host,
    bounds: boxOf(document),
    fadeDuration: 0,
    attributionControl: false,
    style: {
      version: 8,
      sources: { schools: { type: "geojson", data: featuresOf(document) } },
      layers: [{ id: "schools", type: "circle", source: "schools", paint }],
    },
  });
  map.on("mousemove", "schools", ({ features }) => (said = features[0].properties.name));
  await new Promise((resolve) => map.once("idle", resolve));
}
export const zoom = (factor) => map.jumpTo({ zoom: map.getZoom() + Math.log2(factor) });
export const pan = (dx) => map.panBy([-dx, 0], { animate: false });
export const spotOf = (row) => {
  const { x, y } = map.project([rows[row].longitude, rows[row].latitude]);
  return onPage(box, [x, y]);
};
export const forget = () => (said = undefined);
export const named = () => said;
