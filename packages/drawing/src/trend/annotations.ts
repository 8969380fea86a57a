import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import type { Line } from "../core/text.js";
import { eventText } from "./describe.js";

const face: Face = { size: 12 };
const rowStep = 16;
const mostRows = 3;

/** What happened, as a line or a stretch across a plot. */
export interface Marked {
  key: string;
  /** Left and right; the same for one day. */
  from: number;
  to: number;
  /** Its label or number above the plot, with `y` still to be set from its row. */
  label: Line;
  row: number;
}
export interface Events {
  marks: Marked[];
  rows: number;
  /** Numbers with their words, where the labels did not fit beside their marks. */
  listed: string[];
}

type Event = TrendDocument["annotations"][number];

/** Those that lie in the time the plot shows, from its left to its right. */
const inView = ({ annotations, times }: TrendDocument): Event[] => {
  const [first, last] = [times.from[0], times.from.at(-1)];
  if (first === undefined || last === undefined) return [];
  return annotations
    .filter(({ from, to }) => from <= last && (to ?? from) >= first)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

/** What stands above a plot already: a label in its row, and the line that leads down from it. */
interface Taken {
  row: number;
  left: number;
  right: number;
  line?: number;
}

/** First row in which a label touches no other, is crossed by no line, and whose own line crosses no label. */
function rowFor(taken: Taken[], label: Omit<Taken, "row">): number {
  const crosses = (x: number | undefined, over: Omit<Taken, "row">) => x !== undefined && x > over.left - 3 && x < over.right + 3;
  const apart = (row: number) =>
    taken.every((other) => other.row !== row || label.right + 8 <= other.left || label.left >= other.right + 8);
  const uncrossed = (row: number) =>
    taken.every((other) => (other.row <= row || !crosses(other.line, label)) && (other.row >= row || !crosses(label.line, other)));
  const rows = Array.from({ length: taken.length + 1 }, (_, at) => at);
  // A line that must cross a label passes behind it.
  const row = rows.find((at) => apart(at) && uncrossed(at)) ?? rows.find(apart)!;
  taken.push({ ...label, row });
  return row;
}

interface Room {
  left: number;
  right: number;
  /** A label that stands in the lowest row already. */
  taken: { left: number; right: number } | undefined;
}

/** @param numbered numbers in place of labels, for plots too small for words */
export function placeEvents(document: TrendDocument, frame: Frame, place: (iso: string) => number, plot: Room, numbered = false): Events {
  const events = inView(document);
  const clamp = (x: number) => Math.min(Math.max(x, plot.left), plot.right);
  const taken: Taken[] = plot.taken ? [{ ...plot.taken, row: 0 }] : [];
  const marks = events.map(({ id, from, to, label }, at): Marked | undefined => {
    const [start, end] = [clamp(place(from)), clamp(place(to ?? from))];
    const text = numbered ? frame.say.number(at + 1) : label;
    const wide = textWidth(text, face, frame.font);
    const put = (left: number, x: number, anchor: Line["anchor"]): Marked => {
      const row = rowFor(taken, { left, right: left + wide, line: start });
      return { key: `event/${id}`, from: start, to: end, label: { ...face, text, x, y: 0, ...(anchor ? { anchor } : {}) }, row };
    };
    if (numbered) return put(start - wide / 2, start, "middle");
    if (start + 4 + wide <= plot.right) return put(start + 4, start + 4, "start");
    return start - 4 - wide >= plot.left ? put(start - 4 - wide, start - 4, "end") : undefined;
  });
  const rows = Math.max(0, ...taken.map(({ row }) => row + 1));
  if (!numbered && (rows > mostRows || marks.includes(undefined))) return placeEvents(document, frame, place, plot, true);
  return {
    marks: marks as Marked[],
    rows,
    listed: numbered ? events.map((event, at) => `${frame.say.number(at + 1)}\u2002${eventText(event, frame.say)}`) : [],
  };
}

/** Room above a plot for its labels. */
export const eventsHeight = ({ rows }: Events): number => rows * rowStep;

/** The labels' baselines: the first row stands nearest to the plot. */
export const labelsAbove = (events: Events, top: number): Marked[] =>
  events.marks.map((mark) => ({ ...mark, label: { ...mark.label, y: top - 5 - rowStep * mark.row } }));

/** The numbered list under a plot. */
export function placeList(
  texts: readonly string[],
  frame: Frame,
  column: { left: number; top: number; width: number },
): { lines: Line[]; bottom: number } {
  let y = column.top;
  const lines = texts.flatMap((text) =>
    wrap(text, column.width, face, frame.font).map((part): Line => {
      y += 16;
      return { ...face, text: part, x: column.left, y: y - 4, tone: "quiet" };
    }),
  );
  return { lines, bottom: y };
}
