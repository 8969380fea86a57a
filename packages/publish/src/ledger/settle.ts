import type { VitrineDocument } from "@vitrine/contract";
import type { Known, Same } from "@vitrine/disclosure";
import type { Written } from "../documents/plans.js";
import { PublishError } from "../error.js";
import { attack, prove } from "../output/prove.js";
import type { Report } from "../report.js";
import { isLooser, lastOf } from "./before.js";
import type { Past } from "./ledger.js";

/** A document that stays as it was published before. */
export interface Kept {
  document: string;
  release: string;
}

export interface Settled {
  written: Written[];
  kept: Kept[];
  audit: Report["audit"];
}

/**
 * Attacks the finished documents beside all that was published before. One that would tell what has changed since, too little to be told,
 * stays as it was: with its figures and its date (privacy policy, 6).
 * @throws PublishError when that does not help either
 */
export async function settle(
  written: readonly Written[],
  past: Past,
  known: readonly Known[] = [],
  same: readonly Same[] = [],
): Promise<Settled> {
  const kept: Kept[] = [];
  let now = written.map((one) => (one.lost ? keep(one, past, kept) : one));
  // Whoever holds a roster holds its rows: there is nothing to work out.
  const documents = () => now.flatMap(({ document }) => (document.schema === "roster/1" ? [] : [document]));
  const sums = written.flatMap((one) => one.sums ?? []);
  const earlier = past.map((release) => release.documents.map(({ document }) => document));
  for (;;) {
    const found = await attack(documents(), earlier, { known, same, sums });
    const told = now.filter(({ document }) => found.narrow.some(({ id }) => id === document.id) && lastOf(past, document));
    // What gives itself away is not helped by the past.
    const alone = await attack(
      told.map(({ document }) => document),
      [],
      { known, sums },
    );
    const changed = told.filter(
      ({ document: { id } }) => !kept.some(({ document }) => document === id) && !alone.narrow.some((one) => one.id === id),
    );
    if (changed.length === 0) {
      refuseOlder(kept, [...same, ...sums.map(({ total, parts }) => [total, ...parts])]);
      return { written: now, kept, audit: prove(found) };
    }
    now = now.map((one) => (changed.includes(one) ? keep(one, past, kept) : one));
  }
}

/** A document that stays as it was counts other people now than those that count the same as it would. @throws PublishError */
function refuseOlder(kept: readonly Kept[], same: readonly Same[]): void {
  for (const { document, release } of kept) {
    const other = same.find((figures) => figures.some((one) => one.document === document))?.find((one) => one.document !== document);
    if (other)
      throw new PublishError(
        "release-reveals",
        `The document "${document}" stays as it was in the release "${release}", because too little has changed to be told, and "${other.document}" counts the same people as of now, which would tell it; nothing was published: wait until more has changed, or leave "${other.document}" out.`,
        { file: `${other.document}.json`, path: "$" },
      );
  }
}

function keep(written: Written, past: Past, kept: Kept[]): Written {
  const { document } = written;
  const last = lastOf(past, document);
  const { id, privacy } = document;
  const stop = (why: string, what: string) =>
    new PublishError(
      "release-reveals",
      `The document "${id}" moved by fewer than ${privacy.threshold} people since the release "${last?.release}", so that the difference would tell of them, and it cannot stay as it was, because ${why}; nothing was published: ${what}.`,
      { file: `${id}.json`, path: "$" },
    );
  if (!last) throw stop("it was not published before", "name fewer breakdowns or larger groups in the config");
  if (last.counts !== undefined && last.counts !== written.counts)
    throw stop(
      `it counts other rows than then (its "from", "where" or columns)`,
      `count the same rows as before, or rows that differ by ${privacy.threshold} people at least`,
    );
  if (isLooser(last.document.privacy, privacy))
    throw stop("the policy was looser then", "wait until more has changed, or begin a new period");
  kept.push({ document: document.id, release: last.release });
  const acts = [{ table: "total", rule: "kept" as const, figures: 0 }];
  return { ...written, document: { ...last.document, id: document.id, audience: document.audience } as VitrineDocument, acts, lost: false };
}
