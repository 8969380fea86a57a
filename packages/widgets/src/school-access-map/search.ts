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
  key: (event: KeyboardEvent) => void;
}

/** A search field with suggestions, after the ARIA combobox pattern: the focus stays in the field. @param found what is suggested now */
export function drawSearch(
  view: SearchView,
  acts: SearchActs,
  found: { items: unknown; said: string } | undefined,
  { id, say }: { id: string; say: Say },
): TemplateResult {
  const { mapControls } = say.words;
  const open = found !== undefined;
  return html`<div class="search">
    <input type="search" role="combobox" part="search" aria-label=${mapControls.search} placeholder=${mapControls.search} autocomplete="off" spellcheck="false"
      aria-autocomplete="list" aria-expanded=${open ? "true" : "false"} aria-controls=${`${id}-found`}
      aria-activedescendant=${open && view.at >= 0 ? `${id}-found-${view.at}` : nothing}
      .value=${view.text} @input=${(event: InputEvent) => acts.type((event.target as HTMLInputElement).value)} @keydown=${acts.key} />
    <ul id=${`${id}-found`} role="listbox" aria-label=${mapControls.search} ?hidden=${!open}>${found?.items}</ul>
    <span class="unseen" role="status">${found?.said}</span>
  </div>`;
}
