import { accessStatuses, type AccessDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure } from "../core/root.js";
import { drawLine, drawTerm } from "../core/text.js";
import { summariseMap, unlocatedSentence } from "./describe.js";
import { stepFill, stepInk } from "./labels.js";
import { drawLand } from "./land.js";
import { placeLegend, type Entry, type PlacedLegend } from "./legend.js";
import { drawGroup, drawPoints } from "./marks.js";
import { placeMap, type MapView } from "./place.js";
import { drawSymbol } from "./symbol.js";

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

/** The legend, from its own upper edge down. */
export function drawLegend({ heading, cells, edges, hint, entries }: PlacedLegend, frame: Frame): SVGTemplateResult {
  return svg`${absentPatterns(frame)}
    ${drawTerm("definition", heading, frame)}
    ${cells.map(
      ({ step, x, y, width, height, count }) =>
        svg`<rect x=${x} y=${y} width=${width} height=${height} fill=${frame.theme[stepFill(step)]} stroke=${frame.theme.line} stroke-width="0.5"></rect>${count ? drawLine({ ...count, tone: stepInk(step) }, frame) : nothing}`,
    )}
    ${[...edges, ...hint].map((line) => drawLine(line, frame))}
    ${entries.map((entry) => svg`${drawSwatch(entry, frame)}${entry.note ? drawTerm(entry.note, entry.lines, frame) : entry.lines.map((line) => drawLine(line, frame))}`)}`;
}

function drawSwatch({ swatch, x, y }: Entry, frame: Frame): SVGTemplateResult | typeof nothing {
  if ("school" in swatch) return drawSymbol(frame.theme, swatch.school, 4.5, x, y);
  if ("group" in swatch)
    return drawGroup(
      frame,
      accessStatuses.map((status) => (status === "offers" ? 3 : status === "does-not-offer" ? 5 : 0)),
      8,
      9,
      x,
      y,
    );
  if ("none" in swatch) return nothing;
  const box = boxShape({ x: x - 8, y: y - 7, width: 16, height: 14 });
  const partly = swatch.area === "partly-covered";
  const land = svg`<path d=${box.d} fill=${partly ? frame.theme.seq3 : frame.theme.land}></path>`;
  return svg`${swatch.area === "unknown" || swatch.area === "not-reported" ? nothing : land}${drawAbsent(frame, swatch.area === "partly-covered" ? "not-covered" : swatch.area, box)}`;
}
