import type { VitrineDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { PublishError } from "../error.js";
import type { Report } from "../report.js";

/** Attacks the finished documents as a stranger would. @throws PublishError naming the first figure that can be worked out too closely */
export async function prove(documents: readonly VitrineDocument[]): Promise<Report["audit"]> {
  const started = performance.now();
  const { figures, open, narrowest, narrow, contradictory } = await auditDocuments(documents);
  const [first, ...more] = narrow;
  const tell = ({ id, path }: { id: string; path: string }) => `${id}.json: ${path} can be worked out too closely from the other figures.`;
  if (first)
    throw new PublishError(
      "audit-failed",
      `${tell(first)} Nothing was published: name fewer breakdowns or larger groups in the config.`,
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
    seconds: Math.round(performance.now() - started) / 1000,
  };
}
