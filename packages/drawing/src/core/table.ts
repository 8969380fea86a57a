import { html, nothing, type TemplateResult } from "lit";

export interface Column {
  label: string;
  /** Right-aligned, tabular figures. */
  numeric?: boolean;
}
/** A table as data. The first cell of a row is its heading. Cells are finished text in the reader's language. */
export interface Table {
  caption: string;
  columns: Column[];
  rows: { key: string; cells: string[] }[];
  /** How many rows there are, where they are made only when they are read. */
  size?: number;
}

/** A native table: caption, scoped headers, one heading cell per row. Styled by the host's stylesheet. */
export const drawTable = (table: Table): TemplateResult => html`<table part="table">
  <caption>${table.caption}</caption>
  <thead><tr>${table.columns.map(({ label, numeric }) => html`<th scope="col" class=${numeric ? "number" : nothing}>${label}</th>`)}</tr></thead>
  <tbody>${table.rows.map(
    ({ cells }) =>
      html`<tr>${cells.map((cell, at) =>
        at === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${table.columns[at]?.numeric ? "number" : nothing}>${cell}</td>`,
      )}</tr>`,
  )}</tbody>
</table>`;
