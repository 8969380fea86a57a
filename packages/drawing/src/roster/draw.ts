import { rosterStages, type RosterDocument, type RosterStage } from "@vitrine/contract";
import { nothing, svg, type TemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { textWidth } from "../core/measure.js";
import { figure, mark, round } from "../core/root.js";
import { summariseRoster } from "./describe.js";

const totalOf = { met: "met", started: "started", "not-started": "notStarted", "not-known": "notKnown" } as const;
const high = 16;
const line = 20;
const gap = 16;

export interface PlacedStage {
  stage: RosterStage;
  count: number;
  /** Of the bar, in CSS pixels from the left edge of the frame. */
  x: number;
  width: number;
  label: string;
  /** Where the line of the legend begins. */
  at: { x: number; y: number };
}

/** Places the counted rows as one bar, stage by stage, with a legend under it. Nobody counted makes an empty bar. */
export function placeRoster(
  { totals }: RosterDocument,
  { width, say, font }: Frame,
): { stages: PlacedStage[]; height: number; margin: number } {
  const words = say.words.roster;
  const margin = width < 360 ? 12 : 16;
  const all = (totals.trained as number) || 1;
  let [x, at] = [margin, { x: margin, y: high + line }];
  const stages = rosterStages.map((stage) => {
    const count = totals[totalOf[stage]] as number;
    const label = `${words.stage[stage]} ${say.number(count)}`;
    const wide = round(((width - 2 * margin) * count) / all);
    const room = 18 + textWidth(label, { size: 12 }, font);
    if (at.x > margin && at.x + room > width - margin) at = { x: margin, y: at.y + line };
    const placed = { stage, count, x, width: wide, label, at };
    x = round(x + wide);
    at = { x: round(at.x + room + gap), y: at.y };
    return placed;
  });
  return { stages, height: at.y + 10, margin };
}

/** How far the teachers of a roster have come, as one bar. It names nobody; the table beside it does. */
export function drawRoster(document: RosterDocument, frame: Frame): TemplateResult {
  const { stages, height, margin } = placeRoster(document, frame);
  const { theme, width, say } = frame;
  const paint: Record<RosterStage, string> = { met: theme.blue, started: theme.green, "not-started": theme.grey, "not-known": theme.paper };
  const rtl = say.direction === "rtl";
  const flip = (x: number, wide: number) => (rtl ? round(width - x - wide) : x);
  const box = (x: number, y: number, wide: number, tall: number, stage: RosterStage) =>
    svg`<rect x=${x} y=${y} width=${wide} height=${tall} fill=${paint[stage]} stroke=${stage === "not-known" ? theme.quiet : nothing} stroke-dasharray=${stage === "not-known" ? "3 2" : nothing}></rect>`;
  return figure(frame, {
    height,
    label: document.title,
    description: summariseRoster(document, say),
    content: svg`<rect x=${margin} y="1" width=${width - 2 * margin} height=${high - 2} fill=${theme.land}></rect>${stages
      .filter(({ count }) => count > 0)
      .map(({ stage, x, width: wide, label }) =>
        mark(frame, stage, label, box(flip(x, wide), 1, round(Math.max(wide - 1, 1)), high - 2, stage)),
      )}${stages.map(
      ({ stage, at, label }) =>
        svg`${box(flip(at.x, 11) + 0.5, at.y - 9.5, 10, 10, stage)}<text x=${flip(at.x + 17, 0)} y=${at.y} font-size="12" fill=${theme.ink} text-anchor=${rtl ? "end" : "start"}>${label}</text>`,
    )}`,
  });
}
