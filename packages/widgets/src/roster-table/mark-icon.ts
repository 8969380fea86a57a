import { html } from "lit";

/** Beside what is marked. */
export const markIcon = html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path class="line" d="M3 13l.6-2.6 7-7 2 2-7 7zM9.2 4.8l2 2"></path></svg>`;
