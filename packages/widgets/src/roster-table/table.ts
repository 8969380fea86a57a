import { cell } from "@vitrine/contract";
import { keptRows, rosterCell, type Arranged, type Marks, type RosterColumn, type RosterModel, type Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { columnWidth, selectWidth } from "./columns.js";
import { markIcon, stageIcon } from "./icons.js";
import type { Look } from "./look.js";
import { manyLines, type Piece } from "./window.js";

export interface TableOptions {
  model: RosterModel;
  look: Look;
  marks: Marks;
  arranged: Arranged;
  pieces: readonly Piece[];
  columns: readonly RosterColumn[];
  /** Room for the table in CSS pixels. */
  width: number;
  say: Say;
  /** What stands above the rows on every printed page. */
  secret: string;
  /** What stands under the open row. */
  detail: (row: number) => TemplateResult;
  /** A line got the focus. */
  at: (line: number) => void;
}

/** Every row, or above a number only those in sight: then the table says of each row which of how many it is. */
export function drawTable(options: TableOptions): TemplateResult {
  const { look, arranged, columns, pieces, width, say } = options;
  const { lines } = arranged;
  const many = lines.length >= manyLines;
  const open = look.lineOf(look.open);
  const words = say.words.roster;
  const { rows } = look.rows();
  const chosen = look.chosen();
  const all = chosen === rows.length && rows.length > 0;
  // The first two columns share what a narrow page has; more of them scroll sideways.
  const tight = columns.length === 2 && width < columnWidth.teacher + columnWidth.stage + selectWidth;
  const wide = (column: RosterColumn) => (tight ? (column === "teacher" ? width - selectWidth - 124 : 124) : columnWidth[column]);
  const sum = columns.reduce((room, column) => room + wide(column), selectWidth);
  const kept = keptRows(options.marks);
  // The same row stays the same node while others come and go beside it, or the focus in it would be lost.
  const nameOf = (piece: Piece, at: number) =>
    "line" in piece ? piece.line : at === 0 ? "top" : at === pieces.length - 1 ? "end" : "between";
  return html`<table class="roster" .style=${`min-inline-size:${sum}px`} aria-rowcount=${many ? lines.length + 1 + (open === undefined ? 0 : 1) : nothing} aria-colcount=${many ? columns.length + 1 : nothing} aria-describedby="roster-keys">
    <caption class="unseen">${words.table}</caption>
    <colgroup><col .style=${`inline-size:${selectWidth}px`} />${columns.map((column) => html`<col .style=${`inline-size:${wide(column)}px`} />`)}</colgroup>
    <thead><tr class="every-page"><td colspan=${columns.length + 1}>${options.secret}</td></tr><tr aria-rowindex=${many ? 1 : nothing}>
      <th scope="col" class="check" aria-colindex=${many ? 1 : nothing}><input type="checkbox" aria-label=${words.selectAll(say.number(rows.length))} ?disabled=${rows.length === 0} .checked=${live(all)} .indeterminate=${live(chosen > 0 && !all)} @change=${() => look.selectAll(!all)} /></th>
      ${columns.map((column, at) => {
        const sorted = look.sort?.column === column;
        const arrow = sorted ? (look.sort!.descending ? "↓" : "↑") : "";
        return html`<th scope="col" aria-colindex=${many ? at + 2 : nothing} class=${column === "students" ? "number" : nothing} aria-sort=${sorted ? (look.sort!.descending ? "descending" : "ascending") : nothing}><button type="button" class="head" @click=${() => look.sortBy(column)}>${words.column[column]}${arrow ? html`<span aria-hidden="true" class="arrow">${arrow}</span>` : nothing}</button></th>`;
      })}
    </tr></thead>
    <tbody>${repeat(pieces, nameOf, (piece) => {
      if ("space" in piece)
        return html`<tr class="space" aria-hidden="true"><td colspan=${columns.length + 1} .style=${`block-size:${piece.space}px`}></td></tr>`;
      const { line } = piece;
      const index = many ? line + 2 + (open !== undefined && line > open ? 1 : 0) : undefined;
      const at = lines[line]!;
      return at < 0 ? drawGroup(options, -1 - at, line, index) : drawRow(options, at, line, index, kept);
    })}</tbody>
  </table>`;
}

function drawGroup(
  { model, look, arranged, columns, say, at }: TableOptions,
  group: number,
  line: number,
  index: number | undefined,
): TemplateResult {
  const { document } = model;
  const { at: place, rows, met } = arranged.groups[group]!;
  const names = (look.grouping === "school" ? document.schools : document.districts).name;
  const open = !look.closed.has(place);
  return html`<tr class="group" data-line=${line} aria-rowindex=${index ?? nothing}><th scope="rowgroup" colspan=${columns.length + 1}><div class="stuck"><button type="button" class="fold go" tabindex=${line === look.current ? 0 : -1} aria-expanded=${open ? "true" : "false"} @focus=${() => at(line)} @click=${() => look.fold(place)}><span aria-hidden="true" class="turn">${open ? "▾" : "▸"}</span> <b dir="auto">${names[place]}</b></button> <span class="quiet">${say.words.roster.groupLine({ rows: say.number(rows), met: say.number(met), count: rows })}</span></div></th></tr>`;
}

function drawRow(options: TableOptions, row: number, line: number, index: number | undefined, kept: ReadonlySet<number>): TemplateResult {
  const { model, look, marks, columns, say } = options;
  const { document } = model;
  const words = say.words.roster;
  const mark = marks.rows.get(row);
  const open = look.open === row;
  const picked = look.selected.has(row);
  const reach = line === look.current ? 0 : -1;
  const teacher = document.rows.teacher[row]!;
  const focus = () => options.at(line);
  const note = mark ? words.markShort[mark.mark] : marks.fine.has(row) ? words.fineShort : kept.has(row) ? words.keep : undefined;
  const classes = `${open ? "open " : ""}${picked ? "picked " : ""}${mark ? "marked" : ""}`;
  return html`<tr class=${classes} data-line=${line} aria-rowindex=${index ?? nothing}>
      <td class="check" aria-colindex=${index ? 1 : nothing}><input type="checkbox" class="pick" tabindex=${reach} aria-label=${words.selectRow(teacher)} .checked=${live(picked)} @focus=${focus} @click=${(event: MouseEvent) => look.select(row, event.shiftKey)} /></td>
      ${columns.map((column, at) =>
        column === "teacher"
          ? html`<th scope="row" aria-colindex=${index ? at + 2 : nothing}><button type="button" class="name go" tabindex=${reach} aria-expanded=${open ? "true" : "false"} @focus=${focus} @click=${() => look.toggle(row)}><span dir="auto">${teacher}</span></button>${note ? html`<span class="note">${mark ? markIcon : nothing}${note}</span>` : nothing}</th>`
          : html`<td aria-colindex=${index ? at + 2 : nothing} class=${column === "students" ? "number" : nothing} dir=${column === "students" ? nothing : "auto"}>${column === "stage" ? stageIcon(cell(document.rows.stage, row)) : nothing}${rosterCell(model, row, column, say, true)}</td>`,
      )}
    </tr>${
      open
        ? html`<tr class="detail" aria-rowindex=${index === undefined ? nothing : index + 1}><td colspan=${columns.length + 1}><div class="stuck">${options.detail(row)}</div></td></tr>`
        : nothing
    }`;
}
