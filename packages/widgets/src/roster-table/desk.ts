import { isMailAddress, looksPersonal, type CorrectionAddition, type CorrectionMark } from "@vitrine/contract";
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
import type { CleanUp, Panel } from "./clean-up.js";
import { drawDetail, drawMarkForm, type MarkActs } from "./detail.js";
import type { Look } from "./look.js";
import { drawMail } from "./mail.js";
import { drawAddition, drawReview, type ReviewActs } from "./review.js";

export { deskStyles } from "./desk.styles.js";

/** The table that a desk works for. */
export interface DeskHost {
  readonly look: Look;
  readonly clean: CleanUp;
  readonly root: () => HTMLElement | DocumentFragment;
  /** Does something, says it to those who only hear it, and sets the focus. */
  readonly tell: (news: string, act?: () => void, goal?: string) => void;
  /** Opens a panel, or closes the one that is open. */
  readonly open: (panel: Panel) => void;
  /** Settles when the page shows what was done. */
  readonly settled: () => Promise<unknown>;
}

/** Where rows are looked into, marked, written about and saved. A file of its own, fetched when a reader comes to the rows. */
export class Desk {
  constructor(private readonly host: DeskHost) {}

  /** All that is known of a row, and what can be done about it. */
  drawDetail(model: RosterModel, row: number, said: Say): TemplateResult {
    const say = withDesk(said);
    return drawDetail({ model, clean: this.host.clean, say, acts: this.#marks(model, say) }, row);
  }

  /** What is open above or below the table. @param chosen rows that are selected, in order */
  drawPanel(panel: Panel, model: RosterModel, chosen: readonly number[], said: Say): TemplateResult | typeof nothing {
    const say = withDesk(said);
    const { clean } = this.host;
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
    const close = () => this.host.open(panel);
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    };
    return html`<div class="panel-place" data-panel=${panel} tabindex="-1" @keydown=${key}>${content}<button type="button" class="plain close" @click=${close}>${say.words.roster.close}</button></div>`;
  }

  #marks(model: RosterModel, say: Say): MarkActs {
    const { clean, look, tell } = this.host;
    const words = say.words.roster;
    const nameOf = (row: number) => `[data-line="${look.lineOf(row)}"] .name`;
    return {
      mark: (rows, form) => this.#mark(model, rows, form, say),
      unmark: (row) => tell(words.undone, () => clean.step(unmarkRows(clean.marks, [row])), nameOf(row)),
      pass: (row) => tell(words.fine, () => clean.step(passRows(clean.marks, [row])), nameOf(row)),
    };
  }

  #review(model: RosterModel, say: Say): ReviewActs {
    const { clean, tell } = this.host;
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
    const { clean, look, tell } = this.host;
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
    const { clean, tell } = this.host;
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
    this.host.clean.object(faults);
    void this.host.settled().then(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  async #save(model: RosterModel, form: "csv" | "json" | "print", say: Say): Promise<void> {
    const { clean, root, tell } = this.host;
    try {
      const files = await import("./files.js");
      const corrections = toCorrections(model.document, clean.marks);
      if (form === "print") return await files.printCorrections(model, corrections, say, root());
      files.saveCorrections(model, corrections, form, say);
      tell(say.words.roster.saved, () => clean.keepSaved());
    } catch {
      tell(say.words.element.notMade);
    }
  }

  /** One message, to one teacher: the address stands in a link only now, and nowhere in the page. */
  #openMail(to: Addressee, message: Template, say: Say): void {
    const link = document.createElement("a");
    link.href = mailtoOf(to.address, message);
    link.rel = "noopener";
    link.click();
    this.host.tell(say.words.roster.mailOpened(to.teacher));
  }

  async #copyMail({ subject, body }: Template, say: Say): Promise<void> {
    const words = say.words.roster;
    try {
      await navigator.clipboard.writeText(`${subject}\n\n${body}`);
      this.host.tell(words.copied);
    } catch {
      this.host.tell(words.copyFailed);
    }
  }
}

/** English for the desk comes with this file; other languages came whole. */
const withDesk = (say: Say): Say => ({ ...say, words: { ...say.words, roster: { ...rosterDesk, ...say.words.roster } } });

/** What a reader wrote in a form, by the names of its fields. */
function textsOf(form: HTMLFormElement): (key: string) => string {
  const data = new FormData(form);
  return (key) => {
    const value = data.get(key);
    return typeof value === "string" ? value.trim() : "";
  };
}
