import { isAbsence, type Absence, type SurveyDocument } from "@vitrine/contract";
import { placeTerm } from "../bars/term.js";
import { placeBar, placeEntries, type Bar, type Entry, type Tag } from "../bars/bar.js";
import { wholePercent } from "../bars/span.js";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { lineBox, mirrored, type Box, type Line } from "../core/text.js";
import { meanText, peopleText, sideText, signed, stepText } from "./describe.js";
import { exactShares, rowAbsence, rowsOf, spansOf, type AnswerRow, type Steps, type TwoSided } from "./read.js";

/** A piece of a diverging bar. */
export interface Piece {
  /** Position of its step. */
  step: number;
  box: Box;
  label?: Line;
}
/** A question or a group of it, placed. Of `pieces`, `steps`, `track` and `absent` at most one is there. */
export interface PlacedRow {
  key: string;
  lines: Line[];
  /** Steps end to end around the neutral middle. */
  pieces?: Piece[];
  /** One bar for each step, where shares are bands. */
  steps?: { step: number; lines: Line[]; bar: Bar }[];
  /** A two-sided scale with zero, a line, and the mean: a line too, or both ends of where it lies. */
  track?: { scale: Box; zero: Box; mean: Box };
  absent?: { box: Box; absence: Absence };
}
export interface SurveyPlaces {
  width: number;
  height: number;
  term: Line[];
  tag?: Tag;
  legend: Entry<number>[];
  /** Names and numbers of a two-sided scale. */
  axis: Line[];
  headings: Line[];
  rows: PlacedRow[];
  /** Where the neutral middle, or zero, stands: a box without a size. */
  zero?: Box;
}

const question: Face = { size: 14, weight: "semibold" };
const name: Face = { size: 14 };
const small: Face = { size: 12 };
const strong: Face = { size: 12, weight: "semibold" };
const barHeight = 24;
/** From this width on the bars stand beside the words. */
const wide = 640;

export function placeSurvey(document: SurveyDocument, frame: Frame): SurveyPlaces {
  const { width, say, font } = frame;
  const { scale } = document;
  const left = width < 360 ? 12 : 16;
  const inner = width - 2 * left;
  const words = width >= wide ? Math.min(Math.round(inner * 0.42), 440) : inner;
  const column = width >= wide ? { left: left + words + 32, width: inner - words - 32 } : { left, width: inner };

  const { term, tag, bottom } = placeTerm(say.words.survey.who, document.status === "provisional", frame, { left, under: 12 });
  let y = bottom;

  const rows = rowsOf(document);
  const exact = scale.kind === "steps" ? rows.flatMap(({ of }) => exactShares(of, scale) ?? []) : [];
  const legend =
    scale.kind === "steps" && exact.length > 0
      ? placeEntries(
          scale.steps.map(({ name: text }, look) => ({ look, text })),
          { left, top: y, width: inner },
          frame,
        )
      : { entries: [], bottom: y };
  y = legend.bottom;
  const axis = scale.kind === "two-sided" ? placeAxis(scale, { ...column, top: y }, frame) : { lines: [], bottom: y };
  y = axis.bottom + 16;

  const reach = scale.kind === "steps" ? reachOf(rows, scale) : undefined;
  const headings: Line[] = [];
  const placed: PlacedRow[] = [];
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    const grouped = row.question !== undefined || next?.question !== undefined;
    if (grouped && row.question === undefined) {
      if (at > 0) y += 8;
      for (const text of wrap(row.name, inner, question, font)) {
        headings.push({ ...question, text, x: left, y: y + 14 });
        y += 18;
      }
      y += 6;
    }
    const title = grouped && row.question === undefined ? { ...row, name: say.words.survey.everybody } : row;
    const { bottom, ...one } = placeRow(title, grouped ? name : question, { left, top: y, width: words }, column, document, reach, frame);
    placed.push(one);
    y = bottom + 16;
  }
  const zero =
    scale.kind === "two-sided"
      ? column.left + column.width / 2
      : reach && column.left + (reach.low / (reach.low + reach.high)) * column.width;
  const places: SurveyPlaces = {
    width,
    height: Math.ceil(rows.length > 0 ? y - 16 + left : y),
    term,
    ...(tag && { tag }),
    legend: legend.entries,
    axis: axis.lines,
    headings,
    rows: placed,
    ...(zero !== undefined && { zero: { x: zero, y: 0, width: 0, height: 0 } }),
  };
  return say.direction === "rtl" ? mirrored(places, width) : places;
}

interface Column {
  left: number;
  width: number;
}
interface Reach {
  low: number;
  high: number;
}

/** How far the longest bars reach to both sides of the neutral middle, so that all have one scale. */
function reachOf(rows: readonly AnswerRow[], scale: Steps): Reach | undefined {
  let reach: Reach | undefined;
  for (const { of } of rows) {
    const shares = exactShares(of, scale);
    if (!shares) continue;
    const low = shares.reduce((sum, share, at) => sum + lowPart(scale, at) * share, 0);
    reach = { low: Math.max(reach?.low ?? 0.1, low), high: Math.max(reach?.high ?? 0.1, 1 - low) };
  }
  return reach;
}
const parts = { low: 1, middle: 0.5, high: 0 } as const;
const lowPart = ({ steps }: Steps, at: number): number => parts[steps[at]!.side];

function placeRow(
  row: AnswerRow,
  face: Face,
  words: Column & { top: number },
  column: Column,
  document: SurveyDocument,
  reach: Reach | undefined,
  frame: Frame,
): PlacedRow & { bottom: number } {
  const { scale } = document;
  const { font, say } = frame;
  const beside = column.left !== words.left;
  const lines: Line[] = [];
  let y = words.top;
  const add = (text: string, of: Face, more: Partial<Line> = {}) => {
    for (const part of wrap(text, words.width, of, font)) {
      lines.push({ ...of, text: part, x: words.left, y: y + of.size, ...more });
      y += of.size === 12 ? 16 : 18;
    }
  };
  add(row.name, face);
  const absence = rowAbsence(row.of, scale);
  const shares = scale.kind === "steps" ? exactShares(row.of, scale) : undefined;
  const people = peopleText(row.of, document, say);
  // An absence of figures and people alike is said once.
  const quiet = absence ? [say.words.absence[absence], ...(row.of.answered === absence ? [] : [people])] : [people];
  if (!absence && scale.kind === "two-sided") {
    const mean = meanText(row.of, say);
    const wide = textWidth(mean, strong, font);
    add(mean, strong);
    if (wide + 8 + textWidth(people, small, font) <= words.width) {
      lines.push({ ...small, text: people, x: words.left + wide + 8, y: y - 4, tone: "quiet" });
      quiet.pop();
    }
  } else if (scale.kind === "steps" && shares) quiet.push(sideText(row.of, scale, "high", say), sideText(row.of, scale, "low", say));
  const joined = quiet.join(" · ");
  if (quiet.length > 0 && textWidth(joined, small, font) <= words.width) add(joined, small, { tone: "quiet" });
  else for (const text of quiet) add(text, small, { tone: "quiet" });

  const top = beside ? words.top : y + 4;
  const end = (bottom: number) => Math.max(bottom, y);
  if (absence === "not-applicable") return { key: row.key, lines, bottom: y };
  if (absence) {
    const box = { x: column.left, y: top, width: column.width, height: 12 };
    return { key: row.key, lines, absent: { box, absence }, bottom: end(top + 12) };
  }
  if (scale.kind === "two-sided") {
    const box = { x: column.left, y: top, width: column.width, height: 18 };
    return { key: row.key, lines, track: placeTrack(row, scale, box), bottom: end(top + 18) };
  }
  if (shares && reach)
    return { key: row.key, lines, pieces: placePieces(shares, scale, { ...column, top }, reach, frame), bottom: end(top + barHeight) };
  const steps = placeSteps(row, scale, { ...column, top }, frame);
  return { key: row.key, lines, steps: steps.steps, bottom: end(steps.bottom) };
}

function placePieces(shares: readonly number[], scale: Steps, column: Column & { top: number }, reach: Reach, frame: Frame): Piece[] {
  const unit = column.width / (reach.low + reach.high);
  const low = shares.reduce((sum, share, at) => sum + lowPart(scale, at) * share, 0);
  let x = column.left + (reach.low - low) * unit;
  return shares.flatMap((share, step): Piece[] => {
    const box = { x, y: column.top, width: share * unit, height: barHeight };
    x += box.width;
    if (share === 0) return [];
    const text = wholePercent(share, frame.say);
    const fits = textWidth(text, strong, frame.font) + 6 <= box.width;
    const label: Line = { ...strong, text, x: box.x + box.width / 2, y: box.y + 16, anchor: "middle" };
    return [{ step, box, ...(fits && { label }) }];
  });
}

function placeSteps({ of }: AnswerRow, scale: Steps, { left, top, width }: Column & { top: number }, frame: Frame) {
  const { say, font } = frame;
  let y = top;
  const spans = spansOf(of, scale);
  const steps = scale.steps.map(({ name: text }, step) => {
    const figure = stepText(of, step, say);
    const room = width - textWidth(figure, strong, font) - 12;
    const beside = textWidth(text, small, font) <= room;
    const lines: Line[] = wrap(text, beside ? room : width, small, font).map((part, at) => ({
      ...small,
      text: part,
      x: left,
      y: y + 12 + 16 * at,
    }));
    if (beside) lines.push({ ...strong, text: figure, x: left + width, y: y + 12, anchor: "end" });
    else for (const part of wrap(figure, width, strong, font)) lines.push({ ...strong, text: part, x: left, y: lines.at(-1)!.y + 16 });
    const bar = placeBar(spans[step]!, { x: left, y: lines.at(-1)!.y + 5, width, height: 8 });
    y = bar.scale.y + 8 + 6;
    return { step, lines, bar };
  });
  return { steps, bottom: y - 6 };
}

function placeTrack({ of: { mean } }: AnswerRow, { reach }: TwoSided, scale: Box): NonNullable<PlacedRow["track"]> {
  const at = (value: number) => scale.x + ((value + reach) / (2 * reach)) * scale.width;
  if (mean === undefined || isAbsence(mean)) throw new TypeError("a row without a mean has no place on the scale");
  const between = (from: number, to: number): Box => ({ ...scale, x: at(from), width: at(to) - at(from) });
  return { scale, zero: between(0, 0), mean: typeof mean === "number" ? between(mean, mean) : between(mean.from, mean.to) };
}

/** Both ends by name, then their numbers with zero between them. */
function placeAxis({ low, high, middle, reach }: TwoSided, { left, top, width }: Column & { top: number }, frame: Frame) {
  const { say, font } = frame;
  const room = width / 2 - 12;
  const names = [wrap(low, room, small, font), wrap(high, room, small, font)] as const;
  const rows = Math.max(...names.map(({ length }) => length));
  const lines: Line[] = names.flatMap((parts, end) =>
    parts.map((text, at): Line => ({
      ...small,
      text,
      x: end === 0 ? left : left + width,
      y: top + 12 + 16 * (at + rows - parts.length),
      anchor: end === 0 ? "start" : "end",
    })),
  );
  let y = top + 16 * rows;
  const numbers = [signed(-reach, say), signed(0, say), signed(reach, say)];
  numbers.forEach((text, at) =>
    lines.push({ ...strong, text, x: left + (at * width) / 2, y: y + 14, anchor: (["start", "middle", "end"] as const)[at]! }),
  );
  y += 18;
  if (middle !== undefined)
    for (const text of wrap(middle, width * 0.7, small, font)) {
      lines.push({ ...small, text, x: left + width / 2, y: y + 12, anchor: "middle", tone: "quiet" });
      y += 16;
    }
  return { lines, bottom: y };
}

/** The room that every text of the picture takes, for tests. */
export const surveyTextBoxes = (places: SurveyPlaces, frame: Frame): (Box & { text: string })[] =>
  [
    ...places.term,
    ...(places.tag ? [places.tag.line] : []),
    ...places.legend.flatMap(({ lines }) => lines),
    ...places.axis,
    ...places.headings,
    ...places.rows.flatMap(({ lines, pieces = [], steps = [] }) => [
      ...lines,
      ...pieces.flatMap(({ label }) => label ?? []),
      ...steps.flatMap((step) => step.lines),
    ]),
  ].map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
