import { lightTheme, type Say } from "@vitrine/drawing";
import { render } from "lit";
import { Colours } from "./colours.js";
import { paint, prepare } from "./paint.js";
import type { Scene } from "./scene.js";
import { since, type View } from "./view.js";

/** A piece of the picture that is drawn apart: its box, what it depends on, and how it is drawn. */
export type Part = [box: string, on: readonly unknown[], draw: () => unknown];

/** What is drawn of a map apart from its template: its parts, and the schools that are painted over the land. */
export class Layers {
  #colours: Colours | undefined;
  #painted: unknown[] = [];
  readonly #parts = new WeakMap<Element, readonly unknown[]>();

  /** @param repaint called when the page's colours have changed */
  constructor(
    private readonly rootOf: () => ParentNode,
    private readonly repaint: () => void,
  ) {}

  private get root(): ParentNode {
    return this.rootOf();
  }

  /** Draws a part, when something that it depends on is another than when it was drawn last. */
  put(...[name, on, draw]: Part): void {
    const box = this.root.querySelector<HTMLElement>(name);
    const known = box && this.#parts.get(box);
    if (!box || (known && on.every((value, at) => value === known[at]))) return;
    this.#parts.set(box, on);
    render(draw(), box);
  }

  /** @param paper in the colours of print, whatever the page's are */
  paint(scene: Scene, view: View, say: Say, paper = false): void {
    const box = this.root.querySelector<HTMLElement>(".colours");
    const canvas = this.root.querySelector("canvas");
    if (box && box !== this.#colours?.box) this.#colours = new Colours(box, this.repaint);
    const { clusters, points, size, placed } = scene;
    if (!canvas || !clusters || !this.#colours) return;
    const transform = scene.transform(view);
    const theme = paper ? lightTheme : this.#colours.read();
    const { width, height } = size;
    const now = [canvas, clusters, transform.k, transform.x, transform.y, theme, width, height, say, devicePixelRatio];
    if (now.every((value, at) => value === this.#painted[at])) return;
    this.#painted = now;
    const context = prepare(canvas, width, height);
    const font = getComputedStyle(canvas).fontFamily;
    if (context) paint(context, { clusters, points, transform, width, height, radius: placed.radius, theme, say, font });
  }

  /** The land as it was drawn for one view, moved to where it stands in another: while a map moves it is not drawn anew. */
  move(from: View, to: View): void {
    const land = this.root.querySelector(".land");
    const { k, x, y } = since(from, to);
    if (k === 1 && x === 0 && y === 0) land?.removeAttribute("transform");
    else land?.setAttribute("transform", `matrix(${k} 0 0 ${k} ${x} ${y})`);
  }
}
