import { render } from "lit";

/** A piece of the picture that is drawn apart: its box, what it depends on, and how it is drawn. */
export type Part = [box: string, on: readonly unknown[], draw: () => unknown];

/** What is drawn of a map apart from its template. */
export class Layers {
  readonly #parts = new WeakMap<Element, readonly unknown[]>();
  /** What was drawn ahead. */
  readonly #made = new Map<string, HTMLElement>();

  constructor(private readonly rootOf: () => ParentNode) {}

  private get root(): ParentNode {
    return this.rootOf();
  }

  /** Draws a part, when something that it depends on is another than when it was drawn last. */
  put(...[name, on, draw]: Part): void {
    let box = this.root.querySelector<HTMLElement>(name);
    const made = box && this.#made.get(name);
    if (made) {
      this.#made.delete(name);
      box!.replaceWith(made);
      box = made;
    }
    const known = box && this.#parts.get(box);
    if (!box || (known && on.every((value, at) => value === known[at]))) return;
    this.#parts.set(box, on);
    render(draw(), box);
  }

  /** Draws a part before there is a place for it: it is put there as it is. */
  ahead([name, on, draw]: Part): void {
    const box = this.#made.get(name) ?? document.createElement("div");
    box.className = name.slice(1);
    this.#made.set(name, box);
    this.#parts.set(box, on);
    render(draw(), box);
  }
}
