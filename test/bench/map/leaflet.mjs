import { canvas, circleMarker, map as mapOf } from "leaflet";
import { boxOf, colours, onPage, radius, rowsOf, sized } from "./work.mjs";

let map;
let box;
let rows;
let said;
export async function start(host, document) {
  box = host;
  sized(host);
  rows = rowsOf(document);
  const [west, south, east, north] = boxOf(document);
  map = mapOf(host, { preferCanvas: true, zoomSnap: 0, zoomAnimation: false, fadeAnimation: false, attributionControl: false });
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { animate: false },
  );
  const renderer = canvas({ padding: 0 });
  for (const { name, status, longitude, latitude } of rows)
    circleMarker([latitude, longitude], { renderer, radius, stroke: false, fillOpacity: 1, fillColor: colours[status] })
      .on("mouseover", () => (said = name))
      .addTo(map);
}
export const zoom = (factor) => map.setZoom(map.getZoom() + Math.log2(factor), { animate: false });
export const pan = (dx) => map.panBy([-dx, 0], { animate: false });
export const spotOf = (row) => {
  const { x, y } = map.latLngToContainerPoint([rows[row].latitude, rows[row].longitude]);
  return onPage(box, [x, y]);
};
export const forget = () => (said = undefined);
export const named = () => said;
