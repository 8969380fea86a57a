import type { CorrectionAddition, CorrectionEntry, Corrections } from "@vitrine/contract";
import { find, Teachers, type Bar, type Found } from "./find.js";
import { nameKeys, sameName } from "./names.js";
import { classesKey, connected, link, type Entry, type Facts, type Links } from "./person.js";

/** Why a correction could not be applied, and what to do. */
export const conflicts = {
  "no-such-row": "no row of the roster has this id: correct the id",
  "no-row-to-keep": "the row to keep is not on the roster: name another one",
  "kept-row-not-counted": "the row to keep is not counted, so that the teacher would fall out of the rate: keep the other one",
  "stopped-teaching": "this teacher attended and stopped later: the row stays, because implementation rates need it",
  attended: "this teacher took part in the workshop: who withdrew later stays, because implementation rates need it",
  "corrected-before": "an earlier correction says something else of this row: keep one of them",
  "account-of-another": "this account is another teacher's: correct the address",
  "account-without-classes": "no class activity is known under this account: ask the teacher for the right address",
  "account-missing": "this row has no account to link with: correct it in the sources",
  "not-enrolled": "nobody who consented is enrolled elsewhere for this course under this account: ask the teacher to enrol or to consent",
  "another-name": "the enrolment under this account has another name: correct one of them",
} as const;
export type Conflict = keyof typeof conflicts;

/** What became of one correction. Rows are named by their ids alone. */
export interface Outcome {
  file: string;
  /** JSON path inside the corrections: `$.entries[0]`. */
  path: string;
  mark: CorrectionEntry["mark"] | "add";
  row?: string;
  keep?: string;
  outcome: "applied" | "already-so" | "conflicting";
  reason?: Conflict;
}

export interface CorrectionsFile {
  file: string;
  corrections: Corrections;
}

type Judged = Pick<Outcome, "outcome" | "reason" | "row">;
const applied: Judged = { outcome: "applied" };
const already: Judged = { outcome: "already-so" };
const conflicting = (reason: Conflict): Judged => ({ outcome: "conflicting", reason });

const copied = (links: Links): Links => new Map([...links].map(([account, others]) => [account, new Set(others)]));

/**
 * Applies corrections to what the sources say, one after the other. Who stopped teaching is never removed, except as the second row of the
 * same teacher.
 * @returns the facts and rows as corrected, and what became of each correction
 */
export function correct(facts: Facts, files: readonly CorrectionsFile[], bar: Bar): { found: Found[]; facts: Facts; outcomes: Outcome[] } {
  if (files.length === 0) return { found: find(facts, bar), facts, outcomes: [] };
  const desk = new Desk(facts, bar);
  const outcomes = files.flatMap(({ file, corrections: { entries, additions } }) => [
    ...entries.map((entry, at): Outcome => {
      const { row, mark, keep } = entry;
      return { file, path: `$.entries[${at}]`, mark, row, ...(keep === undefined ? {} : { keep }), ...desk.mark(entry) };
    }),
    ...additions.map((addition, at): Outcome => ({ file, path: `$.additions[${at}]`, mark: "add", ...desk.add(addition) })),
  ]);
  const corrected = desk.facts();
  return { found: find(corrected, bar, desk.disputed), facts: corrected, outcomes };
}

class Desk {
  readonly disputed = new Set<string>();
  private readonly found: Map<string, { at: number; row: Found }>;
  private readonly teachers: Teachers;
  private readonly removed = new Set<string>();
  private readonly marked = new Map<string, string>();
  private readonly added: Entry[] = [];
  private readonly confirmed: Links;

  constructor(
    private readonly given: Facts,
    bar: Bar,
  ) {
    this.found = new Map(find(given, bar).map((row, at) => [row.entry.id, { at, row }]));
    this.teachers = new Teachers(given.entries, given);
    this.confirmed = copied(given.links.confirmed);
  }

  facts(): Facts {
    const entries = [...this.given.entries.filter(({ id }) => !this.removed.has(id)), ...this.added].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { ...this.given, entries, links: { ...this.given.links, confirmed: this.confirmed } };
  }

  mark(entry: CorrectionEntry): Judged {
    const asked = JSON.stringify([entry.mark, entry.keep, entry.account?.toLowerCase()]);
    const before = this.marked.get(entry.row);
    if (before !== undefined) return before === asked ? already : conflicting("corrected-before");
    const judged = this.judge(entry);
    if (judged.outcome !== "conflicting") this.marked.set(entry.row, asked);
    return judged;
  }

  private judge({ row: id, mark, keep, account }: CorrectionEntry): Judged {
    const known = this.found.get(id);
    const removes = mark === "remove-duplicate" || mark === "withdrew-before-workshop" || mark === "not-a-teacher";
    // A row that the sources no longer have needs no removing.
    if (!known) return removes ? already : conflicting("no-such-row");
    const { row, at } = known;
    if (removes) {
      const judged = mark === "remove-duplicate" ? this.judgeRepeat(row, at, keep!) : judgeRemoval(row, mark);
      if (judged.outcome !== "conflicting") this.removed.add(id);
      return judged;
    }
    if (mark === "link-another-account") return this.judgeLink(row.entry, at, account!.toLowerCase());
    this.disputed.add(id);
    return row.classes?.bar === "yes" || row.classes?.bar === "no" ? applied : already;
  }

  private judgeRepeat(row: Found, at: number, keep: string): Judged {
    const kept = this.found.get(keep);
    if (!kept || this.removed.has(keep)) return conflicting("no-row-to-keep");
    const alike = this.teachers.compare(at, kept.at);
    if (stopped(row) && !alike) return conflicting("stopped-teaching");
    const replaced = row.countedBy !== undefined && this.found.get(keep)!.at === row.countedBy;
    if (row.counted && !kept.row.counted && kept.row.countedBy !== at) return conflicting("kept-row-not-counted");
    return replaced ? already : applied;
  }

  private judgeLink(entry: Entry, at: number, account: string): Judged {
    if (entry.account === undefined) return conflicting("account-missing");
    if (connected(this.confirmed, entry.account).has(account)) return already;
    const others = [...connected(this.confirmed, account)];
    const another = this.given.entries.some(
      (other, position) => other.account !== undefined && others.includes(other.account) && !this.teachers.compare(at, position),
    );
    if (another) return conflicting("account-of-another");
    if (!others.some((one) => this.given.activity.has(classesKey(one, entry.workshop.course.id))))
      return conflicting("account-without-classes");
    link(this.confirmed, entry.account, account);
    return applied;
  }

  add({ teacher, account, course }: CorrectionAddition): Judged {
    const wanted = account.toLowerCase();
    const fits = (entry: Entry) =>
      entry.account !== undefined && connected(this.confirmed, wanted).has(entry.account) && entry.workshop.course.id === course;
    const listed = [...this.given.entries, ...this.added].find((entry) => fits(entry) && !this.removed.has(entry.id));
    if (listed) return { ...already, row: listed.id };
    const enrolled = this.given.elsewhere.find(fits);
    if (!enrolled) return conflicting("not-enrolled");
    const { nickNames } = this.given;
    if (!sameName(nameKeys(teacher, nickNames), nameKeys(enrolled.teacher, nickNames))) return conflicting("another-name");
    this.added.push(enrolled);
    return { ...applied, row: enrolled.id };
  }
}

const stopped = ({ entry: { participation } }: Found) => participation === "stopped-teaching" || participation === "left-programme";

function judgeRemoval(row: Found, mark: "withdrew-before-workshop" | "not-a-teacher"): Judged {
  if (row.flags.has(mark)) return already;
  if (stopped(row)) return conflicting("stopped-teaching");
  return mark === "withdrew-before-workshop" && row.entry.attended ? conflicting("attended") : applied;
}
