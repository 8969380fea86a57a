import { survey as kind, type SurveyDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns } from "../core/absent.js";
import { drawBar, drawHole, drawTag, rect } from "../bars/bar.js";
import type { Frame } from "../core/frame.js";
import type { Picture } from "../core/picture.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, drawTerm, type Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { describeRow, summariseSurvey, tabulateSurvey } from "./describe.js";
import { placeSurvey, type Piece, type PlacedRow } from "./place.js";
import { rowsOf, type Scale } from "./read.js";

interface Look {
  colour: Token;
  /** What reads on it. */
  ink: Token;
  /** Less than one where a paler step of the same colour is meant. */
  strength?: number;
}

const blues: Look[] = [
  { colour: "blue", ink: "paper" },
  { colour: "seq3", ink: "onmid" },
  { colour: "seq2", ink: "ink" },
  { colour: "seq1", ink: "ink" },
];
const ambers: Look[] = [
  { colour: "amber", ink: "onmid" },
  ...[0.4, 0.25, 0.15].map((strength): Look => ({ colour: "amber", ink: "ink", strength })),
];
const grey: Look = { colour: "grey", ink: "ink" };

/** Amber, grey, blue: the further from the middle the stronger. */
function looksOf(scale: Scale): Look[] {
  if (scale.kind !== "steps") return [];
  return scale.steps.map(({ side }, at) => {
    if (side === "middle") return grey;
    const [looks, outside] = side === "low" ? [ambers, at] : [blues, scale.steps.length - 1 - at];
    return looks[Math.min(outside, looks.length - 1)]!;
  });
}

/**
 * Answers as bars around the neutral middle; of few people as one bar for each step with both ends; means on a two-sided scale as a
 * point, or of few people as both ends of where it lies.
 */
export function drawSurvey(document: SurveyDocument, frame: Frame): TemplateResult {
  const places = placeSurvey(document, frame);
  const looks = looksOf(document.scale);
  const rows = rowsOf(document);
  const line = (it: Line) => drawLine(it, frame);
  return figure(frame, {
    height: places.height,
    label: document.title,
    description: summariseSurvey(document, frame.say),
    content: svg`${absentPatterns(frame)}
      ${drawTerm("denominator", places.term, frame)}
      ${places.tag ? drawTag(places.tag, frame) : nothing}
      <g aria-hidden="true">${places.legend.map(
        ({ look, swatch, lines }) => svg`${rect(swatch, frame.theme[looks[look]!.colour], looks[look]!.strength)}${lines.map(line)}`,
      )}${places.axis.map(line)}</g>
      ${places.headings.map(line)}
      ${places.rows.map((row, at) =>
        mark(frame, row.key, describeRow(rows[at]!, document, frame.say), drawRow(row, places.zero?.x, looks, frame), [
          ...row.lines.map(line),
          ...(row.pieces ?? []).map((piece) => drawLabel(piece, looks, frame)),
          ...(row.steps ?? []).flatMap(({ lines }) => lines.map(line)),
        ]),
      )}`,
  });
}

const drawLabel = ({ step, label }: Piece, looks: readonly Look[], frame: Frame): unknown =>
  label ? drawLine({ ...label, tone: looks[step]!.ink }, frame) : nothing;

/** A bar of its own is told by its name: one colour for each side. */
const onItsOwn = ({ colour }: Look): Token => (colour === "grey" ? "quiet" : colour === "amber" ? "amber" : "blue");

function drawRow({ pieces, steps, track, absent }: PlacedRow, zero: number | undefined, looks: readonly Look[], frame: Frame): unknown {
  if (absent) return drawHole(absent.box, absent.absence, frame);
  if (steps) return steps.map(({ step, bar }) => drawBar(bar, onItsOwn(looks[step]!), frame));
  if (track) return drawTrack(track, frame);
  if (!pieces) return nothing;
  const { paper } = frame.theme;
  return svg`${pieces.map(({ step, box }, at) => {
    const { colour, strength } = looks[step]!;
    const edge =
      at > 0 ? svg`<path d=${`M${round(box.x)},${round(box.y)}v${box.height}`} stroke=${paper} stroke-width="1.5"></path>` : nothing;
    return svg`${rect(box, frame.theme[colour], strength)}${edge}`;
  })}${zero === undefined || !pieces[0] ? nothing : drawMiddle(zero, pieces[0].box.y, pieces[0].box.height, frame)}`;
}

/** The neutral middle: a short line above and below the bar. */
const drawMiddle = (x: number, y: number, height: number, frame: Frame): SVGTemplateResult =>
  svg`<path d=${`M${round(x)},${round(y - 4)}v4M${round(x)},${round(y + height)}v4`} stroke=${frame.theme.ink} stroke-width="1.5"></path>`;

function drawTrack({ scale, zero: { x: zero }, mean }: NonNullable<PlacedRow["track"]>, frame: Frame): SVGTemplateResult {
  const { theme } = frame;
  const [from, to] = [mean.x, mean.x + mean.width];
  const middle = scale.y + scale.height / 2;
  const rtl = frame.say.direction === "rtl";
  const colour = (x: number) => (Math.abs(x - zero) < 0.5 ? theme.quiet : x < zero !== rtl ? theme.amber : theme.blue);
  const end = (x: number) =>
    svg`<path d=${`M${round(x)},${round(scale.y)}v${scale.height}`} stroke=${colour(x)} stroke-width="2.5"></path>`;
  const part = (low: number, high: number) =>
    high > low ? rect({ x: low, y: scale.y + 2, width: high - low, height: scale.height - 4 }, colour((low + high) / 2), 0.3) : nothing;
  const ticks = [scale.x, scale.x + scale.width].map((x) => `M${round(x)},${round(middle - 4)}v8`).join("");
  const line = svg`<path d=${`M${round(scale.x)},${round(middle)}h${round(scale.width)}${ticks}`} stroke=${theme.grey} stroke-width="2" fill="none"></path>`;
  const centre = svg`<path d=${`M${round(zero)},${round(scale.y - 3)}v${scale.height + 6}`} stroke=${theme.ink} stroke-width="1.5"></path>`;
  if (mean.width === 0)
    return svg`${line}${centre}<circle cx=${round(from)} cy=${round(middle)} r="7" fill=${colour(from)} stroke=${theme.paper} stroke-width="2"></circle>`;
  return svg`${line}${part(from, Math.min(to, zero))}${part(Math.max(from, zero), to)}${centre}${end(from)}${end(to)}`;
}

/** Answers on a scale: `cs-survey-bars`. */
export const survey: Picture<SurveyDocument> = { kind, draw: drawSurvey, summarise: summariseSurvey, tabulate: tabulateSurvey };
