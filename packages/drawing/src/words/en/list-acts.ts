import type { Words } from "../words.js";

/** What is said of a list once a reader acts. */
export const listActs = {
  none: "No school matches. Change the search or clear the filters.",
  clear: "Clear filters",
  noSchools: "This collection lists no schools one by one.",
  card: {
    district: "District",
    city: "Town",
    area: "Area",
    level: "Level",
    activity: "Grass-roots activity",
    students: "Students",
    offering: "What is offered",
    saidBy: "Who says so",
    saidOn: "When",
    place: "Place",
    actions: "What you can do",
  },
  why: "Why?",
  whySaid: "Why? Read the definition",
  close: "Close",
  showOnMap: "Show on the map",
} satisfies Partial<Words["list"]>;
