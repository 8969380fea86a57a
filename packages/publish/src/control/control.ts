/** A count of people, or the word for a protected one. */
export type Shown = number | "withheld";

/** What readers hold of a count from earlier publications: it must be withheld now, or they know it already. */
export type Before = "withhold" | "known" | undefined;

/** What everybody knows of a count from elsewhere, such as a published enrolment. */
export interface Fact {
  atMost?: number | undefined;
  atLeast?: number | undefined;
}

/** A line of counts: `total` is the sum of `parts`. */
export interface Line<C = number> {
  total: C;
  parts: C[];
  before?: { total: Before; parts: Before[] };
  facts?: { total: Fact | undefined; parts: (Fact | undefined)[] };
}

/** A group of lines that split the whole. In a partition every person is in exactly one line. */
export interface Split<C = number> {
  partition: boolean;
  lines: Line<C>[];
}

/** A line that is the sum of lines of another split, each by its split and its place in it: a region and its districts. */
export interface Union {
  of: readonly [split: number, row: number];
  parts: readonly (readonly [split: number, row: number])[];
}

/** A count by its number in a list, or by its place in a family: split (nothing for the whole), line and column, the total first. */
export type At = number | readonly [split: number | undefined, line: number, column: number];

/** An addition: the count `total` is the sum of the counts `parts`. */
export interface Addition<P = number> {
  total: P;
  parts: readonly P[];
}

/** A count, and what became of it or may become of it. */
export interface Count {
  count: number;
  /** What hiding it costs beside others. */
  cost: number;
  /** What it is at least by being there at all. */
  least?: number | undefined;
  /** Of a count that is decided already: another document tells it of the same people, or withholds it. */
  decided?: "shown" | "withheld" | undefined;
  before?: Before;
  fact?: Fact | undefined;
}

/** What other documents tell of the same people, and how that adds up with a family's counts. Where `parts` leave out people, these are a count too. */
export interface Besides {
  readonly counts: readonly Count[];
  sums: readonly Addition<At>[];
}

/** All counts of one group of people that a reader can put side by side: the whole, and the whole split in several ways. */
export interface Family<C = number> {
  whole: Line<C>;
  splits: Split<C>[];
  /** What everybody can add up across splits. */
  unions?: readonly Union[];
  /** What is told of the same people elsewhere. */
  besides?: Besides;
}

export interface Policy {
  /** A count below this is small. */
  threshold: number;
  /** Whether a zero is small too. */
  zeros: "withhold" | "publish";
}

/** Why figures were withheld: for the owner's report, never for a document. */
export interface Act {
  rule: "small" | "earlier" | "to-protect" | "whole-withheld" | "left-out" | "kept" | "banded";
  /** Which table: 0 is the whole, 1 the first split. */
  table: number;
  figures: number;
}

/** A family as it may be published. A split that cannot be shown at all is `undefined`. */
export interface Controlled {
  whole: Line<Shown>;
  splits: (Split<Shown> | undefined)[];
  acts: Act[];
}

/** Decides what may be shown. Counts go in, counts and words come out; no I/O. */
export interface Control {
  /** Goes into the report. */
  readonly name: string;
  family(family: Family, policy: Policy): Promise<Controlled>;
  /** Counts and additions of any form; nothing where they cannot be protected. Those that are decided stay as they are. */
  system(counts: readonly Count[], sums: readonly Addition[], policy: Policy): Promise<Shown[] | undefined>;
  /** Counts that stand in no sum, such as the students of single schools. */
  single(count: number, policy: Policy): Shown;
}

export const isSmall = (count: number, policy: Policy): boolean => (count === 0 ? policy.zeros === "withhold" : count < policy.threshold);
