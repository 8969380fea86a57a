import { isMailAddress, looksPersonal, type CorrectionAddition, type CorrectionMark, type RosterDocument } from "@vitrine/contract";
import {
  addressees,
  mailtoOf,
  markRows,
  passRows,
  toCorrections,
  unmarkRows,
  type Addressee,
  type RosterModel,
  type Say,
  type Template,
} from "@vitrine/drawing";
import { rosterDesk } from "@vitrine/drawing/words/en/roster-desk";
import { html, nothing, type TemplateResult } from "lit";
import { Browse } from "./browse.js";
import { CleanUp, type Panel } from "./clean-up.js";
import { DeskLines } from "./desk-lines.js";
import { drawDetail, drawMarkForm, type MarkActs } from "./detail.js";
import type { Look } from "./look.js";
import { drawMail } from "./mail.js";
import { rateSentence } from "./rates.js";
import { drawAddition, drawReview, type ReviewActs } from "./review.js";
import { lineTop, manyLines, rowHeight } from "./window.js";

export type { Panel } from "./clean-up.js";
export { deskStyles } from "./desk.styles.js";

/** What a table and its desk share. */
export interface Place {
  /** How far the list is scrolled, how much of it is seen, and how high what stands under the open row is, in CSS pixels. */
  top: number;
  height: number;
  detail: number;
  /** What was just done, or why not. */
  news: string;
  /** What is to get the focus once it is in the page. */
  goal?: string | undefined;
}

/** The table that a desk works for. */
interface DeskHost {
  readonly look: Look;
  readonly place: Place;
  readonly root: () => HTMLElement | DocumentFragment;
  readonly box: () => HTMLElement | null;
  /** What is said now; nothing before anything is. */
  readonly say: () => Say | undefined;
  /** Something is to be drawn. */
  readonly changed: () => void;
  /** Settles when the page shows what was done. */
  readonly settled: () => Promise<unknown>;
}

/** Carries out what a reader does, and is where rows are looked into, marked, written about and saved. A file of its own, fetched at the first sign of use. */
export class Desk {
  readonly look: Browse;
  readonly clean: CleanUp;
  readonly lines: DeskLines;
  #known: RosterModel | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** Row whose details have been brought into sight. */
  #seen: number | undefined;

  constructor(private readonly host: DeskHost) {
    this.look = new Browse(host.look, host.changed);
    this.clean = new CleanUp(host.changed);
    this.lines = new DeskLines(this.clean, this.#say, (row) =>
      drawDetail({ model: this.#known!, clean: this.clean, say: this.#say(), acts: this.#marks(this.#known!, this.#say()) }, row),
    );
  }

  /** English for the desk comes with this file; other languages came whole. */
  with(say: Say): Say {
    return { ...say, words: { ...say.words, roster: { ...rosterDesk, ...say.words.roster } } };
  }

  readonly #say = (): Say => this.with(this.host.say()!);

  /** Takes the roster that is looked at. Marks go along to a newer revision. */
  follow(document: RosterDocument, { locale }: Say): void {
    const model = this.look.model(document, locale);
    if (model === this.#known) return;
    this.#known = model;
    this.clean.follow(document);
    this.#prepare(model);
  }

  /** Names are compared while nobody waits, a little at a time, so that the first sort is as quick as the next. */
  #prepare(model: RosterModel): void {
    this.stop();
    if (model.size < manyLines) return;
    const next = () => {
      if (this.#known !== model) return;
      for (const end = performance.now() + 8; performance.now() < end;) if (!model.prepare()) return;
      this.#idle = setTimeout(next, 8);
    };
    this.#idle = setTimeout(next);
  }

  stop(): void {
    clearTimeout(this.#idle);
  }

  /** Does something, says it to those who only hear it, and sets the focus. */
  tell(news: string, act?: () => void, goal?: string): void {
    const { place, changed } = this.host;
    place.news = news;
    place.goal = goal ?? place.goal;
    act?.();
    changed();
  }

  undo(): void {
    this.tell(this.#say().words.roster.undone, () => this.clean.undo());
  }
  redo(): void {
    this.tell(this.#say().words.roster.redone, () => this.clean.redo());
  }

  /** Opens a panel, or closes the one that is open. */
  open(panel: Panel): void {
    const closes = this.clean.panel === panel;
    this.clean.open(closes ? undefined : panel);
    const first = panel === "mark" || panel === "add" ? "input:not(:disabled)" : "section";
    this.host.place.goal = closes ? `button[name="${panel}"]` : `[data-panel="${panel}"] ${first}`;
  }

  /** Rows still to look at. */
  get left(): number {
    const model = this.#known!;
    const { rows, fine } = this.clean.marks;
    return model.toLookAt - [...rows.keys(), ...fine].filter(model.needsLook).length;
  }

  /** What is marked so far and what it would change; nothing while nothing is. */
  sayMarked(say: Say): TemplateResult | undefined {
    const words = say.words.roster;
    const { clean } = this;
    const { rows, additions } = clean.marks;
    const parts = [
      rows.size > 0 ? words.summaryMarked(rows.size, say.number(rows.size)) : "",
      additions.length > 0 ? words.summaryAdded(additions.length, say.number(additions.length)) : "",
    ].filter(Boolean);
    return parts.length > 0 ? html`<b>${say.list(parts)}.</b> ${rateSentence({ model: this.#known!, clean, say })}` : undefined;
  }

  /** What stands above the rows once there is something to take back: a filter of what is marked, all filters, the selection. */
  drawAbove(say: Say): TemplateResult {
    const words = say.words.roster;
    const { look, clean } = this;
    const { rows } = clean.marks;
    const on = look.query.only !== undefined;
    const chosen = look.selected.size;
    const text = say.number(chosen);
    const opens = (panel: Panel, label: string) =>
      html`<button type="button" name=${panel} aria-expanded=${clean.panel === panel ? "true" : "false"} @click=${() => this.open(panel)}>${label}</button>`;
    return html`${rows.size > 0 ? html`<button type="button" class="chip" aria-pressed=${on ? "true" : "false"} @click=${() => look.ask({ only: on ? undefined : new Set(rows.keys()) })}>${words.marked} <span class="count">${say.number(rows.size)}</span></button>` : nothing}${
      look.filtered ? html`<button type="button" class="plain" @click=${() => look.clear()}>${words.clear}</button>` : nothing
    }${
      chosen > 0
        ? html`<span class="chosen" role="group" aria-label=${words.selected(chosen, text)}><b>${words.selected(chosen, text)}</b>
      ${opens("mark", words.markSelected(chosen, text))} ${opens("mail", words.mail)}
      <button type="button" class="plain" @click=${() => look.unselect()}>${words.unselect}</button></span>`
        : nothing
    }`;
  }

  /** A row or the head of a group was clicked. @param at its place among the rows, or of a group `-1 - place` */
  click(at: number, target: Element, through: boolean): void {
    const { look } = this;
    if (target.matches(".pick")) look.select(at, through);
    else if (target.closest(".name")) look.toggle(at);
    else if (target.closest(".fold")) look.fold(look.lines().groups[-1 - at]!.at);
  }

  /** Arrow keys go from row to row, in the column the focus is in. */
  key(event: KeyboardEvent, target: Element): void {
    if (event.ctrlKey && event.key !== "Home" && event.key !== "End") return;
    if (!target.closest("tr[data-line]") || target.closest(".detail")) return;
    const { look } = this;
    const last = look.lines().lines.length - 1;
    const page = Math.max(1, Math.floor(this.host.place.height / rowHeight) - 2);
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
    const check = target instanceof HTMLInputElement;
    const line = Math.min(Math.max(to, 0), last);
    if (check && event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const row = look.lines().lines[line]!;
      if (row >= 0 && line !== look.current) look.select(row, true);
    }
    this.#goTo(line, check);
  }

  /** Brings a line into sight and sets the focus there. */
  #goTo(line: number, check: boolean): void {
    const { look, host } = this;
    const { place } = host;
    look.current = line;
    const box = host.box();
    if (box) {
      const top = lineTop(line, look.lineOf(look.open), place.detail);
      const room = roomIn(box);
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room;
      place.top = box.scrollTop;
    }
    const here = `[data-line="${line}"]`;
    place.goal = check ? `${here} .pick, ${here} .go` : `${here} .go`;
    host.changed();
  }

  /** Brings as much as possible of the details that were opened into sight, and their row with them. */
  reveal(): void {
    const { look, host } = this;
    if (look.open === this.#seen) return;
    this.#seen = look.open;
    const line = look.lineOf(look.open);
    const box = host.box();
    if (line === undefined || !box) return;
    const { detail } = host.place;
    const top = lineTop(line, line, detail);
    box.scrollTop = Math.min(top, Math.max(box.scrollTop, top + rowHeight + detail - roomIn(box)));
  }

  /** Each panel above or below the table, when it is the one that is open. */
  drawPanels(say: Say, ...panels: readonly Panel[]): TemplateResult | typeof nothing {
    const { panel } = this.clean;
    const chosen = [...this.look.selected].sort((a, b) => a - b);
    return panel && panels.includes(panel) ? this.#drawPanel(panel, this.#known!, chosen, say) : nothing;
  }

  /** @param chosen rows that are selected, in order */
  #drawPanel(panel: Panel, model: RosterModel, chosen: readonly number[], say: Say): TemplateResult | typeof nothing {
    const { clean } = this;
    const words = say.words.roster;
    const options = { model, clean, say };
    switch (panel) {
      case "mark": {
        if (chosen.length === 0) return nothing;
        const legend = words.markSelected(chosen.length, say.number(chosen.length));
        return this.#frame(drawMarkForm({ ...options, acts: this.#marks(model, say) }, chosen, legend, "chosen"), panel, say);
      }
      case "mail": {
        const people = addressees(model.document, chosen, say);
        const written = people.reduce((sum, { rows }) => sum + rows.length, 0);
        const acts = {
          open: (to: Addressee, message: Template) => this.#openMail(to, message, say),
          copy: (message: Template) => void this.#copyMail(message, say),
        };
        return this.#frame(drawMail({ ...options, acts }, people, chosen.length - written), panel, say);
      }
      case "review":
        return clean.marked > 0 ? this.#frame(drawReview({ ...options, acts: this.#review(model, say) }), panel, say) : nothing;
      case "add":
        return this.#frame(drawAddition({ ...options, acts: this.#review(model, say) }), panel, say);
    }
  }

  #frame(content: TemplateResult, panel: Panel, say: Say): TemplateResult {
    const close = () => this.open(panel);
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    };
    return html`<div class="panel-place" data-panel=${panel} tabindex="-1" @keydown=${key}>${content}<button type="button" class="plain close" @click=${close}>${say.words.roster.close}</button></div>`;
  }

  #marks(model: RosterModel, say: Say): MarkActs {
    const { clean, look } = this;
    const tell: Desk["tell"] = (...news) => this.tell(...news);
    const words = say.words.roster;
    const nameOf = (row: number) => `[data-line="${look.lineOf(row)}"] .name`;
    return {
      mark: (rows, form) => this.#mark(model, rows, form, say),
      unmark: (row) => tell(words.undone, () => clean.step(unmarkRows(clean.marks, [row])), nameOf(row)),
      pass: (row) => tell(words.fine, () => clean.step(passRows(clean.marks, [row])), nameOf(row)),
    };
  }

  #review(model: RosterModel, say: Say): ReviewActs {
    const { clean } = this;
    const tell: Desk["tell"] = (...news) => this.tell(...news);
    const words = say.words.roster;
    const without = (addition: CorrectionAddition) => ({
      ...clean.marks,
      additions: clean.marks.additions.filter((one) => one !== addition),
    });
    return {
      unmark: (row) => tell(words.undone, () => clean.step(unmarkRows(clean.marks, [row]))),
      remove: (addition) => tell(words.undone, () => clean.step(without(addition))),
      add: (form) => this.#add(form, say),
      save: (form) => void this.#save(model, form, say),
    };
  }

  #mark(model: RosterModel, rows: readonly number[], form: HTMLFormElement, say: Say): void {
    const { clean, look } = this;
    const tell: Desk["tell"] = (...news) => this.tell(...news);
    const words = say.words.roster;
    const text = textsOf(form);
    const mark = text("mark") as CorrectionMark;
    const [account, note] = [text("account"), text("note")];
    const faults = {
      ...(mark === "link-another-account" && !isMailAddress(account) ? { account: words.badAccount } : {}),
      ...(note && looksPersonal(note) ? { note: words.badNote } : {}),
    };
    if (Object.keys(faults).length > 0) return this.#object(faults, form);
    const keep = mark === "remove-duplicate" ? Number(text("keep")) : undefined;
    const wanted = rows.filter((row) => row !== keep);
    const { marks, refused } = markRows(model.document, clean.marks, wanted, {
      mark,
      ...(keep === undefined ? {} : { keep }),
      ...(mark === "link-another-account" ? { account } : {}),
      ...(note ? { note } : {}),
    });
    const done = wanted.length - refused.length;
    const why = [...new Set(refused.map(({ why }) => words.whyNot[why]))];
    const sentence = [
      done > 0 ? words.done(done, say.number(done), words.mark[mark]) : "",
      refused.length > 0 ? [words.someNot(refused.length, say.number(refused.length)), ...why].join(" ") : "",
    ];
    const line = look.lineOf(rows[0]) ?? look.current;
    const single = rows.length === 1 && look.open === rows[0];
    tell(
      sentence.filter(Boolean).join(" "),
      () => {
        clean.step(marks);
        if (single) return;
        clean.open(undefined);
        if (refused.length === 0) look.unselect();
      },
      `[data-line="${line}"] ${single ? ".name" : ".pick"}`,
    );
  }

  #add(form: HTMLFormElement, say: Say): void {
    const { clean } = this;
    const tell: Desk["tell"] = (...news) => this.tell(...news);
    const words = say.words.roster;
    const text = textsOf(form);
    const faults: Record<string, string> = {};
    for (const key of ["teacher", "school"]) if (!text(key)) faults[key] = words.missing;
    if (!isMailAddress(text("account"))) faults["account"] = words.badAccount;
    for (const key of ["teacher", "school", "district", "workshop", "note"]) if (looksPersonal(text(key))) faults[key] = words.badNote;
    if (Object.keys(faults).length > 0) return this.#object(faults, form);
    const optional = Object.fromEntries(["district", "workshop", "note"].flatMap((key) => (text(key) ? [[key, text(key)]] : [])));
    const addition: CorrectionAddition = {
      teacher: text("teacher"),
      account: text("account"),
      school: text("school"),
      course: text("course"),
      ...optional,
    };
    form.reset();
    const { marks } = clean;
    const more = { ...marks, additions: [...marks.additions, addition] };
    tell(words.added(addition.teacher), () => clean.step(more), '[data-panel="add"] [name="teacher"]');
  }

  /** Says what is wrong in a form, and goes to the first of it. */
  #object(faults: Readonly<Record<string, string>>, form: HTMLFormElement): void {
    this.clean.object(faults);
    void this.host.settled().then(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  async #save(model: RosterModel, form: "csv" | "json" | "print", say: Say): Promise<void> {
    const { clean } = this;
    const { root } = this.host;
    try {
      const files = await import("./files.js");
      const corrections = toCorrections(model.document, clean.marks);
      if (form === "print") return await files.printCorrections(model, corrections, say, root());
      files.saveCorrections(model, corrections, form, say);
      this.tell(say.words.roster.saved, () => clean.keepSaved());
    } catch {
      this.tell(say.words.element.notMade);
    }
  }

  /** One message, to one teacher: the address stands in a link only now, and nowhere in the page. */
  #openMail(to: Addressee, message: Template, say: Say): void {
    const link = document.createElement("a");
    link.href = mailtoOf(to.address, message);
    link.rel = "noopener";
    link.click();
    this.tell(say.words.roster.mailOpened(to.teacher));
  }

  async #copyMail({ subject, body }: Template, say: Say): Promise<void> {
    const words = say.words.roster;
    try {
      await navigator.clipboard.writeText(`${subject}\n\n${body}`);
      this.tell(words.copied);
    } catch {
      this.tell(words.copyFailed);
    }
  }
}

const roomIn = (box: HTMLElement): number => box.clientHeight - (box.querySelector("thead")?.offsetHeight ?? rowHeight);

/** What a reader wrote in a form, by the names of its fields. */
function textsOf(form: HTMLFormElement): (key: string) => string {
  const data = new FormData(form);
  return (key) => {
    const value = data.get(key);
    return typeof value === "string" ? value.trim() : "";
  };
}
