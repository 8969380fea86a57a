import { accessStatuses, type AccessDocument } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { round } from "../core/root.js";
import { groupLabel, schoolLabel } from "./label.js";
import { drawGroup } from "./group.js";
import type { PlacedMap } from "./place-land.js";
import { drawSymbol } from "./symbol.js";

export const schoolKey = (id: string): string => `school:${id}`;
/** A disc is named by its first school. */
export const groupKey = (id: string): string => `group:${id}`;
/** With more marks than this a reader is not walked through each: the list has them all, and zooming in makes them few. */
export const namedMarks = 400;

const kinds = accessStatuses.length;

/** Schools and numbered discs, in the order of the schools' ids: no status is painted over another. */
export function drawPoints(document: AccessDocument, placed: PlacedMap, frame: Frame): SVGTemplateResult | typeof nothing {
  const { clusters, points, transform, width, height, radius } = placed;
  if (!clusters || !document.schools) return nothing;
  const { k, x, y } = transform;
  const { id } = document.schools;
  const drawn: SVGTemplateResult[] = [];
  const seen = Array.from({ length: clusters.count }, (_, mark) => mark).filter((mark) => {
    const [px, py, r] = [k * clusters.x[mark]! + x, k * clusters.y[mark]! + y, clusters.radius[mark]!];
    return px > -r && py > -r && px < width + r && py < height + r;
  });
  for (const mark of seen) {
    const [px, py] = [round(k * clusters.x[mark]! + x), round(k * clusters.y[mark]! + y)];
    const size = clusters.size[mark]!;
    const row = points.row[clusters.first[mark]!]!;
    const key = size === 1 ? schoolKey(id[row]!) : groupKey(id[row]!);
    const tally = Array.from(clusters.tally.subarray(mark * kinds, (mark + 1) * kinds));
    const label = size === 1 ? schoolLabel(document, row, frame.say) : groupLabel(tally, frame.say);
    const halo =
      key === frame.emphasis
        ? svg`<circle cx=${px} cy=${py} r=${round(clusters.radius[mark]! + 2.5)} fill="none" stroke=${frame.theme.ink} stroke-width="2"></circle>`
        : nothing;
    const content =
      size === 1
        ? drawSymbol(frame.theme, accessStatuses[points.status[clusters.first[mark]!]!]!, radius, px, py)
        : drawGroup(frame, tally, size, clusters.radius[mark]!, px, py);
    drawn.push(
      svg`<g data-key=${key} role=${seen.length > namedMarks ? nothing : "img"} aria-label=${seen.length > namedMarks ? nothing : label}>${content}${halo}</g>`,
    );
  }
  return svg`<g aria-hidden=${seen.length > namedMarks ? "true" : nothing}>${drawn}</g>`;
}
