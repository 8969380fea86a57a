import type { TrendDocument } from "@vitrine/contract";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { textWidth, type Face } from "../core/measure.js";
import { shorten } from "../core/shorten.js";
import { round } from "../core/root.js";
import { drawLine, mirrorBox, mirrorLine, type Line } from "../core/text.js";
import { when } from "./days.js";
import { drawSign } from "./draw.js";
import { linesOf, valueText } from "./figures.js";
import { placeKey, placeLabels, saysOf } from "./labels.js";
import type { TrendPlaces } from "./places.js";
import { isPanelled, styled } from "./style.js";
import type { PlacedLine } from "./plot.js";

const strong: Face = { size: 12, weight: "semibold" };

const pointOf = (line: PlacedLine, at: number) => {
  for (const run of line.runs) {
    const first = run[0]!.at;
    if (at >= first && at < first + run.length) return run[at - first];
  }
  return undefined;
};

/**
 * What lies over the drawing while a reader points at one time: a line, a dot on each line, and the figures. A picture of its own, so that
 * moving it draws nothing else again.
 */
export function drawReadout(document: TrendDocument, frame: Frame, places: TrendPlaces, at: number): TemplateResult {
  const { theme } = frame;
  const dots = places.plots.map(({ plot }) => {
    const x = round(plot.xs[at]!);
    return svg`<path d=${`M${x},${round(plot.y - 4)}V${round(plot.y + plot.height)}`} stroke=${theme.ink}></path>
      ${plot.lines.map((line) => {
        const point = line.thin ? undefined : pointOf(line, at);
        if (!point) return nothing;
        return [...new Set([point.low, point.high])].map(
          (y) => svg`<circle cx=${x} cy=${round(y)} r="4" fill=${theme[line.token]} stroke=${theme.paper} stroke-width="1.5"></circle>`,
        );
      })}`;
  });
  const told = isPanelled(document) ? drawPanelTexts : places.key.length > 0 ? drawKeyTexts : drawLabelTexts;
  return html`<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width=${places.width} height=${places.height} viewBox=${`0 0 ${places.width} ${places.height}`} direction="ltr" font-family=${frame.font.family ?? nothing}>${dots}${told(document, frame, places, at)}</svg>`;
}

const paper = (frame: Frame, x: number, y: number, width: number, height: number): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${frame.theme.paper}></rect>`;

/** The time, in place of the labels under a plot. */
function drawTime(document: TrendDocument, frame: Frame, { plots, width }: TrendPlaces, at: number): SVGTemplateResult[] {
  const text = when(document, at, frame.say);
  return plots.map(({ plot }) => {
    const fits = shorten(text, Math.min(width - 8, Math.max(plot.width + 40, 150)), strong, frame.font);
    const wide = textWidth(fits, strong, frame.font);
    const x = Math.min(Math.max(plot.xs[at]!, wide / 2 + 4), width - wide / 2 - 4);
    return svg`${paper(frame, x - wide / 2 - 4, plot.bottom - 16, wide + 8, 18)}${drawLine({ ...strong, text: fits, x, y: plot.bottom - 4, anchor: "middle" }, frame)}`;
  });
}

/** The labels at the ends of the lines say the figures of the time pointed at. */
function drawLabelTexts(document: TrendDocument, frame: Frame, places: TrendPlaces, at: number): SVGTemplateResult {
  const says = styled(document).map((line) => saysOf(document, line, frame, at));
  const box = places.rightToLeft ? mirrorBox(places.labelBox, places.width) : places.labelBox;
  const column = { left: box.x, width: box.width, top: box.y, bottom: box.y + box.height };
  const labels = placeLabels(says, places.plots[0]!.plot.lines, column, frame);
  const turn = (line: Line) => (places.rightToLeft ? mirrorLine(line, places.width) : line);
  const { x, y, width } = places.labelBox;
  const bottom = Math.max(y + box.height, ...labels.flatMap(({ lines }) => lines.map((line) => line.y + 4)));
  return svg`${paper(frame, x - 2, y - 4, width + 4, bottom - y + 4)}${labels.flatMap(({ lines }) => lines.map((line) => drawLine(turn(line), frame)))}${drawTime(document, frame, places, at)}`;
}

/** The key says the figures of the time pointed at. */
function drawKeyTexts(document: TrendDocument, frame: Frame, places: TrendPlaces, at: number): SVGTemplateResult {
  const lines = styled(document);
  const { keyBox } = places;
  const says = lines.map((line) => ({ ...saysOf(document, line, frame, at), key: line.key }));
  const { entries, bottom } = placeKey(says, frame, { left: keyBox.x, top: keyBox.y, width: keyBox.width });
  const turn = (line: Line) => (places.rightToLeft ? mirrorLine(line, places.width) : line);
  return svg`${paper(frame, keyBox.x - 2, keyBox.y, keyBox.width + 4, Math.max(keyBox.height, bottom - keyBox.y) + 2)}${entries.map(
    ({ sign, lines: texts }, row) =>
      svg`${drawSign({ ...sign, x: places.rightToLeft ? places.width - sign.x : sign.x, sign: lines[row]!.sign }, frame.theme[lines[row]!.token])}${texts.map((line) => drawLine(turn(line), frame))}`,
  )}${drawTime(document, frame, places, at)}`;
}

/** In every panel its own figure, beside the line. */
function drawPanelTexts(document: TrendDocument, frame: Frame, places: TrendPlaces, at: number): SVGTemplateResult {
  const { measure } = document;
  const lines = new Map(linesOf(document).map((line) => [line.key, line]));
  return svg`${places.plots.map(({ plot }) => {
    const own = plot.lines.find(({ thin }) => !thin)!;
    const text = shorten(valueText(lines.get(own.key)!, measure, at, frame.say), plot.width - 8, strong, frame.font);
    const wide = textWidth(text, strong, frame.font);
    const x = plot.xs[at]!;
    const left = x + 6 + wide <= plot.x + plot.width ? x + 6 : Math.max(plot.x, x - 6 - wide);
    const point = pointOf(own, at);
    const y = Math.max(plot.y + 12, (point ? Math.min(point.low, point.high) : plot.y + plot.height) - 6);
    return svg`${paper(frame, left - 2, y - 11, wide + 4, 15)}${drawLine({ ...strong, text, x: left, y }, frame)}`;
  })}${drawTime(document, frame, places, at)}`;
}
