import type { VitrineDocument } from "@vitrine/contract";
import type { Written } from "../documents/plans.js";
import { PublishError } from "../error.js";
import { attack, prove } from "../output/prove.js";
import type { Report } from "../report.js";
import { lastOf } from "./before.js";
import type { Past, PastDocument } from "./ledger.js";

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
export async function settle(written: readonly Written[], past: Past): Promise<Settled> {
  const kept: Kept[] = [];
  let now = written.map((one) => (one.lost ? keep(one, past, kept) : one));
  // Whoever holds a roster holds its rows: there is nothing to work out.
  const documents = () => now.flatMap(({ document }) => (document.schema === "roster/1" ? [] : [document]));
  const earlier = past.map((release) => release.documents.map(({ document }) => document));
  for (;;) {
    const found = await attack(documents(), earlier);
    const told = new Set(found.narrow.map(({ id }) => id));
    const changed = now.filter(
      ({ document }) => told.has(document.id) && !kept.some((one) => one.document === document.id) && lastOf(past, document),
    );
    if (changed.length === 0) return { written: now, kept, audit: prove(found) };
    now = now.map((one) => (changed.includes(one) ? keep(one, past, kept) : one));
  }
}

function keep(written: Written, past: Past, kept: Kept[]): Written {
  const { document } = written;
  const last = lastOf(past, document);
  if (!last || !mayStand(last, written)) throw reveals(document, last?.release);
  kept.push({ document: document.id, release: last.release });
  const acts = [{ table: "total", rule: "kept" as const, figures: 0 }];
  return { ...written, document: { ...last.document, id: document.id, audience: document.audience } as VitrineDocument, acts, lost: false };
}

/** An earlier document may stand again when it counted the same, under a policy that was as strict. */
function mayStand({ document, counts }: PastDocument, written: Written): boolean {
  const { threshold, zeros } = written.document.privacy;
  const before = document.privacy;
  return (
    (counts === undefined || counts === written.counts) &&
    before.threshold >= threshold &&
    (before.zeros === "withhold" || zeros === "publish")
  );
}

const reveals = ({ id, privacy }: VitrineDocument, release = "") =>
  new PublishError(
    "release-reveals",
    `The document "${id}" counts other rows than in the release "${release}", and its total differs by fewer than ${privacy.threshold} people, so that the difference would tell of them; nothing was published: count the same rows as before (its "where", "from" and columns), or rows that differ by more people.`,
    { file: `${id}.json`, path: "$" },
  );
