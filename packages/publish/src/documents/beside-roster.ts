import type { Figure, ImplementationDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { isSmall, type Addition, type At, type Count, type Line, type Policy } from "../control/control.js";
import type { Engine } from "../engine/engine.js";
import { own } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { SeenByRoster } from "../roster/consent.js";
import { rowsWhere, type Rows } from "../rows/load.js";
import type { Joined } from "./beside.js";
import { figureKeys, type ImplementationCounts, type ImplementationPlan } from "./implementation.js";
import type { People } from "./maker.js";

/** A roster that is written: who stands on it, and where. */
export interface Listed {
  roster: string;
  seen: SeenByRoster;
  /** A table of the ids of its rows. */
  ids: string;
}

const figures = ({ total, parts }: Line) => [total, ...parts];
const refuse = (document: string, roster: string, advice: string) =>
  new PublishError(
    "roster-reveals",
    `The document "${document}" counts people on the roster "${roster}" and some who are not on it, so whoever holds the roster could subtract it and learn about the others; nothing was published: ${advice}.`,
    { file: `${document}.json`, path: "$" },
  );
const leaveOut = `leave out with "where" the rows that the roster leaves out`;

/** How many rows are on the roster, and how many are not. */
async function split(
  engine: Engine,
  { ids, seen }: Listed,
  source: string,
  from: string,
): Promise<{ cell: string; on: number; off: number } | undefined> {
  const cell = seen.get(source)?.id;
  if (cell === undefined) return undefined;
  const [found] = await engine.all<[number, number]>(
    `SELECT count(*) FILTER (${cell} IN (SELECT id FROM ${ids})), count(*) FILTER (${cell} IS NULL OR ${cell} NOT IN (SELECT id FROM ${ids})) FROM ${from}`,
  );
  return { cell, on: found![0], off: found![1] };
}

/** What the holder of a roster knows of a gauge's people, and what is left of each count without them. */
export interface Held {
  roster: string;
  counts: ImplementationCounts;
}

/**
 * What those who hold rosters know of the people a gauge counts (privacy policy, 6: "public plus that partner's documents"); nothing of a
 * roster that lists all of them, or none. @throws PublishError where it cannot be told apart
 */
export async function heldOf(
  plan: ImplementationPlan,
  counts: ImplementationCounts,
  rows: Rows,
  engine: Engine,
  all: readonly Listed[],
  policy: Policy,
  name: string,
  count: (rows: Rows, name: string) => Promise<ImplementationCounts>,
): Promise<Held[]> {
  const { config } = plan;
  const held: Held[] = [];
  for (const [at, listed] of all.entries()) {
    if (typeof plan.source !== "string") continue;
    const found = await split(engine, listed, plan.source, plan.rowsOf(rows));
    if (!found || found.on === 0 || found.off === 0) continue;
    const part = `${name}_held_${at}`;
    const known = await rowsWhere(engine, rows, own(`rows_of_${part}`), `${found.cell} IN (SELECT id FROM ${listed.ids})`);
    const theirs = await count(known, part);
    const one = { roster: listed.roster, counts: theirs };
    const rests = [...restsOf(counts, one)].map(({ rest }) => rest);
    if (rests.every((rest) => rest === 0)) continue;
    const advice = `count it from the roster ("from": { "roster": "${listed.roster}" }), or ${leaveOut}`;
    if (config.round !== undefined || rests.some((rest) => rest < 0) || isSmall(rests[0]!, policy))
      throw refuse(config.id, listed.roster, advice);
    held.push(one);
  }
  return held;
}

/** Every count of a gauge, the whole first: what the roster has of it, and what is left. */
function* restsOf(
  counts: ImplementationCounts,
  { counts: theirs }: Held,
): Generator<{ at: Exclude<At, number>; known: number; rest: number }> {
  const lines = (of: ImplementationCounts, split: number | undefined) =>
    split === undefined ? [of.family.whole] : of.family.splits[split]!.lines;
  for (const split of [undefined, ...counts.family.splits.keys()])
    for (const [row, line] of lines(counts, split).entries()) {
      const there = split === undefined ? 0 : theirs.groups[split]!.findIndex(({ id }) => id === counts.groups[split]![row]!.id);
      const known = there < 0 ? undefined : figures(lines(theirs, split)[there]!);
      for (const [column, count] of figures(line).entries())
        yield { at: [split, row, column], known: known?.[column] ?? 0, rest: count - (known?.[column] ?? 0) };
    }
}

/** A gauge as those see it who hold rosters: each count is what they know and what is left, and that must not be found out either. */
export function withHeld(joined: Joined | undefined, counts: ImplementationCounts, held: readonly Held[]): Joined | undefined {
  if (held.length === 0) return joined;
  const more: Count[] = [...(joined?.besides.counts ?? [])];
  const sums: Addition<At>[] = [...(joined?.besides.sums ?? [])];
  for (const one of held)
    for (const { at, known, rest } of restsOf(counts, one)) {
      const parts = [more.push({ count: known, cost: 0, decided: "shown" }) - 1, more.push({ count: rest, cost: 0 }) - 1];
      sums.push({ total: at, parts });
    }
  return { others: [], sums: [], same: [], ...joined, besides: { counts: more, sums } };
}

/** Takes a roster off the finished document and attacks what is left, as its holder can. @throws PublishError when that tells too much */
export async function attackHeld(
  document: ImplementationDocument,
  { config }: ImplementationPlan,
  counts: ImplementationCounts,
  held: readonly Held[],
  policy: Policy,
): Promise<void> {
  for (const one of held) {
    const left = new Map([...restsOf(counts, one)].map(({ at: [split, row, column], known }) => [placeOf(split, row, column), known]));
    const less = (figure: Figure, place: string): Figure => (typeof figure === "number" ? figure - left.get(place)! : figure);
    const line = <L extends Record<(typeof figureKeys)[number], Figure>>(
      { rate: _rate, ...of }: L & { rate?: unknown },
      split: number | undefined,
      row: number,
    ) => ({
      ...of,
      ...Object.fromEntries(figureKeys.map((key, column) => [key, less(of[key], placeOf(split, row, column))])),
    });
    const { target: _target, ...bare } = document;
    const rest: ImplementationDocument = {
      ...line(bare, undefined, 0),
      breakdowns: document.breakdowns.map((breakdown) => {
        const split = config.breakdowns!.findIndex(({ by }) => by === breakdown.by);
        const row = (id: string) => counts.groups[split]!.findIndex((group) => group.id === id);
        return { ...breakdown, groups: breakdown.groups.map((group) => line(group, split, row(group.id))) };
      }),
    };
    const told = [rest, ...rest.breakdowns.flatMap(({ groups }) => groups)].flatMap((of) => figureKeys.map((key) => of[key]));
    const found = await auditDocuments([rest]);
    if (
      told.some((figure) => typeof figure === "number" && isSmall(figure, policy)) ||
      found.narrow.length > 0 ||
      found.contradictory.length > 0
    )
      throw refuse(config.id, one.roster, `count it from the roster ("from": { "roster": "${one.roster}" }), or ${leaveOut}`);
  }
}
const placeOf = (split: number | undefined, row: number, column: number) => `${split ?? ""} ${row} ${column}`;

/** Refuses a document of another kind that counts people on a roster and others: what is left of its counts is not looked at. @throws PublishError */
export async function refuseHeld(document: string, people: readonly People[], engine: Engine, all: readonly Listed[]): Promise<void> {
  for (const some of people) {
    if ("each" in some && some.each === "number") continue;
    const { rows, where } = "keys" in some ? some.of : some;
    if (rows.engine !== engine) continue;
    for (const listed of all) {
      const found = await split(engine, listed, rows.columns.name, `${rows.table} WHERE ${where}`);
      if (found && found.on > 0 && found.off > 0) throw refuse(document, listed.roster, leaveOut);
    }
  }
}
