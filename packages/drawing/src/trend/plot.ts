import type { Absence, TrendDocument, TrendLine } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, type Face } from "../core/measure.js";
import { shorten } from "../core/shorten.js";
import type { Box, Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { dayNumber, isGap, timeTicks, type Tick } from "./days.js";
import { isShown, readAt, type Reading } from "./figures.js";
import type { Scale } from "./scale.js";

/** One shown figure: both ends of a band, the same for an exact one. Places in CSS pixels. */
export interface Point {
  at: number;
  x: number;
  low: number;
  high: number;
}
/** A line as it is drawn: stretches without a gap between them, and boxes where its figures are absent. */
export interface PlacedLine {
  key: string;
  token: Token;
  /** Which sign stands at its end. */
  sign: number;
  thin?: true;
  runs: Point[][];
  last: Point | undefined;
  absent: { box: Box; absence: Absence }[];
  /** Where its sign stands beside its boxes, in a plot of several lines. */
  stripSign: { x: number; y: number } | undefined;
}
export interface Plot extends Box {
  lines: PlacedLine[];
  grid: { y: number; label: Line }[];
  times: { x: number; label: Line }[];
  /** Names of the lines beside their boxes of absences. */
  stripNames: Line[];
  /** Where each point in time stands. */
  xs: number[];
  bottom: number;
}

export const small: Face = { size: 12 };
const stripHeight = 10;
const stripStep = 16;

/** The first point whose figure may still change; as many as there are points when none may. */
export function firstProvisional({ times, status, provisionalFrom }: TrendDocument): number {
  if (status === "final") return times.from.length;
  if (provisionalFrom === undefined) return 0;
  const at = times.from.findIndex((from) => from >= provisionalFrom);
  return at < 0 ? times.from.length : at;
}

/** Where a day stands between the first and the last point; one point alone stands in the middle. */
export function timeScale({ times }: TrendDocument, left: number, width: number): (iso: string) => number {
  const first = dayNumber(times.from[0] ?? "2000-01-01");
  const span = dayNumber(times.from.at(-1) ?? "2000-01-01") - first;
  const inset = Math.min(8, width / 10);
  return (iso) => (span === 0 ? left + width / 2 : left + inset + ((dayNumber(iso) - first) / span) * (width - 2 * inset));
}

/** Room for the labels of the scale's lines. */
export const gutterOf = (scale: Scale, say: (value: number) => string, frame: Frame): number =>
  Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(say(tick), small, frame.font)))) + 6;

type Named = TrendLine & { key: string };
export interface PlotOf {
  lines: (Named & { token: Token; sign: number; thin?: true })[];
  scale: Scale;
  sayTick: (value: number) => string;
  /** The whole plot with the labels of its scale. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Names beside the boxes of absences: where they begin and how wide they may be. None where the plot has one line. */
  names?: { x: number; write(name: string): string };
}

/** One pair of axes with its lines; under it the boxes of what has no figure, then the labels of time. */
export function placePlot(document: TrendDocument, frame: Frame, of: PlotOf): Plot {
  const { times, step, measure } = document;
  const gutter = gutterOf(of.scale, of.sayTick, frame);
  const left = of.left + gutter;
  const width = of.width - gutter;
  const place = timeScale(document, left, width);
  const xs = times.from.map(place);
  const { low, high } = of.scale;
  const y = (value: number) => of.top + of.height - ((value - low) / (high - low)) * of.height;
  const breaks = times.from.map((from, at) => at === 0 || isGap(step, times.from[at - 1]!, from));
  const edges = boxEdges(xs, breaks, left, left + width);

  let stripTop = of.top + of.height + 6;
  const stripNames: Line[] = [];
  const lines = of.lines.map(({ key, name, token, sign, thin, ...line }): PlacedLine => {
    const readings = times.from.map((_, at) => readAt({ name, ...line }, measure, at));
    const runs = runsOf(readings, xs, breaks, y);
    const absent = thin ? [] : absences(readings, breaks, edges, stripTop);
    const stripSign = absent.length > 0 && of.lines.length > 1 ? { x: left - 12, y: stripTop + stripHeight / 2 } : undefined;
    if (absent.length > 0) {
      if (of.names) stripNames.push({ ...small, text: of.names.write(name), x: of.names.x, y: stripTop + stripHeight, tone: "quiet" });
      stripTop += stripStep;
    }
    return { key, token, sign, ...(thin ? { thin } : {}), runs, last: runs.at(-1)?.at(-1), absent, stripSign };
  });

  const axis = stripTop + 14;
  const labels = timeLabels(document, frame, place, axis, { left: of.left, right: left + width });
  return {
    x: left,
    y: of.top,
    width,
    height: of.height,
    lines,
    grid: of.scale.ticks.map((tick) => ({
      y: y(tick),
      label: { ...small, text: of.sayTick(tick), x: left - 6, y: y(tick) + 4, anchor: "end", tone: "quiet" },
    })),
    times: labels,
    stripNames,
    xs,
    bottom: axis + 4,
  };
}

function runsOf(readings: readonly Reading[], xs: readonly number[], breaks: readonly boolean[], y: (value: number) => number): Point[][] {
  const runs: Point[][] = [];
  let open = false;
  readings.forEach((reading, at) => {
    if (!isShown(reading)) return void (open = false);
    const point: Point = { at, x: xs[at]!, low: y(reading.low), high: y(reading.high) };
    if (open && !breaks[at]) runs.at(-1)!.push(point);
    else runs.push([point]);
    open = true;
  });
  return runs;
}

/** How far the box of an absence reaches to both sides of its point: half way to the neighbours, not into a gap. */
function boxEdges(xs: readonly number[], breaks: readonly boolean[], left: number, right: number): [number, number][] {
  const near = xs.slice(1).flatMap((x, at) => (breaks[at + 1] ? [] : [x - xs[at]!]));
  const half = Math.max(4, (near.length > 0 ? Math.min(...near) : right - left) / 2);
  return xs.map((x, at) => [
    Math.max(left, at > 0 && !breaks[at] ? (xs[at - 1]! + x) / 2 : x - half),
    Math.min(right, at + 1 < xs.length && !breaks[at + 1] ? (x + xs[at + 1]!) / 2 : x + half),
  ]);
}

function absences(readings: readonly Reading[], breaks: readonly boolean[], edges: readonly [number, number][], top: number) {
  const boxes: PlacedLine["absent"] = [];
  let before: Absence | undefined;
  readings.forEach((reading, at) => {
    const absence = isShown(reading) ? undefined : reading.absence;
    const [from, to] = edges[at]!;
    const last = boxes.at(-1);
    if (absence && absence === before && !breaks[at]) last!.box.width = to - last!.box.x;
    else if (absence) boxes.push({ box: { x: from, y: top, width: to - from, height: stripHeight }, absence });
    before = absence;
  });
  return boxes;
}

/** Labels of time that do not touch, each within the picture. */
function timeLabels(
  document: TrendDocument,
  frame: Frame,
  place: (iso: string) => number,
  y: number,
  room: { left: number; right: number },
): Plot["times"] {
  const put = ({ day, label: whole }: Tick) => {
    const label = shorten(whole, room.right - room.left, small, frame.font);
    const x = place(new Date(day * 86_400_000).toISOString().slice(0, 10));
    const wide = textWidth(label, small, frame.font);
    return { x, wide, cut: label !== whole, middle: Math.min(Math.max(x, room.left + wide / 2), room.right + 8 - wide / 2), label };
  };
  const ticks = timeTicks(document, frame.say, (some) => {
    const placed = some.map(put);
    return placed.every(({ middle, wide, cut }, at) => {
      const before = placed[at - 1];
      return !cut && (!before || middle - wide / 2 - (before.middle + before.wide / 2) >= 10);
    });
  });
  return ticks
    .map(put)
    .map(({ x, middle, label }) => ({ x, label: { ...small, text: label, x: middle, y, anchor: "middle", tone: "quiet" } }));
}
