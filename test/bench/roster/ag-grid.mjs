import { ClientSideRowModelModule, ColumnApiModule, createGrid, ExternalFilterModule, ModuleRegistry } from "ag-grid-community";
import { collator, columns, fold, rowsOf } from "./work.mjs";

ModuleRegistry.registerModules([ClientSideRowModelModule, ColumnApiModule, ExternalFilterModule]);
let grid;
let box;
let wanted = "";
export function start(host, document) {
  box = host;
  host.style.height = "640px";
  grid = createGrid(host, {
    rowData: rowsOf(document),
    rowHeight: 40,
    columnDefs: columns.map((field) => ({ field, sortable: true, ...(field === "teacher" ? { comparator: collator.compare } : {}) })),
    isExternalFilterPresent: () => wanted !== "",
    doesExternalFilterPass: ({ data }) => data.folded.includes(wanted),
  });
}
export const sort = () => grid.applyColumnState({ state: [{ colId: "teacher", sort: "asc" }] });
export function filter(text) {
  wanted = fold(text);
  grid.onFilterChanged();
}
export const scroller = () => box.querySelector(".ag-body-viewport") ?? box.querySelector(".ag-grid-viewport, .ag-center-cols-viewport");
export const first = () => box.querySelector('[row-index="0"] [col-id="teacher"]')?.textContent;
