import { csvLine } from "@vitrine/contract";
import type { Table } from "./table.js";

/** Tables as CSV (RFC 4180, CRLF), one after the other with an empty line between. No spreadsheet runs a cell as a formula: see `csvLine`. */
export const toCsv = (tables: readonly Table[]): string =>
  tables
    .map((table) => csvLine(table.columns.map(({ label }) => label)) + table.rows.map(({ cells }) => csvLine(cells)).join(""))
    .join("\r\n");
