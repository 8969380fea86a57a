import type { RosterDocument } from "@vitrine/contract";
import {
  englishOf,
  rosterPicture,
  type Frame,
  type RosterModel,
  type RosterWords,
  type Say,
  type Table,
  type Words,
} from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { rosterTable } from "@vitrine/drawing/words/en/roster-table";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Origin } from "../element/audience.js";
import { DocumentElement } from "../element/document-element.js";
import type { Choice } from "../element/menu.js";
import type { Fault } from "../element/source.js";
import { unseenStyles } from "../element/unseen.js";
import { CleanUp, type Panel } from "./clean-up.js";
import { columnsFor, columnsOf } from "./columns.js";
import { drawControls, drawMarked, shownSentence } from "./controls.js";
import type { Desk } from "./desk.js";
import { lockIcon } from "./icons.js";
import { TableLines, type LineOptions } from "./lines.js";
import { Look } from "./look.js";
import { rosterFault, rosterRefusals, secretLine } from "./private.js";
import { rosterStyles } from "./roster-table.styles.js";
import { drawSummary } from "./summary.js";
import { drawTable } from "./table.js";
import { lineTop, linesInPage, manyLines, rowHeight } from "./window.js";

/** Room from which on every filter is in view. */
const roomy = 760;

/**
 * Which of a partner's own teachers are teaching, and what must be corrected. For that partner's staff only: it is drawn when the page's
 * program hands it over, or when it came from the page's own site or with the reader's credentials, over https, in an answer that no
 * shared cache keeps. What a reader marks stays on the reader's machine until it is saved to a file.
 *
 * @tag cs-roster-table
 * @tagname cs-roster-table
 * @summary The teachers of one partner, to be reviewed and corrected.
 * @attribute crossorigin - `use-credentials` where the roster comes from another site that its reader has signed in to.
 * @csspart confidential - The line that says for whom this is.
 * @csspart corrections - What is marked, at the foot.
 * @csspart scroll - The box around the table.
 */
export class RosterTable extends DocumentElement<RosterDocument> {
  static override styles = [...DocumentElement.styles, unseenStyles, rosterStyles];
  static override properties = { ...DocumentElement.properties, crossorigin: {} };

  declare crossorigin: string | null | undefined;

  protected override readonly picture = rosterPicture;
  /** What is said at the desk comes with it. */
  protected override readonly english = englishOf({ element, roster: rosterTable as RosterWords });

  readonly #look = new Look(() => this.requestUpdate());
  readonly #clean = new CleanUp(() => this.requestUpdate());
  /** No list is seen higher than this, so that its first picture is its last. */
  #sight = { top: 0, height: 640 };
  #detail = 0;
  #known: RosterDocument | undefined;
  /** The document whose long lists of choices are there: a first picture shows none of them. */
  #filled: RosterDocument | undefined;
  /** Row whose details have been brought into sight. */
  #seen: number | undefined;
  /** What is to get the focus once it is in the page. */
  #goal: string | undefined;
  #news = "";
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** How much of a long list is seen at once. */
  readonly #box = new ResizeObserver((entries) => {
    const height = entries.at(-1)!.contentRect.height;
    if (height <= this.#sight.height) return;
    this.#sight = { ...this.#sight, height };
    this.requestUpdate();
  });
  #observed: Element | undefined;
  /** Where rows are looked into and marked, once it is there; and whether it has been asked for. */
  #desk: Desk | undefined;
  #asked = false;
  readonly #lines = new TableLines();
  #options: LineOptions | undefined;
  /** Runs once nobody has scrolled for a while. */
  #rest: ReturnType<typeof setTimeout> | undefined;

  protected override isEmpty({ rows }: RosterDocument): boolean {
    return rows.id.length === 0;
  }

  protected override credentials(): RequestCredentials {
    return this.crossorigin === "use-credentials" ? "include" : "same-origin";
  }

  protected override mayNotShow(document: RosterDocument, origin: Origin): string | undefined {
    return rosterFault(document, this.partner ?? undefined, origin);
  }

  protected override sayRefusal(faults: readonly Fault[], words: Words): string {
    const own = rosterRefusals.find((code) => code === faults[0]?.code);
    return own ? words.roster.refused[own] : super.sayRefusal(faults, words);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("pointerover", this.#near, { once: true });
    this.addEventListener("focusin", this.#near, { once: true });
    this.#guard();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.#ask);
    clearTimeout(this.#idle);
    clearTimeout(this.#rest);
    this.#box.disconnect();
    this.#observed = undefined;
  }

  protected override renderAbove({ audience, scope }: RosterDocument, say: Say): TemplateResult {
    const words = say.words.roster;
    return html`<p part="confidential">${lockIcon}<span><b>${words.confidential} · <span dir="auto">${words.forPartner(scope.name)}.</span></b> <span dir="auto">${audience.confidentiality}</span></span></p>`;
  }

  /** On paper the notes may come to a page of their own. */
  protected override renderBeside(document: RosterDocument, say: Say): TemplateResult {
    return html`<p class="print-only">${secretLine(document, say)}</p>`;
  }

  protected override tabulate(): Table[] {
    // The element is a table itself.
    return [];
  }

  protected override isPicture(): boolean {
    return false;
  }

  protected override ownChoices(_: RosterDocument, say: Say): Choice[] {
    const words = say.words.roster;
    const run = (what: (files: typeof import("./files.js"), model: RosterModel) => unknown) => async () => {
      try {
        await what(await import("./files.js"), this.#model(say));
        return {};
      } catch {
        return { notice: say.words.element.notMade };
      }
    };
    return [
      { name: "csv", label: words.listCsv, run: run((files, model) => files.saveList(model, this.#look.rows().rows, say)) },
      {
        name: "print",
        label: words.printList,
        run: run((files, model) => files.printList(model, this.#look.rows().rows, say, this.renderRoot)),
      },
    ];
  }

  #model(say: Say): RosterModel {
    return this.#look.model(this.shown!, say.locale);
  }

  protected override drawPicture(document: RosterDocument, frame: Frame): TemplateResult {
    const { say } = frame;
    const look = this.#look;
    const clean = this.#clean;
    const model = look.model(document, say.locale);
    if (this.#known !== document) {
      this.#known = document;
      clean.follow(document);
      this.#prepare(model);
    }
    const bar = rosterPicture.draw(document, frame);
    if (model.size === 0) return html`${bar}`;
    const words = say.words.roster;
    const width = frame.width - 2 * (frame.width < 360 ? 12 : 16);
    const shown = look.columns ? new Set(look.columns).add("teacher") : columnsFor(model, width);
    const columns = columnsOf(model).filter((column) => shown.has(column));
    const arranged = look.lines();
    const lines = arranged.lines.length;
    look.current = Math.min(look.current, Math.max(0, lines - 1));
    if (look.open !== undefined || clean.panel) this.#near();
    const detail = (row: number) => this.#desk?.drawDetail(model, row, say) ?? html`<p class="card">${say.words.element.waiting}</p>`;
    this.#options = { model, look, marks: clean.marks, arranged, columns, say, detail, detailHeight: this.#detail };
    const issues = document.notes.filter(({ kind }) => kind === "known-issue");
    const chosen = [...look.selected].sort((a, b) => a - b);
    const panel = (name: Panel) => (clean.panel === name ? (this.#desk?.drawPanel(name, model, chosen, say) ?? nothing) : nothing);
    const acts = {
      undo: () => this.#tell(words.undone, () => clean.undo()),
      redo: () => this.#tell(words.redone, () => clean.redo()),
      open: (name: Panel) => this.#open(name),
    };
    return html`${bar}<div class="roster-box">
      ${issues.map(({ title, text }) => html`<p class="issue"><b><bdi>${say.words.note["known-issue"]}:</bdi> <bdi>${title}.</bdi></b> <span dir="auto">${text}</span></p>`)}
      ${drawControls({ model, look, columns: shown, say, roomy: width >= roomy, whole: this.#filled === document })}
      <div class="above"><p class="shown" role="status"><bdi>${lines === 0 ? words.noRows : shownSentence(model, look, say)}</bdi></p>
        ${clean.marks.rows.size > 0 ? drawMarked(look, clean.marks, say) : nothing}
        ${look.filtered ? html`<button type="button" class="plain" @click=${() => look.clear()}>${words.clear}</button>` : nothing}
        ${chosen.length > 0 ? this.#drawChosen(chosen, say) : nothing}</div>
      ${panel("mark")}${panel("mail")}
      <div part="scroll" class="scroll-box" @scroll=${this.#scrolled} @keydown=${this.#key} @click=${this.#clicked} @focusin=${this.#focused}>${drawTable({ look, columns, width, say, secret: secretLine(document, say) })}</div>
      <p id="roster-keys" class="unseen">${words.keys}</p>
      ${lines >= manyLines ? html`<p class="print-only">${words.printedPart(say.number(this.#inPage().length), say.number(lines))}</p>` : nothing}
      ${panel("review")}${panel("add")}
    </div>${drawSummary({ model, clean, say, acts }, this.#news)}`;
  }

  #drawChosen(chosen: readonly number[], say: Say): TemplateResult {
    const words = say.words.roster;
    const clean = this.#clean;
    const open = (panel: Panel) => () => this.#open(panel);
    const expanded = (panel: Panel) => (clean.panel === panel ? "true" : "false");
    return html`<span class="chosen" role="group" aria-label=${words.selected(chosen.length, say.number(chosen.length))}><b>${words.selected(chosen.length, say.number(chosen.length))}</b>
      <button type="button" name="mark" aria-expanded=${expanded("mark")} @click=${open("mark")}>${words.markSelected(chosen.length, say.number(chosen.length))}</button>
      <button type="button" name="mail" aria-expanded=${expanded("mail")} @click=${open("mail")}>${words.mail}</button>
      <button type="button" class="plain" @click=${() => this.#look.unselect()}>${words.unselect}</button></span>`;
  }

  /** Does something, says it to those who only hear it, and sets the focus. */
  #tell(news: string, act?: () => void, goal?: string): void {
    this.#news = news;
    this.#goal = goal ?? this.#goal;
    act?.();
    this.requestUpdate();
  }

  #fill(): void {
    if (this.#filled === this.#known) return;
    this.#filled = this.#known;
    this.requestUpdate();
  }

  /** Fetches the desk, when a reader comes near it. What does not come now is asked for again by the next opening. */
  readonly #near = (): void => {
    this.#fill();
    if (this.#asked) return;
    this.#asked = true;
    void import("./desk.js").then(
      ({ Desk, deskStyles }) => {
        this.adopt([deskStyles]);
        this.#desk = new Desk({
          look: this.#look,
          clean: this.#clean,
          root: () => this.renderRoot,
          tell: (news, act, goal) => this.#tell(news, act, goal),
          open: (panel) => this.#open(panel),
          settled: () => this.updateComplete,
        });
        this.requestUpdate();
      },
      () => {
        this.#asked = false;
        this.#clean.panel = this.#look.open = undefined;
        this.#tell(this.say?.words.roster.notLoaded ?? "");
      },
    );
  };

  #open(panel: Panel): void {
    const closes = this.#clean.panel === panel;
    this.#clean.open(closes ? undefined : panel);
    const first = panel === "mark" || panel === "add" ? "input:not(:disabled)" : "section";
    this.#goal = closes ? `button[name="${panel}"]` : `[data-panel="${panel}"] ${first}`;
  }

  readonly #scrolled = (event: Event): void => {
    const { scrollTop } = event.currentTarget as Element;
    if (Math.abs(scrollTop - this.#sight.top) < rowHeight / 2) return;
    this.#sight = { ...this.#sight, top: scrollTop };
    if (this.#look.lines().lines.length < manyLines) return;
    this.#rows(false);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rows(), 150);
  };

  #inPage(): number[] {
    const look = this.#look;
    const lines = look.lines().lines.length;
    return linesInPage({ ...this.#sight, lines, open: look.lineOf(look.open), detail: this.#detail }, look.current);
  }

  /** Draws the rows alone: nothing else on the page changes by scrolling. */
  #rows(settled = true): void {
    const body = this.renderRoot.querySelector<HTMLTableSectionElement>("table.roster > tbody");
    if (body && this.#options) this.#lines.draw(body, this.#options, this.#inPage(), settled);
  }

  /** The row or group that something in the table belongs to: its line and its place among the rows, or of a group `-1 - place`. */
  #lineAt(event: Event): { line: number; at: number; target: Element } | undefined {
    const target = event.target as Element;
    const here = target.closest<HTMLElement>("tr[data-line]");
    const line = Number(here?.dataset["line"]);
    return here ? { line, at: this.#look.lines().lines[line]!, target } : undefined;
  }

  readonly #clicked = (event: MouseEvent): void => {
    const found = this.#lineAt(event);
    if (!found) return;
    const { at, target } = found;
    const look = this.#look;
    if (target.matches(".pick")) look.select(at, event.shiftKey);
    else if (target.closest(".name")) look.toggle(at);
    else if (target.closest(".fold")) look.fold(look.lines().groups[-1 - at]!.at);
  };

  readonly #focused = (event: FocusEvent): void => {
    const found = this.#lineAt(event);
    if (!found || found.line === this.#look.current) return;
    this.#look.current = found.line;
    if (this.#options) this.#options = { ...this.#options };
    this.#rows(false);
  };

  /** Arrow keys go from row to row, in the column the focus is in. */
  readonly #key = (event: KeyboardEvent): void => {
    const from = event.target instanceof Element ? event.target.closest("tr[data-line]") : null;
    if (!from || event.altKey || event.metaKey || (event.ctrlKey && event.key !== "Home" && event.key !== "End")) return;
    if (event.target instanceof Element && event.target.closest(".detail")) return;
    const look = this.#look;
    const last = look.lines().lines.length - 1;
    const page = Math.max(1, Math.floor(this.#sight.height / rowHeight) - 2);
    const to = {
      ArrowDown: look.current + 1,
      ArrowUp: look.current - 1,
      PageDown: look.current + page,
      PageUp: look.current - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const check = event.target instanceof HTMLInputElement;
    const line = Math.min(Math.max(to, 0), last);
    if (check && event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const row = look.lines().lines[line]!;
      if (row >= 0 && line !== look.current) look.select(row, true);
    }
    this.goTo(line, check);
  };

  /** Brings a line into sight and sets the focus there. */
  protected goTo(line: number, check = false): void {
    const look = this.#look;
    look.current = line;
    const box = this.renderRoot.querySelector<HTMLElement>("[part=scroll]");
    const open = look.lineOf(look.open);
    if (box) {
      const head = box.querySelector("thead")?.offsetHeight ?? rowHeight;
      const top = lineTop(line, open, this.#detail);
      const room = box.clientHeight - head;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room;
      this.#sight = { ...this.#sight, top: box.scrollTop };
    }
    const here = `[data-line="${line}"]`;
    this.#goal = check ? `${here} .pick, ${here} .go` : `${here} .go`;
    this.requestUpdate();
  }

  /** Brings as much as possible of the details that were opened into sight, and their row with them. */
  #reveal(): void {
    const look = this.#look;
    this.#seen = look.open;
    const line = look.lineOf(look.open);
    const box = this.renderRoot.querySelector<HTMLElement>("[part=scroll]");
    if (line === undefined || !box) return;
    const room = box.clientHeight - (box.querySelector("thead")?.offsetHeight ?? rowHeight);
    const top = lineTop(line, line, this.#detail);
    box.scrollTop = Math.min(top, Math.max(box.scrollTop, top + rowHeight + this.#detail - room));
  }

  /** Names are compared while nobody waits, a little at a time, so that the first sort is as quick as the next. */
  #prepare(model: RosterModel): void {
    clearTimeout(this.#idle);
    if (model.size < manyLines) return void (this.#filled = model.document);
    const next = () => {
      if (this.#known !== model.document) return;
      this.#fill();
      for (const end = performance.now() + 8; performance.now() < end;) if (!model.prepare()) return;
      this.#idle = setTimeout(next, 8);
    };
    this.#idle = setTimeout(next, 200);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const box = this.renderRoot.querySelector<HTMLElement>("[part=scroll]") ?? undefined;
    this.#rows();
    if (box !== this.#observed) {
      this.#box.disconnect();
      this.#observed = box;
      if (box) this.#box.observe(box);
    }
    const detail =
      this.#look.open === undefined ? 0 : (this.renderRoot.querySelector<HTMLElement>("tr.detail")?.offsetHeight ?? this.#detail);
    if (detail !== this.#detail) {
      this.#detail = detail;
      if (this.#options) this.#options = { ...this.#options, detailHeight: detail };
      this.#rows();
    }
    if (this.#look.open !== this.#seen && (this.#desk || this.#look.open === undefined)) this.#reveal();
    const goal = this.#goal === undefined ? null : this.renderRoot.querySelector<HTMLElement>(this.#goal);
    // A panel may still be on its way.
    if (goal || this.#desk || !this.#clean.panel) this.#goal = undefined;
    goal?.focus({ preventScroll: goal.closest("[part=scroll]") !== null });
    this.#guard();
  }

  /** Leaving asks only while something is marked that is in no file. */
  #guard(): void {
    if (this.#clean.unsaved && this.isConnected) addEventListener("beforeunload", this.#ask);
    else removeEventListener("beforeunload", this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-roster-table": RosterTable;
  }
}
