import type { Participation } from "@vitrine/contract";

export interface Named {
  id: string;
  name: string;
}

export interface Workshop extends Named {
  /** Position among the config's courses, by id. */
  course: Named;
  schoolYear: string;
  from: string;
  to: string;
  elsewhere: boolean;
}

/** One enrolment, or one who attended without any, with the consent to be on the roster. */
export interface Entry {
  /** Stable: the enrolment's own number. */
  id: string;
  teacher: string;
  /** Address of the account, lower case. */
  account: string | undefined;
  school: Named;
  /** Schools without a name are not the same school. */
  atSchool: boolean;
  district: Named;
  workshop: Workshop;
  consentOn: string;
  participation: Participation;
  attended: boolean;
  teaches: boolean;
}

/** What happened in the classes of one account and course. */
export interface Classes {
  /** `undefined`: a cell was no count. */
  students: number | undefined;
  bar: "yes" | "no" | "unknown";
  highestUnit: string | undefined;
  /** The measured number behind `bar`, to add accounts of one teacher. */
  measure: number | undefined;
}

/** Everything the roster is made of, read from the sources. */
export interface Facts {
  entries: Entry[];
  /** Enrolments in workshops held elsewhere: only a correction brings them in. */
  elsewhere: Entry[];
  activity: ReadonlyMap<string, Classes>;
  links: { confirmed: Links; suggested: Links };
  nickNames: ReadonlyMap<string, readonly string[]>;
}

/** Account -> other accounts of the same person, both ways. */
export type Links = Map<string, Set<string>>;

export function link(links: Links, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    links.set(from, (links.get(from) ?? new Set()).add(to));
}

/** An account with all that hang together with it. */
export function connected(links: Links, account: string | undefined): Set<string> {
  const found = new Set<string>(account === undefined ? [] : [account]);
  for (const one of found) for (const other of links.get(one) ?? []) found.add(other);
  return found;
}

/** Where an account's classes of a course are kept. */
export const classesKey = (account: string, course: string): string => `${account}\n${course}`;
