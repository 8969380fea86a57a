/** Widths a drawing can have, in CSS pixels. */
const narrowest = 240;
const widest = 1200;
/** What a drawing takes when its element has no width yet, inside a closed tab for example. */
const usual = 600;
/** Steps keep a slow resize from drawing at every pixel; a picture is stretched by the rest. */
const step = 8;
/** The lines of its frame, left and right. */
const lines = 2;
/** A scroll bar at most. */
const bar = 24;

const pictureWidth = (box: number): number =>
  box <= lines ? usual : Math.min(widest, Math.max(narrowest, Math.floor((box - lines) / step) * step));

/**
 * Follows the width of a box whose height never changes, so that a picture drawn at once, before the page is painted, does not change
 * the box that is being reported. A picture that grows may bring the page's scroll bar and so shrink again: a width that comes back within
 * the size of a scroll bar is not taken twice, or the two would alternate for ever.
 */
export class Width {
  value = 0;
  #before = 0;
  #box: Element | undefined;
  readonly #observer: ResizeObserver;

  constructor(changed: () => void) {
    this.#observer = new ResizeObserver((entries) => {
      const width = pictureWidth(entries.at(-1)?.contentRect.width ?? 0);
      const returns = width === this.#before && width > this.value && width - this.value <= bar;
      if (width === this.value || returns) return;
      this.#before = this.value;
      this.value = width;
      changed();
    });
  }

  /** A width to begin with, until there is a box to follow. */
  take(box: number): number {
    return this.#box ? this.value : (this.value = pictureWidth(box));
  }

  observe(box: Element | null | undefined): void {
    if (box === this.#box) return;
    this.#observer.disconnect();
    this.#box = box ?? undefined;
    if (box) this.#observer.observe(box);
  }
}
