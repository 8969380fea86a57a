import { isAbsence, isExact, isRange, isRounded, type Absence, type Count, type Metric, type MetricsDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { lineBox, mirrorBox, mirrorLine, type Box, type Line } from "../core/text.js";
import { changeWords, periodText } from "./describe.js";

/** A length between the ends of a count on the common scale of its card; a figure that is absent has the whole scale. */
export interface PartBar {
  scale: Box;
  /** From 0 to the number, or to the lower end of a range. Zero is a box without width. */
  to?: Box;
  /** From the lower to the upper end. */
  between?: Box;
  absent?: Absence;
}

export interface Card {
  key: string;
  box: Box;
  lines: Line[];
  /** Where there is no number: its look, in the place of the number. */
  absent?: { absence: Absence; box: Box };
  /** Which way the number went, and where that is drawn. */
  moved?: { way: "up" | "down" | "level"; x: number; y: number };
  /** The thin line above the parts. */
  rule?: Box;
  parts: PartBar[];
}

/** Every number of the picture, in CSS pixels. */
export interface MetricsPlaces {
  width: number;
  height: number;
  cards: Card[];
}

const narrowest = 208;
const gap = 12;
const nameFace: Face = { size: 14, weight: "semibold" };
const quiet: Face = { size: 12 };
const strong: Face = { size: 12, weight: "semibold" };

export function placeMetrics(document: MetricsDocument, frame: Frame): MetricsPlaces {
  const { width } = frame;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const count = document.metrics.length;
  const most = Math.max(1, Math.min(4, Math.floor((inner + gap) / (narrowest + gap))));
  const columns = Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / most))));
  const wide = (inner - gap * (columns - 1)) / columns;
  const cards: Card[] = [];
  let top = padding;
  for (let first = 0; first < count; first += columns) {
    const row = document.metrics
      .slice(first, first + columns)
      .map((metric, at) => placeCard(metric, document, frame, padding + at * (wide + gap), top, wide));
    const height = Math.max(...row.map(({ box }) => box.height));
    for (const card of row) card.box.height = height;
    cards.push(...row);
    top += height + gap;
  }
  const places = { width, height: Math.ceil(count === 0 ? 2 * padding : top - gap + padding), cards };
  return frame.say.direction === "rtl" ? mirror(places) : places;
}

/** One card, its lines under each other: name, number and unit, one sentence, period, change, parts. */
function placeCard(metric: Metric, document: MetricsDocument, frame: Frame, left: number, top: number, width: number): Card {
  const { say, font } = frame;
  const inside = 12;
  const x = left + inside;
  const room = width - 2 * inside;
  const card: Card = { key: metric.id, box: { x: left, y: top, width, height: 0 }, lines: [], parts: [] };
  let y = top + inside;
  const write = (text: string, face: Face, leading: number, more: Partial<Line> = {}, indent = 0) => {
    for (const line of wrap(text, room - indent, face, font)) {
      y += leading;
      card.lines.push({ ...face, text: line, x: x + indent, y: y - Math.round(leading * 0.25), ...more });
    }
  };
  write(metric.name, nameFace, 18);
  y += 4;
  if (isAbsence(metric.value)) {
    if (metric.value === "not-applicable") write(say.words.absence["not-applicable"], { size: 28, weight: "semibold" }, 36);
    else {
      card.absent = { absence: metric.value, box: { x, y: y + 4, width: Math.min(room, 96), height: 24 } };
      y += 32;
      write(say.words.absence[metric.value], { size: 14 }, 18);
    }
  } else {
    const text = say.count(metric.value);
    const size = ([28, 20, 16] as const).find((size) => textWidth(text, { size, weight: "semibold" }, font) <= room) ?? 16;
    const face: Face = { size, weight: "semibold" };
    write(text, face, Math.round(size * 0.65) * 2);
    write(metric.unit, { size: 14 }, 18, { tone: "quiet" });
  }
  y += 4;
  if (metric.detail) {
    write(metric.detail, quiet, 16);
    y += 4;
  }
  write(periodText(metric, document, say), quiet, 16, { tone: "quiet" });
  if (metric.change) {
    y += 8;
    const { by } = metric.change;
    const [said, over] = changeWords(metric.change, say);
    // An absence is said in words; a way there is only where there is a change.
    const way = isAbsence(by) ? undefined : wayOf(by);
    if (way) card.moved = { way, x: x + 5, y: y + 9 };
    write(said!, over ? strong : quiet, 16, over ? {} : { tone: "quiet" }, way ? 16 : 0);
    if (over) write(over, quiet, 16, { tone: "quiet" }, way ? 16 : 0);
  }
  if (metric.parts) {
    y += 10;
    card.rule = { x, y, width: room, height: 1 };
    y += 4;
    const most = scaleOf(metric);
    for (const part of metric.parts) {
      const value = say.count(part.value);
      const numeric = !isAbsence(part.value);
      const beside = textWidth(part.name, quiet, font) + 12 + textWidth(value, numeric ? strong : quiet, font) <= room;
      write(part.name, quiet, 18);
      if (beside)
        card.lines.push({
          ...(numeric ? strong : quiet),
          text: value,
          x: x + room,
          y: card.lines.at(-1)!.y,
          anchor: "end",
          ...(numeric ? {} : { tone: "quiet" }),
        });
      else write(value, numeric ? strong : quiet, 16, numeric ? {} : { tone: "quiet" });
      if (part.value === "not-applicable") {
        y += 4;
        continue;
      }
      card.parts.push(barOf(part.value, { x, y: y + 2, width: room, height: 10 }, most));
      y += 18;
    }
  }
  card.box.height = y + inside - top;
  return card;
}

function wayOf(by: Exclude<NonNullable<Metric["change"]>["by"], Absence>): "up" | "down" | "level" | undefined {
  const [low, high] = isExact(by) ? [by, by] : [by.min, by.max];
  if (low > 0) return "up";
  if (high < 0) return "down";
  return low === 0 && high === 0 ? "level" : undefined;
}

const endsOf = (count: Count): [number, number] | undefined => {
  if (isAbsence(count)) return undefined;
  if (isExact(count)) return [count, count];
  if (isRange(count)) return [count.min, count.max];
  return isRounded(count) ? [Math.max(0, count.value - count.nearest / 2), count.value + count.nearest / 2] : undefined;
};

/** The number itself where it is known, so that the bars are parts of it; else the largest part. */
const scaleOf = ({ value, parts = [] }: Metric): number =>
  endsOf(value)?.[1] || Math.max(1, ...parts.map((part) => endsOf(part.value)?.[1] ?? 0));

function barOf(value: Count, scale: Box, most: number): PartBar {
  const ends = endsOf(value);
  if (!ends) return { scale, absent: value as Absence };
  const [low, high] = ends.map((end) => (Math.min(end, most) / most) * scale.width) as [number, number];
  return { scale, to: { ...scale, width: low }, ...(high > low ? { between: { ...scale, x: scale.x + low, width: high - low } } : {}) };
}

/** The same picture from right to left. */
function mirror({ width, height, cards }: MetricsPlaces): MetricsPlaces {
  const box = (it: Box) => mirrorBox(it, width);
  return {
    width,
    height,
    cards: cards.map((card) => ({
      ...card,
      box: box(card.box),
      lines: card.lines.map((line) => mirrorLine(line, width)),
      ...(card.absent && { absent: { ...card.absent, box: box(card.absent.box) } }),
      ...(card.moved && { moved: { ...card.moved, x: width - card.moved.x } }),
      ...(card.rule && { rule: box(card.rule) }),
      parts: card.parts.map((part) => ({
        ...part,
        scale: box(part.scale),
        ...(part.to && { to: box(part.to) }),
        ...(part.between && { between: box(part.between) }),
      })),
    })),
  };
}

/** The room that every text of the picture takes, for tests. */
export const metricTextBoxes = ({ cards }: MetricsPlaces, frame: Frame): (Box & { text: string; card: string })[] =>
  cards.flatMap(({ key, lines }) => lines.map((line) => ({ ...lineBox(line, frame.font), text: line.text, card: key })));
