import { accessStatuses } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { drawLine, drawTerm } from "../core/text.js";
import { drawGroup } from "./group.js";
import { stepFill, stepInk } from "./labels.js";
import type { Entry, PlacedLegend } from "./legend.js";
import { drawSymbol } from "./symbol.js";

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
