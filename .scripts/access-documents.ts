/**
 * Writes test/documents/access/: `npx tsx .scripts/access-documents.ts`. Every name and number is invented; only the FIPS codes are
 * real, so that the geometry has a place for each area. Seeded: the same files every time.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { accessStatuses, parseDocument, type AccessDocument, type AccessStatus, type SchoolLevel } from "@vitrine/contract";
import { geoBounds, geoContains } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("us-atlas/counties-10m.json"), "utf8")) as Topology<{
  states: GeometryCollection<{ name: string }>;
  counties: GeometryCollection<{ name: string }>;
}>;
const counties = feature(atlas, atlas.objects.counties).features.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
const states = feature(atlas, atlas.objects.states).features.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

let seed = 20260930;
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A spot inside a county, as latitude and longitude. */
function spotIn(id: string): [latitude: number, longitude: number] {
  const county = counties.find((one) => one.id === id)!;
  const [[west, south], [east, north]] = geoBounds(county);
  for (;;) {
    const [longitude, latitude] = [west + random() * (east - west), south + random() * (north - south)];
    if (geoContains(county, [longitude, latitude])) return [round(latitude), round(longitude)];
  }
}

const trees =
  "Alder Aspen Bay Beech Birch Cedar Cherry Chestnut Cypress Dogwood Elder Elm Fir Hawthorn Hazel Hemlock Hickory Holly Juniper Larch Laurel Linden Madrone Maple Myrtle Oak Olive Pear Pine Plum Poplar Redbud Rowan Spruce Sumac Sycamore Tamarack Tupelo Walnut Willow Yew".split(
    " ",
  );
const lands = "Creek Falls Grove Hill Lake Meadow Mill Point Prairie Ridge Spring Valley".split(" ");
const placeName = () => `${pick(trees)} ${pick(lands)}`;

interface School {
  name: string;
  area: string;
  status: AccessStatus;
  at: [number | "unknown", number | "unknown"];
  district?: string;
  level?: SchoolLevel;
}
interface Area {
  id: string;
  name: string;
  coverage?: "covered" | "partly-covered" | "not-covered";
  by?: Partial<Record<AccessStatus, number>>;
  file?: string;
}

const coded = <T extends string>(cells: readonly T[]) => {
  const values = [...new Set(cells)];
  return { values, index: cells.map((cell) => values.indexOf(cell)) };
};

type Said = Partial<Pick<AccessDocument, "title" | "summary" | "audience" | "scope" | "status" | "notes" | "actions">>;
const definition = {
  kind: "definition" as const,
  title: "Offers computer science",
  text: "The school said that it teaches at least one class in which students learn to program. Limited means a club or a unit within another class.",
};
const coverage = {
  kind: "coverage" as const,
  title: "Who was asked",
  text: "Public schools of the areas that took part. Dotted areas were not asked.",
};
const sample = { level: "state" as const, id: "41", name: "Sample State" };

function write(name: string, said: Said, areas: Area[], level: AccessDocument["areas"]["level"], schools?: School[]) {
  const tally = (area: Area, status: AccessStatus) =>
    schools ? schools.filter((school) => school.area === area.id && school.status === status).length : (area.by?.[status] ?? 0);
  const by = Object.fromEntries(
    accessStatuses.flatMap((status) => {
      const column = areas.map((area) => tally(area, status));
      return column.some((count) => count > 0) ? [[status, column]] : [];
    }),
  );
  const document: AccessDocument = {
    schema: "access/1",
    id: `sample-${name}`,
    title: "Where computer science is taught (invented sample)",
    audience: { kind: "public" },
    scope: sample,
    period: { label: "School year 2025-26", from: "2025-08-01", to: "2026-06-30" },
    asOf: "2026-09-30",
    status: "final",
    revision: 1,
    sources: [{ name: "Sample survey of schools, invented", licence: "CC0-1.0" }],
    purpose: "To test and to show this figure. Every name and number is invented.",
    notes: [definition, coverage],
    actions: [
      { kind: "corrections", label: "Send a correction", href: "https://example.org/corrections" },
      { kind: "survey", label: "Answer for your school", href: "https://example.org/survey", due: "2026-12-15" },
    ],
    ...said,
    privacy: {
      policy: "k12cs-privacy/1",
      threshold: 10,
      zeros: "withhold",
      release: { id: `sample-${name}`, asOf: "2026-09-30" },
      check: { result: "passed", checkedWith: [] },
    },
    areas: {
      level,
      id: areas.map(({ id }) => id),
      name: areas.map((area) => area.name),
      coverage: coded(areas.map((area) => area.coverage ?? "covered")),
      schools: areas.map((area) => accessStatuses.reduce((sum, status) => sum + tally(area, status), 0)),
      by,
      ...(areas.some(({ file }) => file) && { file: areas.map(({ file }) => file ?? "not-applicable") }),
    },
    ...(schools && { schools: columns(schools) }),
  };
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.issues.slice(0, 3))}`);
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify(document, null, 1)
      .replace(/\n +(?=[\d"-][^\n:]*,?\n)/g, "")
      .replace(/(?<=[\d"])\n +\]/g, "]")}\n`,
  );
}

function columns(schools: School[]): NonNullable<AccessDocument["schools"]> {
  const offerings: Partial<Record<AccessStatus, string[]>> = {
    offers: ["Introduction to programming", "AP Computer Science Principles", "Robotics and programming"],
    limited: ["A club after school", "A unit within mathematics"],
  };
  return {
    id: schools.map(({ area }, at) => `${area.slice(0, 2)}00${String(1000 + at)}`),
    name: schools.map(({ name }) => name),
    area: coded(schools.map(({ area }) => area)),
    district: coded(schools.map(({ district }) => district ?? "Sample District")),
    status: coded(schools.map(({ status }) => status)),
    level: coded(schools.map(({ level }) => level ?? "high")),
    latitude: schools.map(({ at }) => at[0]),
    longitude: schools.map(({ at }) => at[1]),
    students: schools.map(({ status }) => (status === "withheld" ? "withheld" : 40 + Math.floor(random() * 1500))),
    offering: coded(schools.map(({ status }) => pick(offerings[status] ?? ["Nothing described"]))),
    source: schools.map(() => 0),
    saidOn: coded(schools.map(() => pick(["October 2025", "November 2025"]))),
  };
}

const folder = new URL("../test/documents/access/", import.meta.url);
mkdirSync(folder, { recursive: true });

const countiesOf = (state: string): Area[] =>
  counties
    .filter(({ id }) => String(id).startsWith(state))
    .map(({ id }, at) => ({
      id: String(id),
      name: `${trees[at % trees.length]}${at >= trees.length ? ` ${lands[Math.floor(at / trees.length)]}` : ""} County`,
    }));
const usual: AccessStatus[] = ["offers", "offers", "offers", "does-not-offer", "does-not-offer", "limited"];
const schoolIn = (area: Area, status: AccessStatus, more: Partial<School> = {}): School => ({
  name: `${placeName()} High School`,
  area: area.id,
  status,
  at: spotIn(area.id),
  district: `${area.name.replace(" County", "")} District`,
  ...more,
});
const levels: SchoolLevel[] = ["elementary", "middle", "high", "high", "high"];
const levelled = (area: Area, status: AccessStatus): School => {
  const level = pick(levels);
  return schoolIn(area, status, {
    level,
    name: `${placeName()} ${{ elementary: "Elementary", middle: "Middle", high: "High", other: "", unknown: "" }[level]} School`,
  });
};
/** More schools where a few counties are towns. */
const spread = (areas: Area[], count: number, make: (area: Area) => School) =>
  Array.from({ length: count }, (_, at) => make(at % 3 === 0 ? areas[(at * 7) % 4]! : pick(areas)));

const state = countiesOf("41");
write("typical", { summary: "Most schools in the towns teach computer science; many in the country do not." }, state, "county", [
  ...spread(state, 56, (area) => levelled(area, pick(usual))),
  ...spread(state, 4, (area) => levelled(area, "not-reported")),
]);

const nationScope = { level: "nation" as const, id: "US", name: "a sample nation" };
const fifty = states
  .filter(({ id }) => !["60", "66", "69", "78"].includes(String(id)))
  .map(({ id, properties }): Area => ({ id: String(id), name: properties.name }));
const numbers = (area: Area): Area => {
  const schools = 60 + Math.floor(random() ** 2 * 1800);
  const offers = Math.floor(schools * (0.12 + 0.78 * random()));
  const unknown = random() < 0.1 ? 2 : 0;
  return { ...area, by: { offers, "does-not-offer": schools - offers - unknown, ...(unknown && { unknown }) } };
};
const nation = fifty.map((area): Area => {
  if (["16", "46", "22", "33"].includes(area.id)) return { ...area, coverage: "not-covered" };
  if (area.id === "48") return { ...numbers(area), coverage: "partly-covered" };
  return area.id === "41" ? { ...numbers(area), file: "typical.json" } : numbers(area);
});
write("nation", { scope: nationScope }, nation, "state");

const absent: Record<string, Area["by"]> = {
  "06": { withheld: 900 },
  "48": { "not-reported": 1200 },
  "30": { unknown: 170 },
  "08": {},
  "12": { "not-covered": 400 },
  "36": { offers: 200, limited: 150, "does-not-offer": 300, withheld: 20 },
  "53": { "offered-before": 100, "did-not-offer-before": 80 },
};
write(
  "every-absence",
  { scope: nationScope },
  fifty.map((area): Area =>
    absent[area.id]
      ? { ...area, by: absent[area.id]! }
      : area.id === "35"
        ? { ...area, coverage: "not-covered" }
        : area.id === "29"
          ? { ...numbers(area), coverage: "partly-covered" }
          : numbers(area),
  ),
  "state",
);

const iowa = countiesOf("19");
const sampleIowa = { ...sample, id: "19" };
write(
  "every-status",
  { scope: sampleIowa, status: "provisional" },
  iowa.map((area, at) => (at % 9 === 4 ? { ...area, coverage: "not-covered" as const } : area)),
  "county",
  accessStatuses.flatMap((status, at) =>
    Array.from({ length: at === 0 ? 6 : 3 }, (_, n) => schoolIn(iowa.filter((__, c) => c % 9 !== 4)[(at * 17 + n * 31) % 80]!, status)),
  ),
);
write(
  "all-withheld",
  {},
  state,
  "county",
  spread(state, 24, (area) => schoolIn(area, "withheld")),
);
write(
  "not-covered",
  { scope: nationScope, notes: [definition, { ...coverage, text: "Nine states answered the survey. The dotted ones were not asked." }] },
  fifty.map((area, at): Area => (at % 6 === 0 ? numbers(area) : { ...area, coverage: "not-covered" })),
  "state",
);
const [one, two, three] = [state[0]!, state[5]!, state[12]!];
write("bad-coordinates", {}, state, "county", [
  ...Array.from({ length: 4 }, () => schoolIn(one, "offers")),
  ...Array.from({ length: 3 }, () => schoolIn(two, "does-not-offer")),
  schoolIn(one, "offers", { name: "School without a place", at: ["unknown", "unknown"] }),
  schoolIn(one, "offers", { name: "School beyond the world", at: [144.5, -119.2] }),
  schoolIn(two, "does-not-offer", { name: "School with latitude and longitude exchanged", at: [-120.9, 44.1] }),
  schoolIn(two, "limited", { name: "School in the ocean off Africa", at: [0, 0] }),
  schoolIn(three, "offers", { name: "School in another state", at: [40.7, -74] }),
  schoolIn(three, "offers", { name: "School with its latitude twice", at: [44.2, 44.2] }),
]);
write("one-school", {}, [state[3]!], "county", [schoolIn(state[3]!, "offers")]);
const long = (text: string, max: number) => `${text} `.repeat(20).slice(0, max).trim();
write(
  "longest-labels",
  {
    title: long("Where computer science is taught in every school of a very long name (invented sample)", 160),
    summary: long("This summary is as long as a summary may be and says nothing that the picture does not say.", 600),
    scope: { ...sample, name: long("Sample State of the Long Name", 120) },
    notes: [
      { ...definition, title: long("Offers at least one computer science class", 120), text: long("A long definition goes on.", 500) },
    ],
  },
  state.slice(0, 6).map((area, at) => ({ ...area, name: `${long("Northern Sample County of the Long Name", 116)} ${at}` })),
  "county",
  Array.from({ length: 12 }, (_, at) =>
    schoolIn(state[at % 6]!, pick(usual), {
      name: `${long("Consolidated Comprehensive High School of Science", 156)} ${at}`,
      district: long("Unified Regional School District", 150),
    }),
  ),
);
const spot = spotIn(two.id);
write("same-spot", {}, state, "county", [
  ...Array.from({ length: 61 }, (_, at) => schoolIn(two, at % 3 === 0 ? "does-not-offer" : "offers", { at: spot })),
  ...Array.from({ length: 8 }, (_, at) => schoolIn(state[(at * 5) % 36]!, pick(usual))),
]);
write("empty", {}, state, "county");
write(
  "counties-only",
  { status: "provisional" },
  state.map((area, at) => (at % 11 === 7 ? { ...area, coverage: "not-covered" as const } : numbers(area))),
  "county",
);
write(
  "partner",
  {
    audience: {
      kind: "partner",
      id: "sample-partner",
      consent: "Sample agreement of 1 July 2026: schools agreed to be shown to this partner.",
      confidentiality: "For the sample partner only. Do not pass on.",
    },
  },
  state,
  "county",
  spread(state, 18, (area) => schoolIn(area, pick(usual))),
);
