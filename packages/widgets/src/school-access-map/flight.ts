import { between, home, type Size, type View } from "./view.js";

const duration = 350;

/** The view of a map, and how it moves: at once, or in a short flight where the reader allows motion. */
export class Flight {
  view: View = home;
  #frame = 0;
  #settle = 0;
  /** On its way, or just arrived: what is costly waits. */
  moving = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param moved the view is another @param rested nothing has moved for a moment: what is costly may be done now */
  constructor(
    private readonly moved: () => void,
    private readonly rested: () => void,
  ) {}

  /** Starts from this view, without news: another map is drawn anyway. */
  start(view: View): void {
    this.stop();
    this.moving = false;
    this.view = view;
  }

  /** Takes this view now. */
  set(view: View): void {
    cancelAnimationFrame(this.#frame);
    this.#take(view);
  }

  /** Goes to this view. A newer journey ends an older one. */
  to(view: View, size: Size): void {
    cancelAnimationFrame(this.#frame);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden) return this.#take(view);
    const from = this.view;
    const start = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / duration));
      this.#take(t < 1 ? between(from, view, t * t * (3 - 2 * t), size) : view);
      if (t < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#settle);
    clearTimeout(this.#rest);
  }

  #take(view: View): void {
    this.view = view;
    this.moved();
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#settle);
    this.moving = true;
    const wait = () => {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        this.moving = false;
        this.rested();
      }, 120);
    };
    // From the painted picture on: where painting takes long, a hand that is still moving does not rest.
    if (document.hidden) wait();
    else this.#settle = requestAnimationFrame(wait);
  }
}
