import { accessStatuses } from "@vitrine/contract";
import {
  drawLand,
  drawLegend,
  figure,
  groupLabel,
  placeLegend,
  schoolLabel,
  summariseMap,
  type Frame,
  type PlacedMap,
  type Say,
} from "@vitrine/drawing";
import { html, nothing, svg, type TemplateResult } from "lit";
import { sayArea } from "../school-list/areas.js";
import { drawCard } from "../school-list/card.js";
import { page } from "../school-list/draw.js";
import { statusMark } from "../school-list/mark.js";
import type { SchoolModel } from "../school-list/model.js";
import type { Scene } from "./scene.js";
import type { Size, Spot, View } from "./view.js";

/** What a card on the map tells of: a school, several that stand together, or an area without a list of schools. */
export type Subject = { school: number } | { group: readonly number[] } | { area: number };

/** The name of a mark and its status, or its number of schools by status. */
export function sayMark({ document, clusters, points }: Scene, mark: number, say: Say): string {
  const { size, first, tally } = clusters!;
  if (size[mark] === 1) return schoolLabel(document, points.row[first[mark]!]!, say);
  return groupLabel(Array.from(tally.subarray(mark * accessStatuses.length, (mark + 1) * accessStatuses.length)), say);
}

/**
 * The map: land from the drawing, a canvas for schools and a layer for what is pointed at, the card over it, the legend under it.
 * Reading order and arrow keys: areas are marks of the drawing, schools are one stop, the canvas.
 */
export function drawStage(
  { document, clusters }: Scene,
  { say }: Frame,
  { held, key, card }: { held: boolean; key: (event: KeyboardEvent) => void; card: unknown },
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

/** The land. @param labelled with what is printed on it */
export function drawGround(scene: Scene, view: View, frame: Frame, labelled: boolean): TemplateResult {
  const { width, height } = scene.size;
  const clip = `${frame.id}-map`;
  return figure(frame, {
    height,
    label: scene.document.title,
    description: summariseMap(scene.document, frame.say),
    content: svg`<clipPath id=${clip}><rect width=${width} height=${height}></rect></clipPath><g clip-path=${`url(#${clip})`}><g class="land">${drawLand(moved(scene, view), frame, labelled)}</g></g>`,
  });
}

/** The legend, or the room for it. */
export function drawLegendOf(scene: Scene, view: View, frame: Frame, filled: boolean): TemplateResult {
  const { width } = scene.size;
  const legend = placeLegend(scene.document, moved(scene, view), frame, scene.shown);
  return html`<svg class="legend" width=${width} height=${legend.height} viewBox=${`0 0 ${width} ${legend.height}`} role="group" aria-label=${frame.say.words.mapControls.legend} direction="ltr">${filled ? drawLegend(legend, { ...frame, id: `${frame.id}-legend` }) : nothing}</svg>`;
}

/** Buttons of 44 pixels at the upper end of the map. */
export function drawControls(
  acts: Record<"in" | "out" | "whole" | "full", () => void>,
  { in: atMost, out: atLeast }: { in: boolean; out: boolean },
  { words }: Say,
): TemplateResult {
  const { mapControls } = words;
  const button = (label: string, act: () => void, path: string, off: boolean) =>
    html`<button type="button" aria-label=${label} title=${label} aria-disabled=${off ? "true" : "false"} @click=${() => !off && act()}><svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg></button>`;
  return html`<div class="zoom" role="group" part="zoom">
    ${button(mapControls.in, acts.in, "M10 4v12M4 10h12", atMost)}${button(mapControls.out, acts.out, "M4 10h12", atLeast)}${button(mapControls.whole, acts.whole, "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5", atLeast)}${document.fullscreenEnabled ? button(mapControls.full, acts.full, "M3 4h14v12H3zM7 8h6v4H7z", false) : nothing}
  </div>`;
}

/** Rings around what is pointed at and what is chosen, and the name of what is pointed at. Drawn apart, so that pointing costs nothing else. */
export function drawOver(
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

/** Where a tip stands: above what it names, within the map. */
export function tipPlace([x, y]: Spot, map: Size, tip: Size): Spot {
  const left = Math.max(4, Math.min(x - tip.width / 2, map.width - tip.width - 4));
  const above = y - tip.height - 16;
  return [Math.round(left), Math.round(above >= 4 ? above : Math.min(y + 20, map.height - tip.height - 4))];
}

export interface CardActs {
  close: () => void;
  /** One school of several. */
  school: (row: number) => void;
}

/** The card of a place. */
export function drawPlace(scene: Scene, model: SchoolModel, subject: Subject, acts: CardActs, say: Say): TemplateResult {
  const { list, mapControls } = say.words;
  const { document, points } = scene;
  const name =
    "school" in subject
      ? model.schools!.name[subject.school]!
      : "area" in subject
        ? document.areas.name[subject.area]!
        : mapControls[scene.together(subject.group) ? "together" : "cluster"](say.number(subject.group.length));
  const content = () => {
    if ("school" in subject) return drawCard(model, subject.school, { say, located: points.fault[subject.school] === 0 });
    if ("area" in subject)
      return html`<div class="card"><p><strong>${sayArea(document, subject.area, say)}</strong> ${list.columns.offers}</p><p>${mapControls.noFile(name)}</p></div>`;
    const rows = Array.from(subject.group.slice(0, page), (point) => points.row[point]!);
    return html`<ul class="members">${rows.map(
      (row) =>
        html`<li>${statusMark(model.statusOf(row))} <button type="button" class="name" dir="auto" @click=${() => acts.school(row)}>${model.schools!.name[row]}<span class="unseen">, ${say.words.access.status[model.statusOf(row)]}</span></button></li>`,
    )}</ul>${subject.group.length > page ? html`<p class="quiet">${list.listed(say.number(page), say.number(subject.group.length))}</p>` : nothing}`;
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    acts.close();
  };
  return html`<section class="place" tabindex="-1" aria-label=${name} @keydown=${key}>
    <div class="place-head"><p class="place-name" dir="auto">${name}</p><button type="button" class="close" aria-label=${list.close} title=${list.close} @click=${acts.close}><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15"></path></svg></button></div>
    ${content()}
  </section>`;
}
