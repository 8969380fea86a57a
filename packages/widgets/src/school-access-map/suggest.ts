import { html, nothing, type TemplateResult } from "lit";
import { fold } from "../school-list/fold.js";
import type { SchoolModel } from "../school-list/model.js";
import { queriesOf } from "../school-list/queries.js";
import { most, type Found, type SearchView } from "./search.js";

/**
 * Areas first, names that begin with the text before names that contain it; at most eight.
 * @param others schools of files that are not open
 */
export function suggest(model: SchoolModel, text: string, others: readonly Found[] = []): Found[] {
  const wanted = fold(text.trim());
  if (wanted === "") return [];
  const { name } = model.document.areas;
  const folded = name.map(fold);
  const rows = name.map((_, row) => row).filter((row) => folded[row]!.includes(wanted));
  const begins = (row: number) => (folded[row]!.startsWith(wanted) ? 0 : 1);
  const areas = rows.sort((a, b) => begins(a) - begins(b) || a - b).map((row): Found => ({ kind: "area", row, name: name[row]! }));
  const schools = queriesOf(model)
    .find(text, most)
    .map((row): Found => {
      const detail = [model.cityOf(row) ?? model.districtOf(row), model.areaNameOf(row)].filter(Boolean).join(", ");
      return { kind: "school", row, name: model.schools!.name[row]!, detail };
    });
  const all = [...schools, ...others];
  return [...areas.slice(0, all.length > 0 ? most / 2 : most), ...all].slice(0, most);
}

/** What was found, to choose from. */
export const drawFound = (view: SearchView, choose: (found: Found) => void, id: string): TemplateResult[] =>
  view.found.map(
    (found, at) =>
      html`<li id=${`${id}-found-${at}`} role="option" aria-selected=${at === view.at ? "true" : "false"}
        @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => choose(found)}>${found.name}${found.detail ? html` <span class="quiet">${found.detail}</span>` : nothing}</li>`,
  );
