import { keptRows, type Say } from "@vitrine/drawing";
import { html, nothing, render, type TemplateResult } from "lit";
import type { CleanUp } from "./clean-up.js";
import { markIcon } from "./mark-icon.js";
import { Line, make, place, set, type Drawing, type LineActs } from "./lines.js";
import { lineTop, rowHeight } from "./window.js";

/** The head of a group. */
export class GroupLine extends Line {
  readonly #head: HTMLTableCellElement;

  constructor({ columns, many }: Drawing) {
    super();
    this.#head = make("th", { scope: "rowgroup", colspan: String(columns.length + 1) });
    this.row.className = "group";
    this.row.append(this.#head);
    if (many) place(this.row);
  }

  override show(line: number, drawing: Drawing): void {
    super.show(line, drawing);
    const { model, look, arranged, say } = drawing;
    const { at, rows, met } = arranged.groups[-1 - arranged.lines[line]!]!;
    const names = (look.grouping === "school" ? model.document.schools : model.document.districts).name;
    const open = !look.closed.has(at);
    render(
      html`<div class="stuck"><button type="button" class="fold go" tabindex=${line === look.current ? 0 : -1} aria-expanded=${open ? "true" : "false"}><span aria-hidden="true" class="turn">${open ? "▾" : "▸"}</span> <b dir="auto">${names[at]}</b></button> <bdi class="quiet">${say.words.roster.groupLine({ rows: say.number(rows), met: say.number(met), count: rows })}</bdi></div>`,
      this.#head,
    );
  }
}

/** What acts bring into the table: heads of groups, notes beside names, details under a row. */
export class DeskLines implements LineActs {
  readonly Group = GroupLine;
  /** What stands beside each name. */
  readonly #notes = new WeakMap<Element, string>();
  #kept: { marks: unknown; rows: ReadonlySet<number> } | undefined;
  #details: HTMLTableRowElement | undefined;
  /** For what the row of details was made. */
  #made: { columns: number; many: boolean } | undefined;

  /** @param detail what stands under the open row */
  constructor(
    private readonly clean: CleanUp,
    private readonly said: () => Say,
    private readonly detail: (row: number) => TemplateResult,
  ) {}

  note(head: HTMLElement, row: number): boolean {
    const { marks } = this.clean;
    if (this.#kept?.marks !== marks) this.#kept = { marks, rows: keptRows(marks) };
    const words = this.said().words.roster;
    const mark = marks.rows.get(row);
    const note = mark ? words.markShort[mark.mark] : marks.fine.has(row) ? words.fineShort : this.#kept.rows.has(row) ? words.keep : "";
    const seen = note && `${mark ? "!" : ""}${note}`;
    if (seen !== (this.#notes.get(head) ?? ""))
      render(note ? html`<span class="note">${mark ? markIcon : nothing}${note}</span>` : nothing, head);
    this.#notes.set(head, seen);
    return mark !== undefined;
  }

  details({ open, look, columns, many, detailHeight }: Drawing, shown: readonly number[]): Element | undefined {
    const made = this.#made;
    if (open === undefined || !shown.includes(open) || made?.columns !== columns.length || made.many !== many) {
      this.#details?.remove();
      this.#details = undefined;
    }
    if (open === undefined || !shown.includes(open)) return undefined;
    if (!this.#details) {
      this.#details = make("tr", { class: "detail" }, make("td", { colspan: String(columns.length + 1) }, make("div", { class: "stuck" })));
      this.#made = { columns: columns.length, many };
      if (many) place(this.#details);
    }
    set(this.#details, "aria-rowindex", many ? open + 3 : undefined);
    if (many) this.#details.style.insetBlockStart = `${lineTop(open, open, detailHeight) + rowHeight}px`;
    render(this.detail(look.open!), this.#details.firstElementChild!.firstElementChild as HTMLElement);
    return this.#details;
  }
}
