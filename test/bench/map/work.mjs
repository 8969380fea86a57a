// What every contender draws: the schools of one document as dots coloured by status, which say their name when pointed at.
export const colours = { offers: "#0053a5", limited: "#b56500", "does-not-offer": "#5b6675", "not-reported": "#8a94a3" };
export const radius = 3;

/** Row objects, as most take them. */
export function rowsOf({ schools }) {
  const { values, index } = schools.status;
  return schools.id.map((_, row) => ({
    row,
    name: schools.name[row],
    status: values[index[row]],
    longitude: schools.longitude[row],
    latitude: schools.latitude[row],
  }));
}
/** Features, as map libraries take them. */
export const featuresOf = (document) => ({
  type: "FeatureCollection",
  features: rowsOf(document).map(({ row, name, status, longitude, latitude }) => ({
    type: "Feature",
    id: row,
    geometry: { type: "Point", coordinates: [longitude, latitude] },
    properties: { row, name, status },
  })),
});

/** Least and greatest of a column. A loop: it may be longer than a call's list of arguments. */
export function extent(values) {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}
/** Where the schools are, with a margin: west, south, east, north. */
export function boxOf({ schools }) {
  const [[west, east], [south, north]] = [extent(schools.longitude), extent(schools.latitude)];
  const [wide, high] = [(east - west) * 0.03, (north - south) * 0.03];
  return [west - wide, south - high, east + wide, north + high];
}

/** A window on longitude and latitude for those that have axes and no map: it zooms about its middle and moves by pixels. */
export class Window {
  constructor(document, width, height) {
    [this.west, this.south, this.east, this.north] = boxOf(document);
    Object.assign(this, { width, height });
  }
  zoom(factor) {
    const [x, y] = [(this.west + this.east) / 2, (this.south + this.north) / 2];
    const [wide, high] = [(this.east - this.west) / factor / 2, (this.north - this.south) / factor / 2];
    Object.assign(this, { west: x - wide, east: x + wide, south: y - high, north: y + high });
  }
  pan(dx) {
    const by = (-dx * (this.east - this.west)) / this.width;
    this.west += by;
    this.east += by;
  }
  spot(longitude, latitude) {
    return [
      ((longitude - this.west) / (this.east - this.west)) * this.width,
      ((this.north - latitude) / (this.north - this.south)) * this.height,
    ];
  }
}

export const size = { width: 800, height: 680 };
export function sized(host) {
  host.style.width = `${size.width}px`;
  host.style.height = `${size.height}px`;
  return size;
}
/** On the page, from a place within an element. */
export const onPage = (element, [x, y]) => {
  const { left, top } = element.getBoundingClientRect();
  return [left + x, top + y];
};
/** A canvas and the window on it, for the rows that show the floor. */
export function bare(host, document) {
  const { width, height } = sized(host);
  const canvas = globalThis.document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.style.display = "block";
  host.append(canvas);
  return { canvas, context: canvas.getContext("2d"), window: new Window(document, width, height) };
}
