import type { ImplementationDocument } from "@vitrine/contract";

/** What every example page is given. */
export interface Given {
  address: string;
  documents: readonly ImplementationDocument[];
}
export const given = (): Given => JSON.parse(document.querySelector("#given")!.textContent) as Given;
