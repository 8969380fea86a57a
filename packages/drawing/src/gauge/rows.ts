import type { Absence, ImplementationDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import type { Box, Line } from "../core/text.js";
import { plain, quiet, strong } from "./faces.js";
import { countText, metShare, shareInWords, type Stages } from "./share.js";

/** A group as a row: name and figures on top, its bar on the common scale below. */
export interface GroupRow {
  /** `course/csd` */
  key: string;
  lines: Line[];
  /** The whole scale, 0 to 100 %; none where there is nothing to draw on it. */
  scale?: Box;
  /** From 0 to the share, or to the lower end of a band. Zero is a box without width. */
  met?: Box;
  /** From the lower to the upper end of a band. */
  between?: Box;
  absent?: Absence;
  /** Where the target stands on the scale, beside a share: a box without width. */
  target?: Box;
}
export interface BreakdownRows {
  heading: Line[];
  rows: GroupRow[];
}
type Breakdown = ImplementationDocument["breakdowns"][number];
type Group = Breakdown["groups"][number];

const barHeight = 10;

interface Figures {
  share: string;
  of: string;
  /** The words stand for a number that is not there, and are never shortened. */
  inWords: boolean;
}

function figuresOf(group: Stages, frame: Frame): Figures {
  const { say } = frame;
  const words = say.words.gauge;
  const share = metShare(group);
  const trained = countText(group.trained, say);
  const met = countText(group.met, say);
  const of = trained ? words.of(met, trained) : met ? words.mark(words.stage.met, met) : "";
  return { share: shareInWords(group, say), of, inWords: share.kind !== "share" };
}

/**
 * One breakdown from `top` down, groups in the document's order. Figures stand beside the names where the names fit, or keep three
 * fifths of the width; else under them. An absence is said in full, never shortened.
 */
export function placeBreakdown(
  breakdown: Breakdown,
  target: number | undefined,
  frame: Frame,
  column: { left: number; top: number; width: number },
): BreakdownRows & { bottom: number } {
  const { left, width } = column;
  const headings = wrap(breakdown.label, width, strong, frame.font).map((text, at): Line => ({
    ...strong,
    text,
    x: left,
    y: column.top + 14 + 18 * at,
  }));
  const figures = breakdown.groups.map((group) => figuresOf(group, frame));
  const numbers = figures.filter(({ inWords }) => !inWords);
  const widest = (texts: string[], face: Face) => Math.max(0, ...texts.map((text) => textWidth(text, face, frame.font)));
  const ofWidth = widest(
    numbers.map(({ of }) => of),
    quiet,
  );
  const shareWidth = widest(
    numbers.map(({ share }) => share),
    strong,
  );
  const free = width - ofWidth - shareWidth - 20;
  const longest = widest(
    breakdown.groups.map(({ name }) => name),
    plain,
  );
  const beside = free >= Math.min(longest, width * 0.6);
  const nameWidth = beside ? free : width;

  let y = column.top + 18 * headings.length + 8;
  const rows = breakdown.groups.map((group: Group, at): GroupRow => {
    const { share, of, inWords } = figures[at]!;
    const lines: Line[] = [];
    const add = (face: Face, text: string, x: number, line: number, more: Partial<Line> = {}) =>
      text && lines.push({ ...face, text, x, y: y + 14 + 18 * line, ...more });
    let line = -1;
    const addName = (width: number) => wrap(group.name, width, plain, frame.font).forEach((text) => add(plain, text, left, ++line));
    if (!inWords) {
      addName(nameWidth);
      if (!beside) line++;
      if (beside || textWidth(share, strong, frame.font) + textWidth(of, quiet, frame.font) + 8 <= width) {
        add(quiet, of, left + width, line, { anchor: "end", tone: "quiet" });
        if (beside) add(strong, share, left + width - ofWidth - 8, line, { anchor: "end" });
        else add(strong, share, left, line);
      } else {
        add(strong, share, left, line++);
        for (const text of wrap(of, width, quiet, frame.font)) add(quiet, text, left, line++, { tone: "quiet" });
        line--;
      }
    } else {
      const parts = [share, of].filter(Boolean);
      const words = parts.join(" · ");
      const wide = textWidth(words, quiet, frame.font);
      const room = width - wide - 12;
      const wordsBeside = room >= textWidth(group.name, plain, frame.font);
      addName(width);
      if (wordsBeside) add(quiet, words, left + width, 0, { anchor: "end", tone: "quiet" });
      else
        for (const text of (wide <= width ? [words] : parts).flatMap((part) => wrap(part, width, quiet, frame.font)))
          add(quiet, text, left, ++line, { tone: "quiet" });
    }
    const row: GroupRow = { key: `${breakdown.by}/${group.id}`, lines };
    const drawn = metShare(group);
    if (drawn.kind === "counts-only" || (drawn.kind === "absent" && drawn.absence === "not-applicable")) {
      y += 18 * (line + 1) + 12;
      return row;
    }
    const scale: Box = { x: left, y: y + 18 * (line + 1) + 4, width, height: barHeight };
    y = scale.y + barHeight + 14;
    if (drawn.kind === "absent") return { ...row, scale, absent: drawn.absence };
    const { low, high } = drawn;
    return {
      ...row,
      scale,
      met: part(scale, 0, low),
      between: high > low ? part(scale, low, high) : undefined,
      target: target === undefined ? undefined : part(scale, target / 100, target / 100),
    };
  });
  return { heading: headings, rows, bottom: y - 14 };
}

/** @param from @param to parts of one */
const part = (scale: Box, from: number, to: number): Box => ({
  ...scale,
  x: scale.x + from * scale.width,
  width: (to - from) * scale.width,
});
