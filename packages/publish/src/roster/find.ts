import type { RosterFlag, RosterStage } from "@vitrine/contract";
import { nameKeys, sameName, type NameKeys } from "./names.js";
import { classesKey, connected, type Classes, type Entry, type Facts, type Links } from "./person.js";

/** A row of the roster with what was found. */
export interface Found {
  entry: Entry;
  flags: Set<RosterFlag>;
  /** Positions of earlier rows that look like the same teacher: at most one of the same course and one of another. */
  repeats: number[];
  /** The earlier row of the same account, course and year: it is counted instead. */
  countedBy: number | undefined;
  classes: Classes | undefined;
  stage: RosterStage;
  counted: boolean;
}

/** Do two rows look like the same teacher? `certain`: by their account; else by name and school, or by accounts that may belong together. */
export type Likeness = "certain" | "likely";

/** Compares the teachers of rows with each other. */
export class Teachers {
  private readonly names: NameKeys[];
  private readonly sure: Set<string>[];
  private readonly maybe: Set<string>[];
  constructor(
    readonly entries: readonly Entry[],
    { links, nickNames }: Pick<Facts, "links" | "nickNames">,
  ) {
    this.names = entries.map(({ teacher }) => nameKeys(teacher, nickNames));
    this.sure = entries.map(({ account }) => connected(links.confirmed, account));
    this.maybe = this.sure.map(
      (accounts) => new Set([...accounts].flatMap((account) => [account, ...(links.suggested.get(account) ?? [])])),
    );
  }

  compare(one: number, other: number): Likeness | undefined {
    const shared = (first: Set<string>, second: Set<string>) => [...first].some((account) => second.has(account));
    if (shared(this.sure[one]!, this.sure[other]!)) return "certain";
    if (shared(this.maybe[one]!, this.sure[other]!) || shared(this.sure[one]!, this.maybe[other]!)) return "likely";
    const [first, second] = [this.entries[one]!, this.entries[other]!];
    const schools = first.atSchool && second.atSchool && first.school.id === second.school.id;
    return schools && sameName(this.names[one]!, this.names[other]!) ? "likely" : undefined;
  }

  /** For every row the earlier rows that may be the same teacher, in order. */
  *earlier(): Generator<[row: number, candidates: number[]]> {
    const seen = new Map<string, number[]>();
    for (const row of this.entries.keys()) {
      const keys = this.keysOf(row);
      const candidates = new Set(keys.flatMap((key) => seen.get(key) ?? []));
      yield [row, [...candidates].sort((a, b) => a - b)];
      for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), row]);
    }
  }

  private keysOf(row: number): string[] {
    const { school, atSchool } = this.entries[row]!;
    const names = atSchool ? this.names[row]!.keys.map((key) => `${school.id}\n${key}`) : [];
    return [...names, ...this.maybe[row]!];
  }
}

/** Classes of all accounts of one teacher in one course, together. */
export function classesOf(entry: Entry, { activity, bar }: Pick<Facts, "activity"> & { bar: Bar }, links: Links): Classes | undefined {
  if (entry.account === undefined) return undefined;
  const all = [...connected(links, entry.account)].flatMap((account) => activity.get(classesKey(account, entry.workshop.course.id)) ?? []);
  return all.length === 0 ? { students: 0, bar: "no", highestUnit: undefined, measure: 0 } : together(all, bar);
}

/** From which measured number on the bar is met; without one each row says it. */
export type Bar = number | undefined;

const collator = new Intl.Collator("en", { numeric: true });
const sum = (numbers: readonly (number | undefined)[]) =>
  numbers.reduce<number | undefined>((total, one) => (total === undefined || one === undefined ? undefined : total + one), 0);

export function together(all: readonly Classes[], bar: Bar): Classes {
  const measure = sum(all.map((one) => one.measure));
  const units = all.flatMap(({ highestUnit }) => highestUnit ?? []).sort(collator.compare);
  const said = all.some((one) => one.bar === "yes") ? "yes" : all.some((one) => one.bar === "unknown") ? "unknown" : "no";
  return {
    students: sum(all.map(({ students }) => students)),
    bar: bar === undefined ? said : measure === undefined ? "unknown" : measure >= bar ? "yes" : "no",
    highestUnit: units.at(-1),
    measure,
  };
}

function stageOf({ participation, teaches }: Entry, classes: Classes | undefined): RosterStage {
  if (participation === "withdrew-before-workshop" || !teaches || !classes || classes.bar === "unknown") return "not-known";
  if (classes.bar === "yes") return "met";
  if (classes.students === undefined) return "not-known";
  return classes.students > 0 ? "started" : "not-started";
}

/**
 * Looks at all rows of a roster, which stand in the order of their ids. The rate's rule: who stopped teaching stays counted; who withdrew before
 * the workshop, who is no teacher, and a second enrolment of one account in one course and year are not counted. A second row that only looks like
 * the same teacher is counted until a correction removes it: a mistaken likeness must not flatter the rate.
 * @param disputed rows whose bar is in dispute
 */
export function find(facts: Facts, bar: Bar, disputed: ReadonlySet<string> = new Set()): Found[] {
  const { entries, links, activity } = facts;
  const found = entries.map((entry): Found => {
    const known = classesOf(entry, { activity, bar }, links.confirmed);
    const classes: Classes | undefined = known && disputed.has(entry.id) ? { ...known, bar: "unknown" } : known;
    const flags = new Set<RosterFlag>();
    const withdrew = entry.participation === "withdrew-before-workshop";
    if (withdrew) flags.add("withdrew-before-workshop");
    if (!entry.teaches) flags.add("not-a-teacher");
    const listed = !withdrew && entry.teaches;
    if (listed && known?.students === 0 && teachesElsewhere(entry, facts)) flags.add("other-account");
    if (listed && (known?.students ?? 0) > 0 && known?.highestUnit === undefined) flags.add("highest-unit-unknown");
    return { entry, flags, repeats: [], countedBy: undefined, classes, stage: stageOf(entry, classes), counted: listed };
  });
  const teachers = new Teachers(entries, facts);
  for (const [row, candidates] of teachers.earlier()) {
    const { entry, flags, repeats } = found[row]!;
    if (!entry.teaches) continue;
    const alike = candidates.filter((other) => {
      const { teaches, workshop } = entries[other]!;
      return teaches && workshop.schoolYear === entry.workshop.schoolYear && teachers.compare(row, other);
    });
    const inCourse = (other: number) => entries[other]!.workshop.course.id === entry.workshop.course.id;
    const same = alike.find(inCourse);
    const both = alike.find((other) => !inCourse(other));
    if (same !== undefined) flags.add("duplicate-in-programme");
    if (both !== undefined) flags.add("duplicate-in-both-programmes");
    repeats.push(...[same, both].filter((other) => other !== undefined));
    const counted = alike.find((other) => inCourse(other) && found[other]!.counted && teachers.compare(row, other) === "certain");
    if (found[row]!.counted && counted !== undefined) {
      found[row]!.countedBy = counted;
      found[row]!.counted = false;
    }
  }
  return found;
}

/** Has another account, which may be the same person's, students in the course? */
function teachesElsewhere({ account, workshop }: Entry, { activity, links }: Facts): boolean {
  const own = connected(links.confirmed, account);
  const others = [...own].flatMap((one) => [...(links.suggested.get(one) ?? [])]);
  return others.some((other) => (activity.get(classesKey(other, workshop.course.id))?.students ?? 0) > 0);
}
