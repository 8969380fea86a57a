import type { VitrineDocument } from "@vitrine/contract";
import { auditDocuments, type AuditOptions, type DocumentAudit } from "@vitrine/disclosure";
import { PublishError } from "../error.js";
import type { Report } from "../report.js";

/** What an attack found, and how long it took. */
export type Attack = DocumentAudit & { seconds: number };

/**
 * Attacks the finished documents as a stranger would who kept all earlier publications, the oldest first, and looks for what they have in common.
 * @param knows what everybody knows of single figures, of figures that are the same, and of what adds up
 */
export async function attack(
  documents: readonly VitrineDocument[],
  earlier: readonly (readonly VitrineDocument[])[],
  knows: Pick<AuditOptions, "known" | "same" | "sums">,
): Promise<Attack> {
  const started = performance.now();
  const found = await auditDocuments(documents, { earlier, look: true, ...knows });
  return { ...found, seconds: Math.round(performance.now() - started) / 1000 };
}

const reasons: Record<DocumentAudit["narrow"][number]["why"], string> = {
  close: "can be worked out too closely from the other figures.",
  "shown-again": "was withheld in the last release of the same period and would be shown now.",
  "small-change": "moved by fewer people since the last release than may be told.",
};

/** @throws PublishError naming the first figure that can be worked out too closely */
export function prove({ figures, open, narrowest, narrow, contradictory, unused, seconds }: Attack): Report["audit"] {
  const [fact] = unused;
  if (fact)
    throw new PublishError(
      "config-refused",
      `"known" speaks of the figure "${fact.figure}" of the document "${fact.document}", which does not exist: name it as in breakdowns/district/groups/north/trained.`,
      { path: "$.known" },
    );
  const [first, ...more] = narrow;
  const tell = ({ id, path, why }: DocumentAudit["narrow"][number]) => `${id}.json: ${path} ${reasons[why]}`;
  if (first)
    throw new PublishError(
      first.why === "close" ? "audit-failed" : "release-reveals",
      `${tell(first)} Nothing was published: ${first.why === "close" ? "name fewer breakdowns or larger groups in the config" : "wait until more has changed, or name larger groups in the config"}.`,
      { file: `${first.id}.json`, path: first.path },
      more.map(tell),
    );
  if (contradictory[0] !== undefined)
    throw new PublishError(
      "audit-failed",
      `The figures of the document "${contradictory[0]}" contradict each other; nothing was published.`,
      {
        file: `${contradictory[0]}.json`,
      },
    );
  return {
    figures,
    open,
    narrowest: Number.isFinite(narrowest) ? narrowest : open > 0 ? "no upper end" : "no withheld figure",
    seconds,
  };
}
