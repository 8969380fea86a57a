import { absences, type Absence, type TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { mirrorBox, mirrorLine, type Box, type Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { eventsHeight, labelsAbove, placeEvents, placeList, type Events, type Marked } from "./annotations.js";
import { isShown, linesOf, readAt } from "./figures.js";
import { cut, labelsHeight, labelWidth, placeHead, placeKey, placeLabels, saysOf, type DirectLabel, type KeyEntry } from "./labels.js";
import { firstProvisional, gutterOf, placePlot, small, timeScale, type Plot, type PlacedLine } from "./plot.js";
import { niceScale, type Scale } from "./scale.js";

/** One plot with all that stands around it. */
export interface PlacedPlot {
  plot: Plot;
  /** Name and newest figure, where each line has a plot of its own. */
  head: Line[];
  events: Marked[];
  /** Where figures that may still change begin, with the word for them. */
  provisional?: { x: number; label: Line };
}
/** Every number of the drawing, CSS pixels from the top left. */
export interface TrendPlaces {
  width: number;
  height: number;
  heading: Line[];
  plots: PlacedPlot[];
  labels: DirectLabel[];
  key: KeyEntry[];
  /** The room of the key, which a readout takes over. */
  keyBox: Box;
  /** The room of the labels, likewise. */
  labelBox: Box;
  list: Line[];
  absent: { absence: Absence; swatch: Box; lines: Line[] }[];
  /** Position of the first point that may still change. */
  provisionalFrom: number;
  rightToLeft: boolean;
}

/** Beyond so many groups each has a plot of its own. */
export const mostTogether = 5;
const groupTokens: readonly Token[] = ["blue", "green", "amber", "wine", "orchid"];
/** From this width on labels stand at the ends of the lines. */
const wide = 480;
const bold: Face = { size: 14, weight: "semibold" };

export const isPanelled = ({ groups }: TrendDocument): boolean => groups.length > mostTogether;

/** The lines with their colours and signs: the whole in ink where groups stand beside it. */
export function styled(document: TrendDocument) {
  const alone = document.groups.length === 0;
  const first = document.all ? 1 : 0;
  return linesOf(document).map((line, at) => {
    const whole = line.key === "all";
    const token: Token = whole ? (alone ? "blue" : "ink") : isPanelled(document) ? "blue" : groupTokens[at - first]!;
    return { ...line, token, sign: isPanelled(document) ? 0 : at };
  });
}

function scaleOf(document: TrendDocument, most: number): Scale {
  const { measure, times } = document;
  let [low, high] = [0, 0];
  for (const line of linesOf(document))
    times.from.forEach((_, at) => {
      const reading = readAt(line, measure, at);
      if (!isShown(reading)) return;
      low = Math.min(low, reading.low);
      high = Math.max(high, reading.high);
    });
  return niceScale(low, high, most, { whole: measure.kind === "count", cap: measure.kind === "share" ? 100 : Infinity });
}

const sayTickOf =
  ({ measure }: TrendDocument, { say }: Frame) =>
  (value: number) =>
    measure.kind === "share" ? say.percent(value) : say.number(value);

/** Places everything. Under 480 px a key stands above the plot; beyond five groups each has a plot of its own. */
export function placeTrend(document: TrendDocument, frame: Frame): TrendPlaces {
  const { width, say } = frame;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const heading = headings(document, frame, padding, inner);
  const placed = isPanelled(document)
    ? placePanels(document, frame, { left: padding, top: heading.bottom + 8, width: inner })
    : placeTogether(document, frame, { left: padding, top: heading.bottom + 8, width: inner });
  const list = placeList(placed.listed, frame, { left: padding, top: placed.bottom + 8, width: inner });
  const absent = placeAbsences(document, frame, {
    left: padding,
    top: (placed.listed.length > 0 ? list.bottom : placed.bottom) + 10,
    width: inner,
  });
  const bottom = absent.rows.length > 0 ? absent.bottom : placed.listed.length > 0 ? list.bottom : placed.bottom;
  const places: TrendPlaces = {
    width,
    height: Math.ceil(bottom + padding),
    heading: heading.lines,
    plots: placed.plots,
    labels: placed.labels,
    key: placed.key,
    keyBox: placed.keyBox,
    labelBox: placed.labelBox,
    list: list.lines,
    absent: absent.rows,
    provisionalFrom: firstProvisional(document),
    rightToLeft: say.direction === "rtl",
  };
  return places.rightToLeft ? mirror(places) : places;
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

interface Column {
  left: number;
  top: number;
  width: number;
}
type Placed = Pick<TrendPlaces, "plots" | "labels" | "key" | "keyBox" | "labelBox"> & { listed: string[]; bottom: number };

/** What the height means, and what divides the groups. */
function headings({ measure, groupsLabel, all }: TrendDocument, frame: Frame, left: number, width: number) {
  const words = frame.say.words.trend;
  const lines: Line[] = [];
  let y = left;
  const add = (text: string, face: Face, tone: Line["tone"]) => {
    for (const part of wrap(text, width, face, frame.font)) {
      y += face.size === 14 ? 18 : 16;
      lines.push({ ...face, text: part, x: left, y: y - 4, ...(tone ? { tone } : {}) });
    }
  };
  add(words.heading(measure.name, measure.unit), bold, undefined);
  if (groupsLabel) add(groupsLabel, small, "quiet");
  return { lines, bottom: y, all };
}

function placeTogether(document: TrendDocument, frame: Frame, column: Column): Placed {
  const lines = styled(document);
  const says = lines.map((line) => saysOf(document, line, frame));
  const direct = frame.width >= wide;
  const scale = scaleOf(document, 4);
  const sayTick = sayTickOf(document, frame);
  const beside = direct ? labelWidth(says, frame) : 0;
  const key = direct
    ? { entries: [], bottom: column.top }
    : placeKey(
        says.map((one, at) => ({ ...one, key: lines[at]!.key })),
        frame,
        column,
      );
  const plotWidth = column.width - (direct ? beside + 16 : 0);
  const need = direct ? labelsHeight(says, beside, frame) : 0;
  // Without any figure there is no height to read.
  const height = Math.max(scale.ticks.length < 2 ? 60 : direct ? 240 : 180, need);
  const gutter = gutterOf(scale, sayTick, frame);
  const range = { left: column.left + gutter, right: column.left + plotWidth };
  const taken = placeProvisional(document, frame, range);
  const events = placeEvents(document, frame, timeScale(document, range.left, range.right - range.left), { ...range, taken });
  const top = key.bottom + (direct ? 0 : 10) + eventsHeight(events) + 6;
  const namesAt = direct ? range.right + 16 : undefined;
  const named = lines.length > 1;
  const plot = placePlot(document, frame, {
    lines,
    scale,
    sayTick,
    left: column.left,
    top,
    width: plotWidth,
    height,
    ...(named && namesAt !== undefined ? { names: { x: namesAt, write: (name: string) => cut(name, beside, frame) } } : {}),
  });
  const labelBox: Box = { x: range.right + 16, y: top - 6, width: beside, height: height + 6 };
  const labelColumn = { left: labelBox.x, width: beside, top: labelBox.y, bottom: top + height };
  const labels = direct ? placeLabels(says, plot.lines, labelColumn, frame) : [];
  return {
    plots: [{ plot, head: [], events: labelsAbove(events, top), ...(taken ? { provisional: above(taken, top) } : {}) }],
    labels,
    key: key.entries,
    keyBox: { x: column.left, y: column.top, width: column.width, height: key.bottom - column.top },
    labelBox,
    listed: events.listed,
    bottom: plot.bottom,
  };
}

interface ProvisionalWord {
  x: number;
  left: number;
  right: number;
  label: Line;
}

/** The word for figures that may change, from where the first of them is drawn, or else within the plot. */
function placeProvisional(
  document: TrendDocument,
  frame: Frame,
  { left, right }: { left: number; right: number },
): ProvisionalWord | undefined {
  const at = firstProvisional(document);
  const { from } = document.times;
  if (at >= from.length) return undefined;
  const place = timeScale(document, left, right - left);
  const x = at > 0 ? (place(from[at - 1]!) + place(from[at]!)) / 2 : left;
  const text = frame.say.words.status.provisional;
  const wide = textWidth(text, small, frame.font);
  const start = Math.max(left, Math.min(x + 4, right - wide));
  return { x, left: start, right: start + wide, label: { ...small, text, x: start, y: 0, tone: "quiet" } };
}
const above = ({ x, label }: ProvisionalWord, top: number) => ({ x, label: { ...label, y: top - 5 } });

/** A plot for each group, all on one scale; the whole is a thin line in each. */
function placePanels(document: TrendDocument, frame: Frame, column: Column): Placed {
  const gap = 28;
  const across = Math.max(1, Math.min(4, Math.floor((column.width + gap) / (210 + gap))));
  const width = (column.width - gap * (across - 1)) / across;
  const all = styled(document);
  const whole = all.find(({ key }) => key === "all");
  const groups = all.filter(({ key }) => key !== "all");
  const scale = scaleOf(document, 3);
  const sayTick = sayTickOf(document, frame);
  let top = column.top;
  const note: Line[] = [];
  if (whole) {
    const told = frame.say.words.trend.thinLine(whole.name);
    for (const text of wrap(told, column.width, small, frame.font)) {
      note.push({ ...small, text, x: column.left, y: top + 12, tone: "quiet" });
      top += 16;
    }
    top += 8;
  }
  const plots: PlacedPlot[] = [];
  let listed: string[] = [];
  let bottom = top;
  for (let row = 0; row < groups.length; row += across) {
    const some = groups.slice(row, row + across);
    const heads = some.map((line, at) =>
      placeHead(saysOf(document, line, frame), frame, { left: column.left + at * (width + gap), top, width }),
    );
    const gutter = gutterOf(scale, sayTick, frame);
    const ranges = some.map((_, at) => {
      const left = column.left + at * (width + gap) + gutter;
      return { left, right: left + width - gutter };
    });
    const words = ranges.map((range) => placeProvisional(document, frame, range));
    const events: Events[] = ranges.map((range, at) =>
      placeEvents(document, frame, timeScale(document, range.left, width - gutter), { ...range, taken: words[at] }, true),
    );
    listed = events[0]?.listed ?? [];
    const plotTop = Math.max(...heads.map((head) => head.bottom)) + Math.max(...events.map(eventsHeight)) + 8;
    some.forEach((line, at) => {
      const plot = placePlot(document, frame, {
        lines: [...(whole ? [{ ...whole, token: "quiet" as const, thin: true as const }] : []), line],
        scale,
        sayTick,
        left: column.left + at * (width + gap),
        top: plotTop,
        width,
        height: 92,
      });
      const head = [...(row === 0 && at === 0 ? note : []), ...heads[at]!.lines];
      const word = words[at];
      plots.push({ plot, head, events: labelsAbove(events[at]!, plotTop), ...(word ? { provisional: above(word, plotTop) } : {}) });
      bottom = Math.max(bottom, plot.bottom);
    });
    top = bottom + 20;
  }
  return { plots, labels: [], key: [], keyBox: nowhere, labelBox: nowhere, listed, bottom };
}

/** What the looks of absences mean: those that are in the picture. */
function placeAbsences(document: TrendDocument, frame: Frame, column: Column) {
  const { measure, times } = document;
  const found = new Set<Absence>();
  for (const line of linesOf(document))
    times.from.forEach((_, at) => {
      const reading = readAt(line, measure, at);
      if (!isShown(reading)) found.add(reading.absence);
    });
  let [x, y] = [column.left, column.top];
  const rows: TrendPlaces["absent"] = [];
  for (const absence of absences.filter((one) => found.has(one))) {
    const text = frame.say.words.absenceSaid[absence];
    const parts = wrap(text, column.width - 24, small, frame.font);
    const need = 24 + Math.max(...parts.map((part) => textWidth(part, small, frame.font))) + 16;
    if (x > column.left && x + need > column.left + column.width + 16) [x, y] = [column.left, y + 18];
    rows.push({
      absence,
      swatch: { x, y: y + 2, width: 16, height: 10 },
      lines: parts.map((part, at) => ({ ...small, text: part, x: x + 22, y: y + 12 + 15 * at, tone: "quiet" })),
    });
    if (parts.length > 1) [x, y] = [column.left, y + 15 * parts.length + 3];
    else x += need;
  }
  return { rows, bottom: (rows.at(-1)?.lines.at(-1)?.y ?? column.top) + 4 };
}

/** The same picture from right to left: time runs that way too. */
function mirror(places: TrendPlaces): TrendPlaces {
  const { width } = places;
  const x = (it: number) => width - it;
  const line = (it: Line) => mirrorLine(it, width);
  const placedLine = (it: PlacedLine): PlacedLine => {
    const runs = it.runs.map((run) => run.map((point) => ({ ...point, x: x(point.x) })));
    return {
      ...it,
      runs,
      last: runs.at(-1)?.at(-1),
      stripSign: it.stripSign && { ...it.stripSign, x: x(it.stripSign.x) },
      absent: it.absent.map((one) => ({ ...one, box: mirrorBox(one.box, width) })),
    };
  };
  const plot = (it: Plot): Plot => ({
    ...it,
    ...mirrorBox(it, width),
    lines: it.lines.map(placedLine),
    grid: it.grid.map((one) => ({ ...one, label: line(one.label) })),
    times: it.times.map((one) => ({ x: x(one.x), label: line(one.label) })),
    stripNames: it.stripNames.map(line),
    xs: it.xs.map(x),
  });
  return {
    ...places,
    heading: places.heading.map(line),
    plots: places.plots.map((one) => ({
      plot: plot(one.plot),
      head: one.head.map(line),
      events: one.events.map((event) => ({ ...event, from: x(event.from), to: x(event.to), label: line(event.label) })),
      ...(one.provisional ? { provisional: { x: x(one.provisional.x), label: line(one.provisional.label) } } : {}),
    })),
    labels: places.labels.map(({ leader, lines, key }) => ({
      key,
      lines: lines.map(line),
      ...(leader ? { leader: { ...leader, x1: x(leader.x1), x2: x(leader.x2) } } : {}),
    })),
    key: places.key.map((entry) => ({ ...entry, sign: { ...entry.sign, x: x(entry.sign.x) }, lines: entry.lines.map(line) })),
    keyBox: mirrorBox(places.keyBox, width),
    labelBox: mirrorBox(places.labelBox, width),
    list: places.list.map(line),
    absent: places.absent.map((one) => ({ ...one, swatch: mirrorBox(one.swatch, width), lines: one.lines.map(line) })),
  };
}

/** Every text of the picture, for tests. */
export const trendTexts = (places: TrendPlaces): Line[] => [
  ...places.heading,
  ...places.plots.flatMap(({ plot, head, events, provisional }) => [
    ...head,
    ...events.map(({ label }) => label),
    ...(provisional ? [provisional.label] : []),
    ...plot.grid.map(({ label }) => label),
    ...plot.times.map(({ label }) => label),
    ...plot.stripNames,
  ]),
  ...places.labels.flatMap(({ lines }) => lines),
  ...places.key.flatMap(({ lines }) => lines),
  ...places.list,
  ...places.absent.flatMap(({ lines }) => lines),
];
