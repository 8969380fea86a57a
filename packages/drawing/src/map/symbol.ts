import type { AccessStatus } from "@vitrine/contract";
import { svg, nothing, type SVGTemplateResult } from "lit";
import { round } from "../core/root.js";
import type { Theme, Token } from "../core/theme.js";

/** One stroke or fill of a symbol, around the spot 0, 0. The same parts are painted as SVG paths and on a canvas. */
export interface SymbolPart {
  d: string;
  fill?: Token;
  stroke?: Token;
  width?: number;
}

const disc = (radius: number, r = round(radius)) => `M${-r},0a${r},${r} 0 1 0 ${round(2 * r)},0a${r},${r} 0 1 0 ${round(-2 * r)},0z`;
const half = (r: number) => `M0,${-r}a${r},${r} 0 0 0 0,${round(2 * r)}z`;
const square = (r: number) => `M${-r},${-r}h${round(2 * r)}v${round(2 * r)}h${round(-2 * r)}z`;

/**
 * The look of each status, told apart by shape as much as by colour (visual language, "Map"): offers = filled disc, limited = half-filled,
 * does not = ring, earlier years = small disc or ring, not reported = square, not known = "?", withheld = hatched disc, not covered = dots.
 * @param r radius in CSS pixels
 */
export function symbol(status: AccessStatus, r: number): SymbolPart[] {
  const ring = (radius: number, stroke: Token, more: Partial<SymbolPart> = {}): SymbolPart => ({
    d: disc(round(radius)),
    fill: "paper",
    stroke,
    width: 1.5,
    ...more,
  });
  const n = (share: number) => round(share * r);
  switch (status) {
    case "offers":
      return [{ d: disc(r), fill: "blue" }];
    case "limited":
      return [ring(r - 0.75, "amber"), { d: half(r - 0.75), fill: "amber" }];
    case "does-not-offer":
      return [ring(r - 0.75, "quiet")];
    case "offered-before":
      return [{ d: disc(n(0.6)), fill: "blue" }];
    case "did-not-offer-before":
      return [ring(n(0.6) - 0.5, "quiet", { width: 1 })];
    case "not-reported":
      return [{ d: square(round(r - 0.9)), fill: "paper", stroke: "quiet", width: 1.2 }];
    case "unknown":
      return [
        ring(r, "quiet", { width: 1 }),
        {
          d: `M${-n(0.38)},${-n(0.25)}a${n(0.38)},${n(0.36)} 0 1 1 ${n(0.58)},${n(0.32)}q${-n(0.2)},${n(0.1)} ${-n(0.2)},${n(0.26)}M0,${n(0.56)}v${n(0.14)}`,
          stroke: "ink",
          width: 1.2,
        },
      ];
    case "withheld":
      return [
        ring(r - 0.5, "quiet", { width: 1 }),
        {
          d: `M${-n(0.7)},${n(0.25)}L${n(0.25)},${-n(0.7)}M${-n(0.6)},${n(0.6)}L${n(0.6)},${-n(0.6)}M${-n(0.25)},${n(0.7)}L${n(0.7)},${-n(0.25)}`,
          stroke: "quiet",
          width: 1,
        },
      ];
    case "not-covered":
      return [
        { d: disc(r), fill: "paper" },
        {
          d: [-1, 1].flatMap((x) => [-1, 1].map((y) => `M${round(n(0.5) * x - 1)},${n(0.5) * y}a1,1 0 1 0 2,0a1,1 0 1 0 -2,0z`)).join(""),
          fill: "quiet",
        },
      ];
  }
}

/** A symbol as SVG, at a spot. */
export const drawSymbol = (theme: Theme, status: AccessStatus, r: number, x: number, y: number): SVGTemplateResult =>
  svg`<g transform=${`translate(${round(x)} ${round(y)})`}>${symbol(status, r).map(
    ({ d, fill, stroke, width }) =>
      svg`<path d=${d} fill=${fill ? theme[fill] : "none"} stroke=${stroke ? theme[stroke] : nothing} stroke-width=${width ?? nothing}></path>`,
  )}</g>`;

/** The ring around a disc of several schools: its line and its distance from the disc's edge, in CSS pixels. */
export const ring = { width: 3, inset: 1.5 } as const;
/** Arcs of the ring over the grey of all others, in turns clockwise from the top: those that offer, then those with limits. */
export const ringArcs = (offers: number, limited: number, size: number): { from: number; to: number; stroke: Token }[] =>
  [
    { from: 0, to: offers / size, stroke: "blue" as const },
    { from: offers / size, to: (offers + limited) / size, stroke: "amber" as const },
  ].filter(({ from, to }) => to > from);

/** The same ring as paths. */
export function ringParts(offers: number, limited: number, size: number, radius: number): SymbolPart[] {
  const r = round(radius - ring.inset);
  const { width } = ring;
  const spot = (turn: number) => `${round(r * Math.sin(2 * Math.PI * turn))},${round(-r * Math.cos(2 * Math.PI * turn))}`;
  const arcs = ringArcs(offers, limited, size).map(({ from, to, stroke }): SymbolPart => {
    const d = to - from >= 1 ? disc(r) : `M${spot(from)}A${r},${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${spot(to)}`;
    return { d, stroke, width };
  });
  return [{ d: disc(r), fill: "paper", stroke: "grey", width }, ...arcs];
}
