import type { Frame } from "../core/frame.js";
import { textWidth, type Face } from "../core/measure.js";
import type { Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { paintsShares, type PlacedArea, type PlacedMap } from "./place-land.js";
import type { Step } from "./share.js";

const stepTokens = ["seq1", "seq2", "seq3", "seq4", "seq5", "seq6"] as const satisfies Token[];
/** Colour of a step, and of text on it: at least 4.5 to 1 in both schemes. */
export const stepFill = (step: Step): Token => stepTokens[step];
export const stepInk = (step: Step): Token => (step < 2 ? "ink" : step < 4 ? "onmid" : "paper");

/** What is printed on an area, in the picture's CSS pixels. */
export interface AreaLabel {
  id: string;
  lines: Line[];
  /** Colour of the area. */
  under: Token;
}

/** Below this width the areas are too small for text: the colours, the legend and the table say it. */
const least = 480;

/** The share where it fits, under the state's letters where both fit; signs of absence likewise. Nothing while schools are drawn. */
export const placeLabels = (placed: PlacedMap, frame: Frame): AreaLabel[] =>
  paintsShares(placed) && placed.width >= least ? placed.areas.flatMap((area) => placeLabel(area, placed, frame) ?? []) : [];

function placeLabel({ outline, reading, short }: PlacedArea, { transform, width }: PlacedMap, frame: Frame): AreaLabel | undefined {
  if (!reading) return undefined;
  const { look, share } = reading;
  const sign = look === "unknown" ? "?" : look === "not-applicable" ? "–" : share === undefined ? undefined : frame.say.percent(share);
  if (sign === undefined) return undefined;
  const step = typeof look === "number" ? look : undefined;
  const [px, py, room] = outline.label;
  const [x, y] = [transform.k * px + transform.x, transform.k * py + transform.y];
  const face: Face = { size: width < 960 ? 12 : 14, weight: "semibold" };
  const high = face.size * 1.2;
  const fits = (texts: string[]) => {
    const half = Math.max(...texts.map((text) => textWidth(text, face, frame.font))) / 4 + 1;
    return Math.hypot(half, (texts.length * high) / 2 - 1) <= room * transform.k;
  };
  const texts = short && fits([short, sign]) ? [short, sign] : fits([sign]) ? [sign] : [];
  const tone: Token = step === undefined ? "ink" : stepInk(step);
  return {
    id: outline.id,
    under: step === undefined ? (look === "unknown" ? "paper" : "land") : stepFill(step),
    lines: texts.map((text, at): Line => {
      const below = at - (texts.length - 1) / 2;
      return {
        ...face,
        weight: at === texts.length - 1 ? "semibold" : undefined,
        text,
        x,
        y: y + face.size * 0.35 + high * below,
        anchor: "middle",
        tone,
      };
    }),
  };
}
