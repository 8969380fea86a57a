/** Zoom and shift of a picture, in its own CSS pixels: a place `p` of the picture stands at `k * p + (x, y)`. */
export interface View {
  k: number;
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}
export type Spot = readonly [x: number, y: number];

/** The whole picture. */
export const home: View = { k: 1, x: 0, y: 0 };
/** At 400 a school street fills the map of a state; nearer there is nothing to see. */
export const nearest = 400;
