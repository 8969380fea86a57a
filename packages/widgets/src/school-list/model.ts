import {
  accessStatuses,
  schoolActivities,
  schoolLevels,
  type AccessDocument,
  type AccessSchools,
  type AccessStatus,
  type SchoolActivity,
  type SchoolLevel,
} from "@vitrine/contract";

/** What a reader asked to see. Empty sets and an empty text mean everything. */
export interface Query {
  text: string;
  statuses: ReadonlySet<AccessStatus>;
  levels: ReadonlySet<SchoolLevel>;
  activities: ReadonlySet<SchoolActivity>;
  /** Ids of areas. */
  areas: ReadonlySet<string>;
  sort: SortKey;
  descending: boolean;
}
export type SortKey = "name" | "district" | "status" | "activity";
export const everything: Query = {
  text: "",
  statuses: new Set(),
  levels: new Set(),
  activities: new Set(),
  areas: new Set(),
  sort: "name",
  descending: false,
};

/** Schools a recruiter talks to first: people there do computer science already, and the school does not yet offer it in full. */
export const recruits: Pick<Query, "statuses" | "activities"> = {
  statuses: new Set(["limited", "does-not-offer", "offered-before", "did-not-offer-before", "not-reported", "unknown"]),
  activities: new Set(["active"]),
};

/** How many schools each choice would show if it alone were taken, the other choices staying as they are. */
export interface Facets {
  status: Uint32Array;
  level: Uint32Array;
  activity: Uint32Array;
  area: Uint32Array;
}

/** A bit for every part of a query that a row may fail. */
export const [statusBit, levelBit, areaBit, textBit, activityBit] = [1, 2, 4, 8, 16] as const;

/** Beyond every list. */
const none = 255;

/**
 * Schools of one document by name, ready to be filtered and sorted; see `Queries`. Rows are positions in the document's columns and nothing is copied:
 * 30,000 schools are a few typed arrays. A withheld status is a status of its own, with its own place in every order.
 */
export class SchoolModel {
  readonly size: number;
  readonly schools: AccessSchools | undefined;
  readonly status: Uint8Array;
  readonly level: Uint8Array;
  readonly activity: Uint8Array;
  /** Row of the school's area in `document.areas`. */
  readonly area: Uint16Array;
  readonly areaRow: ReadonlyMap<string, number>;
  #order: Uint32Array | undefined;
  #letters: Float64Array[] | undefined;
  #comparing: Intl.Collator | undefined;

  constructor(
    readonly document: AccessDocument,
    readonly locale: string,
  ) {
    const { schools, areas } = document;
    this.schools = schools;
    this.size = schools?.id.length ?? 0;
    this.areaRow = new Map(areas.id.map((id, row) => [id, row]));
    const spread = <A extends Uint8Array | Uint16Array>(
      target: A,
      column: { values: string[]; index: number[] } | undefined,
      at: (v: string) => number,
    ) => {
      if (!column) return target.fill(none) as A;
      const codes = column.values.map(at);
      column.index.forEach((value, row) => (target[row] = codes[value]!));
      return target;
    };
    this.status = spread(new Uint8Array(this.size), schools?.status, (value) => accessStatuses.indexOf(value as AccessStatus));
    this.level = spread(new Uint8Array(this.size), schools?.level, (value) => schoolLevels.indexOf(value as SchoolLevel));
    this.activity = spread(new Uint8Array(this.size), schools?.activity, (value) => schoolActivities.indexOf(value as SchoolActivity));
    this.area = spread(new Uint16Array(this.size), schools?.area, (value) => this.areaRow.get(value)!);
  }

  statusOf = (row: number): AccessStatus => accessStatuses[this.status[row]!]!;
  levelOf = (row: number): SchoolLevel | undefined => schoolLevels[this.level[row]!];
  activityOf = (row: number): SchoolActivity | undefined => schoolActivities[this.activity[row]!];
  districtOf = (row: number): string | undefined => cell(this.schools?.district, row);
  cityOf = (row: number): string | undefined => cell(this.schools?.city, row);
  areaNameOf = (row: number): string => this.document.areas.name[this.area[row]!] ?? "";

  /** Numbers beside the choices. @param fails of each row, what it fails of a query; nothing when left out */
  facets(fails = new Uint8Array(this.size)): Facets {
    const tally = (codes: Uint8Array | Uint16Array, kinds: readonly unknown[], bit: number) => {
      const counts = new Uint32Array(kinds.length);
      for (let row = 0; row < this.size; row++) if ((fails[row]! & ~bit) === 0) counts[codes[row]!]!++;
      return counts;
    };
    return {
      status: tally(this.status, accessStatuses, statusBit),
      level: tally(this.level, schoolLevels, levelBit),
      activity: tally(this.activity, schoolActivities, activityBit),
      area: tally(this.area, this.document.areas.id, areaBit),
    };
  }

  /** Made when letters do not tell names apart: the first one of a page takes as long as drawing a map. */
  get collator(): Intl.Collator {
    return (this.#comparing ??= new Intl.Collator(this.locale, { numeric: true, sensitivity: "base" }));
  }

  /** What most names are told apart by, where the language allows it. Apart from their order, so that neither is long work. */
  compare(): readonly Float64Array[] {
    if (this.#letters) return this.#letters;
    const plain = asPrinted.test(this.locale);
    const ten = (from: number) => (one: string) => (plain ? tenLetters(one, from) : NaN);
    const first = Float64Array.from(this.schools?.name ?? [], ten(0));
    // Where the first are left to the collator, so is the rest.
    const next = Float64Array.from(this.schools?.name ?? [], ten(10)).map((letters, row) => (first[row]! >= 0 ? letters : NaN));
    return (this.#letters = [first, next]);
  }

  /** Makes the collator where some names are left to it. */
  collate(): void {
    if (this.compare().some((letters) => letters.some(Number.isNaN))) void this.collator;
  }

  /** Every row, by name. Made once. */
  order(): Uint32Array {
    if (this.#order) return this.#order;
    const name = this.schools?.name ?? [];
    const [first, next] = this.compare() as [Float64Array, Float64Array];
    return (this.#order = Uint32Array.from(name, (_, row) => row).sort(
      (a, b) =>
        first[a]! - first[b]! || next[a]! - next[b]! || (name[a] === name[b] ? 0 : this.collator.compare(name[a]!, name[b]!)) || a - b,
    ));
  }
}

/** Languages that put plain letters in the order of the alphabet, one by one. */
const asPrinted = /^(en|es)(-[A-Z]{2}|-\d{3})?$/;
/**
 * A number that orders ten signs of names as a collator would, a hundred times as fast: equal ones are left to the collator.
 * No number (which equals nothing, and so leaves all to the collator) where another sign than letters and spaces is among them.
 */
function tenLetters(name: string, from: number): number {
  let sum = 0;
  for (let at = from; at < from + 10; at++) {
    // Small and capital letters are one.
    const sign = at < name.length ? name.charCodeAt(at) | 32 : 0;
    if ((sign > 32 && sign < 97) || sign > 122) return NaN;
    sum = 32 * sum + (sign > 32 ? sign - 95 : sign / 32);
  }
  return sum;
}

const cell = (column: { values: string[]; index: number[] } | undefined, row: number) => column?.values[column.index[row]!];
