import type { Issue } from "@vitrine/contract";

/** Why something was not made: data first, words second. The message never holds a value of a document. */
export class Refused extends Error {
  override readonly name = "Refused";
  /** @param code what is wrong, for programs @param message one sentence: what, where, what to do @param file the file it is about @param issues what is wrong inside it */
  constructor(
    readonly code: string,
    message: string,
    readonly file?: string,
    readonly issues: readonly Issue[] = [],
  ) {
    super(message);
  }
}
