import { PublishError } from "../error.js";
import type { People } from "./maker.js";

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
  if ("keys" in one || "keys" in other || one.rows !== other.rows) return 0;
  const { engine, table } = one.rows;
  const [found] = await engine.all<[number]>(`SELECT count(*) FROM ${table} WHERE (${one.where}) AND (${other.where})`);
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
              : `${both} partly the same people, so one could be subtracted from the other: make one document with breakdowns, or publish one of them.`,
          );
        }
}
