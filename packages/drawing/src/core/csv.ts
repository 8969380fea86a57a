import type { Table } from "./table.js";

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const csvCell = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csvLine = (cells: string[]) => cells.map(csvCell).join(",") + "\r\n";

/** Tables as CSV (RFC 4180, CRLF), one after the other with an empty line between. */
export const toCsv = (tables: readonly Table[]): string =>
  tables
    .map((table) => csvLine(table.columns.map(({ label }) => label)) + table.rows.map(({ cells }) => csvLine(cells)).join(""))
    .join("\r\n");
