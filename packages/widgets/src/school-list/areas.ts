import { isAbsence, type AccessDocument } from "@vitrine/contract";
import { readArea, type Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { more, type ListActs, type ListOptions, type ListView } from "./draw.js";

/** An area's share in words: "248 of 1,121 (22%)", or why there is none. */
export function sayArea({ areas }: AccessDocument, row: number, say: Say): string {
  const { look, offers, base, share } = readArea(areas, row);
  if (share === undefined) return isAbsence(look) ? say.words.absence[look] : "";
  return `${say.words.list.of(say.number(offers), say.number(base))} (${say.percent(share)})`;
}

/** The areas as a native table: all that an overview lists, or these rows of them, and what opens. */
export function drawAreas(
  document: AccessDocument,
  {
    rows = [...document.areas.id.keys()],
    pages,
    page,
    most = Infinity,
    open,
  }: Pick<ListView, "pages"> &
    Pick<ListOptions, "page" | "most"> & { rows?: readonly number[] | undefined; open?: ((row: number) => void) | undefined },
  acts: Pick<ListActs, "more">,
  say: Say,
): TemplateResult {
  const { list, mapControls } = say.words;
  const { name } = document.areas;
  const last = Math.min(pages * page, rows.length);
  return html`<section part="list" class="list" role="group" aria-label=${mapControls.areas}>
    ${rows.length === 0 ? html`<p class="quiet" role="status">${list.none}</p>` : nothing}
    <table class="schools">
      <caption class="unseen">${mapControls.areas}</caption>
      <thead><tr><th scope="col">${list.columns.area}</th><th scope="col">${list.columns.offers}</th></tr></thead>
      <tbody>${rows
        .slice(0, Math.min(last, most))
        .map(
          (row) =>
            html`<tr data-area=${row}><th scope="row">${
              open
                ? html`<button type="button" class="name" dir="auto" @click=${() => open(row)}>${name[row]}</button>`
                : html`<span dir="auto">${name[row]}</span>`
            }</th><td dir="auto">${sayArea(document, row, say)}</td></tr>`,
        )}</tbody>
    </table>
    ${
      rows.length > last
        ? html`<p class="list-more"><span class="quiet" dir="auto">${list.listed(say.number(last), say.number(rows.length))}</span>
          <button type="button" @click=${(event: Event) => more(event, last, acts)}>${list.more(say.number(Math.min(page, rows.length - last)))}</button></p>`
        : nothing
    }
  </section>`;
}
