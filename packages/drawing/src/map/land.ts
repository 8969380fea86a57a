import { nothing, svg, type SVGTemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { round } from "../core/root.js";
import type { Token } from "../core/theme.js";
import { areaLabel } from "./describe.js";
import { placeLabels, stepFill, stepInk, type AreaLabel } from "./labels.js";
import { paintsShares, type PlacedArea, type PlacedMap, type Transform } from "./place-land.js";

export const areaKey = (id: string): string => `area:${id}`;
const hatch = (frame: Frame) => `${frame.id}-hatched`;
const dots = (frame: Frame, ink: Token) => `${frame.id}-dotted-${ink}`;

function matrix({ k, x, y }: Transform): string {
  const scale = Math.round(k * 1e6) / 1e6;
  return `matrix(${scale} 0 0 ${scale} ${round(x)} ${round(y)})`;
}

/** Patterns that keep their size however far the map is enlarged. Dots on a step are in the colour of its text. */
const patterns = (frame: Frame, k: number) => svg`<defs>
  <pattern id=${hatch(frame)} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform=${`scale(${round(1 / k)}) rotate(45)`}><rect width="1.5" height="5" fill=${frame.theme.quiet}></rect></pattern>
  ${(["quiet", "ink", "onmid", "paper"] as const).map(
    (ink) =>
      svg`<pattern id=${dots(frame, ink)} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform=${`scale(${round(1 / k)})`}><circle cx="2.5" cy="2.5" r="0.9" fill=${frame.theme[ink]}></circle></pattern>`,
  )}
</defs>`;

/**
 * Land, county and state lines, areas by share or absence, and their labels: the lowest layer of a map.
 * @param labelled without its labels, a live map stands sooner; they follow
 * @param most so many areas, where the others follow
 */
export function drawLand(placed: PlacedMap, frame: Frame, labelled = true, most = Infinity): SVGTemplateResult {
  const { transform, areas, ground, borders } = placed;
  const { k } = transform;
  const { theme } = frame;
  const shares = paintsShares(placed);
  const px = (pixels: number) => round(pixels / k);
  const outline = (d: string, stroke: string, pixels: number, dash?: string) =>
    svg`<path d=${d} fill="none" stroke=${stroke} stroke-width=${px(pixels)} stroke-linejoin="round" stroke-dasharray=${dash ?? nothing} pointer-events="none"></path>`;
  const dashed = `${px(3)} ${px(2)}`;
  return svg`${patterns(frame, k)}
    <g transform=${matrix(transform)}>
      ${ground ? svg`<path d=${ground.path} fill=${theme.land}></path>` : nothing}
      ${areas.slice(0, most).map((area) => drawArea(area, frame, shares, px(0.5)))}
      ${borders ? outline(borders, shares ? theme.paper : theme.line, shares && !ground ? 1 : 0.75) : nothing}
      ${shares ? areas.filter(isHollow).map(({ outline: { path }, reading }) => outline(path, theme.quiet, 1.2, reading?.look === "unknown" ? dashed : undefined)) : nothing}
      ${ground ? outline(ground.path, theme.quiet, 1) : nothing}
    </g>
    ${drawEmphasis(placed, frame)}
    <g aria-hidden="true">${labelled ? placeLabels(placed, frame).map((label) => drawLabel(label, frame)) : nothing}</g>`;
}

/** A line around the area that is pointed at. */
export function drawEmphasis({ areas, transform }: PlacedMap, { emphasis, theme }: Frame): SVGTemplateResult | typeof nothing {
  const area = areas.find(({ outline: { id } }) => areaKey(id) === emphasis);
  return area
    ? svg`<path d=${area.outline.path} transform=${matrix(transform)} fill="none" stroke=${theme.ink} stroke-width=${round(2 / transform.k)} stroke-linejoin="round" pointer-events="none"></path>`
    : nothing;
}

/** Nothing was said, or nothing that is known: an outline, and no more. */
const isHollow = ({ reading }: PlacedArea) => reading?.look === "not-reported" || reading?.look === "unknown";

function drawArea(area: PlacedArea, frame: Frame, shares: boolean, hair: number): SVGTemplateResult {
  const { theme } = frame;
  const { outline, reading } = area;
  const look = reading?.look;
  const step = shares && typeof look === "number" ? look : undefined;
  const fill = step === undefined ? theme.land : theme[stepFill(step)];
  const partly = step !== undefined && reading?.coverage === "partly-covered";
  const over =
    shares && look === "withheld"
      ? hatch(frame)
      : partly
        ? dots(frame, stepInk(step))
        : look === "not-covered"
          ? dots(frame, "quiet")
          : undefined;
  const hollow = shares && isHollow(area);
  const label = reading ? areaLabel(reading, frame.say) : outline.name;
  return svg`<g data-key=${areaKey(outline.id)} role="img" aria-label=${label}><path d=${outline.path} fill=${hollow ? theme.paper : fill} stroke=${shares ? theme.line : nothing} stroke-width=${shares ? hair : nothing}></path>${over ? svg`<path d=${outline.path} fill=${`url(#${over})`} opacity=${partly ? 0.6 : nothing}></path>` : nothing}</g>`;
}

/** In the colour of what lies under it the letters keep clear of dots and borders. */
const drawLabel = ({ lines, under }: AreaLabel, { theme }: Frame): SVGTemplateResult[] =>
  lines.map(
    ({ text, x, y, size, weight, tone }) =>
      svg`<text x=${round(x)} y=${round(y)} font-size=${size} font-weight=${weight ? 600 : nothing} text-anchor="middle" fill=${theme[tone!]} stroke=${theme[under]} stroke-width="3" stroke-linejoin="round" paint-order="stroke" pointer-events="none">${text}</text>`,
  );
