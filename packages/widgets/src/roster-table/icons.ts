import type { RosterStage } from "@vitrine/contract";
import { html, svg, type TemplateResult } from "lit";

const inside = {
  met: svg`<circle class="fill" cx="8" cy="8" r="7"></circle><path class="on" d="M4.5 8.3l2.4 2.4 4.6-5"></path>`,
  started: svg`<circle class="ring" cx="8" cy="8" r="6"></circle><path class="fill" d="M8 2a6 6 0 0 1 0 12z"></path>`,
  "not-started": svg`<circle class="ring" cx="8" cy="8" r="6"></circle>`,
  "not-known": svg`<circle class="ring dashed" cx="8" cy="8" r="6"></circle><path class="line" d="M6.4 6.5a1.7 1.7 0 1 1 2.3 1.7c-.5.2-.7.5-.7 1M8 11.2v.3"></path>`,
} satisfies Record<RosterStage, unknown>;

/** A sign for each stage, told apart without colour. The word stands beside it. */
export const stageIcon = (stage: RosterStage): TemplateResult =>
  html`<svg class=${`icon ${stage}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${inside[stage]}</svg>`;

export const lockIcon = html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path class="line" d="M5 7V5a3 3 0 0 1 6 0v2"></path><rect class="solid" x="3" y="7" width="10" height="7" rx="1.5"></rect></svg>`;
