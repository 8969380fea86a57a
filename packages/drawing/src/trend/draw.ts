import type { TrendDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, lineBox, type Line } from "../core/text.js";
import type { Marked } from "./annotations.js";
import { describeLine, eventText, summariseTrend } from "./describe.js";
import { linesOf } from "./figures.js";
import { placeTrend } from "./place.js";
import type { PlacedPlot, TrendPlaces } from "./places.js";
import type { PlacedLine, Point } from "./plot.js";

/**
 * Lines over time from a scale that begins at zero. A gap in time stays a gap; a band has both ends; what may still change is dashed; what
 * has no figure has a box of its own under the plot and no height.
 */
export const drawTrend = (document: TrendDocument, frame: Frame): TemplateResult =>
  drawPlaces(document, frame, placeTrend(document, frame));

/** As {@link drawTrend}, for a host that keeps the places. */
export function drawPlaces(document: TrendDocument, frame: Frame, places: TrendPlaces): TemplateResult {
  const { say } = frame;
  const named = new Map(linesOf(document).map((line) => [line.key, describeLine(document, line, say)]));
  const events = new Map(document.annotations.map((event) => [`event/${event.id}`, eventText(event, say)]));
  const texts = (lines: readonly Line[]) => lines.map((line) => drawLine(line, frame));
  // Where every group has a plot, a line that stands in all of them is no mark of each.
  const markOf = (line: PlacedLine, more: unknown, words: unknown) =>
    line.thin
      ? svg`<g aria-hidden="true">${drawOne(line, places, frame)}</g>`
      : mark(frame, line.key, named.get(line.key)!, svg`${drawOne(line, places, frame)}${more}`, words);
  return figure(frame, {
    height: places.height,
    label: document.title,
    description: summariseTrend(document, say),
    content: svg`${absentPatterns(frame)}
      <g aria-hidden="true">${texts(places.heading)}</g>
      ${places.plots.map((placed, at) => {
        const { plot, head } = placed;
        return svg`${drawAxes(placed, frame)}
          ${placed.events.map((event) =>
            at === 0
              ? mark(frame, event.key, events.get(event.key)!, drawEvent(event, plot, frame), drawLine(event.label, frame))
              : svg`<g aria-hidden="true">${drawEvent(event, plot, frame)}${drawLine(event.label, frame)}</g>`,
          )}
          ${placed.provisional ? svg`<g aria-hidden="true">${drawBehind(placed.provisional.label, frame)}${drawLine(placed.provisional.label, frame)}</g>` : nothing}
          ${plot.lines.map((line) => {
            const label = places.labels.find(({ key }) => key === line.key);
            const entry = places.key.find(({ key }) => key === line.key);
            const leader = label?.leader ? drawLeader(label.leader, line, frame) : nothing;
            const sign = entry ? drawSign({ ...entry.sign, sign: line.sign }, frame.theme[line.token]) : nothing;
            return markOf(
              line,
              svg`${leader}${sign}`,
              texts([...(label?.lines ?? []), ...(entry?.lines ?? []), ...(line.thin ? [] : head)]),
            );
          })}
          <g aria-hidden="true">${texts(plot.stripNames)}</g>`;
      })}
      <g aria-hidden="true">${texts(places.list)}${places.absent.map(({ absence, swatch, lines }) => svg`${drawAbsent(frame, absence, boxShape(swatch))}${texts(lines)}`)}</g>`,
  });
}

function drawAxes({ plot, provisional }: PlacedPlot, frame: Frame): SVGTemplateResult {
  const { line, quiet } = frame.theme;
  const foot = plot.y + plot.height;
  return svg`<g aria-hidden="true">
    ${plot.grid.map(({ y, label }) => svg`<path d=${`M${round(plot.x)},${round(y)}h${round(plot.width)}`} stroke=${line}></path>${drawLine(label, frame)}`)}
    ${plot.times.map(({ x, label }) => svg`<path d=${`M${round(x)},${round(foot)}v4`} stroke=${quiet}></path>${drawLine(label, frame)}`)}
    ${provisional ? svg`<path d=${`M${round(provisional.x)},${round(plot.y - 2)}V${round(foot)}`} stroke=${quiet} stroke-dasharray="2 3"></path>` : nothing}
  </g>`;
}

/** Paper behind a word that a line may pass. */
function drawBehind(line: Line, frame: Frame): SVGTemplateResult {
  const { x, y, width, height } = lineBox(line, frame.font);
  return svg`<rect x=${round(x - 2)} y=${round(y)} width=${round(width + 4)} height=${round(height)} fill=${frame.theme.paper}></rect>`;
}

function drawEvent({ from, to, label }: Marked, plot: { y: number; height: number }, frame: Frame): SVGTemplateResult {
  // Beside its words, or under its number.
  const top = label.anchor === "middle" ? label.y + 4 : label.y - 9;
  const [left, wide] = [Math.min(from, to), Math.abs(to - from)];
  const stretch =
    wide > 0
      ? svg`<rect x=${round(left)} y=${round(plot.y)} width=${round(wide)} height=${round(plot.height)} fill=${frame.theme.land}></rect>`
      : nothing;
  return svg`${stretch}<path d=${`M${round(from)},${round(top)}V${round(plot.y + plot.height)}`} stroke=${frame.theme.quiet}></path>`;
}

const drawLeader = (
  { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
  { token }: PlacedLine,
  frame: Frame,
): SVGTemplateResult =>
  svg`<path d=${`M${round(x1)},${round(y1)}L${round(x2)},${round(y2)}`} stroke=${frame.theme[token]} stroke-width="1"></path>`;

/** A tenth of a pixel is enough for many points, and half the text. */
const fine = (value: number) => Math.round(value * 10) / 10;
const path = (points: readonly Point[], end: "low" | "high") =>
  `M${points.map((point) => `${fine(point.x)},${fine(point[end])}`).join("L")}`;
const isBanded = (points: readonly Point[]) => points.some(({ low, high }) => low !== high);
/** More points than this have no dots of their own. */
const mostDots = 30;

function drawOne(line: PlacedLine, { provisionalFrom }: TrendPlaces, frame: Frame): SVGTemplateResult {
  const paint = frame.theme[line.token];
  const wide = line.thin ? 1 : 2;
  const stroke = (d: string, dashed: boolean) =>
    svg`<path d=${d} fill="none" stroke=${paint} stroke-width=${wide} stroke-linejoin="round" stroke-linecap=${dashed ? "butt" : "round"} stroke-dasharray=${dashed ? "5 4" : nothing}></path>`;
  const count = line.runs.reduce((sum, run) => sum + run.length, 0);
  return svg`${line.runs.map((run) => {
    // The stretch between the last settled and the first changing figure changes too.
    const split = run.findIndex(({ at }) => at >= provisionalFrom);
    const settled = split < 0 ? run : run.slice(0, split);
    const changing = split < 0 ? [] : run.slice(Math.max(0, split - 1));
    const band = isBanded(run)
      ? svg`<path d=${`${path(run, "high")}L${[...run]
          .reverse()
          .map(({ x, low }) => `${fine(x)},${fine(low)}`)
          .join("L")}Z`} fill=${paint} fill-opacity="0.2"></path>`
      : nothing;
    const strokes = [settled, changing].map((part, at) =>
      part.length < 2
        ? nothing
        : svg`${stroke(path(part, "low"), at === 1)}${isBanded(part) ? stroke(path(part, "high"), at === 1) : nothing}`,
    );
    const dots = line.thin ? [] : run.filter((point) => run.length === 1 || count <= mostDots || point === line.last);
    return svg`${band}${strokes}${dots.map((point) => drawDot(point, point.at >= provisionalFrom, point === line.last ? line.sign : undefined, paint, frame))}`;
  })}${line.absent.map(({ box, absence }) => svg`<g transform=${`translate(${round(box.x)},${round(box.y)})`}>${drawAbsent(frame, absence, boxShape({ x: 0, y: 0, width: Math.round(box.width), height: box.height }))}</g>`)}${line.stripSign ? drawSign({ ...line.stripSign, sign: line.sign }, paint) : nothing}`;
}

/** A figure as a dot; a band as a stroke with both ends; the newest as the sign of its line. */
function drawDot({ x, low, high }: Point, changing: boolean, sign: number | undefined, paint: string, frame: Frame): SVGTemplateResult {
  if (low !== high) {
    const d = `M${fine(x - 4)},${fine(low)}h8M${fine(x - 4)},${fine(high)}h8M${fine(x)},${fine(low)}V${fine(high)}`;
    return svg`<path d=${d} stroke=${paint} stroke-width="2" fill="none"></path>`;
  }
  if (sign !== undefined) return drawSign({ x, y: low, sign }, paint, changing ? frame.theme.paper : undefined);
  return svg`<circle cx=${fine(x)} cy=${fine(low)} r="2.5" fill=${changing ? frame.theme.paper : paint} stroke=${paint} stroke-width="1.5"></circle>`;
}

/** Signs tell lines apart without their colours: disc, square, triangle, diamond, cross, bar. */
const outlines = [
  "M-4,0a4,4,0,1,0,8,0a4,4,0,1,0,-8,0Z",
  "M-3.6,-3.6h7.2v7.2h-7.2Z",
  "M0,-4.6L4.4,3.4H-4.4Z",
  "M0,-5L5,0L0,5L-5,0Z",
  "M-1.5,-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3Z",
  "M-4.5,-2h9v4h-9Z",
];

export const drawSign = ({ x, y, sign }: { x: number; y: number; sign: number }, paint: string, hollow?: string): SVGTemplateResult =>
  svg`<path transform=${`translate(${round(x)},${round(y)})`} d=${outlines[sign % outlines.length]} fill=${hollow ?? paint} stroke=${paint} stroke-width="1.5"></path>`;
