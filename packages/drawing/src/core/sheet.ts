import { html, svg, type TemplateResult } from "lit";
import type { Caption } from "./caption.js";
import type { Frame } from "./frame.js";
import { wrap, type Face } from "./measure.js";
import { drawLine, mirrorLine, type Line } from "./text.js";

type Run = Face & { text: string; tone?: Line["tone"]; after: number };

/** Runs of text under each other from `top`; returns the lines and where they end. */
function stack(runs: Run[], top: number, margin: number, frame: Frame): { lines: Line[]; bottom: number } {
  const lines: Line[] = [];
  let bottom = top;
  for (const { text, after, ...face } of runs) {
    for (const words of wrap(text, frame.width - 2 * margin, face, frame.font)) {
      lines.push({ ...face, text: words, x: margin, y: bottom + face.size });
      bottom += Math.round(face.size * 0.7) * 2;
    }
    bottom += after;
  }
  return { lines, bottom };
}

/**
 * A picture that says everything on its own, for files: title, place and status, sentences, drawing, source and date, on paper.
 * @param drawn the finished drawing with its size in CSS pixels; what a host's Lit can place inside an `<svg>`
 */
export function drawSheet(says: Caption, drawn: { content: unknown; width: number; height: number }, frame: Frame): TemplateResult {
  const margin = frame.width < 360 ? 12 : 16;
  const head = stack(
    [
      { text: says.title, size: frame.width < 480 ? 16 : 20, weight: "semibold", after: 4 },
      { text: says.scope, size: 12, tone: "quiet", after: 8 },
      { text: says.summary, size: 14, after: 8 },
    ],
    margin,
    margin,
    frame,
  );
  const foot = stack([{ text: says.source, size: 12, tone: "quiet", after: 0 }], head.bottom + drawn.height + 8, margin, frame);
  const width = Math.max(frame.width, drawn.width);
  const height = Math.ceil(foot.bottom + margin);
  const place = (line: Line) => (frame.say.direction === "rtl" ? mirrorLine(line, frame.width) : line);
  const lines = [...head.lines, ...foot.lines].map((line) => drawLine(place(line), frame));
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" lang=${frame.say.locale} aria-label=${`${says.title}. ${says.summary}`} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} direction="ltr" font-family=${frame.font.family ?? "inherit"}>${svg`<rect width=${width} height=${height} fill=${frame.theme.paper}></rect>${lines}<g transform=${`translate(0 ${head.bottom})`}>${drawn.content}</g>`}</svg>`;
}
