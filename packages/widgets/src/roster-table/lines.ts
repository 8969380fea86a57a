import { cell, type RosterStage } from "@vitrine/contract";
import { rosterCell, type Arranged, type RosterColumn, type RosterRows, type Say } from "@vitrine/drawing";
import { render, type TemplateResult } from "lit";
import { stageIcon } from "./icons.js";
import type { Look } from "./look.js";
import { assign, lineTop, manyLines, rowHeight } from "./window.js";

/** What acts bring into the table, once what carries them out is there. */
export interface LineActs {
  /** Heads of groups. */
  readonly Group: new (drawing: Drawing) => Line;
  /** Says beside a name what is marked; whether anything is. */
  note(head: HTMLElement, row: number): boolean;
  /** The row under the open one. */
  details(drawing: Drawing, shown: readonly number[]): Element | undefined;
}

export interface LineOptions {
  model: RosterRows;
  look: Look;
  arranged: Arranged;
  columns: readonly RosterColumn[];
  say: Say;
  acts: LineActs | undefined;
  /** How high what stands under the open row is, in CSS pixels. */
  detailHeight: number;
}

/** What is drawn at once: options, and what follows from them for every line. */
export interface Drawing extends LineOptions {
  open: number | undefined;
  /** Only the lines in sight are in the page: each says which of how many it is, and where it stands. */
  many: boolean;
}

export function make<K extends keyof HTMLElementTagNameMap>(
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

export const set = (element: Element, name: string, value: string | number | undefined): void => {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
};

/** A line of the table as a node that can show one line after another. Changing its texts is a tenth of the work of making it. */
export abstract class Line {
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
    const { model, look, columns, say, acts, arranged } = drawing;
    const row = arranged.lines[line]!;
    const { rows } = model.document;
    const words = say.words.roster;
    const teacher = rows.teacher[row]!;
    const open = look.open === row;
    const picked = look.selected.has(row);
    const mark = acts?.note(this.#head, row);
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
  }
}

/** Laid out by itself, a row is no part of a table for a browser: it is told that it is one. */
export function place(row: HTMLTableRowElement): void {
  set(row, "role", "row");
  for (const one of row.cells) set(one, "role", one.localName === "th" ? "rowheader" : "cell");
}

/** The rows of the table, drawn without templates: whoever scrolls through 50,000 sees some hundred new ones a second. */
export class TableLines {
  #lines: Line[] = [];
  #options: LineOptions | undefined;
  /** For what the nodes were made. */
  #made: { body: Element; many: boolean; columns: string } | undefined;

  /**
   * @param shown the lines to be in the page, in order
   * @param settled whether the nodes are put in the order of their lines, for whoever has the page read aloud; while somebody scrolls
   * they may stand in any
   */
  draw(body: HTMLTableSectionElement, options: LineOptions, shown: readonly number[], settled: boolean): void {
    const { arranged, look, columns, acts, detailHeight } = options;
    const { lines } = arranged;
    const many = lines.length >= manyLines;
    const names = columns.join();
    if (this.#made?.body !== body || this.#made.many !== many || this.#made.columns !== names) {
      body.replaceChildren();
      this.#lines = [];
      this.#made = { body, many, columns: names };
    }
    const drawing: Drawing = { ...options, many, open: look.lineOf(look.open) };
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
      ...(acts ? this.#assign(acts.Group, shown.filter(isGroup), drawing, options) : []),
    ].sort((a, b) => a.line - b.line);
    const details = acts?.details(drawing, shown);
    for (const { row } of this.#lines) if (row.parentNode !== body) body.append(row);
    if (settled || !many) this.#settle(body, drawing.open, details);
    this.#options = options;
  }

  #assign(Kind: new (drawing: Drawing) => Line, shown: readonly number[], drawing: Drawing, options: LineOptions): Line[] {
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

  /** Puts the nodes in order. The one with the focus is not moved, or it would lose it: the others go before and after it. */
  #settle(body: Element, open: number | undefined, details: Element | undefined): void {
    const order = this.#lines.flatMap(({ row, line }) => (line === open && details ? [row, details] : [row]));
    if (order.every((row, at) => row === body.children[at])) return;
    const { activeElement } = body.getRootNode() as ShadowRoot;
    const fixed = order.findIndex((row) => row.contains(activeElement));
    order.forEach((row, at) => at !== fixed && body.insertBefore(row, at < fixed ? order[fixed]! : null));
  }
}
