import type { PathwayDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, type Box, type Line } from "../core/text.js";
import { describeStage, summarisePathway } from "./describe.js";
import { placePathway, type StageRow } from "./place.js";

/**
 * A bar for each stage on one scale, with those of the stage before who did not go on as its pale end; groups in panels. A stage without a number
 * takes the whole width and no length.
 */
export function drawPathway(document: PathwayDocument, frame: Frame): TemplateResult {
  const { rows, texts, absent, height } = placePathway(document, frame);
  const { say } = frame;
  const words = (lines: readonly Line[]) => lines.map((line) => drawLine(line, frame));
  const labelOf = ({ group, stage }: StageRow) => {
    if (!group) return describeStage(document, document.all, stage, say);
    const line = document.breakdowns[group[0]]!.groups[group[1]]!;
    return say.words.pathway.group(line.name, describeStage(document, line, stage, say));
  };
  return figure(frame, {
    height,
    label: document.title,
    description: summarisePathway(document, say),
    content: svg`${absentPatterns(frame)}
      ${words(texts)}
      ${rows.map((row) => mark(frame, row.key, labelOf(row), drawBar(row, frame), words(row.lines)))}
      <g aria-hidden="true">${absent.map(({ absence, swatch, lines }) => svg`${drawAbsent(frame, absence, boxShape(swatch))}${words(lines)}`)}</g>`,
  });
}

const rect = ({ x, y, width, height }: Box, fill: string, opacity?: number): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${fill} fill-opacity=${opacity ?? nothing}></rect>`;

function drawBar({ bar, between, left, absent, token, provisional }: StageRow, frame: Frame): unknown {
  const { theme } = frame;
  if (absent) {
    const { x, y, width, height } = absent.box;
    // Drawn from its own corner, so that the pattern falls alike on every row.
    return svg`<g transform=${`translate(${round(x)},${round(y)})`}>${drawAbsent(frame, absent.absence, boxShape({ x: 0, y: 0, width, height }))}</g>`;
  }
  if (!bar) return nothing;
  const paint = theme[token];
  const ends = between ? [between.x, between.x + between.width] : bar.width === 0 ? [bar.x + 1] : [];
  const edges = ends.map((x) => svg`<path d=${`M${round(x)},${round(bar.y)}v${bar.height}`} stroke=${paint} stroke-width="2"></path>`);
  const outline =
    provisional && bar.width > 2 ? svg`<path d=${boxShape(bar).d} fill="none" stroke=${paint} stroke-dasharray="5 3"></path>` : nothing;
  return svg`${left ? drawLeft(left, frame) : nothing}${rect(bar, paint, provisional ? 0.35 : undefined)}${outline}${between ? rect(between, paint, 0.3) : nothing}${edges}`;
}

/** Those who did not go on: pale, with an outline of its own, so that it is told from the bar without colours. */
const drawLeft = (box: Box, frame: Frame): SVGTemplateResult =>
  svg`${rect(box, frame.theme.land)}<path d=${boxShape(box).d} fill="none" stroke=${frame.theme.grey}></path>`;
