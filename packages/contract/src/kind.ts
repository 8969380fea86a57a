import type * as z from "zod/mini";
import type { Note } from "./envelope.js";
import type { Figure } from "./figure.js";
import type { Fault, Path } from "./issue.js";

export type { Path };

export interface Place {
  path: Path;
  figure: Figure;
}

/** What the privacy rules must know of a document, whatever its kind. */
export interface Facts {
  /** Figures that count people: threshold and zero rule apply. A `base` may be an exact 0: nobody takes part there. */
  people: (Place & { base?: boolean })[];
  /** Sums a reader can write down. A part that is not applicable counts as nothing. */
  sums: { total: Place; parts: Place[] }[];
  /** Shares, the number of people they are taken of, and how many of them. */
  rates: { path: Path; figure: Figure | undefined; base: Place; numerator: Place }[];
  /** Lists whose ids must differ. */
  ids: { path: Path; ids: readonly string[] }[];
  /** Notes without which the picture would mislead. */
  needs: Note["kind"][];
  /** Faults only this kind can have. */
  faults: Fault[];
}

/** What a file may say: its name and version, and the shape of its contents. */
export interface Form<D = unknown> {
  schema: string;
  shape: z.ZodMiniType<D>;
  /** Keys whose text may be an e-mail address. Only a roster, and what corrects it, has one. */
  personal?: readonly string[];
}

/** One kind of document in one version: its shape, and what the rules must know of it. */
export interface Kind<D = unknown> extends Form<D> {
  /** Copies a long list at once, where it is of one sort: a kind with columns of a hundred thousand cells has it. */
  copyColumn?: (list: readonly unknown[]) => unknown[] | undefined;
  facts(document: D): Facts;
}
