import type { Absence, Participation, RosterDocument, RosterFlag, RosterStage } from "@vitrine/contract";

/** The same numbers for the same seed, on every machine. */
function dice(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const first =
  "Ada Aiko Ama Ana Anders Beatriz Ben Bo Chidi Clara Dai Dana Davi Edith Elif Émile Esi Farah Finn Gabriel Grace Hana Hugo Ines Iris Ivo Jada Jón Juno Kai Kavya Kofi Lea Léon Lin Luis Maeve Malik María Mei Milo Nadia Ngozi Nia Noah Olga Omar Öykü Paz Petra Quinn Rafa Rosa Ruth Sana Sam Sofía Tala Theo Uma Vera Wren Xia Yara Yusuf Zoë".split(
    " ",
  );
const last =
  "Abara Alder Amari Åberg Baptiste Barrera Becker Birch Boateng Cedeño Chen Cole Cruz Dahl Diaz Duarte Eze Farr Fofana Garza Grant Haddad Hale Ibarra Ito Jansen Jones Kaya Khan Kim Lake Laurent Li Lowe Marsh Mensah Moreau Müller Nakai Ndiaye Núñez Okoro Olsen Ortega Park Patel Peña Quist Rahman Reyes Rowe Saito Santos Shah Silva Søren Tamm Tran Udo Vance Varga Ward Wills Xu Yilmaz York Zapata Ziegler".split(
    " ",
  );
const places =
  "Alder Aspen Birch Cedar Chestnut Cypress Dogwood Elm Fir Hawthorn Hazel Hemlock Hickory Juniper Larch Linden Maple Oak Pine Rowan Spruce Sumac Sycamore Tamarack Tupelo Walnut Willow Yew".split(
    " ",
  );
const kinds = ["High School", "Middle School", "Academy", "K-8 School"];

interface Row {
  id: string;
  teacher: string;
  account: string;
  school: number;
  course: number;
  workshop: number;
  schoolYear: string;
  consentOn: string;
  participation: Participation;
  students: RosterDocument["rows"]["students"][number];
  metBar: "yes" | "no" | "unknown";
  stage: RosterStage;
  highestUnit: string;
  counted: "counted" | "left-out";
  flags: RosterFlag[];
  repeats?: number;
}

export interface RosterWish {
  rows: number;
  seed?: number;
  districts?: number;
  /** Different teachers for each row, as in a long list. */
  said?: Partial<Pick<RosterDocument, "id" | "title" | "summary" | "notes" | "actions" | "scope" | "status" | "audience" | "revision">>;
  /** Changes finished rows before they become columns. */
  change?: (rows: Row[]) => Row[];
  names?: (name: string) => string;
}

const absent: readonly Absence[] = ["withheld", "not-reported", "not-covered", "not-applicable", "unknown"];
const coded = <T extends string>(cells: readonly T[]) => {
  const at = new Map<T, number>();
  const index = cells.map((one) => at.get(one) ?? (at.set(one, at.size), at.size - 1));
  return { values: [...at.keys()], index };
};
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".");

/** A roster of invented teachers with everything a roster can hold: every flag, every participation, every absence. Seeded. */
export function rosterOf({ rows: size, seed = 27, districts = 3, said = {}, change, names = (name) => name }: RosterWish): RosterDocument {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;
  const schoolCount = Math.min(size, districts * 4);
  const district = Array.from({ length: districts }, (_, at) =>
    names(`${places[at % places.length]!}${at >= places.length ? ` ${Math.floor(at / places.length) + 1}` : ""} Unified`),
  );
  const school = Array.from({ length: schoolCount }, (_, at) =>
    names(`${places[(at * 5) % places.length]!} ${kinds[at % 4]!}${at >= 28 ? ` ${at}` : ""}`),
  );
  const width = Math.max(4, String(size).length);
  const rows: Row[] = [];
  for (let at = 0; rows.length < size; at++) {
    const teacher = `${pick(first)} ${size > 1000 ? `${String.fromCharCode(65 + Math.floor(roll() * 26))}. ` : ""}${pick(last)}`;
    const stage = roll();
    const course = roll() < 0.55 ? 0 : 1;
    const year = roll() < 0.75 ? "2025-26" : "2024-25";
    const base: Row = {
      id: `r-${String(rows.length + 1).padStart(width, "0")}`,
      teacher: names(teacher),
      account: `${plain(teacher)}@${places[at % 9]!.toLowerCase()}.example`,
      school: Math.floor(roll() * schoolCount),
      course,
      workshop: course + (year === "2025-26" ? 0 : 2),
      schoolYear: year,
      consentOn: `2025-0${1 + Math.floor(roll() * 6)}-1${Math.floor(roll() * 9)}`,
      participation: "taking-part",
      students: 12 + Math.floor(roll() * 90),
      metBar: stage < 0.62 ? "yes" : stage < 0.94 ? "no" : "unknown",
      stage: stage < 0.62 ? "met" : stage < 0.8 ? "started" : stage < 0.94 ? "not-started" : "not-known",
      highestUnit: `Unit ${stage < 0.62 ? 3 + Math.floor(roll() * 4) : 1 + Math.floor(roll() * 2)}`,
      counted: "counted",
      flags: [],
    };
    if (base.stage === "not-started") Object.assign(base, { students: 0, highestUnit: "not-applicable" });
    if (base.stage === "not-known") Object.assign(base, { students: pick(absent), highestUnit: pick(absent), account: pick(absent) });
    if (base.stage === "started" && roll() < 0.3) base.students = { min: 1, max: 9 };
    rows.push(base);
    const fault = at % 17;
    if (fault === 3 && rows.length < size) {
      const both = at % 34 === 3;
      const again: Row = {
        ...base,
        id: `r-${String(rows.length + 1).padStart(width, "0")}`,
        flags: [both ? "duplicate-in-both-programmes" : "duplicate-in-programme"],
        repeats: rows.length - 1,
      };
      if (both)
        Object.assign(again, {
          course: 1 - course,
          workshop: 1 - course,
          stage: "not-started",
          metBar: "no",
          students: 0,
          highestUnit: "not-applicable",
        });
      else again.teacher = names(teacher.toUpperCase());
      rows.push(again);
    } else if (fault === 5)
      Object.assign(base, {
        participation: "withdrew-before-workshop",
        counted: "left-out",
        stage: "not-known",
        metBar: "unknown",
        students: "not-applicable",
        highestUnit: "not-applicable",
        flags: ["withdrew-before-workshop"],
      });
    else if (fault === 8)
      Object.assign(base, { stage: "not-started", metBar: "no", students: 0, highestUnit: "not-applicable", flags: ["not-a-teacher"] });
    else if (fault === 10)
      Object.assign(base, { stage: "not-started", metBar: "no", students: 0, highestUnit: "unknown", flags: ["other-account"] });
    else if (fault === 12) Object.assign(base, { stage: "met", metBar: "yes", highestUnit: "unknown", flags: ["highest-unit-unknown"] });
    else if (fault === 14) base.participation = at % 2 ? "stopped-teaching" : "left-programme";
  }
  const list = change ? change(rows) : rows;
  const all = (of: (row: Row) => boolean) => list.flatMap((row, at) => (of(row) ? [at] : []));
  const pairs = all(({ repeats }) => repeats !== undefined);
  const flags = [...new Set(list.flatMap((row) => row.flags))].sort();
  const counted = list.filter(({ counted }) => counted === "counted");
  const at = (stage: RosterStage) => counted.filter((row) => row.stage === stage).length;
  return {
    schema: "roster/1",
    id: "sample-roster",
    title: "Who of our teachers is teaching?",
    audience: {
      kind: "partner",
      id: "harborview",
      consent: "Every teacher listed agreed on enrolment that the partner who trained them sees these rows.",
      confidentiality: "Confidential: for the staff of Harborview who support these teachers. Do not forward or publish.",
    },
    scope: { level: "region", id: "harborview", name: "Harborview Region (sample)" },
    period: { label: "2025-26", from: "2025-07-01", to: "2026-06-30" },
    asOf: "2026-09-30",
    status: "provisional",
    revision: 2,
    sources: [{ name: "Harborview sample programme (invented data)" }],
    purpose: "To review the teacher roster and to correct it before rates are final.",
    notes: [
      { kind: "known-issue", title: "Highest unit", text: "The highest unit is missing for some rows. Go by the bar until it is mended." },
      {
        kind: "definition",
        title: "Implementation bar",
        text: "A teacher meets the bar when at least five students have each finished three units of the course.",
      },
      {
        kind: "denominator",
        title: "Who is counted",
        text: "All teachers who attended the summer workshop, also those who later stopped teaching. Who withdrew before it is not counted.",
      },
    ],
    actions: [
      { kind: "corrections", label: "Send corrections", href: "https://vitrine.example/corrections", due: "2026-10-30" },
      { kind: "contact", label: "Ask the programme", href: "mailto:programme@vitrine.example?subject=Roster" },
      { kind: "privacy-policy", label: "How these data are protected", href: "https://vitrine.example/privacy" },
    ],
    privacy: {
      policy: "k12cs-privacy/1",
      threshold: 5,
      zeros: "withhold",
      release: { id: "2026-09", asOf: "2026-09-30" },
      check: { result: "passed", checkedWith: [] },
    },
    districts: { id: district.map((_, at) => `d-${at + 1}`), name: district },
    schools: { id: school.map((_, at) => `s-${at + 1}`), name: school, district: school.map((_, at) => at % districts) },
    courses: { id: ["csd", "csp"], name: [names("CS Discoveries"), names("CS Principles")] },
    workshops: {
      id: ["w-1", "w-2", "w-3", "w-4"],
      name: ["Summer 2025, Discoveries", "Summer 2025, Principles", "Summer 2024, Discoveries", "Summer 2024, Principles"].map(names),
      from: ["2025-07-14", "2025-07-21", "2024-07-15", "2024-07-22"],
      to: ["2025-07-18", "2025-07-25", "2024-07-19", "2024-07-26"],
    },
    rows: {
      id: list.map(({ id }) => id),
      teacher: list.map(({ teacher }) => teacher),
      account: list.map(({ account }) => account),
      school: list.map(({ school }) => school),
      course: list.map(({ course }) => course),
      workshop: list.map(({ workshop }) => workshop),
      schoolYear: coded(list.map(({ schoolYear }) => schoolYear)),
      consentOn: coded(list.map(({ consentOn }) => consentOn)),
      participation: coded(list.map(({ participation }) => participation)),
      students: list.map(({ students }) => students),
      metBar: coded(list.map(({ metBar }) => metBar)),
      stage: coded(list.map(({ stage }) => stage)),
      highestUnit: coded(list.map(({ highestUnit }) => highestUnit)),
      counted: coded(list.map(({ counted }) => counted)),
      flags: Object.fromEntries(flags.map((flag) => [flag, all((row) => row.flags.includes(flag))])) as RosterDocument["rows"]["flags"],
      repeats: { row: pairs, of: pairs.map((row) => list[row]!.repeats!) },
    },
    totals: { trained: counted.length, met: at("met"), started: at("started"), notStarted: at("not-started"), notKnown: at("not-known") },
    ...said,
  };
}
