import { isAbsence, type ImplementationDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent, type Shape } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, drawTerm, type Box, type Line } from "../core/text.js";
import { describeGauge, describeGroup, describeStage } from "./describe.js";
import type { LegendRow } from "./legend.js";
import { placeGauge } from "./place.js";
import type { Arc, Ring } from "./ring.js";
import type { GroupRow } from "./rows.js";
import { stageKeys, type StageKey } from "./share.js";

/**
 * Half ring: how many trained teachers met the bar, started, have not started, or are not known; the target as a tick; groups as
 * bars on one scale. A stage without a number takes no angle (see `ringArcs`).
 */
export function drawGauge(document: ImplementationDocument, frame: Frame): TemplateResult {
  const { ring, terms, provisional, legend, breakdowns, height } = placeGauge(document, frame);
  const { summary, detail } = describeGauge(document, frame.say);
  const groups = document.breakdowns.flatMap(({ groups }) => groups);
  const rows = breakdowns.flatMap(({ rows }) => rows);
  const hatched = rows.some(({ absent }) => absent) || [...ring.arcs, ...legend].some(({ look }) => isAbsence(look));
  // One path for the targets of all rows, which are one look: many small paths are what a page of many gauges spends its time on.
  const goals = rows.flatMap(({ target }) => (target ? `M${round(target.x)},${round(target.y - 3)}v${target.height + 6}` : []));
  const inRing = new Set<string>(ring.arcs.map(({ look }) => look));
  const stage = (key: StageKey, content: unknown, texts?: unknown) =>
    mark(frame, key, describeStage(document, key, frame.say), content, texts);
  return figure(frame, {
    height,
    label: document.title,
    description: [summary, detail].filter(Boolean).join(" "),
    content: svg`${hatched ? absentPatterns(frame) : nothing}
      ${drawRing(ring, stage, frame)}
      ${ring.target ? drawTarget(ring, frame) : nothing}
      <g aria-hidden="true">${ring.headline.map((line) => drawLine(line, frame))}</g>
      ${terms.map(({ note, lines }) => drawTerm(note, lines, frame))}
      ${provisional ? drawTag(provisional, frame) : nothing}
      ${legend.map((row) => {
        const { key, lines } = row;
        const texts = lines.map((line) => drawLine(line, frame));
        // A stage with an arc has its mark there.
        if (key === "target" || key === "met" || inRing.has(key)) return svg`<g aria-hidden="true">${drawSwatch(row, frame)}${texts}</g>`;
        return stage(key, drawSwatch(row, frame), texts);
      })}
      ${breakdowns.map(({ heading }) => heading.map((line) => drawLine(line, frame)))}
      ${rows.map((row, at) =>
        mark(
          frame,
          row.key,
          describeGroup(groups[at]!, frame.say),
          drawBar(row, frame),
          row.lines.map((line) => drawLine(line, frame)),
        ),
      )}
      ${goals[0] ? tick(goals.join(""), frame) : nothing}`,
  });
}

/** Colours of the stages; not known is an outline. */
const fills = { met: "blue", started: "green", notStarted: "grey" } as const;

/** An arc that does not divide is part of the mark of those who met the bar: there is one mark for each stage. */
function drawRing(ring: Ring, stage: (key: StageKey, content: unknown) => SVGTemplateResult, frame: Frame): SVGTemplateResult {
  const isStage = ({ look }: Arc) => (stageKeys as readonly string[]).includes(look) && look !== "met";
  const first = ring.arcs.filter((arc) => !isStage(arc));
  const others = ring.arcs.filter(isStage);
  return svg`${stage(
    "met",
    first.map((arc) => drawArc(ring, arc, frame)),
  )}${others.map((arc) => stage(arc.look as StageKey, drawArc(ring, arc, frame)))}`;
}

/**
 * Path data of a piece of a ring around its own centre, radii in CSS pixels, angles in radians clockwise from twelve o'clock.
 * Its sides run parallel to those of the next piece: the gap between them is as wide inside as outside.
 */
function ringPiece({ inner, outer }: Pick<Ring, "inner" | "outer">, { start, end }: Arc, gap: number): string {
  const half = Math.hypot(inner, outer) * Math.sin(gap / 2);
  const along = (radius: number, from: number, to: number) => {
    const side = Math.asin(half / radius) * Math.sign(to - from);
    const [one, two] = [from + side, to - side].map((angle) => `${round(radius * Math.sin(angle))},${round(-radius * Math.cos(angle))}`);
    const size = round(radius);
    return `${one}A${size},${size},0,${Math.abs(to - from - 2 * side) >= Math.PI ? 1 : 0},${to > from ? 1 : 0},${two}`;
  };
  return `M${along(outer, start, end)}L${along(inner, end, start)}Z`;
}

function drawArc(ring: Ring, piece: Arc, frame: Frame): SVGTemplateResult {
  const { theme } = frame;
  const { look, start, end } = piece;
  const hollow = look === "notKnown" || look === "rest" || isAbsence(look);
  // An outline is drawn half a pixel inside; the gap never swallows a thin arc.
  const inset = hollow ? 0.5 : 0;
  const divided = ring.arcs.every((other) => other.look !== "between" && other.look !== "rest");
  const gap = divided ? Math.min(2 / ring.outer, (end - start) / 3) : 0;
  const d = ringPiece({ inner: ring.inner + inset, outer: ring.outer - inset }, piece, gap);
  const move = `translate(${round(ring.x)},${round(ring.y)})`;
  if (isAbsence(look)) return svg`<g transform=${move}>${drawAbsent(frame, look, ringShape(d, ring))}</g>`;
  if (hollow) return svg`<path transform=${move} d=${d} fill="none" stroke=${look === "rest" ? theme.line : theme.quiet}></path>`;
  if (look === "between")
    return svg`<g transform=${move}><path d=${d} fill=${theme.blue} fill-opacity="0.3"></path>${[start, end].map((at) => svg`<path d=${across(at, ring.inner, ring.outer)} stroke=${theme.blue} stroke-width="2"></path>`)}</g>`;
  return svg`<path transform=${move} d=${d} fill=${theme[fills[look as keyof typeof fills]]}></path>`;
}

/** The sign of an absence stands at the top of the ring. */
const ringShape = (d: string, { inner, outer }: Ring): Shape => ({ d, x: 0, y: round(-(inner + outer) / 2) });

/** A line across the ring at this angle, around the ring's centre. */
const across = (angle: number, from: number, to: number): string => {
  const [x, y] = [Math.sin(angle), -Math.cos(angle)];
  return `M${round(x * from)},${round(y * from)}L${round(x * to)},${round(y * to)}`;
};

/** Dark on a pale edge, so that it is seen on every colour of the ring. */
const tick = (d: string, frame: Frame): SVGTemplateResult =>
  svg`<path d=${d} stroke=${frame.theme.paper} stroke-width="5"></path><path d=${d} stroke=${frame.theme.ink} stroke-width="2"></path>`;

function drawTarget(ring: Ring, frame: Frame): SVGTemplateResult {
  const { angle, lines } = ring.target!;
  return svg`<g aria-hidden="true"><g transform=${`translate(${round(ring.x)},${round(ring.y)})`}>${tick(across(angle, ring.inner - 4, ring.outer + 8), frame)}</g>${lines.map((line) => drawLine(line, frame))}</g>`;
}

const drawTag = ({ line, box }: { line: Line; box: Box }, frame: Frame): SVGTemplateResult =>
  svg`<g><path d=${boxShape(box).d} fill="none" stroke=${frame.theme.quiet}></path>${drawLine(line, frame)}</g>`;

const rect = ({ x, y, width, height }: Box, fill: string, opacity?: number): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${fill} fill-opacity=${opacity ?? nothing}></rect>`;

function drawSwatch({ swatch, look }: LegendRow, frame: Frame): unknown {
  const shape = boxShape(swatch);
  if (look === undefined) return nothing;
  if (isAbsence(look)) return drawAbsent(frame, look, shape);
  if (look === "notKnown") return svg`<path d=${shape.d} fill="none" stroke=${frame.theme.quiet}></path>`;
  if (look !== "target") return rect(swatch, frame.theme[fills[look]]);
  return svg`<path d=${`M${round(swatch.x + 6)},${round(swatch.y - 1)}v14`} stroke=${frame.theme.ink} stroke-width="2"></path>`;
}

function drawBar({ scale, met, between, absent }: GroupRow, frame: Frame): unknown {
  if (!scale) return nothing;
  // Drawn from its own corner, so that the pattern falls alike on every row.
  const corner = `translate(${round(scale.x)},${round(scale.y)})`;
  if (absent) return svg`<g transform=${corner}>${drawAbsent(frame, absent, boxShape({ ...scale, x: 0, y: 0 }))}</g>`;
  const { blue, land } = frame.theme;
  // Both ends of a band, and a zero, are lines within the scale.
  const ends = between ? [between.x, between.x + between.width] : met?.width === 0 ? [met.x] : [];
  const edges = ends.map((x) => Math.min(Math.max(x, scale.x + 1), scale.x + scale.width - 1));
  const edge = (x: number) => svg`<path d=${`M${round(x)},${round(scale.y)}v${scale.height}`} stroke=${blue} stroke-width="2"></path>`;
  return svg`${rect(scale, land)}${met ? rect(met, blue) : nothing}${between ? rect(between, blue, 0.3) : nothing}${edges.map(edge)}`;
}
