import {
  accessStatuses,
  schoolLevels,
  type AccessDocument,
  type AccessStatus,
  type SchoolActivity,
  type SchoolLevel,
} from "@vitrine/contract";

/** An invented school. Without `at` its place is not known. */
export interface Invented {
  name: string;
  status: AccessStatus;
  area: string;
  district?: string;
  level?: SchoolLevel;
  activity?: SchoolActivity;
  at?: [latitude: number, longitude: number];
  offering?: string;
}
export const areaNames: Record<string, string> = { "12001": "North County", "12003": "South County" };

const coded = <T extends string>(cells: readonly T[]) => {
  const values = [...new Set(cells)];
  const position = new Map(values.map((value, at) => [value, at]));
  return { values, index: cells.map((cell) => position.get(cell)!) };
};

/** An invented access document of these schools, in two counties unless `names` says otherwise. Ids are `s00000`, `s00001` and so on. */
export function accessOf(
  schools: readonly Invented[],
  { id = "invented-schools", names = areaNames, scope = ["12", "Florida"] } = {},
): AccessDocument {
  const ids = Object.keys(names);
  const count = (area: string, status?: AccessStatus) =>
    schools.filter((school) => school.area === area && (!status || school.status === status)).length;
  const by = Object.fromEntries(
    accessStatuses.flatMap((status) => {
      const column = ids.map((area) => count(area, status));
      return column.some((n) => n > 0) ? [[status, column]] : [];
    }),
  );
  return {
    schema: "access/1",
    id,
    title: "Invented schools and computer science",
    audience: { kind: "public" },
    scope: { level: "state", id: scope[0]!, name: scope[1]! },
    period: { label: "2025-26" },
    asOf: "2026-09-30",
    status: "final",
    revision: 1,
    sources: [{ name: "An invented survey" }],
    purpose: "To test the map; every school is invented.",
    notes: [
      {
        kind: "definition",
        title: "Offers computer science",
        text: "The school said that it teaches at least one computer science class.",
      },
    ],
    actions: [
      { kind: "survey", label: "Answer the survey", href: "https://example.org/survey" },
      { kind: "corrections", label: "Send a correction", href: "mailto:help@example.org?subject=Correction" },
    ],
    privacy: {
      policy: "k12cs-privacy/1",
      threshold: 10,
      zeros: "withhold",
      release: { id: "invented", asOf: "2026-09-30" },
      check: { result: "passed", checkedWith: [] },
    },
    areas: {
      level: "county",
      id: ids,
      name: ids.map((area) => names[area]!),
      coverage: { values: ["covered"], index: ids.map(() => 0) },
      schools: ids.map((area) => count(area)),
      by,
    },
    schools: {
      id: schools.map((_, at) => `s${String(at).padStart(5, "0")}`),
      name: schools.map(({ name }) => name),
      area: coded(schools.map(({ area }) => area)),
      district: coded(schools.map(({ district }) => district ?? "No district")),
      status: coded(schools.map(({ status }) => status)),
      level: coded(schools.map(({ level }) => level ?? schoolLevels[4])),
      ...(schools.some(({ activity }) => activity) && { activity: coded(schools.map(({ activity }) => activity ?? "unknown")) }),
      latitude: schools.map(({ at }) => at?.[0] ?? "unknown"),
      longitude: schools.map(({ at }) => at?.[1] ?? "unknown"),
      offering: coded(schools.map(({ offering }) => offering ?? "Not described")),
      source: schools.map(() => 0),
      saidOn: coded(schools.map(() => "autumn 2025")),
    },
  };
}
