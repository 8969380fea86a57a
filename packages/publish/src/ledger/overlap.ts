import type { Publication } from "../config/schema.js";
import { envelope } from "../documents/envelope.js";
import { countedByRoster, planImplementation, type CountedConfig, type ImplementationPlan } from "../documents/implementation.js";
import type { Plan } from "../documents/plans.js";
import { PublishError } from "../error.js";
import type { Columns } from "../rows/columns.js";
import type { Rows } from "../rows/load.js";
import { comparable } from "./before.js";
import { countsOf, type Past } from "./ledger.js";

/** A document of an earlier release that chose its people otherwise than one of now, prepared to be counted over the rows of now. */
export interface Earlier {
  id: string;
  release: string;
  plan: ImplementationPlan;
  /** The document of now it is compared with. */
  beside: ImplementationPlan;
}

/** The keys of an implementation document's config that choose people. */
const chooses = (counts: string) => {
  const { from, where, teacher, trained } = JSON.parse(counts) as Partial<CountedConfig>;
  return JSON.stringify([from, where, teacher, trained]);
};

/**
 * Earlier documents whose people were chosen by another filter, so that a filter that differs by one school is found whatever the documents
 * are called. One whose source or columns are gone cannot be counted again; its figures are compared all the same.
 */
export function planEarlier(past: Past, plans: readonly Plan[], publication: Publication, known: ReadonlyMap<string, Columns>): Earlier[] {
  const rosters = new Map(plans.flatMap((plan) => (plan.kind === "roster" ? [[plan.of.config.id, plan.of.columns] as const] : [])));
  const found = new Map<string, Earlier>();
  for (const plan of plans) {
    if (plan.kind !== "implementation") continue;
    const now = envelope("implementation/1", publication, plan.of.config);
    const own = chooses(countsOf(plan.of.config));
    for (const { id: release, documents } of past)
      for (const { document, counts } of documents) {
        if (counts === undefined || !comparable(document, now) || chooses(counts) === own) continue;
        const config = { ...(JSON.parse(counts) as CountedConfig), id: document.id };
        const { from } = config;
        const columns = typeof from === "string" ? known.get(from) : rosters.get(from.roster);
        const key = `${plan.of.config.id} ${document.id} ${chooses(counts)}`;
        if (!columns || found.has(key)) continue;
        try {
          const of = planImplementation(typeof from === "string" ? config : countedByRoster(config), columns, []);
          found.set(key, { id: document.id, release, plan: of, beside: plan.of });
        } catch (reason) {
          if (!(reason instanceof PublishError)) throw reason;
        }
      }
  }
  return [...found.values()];
}

/** Two releases that count the same people but for a few tell of these few by their difference. @throws PublishError */
export async function refuseNearlySame(
  earlier: readonly Earlier[],
  rowsOf: (source: ImplementationPlan["source"]) => Rows,
  threshold: number,
): Promise<void> {
  for (const { id, release, plan, beside } of earlier) {
    const [rowsThen, rowsNow] = [plan, beside].map((one) => rowsOf(one.source)) as [Rows, Rows];
    const { engine } = rowsNow;
    // In two engines nobody can tell; the figures are compared all the same.
    if (engine !== rowsThen.engine) continue;
    const [then, now] = [plan.people(rowsThen), beside.people(rowsNow)];
    const count = async (these: string, those: string, is = "") =>
      (await engine.all<[number]>(`SELECT count(*) FROM (${these}) AS these WHERE ${is}(person ${engine.sql.within} (${those}))`))[0]![0];
    const few = (number: number) => number > 0 && number < threshold;
    if ((await count(then, now)) === 0) continue;
    if (few(await count(then, now, "NOT ")) || few(await count(now, then, "NOT ")))
      throw new PublishError(
        "release-reveals",
        `The document "${beside.config.id}" counts the same people as "${id}" of the release "${release}" but for fewer than ${threshold}, so that one could be subtracted from the other; nothing was published: choose the same rows as before (its "where" and "from"), or rows that differ by ${threshold} people at least.`,
        { file: `${beside.config.id}.json`, path: "$" },
      );
  }
}
