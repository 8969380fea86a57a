// Invented schools, the same in every run: in the counties of one state, crowded where counties are crowded, with names, statuses and places.
import { readFileSync } from "node:fs";
import { project } from "@vitrine/drawing";

const state = JSON.parse(readFileSync(new URL("../../../packages/drawing/geometry/us-48.json", import.meta.url), "utf8"));
export const stateName = state.name;

/** Numbers from 0 to 1 that look like chance and never change. */
export function chance(seed) {
  let now = seed >>> 0;
  return () => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return now / 0x100000000;
  };
}

/** Longitude and latitude of a place on the mainland's plane: Newton's steps, since the projection has no way back of its own. */
export function unproject(x, y) {
  let [longitude, latitude] = [-96 + (x - 487.5) / 18, 38.7 - (y - 305) / 22];
  const step = 1e-4;
  for (let turn = 0; turn < 12; turn++) {
    const here = project(longitude, latitude);
    if (!here) return undefined;
    const [east, north] = [project(longitude + step, latitude), project(longitude, latitude + step)];
    if (!east || !north) return undefined;
    const [a, b, c, d] = [east[0] - here[0], north[0] - here[0], east[1] - here[1], north[1] - here[1]];
    const [dx, dy] = [x - here[0], y - here[1]];
    longitude += (step * (dx * d - dy * b)) / (a * d - b * c);
    latitude += (step * (a * dy - c * dx)) / (a * d - b * c);
    if (Math.abs(dx) + Math.abs(dy) < 1e-6) break;
  }
  return [longitude, latitude];
}

const syllables = "al ber cor dan el far gil hol in jas ken lor mar nor ol pem quin ros sel tor ul ver wil yar zan bre cle dro".split(" ");
export const nameOf = (next) => {
  const word = () => {
    const text = Array.from({ length: 2 + Math.floor(next() * 2) }, () => syllables[Math.floor(next() * syllables.length)]).join("");
    return text[0].toUpperCase() + text.slice(1);
  };
  return `${word()} ${word()} ${["High School", "Academy", "Senior High School", "Preparatory School"][Math.floor(next() * 4)]}`;
};
export const statuses = ["offers", "limited", "does-not-offer", "not-reported"];
export const statusOf = (number) => (number < 0.48 ? 0 : number < 0.58 ? 1 : number < 0.9 ? 2 : 3);

/** An invented `access/1` document of one state with so many schools. */
export function documentOf(size) {
  const next = chance(size);
  const counties = state.counties.map((county, at) => ({ ...county, weight: 1 / (2 + ((at * 97) % state.counties.length)) }));
  const whole = counties.reduce((sum, { weight }) => sum + weight, 0);
  const schools = Array.from({ length: size }, () => {
    let left = next() * whole;
    const county = counties.findIndex(({ weight }) => (left -= weight) < 0);
    const [west, top, east, bottom] = counties[Math.max(0, county)].bounds;
    const place = unproject(west + (east - west) * next(), top + (bottom - top) * next());
    return { county: Math.max(0, county), place, status: statusOf(next()), name: nameOf(next) };
  });
  const count = (county, status) => schools.filter((one) => one.county === county && one.status === status).length;
  const by = statuses.map((_, status) => counties.map((_, county) => count(county, status)));
  return {
    schema: "access/1",
    id: "invented-schools",
    title: "Invented schools and computer science",
    audience: { kind: "public" },
    scope: { level: "state", id: state.id, name: state.name },
    period: { label: "2025-26" },
    asOf: "2026-09-30",
    status: "final",
    revision: 1,
    sources: [{ name: "An invented survey" }],
    purpose: "To measure the map; every school is invented.",
    notes: [
      {
        kind: "definition",
        title: "Offers computer science",
        text: "The school said that it teaches at least one computer science class.",
      },
    ],
    actions: [],
    privacy: {
      policy: "k12cs-privacy/1",
      threshold: 10,
      zeros: "withhold",
      release: { id: "invented", asOf: "2026-09-30" },
      check: { result: "passed", checkedWith: [] },
    },
    areas: {
      level: "county",
      id: counties.map(({ id }) => id),
      name: counties.map(({ name }) => name),
      coverage: { values: ["covered"], index: counties.map(() => 0) },
      schools: counties.map((_, county) => by.reduce((sum, one) => sum + one[county], 0)),
      by: Object.fromEntries(statuses.map((status, at) => [status, by[at]])),
    },
    schools: {
      id: schools.map((_, at) => `s${String(at).padStart(6, "0")}`),
      name: schools.map(({ name }) => name),
      area: { values: counties.map(({ id }) => id), index: schools.map(({ county }) => county) },
      status: { values: statuses, index: schools.map(({ status }) => status) },
      latitude: schools.map(({ place: [, latitude] }) => Math.round(latitude * 1e5) / 1e5),
      longitude: schools.map(({ place: [longitude] }) => Math.round(longitude * 1e5) / 1e5),
    },
  };
}
