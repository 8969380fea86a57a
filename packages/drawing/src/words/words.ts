import type { AccessStatus, Absence, Envelope, Note, SchoolLevel } from "@vitrine/contract";

/**
 * Everything the library says, in one language. A missing key is a type error in every catalogue.
 * Functions take finished text (numbers already formatted) and return one phrase.
 */
export interface Words {
  locale: string;
  absence: Record<Absence, string>;
  range(from: string, to: string): string;
  about(value: string): string;
  lessThan(value: string): string;
  atLeast(value: string): string;
  status: Record<Envelope["status"], string>;
  note: Record<Note["kind"], string>;
  caption: {
    source(names: string): string;
    asOf(day: string): string;
    period(label: string): string;
    revision(number: string): string;
    notes: string;
    actions: string;
    due(day: string): string;
  };
  access: {
    status: Record<AccessStatus, string>;
    level: Record<SchoolLevel, string>;
  };
}
