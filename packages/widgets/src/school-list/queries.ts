import { accessStatuses, schoolActivities, schoolLevels } from "@vitrine/contract";
import { fold } from "./fold.js";
import {
  activityBit,
  areaBit,
  everything,
  levelBit,
  statusBit,
  textBit,
  type Facets,
  type Query,
  type SchoolModel,
  type SortKey,
} from "./model.js";

const made = new WeakMap<SchoolModel, Queries>();
/** What is asked of these schools. What was made for one question stays for the next. */
export const queriesOf = (model: SchoolModel): Queries => {
  const known = made.get(model) ?? new Queries(model);
  made.set(model, known);
  return known;
};

/** Searches, filters and sorts the schools of one document. */
export class Queries {
  #haystack: string[] | undefined;
  #orders = new Map<SortKey, Uint32Array>();

  constructor(private readonly model: SchoolModel) {}

  /** Every row in this order. Names decide between equals. Made once for each key. */
  order(key: SortKey): Uint32Array {
    const { model } = this;
    const names = model.order();
    if (key === "name") return names;
    const made = this.#orders.get(key);
    if (made) return made;
    const rank = key === "status" ? model.status : key === "activity" ? model.activity : this.#districtRanks();
    const name = new Uint32Array(model.size);
    names.forEach((row, at) => (name[row] = at));
    const order = Uint32Array.from(names).sort((a, b) => rank[a]! - rank[b]! || name[a]! - name[b]!);
    this.#orders.set(key, order);
    return order;
  }

  /** Rows a query lets through, in its order. */
  select(query: Query): Uint32Array {
    const passes = this.#filter(query);
    const order = this.order(query.sort);
    const rows = new Uint32Array(this.model.size);
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
    return this.model.facets(Uint8Array.from(this.model.order().keys(), this.#filter(query)));
  }

  /** For each row, a bit for every part of the query that it fails; 0 passes. */
  #filter(query: Query): (row: number) => number {
    const { status, level, activity, area } = this.model;
    const words = fold(query.text).split(/\s+/).filter(Boolean);
    const haystack = words.length > 0 ? this.#text() : undefined;
    const statuses = mask(accessStatuses, query.statuses);
    const levels = mask(schoolLevels, query.levels);
    const activities = mask(schoolActivities, query.activities);
    const areas = query.areas.size > 0 ? this.model.document.areas.id.map((id) => query.areas.has(id)) : undefined;
    return (row) =>
      (statuses && !statuses[status[row]!] ? statusBit : 0) |
      (levels && !levels[level[row]!] ? levelBit : 0) |
      (activities && !activities[activity[row]!] ? activityBit : 0) |
      (areas && !areas[area[row]!] ? areaBit : 0) |
      (haystack && !words.every((word) => haystack[row]!.includes(word)) ? textBit : 0);
  }

  #text(): string[] {
    const { model } = this;
    return (this.#haystack ??= (model.schools?.name ?? []).map((name, row) =>
      fold([name, model.districtOf(row), model.cityOf(row), model.areaNameOf(row)].filter(Boolean).join(" ")),
    ));
  }

  #districtRanks(): Uint32Array {
    const { model } = this;
    const column = model.schools?.district;
    if (!column) return new Uint32Array(model.size);
    const order = column.values.map((_, at) => at).sort((a, b) => model.collator.compare(column.values[a]!, column.values[b]!));
    const rank = new Uint32Array(order.length);
    order.forEach((at, place) => (rank[at] = place));
    return Uint32Array.from(column.index, (at) => rank[at]!);
  }
}

const mask = <T extends string>(all: readonly T[], chosen: ReadonlySet<T>) =>
  chosen.size > 0 ? all.map((one) => chosen.has(one)) : undefined;
