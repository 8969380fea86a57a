import type { TrendDocument } from "@vitrine/contract";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { shorten, textWidth, type Face } from "../core/measure.js";
import { round } from "../core/root.js";
import { drawLine, mirrorLine, type Line } from "../core/text.js";
import { when } from "./days.js";
import { drawSign } from "./draw.js";
import { linesOf, valueText } from "./figures.js";
import { placeKey, saysOf } from "./labels.js";
import { isPanelled, styled, type TrendPlaces } from "./place.js";
import type { PlacedLine } from "./plot.js";

const face: Face = { size: 12 };
const strong: Face = { size: 12, weight: "semibold" };

/** The point in time nearest to a place in the picture, or none outside of its plots. */
export function pointNear({ plots }: TrendPlaces, x: number, y: number): number | undefined {
  const over =
    plots.find(({ plot }) => x >= plot.x - 12 && x <= plot.x + plot.width + 12 && y >= plot.y - 20 && y <= plot.bottom + 4) ??
    (plots.length === 1 ? plots[0] : undefined);
  if (!over) return undefined;
  const { xs } = over.plot;
  let best: number | undefined;
  xs.forEach((at, index) => {
    if (best === undefined || Math.abs(at - x) < Math.abs(xs[best]! - x)) best = index;
  });
  return best;
}

/** Every figure at one point in time, in words: "the week of March 16, 2020. Under 20%: 185.2 (mean of 9 districts). …" */
export function sayPoint(document: TrendDocument, at: number, frame: Frame): string {
  const { say } = frame;
  const lines = linesOf(document).map((line) => {
    const { name, value, detail } = saysOf(document, line, frame, at);
    const spoken = value === say.words.absence["not-applicable"] ? say.words.absenceSaid["not-applicable"] : value;
    return say.words.trend.at({ name, value: spoken, detail });
  });
  return [when(document, at, say), ...lines].join(". ");
}

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
  const told = isPanelled(document) ? drawPanelTexts : places.key.length > 0 ? drawKeyTexts : drawBox;
  return html`<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width=${places.width} height=${places.height} viewBox=${`0 0 ${places.width} ${places.height}`} direction="ltr" font-family=${frame.font.family ?? nothing}>${dots}${told(document, frame, places, at)}</svg>`;
}

const paper = (frame: Frame, x: number, y: number, width: number, height: number, edged = false): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${frame.theme.paper} stroke=${edged ? frame.theme.quiet : nothing}></rect>`;

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

/** Beside the line, on the side with more room. */
function drawBox(document: TrendDocument, frame: Frame, places: TrendPlaces, at: number): SVGTemplateResult {
  const { plot } = places.plots[0]!;
  const rows = styled(document).map((line) => ({ line, says: saysOf(document, line, frame, at) }));
  const most = Math.min(places.width * 0.45, 320);
  const title = shorten(when(document, at, frame.say), most, strong, frame.font);
  const texts = rows.map(({ line, says }) => {
    const value = [says.value, says.detail].filter(Boolean).join(" · ");
    const wide = textWidth(value, face, frame.font);
    return {
      line,
      value: shorten(value, most, face, frame.font),
      name: shorten(says.name, Math.max(80, most - wide - 30), strong, frame.font),
    };
  });
  const width =
    Math.max(
      textWidth(title, strong, frame.font),
      ...texts.map(({ name, value }) => 30 + textWidth(name, strong, frame.font) + textWidth(value, face, frame.font)),
    ) + 20;
  const height = 26 + 18 * texts.length;
  const x = plot.xs[at]!;
  const after = x + 12 + width <= places.width - 4;
  const left = after ? x + 12 : Math.max(4, x - 12 - width);
  const top = plot.y;
  // Mirrored within the box: what begins at its left begins at its right.
  const begin = (offset: number): Pick<Line, "x" | "anchor"> =>
    places.rightToLeft ? { x: left + width - offset, anchor: "end" } : { x: left + offset, anchor: "start" };
  const end = (offset: number): Pick<Line, "x" | "anchor"> =>
    places.rightToLeft ? { x: left + offset, anchor: "start" } : { x: left + width - offset, anchor: "end" };
  return svg`${paper(frame, left, top, width, height, true)}${drawLine({ ...strong, text: title, ...begin(10), y: top + 17 }, frame)}${texts.map(
    ({ line, name, value }, row) => {
      const y = top + 35 + 18 * row;
      return svg`${drawSign({ x: begin(15).x, y: y - 4, sign: line.sign }, frame.theme[line.token])}${drawLine({ ...strong, text: name, ...begin(26), y }, frame)}${drawLine({ ...face, text: value, ...end(10), y }, frame)}`;
    },
  )}`;
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
