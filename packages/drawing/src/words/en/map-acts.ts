import type { Words } from "../words.js";

/** What is said of a map once a reader acts. */
export const mapActs = {
  suggestions: (count) => `${count} found. Use the down arrow to choose.`,
  back: (name) => `Back to ${name}`,
  open: (name) => `Open ${name}`,
  wheel: "Click the map to zoom with the wheel, or hold Ctrl.",
  loading: (name) => `Fetching the schools of ${name}.`,
  opened: (name) => `${name} is open.`,
  searching: (areas, all) => `Searched so far: ${areas} of ${all} areas.`,
  noFile: (name) => `For ${name} there is no list of schools, only the totals.`,
  unlocated: (count, all) => `Location not known: ${count} of ${all} schools. They are in the list.`,
  cluster: (count) => `${count} schools close together`,
  together: (count) => `${count} schools at one spot`,
} satisfies Partial<Words["mapControls"]>;
