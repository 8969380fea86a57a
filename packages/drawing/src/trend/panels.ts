import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { wrap } from "../core/measure.js";
import type { Box, Line } from "../core/text.js";
import { eventsHeight, labelsAbove, placeEvents, type Events } from "./annotations.js";
import { sayTickOf, scaleOf, type Column, type Placed } from "./column.js";
import { placeHead, saysOf } from "./labels.js";
import type { PlacedPlot } from "./places.js";
import { gutterOf, placePlot, small, timeScale } from "./plot.js";
import { above, placeProvisional } from "./provisional.js";
import { styled } from "./style.js";

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A plot for each group, all on one scale; the whole is a thin line in each. */
export function placePanels(document: TrendDocument, frame: Frame, column: Column): Placed {
  const gap = 28;
  const across = Math.max(1, Math.min(4, Math.floor((column.width + gap) / (210 + gap))));
  const width = (column.width - gap * (across - 1)) / across;
  const all = styled(document);
  const whole = all.find(({ key }) => key === "all");
  const groups = all.filter(({ key }) => key !== "all");
  const scale = scaleOf(document, 3);
  const sayTick = sayTickOf(document, frame);
  let top = column.top;
  const note: Line[] = [];
  if (whole) {
    const told = frame.say.words.trend.thinLine(whole.name);
    for (const text of wrap(told, column.width, small, frame.font)) {
      note.push({ ...small, text, x: column.left, y: top + 12, tone: "quiet" });
      top += 16;
    }
    top += 8;
  }
  const plots: PlacedPlot[] = [];
  let listed: string[] = [];
  let bottom = top;
  for (let row = 0; row < groups.length; row += across) {
    const some = groups.slice(row, row + across);
    const heads = some.map((line, at) =>
      placeHead(saysOf(document, line, frame), frame, { left: column.left + at * (width + gap), top, width }),
    );
    const gutter = gutterOf(scale, sayTick, frame);
    const ranges = some.map((_, at) => {
      const left = column.left + at * (width + gap) + gutter;
      return { left, right: left + width - gutter };
    });
    const words = ranges.map((range) => placeProvisional(document, frame, range));
    const events: Events[] = ranges.map((range, at) =>
      placeEvents(document, frame, timeScale(document, range.left, width - gutter), { ...range, taken: words[at] }, true),
    );
    listed = events[0]?.listed ?? [];
    const plotTop = Math.max(...heads.map((head) => head.bottom)) + Math.max(...events.map(eventsHeight)) + 8;
    some.forEach((line, at) => {
      const plot = placePlot(document, frame, {
        lines: [...(whole ? [{ ...whole, token: "quiet" as const, thin: true as const }] : []), line],
        scale,
        sayTick,
        left: column.left + at * (width + gap),
        top: plotTop,
        width,
        height: 92,
      });
      const head = [...(row === 0 && at === 0 ? note : []), ...heads[at]!.lines];
      const word = words[at];
      plots.push({ plot, head, events: labelsAbove(events[at]!, plotTop), ...(word ? { provisional: above(word, plotTop) } : {}) });
      bottom = Math.max(bottom, plot.bottom);
    });
    top = bottom + 20;
  }
  return { plots, labels: [], key: [], keyBox: nowhere, labelBox: nowhere, listed, bottom };
}
