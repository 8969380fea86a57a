import type { Envelope } from "@vitrine/contract";
import { caption, liveFrame, type Caption, type Frame, type Picture, type Say, type Table, type Words } from "@vitrine/drawing";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { audienceFault, type Origin } from "./audience.js";
import { actions, foot, head, noteId, notes, tables } from "./caption.js";
import { Holding, type State } from "./holding.js";
import { languageOf, sayIn, watchLanguage, wordsFor } from "./language.js";
import { Menu, type Choice } from "./menu.js";
import { isMissing } from "./refusal.js";
import { Roam, type Mark } from "./roam.js";
import { sayFault, sourceOf, type Fault, type Source } from "./source.js";
import { captionStyles, elementStyles } from "./styles.js";
import { UpdatingElement, type Properties } from "./updating.js";
import { Width } from "./width.js";

/** A table longer than this is written when it is opened, not before. */
const longTable = 400;

/** The words around one document, made once for a document and a language. */
interface Around<D> {
  document: D;
  say: Say;
  says: Caption;
  tables: Table[];
}

/**
 * What every element does: takes a document, draws its picture, and puts title, sentence, source, notes, tables and menu around it.
 *
 * A document comes from the `document` property, else the address in `src`, else a child `<script type="application/json">`. The element's
 * children are the fallback and stay in view until a valid document has been drawn. Nothing is fetched but the document.
 *
 * @attribute src - Address of a document.
 * @attribute partner - Id of the partner whose page this is. A document for a partner is shown only where it is stated.
 * @attribute heading - Level of the title, 1 to 6; 3 when left out.
 * @attribute theme - `light` or `dark`; without it the element follows the page's `color-scheme`.
 * @attribute lang - Language of the element; else that of its closest ancestor.
 * @attribute state - Written by the element: waiting, drawn, empty, stale or refused.
 * @slot - What a reader without JavaScript sees.
 * @fires {CustomEvent<DrawnDetail>} vitrine-drawn - A document has been drawn.
 * @fires {CustomEvent<RefusedDetail>} vitrine-refused - A document was not drawn: issue codes and JSON paths, never a value.
 * @csspart figure - Everything the element shows.
 * @csspart title - The heading.
 * @csspart summary - The sentence under it.
 * @csspart picture - The drawing.
 * @csspart source - Place, period, status, source and date.
 * @csspart notice - Why a picture is old or missing.
 * @csspart data - The tables, with their switch.
 * @csspart table - One table.
 * @csspart notes - The notes, with their switch.
 * @csspart actions - The document's links.
 * @csspart menu - Button and list of what a reader can take away.
 * @csspart menu-button - The button of the menu.
 * @csspart skeleton - What stands there while a document loads and the element has no children.
 * @cssproperty --cs-ink - Text.
 * @cssproperty --cs-quiet - Secondary text.
 * @cssproperty --cs-line - Thin lines.
 * @cssproperty --cs-paper - Background.
 * @cssproperty --cs-land - Background of areas.
 * @cssproperty --cs-accent - Links and focus.
 * @cssproperty --cs-blue - First colour of marks; then `--cs-green`, `--cs-amber`, `--cs-wine`, `--cs-orchid`.
 * @cssproperty --cs-grey - Marks that say "not yet".
 * @cssproperty --cs-seq1 - Lightest step of a scale, to `--cs-seq6`.
 * @cssproperty --cs-padding - Space around, 16px; 12px when narrow.
 * @cssproperty --cs-border - Line around, 1px.
 * @cssproperty --cs-radius - Corners, 4px.
 */
export abstract class DocumentElement<D extends Envelope, V = undefined> extends UpdatingElement {
  static override styles = [captionStyles, elementStyles];
  static override properties: Properties = {
    src: {},
    partner: {},
    document: { attribute: false },
    heading: { type: Number },
    state: { attribute: false },
    emphasis: { state: true },
  };
  /** Address of the library's script, for the embed code; set where the tag is defined. */
  static script?: string;

  declare src: string | null | undefined;
  declare partner: string | null | undefined;
  /** A document as a plain object. It is checked like any other and never changed. */
  declare document: D | null | undefined;
  declare heading: number;
  /** Read only. */
  declare state: State;
  /** `data-key` of the mark a reader points at. */
  declare protected emphasis: string | undefined;

  /** How this kind of document is drawn, said and tabulated. */
  protected abstract readonly picture: Picture<D, V>;
  /** What the element says in English, which comes with it; see `englishOf`. */
  protected abstract readonly english: Words;

  #around: Around<D> | undefined;
  #due = true;
  #told: Promise<void> = Promise.resolve();
  /** An event that waits for the page to show what it tells of. */
  #news: Event | undefined;
  #say: Say | undefined;
  #tag: string | undefined;
  #direction: Say["direction"] = "ltr";
  #served: ChildNode[] = [];
  #tableOpen = false;
  #isWhole = false;
  #rest: Promise<void> | undefined;
  #stop: (() => void)[] = [];
  readonly #holding = new Holding<D>({
    kind: () => this.picture.kind,
    source: () => this.#source,
    credentials: () => this.credentials(),
    isEmpty: (document) => this.isEmpty(document),
    mayNotShow: (document, origin) => this.mayNotShow(document, origin),
    changed: (event) => {
      this.state = this.#holding.state;
      this.#news = event ?? this.#news;
      this.requestUpdate();
    },
  });
  readonly #roam = new Roam({
    rightToLeft: () => this.#say?.direction === "rtl",
    point: (key) => {
      this.emphasis = key;
    },
    choose: (mark) => this.#choose(mark),
  });
  readonly #width = new Width(() => this.requestUpdate());
  /** What makes files, once it is there. */
  #kit: typeof import("./choices.js") | undefined;
  readonly #menu = new Menu(
    () => this.requestUpdate(),
    async () => {
      const kit = await import("./choices.js");
      if (!this.#kit) this.adopt(kit.styles);
      this.#kit = kit;
      return new kit.Panel(this.#menu);
    },
  );

  constructor() {
    super();
    this.heading = 3;
    this.state = "waiting";
  }

  // What a kind of element adds or changes.

  /** What the reader has chosen to look at; goes to the drawing. */
  protected view(): V | undefined {
    return undefined;
  }
  /** Whether a valid document has nothing to show. */
  protected isEmpty(_document: D): boolean {
    return false;
  }
  /** Why this page may not show the document, as an issue code; nothing when it may. */
  protected mayNotShow(document: D, origin: Origin): string | undefined {
    return audienceFault(document, this.partner ?? undefined, origin);
  }
  /** To whom the reader's credentials go when the document is fetched. */
  protected credentials(): RequestCredentials {
    return "same-origin";
  }
  /** One sentence on why a document is not shown. */
  protected sayRefusal(faults: readonly Fault[], words: Words): string {
    return sayFault(faults, words);
  }
  /** What stands above the title. */
  protected renderAbove(_document: D, _say: Say): unknown {
    return nothing;
  }
  /** What a reader can take away, where that is not the data and the picture of every figure. */
  protected ownChoices(_document: D, _say: Say): Choice[] | undefined {
    return undefined;
  }
  /** The picture on the page. Override to put controls or a canvas beside the drawing. */
  protected drawPicture(document: D, frame: Frame): unknown {
    return this.picture.draw(document, frame, this.view());
  }
  /** Whether there is a picture to take away as a file. */
  protected isPicture(): boolean {
    return true;
  }
  /** The picture in a file or on paper. */
  protected drawForPrint(document: D, frame: Frame): TemplateResult | Promise<TemplateResult> {
    return this.picture.draw(document, frame, this.view());
  }
  /** The same figures as tables, for the table twin and the CSV. */
  protected tabulate(document: D, say: Say): Table[] {
    return this.picture.tabulate(document, say);
  }
  /** What stands between the source line and the tables. */
  protected renderBeside(_document: D, _say: Say): unknown {
    return nothing;
  }
  /** The document to draw for the one given: a part of it that the reader opened, or itself. A dashboard puts its filter in its place. */
  inView(document: D): D {
    return document;
  }
  /** A mark was clicked, or Enter or Space was pressed on it. */
  protected activate(_key: string): void {}
  /** The document in view, after every check. */
  get shown(): D | undefined {
    return this.#holding.document;
  }
  /** The words in use; none before the first are there. */
  protected get say(): Say | undefined {
    return this.#say;
  }
  /** Forgets the tables, when {@link tabulate} would give others now. */
  protected tablesChanged(): void {
    this.#around = undefined;
    this.requestUpdate();
  }

  /** Fetches the document again. When that fails the last good picture stays, and says of what date it is. */
  async refresh(): Promise<void> {
    await this.#holding.take(true);
    await this.updateComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const children = new MutationObserver(() => this.#restart());
    children.observe(this, { childList: true, characterData: true, subtree: true });
    // Whoever was offline gets the figures when the line is back.
    const online = () => void (this.state === "drawn" || this.refresh());
    addEventListener("online", online);
    // Paper waits for nothing.
    addEventListener("beforeprint", this.#complete);
    this.#stop.push(
      () => removeEventListener("online", online),
      () => removeEventListener("beforeprint", this.#complete),
      () => children.disconnect(),
      watchLanguage(this, () => this.requestUpdate()),
    );
    if (this.#holding.asking) this.#restart();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stop.splice(0)) stop();
    this.#holding.giveUp();
    this.#menu.close();
    this.#width.observe(undefined);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // A picture that came with the page stays until there is one to put in its place: ours is written after it.
    this.#served = [...root.childNodes];
    return root;
  }

  /** A figure that stands in for ours is laid out by the page, and stays so until there is something to put in its place. */
  protected override stays(): unknown {
    return this.state === "waiting" && !this.shadowRoot && this.querySelector(":scope > figure");
  }

  protected override measure(): void {
    this.#direction = getComputedStyle(this).direction as Say["direction"];
    // Before it has a root an element is laid out as a part of a line.
    if (this.shadowRoot) this.#width.take(this.offsetWidth);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#speak();
    if (this.#due || changed.has("document") || changed.has("src") || changed.has("partner")) this.#take();
    if (changed.has("state")) this.setAttribute("state", this.state);
  }

  protected override updated(_changed: PropertyValues): void {
    const box = this.renderRoot.querySelector("[part=picture]");
    if (this.isConnected) this.#width.observe(this.renderRoot.querySelector(".ruler"));
    const news = this.#news;
    this.#news = undefined;
    if (news) this.dispatchEvent(news);
    if (!box) return;
    // What nobody sees or hears waits until the picture has been painted: closed tables, and tab stops.
    if (this.#isWhole) this.#roam.prepare(box, "keys");
    this.#rest ??= idle().then(this.#complete);
  }

  readonly #complete = (): void => {
    this.#isWhole = true;
    this.requestUpdate();
  };

  get #source(): Source | undefined {
    return sourceOf(this, this.document, this.src);
  }

  get #isText(): boolean {
    return "text" in (this.#source ?? {});
  }

  /** Only a script child is a source; other children are the fallback and may change as they like. */
  #restart(): void {
    this.#due ||= this.#holding.asking || this.#isText;
    this.requestUpdate();
  }

  override get updateComplete(): Promise<boolean> {
    return super.updateComplete
      .then(() => this.#told)
      .then(() => this.#rest)
      .then(() => super.updateComplete);
  }

  #take(): void {
    this.#due = false;
    if (document.readyState === "loading" && this.#isText)
      // The script child may not have been read to its end.
      document.addEventListener("DOMContentLoaded", () => this.#restart(), { once: true });
    else {
      const taken = this.#holding.take(false);
      // A document at hand is drawn, or refused with its reason, when the element says that it is complete; a file may come later.
      if (!this.src || this.document) this.#told = taken;
    }
  }

  #speak(): void {
    const tag = languageOf(this);
    const direction = this.#direction;
    if (`${tag} ${direction}` === this.#tag) return;
    this.#tag = `${tag} ${direction}`;
    const mine = this.#tag;
    const words = wordsFor(tag, this.english);
    if (!(words instanceof Promise)) this.#say = sayIn(words, tag, direction);
    else
      void words.then((come) => {
        if (mine !== this.#tag) return;
        this.#say = sayIn(come, tag, direction);
        this.requestUpdate();
      });
  }

  protected override render(): unknown {
    const say = this.#say;
    const shown = this.#holding.document;
    if (!say || !shown) return this.#renderWithout(say);
    for (const node of this.#served.splice(0)) node.remove();
    return html`<div class="box"><div class="ruler"></div>${this.#renderFigure(this.inView(shown), say)}</div>`;
  }

  /** Without a document: what came with the page, and a sentence when a document was refused. */
  #renderWithout(say: Say | undefined): unknown {
    const words = say?.words.element;
    const refused = this.state === "refused" && words ? this.#holding.faults : undefined;
    if (refused && !isMissing(refused)) for (const node of this.#served.splice(0)) node.remove();
    const bare = this.#served.length === 0 && !hasFallback(this);
    return html`${this.#served.length > 0 ? nothing : html`<slot></slot>`}${
      bare && !refused ? html`<div part="skeleton" aria-busy="true">${words?.waiting}</div>` : nothing
    }<p part="notice" role="status">${refused?.length && say ? this.sayRefusal(refused, say.words) : nothing}</p>`;
  }

  #renderFigure(document: D, say: Say): TemplateResult {
    const { words } = say;
    const { says, tables: list } = this.#wordsAround(document, say);
    const long = list.reduce((rows, table) => rows + (table.size ?? table.rows.length), 0) > longTable;
    // Widths at which a drawing changes too. Asked of the page by queries, they would cost it a round of styles and layout for every figure.
    const width = this.#width.value || this.#width.take(this.offsetWidth);
    return html`<figure part="figure" class=${width < 472 ? (width < 360 ? "narrow small" : "narrow") : nothing} dir=${say.direction} aria-busy=${this.state === "waiting" ? "true" : nothing}>
  ${this.renderAbove(document, say)}${head(says, +this.heading)}
  <p part="notice" role="status">${this.#notice(document, say)}</p>
  <div part="picture" @keydown=${this.#roam.key} @focusin=${this.#roam.focus} @focusout=${this.#roam.leave} @pointerover=${this.#roam.over} @pointerleave=${this.#roam.leave} @click=${this.#roam.click}>${this.drawPicture(document, this.#frame(document, say))}</div>
  <p id="keys" hidden>${words.element.keys}</p>
  ${foot(says)}
  ${this.renderBeside(document, say)}
  ${
    list.length === 0
      ? nothing
      : html`<details part="data" @toggle=${this.#toggled}><summary>${words.element.table}</summary>${(this.#isWhole && !long) || this.#tableOpen ? tables(list) : nothing}</details>`
  }
  ${says.notes.length === 0 ? nothing : html`<details part="notes"><summary>${words.caption.notes}</summary>${notes(says.notes, say)}</details>`}
  <div class="last">${actions(says, say)}${this.#menu.draw((panel) => panel.draw(this.#choices(document, say), this.#kit!.taking(say)), words.element)}</div>
</figure>`;
  }

  #wordsAround(document: D, say: Say): Around<D> {
    const known = this.#around;
    if (known?.document === document && known.say === say) return known;
    return (this.#around = {
      document,
      say,
      says: caption(document, this.picture.summarise(document, say), say),
      tables: this.tabulate(document, say),
    });
  }

  #notice(document: D, say: Say): string | typeof nothing {
    const { element: words } = say.words;
    if (this.state === "stale") return words.stale(say.day(document.asOf));
    if (this.state === "empty") return words.empty;
    return this.#holding.refreshed ? words.refreshed(say.day(document.asOf)) : nothing;
  }

  /** Ids need to be unique in one shadow root only, and stay the same wherever the document is drawn. */
  #frame(document: D, say: Say): Frame {
    return liveFrame({ id: document.id, width: this.#width.value, say, emphasis: this.emphasis });
  }

  #choices(document: D, say: Say): Choice[] {
    const own = this.ownChoices(document, say);
    if (own) return own;
    const shared = this.document || document.audience.kind !== "public" ? undefined : this.src;
    return this.#kit!.choices({
      name: `${document.id}-${document.asOf}`,
      ...this.#wordsAround(document, say),
      pictured: this.isPicture(),
      draw: (frame) => this.drawForPrint(document, frame),
      embed: shared
        ? { tag: this.localName, script: (this.constructor as typeof DocumentElement).script, address: new URL(shared, this.baseURI).href }
        : undefined,
      root: this.renderRoot,
    });
  }

  readonly #toggled = (event: Event): void => {
    this.#tableOpen = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  };

  #choose({ dataset }: Mark): void {
    const { key, note } = dataset;
    if (!note) return this.activate(key ?? "");
    const target = this.renderRoot.querySelector<HTMLElement>(`#${noteId(CSS.escape(note))}`);
    const details = target?.closest("details");
    if (details) details.open = true;
    target?.focus();
  }
}

/** Settles when the browser has nothing better to do, or soon: a page that is never idle, or not in front, gets its tables and tab stops as well. */
const idle = () =>
  new Promise<unknown>((done) => (globalThis.requestIdleCallback ?? setTimeout)(done, { timeout: 2_000 } as IdleRequestOptions & number));

/** Whether the element has children that a reader sees. */
const hasFallback = (element: Element): boolean =>
  [...element.childNodes].some((node) =>
    node instanceof Element ? !/^(SCRIPT|STYLE|TEMPLATE)$/.test(node.tagName) : node instanceof Text && node.data.trim(),
  );
