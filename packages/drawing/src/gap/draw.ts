import { gap as kind, type GapDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { drawBar, drawTag } from "../bars/bar.js";
import { absentPatterns } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import type { Picture } from "../core/picture.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, drawTerm, type Box, type Line } from "../core/text.js";
import { describeValue, distanceText, endsOf, summariseGap, tabulateGap } from "./describe.js";
import { placeGap, type PlacedDistance, type PlacedValue } from "./place.js";

/** Context beside outcome, group by group, and under them the distance between two of them as a line with its number. */
export function drawGap(document: GapDocument, frame: Frame): TemplateResult {
  const places = placeGap(document, frame);
  const { say } = frame;
  const line = (it: Line) => drawLine(it, frame);
  const both = endsOf(document);
  const value = ({ key, panel, group, lines, bar }: PlacedValue) =>
    mark(
      frame,
      key,
      describeValue(document.groups[group]!, panel, document, say),
      // The context is no finding: it has no colour of its own.
      bar ? drawBar(bar, panel === "outcome" ? "blue" : "quiet", frame) : nothing,
      lines.map(line),
    );
  const words = say.words.gap;
  const distance = both ? `${words.between(both[0].name, both[1].name)}: ${distanceText(document, say).text}` : "";
  return figure(frame, {
    height: places.height,
    label: document.title,
    description: summariseGap(document, say),
    content: svg`${absentPatterns(frame)}
      ${drawTerm("definition", places.term, frame)}
      ${places.tag ? drawTag(places.tag, frame) : nothing}
      ${places.compared.map(line)}
      ${places.headings.map(line)}
      ${places.distance ? drawGuides(places.distance, frame) : nothing}
      ${places.values.map(value)}
      ${both ? mark(frame, "distance", distance, places.distance ? drawDistance(places.distance, frame) : nothing, places.distanceLines.map(line)) : nothing}`,
  });
}

/** From the ends of both bars down to the line of the distance; behind everything else. */
const drawGuides = ({ guides }: PlacedDistance, frame: Frame): SVGTemplateResult =>
  svg`<g aria-hidden="true">${guides.map(
    ({ x, y, height }) =>
      svg`<path d=${`M${round(x)},${round(y)}V${round(y + height)}`} stroke=${frame.theme.quiet} stroke-dasharray="2 3"></path>`,
  )}</g>`;

/** What is certainly between them as a full line with ends, what may be more as a pale one. */
function drawDistance({ sure, most }: PlacedDistance, frame: Frame): SVGTemplateResult {
  const { ink } = frame.theme;
  const y = round(sure.y);
  const along = ({ x, width }: Box) => `M${round(x)},${y}H${round(x + width)}`;
  const pale =
    most.width > sure.width + 0.1 ? svg`<path d=${along(most)} stroke=${ink} stroke-width="6" stroke-opacity="0.25"></path>` : nothing;
  const ends = [sure.x, sure.x + sure.width].map((x) => `M${round(x)},${round(sure.y - 5)}v10`).join("");
  return svg`${pale}<path d=${`${along(sure)}${ends}`} stroke=${ink} stroke-width="2" fill="none"></path>`;
}

/** How far apart groups are: `cs-gap-chart`. */
export const gapPicture: Picture<GapDocument> = { kind, draw: drawGap, summarise: summariseGap, tabulate: tabulateGap };
