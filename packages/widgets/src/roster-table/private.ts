import type { RosterDocument } from "@vitrine/contract";
import type { RosterRefusal, Say } from "@vitrine/drawing";
import type { Origin } from "../element/audience.js";

/** This machine: what stands there is as private as its owner keeps it. */
const local = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Why a page may not show a roster; nothing when it may. It names teachers, so it must not be able to come from a place that everybody can
 * open: it was handed over by the page's program, or came from the page's own origin or with the reader's credentials, over https or from
 * this machine, in an answer that no shared cache keeps and that is not meant for every site.
 * @param partner the partner the page states, its `partner` attribute
 */
export function rosterFault(
  { audience }: RosterDocument,
  partner: string | undefined,
  { from, sameOrigin, served }: Origin,
): RosterRefusal | undefined {
  if (audience.id !== partner) return "roster-partner";
  if (from === "property") return undefined;
  if (from === "script" || !served) return "roster-script";
  const { response, credentials } = served;
  // Across origins a browser then refuses an answer that is meant for every site.
  if (!sameOrigin && credentials !== "include") return "roster-origin";
  const { protocol, hostname } = new URL(response.url || "about:blank");
  if (protocol !== "https:" && !local.test(hostname)) return "roster-insecure";
  // As far as the browser lets a page read a header.
  const header = (name: string) => response.headers.get(name) ?? "";
  const caching = header("cache-control").toLowerCase().split(",");
  if (!caching.some((word) => /^\s*(no-store|private)\s*$/.test(word))) return "roster-cached";
  return header("access-control-allow-origin").trim() === "*" ? "roster-open" : undefined;
}

/** What stands on every page and every file: that it is confidential, in the document's own words where these say so first. */
export function secretLine({ audience }: RosterDocument, say: Say): string {
  const { confidential } = say.words.roster;
  const { confidentiality } = audience;
  return confidentiality.toLowerCase().startsWith(confidential.toLowerCase()) ? confidentiality : `${confidential}. ${confidentiality}`;
}
