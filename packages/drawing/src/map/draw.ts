import type { AccessDocument } from "@vitrine/contract";
import { svg, type TemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { figure } from "../core/root.js";
import { summariseMap, unlocatedSentence } from "./describe.js";
import { drawLegend } from "./draw-legend.js";
import { drawLand } from "./land.js";
import { placeLegend } from "./legend.js";
import { drawPoints } from "./marks.js";
import { placeMap } from "./place.js";
import type { MapView } from "./place-land.js";

/**
 * The whole map as one picture: land, points, legend. A live element draws land and legend by the same functions and paints the
 * same placed points on a canvas.
 */
export function drawMap(document: AccessDocument, frame: Frame, view: MapView = {}): TemplateResult {
  const placed = placeMap(document, frame.width, view);
  const legend = placeLegend(document, placed, frame, view.shown);
  const clip = `${frame.id}-map`;
  return figure(frame, {
    height: placed.height + legend.height,
    label: document.title,
    description: [summariseMap(document, frame.say), unlocatedSentence(placed.points, frame.say)].filter(Boolean).join(" "),
    content: svg`<clipPath id=${clip}><rect width=${placed.width} height=${placed.height}></rect></clipPath>
      <g clip-path=${`url(#${clip})`}>${drawLand(placed, frame)}${drawPoints(document, placed, frame)}</g>
      <g transform=${`translate(0 ${placed.height})`}>${drawLegend(legend, frame)}</g>`,
  });
}
