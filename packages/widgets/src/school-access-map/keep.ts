/**
 * Keeps what a hand does on a surface until there is something that follows it.
 * @param near there is a hand @returns stops that, and does it all again
 */
export function keep(surface: HTMLElement, near: () => void): () => void {
  const kept: Event[] = [];
  const targets: EventTarget[] = [];
  const stop = new AbortController();
  const hold = (event: Event) => {
    near();
    // A page would be enlarged.
    if (event instanceof WheelEvent && event.ctrlKey) event.preventDefault();
    // Of a way that was gone only its end matters.
    const at = event.type === "pointermove" && kept.at(-1)?.type === event.type ? kept.length - 1 : kept.length;
    kept[at] = event;
    targets[at] = event.composedPath()[0]!;
  };
  for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave", "wheel"])
    surface.addEventListener(name, hold, { signal: stop.signal, passive: false });
  return () => {
    stop.abort();
    kept.forEach((event, at) => targets[at]!.dispatchEvent(new (event.constructor as typeof Event)(event.type, event)));
  };
}
