import type { GapDocument, GapGroup } from "@vitrine/contract";
import { placeTerm } from "../bars/term.js";
import { placeBar, type Bar, type Tag } from "../bars/bar.js";
import { isAbsent } from "../bars/span.js";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { lineBox, mirrored, type Box, type Line } from "../core/text.js";
import { distanceOf, distanceText, endsOf, panelsOf, unitsText, valueSpan, valueText, type PanelKey } from "./describe.js";

/** One group on one panel. */
export interface PlacedValue {
  /** `low`, `context/low` */
  key: string;
  panel: PanelKey;
  group: number;
  lines: Line[];
  bar?: Bar;
}
/** How far apart two bars end: from the end of one to the end of the other, and where the ends are not exact, how far at most. */
export interface PlacedDistance {
  /** Lines down from the ends of both bars, as boxes without a width. */
  guides: Box[];
  /** Lines along the scale, as boxes without a height. */
  sure: Box;
  most: Box;
}
export interface GapPlaces {
  width: number;
  height: number;
  term: Line[];
  compared: Line[];
  tag?: Tag;
  headings: Line[];
  values: PlacedValue[];
  distance?: PlacedDistance;
  distanceLines: Line[];
}

interface Column {
  left: number;
  width: number;
}

const heading: Face = { size: 14, weight: "semibold" };
const nameFace: Face = { size: 14 };
const small: Face = { size: 12 };
const strong: Face = { size: 12, weight: "semibold" };
const barHeight = 14;
/** From this width on the panels stand side by side. */
const wide = 680;

export function placeGap(document: GapDocument, frame: Frame): GapPlaces {
  const { width, say, font } = frame;
  const left = width < 360 ? 12 : 16;
  const inner = width - 2 * left;
  const words = say.words.gap;
  const { term, tag, bottom } = placeTerm(words.what, document.status === "provisional", frame, { left, under: 8 });
  let y = bottom;
  const compared =
    document.groups.length === 0
      ? []
      : wrap(words.compared(document.units), inner, small, font).map((text, at): Line => ({
          ...small,
          text,
          x: left,
          y: y + 12 + 16 * at,
        }));
  y += 16 * compared.length + 16;

  const keys = panelsOf(document);
  const beside = width >= wide;
  const nameWidth = beside ? Math.min(Math.round(inner * (keys.length > 1 ? 0.26 : 0.32)), 260) : inner;
  const panelWidth = beside ? (inner - nameWidth - 32 * keys.length) / keys.length : inner;
  const made: GapPlaces = { width, height: 0, term, compared, ...(tag && { tag }), headings: [], values: [], distanceLines: [] };
  if (document.groups.length > 0) {
    const columns = keys.map((_, at): Column =>
      beside ? { left: left + nameWidth + 32 + at * (panelWidth + 32), width: panelWidth } : { left, width: inner },
    );
    y = beside
      ? placeBeside(document, keys, columns, { left, width: nameWidth, top: y }, made, frame)
      : placeBelow(document, keys, { left, width: inner, top: y }, made, frame);
    y = placeDistance(document, columns.at(-1)!, y, made, frame);
  }
  made.height = Math.ceil(y + left);
  return say.direction === "rtl" ? mirrored(made, made.width) : made;
}

/** A panel's heading and the ends of its scale; returns what follows under it. */
function placeHead(document: GapDocument, key: PanelKey, { left, width }: Column, top: number, made: GapPlaces, frame: Frame): number {
  const { font, say } = frame;
  const panel = document[key] ?? document.outcome;
  let y = top;
  const add = (text: string, face: Face, tone: Line["tone"] = "ink") => {
    for (const part of wrap(text, width, face, font)) {
      made.headings.push({ ...face, text: part, x: left, y: y + face.size, tone });
      y += face.size + 4;
    }
  };
  add(panel.name, heading);
  if (panel.measure === "mean" && panel.unit !== undefined) add(panel.unit, small, "quiet");
  const most = scaleOf(document, key);
  const end = (value: number) => (panel.measure === "share" ? say.percent(value * 100) : say.number(value));
  const scale = barColumn(document, key, { left, width }, frame);
  made.headings.push({ ...small, text: end(0), x: scale.left, y: y + 14, tone: "quiet" });
  made.headings.push({ ...small, text: end(most), x: scale.left + scale.width, y: y + 14, anchor: "end", tone: "quiet" });
  return y + 22;
}

/** A round number that holds the longest bar of a panel. */
function scaleOf(document: GapDocument, key: PanelKey): number {
  const panel = document[key] ?? document.outcome;
  const highest = document.groups.reduce((high, group) => {
    const span = valueSpan(group[key] ?? group.outcome, panel);
    return isAbsent(span) ? high : Math.max(high, span.high);
  }, 0);
  if (panel.measure === "share") return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((scale) => scale >= highest - 1e-9) ?? 1;
  if (highest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8].find((scale) => scale * power >= highest - 1e-9) ?? 10) * power;
}

/** Room for the bars of a panel, beside its longest figure. */
function barColumn(document: GapDocument, key: PanelKey, { left, width }: Column, { say, font }: Frame): Column {
  const panel = document[key] ?? document.outcome;
  const texts = document.groups.flatMap((group) => {
    const value = group[key] ?? group.outcome;
    return isAbsent(valueSpan(value, panel)) ? [] : [valueText(value, panel, say)];
  });
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, strong, font)));
  return { left, width: width - widest - 8 };
}

/** A bar with its figure, or an absence with its words under it. Returns the lines, the bar and where they end. */
function placeValue(group: GapGroup, key: PanelKey, document: GapDocument, column: Column, top: number, frame: Frame) {
  const { say, font } = frame;
  const panel = document[key] ?? document.outcome;
  const value = group[key] ?? group.outcome;
  const span = valueSpan(value, panel);
  const text = valueText(value, panel, say);
  const scale = barColumn(document, key, column, frame);
  const box: Box = { x: scale.left, y: top, width: scale.width, height: barHeight };
  if (!isAbsent(span)) {
    const line: Line = { ...strong, text, x: column.left + column.width, y: top + 11.5, anchor: "end" };
    return { lines: [line], bar: placeBar(span, box, scaleOf(document, key)), bottom: top + barHeight };
  }
  const none = span.absent === "not-applicable";
  let y = none ? top : top + barHeight + 2;
  const lines: Line[] = wrap(text, column.width, small, font).map((part) => {
    y += 15;
    return { ...small, text: part, x: column.left, y: y - 3, tone: "quiet" };
  });
  return { lines, ...(none ? {} : { bar: placeBar(span, box) }), bottom: y };
}

const keyOf = ({ id }: GapGroup, panel: PanelKey) => (panel === "outcome" ? id : `context/${id}`);

function placeName(group: GapGroup, document: GapDocument, { left, width }: Column, top: number, frame: Frame) {
  const { font, say } = frame;
  let y = top;
  const lines: Line[] = [];
  for (const [text, face, tone] of [
    [group.name, nameFace, "ink"],
    [unitsText(group, document, say), small, "quiet"],
  ] as const)
    for (const part of wrap(text, width, face, font)) {
      lines.push({ ...face, text: part, x: left, y: y + face.size, tone });
      y += face.size === 14 ? 18 : 16;
    }
  return { lines, bottom: y };
}

/** Names once, panels side by side; every group has one row. */
function placeBeside(
  document: GapDocument,
  keys: readonly PanelKey[],
  columns: readonly Column[],
  names: Column & { top: number },
  made: GapPlaces,
  frame: Frame,
): number {
  // Heads of different height end alike, so that the rows of all panels begin together.
  const trial = { ...made, headings: [] };
  const heights = keys.map((key, at) => placeHead(document, key, columns[at]!, 0, trial, frame));
  const tallest = Math.max(...heights);
  keys.forEach((key, at) => placeHead(document, key, columns[at]!, names.top + tallest - heights[at]!, made, frame));
  let y = names.top + tallest;
  document.groups.forEach((group, at) => {
    const name = placeName(group, document, names, y, frame);
    let bottom = name.bottom;
    keys.forEach((panel, position) => {
      const { lines, bar, bottom: end } = placeValue(group, panel, document, columns[position]!, y + 2, frame);
      // The name belongs to the mark of the outcome, which is told first.
      made.values.push({
        key: keyOf(group, panel),
        panel,
        group: at,
        lines: panel === "outcome" ? [...name.lines, ...lines] : lines,
        ...(bar && { bar }),
      });
      bottom = Math.max(bottom, end);
    });
    y = bottom + 12;
  });
  return y - 12;
}

/** Panels under each other, each with the names of its rows. */
function placeBelow(
  document: GapDocument,
  keys: readonly PanelKey[],
  column: Column & { top: number },
  made: GapPlaces,
  frame: Frame,
): number {
  let y = column.top;
  for (const [position, panel] of keys.entries()) {
    if (position > 0) y += 16;
    y = placeHead(document, panel, column, y, made, frame);
    document.groups.forEach((group, at) => {
      const name = placeName(group, document, column, y, frame);
      const { lines, bar, bottom } = placeValue(group, panel, document, column, name.bottom + 2, frame);
      made.values.push({ key: keyOf(group, panel), panel, group: at, lines: [...name.lines, ...lines], ...(bar && { bar }) });
      y = bottom + 12;
    });
  }
  return y - 12;
}

/** Under the outcome: guides from the ends of both bars, a line between them, and the distance as a number. */
function placeDistance(document: GapDocument, column: Column, top: number, made: GapPlaces, frame: Frame): number {
  const { say, font } = frame;
  const both = endsOf(document);
  if (!both) return top;
  const words = say.words.gap;
  const { text, told } = distanceText(document, say);
  let y = top + 8;
  if (told && distanceOf(document)) {
    const bars = both.map((group) => made.values.find(({ key }) => key === group.id)!.bar!);
    const ends = bars.map(({ sure, between }) => {
      const low = sure!.x + sure!.width;
      return { low, high: low + (between?.width ?? 0) };
    });
    const [first, second] = ends[0]!.low <= ends[1]!.low ? [ends[0]!, ends[1]!] : [ends[1]!, ends[0]!];
    // Under each other the rows have names in the way: there the guides begin under the last.
    const beside = column.left > made.term[0]!.x;
    const lowest = Math.max(...made.values.flatMap(({ bar, panel }) => (bar && panel === "outcome" ? [bar.scale.y + barHeight] : [])));
    y += 6;
    made.distance = {
      guides: ends.flatMap(({ low, high }, at) =>
        (high > low ? [low, high] : [low]).map((x) => {
          const from = beside ? bars[at]!.scale.y + barHeight : lowest;
          return { x, y: from, width: 0, height: y + 4 - from };
        }),
      ),
      sure: { x: first.high, y, width: second.low - first.high, height: 0 },
      most: { x: first.low, y, width: second.high - first.low, height: 0 },
    };
    y += 8;
  }
  const lines = [
    [told ? words.apart(text) : text, heading],
    [words.between(both[0].name, both[1].name), small],
  ] as const;
  for (const [line, face] of lines)
    for (const part of wrap(line, column.width, face, font)) {
      made.distanceLines.push({
        ...face,
        text: part,
        x: column.left,
        y: y + face.size + 2,
        ...(face === small && { tone: "quiet" as const }),
      });
      y += face.size + 5;
    }
  return y;
}

/** The room that every text of the picture takes, for tests. */
export const gapTextBoxes = (places: GapPlaces, frame: Frame): (Box & { text: string })[] =>
  [
    ...places.term,
    ...places.compared,
    ...(places.tag ? [places.tag.line] : []),
    ...places.headings,
    ...places.values.flatMap(({ lines }) => lines),
    ...places.distanceLines,
  ].map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
