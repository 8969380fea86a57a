import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  TableController,
  tableFeatures,
} from "@tanstack/lit-table";
import { html, LitElement } from "lit";
import { collator, columns, fold, rowsOf } from "./work.mjs";

const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});
const defined = columns.map((id) => ({
  id,
  accessorKey: id,
  header: id,
  ...(id === "teacher"
    ? {
        sortFn: (a, b) => collator.compare(a.original.teacher, b.original.teacher),
        filterFn: (row, _, wanted) => row.original.folded.includes(wanted),
      }
    : {}),
}));

/** The table alone, with the plainest window there is: rows in sight between two empty ones. */
class Bare extends LitElement {
  #controller = new TableController(this);
  top = 0;
  data = [];
  createRenderRoot() {
    return this;
  }
  render() {
    this.table = this.#controller.table({ features, columns: defined, data: this.data, getRowId: (row) => row.id });
    const { rows } = this.table.getRowModel();
    const from = Math.max(0, Math.floor(this.top / 40) - 8);
    const to = Math.min(rows.length, from + 33);
    return html`<div class="box" @scroll=${(event) => {
      this.top = event.target.scrollTop;
      this.requestUpdate();
    }}><table><thead><tr>${columns.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>
      <tr><td .style=${`height:${from * 40}px`}></td></tr>
      ${rows.slice(from, to).map((row) => html`<tr class="row">${row.getAllCells().map((cell) => html`<td>${cell.getValue()}</td>`)}</tr>`)}
      <tr><td .style=${`height:${(rows.length - to) * 40}px`}></td></tr></tbody></table></div>`;
  }
}
customElements.define("bare-table", Bare);
let element;
export function start(host, document) {
  const style = globalThis.document.createElement("style");
  style.textContent =
    ".box{height:640px;overflow:auto;overflow-anchor:none}table{table-layout:fixed;width:1200px;border-collapse:separate;border-spacing:0}td,th{padding:0 8px}.row td{height:40px;white-space:nowrap;overflow:hidden}";
  globalThis.document.head.append(style);
  element = globalThis.document.createElement("bare-table");
  element.data = rowsOf(document);
  host.append(element);
}
export const sort = () => element.table.setSorting([{ id: "teacher", desc: false }]);
export const filter = (text) => element.table.setColumnFilters([{ id: "teacher", value: fold(text) }]);
export const scroller = () => element.querySelector(".box");
export const first = () => element?.querySelector(".row td")?.textContent;
