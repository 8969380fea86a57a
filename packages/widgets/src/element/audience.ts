import type { Envelope } from "@vitrine/contract";
import type { Served } from "./load.js";

/** How a document came to the element. */
export interface Origin {
  from: "property" | "script" | "address";
  /** From the page itself or from its own origin. */
  sameOrigin: boolean;
  /** How it was served; only of an address. */
  served?: Served;
}
export type AudienceFault = "audience-research" | "audience-partner" | "audience-origin";

/**
 * May this page show the document? Public: always. Research: never. Partner: when the page states the same partner and the document
 * was handed over by the page's program or came from the page's own origin (privacy policy, 9).
 * @param partner the partner the page states, its `partner` attribute
 */
export function audienceFault({ audience }: Envelope, partner: string | undefined, origin: Origin): AudienceFault | undefined {
  if (audience.kind === "public") return undefined;
  if (audience.kind === "research") return "audience-research";
  if (audience.id !== partner) return "audience-partner";
  return origin.from === "script" || !origin.sameOrigin ? "audience-origin" : undefined;
}
