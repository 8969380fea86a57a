/** Invented rows for every kind that is counted in a warehouse, with what engines read in different ways: nobody and nothing in them exists. */
import { dice } from "../publish/dice.ts";
import type { Table } from "./servers.ts";

const text = (name: string) => ({ name, postgresql: "text", clickhouse: "String" });
const maybe = (name: string) => ({ name, postgresql: "varchar(400)", clickhouse: "Nullable(String)" });
const whole = (name: string) => ({ name, postgresql: "integer", clickhouse: "Nullable(Int32)" });

const { next, below, pick } = dice(20261122);
const many = (count: number, row: (at: number) => string[]) => Array.from({ length: count }, (_, at) => row(at));
/** The same word as people write it: other case, blanks of all kinds around it. */
const written = (word: string) =>
  pick([word, word, word.toUpperCase(), ` ${word}`, `${word}\t`, `\u00a0${word} `, `${word.toLowerCase()}\u3000`]);
const districts = ["Émile-Zola (invented)", "Ångström (invented)", "Prairie Run (invented)", "Straße (invented)", "Пример (invented)"];

const teachers: Table = {
  name: "teachers",
  columns: [text("teacher"), text("course"), maybe("District"), text("workshop"), maybe("stage")],
  rows: many(900, (at) => [
    written(`T${Math.floor(at / 2) + 1}`),
    pick(["CSD", "csp", " CSP", "CSD"]),
    at % 97 === 0 ? "" : written(districts[(at >> 1) % 5]!),
    pick(["attended", "Attended ", "withdrew", "-999"]),
    pick(["met", "met", "MET", "started", "not started", "", "it's \\ unclear"]),
  ]),
};

const day = (at: number) => new Date(Date.UTC(2025, 7, 25) + at * 86_400_000).toISOString().slice(0, 10);
const fellows: Table = {
  name: "fellows",
  columns: [text("fellow"), maybe("day"), maybe("hours"), text("track")],
  rows: many(3000, (at) => [
    written(`f${below(160)}`),
    at % 211 === 0
      ? pick(["2026-02-30", "2026-13-01", "soon", "1969-12-31", "2026-2-3", "2026-01-1x", "2026/01/01", ""])
      : `${day(below(150))}${pick(["", " 10:30", "T08:00:00Z"])}`,
    pick(["1.5", "2", "0.1", "+3", ".25", "7.", "1e0", "", "n/a", "-1", "0.333333333"]),
    written(pick(["ALPHA", "Beta"])),
  ]),
};

const applicants: Table = {
  name: "applicants",
  columns: [text("applicant"), text("came"), maybe("stayed"), text("region")],
  rows: many(700, () => [
    written(`a${below(400)}`),
    pick(["yes", "YES", "no"]),
    pick(["yes", "no", "", "Yes "]),
    pick(["North", "south", "SOUTH", "East"]),
  ]),
};

const schools: Table = {
  name: "schools",
  columns: [
    text("id"),
    text("name"),
    text("state"),
    maybe("county"),
    text("cs"),
    whole("students"),
    maybe("latitude"),
    maybe("longitude"),
    maybe("meals"),
    maybe("rate"),
    text("year"),
  ],
  rows: many(400, (at) => [
    at % 131 === 0 ? "no code!" : `S${String(at + 1).padStart(4, "0")}`,
    at % 50 === 0 ? "" : written(`École ${at % 7} “Ünïcode” ${at}`),
    pick(["IA", "ia", "19", "Kansas", "nowhere"]),
    pick(["101", "19103", "7", ""]),
    pick(["yes", "Yes", "no", "", "perhaps"]),
    at % 40 === 0 ? "" : String(below(900)),
    pick(["38.90722", "+41.5", "41,5", "", "x", "97.1"]),
    at % 3 === 0 ? "-94.12345" : (-90 - next() * 6).toFixed(5),
    pick(["12%", "40 %", "61.5", "80", ""]),
    pick(["10.05", "12.15", "50", "n/a", "33.333"]),
    pick(["2024-25", "2025-26"]),
  ]),
};

const enrolments: Table = {
  name: "enrolments",
  columns: [text("school"), ...["cs", "cs_f", "cs_m", "everybody", "all_f", "all_m"].map(maybe)],
  rows: many(60, (at) => {
    const [f, m] = [below(30), below(40)];
    return [
      `s${at}`,
      String(f + m + below(3)),
      at === 7 ? "-4" : at === 9 ? "2.5" : String(f),
      String(m),
      String(300 + f),
      String(140 + f),
      at === 11 ? "?" : "150",
    ];
  }),
};

const families: Table = {
  name: "families",
  columns: [maybe("answer"), maybe("pace"), text("role")],
  rows: many(260, () => [
    pick(["1", "2", "3", "4", "agree", "AGREE ", "", "refused", "9"]),
    pick(["-10", "0", "12.5", "33.3", "", "70"]),
    pick(["t", "A", "a", ""]),
  ]),
};

export const tables: readonly Table[] = [teachers, fellows, applicants, schools, enrolments, families];

/** Every letter that has a lower-case one, in the first planes of Unicode. */
export const letters: Table = {
  name: "letters",
  columns: [text("letter")],
  rows: many(0x2fff, (at) => [String.fromCodePoint(at + 0x21)]).filter(([letter]) => letter!.toLowerCase() !== letter),
};

const quoted = (cell: string) => (/[",\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvOf = ({ columns, rows }: Table): string =>
  [columns.map(({ name }) => name), ...rows].map((row) => row.map(quoted).join(",")).join("\n");

const yes = (column: string) => [{ column, in: ["yes"] }];
const base = {
  measure: { kind: "mean", name: "Hours", of: "fellows", people: true, unit: "hours", value: "hours", over: "fellow" },
  from: "fellows",
  all: "All",
};
const trend = (id: string, step: string, over: object) => ({
  kind: "trend",
  id,
  title: id,
  ...base,
  time: { column: "day", step },
  ...over,
});
const share = {
  kind: "share",
  name: "Long days",
  of: "days",
  people: false,
  base: { take: "rows" },
  part: { where: [{ column: "hours", in: ["2", "+3", "7."] }] },
};
const groups = { label: "By track", column: "track" };

/** A document of every kind that a warehouse counts; none counts people of another. */
export const documents = [
  {
    kind: "implementation",
    id: "gauge",
    title: "Gauge",
    from: "teachers",
    teacher: "teacher",
    trained: { column: "workshop", values: { attended: "counted", withdrew: "left-out" } },
    stage: { column: "stage", values: { met: "met", started: "started", "not started": "not-started", "": "not-known" } },
    breakdowns: [
      { by: "course", label: "By course", column: "course" },
      {
        by: "district",
        label: "By district",
        column: "District",
        groups: { "émile-zola (INVENTED)": { id: "zola", name: "Zola" }, "": { id: "none", name: "None" } },
      },
    ],
  },
  {
    kind: "access",
    id: "map",
    title: "Map",
    from: "schools",
    write: "overview-and-areas",
    areas: { level: "state", column: "state", coverage: { missing: "not-covered" } },
    eachArea: { title: "In {area}", areas: { level: "county", column: "county" } },
    school: {
      id: "id",
      name: "name",
      status: { column: "cs", values: { yes: "offers", no: "does-not-offer", "": "unknown" } },
      latitude: "latitude",
      longitude: "longitude",
      students: "students",
    },
    places: { within: { south: 36, north: 44, west: -104, east: -90 } },
  },
  {
    kind: "metrics",
    id: "numbers",
    title: "Numbers",
    metrics: [
      {
        id: "schools",
        name: "Schools",
        unit: "schools",
        counts: "things",
        from: "schools",
        where: [{ column: "year", in: ["2025-26"] }],
        take: "different",
        column: "name",
        parts: { column: "cs", groups: { yes: { id: "yes", name: "Yes" }, no: { id: "no", name: "No" } } },
        change: {
          where: [{ column: "year", notIn: ["2025-26"] }],
          since: "2024-25",
          over: "county",
          counts: "things",
          of: "counties in both years",
        },
      },
      { id: "students", name: "Students", unit: "students", counts: "things", from: "schools", take: "sum", column: "students" },
    ],
  },
  trend("weeks", "week", { where: [{ column: "track", in: ["alpha"] }], measure: { ...base.measure, within: "sum-of-a-day" } }),
  trend("months", "month", {
    where: [{ column: "track", in: ["beta"] }],
    measure: { ...base.measure, people: false, within: "mean" },
    groups,
    all: undefined,
  }),
  trend("years", "year", { measure: share, groups }),
  trend("hours", "month", {
    measure: { kind: "count", name: "Whole hours", of: "hours", people: false, count: { take: "sum", column: "hours" } },
    where: [{ column: "hours", in: ["2", "+3", "7."] }],
  }),
  {
    kind: "pathway",
    id: "stages",
    title: "Stages",
    from: "applicants",
    person: "applicant",
    followed: true,
    stages: [
      { id: "came", name: "Came", of: "people", where: yes("came") },
      { id: "stayed", name: "Stayed", of: "people", where: yes("stayed") },
    ],
    breakdowns: [{ by: "region", label: "By region", column: "region" }],
  },
  {
    kind: "gap",
    id: "gap",
    title: "Gap",
    from: "schools",
    units: "schools",
    unit: "id",
    groups: {
      column: "meals",
      steps: [
        { id: "few", name: "Fewer", to: 50 },
        { id: "many", name: "More", from: 50 },
      ],
    },
    outcome: { measure: "share", name: "Rate", percent: "rate" },
    context: { measure: "mean", name: "Students", unit: "students", column: "students" },
  },
  {
    kind: "composition",
    id: "who",
    title: "Who",
    from: "enrolments",
    subject: { name: "In computer science", students: "cs" },
    comparison: { from: "enrolments", name: "All", students: "everybody", includes: true },
    breakdowns: [
      {
        by: "gender",
        label: "By gender",
        overlap: false,
        groups: [
          { id: "f", name: "Girls", column: "cs_f", compared: "all_f" },
          { id: "m", name: "Boys", column: "cs_m", compared: "all_m" },
        ],
      },
    ],
  },
  {
    kind: "survey",
    id: "answers",
    title: "Answers",
    from: "families",
    where: [{ column: "role", in: ["t"] }],
    respondents: "families",
    scale: {
      kind: "steps",
      low: "Disagree",
      high: "Agree",
      steps: [
        { id: "no", name: "No", side: "low", cells: ["1"] },
        { id: "neither", name: "Neither", side: "middle", cells: ["2"] },
        { id: "yes", name: "Yes", side: "high", cells: ["3", "4", "agree"] },
      ],
    },
    noAnswer: ["refused"],
    questions: [{ id: "again", text: "Again", column: "answer" }],
  },
  {
    kind: "survey",
    id: "pace",
    title: "Pace",
    from: "families",
    where: [{ column: "role", notIn: ["t"] }],
    respondents: "families",
    scale: { kind: "two-sided", low: "Too much", high: "Too little", reach: 50 },
    questions: [{ id: "pace", text: "Pace", column: "pace" }],
    by: { label: "By role", column: "role", groups: { a: { id: "a", name: "Administrators" } } },
  },
];
