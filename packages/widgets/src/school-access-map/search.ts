import { html, nothing, type TemplateResult } from "lit";
import type { Say } from "@vitrine/drawing";

/** A place that a reader may mean: a row of the areas or of the schools. */
export interface Found {
  kind: "area" | "school";
  row: number;
  name: string;
  detail?: string | undefined;
  /** A school of a file that is not open: the row of its area, and its id there. */
  elsewhere?: { area: number; id: string };
}
export const most = 8;

export interface SearchView {
  text: string;
  found: Found[];
  /** Position among `found` that the arrow keys stand on. */
  at: number;
  open: boolean;
}
export const noSearch: SearchView = { text: "", found: [], at: -1, open: false };

export interface SearchActs {
  type: (text: string) => void;
  move: (at: number) => void;
  choose: (found: Found) => void;
  close: () => void;
}

/** A search field with suggestions, after the ARIA combobox pattern: the focus stays in the field. */
export function drawSearch(view: SearchView, acts: SearchActs, { id, say }: { id: string; say: Say }): TemplateResult {
  const { mapControls } = say.words;
  const open = view.open && view.found.length > 0;
  const key = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const count = view.found.length;
    if (step !== 0 && count > 0) acts.move((((view.at + step) % count) + count + (view.at < 0 && step < 0 ? 1 : 0)) % count);
    else if (event.key === "Enter" && count > 0) acts.choose(view.found[Math.max(0, view.at)]!);
    else if (event.key === "Escape" && (open || view.text !== "")) acts.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="search">
    <input type="search" role="combobox" part="search" aria-label=${mapControls.search} placeholder=${mapControls.search} autocomplete="off" spellcheck="false"
      aria-autocomplete="list" aria-expanded=${open ? "true" : "false"} aria-controls=${`${id}-found`}
      aria-activedescendant=${open && view.at >= 0 ? `${id}-found-${view.at}` : nothing}
      .value=${view.text} @input=${(event: InputEvent) => acts.type((event.target as HTMLInputElement).value)} @keydown=${key} />
    <ul id=${`${id}-found`} role="listbox" aria-label=${mapControls.search} ?hidden=${!open}>${
      open
        ? view.found.map(
            (found, at) => html`<li id=${`${id}-found-${at}`} role="option" aria-selected=${at === view.at ? "true" : "false"}
              @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => acts.choose(found)}>${found.name}${found.detail ? html` <span class="quiet">${found.detail}</span>` : nothing}</li>`,
          )
        : nothing
    }</ul>
    <span class="unseen" role="status">${open ? mapControls.suggestions(say.number(view.found.length)) : nothing}</span>
  </div>`;
}
