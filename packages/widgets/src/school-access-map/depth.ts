import type { AccessDocument } from "@vitrine/contract";

/**
 * How deep a reader is: the overview, the document of a state that was opened from it, or one state of a document that has the schools
 * of many. What leads deeper is an act, and stands with the acts.
 */
export class Depth {
  opened: { overview: AccessDocument; row: number; document: AccessDocument } | undefined;
  within: { document: AccessDocument; id: string } | undefined;
  request: AbortController | undefined;

  /** The document in view for this overview. */
  inView(overview: AccessDocument): AccessDocument {
    if (this.opened?.overview !== overview) this.opened = undefined;
    return this.opened?.document ?? overview;
  }
  /** The state that was chosen within a document. */
  areaIn = (document: AccessDocument): string | undefined => (this.within?.document === document ? this.within.id : undefined);
  /** The document that "back" leads to. */
  above = (document: AccessDocument): AccessDocument | undefined =>
    this.areaIn(document) === undefined ? this.opened?.overview : document;

  /** One level up. Returns the id of the area that was left. */
  back(): string | undefined {
    const left = this.within?.id ?? this.opened?.overview.areas.id[this.opened.row];
    if (this.within) this.within = undefined;
    else this.opened = undefined;
    return left;
  }

  /** Gives up a file that is on its way. */
  stop(): void {
    this.request?.abort();
  }
}
