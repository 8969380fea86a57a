import { isAbsence, type CompositionDocument } from "@vitrine/contract";
import { placeTerm } from "../bars/term.js";
import { placeBar, placeEntries, type Bar, type Entry, type Tag } from "../bars/bar.js";
import { isAbsent } from "../bars/span.js";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { type Box, type Line, lineBox, mirrored } from "../core/text.js";
import { differenceText, scaleOf, sideSpan, sideText, sidesOf, type Breakdown, type Group, type Side } from "./describe.js";

/** A group as one row: its name, a bar for each side, the difference in words. */
export interface PlacedGroup {
  key: string;
  lines: Line[];
  bars: { side: Side; unreported: boolean; bar: Bar }[];
}
export interface CompositionPlaces {
  width: number;
  height: number;
  term: Line[];
  tag?: Tag;
  legend: Entry<Side>[];
  scale: Line[];
  breakdowns: { heading: Line[]; groups: PlacedGroup[] }[];
}

interface Column {
  left: number;
  top: number;
  width: number;
}

const heading: Face = { size: 14, weight: "semibold" };
const nameFace: Face = { size: 14 };
const small: Face = { size: 12 };
const strong: Face = { size: 12, weight: "semibold" };
const barHeight = 10;
/** From this width of a column on, name, bars and difference stand side by side. */
const wide = 600;

export function placeComposition(document: CompositionDocument, frame: Frame): CompositionPlaces {
  const { width, say, font } = frame;
  const left = width < 360 ? 12 : 16;
  const inner = width - 2 * left;
  const words = say.words.composition;
  const { subject, comparison, breakdowns } = document;

  const { term, tag, bottom } = placeTerm(words.who, document.status === "provisional", frame, { left, under: 12 });
  const top = bottom;
  const compared = breakdowns.some(({ groups }) => groups.some(({ compared: of }) => of));
  const count = ({ name, students }: { name: string; students: typeof subject.students }) =>
    words.all(name, isAbsence(students) ? say.words.absence[students] : say.count(students));
  const legend = placeEntries<Side>(
    [
      { look: "subject", text: count(subject) },
      ...(comparison && compared ? [{ look: "comparison" as const, text: count(comparison) }] : []),
    ],
    { left, top, width: inner },
    frame,
  );
  const common = commonScale(document, frame);
  let y = legend.bottom;
  const scale =
    breakdowns.length === 0
      ? []
      : wrap(words.scale(say.percent(0), say.percent(common.most * 100)), inner, small, font).map((text, at): Line => ({
          ...small,
          text,
          x: left,
          y: y + 16 + 16 * at,
          tone: "quiet",
        }));
  y += 16 * scale.length + 24;

  const stack = (some: readonly Breakdown[], column: Column) => {
    let bottom = column.top;
    const placed = some.map((breakdown, at) => {
      const one = placeBreakdown(breakdown, document, common, { ...column, top: bottom + (at > 0 ? 28 : 0) }, frame);
      bottom = one.bottom;
      return { heading: one.heading, groups: one.groups };
    });
    return { placed, bottom };
  };
  const half = (inner - 48) / 2;
  const split = (at: number) => {
    const one = stack(breakdowns.slice(0, at), { left, top: y, width: half });
    const two = stack(breakdowns.slice(at), { left: left + half + 48, top: y, width: half });
    return { placed: [...one.placed, ...two.placed], bottom: Math.max(one.bottom, two.bottom) };
  };
  const found =
    breakdowns.length > 1 && inner >= 900
      ? breakdowns.slice(1).reduce((best, _, at) => (split(at + 1).bottom < best.bottom ? split(at + 1) : best), split(1))
      : stack(breakdowns, { left, top: y, width: inner });
  const places: CompositionPlaces = {
    width,
    height: Math.ceil(found.bottom + left),
    term,
    ...(tag && { tag }),
    legend: legend.entries,
    scale,
    breakdowns: found.placed,
  };
  return say.direction === "rtl" ? mirrored(places, width) : places;
}

/** What all bars have in common, so that they can be compared: what their scale stands for, and the room beside them. */
interface Scale {
  most: number;
  value: number;
  difference: number;
}

function commonScale(document: CompositionDocument, { say, font }: Frame): Scale {
  const groups = document.breakdowns.flatMap((breakdown) => breakdown.groups);
  const widest = (texts: string[], face: Face) => Math.max(0, ...texts.map((text) => textWidth(text, face, font)));
  const values = groups.flatMap((group) =>
    sidesOf(group, document).flatMap((side) => (isAbsent(sideSpan(group, side, document)) ? [] : [sideText(group, side, document, say)])),
  );
  const differences = groups.map((group) => differenceText(group, document, say) ?? "");
  return { most: scaleOf(document), value: widest(values, strong), difference: Math.min(widest(differences, small), 180) };
}

function placeBreakdown(breakdown: Breakdown, document: CompositionDocument, scale: Scale, { left, top, width }: Column, frame: Frame) {
  const { say, font } = frame;
  let y = top;
  const lines: Line[] = [];
  const add = (text: string, face: Face, tone: Line["tone"] = "ink") => {
    for (const part of wrap(text, width, face, font)) {
      lines.push({ ...face, text: part, x: left, y: y + face.size, tone });
      y += face.size + 4;
    }
  };
  add(breakdown.label, heading);
  if (breakdown.overlap) add(say.words.composition.overlap, small, "quiet");
  y += 6;
  const groups = breakdown.groups.map((group) => {
    const placed = placeGroup(group, document, scale, { left, top: y, width }, frame);
    y = placed.bottom + 14;
    return { key: `${breakdown.by}/${group.id}`, lines: placed.lines, bars: placed.bars };
  });
  return { heading: lines, groups, bottom: y - 14 };
}

function placeGroup(
  group: Group,
  document: CompositionDocument,
  { most, value: valueWidth, difference: differenceWidth }: Scale,
  { left, top, width }: Column,
  frame: Frame,
) {
  const { say, font } = frame;
  const difference = differenceText(group, document, say);
  const beside = width >= wide;
  const nameWidth = beside ? Math.min(Math.round(width * 0.3), 240) : width;
  const gap = differenceWidth > 0 ? 16 : 0;
  const barLeft = beside ? left + nameWidth + 20 : left;
  const barWidth = (beside ? width - nameWidth - 20 - differenceWidth - gap : width) - valueWidth - 8;
  const lines: Line[] = wrap(group.name, nameWidth, nameFace, font).map((text, at) => ({
    ...nameFace,
    text,
    x: left,
    y: top + 13 + 18 * at,
  }));
  const nameBottom = top + 18 * lines.length;
  let y = beside ? top + 2 : nameBottom + 2;
  const bars: PlacedGroup["bars"] = [];
  for (const side of sidesOf(group, document)) {
    const span = sideSpan(group, side, document);
    const absent = isAbsent(span);
    const text = sideText(group, side, document, say);
    // Nobody is in it: there is nothing to draw on.
    if (!(absent && span.absent === "not-applicable"))
      bars.push({
        side,
        unreported: group.unreported === true,
        bar: placeBar(span, { x: barLeft, y, width: barWidth, height: barHeight }, most),
      });
    if (!absent) lines.push({ ...strong, text, x: barLeft + barWidth + 8 + valueWidth, y: y + 9.5, anchor: "end" });
    else {
      // The words for an absence are longer than any share: under their bar.
      const room = beside ? barWidth + 8 + valueWidth : width;
      y += span.absent === "not-applicable" ? -2 : barHeight + 2;
      for (const part of wrap(text, room, small, font)) {
        lines.push({ ...small, text: part, x: barLeft, y: y + 11, tone: "quiet" });
        y += 15;
      }
      y -= barHeight;
    }
    y += barHeight + 5;
  }
  y -= 5;
  if (difference)
    if (beside)
      wrap(difference, differenceWidth, small, font).forEach((text, at, all) =>
        lines.push({ ...small, text, x: left + width, y: top + 18 - 7.5 * (all.length - 1) + 15 * at, anchor: "end", tone: "quiet" }),
      );
    else
      for (const text of wrap(difference, width, small, font)) {
        lines.push({ ...small, text, x: left, y: y + 15, tone: "quiet" });
        y += 16;
      }
  return { lines, bars, bottom: Math.max(y, beside ? nameBottom : 0) };
}

/** The room that every text of the picture takes, for tests. */
export const compositionTextBoxes = (places: CompositionPlaces, frame: Frame): (Box & { text: string })[] =>
  [
    ...places.term,
    ...(places.tag ? [places.tag.line] : []),
    ...places.legend.flatMap(({ lines }) => lines),
    ...places.scale,
    ...places.breakdowns.flatMap(({ heading: head, groups }) => [...head, ...groups.flatMap(({ lines }) => lines)]),
  ].map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
