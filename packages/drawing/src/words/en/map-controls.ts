import type { Words } from "../words.js";

export const mapControls: Words["mapControls"] = {
  map: (name) => `Map: ${name}`,
  keysAreas: "Arrow keys go from area to area, Page Up and Page Down in order. Enter opens an area. Plus and minus zoom.",
  keysPoints:
    "Arrow keys go from school to school, Page Up and Page Down in order. Enter opens a school. Plus and minus zoom, Escape goes back.",
  search: "Search a place or school",
  suggestions: (count) => `${count} found. Use the down arrow to choose.`,
  in: "Zoom in",
  out: "Zoom out",
  whole: "Show the whole map",
  full: "Fill the screen, or come back",
  back: (name) => `Back to ${name}`,
  open: (name) => `Open ${name}`,
  wheel: "Click the map to zoom with the wheel, or hold Ctrl.",
  loading: (name) => `Fetching the schools of ${name}.`,
  opened: (name) => `${name} is open.`,
  failed: (name) => `The schools of ${name} could not be shown. The overview is still here; try again later.`,
  searching: (areas, all) => `Searched so far: ${areas} of ${all} areas.`,
  noFile: (name) => `For ${name} there is no list of schools, only the totals.`,
  noGeometry: "The map could not be drawn. The list and the table have the same figures.",
  notLoaded: "What is needed for this could not be loaded. The list and the table have the same figures.",
  unlocated: (count, all) => `Location not known: ${count} of ${all} schools. They are in the list.`,
  cluster: (count) => `${count} schools close together`,
  together: (count) => `${count} schools at one spot`,
  areas: "Areas",
  legend: "Legend",
};
