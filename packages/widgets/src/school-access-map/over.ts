import type { Say } from "@vitrine/drawing";
import { html, nothing, render, type TemplateResult } from "lit";
import type { Scene } from "./scene.js";
import { sayMark } from "./stage.js";
import type { Size, Spot, View } from "./view.js";

/** What a reader points at and what is chosen, as points; or an area under the pointer. */
export interface Pointed {
  hover: number | undefined;
  chosen: number | undefined;
  /** Whether the chosen point is named beside it: not while its card is open. */
  named: boolean;
  area: { label: string; at: Spot } | undefined;
}

/** Rings around what is pointed at and what is chosen, and the name of what is pointed at. Drawn apart, so that pointing costs nothing else. */
function drawOver(
  scene: Scene,
  view: View,
  over: { hover: number | undefined; chosen: number | undefined; label: string | undefined },
): TemplateResult {
  const { width, height } = scene.size;
  const { hover, chosen, label } = over;
  const ring = (mark: number | undefined, name: string) => {
    if (mark === undefined) return nothing;
    const [x, y] = scene.spotOf(mark, view);
    const r = scene.clusters!.radius[mark]! + 3;
    return html`<svg class="ring" width=${width} height=${height} aria-hidden="true"><circle class="halo" cx=${x} cy=${y} r=${r}></circle><circle class=${name} cx=${x} cy=${y} r=${r}></circle></svg>`;
  };
  return html`${ring(hover === chosen ? undefined : hover, "hover")}${ring(chosen, "chosen")}${label ? html`<div class="tip" dir="auto" aria-hidden="true">${label}</div>` : nothing}`;
}

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
  const markOf = (point: number | undefined) => (point === undefined ? undefined : scene.markOf(point));
  const rings = { hover: markOf(hover), chosen: markOf(chosen) };
  const at = rings.hover ?? (named ? rings.chosen : undefined);
  render(drawOver(scene, view, { ...rings, label: at === undefined ? area?.label : sayMark(scene, at, say) }), over);
  const tip = over.querySelector<HTMLElement>(".tip");
  const spot = at === undefined ? area?.at : scene.spotOf(at, view);
  if (!tip || !spot) return;
  // By script, not by a style attribute: a strict page forbids the attribute only.
  tip.style.transform = tipPlace(spot, scene.size);
}
