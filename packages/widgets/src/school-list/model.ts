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

/** Lower case without accents, so that "jose" finds "José". */
export const fold = (text: string): string =>
  (/^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{Diacritic}/gu, "")).toLowerCase();

const none = 255;

/**
 * Schools of one document, ready to be filtered and sorted. Rows are positions in the document's columns and nothing is copied:
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
  #haystack: string[] | undefined;
  #orders = new Map<SortKey, Uint32Array>();
  #ranks: Uint32Array | undefined;
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

  /** Every row in this order. Names decide between equals. Made once for each key. */
  order(key: SortKey): Uint32Array {
    const made = this.#orders.get(key);
    if (made) return made;
    const names = this.#byName();
    let order = names;
    if (key !== "name") {
      const rank = key === "status" ? this.status : key === "activity" ? this.activity : this.#districtRanks();
      const name = this.#ranks!;
      order = Uint32Array.from(names).sort((a, b) => rank[a]! - rank[b]! || name[a]! - name[b]!);
    }
    this.#orders.set(key, order);
    return order;
  }

  /** Rows a query lets through, in its order. */
  select(query: Query): Uint32Array {
    const passes = this.#filter(query);
    const order = this.order(query.sort);
    const rows = new Uint32Array(this.size);
    let count = 0;
    for (let at = 0; at < order.length; at++) {
      const row = order[query.descending ? order.length - 1 - at : at]!;
      if (passes(row) === 0) rows[count++] = row;
    }
    return rows.subarray(0, count);
  }

  /** The first schools whose name begins with this text, then those that have all its words; by name. */
  find(text: string, most: number): number[] {
    const wanted = fold(text.trim());
    if (wanted === "") return [];
    const passes = this.#filter({ ...everything, text });
    const [first, later]: [number[], number[]] = [[], []];
    for (const row of this.order("name")) {
      if (first.length === most) break;
      if (passes(row) === 0) (this.#text()[row]!.startsWith(wanted) ? first : later).push(row);
    }
    return [...first, ...later].slice(0, most);
  }

  /** Numbers beside the choices. */
  facets(query: Query): Facets {
    const passes = this.#filter(query);
    const facets: Facets = {
      status: new Uint32Array(accessStatuses.length),
      level: new Uint32Array(schoolLevels.length),
      activity: new Uint32Array(schoolActivities.length),
      area: new Uint32Array(this.document.areas.id.length),
    };
    for (let row = 0; row < this.size; row++) {
      const fails = passes(row);
      if ((fails & ~statusBit) === 0) facets.status[this.status[row]!]!++;
      if ((fails & ~levelBit) === 0 && this.level[row] !== none) facets.level[this.level[row]!]!++;
      if ((fails & ~activityBit) === 0 && this.activity[row] !== none) facets.activity[this.activity[row]!]!++;
      if ((fails & ~areaBit) === 0) facets.area[this.area[row]!]!++;
    }
    return facets;
  }

  /** For each row, a bit for every part of the query that it fails; 0 passes. */
  #filter(query: Query): (row: number) => number {
    const words = fold(query.text).split(/\s+/).filter(Boolean);
    const haystack = words.length > 0 ? this.#text() : undefined;
    const statuses = mask(accessStatuses, query.statuses);
    const levels = mask(schoolLevels, query.levels);
    const activities = mask(schoolActivities, query.activities);
    const areas = query.areas.size > 0 ? this.document.areas.id.map((id) => query.areas.has(id)) : undefined;
    return (row) =>
      (statuses && !statuses[this.status[row]!] ? statusBit : 0) |
      (levels && !levels[this.level[row]!] ? levelBit : 0) |
      (activities && !activities[this.activity[row]!] ? activityBit : 0) |
      (areas && !areas[this.area[row]!] ? areaBit : 0) |
      (haystack && !words.every((word) => haystack[row]!.includes(word)) ? textBit : 0);
  }

  #text(): string[] {
    return (this.#haystack ??= (this.schools?.name ?? []).map((name, row) =>
      fold([name, this.districtOf(row), this.cityOf(row), this.areaNameOf(row)].filter(Boolean).join(" ")),
    ));
  }

  /** Made when letters do not tell names apart: the first one of a page takes as long as drawing a map. */
  get #collator(): Intl.Collator {
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

  #byName(): Uint32Array {
    const made = this.#orders.get("name");
    if (made) return made;
    const name = this.schools?.name ?? [];
    const [first, next] = this.compare() as [Float64Array, Float64Array];
    const order = Uint32Array.from(name, (_, row) => row).sort(
      (a, b) =>
        first[a]! - first[b]! || next[a]! - next[b]! || (name[a] === name[b] ? 0 : this.#collator.compare(name[a]!, name[b]!)) || a - b,
    );
    this.#ranks = new Uint32Array(this.size);
    order.forEach((row, rank) => (this.#ranks![row] = rank));
    this.#orders.set("name", order);
    return order;
  }

  #districtRanks(): Uint32Array {
    const column = this.schools?.district;
    if (!column) return new Uint32Array(this.size);
    const order = column.values.map((_, at) => at).sort((a, b) => this.#collator.compare(column.values[a]!, column.values[b]!));
    const rank = new Uint32Array(order.length);
    order.forEach((at, place) => (rank[at] = place));
    return Uint32Array.from(column.index, (at) => rank[at]!);
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

const [statusBit, levelBit, areaBit, textBit, activityBit] = [1, 2, 4, 8, 16];

const cell = (column: { values: string[]; index: number[] } | undefined, row: number) => column?.values[column.index[row]!];

const mask = <T extends string>(all: readonly T[], chosen: ReadonlySet<T>) =>
  chosen.size > 0 ? all.map((one) => chosen.has(one)) : undefined;
