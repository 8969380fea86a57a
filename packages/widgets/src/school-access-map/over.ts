import type { Say } from "@vitrine/drawing";
import { html, nothing, render, type TemplateResult } from "lit";
import type { Scene } from "./scene.js";
import { sayMark } from "./say-mark.js";
import type { Size, Spot, View } from "./view.js";
import { markOf, spotOf } from "./where.js";

/** What a reader points at and what is chosen, as points; or an area under the pointer. */
export interface Pointed {
  hover: number | undefined;
  chosen: number | undefined;
  /** Whether the chosen point is named beside it: not while its card is open. */
  named: boolean;
  area: { label: string; at: Spot } | undefined;
}

/** Rings around what is pointed at and what is chosen, and the name of what is pointed at. Drawn apart, so that pointing costs nothing else. */
const drawOver = (hover: unknown, chosen: unknown, label: string | undefined): TemplateResult =>
  html`${hover === undefined ? nothing : drawRing("hover")}${chosen === undefined ? nothing : drawRing("chosen")}${label ? html`<div class="tip" dir="auto" aria-hidden="true">${label}</div>` : nothing}`;

/** A box, and no drawing: an attribute of one costs as much as all else about pointing. */
const drawRing = (name: string) => html`<div class="ring"><i class=${name}></i></div>`;

/** How far a ring stands out from the mark it is about. */
const apart = 3;

/** From this far under the upper edge on there is room for a tip above what it names. */
const room = 100;

/** Where a tip stands: above what it names, or under it, and within the map. Its own size is left to the browser: to ask for it costs a layout. */
function tipPlace([x, y]: Spot, { width, height }: Size): string {
  const left = `max(4px, min(${Math.round(x)}px - 50%, ${width - 4}px - 100%))`;
  const top = y < room ? `min(${Math.round(y) + 20}px, ${height - 4}px - 100%)` : `${Math.round(y) - 16}px - 100%`;
  return `translate(${left}, max(4px, ${top}))`;
}

/** Draws what is pointed at in its own layer, so that pointing costs nothing else. */
export function point(root: ParentNode, scene: Scene, view: View, say: Say, { hover, chosen, named, area }: Pointed): void {
  const over = root.querySelector<HTMLElement>(".over");
  if (!over) return;
  const markAt = (point: number | undefined) => (point === undefined ? undefined : markOf(scene, point));
  const picked = markAt(chosen);
  const under = markAt(hover);
  const pointed = under === picked ? undefined : under;
  const at = under ?? (named ? picked : undefined);
  render(drawOver(pointed, picked, at === undefined ? area?.label : sayMark(scene, at, say)), over);
  for (const [name, mark] of [
    ["hover", pointed],
    ["chosen", picked],
  ] as const) {
    if (mark === undefined) continue;
    const { style } = over.querySelector<HTMLElement>(`.${name}`)!;
    const [x, y] = spotOf(scene, mark, view);
    style.setProperty("--r", `${scene.clusters!.radius[mark]! + apart}px`);
    style.transform = `translate(${x}px, ${y}px)`;
  }
  const tip = over.querySelector<HTMLElement>(".tip");
  const spot = at === undefined ? area?.at : spotOf(scene, at, view);
  if (!tip || !spot) return;
  // By script, not by a style attribute: a strict page forbids the attribute only.
  tip.style.transform = tipPlace(spot, scene.size);
}
