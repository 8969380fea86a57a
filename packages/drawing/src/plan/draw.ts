import { isAbsence, type PlanDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, type Box } from "../core/text.js";
import { summarisePlan } from "./describe.js";
import type { Entry, Look, PlanPlaces } from "./column.js";
import { placePlan } from "./place.js";

/**
 * Steps with their days on one axis, the day of the plan as a line across it, meetings and sub-groups; below, resources, data collection
 * and who does what. A step that nobody spoke of has the look of its absence from its first to its last day.
 */
export function drawPlan(document: PlanDocument, frame: Frame): TemplateResult {
  const { lines, axis, legend, tracks, entries, height } = placePlan(document, frame);
  return figure(frame, {
    height,
    label: document.title,
    description: summarisePlan(document, frame.say),
    content: svg`${absentPatterns(frame)}
      <g aria-hidden="true">${axis ? drawAxis(axis, tracks, frame) : nothing}${tracks.map((track) => rect(track, frame.theme.land))}</g>
      ${lines.map((line) => drawLine(line, frame))}
      ${entries.map((entry) =>
        mark(
          frame,
          entry.key,
          entry.label,
          drawEntry(entry, frame),
          entry.lines.map((line) => drawLine(line, frame)),
        ),
      )}
      ${axis ? drawDay(axis, tracks, frame) : nothing}
      <g aria-hidden="true">${entries.map(({ due, dots = [] }) => svg`${due ? drawDue(due.x, due.y, frame) : nothing}${dots.map((dot) => drawDot(dot, frame))}`)}</g>
      <g aria-hidden="true">${legend.map(({ look, x, y, line }) => svg`${look === "due" ? drawDue(x, y, frame) : drawDot({ x, y, past: look === "past" }, frame)}${drawLine(line, frame)}`)}</g>`,
  });
}

const rect = ({ x, y, width, height }: Box, fill: string): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${fill}></rect>`;

type PlacedAxis = NonNullable<PlanPlaces["axis"]>;
/** Lines run through all rows, or through each track where the texts stand between them. */
const runs = ({ top, bottom }: PlacedAxis, tracks: readonly Box[]): [y: number, height: number][] =>
  tracks.length > 0 ? tracks.map(({ y, height }) => [y - 2, height + 4]) : [[top, bottom - top]];

function drawAxis(axis: PlacedAxis, tracks: readonly Box[], frame: Frame): SVGTemplateResult {
  const d = axis.ticks.flatMap(({ x }) => runs(axis, tracks).map(([y, height]) => `M${round(x)},${round(y)}v${round(height)}`)).join("");
  return svg`<path d=${d} stroke=${frame.theme.line}></path>${axis.ticks.map(({ label }) => (label ? drawLine(label, frame) : nothing))}`;
}

/** The day of the plan, dark on a pale edge so that it is seen on every colour. */
function drawDay(axis: PlacedAxis, tracks: readonly Box[], frame: Frame): SVGTemplateResult {
  const d = runs(axis, tracks)
    .map(([y, height]) => `M${round(axis.asOf)},${round(y)}v${round(height)}`)
    .join("");
  const { ink, paper } = frame.theme;
  return svg`<g aria-hidden="true"><path d=${d} stroke=${paper} stroke-width="4"></path><path d=${d} stroke=${ink} stroke-width="1.5" stroke-dasharray="4 3"></path>${drawLine(axis.label, frame)}</g>`;
}

function drawEntry({ disc, sign, bar }: Entry, frame: Frame): SVGTemplateResult {
  const { theme } = frame;
  return svg`${disc ? svg`<circle cx=${round(disc.x)} cy=${round(disc.y)} r="10.5" fill="none" stroke=${theme.quiet}></circle>` : nothing}${
    sign ? drawSign(sign.look, sign.box, frame) : nothing
  }${bar ? drawBar(bar, frame) : nothing}`;
}

const drawDue = (x: number, y: number, { theme }: Frame): SVGTemplateResult =>
  svg`<path d=${`M${round(x)},${round(y - 7)}l5,7l-5,7l-5,-7z`} fill=${theme.ink} stroke=${theme.paper}></path>`;

const drawDot = ({ x, y, past }: { x: number; y: number; past: boolean }, { theme }: Frame): SVGTemplateResult =>
  svg`<circle cx=${round(x)} cy=${round(y)} r="4" fill=${past ? theme.ink : theme.paper} stroke=${theme.ink} stroke-width="1.5"></circle>`;

/** Done is full, in progress half full, not started a ring; what is needed is a ring too. */
function drawSign(look: Look, box: Box, frame: Frame): unknown {
  if (isAbsence(look)) return drawAbsent(frame, look, boxShape(box));
  const { blue, green, quiet } = frame.theme;
  const [x, y] = [round(box.x + 6), round(box.y + 6)];
  if (look === "done" || look === "at-hand") return svg`<circle cx=${x} cy=${y} r="5.5" fill=${blue}></circle>`;
  const ring = svg`<circle cx=${x} cy=${y} r="5" fill="none" stroke=${look === "in-progress" ? green : quiet} stroke-width="1.5"></circle>`;
  return look === "in-progress" ? svg`${ring}<path d=${`M${x},${y - 5}a5,5,0,0,0,0,10z`} fill=${green}></path>` : ring;
}

function drawBar({ look, box, open }: NonNullable<Entry["bar"]>, frame: Frame): SVGTemplateResult {
  const { blue, green, grey, land, quiet } = frame.theme;
  // Drawn from its own corner, so that the pattern falls alike on every row.
  const corner = `translate(${round(box.x)},${round(box.y)})`;
  const shape = boxShape({ ...box, x: 0, y: 0 });
  if (isAbsence(look)) return svg`<g transform=${corner}>${drawAbsent(frame, look, shape)}</g>`;
  const fill = look === "done" ? blue : look === "in-progress" ? green : look === "group" ? land : grey;
  const stroke = look === "group" ? quiet : "none";
  const ends = frame.say.direction === "rtl" ? box.x : box.x + box.width;
  const way = frame.say.direction === "rtl" ? -1 : 1;
  const arrow = open
    ? svg`<path d=${`M${round(ends - 6 * way)},${round(box.y - 2)}l${6 * way},7l${-6 * way},7z`} fill=${look === "group" ? quiet : fill}></path>`
    : nothing;
  return svg`<g transform=${corner}><path d=${shape.d} fill=${fill} stroke=${stroke}></path></g>${arrow}`;
}
