import { FilterModule, FormatModule, SortModule, Tabulator } from "tabulator-tables";
import styles from "tabulator-tables/dist/css/tabulator.min.css?inline";
import { collator, columns, fold, rowsOf } from "./work.mjs";

Tabulator.registerModule([FilterModule, FormatModule, SortModule]);
let table;
let box;
export async function start(host, document) {
  box = host;
  const style = globalThis.document.createElement("style");
  style.textContent = styles;
  globalThis.document.head.append(style);
  table = new Tabulator(host, {
    data: rowsOf(document),
    index: "id",
    height: 640,
    rowHeight: 40,
    columns: columns.map((field) => ({
      title: field,
      field,
      width: 130,
      ...(field === "teacher" ? { sorter: (a, b) => collator.compare(a, b) } : {}),
    })),
  });
  await new Promise((resolve) => table.on("tableBuilt", resolve));
}
export const sort = () => table.setSort("teacher", "asc");
export const filter = (text) => table.setFilter((row) => row.folded.includes(fold(text)));
export const scroller = () => box.querySelector(".tabulator-tableholder");
export const first = () => box.querySelector(".tabulator-row .tabulator-cell")?.textContent;
