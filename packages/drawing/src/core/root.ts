import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Frame } from "./frame.js";

export interface Figure {
  /** CSS pixels. The width is the frame's unless the drawing needs another. */
  width?: number;
  height: number;
  /** What this is a picture of: the document's title. */
  label: string;
  /** What it says, as sentences. */
  description: string;
  content: unknown;
}

/** Coordinates with three decimals at most: the same picture on every machine. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * The root of every drawing. A group, not an image: the children of an image are out of reach for a reader who moves from mark
 * to mark. Right-to-left drawings are mirrored by their places, so the root's own direction never turns an anchor.
 */
export function figure(frame: Frame, { width = frame.width, height, label, description, content }: Figure): TemplateResult {
  const describing = `${frame.id}-description`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label=${label} aria-describedby=${describing} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} direction="ltr" font-family=${frame.font.family ?? nothing}>${svg`<desc id=${describing}>${description}</desc>`}${content}</svg>`;
}

/**
 * One part of a picture that a reader can point at or move to. `key` is stable from one document to the next; `label` says the
 * part in words with its number. When another mark is emphasised this one steps back; `texts` never do, so that they stay legible.
 */
export function mark(frame: Frame, key: string, label: string, content: unknown, texts?: unknown): SVGTemplateResult {
  const opacity = frame.emphasis !== undefined && frame.emphasis !== key ? 0.4 : nothing;
  if (texts === undefined) return svg`<g data-key=${key} role="img" aria-label=${label} opacity=${opacity}>${content}</g>`;
  return svg`<g data-key=${key} role="img" aria-label=${label}><g opacity=${opacity}>${content}</g>${texts}</g>`;
}
