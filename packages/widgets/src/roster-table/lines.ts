import { cell, type RosterStage } from "@vitrine/contract";
import { keptRows, rosterCell, type Arranged, type Marks, type RosterColumn, type RosterModel, type Say } from "@vitrine/drawing";
import { html, nothing, render, type TemplateResult } from "lit";
import { markIcon, stageIcon } from "./icons.js";
import type { Look } from "./look.js";
import { assign, lineTop, manyLines, rowHeight } from "./window.js";

export interface LineOptions {
  model: RosterModel;
  look: Look;
  marks: Marks;
  arranged: Arranged;
  columns: readonly RosterColumn[];
  say: Say;
  /** What stands under the open row, and how high that is in CSS pixels. */
  detail: (row: number) => TemplateResult;
  detailHeight: number;
}

/** What is drawn at once: options, and what follows from them for every line. */
interface Drawing extends LineOptions {
  open: number | undefined;
  kept: ReadonlySet<number>;
  /** Only the lines in sight are in the page: each says which of how many it is, and where it stands. */
  many: boolean;
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

const drawn = (template: TemplateResult): Node => {
  const place = make("span", {});
  render(template, place);
  return place;
};

const set = (element: Element, name: string, value: string | number | undefined): void => {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
};

/** A line of the table as a node that can show one line after another. Changing its texts is a tenth of the work of making it. */
abstract class Line {
  readonly row = make("tr", {});
  line = -1;

  show(line: number, drawing: Drawing): void {
    const { row } = this;
    this.line = line;
    const { many, open, detailHeight } = drawing;
    row.dataset["line"] = String(line);
    if (many) row.style.insetBlockStart = `${lineTop(line, open, detailHeight)}px`;
    set(row, "aria-rowindex", many ? indexOf(line, open) : undefined);
  }
}

/** Which of all rows a line is for a reader who hears it: the head is the first, open details are a row of their own. */
const indexOf = (line: number, open: number | undefined) => line + 2 + (open !== undefined && line > open ? 1 : 0);

class RowLine extends Line {
  readonly #pick = make("input", { type: "checkbox", class: "pick" });
  readonly #teacher = document.createTextNode("");
  readonly #name = make("button", { type: "button", class: "name go" }, make("span", { dir: "auto" }, this.#teacher));
  readonly #head = make("th", { scope: "row" }, this.#name);
  readonly #texts: Text[];
  readonly #sign = make("span", {});
  readonly #signs: Partial<Record<RosterStage, Node>> = {};
  #stage: RosterStage | undefined;
  #note: string | undefined;

  constructor({ columns, many }: Drawing) {
    super();
    this.#texts = columns.map(() => document.createTextNode(""));
    const cells = columns.map((column, at) => {
      if (column === "teacher") return this.#head;
      if (column === "students") return make("td", { class: "number" }, this.#texts[at]!);
      return make("td", { dir: "auto" }, ...(column === "stage" ? [this.#sign] : []), this.#texts[at]!);
    });
    this.row.append(make("td", { class: "check" }, this.#pick), ...cells);
    if (many) [...this.row.cells].forEach((one, at) => set(one, "aria-colindex", at + 1));
    if (many) place(this.row);
  }

  override show(line: number, drawing: Drawing): void {
    super.show(line, drawing);
    const { model, look, marks, columns, say, kept, arranged } = drawing;
    const row = arranged.lines[line]!;
    const { rows } = model.document;
    const words = say.words.roster;
    const teacher = rows.teacher[row]!;
    const open = look.open === row;
    const picked = look.selected.has(row);
    const mark = marks.rows.get(row);
    const names = `${open ? "open " : ""}${picked ? "picked " : ""}${mark ? "marked" : ""}`;
    if (this.row.className !== names) this.row.className = names;
    const reach = line === look.current ? 0 : -1;
    this.#pick.tabIndex = this.#name.tabIndex = reach;
    this.#pick.checked = picked;
    set(this.#pick, "aria-label", words.selectRow(teacher));
    set(this.#name, "aria-expanded", String(open));
    this.#teacher.data = teacher;
    columns.forEach((column, at) => {
      if (column === "teacher") return;
      const text = rosterCell(model, row, column, say, true);
      if (this.#texts[at]!.data !== text) this.#texts[at]!.data = text;
    });
    const stage = cell(rows.stage, row);
    if (stage !== this.#stage) this.#sign.replaceChildren((this.#signs[stage] ??= drawn(stageIcon(stage))));
    this.#stage = stage;
    const note = mark ? words.markShort[mark.mark] : marks.fine.has(row) ? words.fineShort : kept.has(row) ? words.keep : undefined;
    const seen = note && `${mark ? "!" : ""}${note}`;
    if (seen !== this.#note) render(note ? html`<span class="note">${mark ? markIcon : nothing}${note}</span>` : nothing, this.#head);
    this.#note = seen;
  }
}

class GroupLine extends Line {
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

/** Laid out by itself, a row is no part of a table for a browser: it is told that it is one. */
function place(row: HTMLTableRowElement): void {
  set(row, "role", "row");
  for (const one of row.cells) set(one, "role", one.localName === "th" ? "rowheader" : "cell");
}

/** The rows of the table, drawn without templates: whoever scrolls through 50,000 sees some hundred new ones a second. */
export class TableLines {
  #lines: Line[] = [];
  #options: LineOptions | undefined;
  /** For what the nodes were made. */
  #made: { body: Element; many: boolean; columns: string } | undefined;
  #details: HTMLTableRowElement | undefined;

  /**
   * @param shown the lines to be in the page, in order
   * @param settled whether the nodes are put in the order of their lines, for whoever has the page read aloud; while somebody scrolls
   * they may stand in any
   */
  draw(body: HTMLTableSectionElement, options: LineOptions, shown: readonly number[], settled: boolean): void {
    const { arranged, look, columns, marks, detailHeight } = options;
    const { lines } = arranged;
    const many = lines.length >= manyLines;
    const names = columns.join();
    if (this.#made?.body !== body || this.#made.many !== many || this.#made.columns !== names) {
      body.replaceChildren();
      this.#lines = [];
      this.#details = undefined;
      this.#made = { body, many, columns: names };
    }
    const drawing: Drawing = { ...options, many, open: look.lineOf(look.open), kept: keptRows(marks) };
    const high = lines.length * rowHeight + (drawing.open === undefined ? 0 : detailHeight);
    body.style.setProperty("--_high", `${high}px`);
    const isGroup = (line: number) => lines[line]! < 0;
    this.#lines = [
      ...this.#assign(
        RowLine,
        shown.filter((line) => !isGroup(line)),
        drawing,
        options,
      ),
      ...this.#assign(GroupLine, shown.filter(isGroup), drawing, options),
    ].sort((a, b) => a.line - b.line);
    this.#drawDetails(drawing, shown);
    for (const { row } of this.#lines) if (row.parentNode !== body) body.append(row);
    if (settled || !many) this.#settle(body, drawing);
    this.#options = options;
  }

  #assign(Kind: typeof RowLine | typeof GroupLine, shown: readonly number[], drawing: Drawing, options: LineOptions): Line[] {
    const mine = this.#lines.filter((line) => line instanceof Kind);
    const assigned = assign(
      mine.map(({ line }) => line),
      shown,
    );
    return assigned.flatMap((line, at) => {
      const node = mine[at];
      if (line === undefined) return (node!.row.remove(), []);
      const drawn = node ?? new Kind(drawing);
      if (drawn.line !== line || options !== this.#options) drawn.show(line, drawing);
      return [drawn];
    });
  }

  #drawDetails({ open, look, columns, many, detail, detailHeight }: Drawing, shown: readonly number[]): void {
    if (open === undefined || !shown.includes(open)) {
      this.#details?.remove();
      this.#details = undefined;
      return;
    }
    if (!this.#details) {
      this.#details = make("tr", { class: "detail" }, make("td", { colspan: String(columns.length + 1) }, make("div", { class: "stuck" })));
      if (many) place(this.#details);
    }
    set(this.#details, "aria-rowindex", many ? open + 3 : undefined);
    if (many) this.#details.style.insetBlockStart = `${lineTop(open, open, detailHeight) + rowHeight}px`;
    render(detail(look.open!), this.#details.firstElementChild!.firstElementChild as HTMLElement);
  }

  /** Puts the nodes in order. The one with the focus is not moved, or it would lose it: the others go before and after it. */
  #settle(body: Element, { open }: Drawing): void {
    const order = this.#lines.flatMap(({ row, line }) => (line === open && this.#details ? [row, this.#details] : [row]));
    if (order.every((row, at) => row === body.children[at])) return;
    const { activeElement } = body.getRootNode() as ShadowRoot;
    const fixed = order.findIndex((row) => row.contains(activeElement));
    order.forEach((row, at) => at !== fixed && body.insertBefore(row, at < fixed ? order[fixed]! : null));
  }
}
