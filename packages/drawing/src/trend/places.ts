import type { AbsentEntry } from "../core/absent-key.js";
import { mirrorBox, mirrorLine, type Box, type Line } from "../core/text.js";
import type { Marked } from "./annotations.js";
import type { DirectLabel, KeyEntry } from "./labels.js";
import type { Plot, PlacedLine } from "./plot.js";

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
  absent: AbsentEntry[];
  /** Position of the first point that may still change. */
  provisionalFrom: number;
  rightToLeft: boolean;
}

/** The same picture from right to left: time runs that way too. */
export function mirror(places: TrendPlaces): TrendPlaces {
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
