import { PublishError } from "../error.js";
import type { People, SomeRows } from "./maker.js";

/** How many of the people, or rows, of one are among those of the other; nothing where they live in two engines. */
export async function inCommon(one: People, other: People): Promise<number | undefined> {
  if ("keys" in one && "keys" in other) {
    const { engine } = one;
    if (engine !== other.engine) return undefined;
    const [found] = await engine.all<[number]>(
      `SELECT count(*) FROM (${one.keys}) AS these WHERE person ${engine.sql.within} (${other.keys})`,
    );
    return found![0];
  }
  // Rows with numbers to add up, such as of courses with their students, may name other people too.
  if ([one, other].some((people) => "keys" in people) && [one, other].some((people) => "each" in people && people.each === "number"))
    return 0;
  const [these, those] = [one, other].map((people) => ("keys" in people ? people.of : people)) as [SomeRows, SomeRows];
  if (these.rows !== those.rows) return 0;
  const { engine, table } = these.rows;
  const [found] = await engine.all<[number]>(`SELECT count(*) FROM ${table} WHERE (${these.where}) AND (${those.where})`);
  return found![0];
}

/** Two documents about partly the same people could be subtracted from each other: refused until that can be checked. */
export async function refuseOverlap(documents: readonly { id: string; people: readonly People[] }[]): Promise<void> {
  for (const [position, one] of documents.entries())
    for (const other of documents.slice(position + 1))
      for (const some of one.people)
        for (const others of other.people) {
          const common = await inCommon(some, others);
          if (common === 0) continue;
          const both = `The documents "${one.id}" and "${other.id}" count`;
          throw new PublishError(
            "groups-overlap",
            common === undefined
              ? `${both} people in two engines, so nobody can tell whether they are the same: read both from one, or make two publications of them.`
              : `${both} partly the same people, so one could be subtracted from the other: make one document with breakdowns, count both by the column that tells people apart, or publish one of them.`,
          );
        }
}
