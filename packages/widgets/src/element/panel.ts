import type { Words } from "@vitrine/drawing";
import { css, html, nothing, type TemplateResult } from "lit";
import type { Choice, Menu, Outcome } from "./menu.js";

/** The open menu: its choices, what the last one left behind, and its keys. */
export class Panel {
  #outcome: Outcome = {};

  constructor(private readonly menu: Menu) {}

  /** The menu has closed. */
  forget(): void {
    this.#outcome = {};
  }

  draw(choices: readonly Choice[], words: Words["take"]): TemplateResult {
    const { notice, code } = this.#outcome;
    return html`<ul>${choices.map((choice) => html`<li><button type="button" name=${choice.name} @click=${() => this.#run(choice)}>${choice.label}</button></li>`)}</ul>${
      code === undefined ? nothing : html`<textarea readonly aria-label=${words.embedCode} .value=${code}></textarea>`
    }<p role="status">${notice ?? nothing}</p>`;
  }

  async #run(choice: Choice): Promise<void> {
    this.#outcome = await choice.run();
    if (this.#outcome.notice === undefined && this.#outcome.code === undefined) this.menu.close();
    else this.menu.changed();
  }

  key(event: KeyboardEvent): void {
    if (!this.menu.isOpen) return;
    const buttons = [...(event.currentTarget as Element).querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const escaped = event.key === "Escape";
    // In the text to copy, arrow keys move the caret.
    if (!escaped && (step === 0 || at < 0)) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[escaped ? 0 : Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
    if (escaped) this.menu.close();
  }

  left(event: FocusEvent): void {
    const menu = event.currentTarget as Element;
    // A button that is pressed does not take the focus in every browser: then nothing has it, but the pointer is here.
    const stays = event.relatedTarget instanceof Node ? menu.contains(event.relatedTarget) : menu.matches(":hover");
    if (!stays) this.menu.close();
  }
}

export const panelStyles = css`
  .box {
    container-type: inline-size;
  }
  .panel {
    position: absolute;
    z-index: 1;
    inset-block-end: calc(100% + 4px);
    inset-inline-end: 0;
    inline-size: max-content;
    max-inline-size: min(80cqi, 320px);
    padding: 8px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
  }
  .panel ul {
    padding: 0;
    list-style: none;
  }
  .panel button {
    inline-size: 100%;
    border-color: transparent;
    text-align: start;
  }
  .panel p:not(:empty) {
    padding: 4px 12px;
  }
  .panel textarea {
    display: block;
    inline-size: 100%;
    block-size: 96px;
    border: 1px solid var(--_cs-quiet);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    font: 12px/1.4 ui-monospace, monospace;
    white-space: pre;
  }
`;
