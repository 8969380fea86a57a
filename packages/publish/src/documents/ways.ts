import { bandWidth, parseDocument, type Band, type VitrineDocument } from "@vitrine/contract";
import { auditDocuments, type Known, type KnownSum, type Same } from "@vitrine/disclosure";

/** The share of a part as the band that its base asks for (privacy policy, 4). */
export function bandOf(part: number, base: number): Band | "withheld" | "not-applicable" {
  if (base === 0) return "not-applicable";
  const width = bandWidth(base);
  if (width === undefined) return "withheld";
  const from = Math.min(Math.floor((100 * part) / (base * width)) * width, 100 - width);
  return { from, to: from + width };
}

/**
 * Tells the same figures in several ways, from the most telling to the least, and takes the first that the contract's privacy rules accept
 * and that an attack with what everybody knows leaves standing. Nothing holds the last way back: what is wrong with it is told when the document is sealed.
 */
export async function firstThatHolds<W>(
  ways: readonly W[],
  documentOf: (way: W) => VitrineDocument,
  known: readonly Known[] = [],
  sums: readonly KnownSum[] = [],
): Promise<W> {
  return firstTogether(ways, (way) => ({ documents: [documentOf(way)], same: [] }), known, sums);
}

/** As {@link firstThatHolds}, beside documents that count the same people. @param together these, the last of them made by a way, and what is the same in them */
export async function firstTogether<W>(
  ways: readonly W[],
  together: (way: W) => { documents: VitrineDocument[]; same: readonly Same[] },
  known: readonly Known[],
  sums: readonly KnownSum[] = [],
): Promise<W> {
  for (const way of ways.slice(0, -1)) {
    const { documents, same } = together(way);
    const parsed = parseDocument(documents.at(-1));
    if (!parsed.ok && parsed.issues.some(({ code }) => code.startsWith("privacy-") || code === "totals-differ")) continue;
    const { narrow, contradictory } = await auditDocuments(documents, { known, same, sums });
    if (narrow.length === 0 && contradictory.length === 0) return way;
  }
  return ways.at(-1)!;
}
