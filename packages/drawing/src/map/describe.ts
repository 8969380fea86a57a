import { accessStatuses, type AccessDocument, type AccessStatus } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { countFaults, faultOf, placeFaults, type Points } from "./points.js";
import { readArea, readTally, sumAreas, type AreaReading } from "./share.js";

/** An area in words: its number, or why there is none. */
export function areaLabel({ name, look, share, offers, base }: AreaReading, say: Say): string {
  const { words } = say;
  if (share !== undefined) return words.map.area({ name, offers: say.number(offers), base: say.number(base), share: say.percent(share) });
  if (typeof look === "number") return name;
  return words.map.areaAbsent(name, look === "not-applicable" ? words.map.noSchools : words.absenceSaid[look]);
}

export const statusOf = ({ schools }: AccessDocument, row: number): AccessStatus => schools!.status.values[schools!.status.index[row]!]!;

/** "high schools" where the document lists only such, else "schools". */
function noun({ schools }: AccessDocument, { words }: Say): string {
  const levels = schools?.level?.values ?? [];
  return words.map.noun[levels.length === 1 ? levels[0]! : "all"];
}

/** One sentence: how many of how many, and what of the others is not a plain no. */
export function summariseMap(document: AccessDocument, say: Say): string {
  const { words } = say;
  const place = document.scope.name;
  const all = sumAreas(document.areas);
  const { offers, base, share, look, schools } = readTally(all);
  const outside = document.areas.id.filter((_, row) => readArea(document.areas, row).look === "not-covered").length;
  const areas = outside > 0 ? [words.map.alsoAreas(words.map.areas(document.areas.level, outside, say.number(outside)), outside)] : [];
  if (schools === 0) return `${[words.map.none(place), ...areas].join("; ")}.`;
  const also = accessStatuses.flatMap((status, at) => {
    const count = all[at]!;
    return count === 0 || status === "offers" || status === "does-not-offer" ? [] : [words.map.also[status](count, say.number(count))];
  });
  const numbers = { base: say.number(base || schools), noun: noun(document, say), place };
  if (share !== undefined) {
    const main = words.map.sentence({ ...numbers, offers: say.number(offers), share: say.percent(share) });
    return `${[main, ...(also.length + areas.length > 0 ? [say.list([...also, ...areas])] : [])].join("; ")}.`;
  }
  const kinds = all.filter((count) => count > 0).length;
  if (kinds === 1 && typeof look !== "number")
    return `${[words.map.noSentence({ ...numbers, why: words.absenceSaid[look] }), ...areas].join("; ")}.`;
  const [yes, no] = [offers, all[accessStatuses.indexOf("does-not-offer")]!];
  const parts = [
    ...(yes > 0 ? [words.map.alsoOffer(yes, say.number(yes))] : []),
    ...(no > 0 ? [words.map.alsoNot(no, say.number(no))] : []),
    ...also,
  ];
  return `${[words.map.mixedSentence({ ...numbers, parts: say.list(parts) }), ...areas].join("; ")}.`;
}

/** How many schools cannot be found on the map, as a sentence; nothing when all can. */
export function unlocatedSentence(points: Points, say: Say): string | undefined {
  const { words } = say;
  const faults = countFaults(points);
  const count = placeFaults.reduce((sum, fault) => sum + faults[fault], 0);
  return count > 0 ? words.map.unlocatedSaid(count, say.number(count)) : undefined;
}

/** Areas with their numbers: the map as a table. Only statuses that occur have a column. */
export function tabulateAreas(document: AccessDocument, say: Say): Table {
  const { words } = say;
  const { areas } = document;
  const { columns, column, coverage } = words.map;
  const present = accessStatuses.filter((status) => areas.by[status]?.some((count) => count > 0));
  const partial = areas.coverage.values.some((value) => value !== "covered");
  return {
    caption: words.map.tableAreas(document.scope.name),
    columns: [
      { label: column[areas.level] },
      { label: columns.schools, numeric: true },
      ...present.map((status) => ({ label: words.access.status[status], numeric: true })),
      { label: columns.share, numeric: true },
      ...(partial ? [{ label: columns.coverage }] : []),
    ],
    rows: areas.id.map((id, row) => {
      const reading = readArea(areas, row);
      const { look, share } = reading;
      const outside = reading.coverage === "not-covered";
      const count = (value: number) => (outside && value === 0 ? words.absence["not-covered"] : say.number(value));
      const said =
        share !== undefined
          ? say.percent(share)
          : typeof look === "number"
            ? ""
            : look === "not-applicable"
              ? words.map.noSchools
              : words.absence[look];
      return {
        key: id,
        cells: [
          reading.name,
          count(reading.schools),
          ...present.map((status) => count(reading.by[accessStatuses.indexOf(status)]!)),
          said,
          ...(partial ? [coverage[reading.coverage]] : []),
        ],
      };
    }),
  };
}

/**
 * The schools as a table, for the list, its CSV and the page without scripts. Apart from the areas' table, so that a nation's stays small.
 * Its rows are made when they are first read.
 * @param points placed before, or how to place them @param rows rows of the document's schools, in the order wanted; all by id when left out
 */
export function tabulateSchools(document: AccessDocument, points: Points | (() => Points), say: Say, rows?: ArrayLike<number>): Table {
  const { words } = say;
  const { schools, areas } = document;
  const names = new Map(areas.id.map((id, row) => [id, areas.name[row]!]));
  const { columns, column, located, fault } = words.map;
  const cell = (of: { values: readonly string[]; index: readonly number[] } | undefined, row: number) => of?.values[of.index[row]!] ?? "";
  let made: Table["rows"] | undefined;
  const make = () => {
    const placed = typeof points === "function" ? points() : points;
    const chosen = rows ? Array.from(rows) : (schools?.id ?? []).map((_, row) => row);
    return chosen.map((row) => {
      const wrong = faultOf(placed, row);
      const level = schools?.level?.values[schools.level.index[row]!];
      const activity = schools?.activity?.values[schools.activity.index[row]!];
      return {
        key: schools!.id[row]!,
        cells: [
          schools!.name[row]!,
          ...(schools!.district ? [cell(schools!.district, row)] : []),
          names.get(cell(schools!.area, row)) ?? "",
          words.access.status[statusOf(document, row)],
          ...(level ? [words.access.level[level]] : schools!.level ? [""] : []),
          ...(activity ? [words.access.activity[activity]] : []),
          wrong ? fault[wrong] : located,
        ],
      };
    });
  };
  return {
    caption: words.map.tableSchools(document.scope.name),
    columns: [
      { label: columns.school },
      ...(schools?.district ? [{ label: columns.district }] : []),
      { label: column[areas.level] },
      { label: columns.status },
      ...(schools?.level ? [{ label: columns.level }] : []),
      ...(schools?.activity ? [{ label: columns.activity }] : []),
      { label: columns.location },
    ],
    size: (rows ?? schools?.id ?? []).length,
    get rows() {
      return (made ??= make());
    },
  };
}
