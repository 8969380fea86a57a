import { isMailAddress, looksPersonal, type Participation } from "@vitrine/contract";
import type { RosterConfig } from "../config/schema.js";
import { codeOf } from "../documents/groups.js";
import { plainText } from "../documents/plain.js";
import type { Engine } from "../engine/engine.js";
import { fold } from "../engine/dialects.js";
import type { FaultReason, Faults } from "../faults.js";
import type { Rows } from "../rows/load.js";
import { together, type Bar } from "./find.js";
import { foldName, nameKeys, sameName } from "./names.js";
import { classesKey, connected, link, type Classes, type Entry, type Facts, type Named, type Workshop } from "./person.js";
import { readActivity, readInput, type Cells, type RosterInputs } from "./sources.js";

const isCode = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,59}$/;
export const nowhere: Named = { id: "unknown", name: "Not known" };

/** Counts what could not be used as it was, by reason and column. */
class Tally {
  private readonly counts = new Map<string, number>();
  note(reason: FaultReason, column = ""): undefined {
    const key = JSON.stringify([reason, column]);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
  report(faults: Faults, document: string, file: string): void {
    for (const [key, rows] of this.counts) {
      const [reason, column] = JSON.parse(key) as [FaultReason, string];
      faults.add({ in: document, file, ...(column === "" ? {} : { column }), reason, rows });
    }
  }
}

/** The number from which the bar is met; nothing when a column says it. */
export const barOf = (config: RosterConfig): Bar => config.activity.bar.atLeast;

/** Reads everything a roster is made of. Rows without consent are left out here, after they were looked at. */
export async function readFacts(
  engine: Engine,
  config: RosterConfig,
  inputs: RosterInputs,
  rowsOf: (source: string) => Rows,
  faults: Faults,
): Promise<Facts> {
  const read = async (name: keyof RosterInputs): Promise<Cells[]> => {
    const input = inputs[name];
    return input ? readInput(engine, input, rowsOf(input.source), config.id, faults) : [];
  };
  const nickNames = nickNamesOf(await read("nicknames"));
  const links = linksOf(await read("accounts"));
  const activity = new Map<string, Classes>();
  for (const { account, course, students, measure, bar, units } of await readActivity(
    engine,
    inputs,
    config,
    rowsOf(inputs.activity.source),
    faults,
  )) {
    const each = (units.length > 0 ? units : [undefined]).map((unit) => ({
      students: students ?? undefined,
      bar,
      highestUnit: unit === undefined ? undefined : shownText(unit, 120),
      measure: measure ?? undefined,
    }));
    // The furthest of several units; the counts are added already.
    const { highestUnit } = together(each, undefined);
    activity.set(classesKey(account, course), { ...each[0]!, highestUnit });
  }
  const tally = new Tally();
  const enrolled = (await read("enrolments")).flatMap((cells) => enrolment(cells, config, tally) ?? []);
  unique(enrolled, tally, config.enrolments.id);
  tally.report(faults, config.id, rowsOf(inputs.enrolments.source).columns.shown);
  const came = new Tally();
  const present = (await read("attendance")).flatMap((cells) => attended(cells, config, came) ?? []);
  const guests = attend(enrolled, present, { links, nickNames }, config, came);
  if (inputs.attendance) came.report(faults, config.id, rowsOf(inputs.attendance.source).columns.shown);
  const all = [...enrolled, ...guests].sort((a, b) => (a.id < b.id ? -1 : 1));
  const consenting = all.filter(({ consentOn }) => consentOn !== "");
  faults.add({ in: config.id, column: config.enrolments.consentOn, reason: "no-consent", rows: all.length - consenting.length });
  return {
    entries: consenting.filter(({ workshop }) => !workshop.elsewhere),
    elsewhere: consenting.filter(({ workshop }) => workshop.elsewhere),
    activity,
    links,
    nickNames,
  };
}

function nickNamesOf(rows: Cells[]): Facts["nickNames"] {
  const names = new Map<string, string[]>();
  for (const { name, nickname } of rows) {
    if (!name || !nickname) continue;
    const key = foldName(nickname);
    names.set(key, [...(names.get(key) ?? []), foldName(name)]);
  }
  return names;
}

function linksOf(rows: Cells[]): Facts["links"] {
  const links: Facts["links"] = { confirmed: new Map(), suggested: new Map() };
  for (const { account, other, state } of rows)
    if (account && other && account !== other) link(links[state as keyof Facts["links"]], account, other);
  return links;
}

/** One line of text for readers, or nothing when it is empty or looks like an address or number of a person. */
function shownText(cell: string | null | undefined, max: number): string | undefined {
  const text = plainText(cell ?? "").replace(/ {2,}/g, " ");
  if (text === "" || looksPersonal(text)) return undefined;
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}

function named(id: string | null | undefined, cell: string | null | undefined, max: number): Named | undefined {
  const name = shownText(cell, max);
  if (!name && !id) return undefined;
  return { id: id && isCode.test(id) ? id : codeOf(id ?? name!), name: name ?? nowhere.name };
}

function workshopOf(cell: string | null | undefined, { workshops, courses }: RosterConfig): Workshop | undefined {
  const key = Object.keys(workshops).find((one) => fold(one) === fold(cell ?? ""));
  if (key === undefined) return undefined;
  const { name, course, schoolYear, from, to, elsewhere = false } = workshops[key]!;
  return { id: key, name, course: courses[course]!, schoolYear, from, to, elsewhere };
}

interface Signed extends Entry {
  role: string;
}

function enrolment(cells: Cells, config: RosterConfig, tally: Tally): Signed | undefined {
  const { enrolments } = config;
  const { id } = cells;
  if (!id) return tally.note("id-missing", enrolments.id);
  if (!isCode.test(id)) return tally.note("id-not-a-code", enrolments.id);
  const workshop = workshopOf(cells["workshop"], config);
  if (!workshop) return tally.note("workshop-not-listed", enrolments.workshop);
  const teacher = shownText(cells["teacher"], 160);
  if (!teacher) return tally.note(cells["teacher"] ? "text-personal" : "teacher-missing", enrolments.teacher);
  const account = accountOf(cells["account"], tally, enrolments.account);
  const school = named(cells["school_id"], cells["school"], 160);
  const district = named(cells["district_id"], cells["district"], 160);
  const withdrew = cells["withdrew_on"] ?? undefined;
  const said = cells["participation"] as Participation;
  const left: Participation = said === "taking-part" && withdrew !== undefined ? "left-programme" : said;
  return {
    id,
    teacher,
    account,
    school: school ?? nowhere,
    atSchool: school !== undefined,
    district: district ?? nowhere,
    workshop,
    consentOn: cells["consent_on"] ?? "",
    participation: withdrew !== undefined && withdrew < workshop.from ? "withdrew-before-workshop" : left,
    attended: false,
    teaches: cells["role"] !== "not-a-teacher",
    role: cells["role"]!,
  };
}

function accountOf(cell: string | null | undefined, tally: Tally, column: string | undefined): string | undefined {
  if (!cell) return undefined;
  return isMailAddress(cell) ? cell : tally.note("not-an-account", column);
}

/** Keeps the first row of each id. */
function unique(entries: Entry[], tally: Tally, column: string): void {
  const seen = new Set<string>();
  for (let at = 0; at < entries.length; at++) {
    if (seen.size !== seen.add(entries[at]!.id).size) continue;
    tally.note("id-repeated", column);
    entries.splice(at--, 1);
  }
}

function attended(cells: Cells, config: RosterConfig, tally: Tally): Signed | undefined {
  const attendance = config.attendance!;
  if (cells["attended"] !== "yes") return undefined;
  const workshop = workshopOf(cells["workshop"], config);
  if (!workshop) return tally.note("workshop-not-listed", attendance.workshop);
  const { id } = cells;
  if (!id) return tally.note("id-missing", attendance.id);
  if (!isCode.test(`attended-${id}`)) return tally.note("id-not-a-code", attendance.id);
  const account = accountOf(cells["account"], tally, attendance.account);
  const teacher = shownText(cells["teacher"], 160);
  if (!teacher && !account) return tally.note("teacher-missing", attendance.teacher);
  const school = named(cells["school_id"], cells["school"], 160);
  return {
    id: `attended-${id}`,
    teacher: teacher ?? nowhere.name,
    account,
    school: school ?? nowhere,
    atSchool: school !== undefined,
    district: nowhere,
    workshop,
    consentOn: cells["consent_on"] ?? "",
    participation: "taking-part",
    attended: true,
    teaches: cells["role"] === "teacher",
    role: cells["role"]!,
  };
}

/**
 * Gives every attendance to the enrolment it belongs to, by account, else by name and school, or by name in the same workshop where the
 * attendance names no school. @returns those who are enrolled nowhere, each once for a course and year: not teachers unless their role says so
 */
function attend(
  enrolled: Signed[],
  present: Signed[],
  { links, nickNames }: Pick<Facts, "links" | "nickNames">,
  config: RosterConfig,
  tally: Tally,
): Entry[] {
  const index = new Map<string, number[]>();
  const put = (key: string, at: number) => index.set(key, [...(index.get(key) ?? []), at]);
  const personOf = (entry: Entry) => accountsOf(entry, links);
  const names = enrolled.map(({ teacher }) => nameKeys(teacher, nickNames));
  enrolled.forEach((entry, at) => {
    for (const account of personOf(entry)) put(`account ${account}`, at);
    for (const key of names[at]!.keys) {
      if (entry.atSchool) put(`school ${entry.school.id} ${key}`, at);
      put(`workshop ${entry.workshop.id} ${key}`, at);
    }
  });
  const roles = new Map<number, Set<string>>();
  const guests = new Map<string, Signed>();
  for (const one of present) {
    const name = nameKeys(one.teacher, nickNames);
    const byAccount = [...personOf(one)].flatMap((account) => index.get(`account ${account}`) ?? []);
    const places = one.atSchool ? [`school ${one.school.id}`] : [`workshop ${one.workshop.id}`];
    const byName = places.flatMap((place) => name.keys.flatMap((key) => index.get(`${place} ${key}`) ?? []));
    const mine = byAccount.length > 0 ? byAccount : byName.filter((at) => sameName(name, names[at]!));
    const here = mine.filter((at) => enrolled[at]!.workshop.id === one.workshop.id);
    for (const at of here) {
      enrolled[at]!.attended = true;
      roles.set(at, (roles.get(at) ?? new Set()).add(one.role));
    }
    if (mine.length > 0) {
      if (here.length === 0) tally.note("attended-another", config.attendance!.workshop);
      continue;
    }
    const { course, schoolYear } = one.workshop;
    const key = [one.account ?? `${one.school.id} ${name.keys[0]}`, course.id, schoolYear].join("\n");
    const known = guests.get(key);
    if (!known) guests.set(key, { ...one });
    else if (known.consentOn === "") known.consentOn = one.consentOn;
  }
  for (const [at, said] of roles) {
    const entry = enrolled[at]!;
    if (said.has("not-a-teacher") && !said.has("teacher") && entry.role !== "teacher") entry.teaches = false;
  }
  for (const entry of enrolled) {
    if (entry.participation === "withdrew-before-workshop" && entry.attended) {
      entry.participation = "left-programme";
      tally.note("withdrew-and-attended", config.enrolments.withdrewOn);
    }
    const missing = !entry.attended && entry.participation !== "withdrew-before-workshop" && !entry.workshop.elsewhere;
    if (missing && config.attendance) tally.note("no-attendance");
  }
  return [...guests.values()].filter(({ workshop }) => !workshop.elsewhere);
}

function accountsOf({ account }: Entry, { confirmed, suggested }: Facts["links"]): Set<string> {
  const sure = connected(confirmed, account);
  return new Set([...sure].flatMap((one) => [one, ...(suggested.get(one) ?? new Set<string>())]));
}
