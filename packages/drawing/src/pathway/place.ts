import {
  goesOn,
  isAbsence,
  isExact,
  isRange,
  isRounded,
  type Absence,
  type Count,
  type PathwayDocument,
  type PathwayLine,
} from "@vitrine/contract";
import { placeAbsences, type AbsentEntry } from "../core/absent-key.js";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { wrapShort } from "../core/shorten.js";
import { mirrorBox, mirrorLine, type Box, type Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { isWithheldIn, percentOf, wentText } from "./describe.js";

/** One stage of one line: its words, and its bar where it has a number. */
export interface StageRow {
  /** `came`, or of a group `gender/female/came` */
  key: string;
  stage: number;
  /** Breakdown and group; none for all. */
  group?: [breakdown: number, group: number];
  lines: Line[];
  /** From nothing to the number, or to the lower end of a range. Zero is a box without width. */
  bar?: Box;
  /** From the lower to the upper end of a range. */
  between?: Box;
  /** Those of the stage before who did not go on. */
  left?: Box;
  absent?: { absence: Absence; box: Box };
  token: Token;
  provisional: boolean;
}
/** Every number of the drawing, CSS pixels from the top left. */
export interface PathwayPlaces {
  width: number;
  height: number;
  rows: StageRow[];
  /** Headings of breakdowns and groups, and sentences that hold for all. */
  texts: Line[];
  absent: AbsentEntry[];
}

const nameFace: Face = { size: 14, weight: "semibold" };
const numberFace: Face = { size: 14, weight: "semibold" };
const quiet: Face = { size: 12 };
const tokens: readonly Token[] = ["blue", "green", "amber", "wine", "orchid"];

/** Smallest and largest number a count can stand for; nothing where there is none. */
function ends(count: Count): [low: number, high: number] | undefined {
  if (isAbsence(count)) return undefined;
  if (isRange(count)) return [count.min, count.max];
  if (isRounded(count)) return [Math.max(0, count.value - count.nearest / 2), count.value + count.nearest / 2];
  return [count, count];
}

/** A colour for each thing that is counted: people and families are not of one scale's colour. */
const tokenOf = ({ stages }: PathwayDocument, at: number): Token =>
  tokens[[...new Set(stages.map(({ of }) => of))].indexOf(stages[at]!.of) % tokens.length]!;

/** Whether every group of a breakdown can begin at full length: all are followed, count one thing, and begin with a number. */
const isOwnScale = ({ stages, followed, breakdowns }: PathwayDocument, at: number): boolean =>
  followed &&
  new Set(stages.map(({ of }) => of)).size === 1 &&
  breakdowns[at]!.groups.every(({ reached }) => isExact(reached[0]) && reached[0] > 0);

const highest = (lines: readonly PathwayLine[]): number =>
  Math.max(1, ...lines.flatMap(({ reached }) => reached.flatMap((count) => ends(count)?.[1] ?? [])));

interface Column {
  left: number;
  top: number;
  width: number;
}

/** Stages under one another, their bars on one scale; then a panel for every group. */
export function placePathway(document: PathwayDocument, frame: Frame): PathwayPlaces {
  const { width, say } = frame;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const words = say.words.pathway;
  const texts: Line[] = [];
  let y = padding;
  const write = (text: string, face: Face, left = padding, room = inner, tone?: Line["tone"]) => {
    const step = face.size === 14 ? 18 : 16;
    for (const part of wrap(text, room, face, frame.font)) {
      y += step;
      texts.push({ ...face, text: part, x: left, y: y - 4, ...(tone ? { tone } : {}) });
    }
  };
  // A bar longer than this says no more.
  const main = placeLine(
    document,
    document.all,
    frame,
    { left: padding, top: y, width: Math.min(inner, 760) },
    { full: highest([document.all]), key: (stage) => stage, small: false },
  );
  const rows = [...main.rows];
  y = main.bottom;
  if (!document.followed && document.stages.length > 1) {
    y += 8;
    write(words.notFollowed, quiet, padding, inner, "quiet");
  }
  document.breakdowns.forEach((breakdown, at) => {
    y += 20;
    write(breakdown.label, nameFace);
    const own = isOwnScale(document, at);
    write(
      [own ? words.ownScale : words.commonScale, document.followed ? words.percents : ""].filter(Boolean).join(" "),
      quiet,
      padding,
      inner,
      "quiet",
    );
    const gap = 28;
    const across = Math.max(1, Math.min(4, breakdown.groups.length, Math.floor((inner + gap) / (220 + gap))));
    const each = (inner - gap * (across - 1)) / across;
    const common = highest(breakdown.groups);
    for (let row = 0; row < breakdown.groups.length; row += across) {
      const top = y + 12;
      const placed = breakdown.groups.slice(row, row + across).map((group, column) => {
        const left = padding + column * (each + gap);
        const names = wrapShort(group.name, each, nameFace, frame.font, 2).map((text, line): Line => ({
          ...nameFace,
          text,
          x: left,
          y: top + 14 + 18 * line,
        }));
        return { group, left, names, position: row + column };
      });
      const start = top + Math.max(...placed.map(({ names }) => names.length)) * 18 + 6;
      for (const { group, left, names, position } of placed) {
        texts.push(...names);
        const full = own ? (group.reached[0] as number) : common;
        const key = (stage: string) => `${breakdown.by}/${group.id}/${stage}`;
        const panel = placeLine(document, group, frame, { left, top: start, width: each }, { full, key, small: true });
        rows.push(...panel.rows.map((one): StageRow => ({ ...one, group: [at, position] })));
        y = Math.max(y, panel.bottom);
      }
    }
  });
  const { all, breakdowns } = document;
  const figures = new Set<Count>([all, ...breakdowns.flatMap(({ groups }) => groups)].flatMap(({ reached }) => reached));
  // A stage that a group cannot reach is left out, and needs no look.
  figures.delete("not-applicable");
  const absent = placeAbsences(figures, frame, { left: padding, top: y + 14, width: inner });
  if (absent.rows.length > 0) y = absent.bottom;
  if (isWithheldIn(document)) {
    y += 4;
    write(words.withheld, quiet, padding, inner, "quiet");
  }
  const places: PathwayPlaces = { width, height: Math.ceil(y + padding), rows, texts, absent: absent.rows };
  return say.direction === "rtl" ? mirror(places) : places;
}

/** The stages of everybody or of one group. @param full the number whose bar is as long as the column */
function placeLine(
  document: PathwayDocument,
  line: PathwayLine,
  frame: Frame,
  column: Column,
  { full, key, small }: { full: number; key: (stage: string) => string; small: boolean },
): { rows: StageRow[]; bottom: number } {
  const { say, font } = frame;
  const words = say.words.pathway;
  const { left, width } = column;
  const faces = small ? { name: quiet, number: quiet } : { name: nameFace, number: numberFace };
  const step = small ? 15 : 18;
  const height = small ? 8 : 20;
  const length = (value: number) => (Math.min(value, full) / full) * width;
  // A provisional document that names no stage means every one.
  const open = document.status === "provisional" && document.stages.every((stage) => stage.provisional === undefined);
  let y = column.top;
  const rows = document.stages.map((stage, at): StageRow => {
    const count = line.reached[at]!;
    const before = at > 0 ? line.reached[at - 1]! : undefined;
    const linked = goesOn(document, at);
    const lines: Line[] = [];
    const provisional = stage.provisional ?? open;
    const add = (face: Face, text: string, more: Partial<Line> = {}) => lines.push({ ...face, text, x: left, y: y + step - 4, ...more });
    // Name and number share a line where both fit, else the number stands under the name.
    const name = [
      stage.name,
      ...(stage.period && !small ? [stage.period] : []),
      ...(provisional ? [say.words.status.provisional.toLocaleLowerCase(say.locale)] : []),
    ].join(" · ");
    const number = numberText(document, line, at, frame, small);
    const face: Face = isAbsence(count) ? quiet : faces.number;
    const room = width - textWidth(number, face, font) - 12;
    const beside = textWidth(name, faces.name, font) <= room || (!isAbsence(count) && room >= width * 0.55);
    const names = wrapShort(name, beside ? room : width, faces.name, font, 3);
    const top = y;
    for (const text of names) {
      add(faces.name, text);
      y += step;
    }
    const tone: Partial<Line> = isAbsence(count) || small ? { tone: "quiet" } : {};
    if (beside) lines.push({ ...face, text: number, x: left + width, y: top + step - 4, anchor: "end", ...tone });
    else
      for (const text of wrap(number, width, face, font)) {
        add(face, text, tone);
        y += step;
      }
    const row: StageRow = { key: key(stage.id), stage: at, lines, token: tokenOf(document, at), provisional };
    const box: Box = { x: left, y: y + 2, width, height };
    if (isAbsence(count)) {
      if (count !== "not-applicable") {
        // A withheld number takes the whole width: no length lets anybody guess it.
        row.absent = { absence: count, box };
        y += height + 6;
      }
    } else {
      const [low, high] = ends(count)!;
      row.bar = { ...box, width: length(low) };
      if (high > low) row.between = { ...box, x: left + length(low), width: length(high) - length(low) };
      if (linked && isExact(before) && before > high) row.left = { ...box, x: left + length(high), width: length(before) - length(high) };
      y += height + 6;
    }
    if (!small) {
      const went = wentText(document, line, at, say);
      const other = at > 0 && document.followed && !linked ? words.otherCount(stage.of) : undefined;
      for (const text of wrap(went ?? other ?? "", width, quiet, font)) {
        lines.push({ ...quiet, text, x: left, y: y + 11, tone: "quiet" });
        y += 15;
      }
      y += 10;
    } else y += 2;
    return row;
  });
  return { rows, bottom: y - (small ? 2 : 8) };
}

/** The number as it stands beside its stage; in a panel also its share of the stage before. */
function numberText(document: PathwayDocument, line: PathwayLine, at: number, { say }: Frame, small: boolean): string {
  const count = line.reached[at]!;
  if (isAbsence(count)) return say.words.absence[count];
  const number = small ? say.count(count) : say.words.pathway.number(say.count(count), document.stages[at]!.of);
  const before = line.reached[at - 1];
  if (!small || !goesOn(document, at) || !isExact(before) || !isExact(count) || before === 0) return number;
  return `${number} · ${percentOf(count, before, say)}`;
}

/** The same picture from right to left. */
function mirror(places: PathwayPlaces): PathwayPlaces {
  const { width } = places;
  const line = (it: Line) => mirrorLine(it, width);
  const box = (it: Box | undefined) => it && mirrorBox(it, width);
  return {
    ...places,
    texts: places.texts.map(line),
    rows: places.rows.map((row): StageRow => {
      const [bar, between, left] = [box(row.bar), box(row.between), box(row.left)];
      return {
        ...row,
        lines: row.lines.map(line),
        ...(bar ? { bar } : {}),
        ...(between ? { between } : {}),
        ...(left ? { left } : {}),
        ...(row.absent ? { absent: { ...row.absent, box: mirrorBox(row.absent.box, width) } } : {}),
      };
    }),
    absent: places.absent.map((one) => ({ ...one, swatch: mirrorBox(one.swatch, width), lines: one.lines.map(line) })),
  };
}

/** Every text of the picture, for tests. */
export const pathwayTexts = ({ rows, texts, absent }: PathwayPlaces): Line[] => [
  ...texts,
  ...rows.flatMap(({ lines }) => lines),
  ...absent.flatMap(({ lines }) => lines),
];
