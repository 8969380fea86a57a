import type { Words } from "../words.js";

/** What is said before any act. */
export const mapControls = {
  map: (name) => `Map: ${name}`,
  keysAreas: "Arrow keys go from area to area, Page Up and Page Down in order. Enter opens an area. Plus and minus zoom.",
  keysPoints:
    "Arrow keys go from school to school, Page Up and Page Down in order. Enter opens a school. Plus and minus zoom, Escape goes back.",
  search: "Search a place or school",
  in: "Zoom in",
  out: "Zoom out",
  whole: "Show the whole map",
  full: "Fill the screen, or come back",
  failed: (name) => `The schools of ${name} could not be shown. The overview is still here; try again later.`,
  noGeometry: "The map could not be drawn. The list and the table have the same figures.",
  notLoaded: "What is needed for this could not be loaded. The list and the table have the same figures.",
  areas: "Areas",
  legend: "Legend",
} satisfies Partial<Words["mapControls"]>;
