import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "@vitrine/drawing";

/** What a choice leaves behind in the open menu. Without either the menu closes. */
export interface Outcome {
  notice?: string;
  /** Text to copy by hand. */
  code?: string;
}
export interface Choice {
  name: string;
  label: string;
  run(): Outcome | Promise<Outcome>;
}

/** A button that discloses a list of buttons. Escape, leaving it, or pointing elsewhere closes it. */
export class Menu {
  #open = false;
  #outcome: Outcome = {};
  #outside: AbortController | undefined;

  /** @param changed draws again @param approached a reader comes to the menu: what it needs may be fetched. Rejects when it did not come. */
  constructor(
    private readonly changed: () => void,
    private readonly approached: () => Promise<void>,
  ) {}

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#outcome = {};
    this.#outside?.abort();
    this.changed();
  }

  draw(choices: readonly Choice[], words: Words["element"]): TemplateResult {
    const { notice, code } = this.#outcome;
    return html`<div part="menu" @keydown=${this.#key} @focusin=${this.#near} @pointerenter=${this.#near} @focusout=${this.#left}>
  <button part="menu-button" type="button" aria-expanded=${this.#open ? "true" : "false"} aria-controls="menu" @click=${(event: Event) => this.#toggle(event, words)}>${words.menu}</button>
  <div id="menu" class="panel" ?hidden=${!this.#open}>${
    this.#open
      ? html`<ul>${choices.map((choice) => html`<li><button type="button" name=${choice.name} @click=${() => this.#run(choice)}>${choice.label}</button></li>`)}</ul>${
          code === undefined ? nothing : html`<textarea readonly aria-label=${words.embedCode} .value=${code}></textarea>`
        }`
      : nothing
  }<p role="status">${notice ?? nothing}</p></div>
</div>`;
  }

  #toggle(event: Event, words: Words["element"]): void {
    if (this.#open) return this.close();
    const menu = (event.currentTarget as Element).parentElement;
    this.#open = true;
    this.#outside = new AbortController();
    document.addEventListener("pointerdown", (press) => !press.composedPath().includes(menu as EventTarget) && this.close(), {
      signal: this.#outside.signal,
    });
    this.changed();
    this.approached().catch(() => {
      this.#outcome = { notice: words.notMade };
      this.changed();
    });
  }

  /** What does not come now is asked for again when the menu opens. */
  readonly #near = (): void => void this.approached().catch(() => undefined);

  async #run(choice: Choice): Promise<void> {
    this.#outcome = await choice.run();
    if (this.#outcome.notice === undefined && this.#outcome.code === undefined) this.close();
    else this.changed();
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (!this.#open) return;
    const buttons = [...(event.currentTarget as Element).querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const escaped = event.key === "Escape";
    // In the text to copy, arrow keys move the caret.
    if (!escaped && (step === 0 || at < 0)) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[escaped ? 0 : Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
    if (escaped) this.close();
  };

  readonly #left = (event: FocusEvent): void => {
    const menu = event.currentTarget as Element;
    // A button that is pressed does not take the focus in every browser: then nothing has it, but the pointer is here.
    const stays = event.relatedTarget instanceof Node ? menu.contains(event.relatedTarget) : menu.matches(":hover");
    if (!stays) this.close();
  };
}
