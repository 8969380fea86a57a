import { correctionsToCsv, csvLine, type Corrections, type RosterDocument } from "@vitrine/contract";
import {
  caption,
  rosterCell,
  summariseRoster,
  tabulateRoster,
  toCsv,
  type RosterColumn,
  type RosterRows,
  type Say,
} from "@vitrine/drawing";
import { css, html } from "lit";
import { foot, head, notes } from "../element/caption.js";
import { save } from "../element/export-picture.js";
import { printAlone } from "../element/print.js";
import { secretLine } from "./private.js";

const name = ({ id, revision }: RosterDocument, what: string) => `${id}-${what}-r${revision}`;

export function saveCorrections(model: RosterRows, corrections: Corrections, form: "csv" | "json", say: Say): void {
  const { document } = model;
  const at = new Map(document.rows.id.map((id, row) => [id, row]));
  const cell = (id: string, column: RosterColumn) => rosterCell(model, at.get(id)!, column, say);
  const text =
    form === "json"
      ? `${JSON.stringify(corrections, undefined, 2)}\n`
      : `\ufeff${correctionsToCsv(corrections, (id) => ({
          teacher: cell(id, "teacher"),
          school: cell(id, "school"),
          district: cell(id, "district"),
          course: cell(id, "course"),
        }))}`;
  save(`${name(document, "corrections")}.${form}`, new Blob([text], { type: form === "json" ? "application/json" : "text/csv" }));
}

/** The rows that are shown, every column. The first line says that it is confidential. */
export function saveList(model: RosterRows, rows: Iterable<number>, say: Say): void {
  const { document } = model;
  const text = `\ufeff${csvLine([secretLine(document, say)])}${toCsv(tabulateRoster(document, say, model, rows))}`;
  save(`${name(document, "list")}.csv`, new Blob([text], { type: "text/csv" }));
}

const sheet = css`
  @page {
    size: landscape;
    margin: 12mm 12mm 16mm;
  }
  body {
    font-size: 11px;
  }
  table {
    inline-size: 100%;
  }
  th,
  td {
    padding-block: 2px;
    font-size: 11px;
  }
  tbody th,
  thead th {
    min-inline-size: 0;
  }
  thead .confidential th {
    color: #1b2430;
    font-weight: 600;
  }
  table:has(th:nth-child(8)) thead th {
    overflow-wrap: normal;
  }
  .confidential {
    font-weight: 600;
  }
  p.confidential {
    margin-block-end: 8px;
  }
  .notes td {
    border: 0;
    padding-block-start: 12px;
  }
`;

/** A printed list: its first line is the confidential one, and the rest is one table, notes and all, whose head every further sheet repeats. */
async function printTable(
  document: RosterDocument,
  say: Say,
  root: HTMLElement | DocumentFragment,
  title: string,
  columns: { label: string; numeric?: boolean }[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const says = caption(document, summariseRoster(document, say), say);
  const secret = secretLine(document, say);
  const content = html`<p class="confidential">${secret}</p>${head({ ...says, title }, 2)}${foot(says)}<table>
      <thead><tr class="confidential"><th colspan=${columns.length}>${secret}</th></tr><tr>${columns.map(({ label, numeric }) => html`<th scope="col" class=${numeric ? "number" : ""}>${label}</th>`)}</tr></thead>
      <tbody>${rows.map((cells) => html`<tr>${cells.map((text, at) => (at === 0 ? html`<th scope="row">${text}</th>` : html`<td class=${columns[at]?.numeric ? "number" : ""}>${text}</td>`))}</tr>`)}</tbody>
      <tbody class="notes"><tr><td colspan=${columns.length}>${notes(says.notes, say)}</td></tr></tbody>
    </table>`;
  await printAlone(root, content, document.title, say.locale, say.direction, sheet);
}

const printed: readonly RosterColumn[] = ["teacher", "stage", "flags", "school", "district", "course", "students", "bar", "unit", "year"];

/** The rows that are shown, on paper. */
export async function printList(model: RosterRows, rows: Iterable<number>, say: Say, root: HTMLElement | DocumentFragment): Promise<void> {
  const [table] = tabulateRoster(model.document, say, model, rows, printed);
  await printTable(
    model.document,
    say,
    root,
    model.document.title,
    table!.columns,
    table!.rows.map(({ cells }) => cells),
  );
}

/** What is marked, on paper. */
export async function printCorrections(
  model: RosterRows,
  { entries, additions }: Corrections,
  say: Say,
  root: HTMLElement | DocumentFragment,
): Promise<void> {
  const { document } = model;
  const words = say.words.roster;
  const at = new Map(document.rows.id.map((id, row) => [id, row]));
  const cells = (id: string) => (["teacher", "school", "course"] as const).map((column) => rosterCell(model, at.get(id)!, column, say));
  await printTable(
    document,
    say,
    root,
    words.reviewTitle,
    [
      words.column.teacher,
      words.column.school,
      words.column.course,
      words.summary,
      words.keep,
      words.column.account,
      words.addField.note,
    ].map((label) => ({
      label,
    })),
    [
      ...entries.map(({ row, mark, keep, account, note }) => [
        ...cells(row),
        words.mark[mark],
        keep ? cells(keep).join(", ") : "",
        account ?? "",
        note ?? "",
      ]),
      ...additions.map(({ teacher, school, course, account, note, workshop }) => [
        teacher,
        school,
        document.courses.name[document.courses.id.indexOf(course)] ?? "",
        words.addTitle,
        "",
        account,
        [workshop, note].filter(Boolean).join("; "),
      ]),
    ],
  );
}
