/**
 * A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, carriage return) gets an apostrophe in front, which spreadsheets
 * take for "this is text". One that already looks so gets another, so that {@link readCsv} can take off what was added.
 */
const safe = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One record of CSV (RFC 4180, CRLF) that no spreadsheet runs. */
export const csvLine = (cells: readonly string[]): string => cells.map((cell) => quoted(safe(cell))).join(",") + "\r\n";

/** Records and cells of a CSV text, with what {@link csvLine} put in front taken off again. Nothing when a quote never ends. */
export function readCsv(text: string): string[][] | undefined {
  const records: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  let record: string[] = [];
  cells.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (cells.lastIndex < text.length) {
    const found = cells.exec(text);
    if (!found) return undefined;
    const [, inQuotes, bare, end] = found;
    record.push((inQuotes?.replaceAll('""', '"') ?? bare ?? "").replace(/^'(?='*[=+\-@\t\r])/, ""));
    // A comma at the very end of a text still opens a cell.
    if (end === "," && cells.lastIndex === text.length) record.push("");
    if (end !== "," || cells.lastIndex === text.length) record = (records.push(record), []);
  }
  return records;
}
