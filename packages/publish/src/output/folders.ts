import { resolve, sep } from "node:path";
import type { Audience } from "@vitrine/contract";
import type { Config } from "../config/schema.js";
import { PublishError } from "../error.js";

/** A folder of a publication: where it is, how the config's author calls it, and which key names it. */
export interface Place {
  out: string;
  shown: string;
  path: "$.out" | "$.partnerOut";
  /** Whose documents alone it holds; nothing for those of the publication's own audience. */
  partner?: string;
}

export interface Places {
  /** The publication's own folder, then one for each partner with documents of its own. */
  all: Place[];
  /** Corrections name teachers: like raw rows they must not be published. */
  corrections: string[];
  /** In which of the partners' folders a document belongs; nothing for the publication's own. */
  partnerOf(audience: Audience): string | undefined;
}

/** Where a config's documents go. A document for one partner never goes into a folder that others are given. */
export function foldersOf({ documents, out, partnerOut, publication }: Config, folder: string): Places {
  const rosters = documents.flatMap((document) => (document.kind === "roster" ? [document] : []));
  const partners = [...new Set(rosters.flatMap(({ partner }) => partner?.id ?? []))].sort();
  const refuse = (message: string) => {
    throw new PublishError("config-refused", `$.partnerOut ${message}`, { path: "$.partnerOut" });
  };
  if (partnerOut !== undefined && partners.length !== 1)
    refuse(
      partners.length === 0
        ? "is for documents of one partner, and this config has none beside the others: remove it."
        : "cannot hold the documents of several partners: remove it, and each gets a folder of its own.",
    );
  const own: Place = { out: resolve(folder, out), shown: out, path: "$.out" };
  const others = partners.map((partner): Place => {
    const shown = partnerOut ?? `${out.replace(/[/\\]+$/, "")}-partner-${partner}`;
    return { out: resolve(folder, shown), shown, path: partnerOut === undefined ? "$.out" : "$.partnerOut", partner };
  });
  const inside = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  for (const other of others)
    if (inside(other.out, own.out) || inside(own.out, other.out))
      refuse(
        "and $.out are one inside the other: name two folders side by side, so that no partner's document is published with the others.",
      );
  return {
    all: [own, ...others],
    corrections: rosters.flatMap(({ corrections }) => (corrections ?? []).map((file) => resolve(folder, file))),
    partnerOf: (audience) => (publication.audience.kind !== "partner" && audience.kind === "partner" ? audience.id : undefined),
  };
}
