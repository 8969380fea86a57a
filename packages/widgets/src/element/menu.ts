import type { Words } from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";
import type { Panel } from "./panel.js";

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

/**
 * A button that discloses a list of buttons. The list, and what it makes, is a file of its own, fetched when a reader comes to the
 * button; an open menu whose list did not come says so. Escape, leaving it, or pointing elsewhere closes it.
 */
export class Menu {
  #open: AbortController | undefined;
  #panel: Panel | undefined;
  #failed = false;

  /** @param changed draws again @param fetched makes the list. Rejects when it did not come */
  constructor(
    readonly changed: () => void,
    private readonly fetched: () => Promise<Panel>,
  ) {}

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  close(): void {
    if (!this.#open) return;
    this.#open.abort();
    this.#open = undefined;
    this.#panel?.forget();
    this.changed();
  }

  /** @param list what is in the menu, once its list is there */
  draw(list: (panel: Panel) => unknown, words: Words["element"]): TemplateResult {
    const content = this.#open && (this.#panel ? list(this.#panel) : this.#failed && html`<p role="status">${words.notMade}</p>`);
    return html`<div part="menu" @keydown=${(event: KeyboardEvent) => this.#panel?.key(event)} @focusin=${this.#near} @pointerenter=${this.#near} @focusout=${(event: FocusEvent) => this.#panel?.left(event)}>
  <button part="menu-button" type="button" aria-expanded=${this.#open ? "true" : "false"} aria-controls="menu" @click=${this.#toggle}>${words.menu}</button>
  <div id="menu" class="panel" ?hidden=${!content}>${content || ""}</div>
</div>`;
  }

  readonly #toggle = (event: Event): void => {
    if (this.#open) return this.close();
    const menu = (event.currentTarget as Element).parentElement!;
    const { signal } = (this.#open = new AbortController());
    document.addEventListener("pointerdown", (press) => press.composedPath().includes(menu) || this.close(), { signal });
    this.changed();
    this.#near();
  };

  /** What does not come now is asked for again when the menu opens. */
  readonly #near = (): void => {
    const come = (panel?: Panel) => {
      this.#panel = panel;
      this.#failed = !panel;
      this.changed();
    };
    if (!this.#panel) void this.fetched().then(come, () => come());
  };
}
