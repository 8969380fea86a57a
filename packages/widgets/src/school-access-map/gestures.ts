import type { Spot } from "./view.js";

/** What a reader's hand does with a map. Spots are CSS pixels from the surface's top left corner. */
export interface Hand {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: Spot): void;
  /** Pointing at a spot without pressing; `undefined` when the pointer left. */
  hover(at: Spot | undefined, target: Element | undefined): void;
  /** A click or tap. Returns whether it was for something of the map's own, so that nothing under it is clicked. */
  pick(at: Spot, target: Element | undefined): boolean;
  /** The wheel was turned on a map nobody has taken hold of yet: the page scrolls, the map says how to zoom. */
  refused(): void;
  /** The map was taken hold of, or let go. */
  held(held: boolean): void;
}

/** A press that moved less than this is a pick. */
const still = 5;

/**
 * Drag, pinch and wheel on a surface. Until a reader clicks or taps it, the wheel scrolls the page and one finger does too; ctrl
 * with the wheel and two fingers always mean the map. A press elsewhere, or Escape, lets it go. Returns the function that stops it.
 */
export function follow(surface: HTMLElement, hand: Hand): () => void {
  const pressed = new Map<number, Spot>();
  const page = surface.ownerDocument;
  const stop = new AbortController();
  let travelled = 0;
  let fingers = 0;
  let held = false;
  let taken = false;

  const hold = (next: boolean) => {
    if (held !== next) hand.held((held = next));
  };
  const spot = (event: MouseEvent): Spot => {
    const { left, top } = surface.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const target = (event: Event) => {
    const [first] = event.composedPath();
    return first instanceof Element ? first : undefined;
  };
  const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void, passive = true) =>
    surface.addEventListener(name, act, { signal: stop.signal, passive });

  on("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    pressed.set(event.pointerId, spot(event));
    if (pressed.size === 1) [travelled, taken] = [0, false];
    fingers = Math.max(fingers, pressed.size);
    if (pressed.size > 1) hold(true);
  });
  on("pointermove", (event) => {
    const before = pressed.get(event.pointerId);
    const now = spot(event);
    if (!before) {
      if (event.pointerType !== "touch") hand.hover(now, target(event));
      return;
    }
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    if (travelled === 0 && Math.hypot(dx, dy) < still && pressed.size === 1) return;
    // What was kept from before may be over by now.
    if (travelled === 0 && event.isTrusted) surface.setPointerCapture(event.pointerId);
    travelled += Math.hypot(dx, dy);
    pressed.set(event.pointerId, now);
    if (pressed.size === 1) return hand.pan(dx, dy);
    const other = [...pressed].find(([id]) => id !== event.pointerId)![1];
    const span = (at: Spot) => Math.max(1, Math.hypot(at[0] - other[0], at[1] - other[1]));
    hand.pan(dx / 2, dy / 2);
    hand.zoom(span(now) / span(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  });
  const release = (event: PointerEvent) => {
    const known = pressed.delete(event.pointerId);
    if (pressed.size > 0) return;
    const picks = known && event.type === "pointerup" && travelled === 0 && fingers === 1;
    fingers = 0;
    if (!picks) return;
    hold(true);
    taken = hand.pick(spot(event), target(event));
  };
  on("pointerup", release);
  on("pointercancel", release);
  // A click that a program makes, as screen readers do, has no number of presses.
  on("click", (event) => {
    if (event.detail > 0 && (taken || travelled > 0)) event.stopPropagation();
  });
  on("pointerleave", (event) => {
    if (!pressed.has(event.pointerId)) hand.hover(undefined, undefined);
  });
  on(
    "wheel",
    (event) => {
      if (!held && !event.ctrlKey) return hand.refused();
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
      const turned = Math.max(-200, Math.min(200, event.deltaY * lines));
      hand.zoom(Math.exp(turned * (event.ctrlKey ? -0.01 : -0.002)), spot(event));
    },
    false,
  );
  on("keydown", (event) => {
    if (event.key === "Escape") hold(false);
  });
  page.addEventListener("pointerdown", (event) => !event.composedPath().includes(surface) && hold(false), { signal: stop.signal });
  return () => stop.abort();
}
