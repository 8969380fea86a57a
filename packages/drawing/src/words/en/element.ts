import type { Words } from "../words.js";

export const element: Words["element"] = {
  waiting: "Loading the figures",
  empty: "There are no figures for this place and period yet.",
  stale: (day) => `These figures could not be refreshed. What you see is the data as of ${day}.`,
  refreshed: (day) => `Refreshed. Data as of ${day}.`,
  unreachable: "These figures could not be loaded. Try again later.",
  keys: "Arrow keys move through the picture.",
  table: "The figures as a table",
  menu: "Download or share",
  notMade: "This picture could not be made in your browser.",
};
