import { lightTheme, type Say } from "@vitrine/drawing";
import { Colours } from "./colours.js";
import type { View } from "./home.js";
import { dotsOf, paint, prepare, stampsOf } from "./paint.js";
import type { Scene } from "./scene.js";

/** Paints the schools of a map over its land. */
export class Painter {
  #colours: Colours | undefined;
  #painted: unknown[] = [];
  /** What lies in the canvas' place on paper. */
  #sheet: HTMLCanvasElement | undefined;
  /** What was painted ahead. */
  #canvas: HTMLCanvasElement | undefined;

  /** @param repaint called when the page's colours have changed */
  constructor(
    private readonly root: ParentNode,
    private readonly repaint: () => void,
  ) {}

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

  /** @param paper in the colours of print, whatever the page's are, and on a canvas that was never emptied */
  paint(scene: Scene, view: View, say: Say, paper = false): void {
    this.#sheet?.remove();
    const canvas = this.root.querySelector("canvas");
    if (!canvas) return;
    canvas.hidden = paper;
    this.#sheet = paper ? document.createElement("canvas") : undefined;
    if (this.#sheet) canvas.after(this.#sheet);
    this.#paintOn(this.#sheet ?? canvas, scene, view, say, paper);
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
}
