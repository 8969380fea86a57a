import type { MetricsDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, type Box } from "../core/text.js";
import { describeMetric, summariseMetrics } from "./describe.js";
import { placeMetrics, type Card, type PartBar } from "./place.js";

/** A card for each number: name, number and unit, period, which way it went and over whom, and what it is made of. */
export function drawMetrics(document: MetricsDocument, frame: Frame): TemplateResult {
  const { cards, height } = placeMetrics(document, frame);
  return figure(frame, {
    height,
    label: document.title,
    description: summariseMetrics(document, frame.say),
    content: svg`${absentPatterns(frame)}${cards.map((card, at) =>
      mark(
        frame,
        card.key,
        describeMetric(document.metrics[at]!, document, frame.say),
        drawShapes(card, frame),
        card.lines.map((line) => drawLine(line, frame)),
      ),
    )}`,
  });
}

const rect = ({ x, y, width, height }: Box, fill: string, opacity?: number): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${fill} fill-opacity=${opacity ?? nothing}></rect>`;

function drawShapes({ box, absent, moved, rule, parts }: Card, frame: Frame): SVGTemplateResult {
  const { theme } = frame;
  return svg`<path d=${boxShape(box).d} fill="none" stroke=${theme.line}></path>${absent ? drawAbsent(frame, absent.absence, boxShape(absent.box)) : nothing}${
    moved ? svg`<path d=${wayShape(moved)} fill=${theme.quiet}></path>` : nothing
  }${rule ? rect(rule, theme.line) : nothing}${parts.map((part) => drawPart(part, frame))}`;
}

/** Up, down or level in one grey: more is not better and fewer is not worse. */
function wayShape({ way, x, y }: NonNullable<Card["moved"]>): string {
  const [left, top] = [round(x - 5), round(y)];
  if (way === "level") return `M${left},${top - 1}h10v2h-10z`;
  return way === "up" ? `M${left},${top + 4}h10l-5,-8z` : `M${left},${top - 4}h10l-5,8z`;
}

function drawPart({ scale, to, between, absent }: PartBar, frame: Frame): SVGTemplateResult {
  const { blue, land } = frame.theme;
  // Drawn from its own corner, so that the pattern falls alike on every row.
  if (absent)
    return svg`<g transform=${`translate(${round(scale.x)},${round(scale.y)})`}>${drawAbsent(frame, absent, boxShape({ ...scale, x: 0, y: 0 }))}</g>`;
  const ends = between ? [between.x, between.x + between.width] : to?.width === 0 ? [to.x] : [];
  const edges = ends.map((x) => Math.min(Math.max(x, scale.x + 1), scale.x + scale.width - 1));
  return svg`${rect(scale, land)}${to ? rect(to, blue) : nothing}${between ? rect(between, blue, 0.3) : nothing}${edges.map(
    (x) => svg`<path d=${`M${round(x)},${round(scale.y)}v${scale.height}`} stroke=${blue} stroke-width="2"></path>`,
  )}`;
}
