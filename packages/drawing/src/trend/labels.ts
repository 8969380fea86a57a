import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { shorten, wrapShort } from "../core/shorten.js";
import type { Line } from "../core/text.js";
import { when } from "./days.js";
import { detailText, isShown, newest, readAt, valueText, type linesOf } from "./figures.js";
import type { PlacedLine } from "./plot.js";

type Named = ReturnType<typeof linesOf>[number];
const nameFace: Face = { size: 14 };
const valueFace: Face = { size: 14, weight: "semibold" };
const quiet: Face = { size: 12 };

/** What a label says of a line: its newest figure, or the one at a chosen point. */
export interface Says {
  name: string;
  value: string;
  detail: string | undefined;
  /** The value is words for a missing figure. */
  absent: boolean;
}

/** @param at the point a reader chose; the newest figure without one */
export function saysOf(document: TrendDocument, line: Named, frame: Frame, at?: number): Says {
  const { measure, times } = document;
  const { say } = frame;
  const end = times.from.length - 1;
  const shown = (point: number) => isShown(readAt(line, measure, point));
  const last = newest(times.from.length, shown);
  const from = at ?? (last >= 0 ? last : end);
  if (from < 0) return { name: line.name, value: "", detail: undefined, absent: true };
  const value = valueText(line, measure, from, say);
  const told = at === undefined && last >= 0 && last < end ? say.words.trend.valueAt(value, when(document, last, say)) : value;
  return { name: line.name, value: told, detail: detailText(line, measure, from, say), absent: !shown(from) };
}

/** Lines of a label one under the other from `top`; returns where they end. */
function stack(says: Says, left: number, top: number, width: number, frame: Frame): { lines: Line[]; bottom: number } {
  const lines: Line[] = [];
  let y = top;
  const add = (texts: string[], face: Face, tone?: Line["tone"]) => {
    for (const text of texts) {
      y += face.size === 12 ? 15 : 17;
      lines.push({ ...face, text, x: left, y: y - 4, ...(tone ? { tone } : {}) });
    }
  };
  add(wrapShort(says.name, width, nameFace, frame.font, 3), nameFace);
  if (says.value)
    add(
      wrap(says.value, width, says.absent ? quiet : valueFace, frame.font),
      says.absent ? quiet : valueFace,
      says.absent ? "quiet" : undefined,
    );
  if (says.detail) add(wrap(says.detail, width, quiet, frame.font), quiet, "quiet");
  return { lines, bottom: y };
}

/** A label at the end of a line, and the way from there to it. */
export interface DirectLabel {
  key: string;
  lines: Line[];
  /** From the end of the line to the label; none where nothing is drawn. */
  leader?: { x1: number; y1: number; x2: number; y2: number };
}

/** Width of the column of labels: what the longest asks for, a third of the picture at most. */
export function labelWidth(all: readonly Says[], frame: Frame): number {
  const widest = Math.max(
    ...all.flatMap(({ name, value, detail, absent }) => [
      textWidth(name, nameFace, frame.font),
      textWidth(value, absent ? quiet : valueFace, frame.font),
      detail ? textWidth(detail, quiet, frame.font) : 0,
    ]),
  );
  return Math.ceil(Math.min(Math.max(widest, 72), frame.width / 3, 220)) + 2;
}

/** Height that labels need under one another. */
export const labelsHeight = (all: readonly Says[], width: number, frame: Frame): number =>
  all.reduce((sum, says) => sum + stack(says, 0, 0, width, frame).bottom + 8, -8);

/**
 * Labels beside the ends of their lines. They keep the order of the ends and are moved apart until none touches another; a line without
 * any figure has its label at the foot.
 */
export function placeLabels(
  all: readonly Says[],
  lines: readonly PlacedLine[],
  column: { left: number; width: number; top: number; bottom: number },
  frame: Frame,
): DirectLabel[] {
  const wanted = all
    .map((says, at) => {
      const placed = stack(says, column.left, 0, column.width, frame);
      const { last } = lines[at]!;
      const middle = last ? (last.low + last.high) / 2 : column.bottom;
      return { placed, at, height: placed.bottom, top: middle - 10 };
    })
    .sort((a, b) => a.top - b.top || a.at - b.at);
  settle(wanted, column.top, column.bottom);
  return wanted
    .sort((a, b) => a.at - b.at)
    .map(({ placed, at, top }): DirectLabel => {
      const { key, last } = lines[at]!;
      const moved = placed.lines.map((line) => ({ ...line, y: line.y + top }));
      if (!last) return { key, lines: moved };
      const leader = { x1: last.x + 5, y1: (last.low + last.high) / 2, x2: column.left - 4, y2: top + 9 };
      return { key, lines: moved, leader };
    });
}

/**
 * Moves blocks apart, as little as may be, in their order and between top and bottom: those that touch become one pile, which stands as near as
 * it can to where its blocks wanted to be.
 */
function settle(blocks: { top: number; height: number }[], top: number, bottom: number): void {
  const gap = 8;
  const piles: { of: typeof blocks; top: number; height: number }[] = [];
  for (const block of blocks) {
    piles.push({ of: [block], top: block.top, height: block.height });
    for (;;) {
      const pile = piles.at(-1)!;
      pile.top = Math.max(top, Math.min(pile.top, bottom - pile.height));
      const above = piles.at(-2);
      if (!above || above.top + above.height + gap <= pile.top) break;
      piles.pop();
      let offset = 0;
      let wish = 0;
      above.of.push(...pile.of);
      for (const { top: wanted, height } of above.of) {
        wish += wanted - offset;
        offset += height + gap;
      }
      above.top = wish / above.of.length;
      above.height = offset - gap;
    }
  }
  for (const pile of piles) {
    let free = pile.top;
    for (const block of pile.of) {
      block.top = free;
      free += block.height + gap;
    }
  }
}

/** A line of the key above a narrow plot: its sign, name and figure. */
export interface KeyEntry {
  key: string;
  /** Middle of the sign. */
  sign: { x: number; y: number };
  lines: Line[];
}

/** The key from `top` down; figures stand at the end of the names' line where both fit, else under them. */
export function placeKey(
  all: readonly (Says & { key: string })[],
  frame: Frame,
  column: { left: number; top: number; width: number },
): { entries: KeyEntry[]; bottom: number } {
  let y = column.top;
  const left = column.left + 18;
  const room = column.width - 18;
  const entries = all.map(({ key, ...says }): KeyEntry => {
    const face = says.absent ? quiet : valueFace;
    const wide = textWidth(says.value, face, frame.font);
    const beside = wide + 12 + Math.min(textWidth(says.name, nameFace, frame.font), room * 0.6) <= room;
    const names = wrapShort(says.name, beside ? room - wide - 12 : room, nameFace, frame.font, 3);
    const lines: Line[] = names.map((text, at) => ({ ...nameFace, text, x: left, y: y + 14 + 17 * at }));
    const sign = { x: column.left + 6, y: y + 9 };
    const tone = says.absent ? ({ tone: "quiet" } as const) : {};
    if (beside) lines.push({ ...face, text: says.value, x: column.left + column.width, y: y + 14, anchor: "end", ...tone });
    y += 17 * names.length;
    if (!beside)
      for (const text of wrap(says.value, room, face, frame.font)) {
        lines.push({ ...face, text, x: left, y: y + 14, ...tone });
        y += 17;
      }
    for (const text of says.detail ? wrap(says.detail, room, quiet, frame.font) : []) {
      lines.push({ ...quiet, text, x: left, y: y + 12, tone: "quiet" });
      y += 15;
    }
    y += 6;
    return { key, sign, lines };
  });
  return { entries, bottom: y - 6 };
}

/** The head of a panel: name and newest figure. */
export function placeHead(
  says: Says,
  frame: Frame,
  column: { left: number; top: number; width: number },
): { lines: Line[]; bottom: number } {
  const names = wrapShort(says.name, column.width, valueFace, frame.font, 2).map((text, at): Line => ({
    ...valueFace,
    text,
    x: column.left,
    y: column.top + 14 + 17 * at,
  }));
  let y = column.top + 17 * names.length;
  const told = [says.value, says.detail].filter(Boolean).join(" · ");
  const parts = textWidth(told, quiet, frame.font) <= column.width ? [told] : [says.value, says.detail ?? ""].filter(Boolean);
  const lines = [...names];
  for (const text of parts.flatMap((part) => wrap(part, column.width, quiet, frame.font))) {
    lines.push({ ...quiet, text, x: column.left, y: y + 12, tone: "quiet" });
    y += 15;
  }
  return { lines, bottom: y };
}

/** A text that is cut where it must be: the whole of it stands in the table. */
export const cut = (text: string, width: number, frame: Frame): string => shorten(text, width, quiet, frame.font);
