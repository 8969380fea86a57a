/**
 * Makes the raw rows a roster is published from, with faults planted on purpose and a list of where they are. Every teacher, school and address
 * is invented.
 */
import { dice, table } from "./dice.ts";

const firstNames =
  "Ada Alice Amara Ana Andrew Anthony Aisha Barbara Beatriz Benjamin Bianca Carlos Caroline Catherine Charles Chinwe Christopher Claire Daniel David Deborah Derek Dorothy Edward Elena Elizabeth Emeka Émile Esther Faith Fatima Felix Frances Gabriel George Grace Hannah Harriet Helen Henry Ibrahim Imani Ingrid Irene Isaac Jacob James Jasmine Jonathan Joseph José Joy Judith Julián Karen Katherine Keiko Kenneth Kofi Laila Lars Laura Leon Lillian Lucía Marcus Margaret María Martin Matthew Mei Michael Miriam Nadia Nathan Nicholas Nina Noor Olivia Oscar Patricia Patrick Pauline Peter Priya Rachel Raymond Rebecca René Richard Robert Rosa Ruth Samuel Sandra Sarah Sofía Stephen Susan Tamika Teresa Theodore Thomas Timothy Uma Victoria Vincent Walter William Xiomara Yasmin Yusuf Zoë".split(
    " ",
  );
const lastNames =
  "Abbott Acheampong Adler Aguirre Albrecht Alvarado Anders Archer Baptiste Barros Becker Bellamy Benítez Bergström Blum Boateng Brandt Brennan Briggs Caldwell Calhoun Cárdenas Carver Castañeda Chandra Chávez Clarke Coleman Córdova Crane Cruz Dahl Delgado Diallo Dorsey Drake Dunne Eklund Ellison Eze Falk Farrow Ferreira Finch Fontaine Forsyth Gaines Gallardo Garza Gibbs Góngora Granger Greer Guzmán Haddad Hale Hansen Harlow Hayes Heller Herrera Hobbs Holm Ibarra Ingram Iwu Jansen Jarvis Jefferson Juárez Kaplan Keller Kerr Khalil Kirby Klein Kovač Lambert Langley Larkin Lindqvist Lozano Lund Maddox Malik Marsh Mbeki McKay Mendoza Mercer Moreau Müller Nakamura Navarro Ndiaye Núñez O'Brien Okafor Olsen Ortega Osei Palmer Park Peña Petrov Pike Quintero Quist Ramos Reyes Rhodes Ríos Rowe Saito Salazar Sandoval Schäfer Serrano Shah Sorensen Stone Suárez Tate Thorne Tran Underwood Valdez Vance Vega Voss Walsh Whitfield Wolfe Yamada Yates Zamora Ziegler".split(
    " ",
  );
const nickNames: Record<string, string[]> = {
  Andrew: ["Andy", "Drew"],
  Anthony: ["Tony"],
  Barbara: ["Barb"],
  Benjamin: ["Ben"],
  Catherine: ["Cathy"],
  Charles: ["Charlie", "Chuck"],
  Christopher: ["Chris"],
  Daniel: ["Dan"],
  Deborah: ["Debbie"],
  Edward: ["Ed", "Ted"],
  Elizabeth: ["Liz", "Beth"],
  James: ["Jim"],
  Joseph: ["Joe"],
  Katherine: ["Kate", "Kathy"],
  Margaret: ["Peggy", "Maggie"],
  Matthew: ["Matt"],
  Michael: ["Mike"],
  Nicholas: ["Nick"],
  Patricia: ["Pat", "Trish"],
  Patrick: ["Pat"],
  Rebecca: ["Becky"],
  Richard: ["Dick", "Rick"],
  Robert: ["Bob", "Rob"],
  Samuel: ["Sam"],
  Stephen: ["Steve"],
  Susan: ["Sue"],
  Teresa: ["Terry"],
  Theodore: ["Ted"],
  Thomas: ["Tom"],
  Timothy: ["Tim"],
  Victoria: ["Vicky"],
  William: ["Bill", "Will"],
};

export type Fault =
  | "duplicate-in-programme"
  | "duplicate-in-both-programmes"
  | "withdrew-before-workshop"
  | "not-a-teacher"
  | "other-account"
  | "highest-unit-unknown";

/** What was planted: for each fault the ids of the rows that have it; who each row is of; how many people did not agree. */
export interface Planted {
  rows: Record<Fault, Set<string>>;
  personOf: Map<string, number>;
  noConsent: number;
}

interface Person {
  number: number;
  first: string;
  middle: string;
  last: string;
  account: string;
  school: number;
}

interface Enrolment {
  person: Person;
  name: string;
  account: string;
  workshop: string;
  agreed: boolean;
  withdrew: string;
  now: string;
  came: boolean;
  role: string;
}

export const workshops = {
  "CSD-A": { name: "CS Discoveries, week A", course: "CSD", from: "2026-06-22", to: "2026-06-26" },
  "CSD-B": { name: "CS Discoveries, week B", course: "CSD", from: "2026-07-13", to: "2026-07-17" },
  "CSP-A": { name: "CS Principles, week A", course: "CSP", from: "2026-06-22", to: "2026-06-26" },
  "CSP-B": { name: "CS Principles, week B", course: "CSP", from: "2026-07-20", to: "2026-07-24" },
  "X-CSD": { name: "CS Discoveries, held by another partner", course: "CSD", from: "2026-07-06", to: "2026-07-10" },
} as const;
type WorkshopKey = keyof typeof workshops;

const ascii = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** Ways in which one name is written otherwise. Each gives the same name back where it does not apply. */
export const spellings: Record<string, (person: { first: string; middle: string; last: string }) => string> = {
  case: ({ first, last }) => `${first} ${last}`.toUpperCase(),
  lower: ({ first, last }) => `${first} ${last}`.toLowerCase(),
  accents: ({ first, last }) => `${first} ${last}`.normalize("NFD").replace(/\p{M}/gu, ""),
  order: ({ first, last }) => `${last}, ${first}`,
  reversed: ({ first, last }) => `${last} ${first}`,
  "middle initial": ({ first, middle, last }) => `${first} ${middle || "J"}. ${last}`,
  "order and initial": ({ first, middle, last }) => `${last}, ${first} ${middle || "J"}.`,
  "double space": ({ first, last }) => `${first}  ${last}`,
  title: ({ first, last }) => `Dr. ${first} ${last}`,
  "nick-name": ({ first, last }) => `${nickNames[first]?.[0] ?? first} ${last}`,
  "nick-name and order": ({ first, last }) => `${last}, ${nickNames[first]?.at(-1) ?? first}`,
  hyphen: ({ first, last }) => `${first} ${last.replace("-", " ")}`,
};

export interface RosterWish {
  seed: number;
  people: number;
  schools: number;
  districts: readonly string[];
  /** How many of each fault. */
  each: number;
}

/** The files, and what was planted in them. */
export function rosterRows({ seed, people: count, schools: schoolCount, districts, each }: RosterWish): {
  files: Record<string, string>;
  planted: Planted;
} {
  const { next, below, pick } = dice(seed);
  const schoolName = (at: number) =>
    `${["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Hazel", "Juniper", "Linden", "Maple", "Oak", "Pine", "Spruce", "Willow"][at % 14]} ${["Creek", "Hill", "Park", "Ridge", "Valley", "View"][Math.floor(at / 14) % 6]} ${["High", "Middle"][at % 2]} School${at >= 84 ? ` ${Math.floor(at / 84) + 1}` : ""}`;
  const schools = Array.from({ length: schoolCount }, (_, at) => ({
    id: `S${String(at + 1).padStart(4, "0")}`,
    name: schoolName(at),
    district: at % districts.length,
  }));
  const taken = new Set<string>();
  const address = (first: string, last: string, where: string): string => {
    const base = `${ascii(first)}.${ascii(last)}`;
    for (let n = 1; ; n++) {
      const one = `${base}${n === 1 ? "" : n}@${where}.example`;
      if (taken.size !== taken.add(one).size) return one;
    }
  };
  const people: Person[] = Array.from({ length: count }, (_, number) => {
    const first = pick(firstNames);
    const last = next() < 0.06 ? `${pick(lastNames)}-${pick(lastNames)}` : pick(lastNames);
    const school = below(schoolCount);
    return {
      number,
      first,
      middle: next() < 0.2 ? pick("ABCDEFGHKLMNPRST".split("")) : "",
      last,
      account: address(first, last, "school"),
      school,
    };
  });
  const plain = ({ first, middle, last }: Person) => `${first} ${middle ? `${middle}. ` : ""}${last}`;
  const activity: (string | number)[][] = [];
  const links: string[][] = [];
  const teach = (account: string, course: string, students: number, past: number, unit: string) =>
    activity.push([account, course, students, past, unit]);
  const rows: Enrolment[] = people.map((person) => {
    const workshop = pick<WorkshopKey>(["CSD-A", "CSD-B", "CSP-A", "CSP-B"]);
    return {
      person,
      name: plain(person),
      account: person.account,
      workshop,
      agreed: true,
      withdrew: "",
      now: "",
      came: true,
      role: "teacher",
    };
  });
  const rowOf = rows.slice();
  // Each person gets one fault at most, taken in order; the rest are as they should be.
  let at = 0;
  const some = (share = 1) => rowOf.slice(at, (at += Math.ceil(each * share)));
  const otherWeek = (workshop: string) => (workshop.endsWith("A") ? workshop.replace("-A", "-B") : workshop.replace("-B", "-A"));
  const otherCourse = (workshop: string) => (workshop.startsWith("CSD") ? workshop.replace("CSD", "CSP") : workshop.replace("CSP", "CSD"));
  const again = (row: Enrolment, more: Partial<Enrolment>): Enrolment => {
    const twin = { ...row, ...more };
    rows.push(twin);
    return twin;
  };
  const ways = Object.keys(spellings);
  const otherSpelling = (person: Person, turn: number) => spellings[ways[turn % ways.length]!]!(person);
  const flagged: Record<Fault, Enrolment[]> = {
    "duplicate-in-programme": [],
    "duplicate-in-both-programmes": [],
    "withdrew-before-workshop": [],
    "not-a-teacher": [],
    "other-account": [],
    "highest-unit-unknown": [],
  };
  /** Gives the person a name that the way of this turn changes. */
  const fitName = (turn: number, row: Enrolment) => {
    const way = ways[turn % ways.length]!;
    const { person } = row;
    if (way.startsWith("nick")) person.first = pick(Object.keys(nickNames));
    if (way === "accents") person.last = pick(lastNames.filter((name) => /[^ -~]/.test(name)));
    if (way === "hyphen") person.last = `${pick(lastNames)}-${pick(lastNames)}`;
    row.name = plain(person);
  };
  for (const [turn, row] of some(2.5).entries()) {
    fitName(turn, row);
    // Each way of writing a name once with an account of its own, to be found by name and school; then some by account.
    const account = turn % 15 >= ways.length ? row.account : address(row.person.first, row.person.last, "home");
    flagged["duplicate-in-programme"].push(
      again(row, { account, name: otherSpelling(row.person, turn), workshop: otherWeek(row.workshop) }),
    );
  }
  for (const [turn, row] of some(1.5).entries()) {
    fitName(turn, row);
    const account = turn % 2 === 0 ? row.account : address(row.person.first, row.person.last, "home");
    flagged["duplicate-in-both-programmes"].push(
      again(row, { account, name: otherSpelling(row.person, turn), workshop: otherCourse(row.workshop) }),
    );
  }
  for (const row of some()) {
    Object.assign(row, { withdrew: "2026-05-30", came: false });
    flagged["withdrew-before-workshop"].push(row);
  }
  for (const row of some(0.5)) {
    row.role = pick(["facilitator", "staff"]);
    flagged["not-a-teacher"].push(row);
  }
  const linked = some();
  for (const row of linked) {
    const { course } = workshops[row.workshop as WorkshopKey];
    const other = address(row.person.first, row.person.last, "classes");
    links.push(next() < 0.5 ? [row.account, other, "suggested"] : [other, row.account, "suggested"]);
    teach(other, course, 12 + below(60), below(40), `Unit ${2 + below(5)}`);
    flagged["other-account"].push(row);
  }
  const silent = some();
  for (const row of silent) flagged["highest-unit-unknown"].push(row);
  const refusing = some();
  for (const row of refusing) row.agreed = false;
  // What looks like a fault and is none.
  const calm = {
    stopped: some(),
    late: some(0.5),
    idle: some(0.5),
    confirmed: some(0.5),
    elsewhere: some(0.2),
    roaming: some(0.2),
    missing: some(0.3),
    nameless: some(1.2),
  };
  for (const row of calm.stopped) row.now = "stopped teaching";
  for (const row of calm.late) row.withdrew = "2026-08-20";
  for (const row of calm.elsewhere) Object.assign(row, { workshop: "X-CSD" });
  for (const row of calm.missing) row.came = false;
  for (const row of calm.nameless) row.account = "";
  for (const row of calm.idle) links.push([row.account, address(row.person.first, row.person.last, "classes"), "suggested"]);
  for (const row of calm.confirmed) {
    const other = address(row.person.first, row.person.last, "classes");
    links.push([row.account, other, "confirmed"]);
    teach(other, workshops[row.workshop as WorkshopKey].course, 20 + below(30), 10 + below(10), "Unit 4");
  }
  const namesakes = some(0.5);
  for (const [turn, row] of namesakes.entries()) {
    const { person } = row;
    const number = people.length;
    // At another school; a sister at the same school; the same school with another middle initial.
    const other: Person =
      turn % 3 === 0
        ? { ...person, number, school: (person.school + 1) % schoolCount, account: address(person.first, person.last, "school") }
        : turn % 3 === 1
          ? { ...person, number, first: person.first === "Grace" ? "Uma" : "Grace", account: address("grace", person.last, "school") }
          : { ...person, number, middle: person.middle === "Q" ? "V" : "Q", account: address(person.first, person.last, "school") };
    if (turn % 3 === 2 && !person.middle) {
      person.middle = "W";
      row.name = plain(person);
    }
    people.push(other);
    again(row, { person: other, name: plain(other), account: other.account });
  }
  // Class activity of everybody else.
  const dull = new Set([...linked, ...calm.idle, ...calm.confirmed, ...calm.nameless]);
  const told = new Set<string>();
  for (const row of rows) {
    const { course } = workshops[row.workshop as WorkshopKey];
    const key = `${row.account} ${course}`;
    if (dull.has(row) || told.has(key) || row.withdrew === "2026-05-30" || row.role !== "teacher") continue;
    told.add(key);
    const chance = next();
    const unit = silent.includes(row) ? "Null" : `Unit ${1 + below(6)}`;
    if (silent.includes(row) || chance < 0.55) teach(row.account, course, 15 + below(90), 5 + below(10), unit);
    else if (chance < 0.68) teach(row.account, course, 1 + below(8), 0, unit);
    else if (chance < 0.78) teach(row.account, course, 10 + below(20), below(5), unit);
    else if (chance < 0.86) teach(row.account, course, 0, 0, "Null");
  }
  // The order of enrolments says nothing.
  const shuffled = rows.map((row) => ({ row, by: next() })).sort((a, b) => a.by - b.by);
  const ids = new Map(shuffled.map(({ row }, position) => [row, `E${String(10_001 + position)}`]));
  const lists = shuffled.map(({ row }) => row);
  const enrolments: (string | number)[][] = [
    "enrolment,teacher,account,school_id,school,district_id,district,workshop,agreed_on,withdrew_on,now".split(","),
  ];
  const attendance: (string | number)[][] = ["attendance,workshop,teacher,account,school_id,school,role,agreed_on".split(",")];
  const sign = (cells: string[]) => attendance.push([`A${String(10_001 + attendance.length - 1)}`, ...cells]);
  for (const row of lists) {
    const { person } = row;
    const school = schools[person.school]!;
    enrolments.push([
      ids.get(row)!,
      row.name,
      next() < 0.1 ? row.account.toUpperCase() : row.account,
      school.id,
      school.name,
      `D${school.district + 1}`,
      districts[school.district]!,
      row.workshop,
      row.agreed ? `2026-0${3 + below(3)}-${String(1 + below(28)).padStart(2, "0")}` : "",
      row.withdrew,
      row.now,
    ]);
    if (!row.came || !(row.workshop in workshops)) continue;
    // Some sign in by name alone.
    const byName = next() < 0.1;
    const workshop = calm.roaming.includes(row) ? otherWeek(row.workshop) : row.workshop;
    sign([workshop, row.name, byName ? "" : row.account, school.id, school.name, row.role, ""]);
  }
  const guests: { id: string; agreed: boolean }[] = [];
  for (let guest = 0; guest < each; guest++) {
    const [first, last] = [pick(firstNames), `${pick(lastNames)}-${pick(lastNames)}`];
    const agreed = guest % 4 !== 3;
    const id = `attended-A${String(10_001 + attendance.length - 1)}`;
    const role = guest % 2 === 0 ? pick(["facilitator", "staff"]) : "";
    sign([pick(["CSD-A", "CSP-B"]), `${first} ${last}`, address(first, last, "programme"), "", "", role, agreed ? "2026-06-21" : ""]);
    guests.push({ id, agreed });
  }
  const byId = (row: Enrolment) => ids.get(row)!;
  const set = (fault: Fault) => new Set(flagged[fault].map(byId));
  const planted: Planted = {
    rows: {
      "duplicate-in-programme": new Set(),
      "duplicate-in-both-programmes": new Set(),
      "withdrew-before-workshop": set("withdrew-before-workshop"),
      "not-a-teacher": new Set([...set("not-a-teacher"), ...guests.filter(({ agreed }) => agreed).map(({ id }) => id)]),
      "other-account": set("other-account"),
      "highest-unit-unknown": set("highest-unit-unknown"),
    },
    personOf: new Map(lists.map((row) => [byId(row), row.person.number])),
    noConsent: refusing.length + guests.filter(({ agreed }) => !agreed).length,
  };
  // The later row of a pair has the flag, and it depends on the numbers they were given.
  for (const fault of ["duplicate-in-programme", "duplicate-in-both-programmes"] as const)
    for (const twin of flagged[fault]) {
      const one = lists.find((row) => row !== twin && row.person === twin.person)!;
      planted.rows[fault].add([byId(one), byId(twin)].sort().at(-1)!);
    }
  const accountsFile = [["account", "other_account", "state"], ...links];
  const activityFile = ["account,course,students,students_past_bar,highest_unit".split(","), ...activity];
  const nickFile = [["name", "nickname"], ...Object.entries(nickNames).flatMap(([name, list]) => list.map((nick) => [name, nick]))];
  return {
    files: {
      "enrolments.csv": table(enrolments),
      "attendance.csv": table(attendance),
      "accounts.csv": table(accountsFile),
      "activity.csv": table(activityFile),
      "nicknames.csv": table(nickFile),
    },
    planted,
  };
}

/** The roster's part of a config over these files. */
export const rosterDocument = {
  kind: "roster",
  enrolments: {
    from: "enrolments",
    id: "enrolment",
    teacher: "teacher",
    account: "account",
    school: { id: "school_id", name: "school" },
    district: { id: "district_id", name: "district" },
    workshop: "workshop",
    consentOn: "agreed_on",
    withdrewOn: "withdrew_on",
    participation: { column: "now", values: { "": "taking-part", "stopped teaching": "stopped-teaching" } },
  },
  attendance: {
    from: "attendance",
    id: "attendance",
    workshop: "workshop",
    teacher: "teacher",
    account: "account",
    school: { id: "school_id", name: "school" },
    consentOn: "agreed_on",
    role: { column: "role", values: { teacher: "teacher", facilitator: "not-a-teacher", staff: "not-a-teacher", "": "unknown" } },
  },
  accounts: {
    from: "accounts",
    account: "account",
    other: "other_account",
    state: { column: "state", values: { confirmed: "confirmed", suggested: "suggested" } },
  },
  activity: {
    from: "activity",
    account: "account",
    course: "course",
    students: "students",
    highestUnit: "highest_unit",
    bar: { measure: "students_past_bar", atLeast: 5 },
  },
  nicknames: { from: "nicknames", name: "name", nickname: "nickname" },
  courses: { CSD: { id: "csd", name: "CS Discoveries" }, CSP: { id: "csp", name: "CS Principles" } },
  workshops: Object.fromEntries(
    Object.entries(workshops).map(([key, { name, course, from, to }]) => [
      key,
      { name, course, schoolYear: "2026-27", from, to, ...(key.startsWith("X") ? { elsewhere: true } : {}) },
    ]),
  ),
};

/** The sources of a config over these files. */
export const rosterSources = {
  enrolments: { file: "enrolments.csv" },
  attendance: { file: "attendance.csv" },
  accounts: { file: "accounts.csv" },
  activity: { file: "activity.csv", unknown: ["Null"] },
  nicknames: { file: "nicknames.csv" },
};
