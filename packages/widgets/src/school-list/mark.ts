import type { AccessStatus } from "@vitrine/contract";
import { drawSymbol, liveTheme } from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";

/** The sign of a status as it stands on the map. The word beside it says the same. */
export const statusMark = (status: AccessStatus): TemplateResult =>
  html`<svg class="mark" viewBox="-7 -7 14 14" aria-hidden="true">${drawSymbol(liveTheme, status, 5, 0, 0)}</svg>`;
