import { access, type AccessDocument } from "@vitrine/contract";
import type { Origin } from "../element/audience.js";
import { fetchDocument } from "../element/source.js";

/** Where the schools of an area are: the file that the overview names for it, beside the overview. Nothing when it names none. */
export function siblingOf({ areas }: AccessDocument, row: number, address: string): string | undefined {
  const file = areas.file?.[row];
  if (file === undefined || file === "not-applicable") return undefined;
  const [own, sibling] = [new URL(address, document.baseURI), new URL(file, new URL(address, document.baseURI))];
  return own.origin === sibling.origin ? sibling.href : undefined;
}

const sameAudience = (a: AccessDocument["audience"], b: AccessDocument["audience"]) =>
  a.kind === b.kind && (a.kind !== "partner" || b.kind !== "partner" || a.id === b.id);

/**
 * Fetches the file of one area. Nothing unless it is a valid document for the same audience as the overview that this page may show.
 * @param mayShow the element's own rule for audiences
 */
export async function openSibling(
  overview: AccessDocument,
  address: string,
  mayShow: (document: AccessDocument, origin: Origin) => boolean,
  signal: AbortSignal,
): Promise<AccessDocument | undefined> {
  const answer = await fetchDocument(access, address, signal);
  if (!("document" in answer) || !sameAudience(overview.audience, answer.document.audience)) return undefined;
  return mayShow(answer.document, answer.origin) ? answer.document : undefined;
}
