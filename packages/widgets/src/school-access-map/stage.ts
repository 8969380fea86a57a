import {
  drawEmphasis,
  drawLand,
  drawLegend,
  figure,
  placeLegend,
  summariseMap,
  type Frame,
  type PlacedMap,
  type Say,
} from "@vitrine/drawing";
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Scene } from "./scene.js";
import type { View } from "./home.js";

/** What a card on the map tells of: a school, several that stand together, or an area without a list of schools. */
export type Subject = { school: number } | { group: readonly number[] } | { area: number };

/**
 * The map: land from the drawing, a canvas for schools and a layer for what is pointed at, the card over it, the legend under it.
 * Reading order and arrow keys: areas are marks of the drawing, schools are one stop, the canvas.
 */
export function drawStage(
  { document, clusters }: Scene,
  { say }: Frame,
  { held, key, card }: { held: boolean | undefined; key: (event: KeyboardEvent) => void; card: unknown },
): TemplateResult {
  const { mapControls } = say.words;
  return html`<div class="stage">
      <div class=${held ? "surface held" : "surface"} @keydown=${key}>
        <div class="ground"></div>
        ${clusters ? html`<canvas tabindex="0" role="application" aria-label=${mapControls.map(document.scope.name)} aria-describedby="map-keys"></canvas>` : nothing}
        <div class="over"></div>
        <p class="wheel" hidden>${mapControls.wheel}</p>
      </div>
      ${card}
    </div>
    <div class="legend-box"></div>
    <p id="map-keys" hidden>${clusters ? mapControls.keysPoints : mapControls.keysAreas}</p>`;
}

const moved = (scene: Scene, view: View): PlacedMap => ({
  ...scene.placed,
  transform: scene.transform(view),
  ...(scene.clusters && { clusters: scene.clusters }),
});

/** The land. @param labelled with what is printed on it @param most so many of its areas */
export function drawGround(scene: Scene, view: View, frame: Frame, labelled: boolean, most: number): TemplateResult {
  const { width, height } = scene.size;
  const clip = `${frame.id}-map`;
  return figure(frame, {
    height,
    label: scene.document.title,
    description: summariseMap(scene.document, frame.say),
    content: svg`<clipPath id=${clip}><rect width=${width} height=${height}></rect></clipPath><g clip-path=${`url(#${clip})`}><g class="land">${drawLand(moved(scene, view), frame, labelled, most)}<g class="pointed"></g></g></g>`,
  });
}

/** What stands out of the land, apart from it: pointing draws nothing else anew. */
export const drawPointed = (scene: Scene, view: View, frame: Frame): unknown => drawEmphasis(moved(scene, view), frame);

/** The legend, or the room for it. */
export function drawLegendOf(scene: Scene, view: View, frame: Frame, filled: boolean): TemplateResult {
  const { width } = scene.size;
  const legend = placeLegend(scene.document, moved(scene, view), frame, scene.shown);
  return html`<svg class="legend" width=${width} height=${legend.height} viewBox=${`0 0 ${width} ${legend.height}`} role="group" aria-label=${frame.say.words.mapControls.legend} direction="ltr">${filled ? drawLegend(legend, { ...frame, id: `${frame.id}-legend` }) : nothing}</svg>`;
}

/** Buttons of 44 pixels at the upper end of the map. */
export function drawControls(
  zoom: (to: "in" | "out" | "whole") => void,
  fill: () => void,
  { in: atMost, out: atLeast }: { in: boolean; out: boolean },
  { words }: Say,
): TemplateResult {
  const { mapControls } = words;
  const button = (label: string, act: () => void, path: string, off: boolean) =>
    html`<button type="button" aria-label=${label} title=${label} aria-disabled=${off ? "true" : "false"} @click=${() => !off && act()}><svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg></button>`;
  return html`<div class="zoom" role="group" part="zoom">
    ${button(mapControls.in, () => zoom("in"), "M10 4v12M4 10h12", atMost)}${button(mapControls.out, () => zoom("out"), "M4 10h12", atLeast)}${button(mapControls.whole, () => zoom("whole"), "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5", atLeast)}${document.fullscreenEnabled ? button(mapControls.full, fill, "M3 4h14v12H3zM7 8h6v4H7z", false) : nothing}
  </div>`;
}
