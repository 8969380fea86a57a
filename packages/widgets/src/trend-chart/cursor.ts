import type { TrendDocument } from "@vitrine/contract";
import { pointNear, sayPoint, type drawReadout, type Frame, type TrendPlaces } from "@vitrine/drawing";
import { nothing, render } from "lit";

/** What is in view. */
export interface View {
  document: TrendDocument;
  frame: Frame;
  places: TrendPlaces;
}

/** How many points Page Up and Page Down pass. */
const leaps = { week: 13, month: 12, term: 3, year: 5 } as const;

/**
 * One point in time that a reader looks at, by pointer or keyboard. It writes into its own box over the drawing and nowhere else: the drawing
 * stays as it is, however many points it has.
 */
export class Cursor {
  #view: View | undefined;
  #at: number | undefined;
  #shown = false;
  #due = 0;
  /** Comes when a reader first looks at a point: what is said of it waits for nothing. */
  #draw: typeof drawReadout | undefined;

  /** After the drawing: another document begins at its newest point. */
  see(view: View, box: HTMLElement | null): void {
    const fresh = view.document !== this.#view?.document;
    this.#view = view;
    if (fresh) this.#at = undefined;
    if (box) this.#write(box);
  }

  get #count(): number {
    return this.#view?.document.times.from.length ?? 0;
  }

  readonly move = (event: PointerEvent): void => {
    const box = event.currentTarget as HTMLElement;
    const { clientX, clientY } = event;
    // A pointer tells of more places than a screen shows.
    cancelAnimationFrame(this.#due);
    this.#due = requestAnimationFrame(() => {
      const { left, top, width } = box.getBoundingClientRect();
      if (!this.#view || width === 0) return;
      const scale = this.#view.places.width / width;
      this.#go(box, pointNear(this.#view.places, (clientX - left) * scale, (clientY - top) * scale), true);
    });
  };

  readonly leave = (event: Event): void => {
    cancelAnimationFrame(this.#due);
    const box = event.currentTarget as HTMLElement;
    if (event.type === "blur" || !box.matches(":focus")) this.#go(box, this.#at, false);
  };

  readonly focus = (event: Event): void => this.#go(event.currentTarget as HTMLElement, this.#at, true);

  readonly key = (event: KeyboardEvent): void => {
    const { document, places } = this.#view ?? {};
    if (!document || event.altKey || event.ctrlKey || event.metaKey) return;
    const [forward, back] = places?.rightToLeft ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const at = this.#at ?? this.#count - 1;
    const leap = leaps[document.step];
    const to = {
      [forward!]: at + 1,
      ArrowUp: at + 1,
      [back!]: at - 1,
      ArrowDown: at - 1,
      PageUp: at + leap,
      PageDown: at - leap,
      Home: 0,
      End: this.#count - 1,
    }[event.key];
    const box = event.currentTarget as HTMLElement;
    if (event.key === "Escape") this.#go(box, this.#at, false);
    else if (to === undefined) return;
    else this.#go(box, to, true);
    event.preventDefault();
  };

  #go(box: HTMLElement, to: number | undefined, shown: boolean): void {
    const at = to === undefined ? undefined : Math.min(Math.max(to, 0), this.#count - 1);
    if (at === this.#at && shown === this.#shown) return;
    if (at !== undefined) this.#at = at;
    this.#shown = shown;
    this.#write(box);
  }

  #write(box: HTMLElement): void {
    const view = this.#view;
    if (!view || this.#count === 0) return;
    const at = Math.min(this.#at ?? this.#count - 1, this.#count - 1);
    box.setAttribute("aria-valuenow", String(at + 1));
    box.setAttribute("aria-valuetext", sayPoint(view.document, at, view.frame));
    if (this.#shown && !this.#draw) this.#fetch(box);
    render((this.#shown && this.#draw?.(view.document, view.frame, view.places, at)) || nothing, box);
  }

  /** What does not come now is asked for again by the next point. */
  #fetch(box: HTMLElement): void {
    import("./readout.js").then(
      ({ drawReadout: draw }) => {
        this.#draw = draw;
        this.#write(box);
      },
      () => undefined,
    );
  }
}
