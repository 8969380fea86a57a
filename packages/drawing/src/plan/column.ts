import type { Absence, ResourceStatus, StepStatus } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { wrap, type Face } from "../core/measure.js";
import { wrapShort } from "../core/shorten.js";
import type { Box, Line } from "../core/text.js";
import type { Axis } from "./axis.js";

/** How a status or a time looks: a status of a step or a resource, a sub-group's time, or an absence. */
export type Look = StepStatus | ResourceStatus | "group" | Absence;

/** One entry of the plan: what is written, and what is drawn beside it. */
export interface Entry {
  key: string;
  label: string;
  lines: Line[];
  /** The number of a step in its disc. */
  disc?: { x: number; y: number };
  sign?: { look: Look; box: Box };
  /** From the first to the last day; `open` when no last day is set. */
  bar?: { look: Look; box: Box; open: boolean };
  /** The last day. */
  due?: { x: number; y: number };
  /** Days of a meeting, and whether they were over on the day of the plan. */
  dots?: { x: number; y: number; past: boolean }[];
}

/** Every number of the picture, in CSS pixels. */
export interface PlanPlaces {
  width: number;
  height: number;
  /** Headings, notice, goals. */
  lines: Line[];
  axis?: Axis & { top: number; bottom: number; label: Line };
  /** What the signs on the axis mean, those that are there. */
  legend: { look: "due" | "past" | "coming"; x: number; y: number; line: Line }[];
  /** Behind every bar, where the bars stand under the texts. */
  tracks: Box[];
  entries: Entry[];
}

export const headingFace: Face = { size: 16, weight: "semibold" };
export const strong: Face = { size: 14, weight: "semibold" };
export const small: Face = { size: 12 };
/** Writes lines of text under each other in one column. */
export class Column {
  readonly lines: Line[] = [];
  constructor(
    public y: number,
    private readonly x: number,
    private readonly width: number,
    private readonly frame: Frame,
  ) {}
  /** @param most lines; the last of more ends in "…" @param indent of every line */
  write(
    text: string | undefined,
    face: Face,
    { most, indent = 0, ...rest }: Partial<Line> & { most?: number; indent?: number } = {},
  ): void {
    if (!text) return;
    const leading = Math.round(face.size * 0.65) * 2;
    const width = this.width - indent;
    for (const line of most ? wrapShort(text, width, face, this.frame.font, most) : wrap(text, width, face, this.frame.font)) {
      this.y += leading;
      this.lines.push({ ...face, text: line, x: this.x + indent, y: this.y - Math.round(leading * 0.25), ...rest });
    }
  }
}
