import type { Envelope } from "@vitrine/contract";
import type { DocumentConfig, Publication } from "../config/schema.js";

/** What a document says of itself: its own words first, else the publication's. Keys stand in the contract's order. */
export function envelope(
  schema: string,
  publication: Publication,
  config: DocumentConfig,
  over: Partial<Pick<Envelope, "id" | "title" | "summary" | "scope">> = {},
) {
  const summary = over.summary ?? (over.id === undefined ? config.summary : undefined);
  const { policy, threshold, zeros, release } = publication.privacy;
  return {
    schema,
    id: over.id ?? config.id,
    title: over.title ?? config.title,
    ...(summary === undefined ? {} : { summary }),
    audience: publication.audience,
    scope: over.scope ?? config.scope ?? publication.scope,
    period: config.period ?? publication.period,
    asOf: config.asOf ?? publication.asOf,
    status: config.status ?? publication.status,
    revision: config.revision ?? publication.revision,
    sources: config.sources ?? publication.sources,
    purpose: config.purpose ?? publication.purpose,
    notes: [...(config.notes ?? []), ...(publication.notes ?? [])],
    actions: [...(config.actions ?? []), ...(publication.actions ?? [])],
    privacy: { policy, threshold, zeros, release, check: { result: "passed" as const, checkedWith: [] as string[] } },
  };
}
