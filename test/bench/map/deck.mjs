import { Deck, MapView, WebMercatorViewport } from "@deck.gl/core";
import { ScatterplotLayer } from "@deck.gl/layers";
import { boxOf, colours, onPage, radius, rowsOf, sized } from "./work.mjs";

let deck;
let box;
let rows;
let said;
let viewState;
let drawn;
const ink = Object.fromEntries(
  Object.entries(colours).map(([status, text]) => [status, [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16))]),
);
export async function start(host, document) {
  box = host;
  const { width, height } = sized(host);
  host.style.position = "relative";
  rows = rowsOf(document);
  const [west, south, east, north] = boxOf(document);
  const { longitude, latitude, zoom } = new WebMercatorViewport({ width, height }).fitBounds([
    [west, south],
    [east, north],
  ]);
  viewState = { longitude, latitude, zoom };
  await new Promise((resolve, reject) => {
    drawn = resolve;
    deck = new Deck({
      parent: host,
      width,
      height,
      views: new MapView({ controller: true }),
      viewState,
      onError: reject,
      onAfterRender: () => rows.length && drawn(),
      onHover: ({ object }) => {
        if (object) said = object.name;
      },
      layers: [
        new ScatterplotLayer({
          id: "schools",
          data: rows,
          pickable: true,
          radiusUnits: "pixels",
          getRadius: radius,
          getPosition: ({ longitude, latitude }) => [longitude, latitude],
          getFillColor: ({ status }) => ink[status],
        }),
      ],
    });
  });
}
const look = (next) => {
  viewState = { ...viewState, ...next };
  deck.setProps({ viewState });
};
const viewport = () => deck.getViewports()[0];
export const zoom = (factor) => look({ zoom: viewState.zoom + Math.log2(factor) });
export const pan = (dx) => {
  const { width, height } = viewport();
  const [longitude, latitude] = viewport().unproject([width / 2 - dx, height / 2]);
  look({ longitude, latitude });
};
export const spotOf = (row) => onPage(box, viewport().project([rows[row].longitude, rows[row].latitude]));
export const forget = () => (said = undefined);
export const named = () => said;
