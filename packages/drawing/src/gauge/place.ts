import type { ImplementationDocument, Note } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { lineBox, mirrored, type Box, type Line } from "../core/text.js";
import { plain } from "./faces.js";
import { placeLegend, type LegendRow } from "./legend.js";
import { placeRing, type Ring } from "./ring.js";
import { placeBreakdown, type BreakdownRows } from "./rows.js";
import { countText, metShare } from "./share.js";

/** Every number of the picture, in CSS pixels and radians. */
export interface GaugePlaces {
  width: number;
  height: number;
  ring: Ring;
  /** What the share is of, and of which bar; each opens its note. */
  terms: { note: Note["kind"]; lines: Line[] }[];
  /** "Provisional", and the frame around it. */
  provisional?: { line: Line; box: Box };
  legend: LegendRow[];
  breakdowns: BreakdownRows[];
}

interface Column {
  left: number;
  top: number;
  width: number;
}

/** From this width on, breakdowns stand beside the ring. */
const wide = 480;

export function placeGauge(document: ImplementationDocument, frame: Frame): GaugePlaces {
  const { width } = frame;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const beside = width >= wide && document.breakdowns.length > 0;
  const gap = width >= 720 ? 48 : 24;
  const first = beside ? Math.min(Math.max(Math.round(inner * 0.42), 216), 340) : Math.min(inner, 380);
  const left = beside ? padding : (width - first) / 2;
  const head = placeHead(document, frame, { left, top: padding, width: first });
  const rest: Column = beside
    ? { left: padding + first + gap, top: padding, width: inner - first - gap }
    : { left: padding, top: head.bottom + 28, width: inner };
  const rows = placeBreakdowns(document, frame, rest);
  const height = Math.ceil(Math.max(head.bottom, rows.bottom) + padding);
  const { bottom: _, ...placed } = head;
  const places: GaugePlaces = { width, height, ...placed, breakdowns: rows.breakdowns };
  return frame.say.direction === "rtl" ? mirror(places) : places;
}

/** Ring, terms and legend, one under the other in the middle of their column. */
function placeHead(document: ImplementationDocument, frame: Frame, column: Column) {
  const ring = placeRing(document, frame, column);
  const words = frame.say.words.gauge;
  const middle = column.left + column.width / 2;
  let bottom = ring.y + 4;
  const lines = (text: string, face: Face, more: Partial<Line> = {}): Line[] =>
    wrap(text, column.width, face, frame.font).map((line) => {
      bottom += 20;
      return { ...face, text: line, x: middle, y: bottom, anchor: "middle", ...more };
    });
  const trained = countText(document.trained, frame.say);
  const share = metShare(document);
  const terms: GaugePlaces["terms"] = [];
  if (trained !== undefined) {
    // Where the headline is how many met the bar, it is not said twice.
    const met = share.kind === "counts-only" ? undefined : countText(document.met, frame.say);
    const text = share.kind === "absent" ? words.of(met, trained) : words.ofTeachers(met, trained);
    terms.push({ note: "denominator", lines: lines(text, plain) });
    bottom += 2;
  }
  const definition = document.notes.find(({ kind }) => kind === "definition")?.title;
  const bar = share.kind === "absent" && definition ? definition : words.metTheBar;
  terms.push({ note: "definition", lines: lines(bar, plain, { tone: "quiet" }) });
  const provisional = document.status === "provisional" ? placeProvisional(frame, middle, bottom + 28) : undefined;
  if (provisional) bottom = provisional.box.y + provisional.box.height;
  const legendWidth = Math.min(column.width, 260);
  const legend = placeLegend(document, frame, ring, { left: middle - legendWidth / 2, top: bottom + 20, width: legendWidth });
  return { ring, terms, provisional, legend: legend.rows, bottom: legend.bottom };
}

function placeProvisional(frame: Frame, x: number, y: number) {
  const face: Face = { size: 12, weight: "semibold" };
  const text = frame.say.words.status.provisional;
  const width = textWidth(text, face, frame.font) + 16;
  return { line: { ...face, text, x, y, anchor: "middle" } as const, box: { x: x - width / 2, y: y - 15, width, height: 22 } };
}

/** One under the other, or in two columns where both are wide enough; the common scale is as long in both. */
function placeBreakdowns(document: ImplementationDocument, frame: Frame, area: Column): { breakdowns: BreakdownRows[]; bottom: number } {
  const target = document.target?.share;
  const stack = (some: ImplementationDocument["breakdowns"], column: Column) => {
    let top = column.top;
    let bottom = column.top;
    const breakdowns = some.map((breakdown) => {
      const placed = placeBreakdown(breakdown, target, frame, { ...column, top });
      bottom = placed.bottom;
      top = bottom + 28;
      return { heading: placed.heading, rows: placed.rows };
    });
    return { breakdowns, bottom };
  };
  const all = document.breakdowns;
  if (all.length === 0) return { breakdowns: [], bottom: 0 };
  if (all.length === 1 || area.width < 640) return stack(all, area);
  const half = (area.width - 40) / 2;
  const split = (at: number) => {
    const one = stack(all.slice(0, at), { ...area, width: half });
    const two = stack(all.slice(at), { ...area, left: area.left + half + 40, width: half });
    return { breakdowns: [...one.breakdowns, ...two.breakdowns], bottom: Math.max(one.bottom, two.bottom) };
  };
  return all.slice(1).reduce((best, _, at) => (split(at + 1).bottom < best.bottom ? split(at + 1) : best), split(1));
}

/** The same picture from right to left. */
function mirror(places: GaugePlaces): GaugePlaces {
  const { width } = places;
  const turned = mirrored(places, width);
  const { ring } = turned;
  ring.x = width - ring.x;
  ring.arcs = ring.arcs.map((arc) => ({ ...arc, start: -arc.end, end: -arc.start }));
  if (ring.target) ring.target.angle *= -1;
  return turned;
}

/** The room that every text of the picture takes, for tests. */
export const gaugeTextBoxes = (places: GaugePlaces, frame: Frame): (Box & { text: string })[] =>
  [
    ...places.ring.headline,
    ...(places.ring.target?.lines ?? []),
    ...places.terms.flatMap(({ lines }) => lines),
    ...(places.provisional ? [places.provisional.line] : []),
    ...places.legend.flatMap(({ lines }) => lines),
    ...places.breakdowns.flatMap(({ heading, rows }) => [...heading, ...rows.flatMap(({ lines }) => lines)]),
  ].map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
