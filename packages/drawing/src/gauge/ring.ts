import type { Absence, ImplementationDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face, type Size } from "../core/measure.js";
import { lineBox, type Line } from "../core/text.js";
import { quiet } from "./faces.js";
import { describeGauge } from "./describe.js";
import { metShare, stageKeys, wholeStages, type StageKey } from "./share.js";

/** One piece of the ring, in radians clockwise from twelve o'clock; the half ring runs from -π/2 to π/2. */
export interface Arc {
  /** `between`: from the lower to the upper end of a band. `rest`: not divided, because a stage has no number. */
  look: StageKey | "between" | "rest" | Absence;
  start: number;
  end: number;
}

export interface Ring {
  x: number;
  y: number;
  outer: number;
  inner: number;
  arcs: Arc[];
  /** Angle of the target, and the lines at its tick; `labelled` when they hold the label and not the number alone. */
  target?: { angle: number; lines: Line[]; labelled: boolean };
  headline: Line[];
}

const angle = (share: number) => (share - 0.5) * Math.PI;

/**
 * The ring's pieces. Each stage has an arc only when all four are published as numbers: otherwise an arc, or the gap between
 * two, would measure what is not published. Then the ring shows the share that met the bar and leaves the rest undivided;
 * without a share it is one piece in the look of its absence.
 */
export function ringArcs(document: ImplementationDocument): Arc[] {
  const whole = wholeStages(document);
  if (whole) {
    let sum = 0;
    const total = stageKeys.reduce((all, key) => all + whole[key], 0);
    return stageKeys
      .filter((key) => whole[key] > 0)
      .map((look) => ({ look, start: angle(sum / total), end: angle((sum += whole[look]) / total) }));
  }
  const share = metShare(document);
  if (share.kind === "absent")
    return [{ look: share.absence === "not-applicable" ? "rest" : share.absence, start: angle(0), end: angle(1) }];
  const [low, high] = share.kind === "share" ? [share.low, share.high] : [0, 0];
  const pieces: Arc[] = [
    { look: "met", start: angle(0), end: angle(low) },
    { look: "between", start: angle(low), end: angle(high) },
    { look: "rest", start: angle(high), end: angle(1) },
  ];
  return pieces.filter(({ start, end }) => end > start);
}

const tickOut = 8;

/** The ring in a column from `left`, `width` wide; its top text touches `top`. */
export function placeRing(document: ImplementationDocument, frame: Frame, column: { left: number; top: number; width: number }): Ring {
  const x = column.left + column.width / 2;
  let outer = Math.min(Math.floor(column.width / 2) - 4, 140);
  const lines = document.target ? targetLines(document.target, frame, column, outer) : undefined;
  if (lines) outer = lines.outer;
  const highest = Math.min(-outer - (document.target ? tickOut : 0), ...(lines?.placed.map((line) => lineBox(line, frame.font).y) ?? []));
  const y = Math.ceil(column.top - highest);
  const inner = outer * 0.8;
  return {
    x,
    y,
    outer,
    inner,
    arcs: ringArcs(document),
    target: lines && {
      angle: lines.angle,
      labelled: lines.labelled,
      lines: lines.placed.map((line) => ({ ...line, x: line.x + x, y: line.y + y })),
    },
    headline: headlineLines(document, frame, inner).map((line) => ({ ...line, x, y: line.y + y })),
  };
}

/**
 * The target's label outside the ring, around the ring's centre as origin. The ring gives way for it within limits; a label that
 * still does not fit is said in the legend, and only its number stands at the tick.
 */
function targetLines(target: NonNullable<ImplementationDocument["target"]>, frame: Frame, column: { width: number }, most: number) {
  const at = angle(target.share / 100);
  const percent = frame.say.percent(target.share);
  const right = target.share >= 50;
  const room = (outer: number) => column.width / 2 - (outer + tickOut) * Math.abs(Math.sin(at)) - 6;
  const sizes = Array.from({ length: 16 }, (_, step) => most - 4 * step).filter((outer) => outer >= most / 2);
  const labels = (outer: number) => wrap(target.label, Math.max(room(outer), 0), quiet, frame.font);
  const fits = (lines: string[]) => lines.length <= 2 && lines.join(" ") === target.label;
  const need = textWidth(percent, { ...quiet, weight: "semibold" }, frame.font);
  const roomy = sizes.find((outer) => outer >= most - 32 && room(outer) >= need && fits(labels(outer)));
  const outer = roomy ?? sizes.find((size) => room(size) >= need) ?? most / 2;
  const texts = [...(roomy ? labels(outer) : []), percent];
  const reach = (outer + tickOut) * Math.abs(Math.sin(at)) + 6;
  const end = -(outer + tickOut) * Math.cos(at) + 2;
  const placed = texts.map((text, line): Line => {
    const last = line === texts.length - 1;
    const y = end - 16 * (texts.length - 1 - line);
    return {
      ...quiet,
      text,
      x: right ? reach : -reach,
      y,
      weight: last ? "semibold" : "regular",
      anchor: right ? "start" : "end",
      tone: last ? "ink" : "quiet",
    };
  });
  return { outer, angle: at, placed, labelled: roomy !== undefined };
}

const faces: [size: Size, lines: number][] = [
  [28, 1],
  [20, 1],
  [16, 2],
  [14, 3],
  [12, 3],
];

/** The largest setting of the headline that stays inside the ring, the last baseline just above its foot. Where none does, legend and sentence say it. */
function headlineLines(document: ImplementationDocument, frame: Frame, inner: number): Line[] {
  const text = describeGauge(document, frame.say).headline;
  const number = metShare(document).kind !== "absent";
  for (const [size, most] of number ? faces : faces.slice(2)) {
    const face: Face = { size, weight: number ? "semibold" : "regular" };
    const leading = size * 1.25;
    for (let count = 1; count <= most; count++) {
      const height = count * leading + 4;
      if (height >= inner) continue;
      const room = 2 * Math.sqrt(inner ** 2 - height ** 2) - 12;
      const lines = wrap(text, room, face, frame.font);
      if (lines.length > count || lines.join(" ") !== text) continue;
      return lines.map((line, at) => ({ ...face, text: line, x: 0, y: -4 - (lines.length - 1 - at) * leading, anchor: "middle" }));
    }
  }
  return [];
}
