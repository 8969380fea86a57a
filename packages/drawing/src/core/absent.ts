import type { Absence } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult } from "lit";
import type { Frame } from "./frame.js";
import { round } from "./root.js";
import type { Box } from "./text.js";

/** An outline to be filled by a look: path data, and where its middle is. */
export interface Shape {
  d: string;
  x: number;
  y: number;
}

/** Path data of a box, drawn half a pixel inside so that an outline stays within it. */
export function boxShape({ x, y, width, height }: Box): Shape {
  const [left, top, wide, high] = [x + 0.5, y + 0.5, Math.max(width - 1, 0), Math.max(height - 1, 0)].map(round);
  return { d: `M${left},${top}h${wide}v${high}h${-wide!}z`, x: round(x + width / 2), y: round(y + height / 2) };
}

const patternId = (frame: Frame, absence: Absence) => `${frame.id}-${absence}`;

/** The patterns that `drawAbsent` refers to; once in every drawing that uses it. */
export const absentPatterns = (frame: Frame): SVGTemplateResult => svg`<defs>
  <pattern id=${patternId(frame, "withheld")} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="5" fill=${frame.theme.quiet}></rect></pattern>
  <pattern id=${patternId(frame, "not-covered")} width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="0.9" fill=${frame.theme.quiet}></circle></pattern>
</defs>`;

/**
 * The look of each absence on a shape that has no measured length of its own (visual language, "Absence"): withheld is hatched,
 * not reported is a hollow outline, not covered is dotted, not applicable is an en dash, unknown is an outline with "?".
 */
export function drawAbsent(frame: Frame, absence: Absence, { d, x, y }: Shape): SVGTemplateResult {
  const { quiet, ink, paper } = frame.theme;
  if (absence === "not-applicable") return svg`<path d=${`M${x - 4},${y}h8`} stroke=${quiet} stroke-width="1.5"></path>`;
  const fill = absence === "withheld" || absence === "not-covered" ? `url(#${patternId(frame, absence)})` : "none";
  // Dots carry no outline: nothing was collected, so there is no edge to show.
  const outline = svg`<path d=${d} fill=${fill} stroke=${absence === "not-covered" ? nothing : quiet} stroke-dasharray=${absence === "unknown" ? "3 2" : nothing}></path>`;
  if (absence !== "unknown") return outline;
  return svg`${outline}<text x=${x} y=${y + 4} font-size="12" font-weight="600" text-anchor="middle" fill=${ink} stroke=${paper} stroke-width="4" stroke-linejoin="round" paint-order="stroke">?</text>`;
}
