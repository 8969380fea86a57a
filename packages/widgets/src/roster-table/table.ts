import type { RosterColumn, Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { columnWidth, selectWidth } from "./columns.js";
import type { Act } from "./controls.js";
import type { Look } from "./look.js";
import { manyLines } from "./window.js";

interface TableOptions {
  look: Look;
  columns: readonly RosterColumn[];
  /** Room for the table in CSS pixels. */
  width: number;
  say: Say;
  /** What stands above the rows on every printed page. */
  secret: string;
  act: Act;
}

/**
 * The table and its head; its rows are drawn into the body by `TableLines`. Of a long list only the rows in sight are in the page, laid out
 * each by itself so that scrolling lays out no other: then every part says what it is, and of how many rows.
 */
export function drawTable({ look, columns, width, say, secret, act }: TableOptions): TemplateResult {
  const lines = look.lines().lines.length;
  const many = lines >= manyLines;
  const words = say.words.roster;
  const { rows } = look.rows();
  const chosen = look.chosen();
  const all = chosen === rows.length && rows.length > 0;
  // The first two columns share what a narrow page has, as long as a name can be told from another; more of them scroll sideways.
  const tight = columns.length === 2 && width < columnWidth.teacher + columnWidth.stage + selectWidth;
  const wide = (column: RosterColumn) =>
    tight ? (column === "teacher" ? Math.max(96, width - selectWidth - 124) : 124) : columnWidth[column];
  const widths = [selectWidth, ...columns.map(wide)];
  const sum = widths.reduce((room, one) => room + one, 0);
  const tracks = widths.map((one) => `minmax(${one}px,${one}fr)`).join(" ");
  const role = (name: string) => (many ? name : nothing);
  return html`<table class=${`roster${many ? " many" : ""}`} role=${role("table")} .style=${`min-inline-size:${sum}px;--_columns:${tracks}`} aria-rowcount=${many ? lines + 1 + (look.lineOf(look.open) === undefined ? 0 : 1) : nothing} aria-colcount=${many ? columns.length + 1 : nothing} aria-describedby="roster-keys">
    <caption class="unseen">${words.table}</caption>
    <colgroup>${widths.map((one) => html`<col .style=${`inline-size:${one}px`} />`)}</colgroup>
    <thead role=${role("rowgroup")}><tr class="every-page"><td colspan=${columns.length + 1}>${secret}</td></tr><tr role=${role("row")} aria-rowindex=${many ? 1 : nothing}>
      <th scope="col" class="check" role=${role("columnheader")} aria-colindex=${many ? 1 : nothing}><input type="checkbox" aria-label=${words.selectAll(say.number(rows.length))} ?disabled=${rows.length === 0} .checked=${live(all)} .indeterminate=${live(chosen > 0 && !all)} @change=${() => act(({ look }) => look.selectAll(!all))} /></th>
      ${columns.map((column, at) => {
        const sorted = look.sort?.column === column;
        const arrow = sorted ? (look.sort!.descending ? "↓" : "↑") : "";
        return html`<th scope="col" role=${role("columnheader")} aria-colindex=${many ? at + 2 : nothing} class=${column === "students" ? "number" : nothing} aria-sort=${sorted ? (look.sort!.descending ? "descending" : "ascending") : nothing}><button type="button" class="head" @click=${() => act(({ look }) => look.sortBy(column))}><bdi>${words.column[column]}</bdi>${arrow ? html`<span aria-hidden="true" class="arrow">${arrow}</span>` : nothing}</button></th>`;
      })}
    </tr></thead>
    <tbody role=${role("rowgroup")}></tbody>
  </table>`;
}
