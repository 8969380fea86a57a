import type { RosterDocument } from "@vitrine/contract";
import { englishOf, rosterPicture, type Frame, type RosterWords, type Say, type Table } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { rosterTable } from "@vitrine/drawing/words/en/roster-table";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Origin } from "../element/audience.js";
import { DocumentElement } from "../element/document-element.js";
import type { Choice } from "../element/menu.js";
import { unseenStyles } from "../element/unseen.js";
import { columnsFor, columnsOf } from "./columns.js";
import { drawControls, shownSentence, type Act } from "./controls.js";
import type { Desk, Place } from "./desk.js";
import { lockIcon } from "./icons.js";
import { TableLines, type LineOptions } from "./lines.js";
import { Look } from "./look.js";
import { rosterFault, secretLine } from "./private.js";
import { rosterStyles } from "./roster-table.styles.js";
import { drawSummary } from "./summary.js";
import { drawTable } from "./table.js";
import { linesInPage, manyLines, rowHeight } from "./window.js";

/** Keys that may go from row to row. */
const moves = /^(?:Arrow(?:Up|Down)|Page|Home|End)/;
/** Events that tell of a reader before any act. */
const signs = ["pointerover", "focusin"] as const;
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

  #look = new Look();
  /** Where acts are carried out, once it is there; whether it is asked for; and what waits for it. */
  #desk: Desk | undefined;
  #asked = false;
  #waiting: ((desk: Desk) => void)[] = [];
  /** No list is seen higher than this, so that its first picture is its last. */
  readonly #place: Place = { top: 0, height: 640, detail: 0, news: "" };
  #known: RosterDocument | undefined;
  /** The document whose long lists of choices are there: a first picture shows none of them. */
  #filled: RosterDocument | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** How much of a long list is seen at once. */
  readonly #box = new ResizeObserver((entries) => {
    const height = entries.at(-1)!.contentRect.height;
    if (height <= this.#place.height) return;
    this.#place.height = height;
    this.requestUpdate();
  });
  #observed: Element | undefined;
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

  override connectedCallback(): void {
    super.connectedCallback();
    for (const sign of signs) this.addEventListener(sign, this.#near);
    this.#guard();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.#ask);
    clearTimeout(this.#idle);
    clearTimeout(this.#rest);
    this.#desk?.stop();
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
    const run = (what: "saveList" | "printList") => async () => {
      try {
        const files = await import("./files.js");
        await files[what](this.#look.model(this.shown!, say.locale), this.#look.rows().rows, say, this.renderRoot);
        return {};
      } catch {
        return { notice: say.words.element.notMade };
      }
    };
    return [
      { name: "csv", label: words.listCsv, run: run("saveList") },
      { name: "print", label: words.printList, run: run("printList") },
    ];
  }

  protected override drawPicture(document: RosterDocument, frame: Frame): TemplateResult {
    const look = this.#look;
    const desk = this.#desk;
    const say = desk?.with(frame.say) ?? frame.say;
    const model = look.model(document, say.locale);
    desk?.follow(document, say);
    if (this.#known !== document) {
      this.#known = document;
      clearTimeout(this.#idle);
      if (model.size < manyLines) this.#filled = document;
      else this.#idle = setTimeout(this.#fill, 200);
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
    this.#options = { model, look, arranged, columns, say, acts: desk?.lines, detailHeight: this.#place.detail };
    const issues = document.notes.filter(({ kind }) => kind === "known-issue");
    const act = this.#act;
    return html`${bar}<div class="roster-box">
      ${issues.map(({ title, text }) => html`<p class="issue"><b><bdi>${say.words.note["known-issue"]}:</bdi> <bdi>${title}.</bdi></b> <span dir="auto">${text}</span></p>`)}
      ${drawControls({ model, look, columns: shown, say, roomy: width >= roomy, whole: this.#filled === document, act })}
      <div class="above"><p class="shown" role="status"><bdi>${lines === 0 ? words.noRows : shownSentence(model, look, say)}</bdi></p>
        ${desk?.drawAbove(say)}</div>
      ${desk?.drawPanels(say, "mark", "mail")}
      <div part="scroll" class="scroll-box" @scroll=${this.#scrolled} @keydown=${this.#key} @click=${this.#clicked} @focusin=${this.#focused}>${drawTable({ look, columns, width, say, secret: secretLine(document, say), act })}</div>
      <p id="roster-keys" class="unseen">${words.keys}</p>
      ${lines >= manyLines ? html`<p class="print-only">${words.printedPart(say.number(this.#inPage().length), say.number(lines))}</p>` : nothing}
      ${desk?.drawPanels(say, "review", "add")}
    </div>${drawSummary(model, say, act, desk, this.#place.news)}`;
  }

  readonly #fill = (): void => {
    if (this.#filled === this.#known) return;
    this.#filled = this.#known;
    this.requestUpdate();
  };

  /** Has an act carried out, at once or as soon as what carries it out is there. */
  readonly #act: Act = (what) => {
    if (this.#desk) what(this.#desk);
    else {
      this.#waiting.push(what);
      this.#near();
    }
  };

  /** Fetches what carries out acts at the first sign of one. What does not come now is asked for again by the next. */
  readonly #near = (): void => {
    this.#fill();
    if (this.#asked) return;
    this.#asked = true;
    void import("./desk.js").then(
      ({ Desk, deskStyles }) => {
        this.adopt([deskStyles]);
        const desk = new Desk({
          look: this.#look,
          place: this.#place,
          root: () => this.renderRoot,
          box: () => this.#scroll,
          say: () => this.say,
          changed: () => this.requestUpdate(),
          settled: () => this.updateComplete,
        });
        this.#desk = desk;
        this.#look = desk.look;
        if (this.shown && this.say) desk.follow(this.shown, this.say);
        for (const what of this.#waiting.splice(0)) what(desk);
        this.requestUpdate();
      },
      () => {
        this.#asked = false;
        if (this.#waiting.splice(0).length > 0) {
          this.#place.news = this.say?.words.roster.notLoaded ?? "";
          // What was chosen is not done.
          for (const select of this.renderRoot.querySelectorAll("select")) select.selectedIndex = 0;
        }
        this.requestUpdate();
      },
    );
  };

  get #scroll(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("[part=scroll]");
  }

  readonly #scrolled = ({ currentTarget }: Event): void => {
    const { scrollTop } = currentTarget as Element;
    if (Math.abs(scrollTop - this.#place.top) < rowHeight / 2) return;
    this.#place.top = scrollTop;
    this.#near();
    if (this.#look.lines().lines.length < manyLines) return;
    this.#rows(false);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rows(), 150);
  };

  #inPage(): number[] {
    const look = this.#look;
    const lines = look.lines().lines.length;
    return linesInPage({ ...this.#place, lines, open: look.lineOf(look.open) }, look.current);
  }

  /** Draws the rows alone: nothing else on the page changes by scrolling. */
  #rows(settled = true): void {
    const body = this.renderRoot.querySelector<HTMLTableSectionElement>("table.roster > tbody");
    if (body && this.#options) this.#lines.draw(body, this.#options, this.#inPage(), settled);
  }

  /** The line that something in the table belongs to. */
  #lineAt({ target }: Event): number | undefined {
    const line = (target as Element).closest<HTMLElement>("tr[data-line]")?.dataset["line"];
    return line === undefined ? undefined : Number(line);
  }

  readonly #clicked = (event: MouseEvent): void => {
    const line = this.#lineAt(event);
    const target = event.target as Element;
    if (line === undefined || !target.closest(".pick,.name,.fold")) return;
    const at = this.#look.lines().lines[line]!;
    this.#act((desk) => desk.click(at, target, event.shiftKey));
  };

  readonly #focused = (event: FocusEvent): void => {
    const line = this.#lineAt(event);
    if (line === undefined || line === this.#look.current) return;
    this.#look.current = line;
    if (this.#options) this.#options = { ...this.#options };
    this.#rows(false);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (!moves.test(event.key) || event.altKey || event.metaKey) return;
    const target = event.target as Element;
    // A key that comes before what answers it scrolls nothing meanwhile.
    if (!this.#desk) event.preventDefault();
    this.#act((desk) => desk.key(event, target));
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const box = this.#scroll ?? undefined;
    this.#rows();
    if (box !== this.#observed) {
      this.#box.disconnect();
      this.#observed = box;
      if (box) this.#box.observe(box);
    }
    const place = this.#place;
    const detail =
      this.#look.open === undefined ? 0 : (this.renderRoot.querySelector<HTMLElement>("tr.detail")?.offsetHeight ?? place.detail);
    if (detail !== place.detail) {
      place.detail = detail;
      if (this.#options) this.#options = { ...this.#options, detailHeight: detail };
      this.#rows();
    }
    this.#desk?.reveal();
    const goal = place.goal === undefined ? null : this.renderRoot.querySelector<HTMLElement>(place.goal);
    place.goal = undefined;
    goal?.focus({ preventScroll: goal.closest("[part=scroll]") !== null });
    this.#guard();
  }

  /** Leaving asks only while something is marked that is in no file. */
  #guard(): void {
    if (this.#desk?.clean.unsaved && this.isConnected) addEventListener("beforeunload", this.#ask);
    else removeEventListener("beforeunload", this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-roster-table": RosterTable;
  }
}
