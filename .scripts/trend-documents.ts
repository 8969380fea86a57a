/**
 * Writes test/documents/trend/ and test/attacks/trend-*.json: `npx tsx .scripts/trend-documents.ts`. Every name and number is invented.
 * Seeded: the same files every time.
 */
import { trend, type Envelope, type TrendDocument, type TrendGroup } from "@vitrine/contract";
import { attackNames, attackTexts, longest, partnerAudience, sampleEnvelope } from "../test/helpers/envelope.js";
import { attackedEnvelope, writerOf } from "./write-documents.js";

const write = writerOf(trend, ({ times, groups }) => `${times.from.length} points, ${groups.length} groups`);

const of = (name: string, title: string, said: Partial<Omit<Envelope, "schema">> = {}) =>
  sampleEnvelope("trend/1", `trend-${name}`, title, said) as Omit<
    TrendDocument,
    "measure" | "step" | "times" | "annotations" | "groups" | "partition"
  >;

/** Numbers from 0 to 1, the same every time. */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
const one = (value: number) => Math.round(value * 10) / 10;

const closures = {
  id: "closures",
  from: "2020-03-16",
  to: "2020-06-12",
  label: "Schools closed",
  text: "Most schools taught from a distance.",
};
const years = (first: number, count: number) => ({
  from: Array.from({ length: count }, (_, at) => `${first + at}-07-01`),
  label: Array.from({ length: count }, (_, at) => `${first + at}-${String(first + at + 1).slice(2)}`),
});
const weeks = (first: string, count: number, skip: (at: number) => boolean = () => false) =>
  Array.from({ length: count }, (_, at) => at)
    .filter((at) => !skip(at))
    .map((at) => new Date(Date.parse(`${first}T00:00:00Z`) + at * 7 * 86_400_000).toISOString().slice(0, 10));

const stayed = { kind: "share", name: "Trained teachers who still teach the course", of: "trained teachers", people: true } as const;
const staying = (all: [number, number][], a: [number, number][]) => {
  const columns = (pairs: [number, number][]) => ({ count: pairs.map(([count]) => count), base: pairs.map(([, base]) => base) });
  const rest = all.map(([count, base], at): [number, number] => [count - a[at]![0], base - a[at]![1]]);
  return {
    all: { name: "All trained teachers", ...columns(all) },
    groups: [
      { id: "csd", name: "CS Discoveries", ...columns(a) },
      { id: "csp", name: "CS Principles", ...columns(rest) },
    ],
  };
};
const seven = staying(
  [
    [118, 190],
    [121, 208],
    [96, 201],
    [127, 214],
    [149, 240],
    [171, 262],
    [188, 277],
  ],
  [
    [70, 102],
    [70, 112],
    [50, 108],
    [70, 118],
    [86, 132],
    [101, 142],
    [109, 151],
  ],
);
const typical: TrendDocument = {
  ...of("typical", "Do trained teachers go on teaching computer science?", { status: "provisional" }),
  measure: stayed,
  step: "year",
  times: years(2018, 7),
  provisionalFrom: "2024-07-01",
  annotations: [closures],
  ...seven,
  groupsLabel: "By course",
  partition: true,
};
write("documents/trend/typical.json", typical);

/** Weeks of a school year with its holidays, as a curve. */
function engagement(seed: number, level: number, days: readonly string[]) {
  const roll = dice(seed);
  let drift = 0;
  return days.map((iso) => {
    const month = Number(iso.slice(5, 7));
    drift = drift * 0.8 + (roll() - 0.5) * 14;
    const season = month === 7 || month === 8 ? 0.35 : month === 6 || month === 12 ? 0.8 : 1;
    return one(Math.max(2, level * season + drift));
  });
}
const meals = [
  ["under-20", "Under 20% of students", 232, 9],
  ["20-40", "20% to 40% of students", 205, 10],
  ["40-60", "40% to 60% of students", 168, 11],
  ["60-80", "60% to 80% of students", 141, 7],
  ["80-100", "80% of students or more", 118, 4],
] as const;
const use = {
  kind: "mean",
  name: "Use of digital learning products on a school day",
  of: "districts",
  people: false,
  unit: "page loads per 1,000 students",
} as const;
const byMeals = (days: readonly string[]): TrendGroup[] =>
  meals.map(([id, name, level, districts], at) => ({
    id,
    name,
    mean: engagement(at + 1, level, days),
    base: days.map(() => districts),
  }));
const mealsLabel = "Districts by share of students with free or reduced meals";
const equity = (days: readonly string[], name: string, title: string, said: Partial<Omit<Envelope, "schema">> = {}): TrendDocument => ({
  ...of(name, title, {
    scope: { level: "nation", id: "us", name: "56 districts (sample)" },
    period: { label: `${days[0]?.slice(0, 4)} to ${days.at(-1)?.slice(0, 4)}` },
    ...said,
  }),
  measure: use,
  step: "week",
  times: { from: [...days] },
  annotations: [closures],
  groups: byMeals(days),
  groupsLabel: mealsLabel,
  partition: false,
});
const summer = (at: number) => at >= 27 && at <= 31;
write(
  "documents/trend/weekly-equity.json",
  equity(weeks("2020-01-06", 52, summer), "weekly-equity", "Do students of poorer districts use digital products as much?", {
    notes: [
      {
        kind: "definition",
        title: "Use",
        text: "Page loads of digital learning products for each 1,000 students of a district on a school day, averaged over the week.",
      },
      {
        kind: "denominator",
        title: "Districts are compared, not students",
        text: "Each district counts once, however many students it has. What is said of a district is not said of a student.",
      },
    ],
  }),
);
write(
  "documents/trend/weekly-ten-years.json",
  equity(weeks("2016-09-05", 521), "weekly-ten-years", "Ten years, week by week", { asOf: "2026-09-06" }),
);
const months = Array.from({ length: 18 }, (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`);
write("documents/trend/monthly-one-line.json", {
  ...of("monthly-one-line", "How many families came to an engagement"),
  measure: { kind: "count", name: "Families who took part in an engagement", of: "families", people: true },
  step: "month",
  times: { from: months },
  annotations: [
    { id: "training", from: "2025-08-18", label: "Staff trained" },
    { id: "toolkit", from: "2025-09-08", label: "Toolkit handed out to all schools" },
    { id: "night", from: "2026-02-12", label: "Computer science night" },
  ],
  all: {
    name: "All families",
    count: [212, 198, 240, 251, 233, 120, "not-applicable", 96, 305, 342, 356, 288, 331, 402, 377, 391, 360, 188],
  },
  groups: [],
  partition: false,
});
const terms = ["Fall 2022", "Spring 2023", "Fall 2023", "Spring 2024", "Spring 2025", "Fall 2025"];
write("documents/trend/termly-with-gap.json", {
  ...of("termly-with-gap", "Who takes a computer science course", { status: "provisional" }),
  measure: { kind: "count", name: "Students in a computer science course", of: "students", people: true },
  step: "term",
  times: { from: ["2022-08-15", "2023-01-09", "2023-08-14", "2024-01-08", "2025-01-06", "2025-08-18"], label: terms },
  provisionalFrom: "2025-08-18",
  annotations: [],
  all: { name: "All students", count: [804, 866, 921, 960, 1104, 1180] },
  groups: [
    { id: "female", name: "Female", count: [260, 288, 318, 341, "withheld", 441] },
    { id: "male", name: "Male", count: [544, 578, 603, 619, "withheld", 739] },
  ],
  partition: true,
});
write("documents/trend/one-point.json", {
  ...of("one-point", "The first year"),
  measure: stayed,
  step: "year",
  times: years(2025, 1),
  annotations: [],
  ...staying([[149, 240]], [[86, 132]]),
  partition: true,
});
write("documents/trend/empty.json", {
  ...of("empty", "Nothing is known yet"),
  measure: stayed,
  step: "year",
  times: { from: [] },
  annotations: [],
  all: { name: "All trained teachers", count: [], base: [] },
  groups: [],
  partition: false,
});
write("documents/trend/one-line.json", {
  ...of("one-line", "How many trained teachers stay"),
  measure: stayed,
  step: "year",
  times: typical.times,
  annotations: [closures],
  all: seven.all,
  groups: [],
  partition: false,
});
const counties = Array.from(
  { length: 12 },
  (_, at) =>
    [
      "Arden",
      "Birch Valley",
      "Cedar Falls",
      "Dover",
      "Eastlake",
      "Fairview",
      "Glenwood",
      "Hollis",
      "Ironton",
      "Juniper",
      "Kingsley",
      "Larch Hill",
    ][at]!,
);
const grown = counties.map((_, at) => {
  const roll = dice(at + 40);
  return Array.from({ length: 8 }, (_, year) => Math.round(40 + 26 * at * (0.6 + year * 0.09) + roll() * 30));
});
write("documents/trend/many-groups.json", {
  ...of("many-groups", "Students in computer science, county by county", { status: "provisional" }),
  measure: { kind: "count", name: "Students in a computer science course", of: "students", people: true },
  step: "year",
  times: years(2018, 8),
  provisionalFrom: "2025-07-01",
  annotations: [closures],
  groups: counties.map((name, at) => ({
    id: `county-${at + 1}`,
    name,
    count:
      at === 3
        ? [...grown[at]!.slice(0, 5), "not-reported", "not-reported", "not-reported"]
        : at === 7
          ? grown[at]!.map((count, year) => (year < 3 ? "not-covered" : count))
          : grown[at]!,
  })),
  groupsLabel: "By county",
  partition: false,
});
write("documents/trend/longest-labels.json", {
  ...of("longest-labels", longest("A title as long as a title may be, and then some words more ", 160), {
    status: "provisional",
    summary: longest("A summary of the author's own. ", 600),
  }),
  measure: {
    ...stayed,
    name: longest("Teachers who were trained in a summer workshop and still teach the whole course ", 120),
    of: longest("teachers trained in a summer workshop of the programme ", 60),
  },
  step: "year",
  times: { from: typical.times.from, label: typical.times.label!.map((label) => longest(`School year ${label} of the programme `, 40)) },
  annotations: [
    { ...closures, label: longest("Schools of the whole region were closed to all students ", 60), text: longest("More on that. ", 400) },
    { id: "late", from: "2024-05-01", label: longest("An event that lies at the right end of the picture and is long ", 60) },
  ],
  all: { ...seven.all, name: longest("All teachers who attended a summer workshop in any of the districts ", 120) },
  groups: seven.groups.map((group) => ({
    ...group,
    name: longest(`${group.name} in the Consolidated Unified Regional Education Service Area `, 120),
  })),
  groupsLabel: longest("By the course in which the teacher was trained first, or the later one ", 120),
  partition: true,
});
const always = (word: "withheld") => Array.from({ length: 7 }, () => word);
write("documents/trend/all-withheld.json", {
  ...of("all-withheld", "What is shown where nothing may be"),
  measure: stayed,
  step: "year",
  times: typical.times,
  annotations: [],
  groupsLabel: "By course",
  partition: true,
  all: { name: "All trained teachers", count: always("withheld"), base: always("withheld") },
  groups: seven.groups.map(({ id, name }) => ({ id, name, count: always("withheld"), base: always("withheld") })),
});
write("documents/trend/every-absence.json", {
  ...of("every-absence", "What stands where there is no number?"),
  measure: { kind: "count", name: "Students in a computer science course", of: "students", people: true },
  step: "year",
  times: years(2018, 8),
  annotations: [closures],
  groups: [
    { id: "arden", name: "Arden", count: [120, 134, "withheld", "withheld", 150, 161, 170, 181] },
    { id: "birch", name: "Birch Valley", count: ["not-covered", "not-covered", "not-covered", 60, 72, 80, 85, 90] },
    { id: "cedar", name: "Cedar Falls", count: [40, 44, 47, 52, 58, 61, "not-reported", "not-reported"] },
    { id: "dover", name: "Dover", count: [200, "unknown", 190, 205, "unknown", 222, 230, 236] },
    { id: "eastlake", name: "Eastlake", count: Array.from({ length: 8 }, (_, at) => (at < 2 ? "not-applicable" : 20 + 4 * at)) },
  ],
  groupsLabel: "By county",
  partition: false,
});
write("documents/trend/bands.json", {
  ...of("bands", "What may be said of small districts"),
  measure: stayed,
  step: "year",
  times: years(2019, 6),
  annotations: [],
  groups: [
    {
      id: "arden",
      name: "Arden",
      count: Array.from({ length: 6 }, () => "withheld" as const),
      base: [28, 26, 29, 24, 27, 30],
      share: [
        { from: 40, to: 60 },
        { from: 40, to: 60 },
        { from: 20, to: 40 },
        { from: 40, to: 60 },
        { from: 60, to: 80 },
        { from: 60, to: 80 },
      ],
    },
    {
      id: "birch",
      name: "Birch Valley",
      count: Array.from({ length: 6 }, () => "withheld" as const),
      base: [52, 48, "withheld", 55, 58, 60],
      share: [{ from: 70, to: 80 }, { from: 70, to: 80 }, "withheld", { from: 60, to: 70 }, { from: 70, to: 80 }, { from: 80, to: 90 }],
    },
  ],
  groupsLabel: "By district",
  partition: false,
});
write("documents/trend/provisional.json", {
  ...of("provisional", "Every figure may still change", { status: "provisional" }),
  measure: stayed,
  step: "year",
  times: years(2022, 3),
  annotations: [],
  ...staying(
    [
      [149, 240],
      [171, 262],
      [188, 277],
    ],
    [
      [86, 132],
      [101, 142],
      [109, 151],
    ],
  ),
  partition: true,
});
write("documents/trend/partner.json", {
  ...typical,
  ...of("partner", "How many of our teachers go on", { audience: partnerAudience, status: "provisional" }),
});
write("documents/trend/spanish.json", {
  ...of("spanish", "¿Siguen enseñando computación los docentes formados?", { status: "provisional", period: { label: "2018-25" } }),
  measure: { kind: "share", name: "Docentes con formación que siguen dando el curso", of: "docentes con formación", people: true },
  step: "year",
  times: typical.times,
  provisionalFrom: "2024-07-01",
  annotations: [{ ...closures, label: "Escuelas cerradas", text: "Casi todas enseñaban a distancia." }],
  all: { ...seven.all, name: "Todos los docentes con formación" },
  groups: seven.groups,
  groupsLabel: "Por curso",
  partition: true,
});

for (const name of attackNames) {
  const attack = attackTexts(name);
  write(`attacks/trend-${name}.json`, {
    ...typical,
    ...attackedEnvelope(`attack-trend-${name}`, typical, attack),
    measure: { ...stayed, name: attack(), of: attack(), unit: attack() },
    times: { from: typical.times.from, label: typical.times.from.map(attack) },
    annotations: [{ ...closures, label: attack(), text: attack() }],
    all: { ...seven.all, name: attack() },
    groups: seven.groups.map((group) => ({ ...group, name: attack() })),
    groupsLabel: attack(),
  });
}
