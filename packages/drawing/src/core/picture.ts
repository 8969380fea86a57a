import type { Kind } from "@vitrine/contract";
import type { TemplateResult } from "lit";
import type { Frame } from "./frame.js";
import type { Say } from "./say.js";
import type { Table } from "./table.js";

/** A kind's drawing in three small functions, so that every host treats all kinds alike. */
export interface Picture<D, V = undefined> {
  kind: Kind<D>;
  /** The whole figure as one `<svg>`. `view` is what a reader chose (an area, a filter); it is never stored. */
  draw(document: D, frame: Frame, view?: V): TemplateResult;
  /** One sentence in plain language that says the same as the picture. */
  summarise(document: D, say: Say): string;
  /** The same figures as tables: shown as the table twin, read by screen readers, downloaded as CSV. */
  tabulate(document: D, say: Say): Table[];
}
