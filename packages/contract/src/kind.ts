import type * as z from "zod/mini";
import type { Note } from "./envelope.js";
import type { Figure } from "./figure.js";

export type Path = readonly (string | number)[];
export interface Place {
  path: Path;
  figure: Figure;
}

/** What the privacy rules must know of a document, whatever its kind. */
export interface Facts {
  /** Figures that count people: threshold and zero rule apply. */
  people: Place[];
  /** Sums a reader can write down. A part that is not applicable counts as nothing. */
  sums: { total: Place; parts: Place[] }[];
  /** Shares with the number of people they are taken of. */
  rates: { path: Path; figure: Figure | undefined; base: Figure; numerator?: Figure }[];
  /** Lists whose ids must differ. */
  ids: { path: Path; ids: readonly string[] }[];
  /** Notes without which the picture would mislead. */
  needs: Note["kind"][];
  /** Faults only this kind can have. */
  faults: { code: string; path: Path }[];
}

/** One kind of document in one version: its shape, and what the rules must know of it. */
export interface Kind<D = unknown> {
  schema: string;
  shape: z.ZodMiniType<D>;
  facts(document: D): Facts;
}
