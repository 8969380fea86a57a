import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import type { Box } from "../core/text.js";
import { eventsHeight, labelsAbove, placeEvents } from "./annotations.js";
import { cut, labelsHeight, labelWidth, placeKey, placeLabels, saysOf } from "./labels.js";
import { gutterOf, placePlot, timeScale } from "./plot.js";
import { above, placeProvisional } from "./provisional.js";
import { sayTickOf, scaleOf, type Column, type Placed } from "./column.js";
import { styled } from "./style.js";

/** From this width on labels stand at the ends of the lines. */
const wide = 480;

/** All lines in one plot, with their names at the ends or, under 480 px, in a key. */
export function placeTogether(document: TrendDocument, frame: Frame, column: Column): Placed {
  const lines = styled(document);
  const says = lines.map((line) => saysOf(document, line, frame));
  const direct = frame.width >= wide;
  const scale = scaleOf(document, 4);
  const sayTick = sayTickOf(document, frame);
  const beside = direct ? labelWidth(says, frame) : 0;
  const key = direct
    ? { entries: [], bottom: column.top }
    : placeKey(
        says.map((one, at) => ({ ...one, key: lines[at]!.key })),
        frame,
        column,
      );
  const plotWidth = column.width - (direct ? beside + 16 : 0);
  const need = direct ? labelsHeight(says, beside, frame) : 0;
  // Without any figure there is no height to read.
  const height = Math.max(scale.ticks.length < 2 ? 60 : direct ? 240 : 180, need);
  const gutter = gutterOf(scale, sayTick, frame);
  const range = { left: column.left + gutter, right: column.left + plotWidth };
  const taken = placeProvisional(document, frame, range);
  const events = placeEvents(document, frame, timeScale(document, range.left, range.right - range.left), { ...range, taken });
  const top = key.bottom + (direct ? 0 : 10) + eventsHeight(events) + 6;
  const namesAt = direct ? range.right + 16 : undefined;
  const named = lines.length > 1;
  const plot = placePlot(document, frame, {
    lines,
    scale,
    sayTick,
    left: column.left,
    top,
    width: plotWidth,
    height,
    ...(named && namesAt !== undefined ? { names: { x: namesAt, write: (name: string) => cut(name, beside, frame) } } : {}),
  });
  const labelBox: Box = { x: range.right + 16, y: top - 6, width: beside, height: height + 6 };
  const labelColumn = { left: labelBox.x, width: beside, top: labelBox.y, bottom: top + height };
  const labels = direct ? placeLabels(says, plot.lines, labelColumn, frame) : [];
  return {
    plots: [{ plot, head: [], events: labelsAbove(events, top), ...(taken ? { provisional: above(taken, top) } : {}) }],
    labels,
    key: key.entries,
    keyBox: { x: column.left, y: column.top, width: column.width, height: key.bottom - column.top },
    labelBox,
    listed: events.listed,
    bottom: plot.bottom,
  };
}
