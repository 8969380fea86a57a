import type { PlanDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth } from "../core/measure.js";
import { lineBox, mirrorBox, mirrorLine, type Box, type Line } from "../core/text.js";
import { sentences } from "../words/sentences.js";
import { dayNumber, dayX, placeAxis, type Axis } from "./axis.js";
import { Column, headingFace, small, strong, type Entry, type Look, type PlanPlaces } from "./column.js";
import { placeLists } from "./lists.js";
import { describeStep, groupOf, rolesText, stepState, whenText } from "./describe.js";

const indent = 32;
const barHeight = 10;
/** From this width on, times stand beside what is done. */
const wide = 640;

export function placePlan(document: PlanDocument, frame: Frame): PlanPlaces {
  const { width, say } = frame;
  const words = say.words.plan;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const head = new Column(padding, padding, inner, frame);
  head.write(document.notice, strong);
  if (document.notice) head.y += 12;
  if (document.goals.length > 0) {
    head.write(words.heading.goals, headingFace);
    head.y += 2;
    for (const goal of document.goals) head.write(`– ${goal}`, { size: 14 });
    head.y += 20;
  }
  const places: PlanPlaces = { width, height: 0, lines: head.lines, legend: [], tracks: [], entries: [] };
  let y = placeTimeline(document, frame, places, { left: padding, top: head.y, width: inner });
  y = placeLists(document, frame, places, { left: padding, top: y, width: inner });
  places.height = Math.ceil(Math.max(y, head.y - 8) + padding);
  return say.direction === "rtl" ? mirror(places) : places;
}

interface Area {
  left: number;
  top: number;
  width: number;
}

/** Steps, sub-groups and meetings over one axis of time. Returns where they end. */
function placeTimeline(document: PlanDocument, frame: Frame, places: PlanPlaces, { left, top, width }: Area): number {
  const { say, font } = frame;
  const words = say.words.plan;
  const { steps, groups, sessions, asOf } = document;
  if (steps.length + groups.length + sessions.length === 0) return top;
  const beside = width >= wide;
  const textWide = beside ? Math.round(width * 0.52) : width;
  const track = beside ? { x: left + textWide + 24, width: width - textWide - 24 } : { x: left, width };
  let y = top;
  const title = (text: string) => {
    const column = new Column(y, left, textWide, frame);
    column.write(text, headingFace);
    places.lines.push(...column.lines);
    y = column.y + 6;
  };
  if (steps.length > 0) title(words.heading.steps);
  const scale = placeAxis(document, frame, track.x, track.width, beside ? top + 20 : y + 18);
  if (scale) {
    const text = words.asOf(say.day(asOf));
    const wideLabel = textWidth(text, small, font);
    // The label begins at its line, or ends there when it would leave the scale.
    const ends = scale.asOf + wideLabel > track.x + track.width;
    const x = ends ? Math.max(scale.asOf, track.x + wideLabel) : scale.asOf;
    const label: Line = { ...small, weight: "semibold", text, x, y: (beside ? top : y) + 12, ...(ends ? { anchor: "end" } : {}) };
    places.axis = { ...scale, top: (beside ? top + 20 : y + 18) + 16, bottom: 0, label };
    y = Math.max(y, (beside ? top : y) + 40);
  }
  const axis = places.axis;
  const entry = (made: Omit<Entry, "lines">, write: (column: Column) => void, numbered = false): Entry => {
    const column = new Column(y, left + (numbered ? indent : 0), textWide - (numbered ? indent : 0), frame);
    write(column);
    const found: Entry = { ...made, lines: column.lines };
    places.entries.push(found);
    y = column.y;
    return found;
  };
  /** Where the bar of an entry stands that began at `start`. */
  const room = (start: number, timed: boolean): number => {
    if (beside || !timed) {
      y += 16;
      return start + 4;
    }
    const at = y + 6;
    places.tracks.push({ x: track.x, y: at, width: track.width, height: barHeight });
    y = at + barHeight + 18;
    return at;
  };
  for (const [at, step] of steps.entries()) {
    const start = y;
    let state = start;
    const placed = entry(
      { key: `step/${step.id}`, label: describeStep(step, at, document, say), disc: { x: left + 11, y: start + 10 } },
      (column) => {
        column.write(step.title, strong);
        column.write(step.text, small, { most: 8 });
        column.y += 2;
        state = column.y;
        column.write(stepState(step, asOf, say), { ...small, weight: "semibold" }, { indent: 18 });
        column.write(step.ifMissed && words.ifMissed(step.ifMissed), small);
        column.write(step.roles.length > 0 ? words.who(rolesText(step.roles, say)) : undefined, small, { tone: "quiet" });
        const group = groupOf(step, document);
        column.write(group && words.of(group), small, { tone: "quiet" });
      },
      true,
    );
    placed.lines.unshift({ ...small, weight: "semibold", text: say.number(at + 1), x: left + 11, y: start + 14, anchor: "middle" });
    placed.sign = { look: step.status, box: { x: left + indent, y: state + 2, width: 12, height: 12 } };
    const barY = room(start, Boolean(step.from ?? step.due));
    if (axis) Object.assign(placed, timeOf(step, step.status, axis, barY));
  }
  if (sessions.length > 0) {
    y += 8;
    title(words.heading.sessions);
    for (const { id, name, rhythm, days, roles } of sessions) {
      const start = y;
      const label = sentences([name, rhythm, days.length > 0 ? say.list(days.map((day) => say.day(day))) : undefined]);
      const placed = entry({ key: `session/${id}`, label }, (column) => {
        column.write(name, strong);
        column.write(rhythm, small);
        column.write(roles.length > 0 ? words.who(rolesText(roles, say)) : undefined, small, { tone: "quiet" });
      });
      const barY = room(start, days.length > 0);
      if (axis)
        placed.dots = days.map((day) => ({
          x: dayX(axis, dayNumber(day)),
          y: barY + barHeight / 2,
          past: dayNumber(day) <= dayNumber(asOf),
        }));
    }
  }
  if (groups.length > 0) {
    y += 8;
    title(words.heading.groups);
    for (const group of groups) {
      const start = y;
      const timed = Boolean(group.from ?? group.due);
      const when = timed ? [whenText(group, say)] : [];
      const who = group.roles.length > 0 ? [words.who(rolesText(group.roles, say))] : [];
      const placed = entry({ key: `group/${group.id}`, label: sentences([group.name, ...when, ...who]) }, (column) => {
        column.write(group.name, strong);
        for (const text of when) column.write(text, small);
        for (const text of who) column.write(text, small, { tone: "quiet" });
      });
      const barY = room(start, timed);
      if (axis) Object.assign(placed, timeOf(group, "group", axis, barY));
    }
  }
  if (!axis) return y + 8;
  axis.bottom = y - 8;
  return placeLegend(places, frame, { left, top: y, width }) + 16;
}

/** The signs on the axis in words, in rows as wide as there is room. Returns where they end. */
function placeLegend(places: PlanPlaces, { say, font }: Frame, { left, top, width }: Area): number {
  const dots = places.entries.flatMap((entry) => entry.dots ?? []);
  const looks = [
    ...(places.entries.some(({ due }) => due) ? (["due"] as const) : []),
    ...(dots.some(({ past }) => past) ? (["past"] as const) : []),
    ...(dots.some(({ past }) => !past) ? (["coming"] as const) : []),
  ];
  let [x, y] = [left, top];
  for (const look of looks) {
    const text = say.words.plan.legend[look];
    const wide = 16 + textWidth(text, small, font);
    if (x > left && x + wide > left + width) [x, y] = [left, y + 18];
    places.legend.push({ look, x: x + 6, y: y + 8, line: { ...small, text, x: x + 16, y: y + 12, tone: "quiet" } });
    x += wide + 20;
  }
  return looks.length > 0 ? y + 16 : top;
}

function timeOf(
  { from, due }: { from?: string | undefined; due?: string | undefined },
  look: Look,
  axis: Axis,
  y: number,
): Pick<Entry, "bar" | "due"> {
  const last = due === undefined ? undefined : dayX(axis, dayNumber(due));
  const end = last === undefined ? {} : { due: { x: last, y: y + barHeight / 2 } };
  if (from === undefined) return end;
  const first = dayX(axis, dayNumber(from));
  const right = last ?? axis.left + axis.width;
  return { ...end, bar: { look, open: last === undefined, box: { x: first, y, width: Math.max(right - first, 4), height: barHeight } } };
}

/** The same picture from right to left. */
function mirror(places: PlanPlaces): PlanPlaces {
  const { width, axis } = places;
  const line = (it: Line) => mirrorLine(it, width);
  const box = (it: Box) => mirrorBox(it, width);
  return {
    ...places,
    lines: places.lines.map(line),
    ...(axis && {
      axis: {
        ...axis,
        left: width - axis.left - axis.width,
        asOf: width - axis.asOf,
        label: line(axis.label),
        ticks: axis.ticks.map(({ x, label }) => ({ x: width - x, ...(label && { label: line(label) }) })),
      },
    }),
    legend: places.legend.map((item) => ({ ...item, x: width - item.x, line: line(item.line) })),
    tracks: places.tracks.map(box),
    entries: places.entries.map((entry) => ({
      ...entry,
      lines: entry.lines.map(line),
      ...(entry.disc && { disc: { ...entry.disc, x: width - entry.disc.x } }),
      ...(entry.sign && { sign: { ...entry.sign, box: box(entry.sign.box) } }),
      ...(entry.bar && { bar: { ...entry.bar, box: box(entry.bar.box) } }),
      ...(entry.due && { due: { ...entry.due, x: width - entry.due.x } }),
      ...(entry.dots && { dots: entry.dots.map((dot) => ({ ...dot, x: width - dot.x })) }),
    })),
  };
}

/** The room that every text of the picture takes, for tests. */
export const planTextBoxes = ({ lines, axis, legend, entries }: PlanPlaces, frame: Frame): (Box & { text: string })[] =>
  [
    ...lines,
    ...legend.map(({ line }) => line),
    ...(axis ? [axis.label, ...axis.ticks.flatMap(({ label }) => label ?? [])] : []),
    ...entries.flatMap((entry) => entry.lines),
  ].map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
