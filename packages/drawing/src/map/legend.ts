import { accessStatuses, isAbsence, type Absence, type AccessDocument, type AccessStatus, type Note } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { mirrorLine, type Line } from "../core/text.js";
import { paintsShares, type PlacedMap } from "./place-land.js";
import { countFaults, placeFaults } from "./points.js";
import { steps, type AreaReading, type Step } from "./share.js";

/** What stands in front of an entry: the look of an area, of a school, of a disc, or nothing. */
export type Swatch = { area: Absence | "partly-covered" } | { school: AccessStatus } | { group: true } | { none: true };
export interface Entry {
  key: string;
  swatch: Swatch;
  /** Middle of the swatch. */
  x: number;
  y: number;
  lines: Line[];
  note?: Note["kind"];
}
export interface Cell {
  step: Step;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Number of areas in this step; nothing to print when none. */
  count?: Line;
  from: number;
  /** Whole percent, included. */
  to: number;
  areas: number;
}

/** The legend's numbers, from the map's lower edge down. */
export interface PlacedLegend {
  height: number;
  heading: Line[];
  cells: Cell[];
  /** Percentages at the edges between steps. */
  edges: Line[];
  hint: Line[];
  entries: Entry[];
}

type Wanted = Pick<Entry, "key" | "swatch" | "note"> & { text: string };
const face: Face = { size: 12 };
const row = 22;

/** Entries with their numbers under the map: what is shown, what each sign means, and what is not covered. */
export function placeLegend(document: AccessDocument, placed: PlacedMap, frame: Frame, shown?: Uint8Array): PlacedLegend {
  const { words } = frame.say;
  const { width } = placed;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const shares = paintsShares(placed);
  const here = placed.areas.flatMap(({ reading }) => reading ?? []);
  const readings = here.length > 0 ? [...here, ...placed.undrawn] : placed.readings;
  let bottom = 12;
  const text = (said: string, look: Face, tone?: Line["tone"]): Line[] =>
    wrap(said, inner, look, frame.font).map((line) => ({
      ...look,
      text: line,
      x: padding,
      y: (bottom += look.size === 14 ? 18 : 16),
      ...(tone && { tone }),
    }));
  const provisional = document.status === "provisional" ? ` · ${words.status.provisional}` : "";
  const heading = text((shares ? words.map.shareHeading : words.map.schoolsHeading) + provisional, { size: 14, weight: "semibold" });
  const scale =
    shares && readings.some(({ share }) => share !== undefined) ? placeScale(readings, frame, padding, (bottom += 10), inner) : undefined;
  if (scale) bottom = scale.bottom;
  const several = readings.length > 1;
  const hint = scale && several ? text(words.map.stepHint[document.areas.level], face, "quiet") : [];
  const wanted = [
    ...(shares ? [] : schoolEntries(document, placed, frame, shown)),
    ...areaEntries(document, placed, readings, frame, shares),
  ];
  const grid = placeEntries(wanted, frame, padding, bottom + 8, inner);
  const legend = {
    height: Math.ceil(grid.bottom + padding - 4),
    heading,
    cells: scale?.cells ?? [],
    edges: scale?.edges ?? [],
    hint,
    entries: grid.entries,
  };
  return frame.say.direction === "rtl" ? mirror(legend, width) : legend;
}

/** Six steps of equal width; the scale itself always runs from left to right, as numbers do. */
function placeScale(readings: AreaReading[], frame: Frame, left: number, top: number, inner: number) {
  const width = Math.floor(Math.min(inner / 6, 72));
  const cells = steps.map((from, at): Cell => {
    const areas = readings.filter(({ look }) => look === at).length;
    const x = left + at * width;
    const count: Line = { ...face, text: frame.say.number(areas), x: x + width / 2, y: top + 16, anchor: "middle" };
    return {
      step: at as Step,
      x,
      y: top,
      width,
      height: 24,
      from,
      to: (steps[at + 1] ?? 101) - 1,
      areas,
      ...(areas > 0 && readings.length > 1 && textWidth(count.text, face, frame.font) < width - 2 && { count }),
    };
  });
  const edges = steps.slice(1).map((from, at): Line => ({
    ...face,
    text: frame.say.percent(from),
    x: left + (at + 1) * width,
    y: top + 40,
    anchor: "middle",
    tone: "quiet",
  }));
  const ends: Line[] =
    width < 56
      ? []
      : [
          { ...face, text: frame.say.percent(0), x: left, y: top + 40, anchor: "start", tone: "quiet" },
          { ...face, text: frame.say.percent(100), x: left + 6 * width, y: top + 40, anchor: "end", tone: "quiet" },
        ];
  return { cells, edges: [...edges, ...ends], bottom: top + 44 };
}

function areaEntries(document: AccessDocument, placed: PlacedMap, readings: AreaReading[], frame: Frame, shares: boolean): Wanted[] {
  const { say } = frame;
  const { words } = say;
  const { level } = document.areas;
  const entry = (key: string, swatch: Swatch, label: string, count: number, note?: Note["kind"]): Wanted[] =>
    count > 0
      ? [{ key, swatch, text: words.map.item(label, words.map.areas(level, count, say.number(count))), ...(note && { note }) }]
      : [];
  const looks = (look: Absence) => readings.filter((reading) => reading.look === look).length;
  const coverage = document.notes.some(({ kind }) => kind === "coverage") ? "coverage" : undefined;
  const capital = (absence: Exclude<Absence, "not-applicable">) => words.access.status[absence];
  return [
    ...(shares
      ? [
          ...entry("area-withheld", { area: "withheld" }, capital("withheld"), looks("withheld")),
          ...entry("area-not-reported", { area: "not-reported" }, capital("not-reported"), looks("not-reported")),
          ...entry("area-unknown", { area: "unknown" }, capital("unknown"), looks("unknown")),
          ...entry("area-not-applicable", { area: "not-applicable" }, words.map.noSchools, looks("not-applicable")),
          ...entry(
            "area-partly",
            { area: "partly-covered" },
            words.map.coverage["partly-covered"],
            readings.filter(({ coverage, look }) => coverage === "partly-covered" && !isAbsence(look)).length,
            coverage,
          ),
        ]
      : []),
    ...entry("area-not-covered", { area: "not-covered" }, capital("not-covered"), looks("not-covered"), coverage),
    ...entry("undrawn", { none: true }, words.map.undrawn, placed.undrawn.length),
    ...(placed.areas.length === 0 ? [{ key: "no-outline", swatch: { none: true } as const, text: words.map.noOutline }] : []),
  ];
}

function schoolEntries(document: AccessDocument, { points, clusters }: PlacedMap, frame: Frame, shown: Uint8Array | undefined): Wanted[] {
  const { say } = frame;
  const { words } = say;
  const schools = document.schools!;
  const counts = accessStatuses.map(() => 0);
  const order = schools.status.values.map((status) => accessStatuses.indexOf(status));
  schools.id.forEach((_, at) => {
    const point = points.pointOf[at]!;
    if (!shown || (point >= 0 && shown[point])) counts[order[schools.status.index[at]!]!]!++;
  });
  const faults = countFaults(points);
  const lost = placeFaults.reduce((sum, fault) => sum + faults[fault], 0);
  return [
    ...accessStatuses.flatMap((status, at): Wanted[] =>
      counts[at]! > 0
        ? [
            {
              key: `status-${status}`,
              swatch: { school: status },
              text: words.map.item(words.access.status[status], say.number(counts[at]!)),
            },
          ]
        : [],
    ),
    ...(clusters?.size.some((size) => size > 1) ? [{ key: "group", swatch: { group: true } as const, text: words.map.cluster }] : []),
    ...(lost > 0
      ? [{ key: "unlocated", swatch: { none: true } as const, text: words.map.item(words.map.unlocated, say.number(lost)) }]
      : []),
  ];
}

/** As many columns as hold the longest entry on one line; a single column wraps. */
function placeEntries(wanted: Wanted[], frame: Frame, left: number, top: number, inner: number): { entries: Entry[]; bottom: number } {
  const indent = 24;
  const longest = Math.max(0, ...wanted.map(({ text }) => textWidth(text, face, frame.font))) + indent;
  const columns = Math.max(1, Math.min(wanted.length, 3, Math.floor((inner + 24) / (longest + 24))));
  const width = Math.min((inner + 24) / columns, Math.max(longest + 24, 240)) - 24;
  let bottom = top;
  const entries: Entry[] = [];
  for (let at = 0; at < wanted.length; at += columns) {
    const cells = wanted.slice(at, at + columns).map(({ text, ...entry }, column): Entry => {
      const x = left + column * (width + 24);
      const lines = wrap(text, columns === 1 ? inner - indent : width - indent + 1, face, frame.font).map((line, n): Line => ({
        ...face,
        text: line,
        x: x + indent,
        y: bottom + 15 + 16 * n,
      }));
      return { ...entry, x: x + 8, y: bottom + 11, lines };
    });
    entries.push(...cells);
    bottom += row + 16 * (Math.max(...cells.map(({ lines }) => lines.length)) - 1);
  }
  return { entries, bottom };
}

function mirror(legend: PlacedLegend, width: number): PlacedLegend {
  const lines = (all: Line[]) => all.map((line) => mirrorLine(line, width));
  const shift = width - (legend.cells.length > 0 ? legend.cells.at(-1)!.x + legend.cells.at(-1)!.width + legend.cells[0]!.x : 0);
  const moved = (line: Line): Line => ({ ...line, x: line.x + shift });
  return {
    ...legend,
    heading: lines(legend.heading),
    hint: lines(legend.hint),
    cells: legend.cells.map((cell) => ({ ...cell, x: cell.x + shift, ...(cell.count && { count: moved(cell.count) }) })),
    edges: legend.edges.map(moved),
    entries: legend.entries.map((entry) => ({ ...entry, x: width - entry.x, lines: lines(entry.lines) })),
  };
}
