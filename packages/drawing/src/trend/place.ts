import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { placeAbsences } from "../core/absent-key.js";
import { wrap, type Face } from "../core/measure.js";
import type { Line } from "../core/text.js";
import { placeList } from "./annotations.js";
import { absencesIn } from "./figures.js";
import { placePanels } from "./panels.js";
import { mirror, type TrendPlaces } from "./places.js";
import { firstProvisional, small } from "./plot.js";
import { isPanelled } from "./style.js";
import { placeTogether } from "./together.js";

const bold: Face = { size: 14, weight: "semibold" };

/** Places everything. Under 480 px a key stands above the plot; beyond five groups each has a plot of its own. */
export function placeTrend(document: TrendDocument, frame: Frame): TrendPlaces {
  const { width, say } = frame;
  const padding = width < 360 ? 12 : 16;
  const inner = width - 2 * padding;
  const heading = headings(document, frame, padding, inner);
  const placed = isPanelled(document)
    ? placePanels(document, frame, { left: padding, top: heading.bottom + 8, width: inner })
    : placeTogether(document, frame, { left: padding, top: heading.bottom + 8, width: inner });
  const list = placeList(placed.listed, frame, { left: padding, top: placed.bottom + 8, width: inner });
  const absent = placeAbsences(absencesIn(document), frame, {
    left: padding,
    top: (placed.listed.length > 0 ? list.bottom : placed.bottom) + 10,
    width: inner,
  });
  const bottom = absent.rows.length > 0 ? absent.bottom : placed.listed.length > 0 ? list.bottom : placed.bottom;
  const places: TrendPlaces = {
    width,
    height: Math.ceil(bottom + padding),
    heading: heading.lines,
    plots: placed.plots,
    labels: placed.labels,
    key: placed.key,
    keyBox: placed.keyBox,
    labelBox: placed.labelBox,
    list: list.lines,
    absent: absent.rows,
    provisionalFrom: firstProvisional(document),
    rightToLeft: say.direction === "rtl",
  };
  return places.rightToLeft ? mirror(places) : places;
}

/** What the height means, and what divides the groups. */
function headings({ measure, groupsLabel, all }: TrendDocument, frame: Frame, left: number, width: number) {
  const words = frame.say.words.trend;
  const lines: Line[] = [];
  let y = left;
  const add = (text: string, face: Face, tone: Line["tone"]) => {
    for (const part of wrap(text, width, face, frame.font)) {
      y += face.size === 14 ? 18 : 16;
      lines.push({ ...face, text: part, x: left, y: y - 4, ...(tone ? { tone } : {}) });
    }
  };
  add(words.heading(measure.name, measure.unit), bold, undefined);
  if (groupsLabel) add(groupsLabel, small, "quiet");
  return { lines, bottom: y, all };
}
