import { isAbsence, type InventoryDocument, type InventoryState } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { absentPatterns, boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { figure, mark, round } from "../core/root.js";
import { drawLine, type Box } from "../core/text.js";
import { sentences } from "../words/sentences.js";
import { describeItem, isOutdated, summariseInventory, type InventoryView } from "./describe.js";
import { placeInventory } from "./place.js";

/**
 * What is there, entry by entry under the headings of its areas. All signs have one colour and none is larger than another: an inventory
 * judges nothing. Its date and until when it is valid stand on top.
 */
export function drawInventory(document: InventoryDocument, frame: Frame, view?: InventoryView): TemplateResult {
  const { lines, tag, rules, legend, entries, height } = placeInventory(document, frame, view);
  const { say, theme } = frame;
  return figure(frame, {
    height,
    label: document.title,
    description: sentences([summariseInventory(document, say), isOutdated(document, view) ? say.words.inventory.outdated : undefined]),
    content: svg`${absentPatterns(frame)}
      ${tag ? svg`<path d=${boxShape(tag).d} fill="none" stroke=${theme.ink} stroke-width="1.5"></path>` : nothing}
      ${lines.map((line) => drawLine(line, frame))}
      <g aria-hidden="true">${legend.map(({ state, box, line }) => svg`${drawState(state, box, frame)}${drawLine(line, frame)}`)}${rules.map(
        ({ x, y, width }) => svg`<path d=${`M${round(x)},${round(y)}h${round(width)}`} stroke=${theme.line}></path>`,
      )}</g>
      ${entries.map(({ key, item, lines: texts, signs }) =>
        mark(
          frame,
          key,
          describeItem(item, document, say),
          signs.map(({ state, box }) => drawState(state, box, frame)),
          texts.map((line) => drawLine(line, frame)),
        ),
      )}`,
  });
}

/** In place is full, partly half full, planned a ring with a dot, not in place a ring: round signs; absences are square. */
function drawState(state: InventoryState, box: Box, frame: Frame): SVGTemplateResult {
  if (isAbsence(state)) return drawAbsent(frame, state, boxShape(box));
  const { ink } = frame.theme;
  const [x, y, r] = [round(box.x + box.width / 2), round(box.y + box.height / 2), 6];
  if (state === "in-place") return svg`<circle cx=${x} cy=${y} r=${r + 0.5} fill=${ink}></circle>`;
  const ring = svg`<circle cx=${x} cy=${y} r=${r} fill="none" stroke=${ink} stroke-width="1.5"></circle>`;
  if (state === "partly") return svg`${ring}<path d=${`M${x},${y - r}a${r},${r},0,0,0,0,${2 * r}z`} fill=${ink}></path>`;
  return state === "planned" ? svg`${ring}<circle cx=${x} cy=${y} r="2" fill=${ink}></circle>` : ring;
}
