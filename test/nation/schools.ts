import { readFileSync } from "node:fs";
import { project, type NationGeometry, type StateGeometry } from "@vitrine/drawing";

const folder = new URL("../../packages/drawing/geometry/", import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as T;

/** Numbers from 0 to 1 that look like chance and never change. */
function chance(seed: number): () => number {
  let now = seed >>> 0;
  return () => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return now / 0x100000000;
  };
}

/** Longitude and latitude of a place on the plane: of some that are near, then by Newton's steps. */
function unproject(x: number, y: number, near: readonly [number, number]): [number, number] | undefined {
  let [longitude, latitude] = near;
  const step = 1e-4;
  for (let turn = 0; turn < 20; turn++) {
    const [here, east, north] = [project(longitude, latitude), project(longitude + step, latitude), project(longitude, latitude + step)];
    if (!here || !east || !north) return undefined;
    const [a, b, c, d] = [east[0] - here[0], north[0] - here[0], east[1] - here[1], north[1] - here[1]];
    const [dx, dy] = [x - here[0], y - here[1]];
    if (Math.abs(dx) + Math.abs(dy) < 1e-4) return [longitude, latitude];
    longitude += (step * (dx * d - dy * b)) / (a * d - b * c);
    latitude += (step * (a * dy - c * dx)) / (a * d - b * c);
  }
  return undefined;
}

/** Somewhere in each state, from which the way back is found. */
function startOf(id: string): readonly [number, number] {
  return id === "02" ? [-153, 63] : id === "15" ? [-157, 20.5] : [-96, 39];
}

const places =
  "Cedar Maple Oak River Lake Hill Valley Spring Stone Green West East North South Mill Bridge Park Forest Clear Prairie Sunset Eagle Pine Rock Summit Union Liberty Heritage Harmony Walnut Willow Meadow Canyon Harbor Bay Grand Silver Golden Iron Copper".split(
    " ",
  );
const second = "ville field ton wood brook dale view crest side land ford port".split(" ");
const kinds = ["Elementary School", "Middle School", "High School", "Elementary School", "Academy", "School"];

/** Invented schools of fifty states as CSV, by id as a register numbers them: `count` of them, more where there are more counties. */
export function invent(count: number): string {
  const { states } = read<NationGeometry>("us.json");
  const next = chance(count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const fifty = states.filter(({ id }) => id !== "11" && Number(id) < 60);
  const files = fifty.map(({ id }) => read<StateGeometry>(`us-${id}.json`));
  const counties = files.reduce((sum, file) => sum + file.counties.length, 0);
  const lines = ["id,name,state,county,countyname,cs,latitude,longitude"];
  let left = count;
  files.forEach((state, at) => {
    const here = at === files.length - 1 ? left : Math.round((count * state.counties.length) / counties);
    left -= here;
    const crowd = state.counties.map(() => next() ** 3 + 0.05);
    const whole = crowd.reduce((sum, one) => sum + one, 0);
    let number = 0;
    state.counties.forEach((county, order) => {
      const last = order === state.counties.length - 1;
      const schools = last ? here - number : Math.min(here - number, Math.round((here * crowd[order]!) / whole));
      const [x, y, room] = county.label;
      for (let school = 0; school < schools; school++) {
        const [turn, far] = [2 * Math.PI * next(), Math.sqrt(next()) * Math.min(room, 3)];
        const place = unproject(x + far * Math.cos(turn), y + far * Math.sin(turn), startOf(state.id));
        const name = `${pick(places)}${next() < 0.5 ? pick(second) : ` ${pick(places)}`} ${pick(kinds)}`;
        const said = next();
        const cs = said < 0.55 ? "yes" : said < 0.9 ? "no" : said < 0.95 ? "some" : "";
        number++;
        lines.push(
          [
            `${state.id}${String(10_000 + number * 3)}`,
            name,
            state.id,
            county.id,
            county.name.replace(/,/g, ""),
            cs,
            place?.[1].toFixed(4) ?? "",
            place?.[0].toFixed(4) ?? "",
          ].join(","),
        );
      }
    });
  });
  return `${lines.join("\n")}\n`;
}

/** How they are published: an overview, and a document of each state with its counties and schools. */
export const config = {
  vitrine: "config/1",
  publication: {
    id: "invented-nation",
    audience: { kind: "public" },
    scope: { level: "nation", id: "US", name: "United States" },
    period: { label: "2025-26" },
    asOf: "2026-09-30",
    status: "final",
    revision: 1,
    sources: [{ name: "An invented survey" }],
    purpose: "To show that a nation of schools stays quick; every school is invented.",
    notes: [{ kind: "definition", title: "Offers computer science", text: "Invented." }],
    privacy: { policy: "k12cs-privacy/1", threshold: 10, zeros: "withhold", release: { id: "invented", asOf: "2026-09-30" } },
  },
  sources: { schools: { file: "schools.csv" } },
  documents: [
    {
      kind: "access",
      id: "us",
      title: "Which schools offer computer science?",
      from: "schools",
      write: "overview-and-areas",
      areas: { level: "state", column: "state" },
      eachArea: {
        title: "Which schools in {area} offer computer science?",
        areas: { level: "county", column: "county", name: "countyname" },
      },
      school: {
        id: "id",
        name: "name",
        latitude: "latitude",
        longitude: "longitude",
        status: { column: "cs", values: { yes: "offers", some: "limited", no: "does-not-offer", "": "not-reported" } },
      },
    },
  ],
  out: "published",
};
