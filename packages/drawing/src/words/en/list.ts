import type { Words } from "../words.js";

/** What is said before any act. */
export const list = {
  heading: "Schools",
  search: "Search schools",
  filters: { status: "Computer science", level: "Level", activity: "Grass-roots activity", area: "Area" },
  allAreas: "All areas",
  sort: "Sort by",
  sorts: {
    name: "Name, A to Z",
    "-name": "Name, Z to A",
    district: "District",
    status: "Computer science",
    activity: "Grass-roots activity",
  },
  columns: {
    school: "School",
    id: "Id",
    district: "District",
    status: "Computer science",
    activity: "Grass-roots activity",
    area: "Area",
    schools: "Schools",
    offers: "Offer computer science",
  },
  shown: (shown, all) => `${shown} of ${all} schools`,
  listed: (listed, found) => `The first ${listed} of ${found} are listed.`,
  more: (count) => `Show ${count} more`,
  recruit: "Schools to talk to",
  recruitHint: "Grass-roots activity, and no full offer of computer science",
  recruitFile: "Recruit list (CSV)",
  of: (part, whole) => `${part} of ${whole}`,
  unlocated: "Location not known",
  notLoaded: "What is needed for this could not be loaded. Try again when you are online.",
} satisfies Partial<Words["list"]>;
