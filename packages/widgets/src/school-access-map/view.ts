import { nearest, type Size, type Spot, type View } from "./home.js";

export { home, nearest, type Size, type Spot, type View } from "./home.js";

const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** The nearest allowed view: never smaller than the picture, never past its edge. */
export function limit(view: View, { width, height }: Size): View {
  const k = within(1, view.k, nearest);
  return { k, x: within(width * (1 - k), view.x, 0), y: within(height * (1 - k), view.y, 0) };
}

/** Zooms by `factor` and keeps what is under `spot` there, as far as the edge allows. */
export function zoomAt(view: View, factor: number, [x, y]: Spot, size: Size): View {
  const k = within(1, view.k * factor, nearest);
  const grown = k / view.k;
  return limit({ k, x: x - (x - view.x) * grown, y: y - (y - view.y) * grown }, size);
}

export const panBy = (view: View, dx: number, dy: number, size: Size): View => limit({ ...view, x: view.x + dx, y: view.y + dy }, size);

/** The view with this place of the picture in the middle. */
export const centreOn = ([x, y]: Spot, k: number, size: Size): View => {
  const near = within(1, k, nearest);
  return limit({ k: near, x: size.width / 2 - near * x, y: size.height / 2 - near * y }, size);
};

/** The view that shows a box of the picture with a margin of an eighth, at most `most` times enlarged. */
export function fitTo([left, top, right, bottom]: readonly [number, number, number, number], size: Size, most = nearest): View {
  const k = Math.min(most, 0.875 * Math.min(size.width / Math.max(right - left, 1e-6), size.height / Math.max(bottom - top, 1e-6)));
  return centreOn([(left + right) / 2, (top + bottom) / 2], k, size);
}

/** A step of a flight, `t` from 0 to 1: the middle moves evenly, the enlargement by equal factors. */
export function between(from: View, to: View, t: number, size: Size): View {
  const k = from.k * (to.k / from.k) ** t;
  const middle = (view: View, side: "x" | "y", length: number) => (length / 2 - view[side]) / view.k;
  const mix = (a: number, b: number) => a + (b - a) * t;
  return centreOn(
    [mix(middle(from, "x", size.width), middle(to, "x", size.width)), mix(middle(from, "y", size.height), middle(to, "y", size.height))],
    k,
    size,
  );
}

/** The same part of a picture in a picture of another size. */
export function resized(view: View, from: Size, to: Size): View {
  const middle: Spot = [(from.width / 2 - view.x) / view.k / from.width, (from.height / 2 - view.y) / view.k / from.height];
  return centreOn([middle[0] * to.width, middle[1] * to.height], view.k, to);
}

/** What leads from one view to another: what was drawn in the first stands right in the second. */
export function since(before: View, now: View): View {
  const k = now.k / before.k;
  return { k, x: now.x - k * before.x, y: now.y - k * before.y };
}

export const toScreen = (view: View, [x, y]: Spot): Spot => [view.k * x + view.x, view.k * y + view.y];
export const toPicture = (view: View, [x, y]: Spot): Spot => [(x - view.x) / view.k, (y - view.y) / view.k];
