import { lightTheme, type Say } from "@vitrine/drawing";
import { render } from "lit";
import { Colours } from "./colours.js";
import { dotsOf, paint, prepare, stampsOf } from "./paint.js";
import type { Scene } from "./scene.js";
import { since, type View } from "./view.js";

/** A piece of the picture that is drawn apart: its box, what it depends on, and how it is drawn. */
export type Part = [box: string, on: readonly unknown[], draw: () => unknown];

/** What is drawn of a map apart from its template: its parts, and the schools that are painted over the land. */
export class Layers {
  #colours: Colours | undefined;
  #painted: unknown[] = [];
  readonly #parts = new WeakMap<Element, readonly unknown[]>();
  /** What was drawn and painted ahead. */
  readonly #made = new Map<string, HTMLElement>();
  #canvas: HTMLCanvasElement | undefined;

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

  /** Paints before there is a canvas to see, in two steps. */
  *paintAhead(scene: Scene, view: View, say: Say): Generator<void, void> {
    const colours = this.#find();
    if (colours) stampsOf(colours.read(), scene.placed.radius, dotsOf());
    yield;
    this.#painted = [];
    this.#canvas = undefined;
    const canvas = document.createElement("canvas");
    this.#paintOn(canvas, scene, view, say, false);
    this.#canvas = canvas;
  }

  #find(): Colours | undefined {
    const box = this.root.querySelector<HTMLElement>(".colours");
    if (box && box !== this.#colours?.box) this.#colours = new Colours(box, this.repaint);
    return this.#colours;
  }

  /** @param paper in the colours of print, whatever the page's are */
  paint(scene: Scene, view: View, say: Say, paper = false): void {
    const canvas = this.root.querySelector("canvas");
    if (canvas) this.#paintOn(canvas, scene, view, say, paper);
  }

  #paintOn(canvas: HTMLCanvasElement, scene: Scene, view: View, say: Say, paper: boolean): void {
    const colours = this.#find();
    const { clusters, points, size, placed } = scene;
    if (!clusters || !colours) return;
    const transform = scene.transform(view);
    const theme = paper ? lightTheme : colours.read();
    const { width, height } = size;
    const now = [clusters, transform.k, transform.x, transform.y, theme, width, height, say, devicePixelRatio];
    const isSame = now.every((value, at) => value === this.#painted[at]);
    const ahead = this.#canvas;
    if (isSame && this.#painted[now.length] === canvas) return;
    this.#painted = [...now, canvas];
    this.#canvas = undefined;
    const context = prepare(canvas, width, height);
    if (isSame && ahead) context?.drawImage(ahead, 0, 0, width, height);
    else if (context) {
      const font = getComputedStyle(colours.box).fontFamily;
      paint(context, { clusters, points, transform, width, height, radius: placed.radius, theme, say, font });
    }
  }

  /** The land as it was drawn for one view, moved to where it stands in another: while a map moves it is not drawn anew. */
  move(from: View, to: View): void {
    const land = this.root.querySelector(".land");
    const { k, x, y } = since(from, to);
    if (k === 1 && x === 0 && y === 0) land?.removeAttribute("transform");
    else land?.setAttribute("transform", `matrix(${k} 0 0 ${k} ${x} ${y})`);
  }
}
