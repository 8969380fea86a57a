import { composition as kind, type CompositionDocument } from "@vitrine/contract";
import { nothing, svg, type TemplateResult } from "lit";
import { drawBar, drawTag, rect } from "../bars/bar.js";
import { absentPatterns } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import type { Picture } from "../core/picture.js";
import { figure, mark } from "../core/root.js";
import { drawLine, drawTerm, type Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { describeGroup, summariseComposition, tabulateComposition, type Side } from "./describe.js";
import { placeComposition, type PlacedGroup } from "./place.js";

const colours: Record<Side, Token> = { subject: "blue", comparison: "wine" };

/** Shares of the students beside the shares of those they are compared with, group by group, and the difference in words. */
export function drawComposition(document: CompositionDocument, frame: Frame): TemplateResult {
  const places = placeComposition(document, frame);
  const line = (it: Line) => drawLine(it, frame);
  return figure(frame, {
    height: places.height,
    label: document.title,
    description: summariseComposition(document, frame.say),
    content: svg`${absentPatterns(frame)}
      ${drawTerm("denominator", places.term, frame)}
      ${places.tag ? drawTag(places.tag, frame) : nothing}
      <g aria-hidden="true">${places.legend.map(
        ({ look, swatch, lines }) => svg`${rect(swatch, frame.theme[colours[look]])}${lines.map(line)}`,
      )}${places.scale.map(line)}</g>
      ${places.breakdowns.map(
        ({ heading, groups }, at) =>
          svg`${heading.map(line)}${groups.map((group, row) =>
            mark(
              frame,
              group.key,
              describeGroup(document.breakdowns[at]!.groups[row]!, document, frame.say),
              drawBars(group, frame),
              group.lines.map(line),
            ),
          )}`,
      )}`,
  });
}

/** The part that was not reported is grey on both sides: it is nobody's group. */
const drawBars = ({ bars }: PlacedGroup, frame: Frame) =>
  bars.map(({ side, unreported, bar }) => drawBar(bar, unreported ? "quiet" : colours[side], frame));

/** Who the students are: `cs-diversity-chart`. */
export const diversity: Picture<CompositionDocument> = {
  kind,
  draw: drawComposition,
  summarise: summariseComposition,
  tabulate: tabulateComposition,
};
