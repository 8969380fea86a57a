import { accessStatuses, type AccessStatus } from "@vitrine/contract";
import { svg, type SVGTemplateResult } from "lit";
import type { Frame } from "../core/frame.js";
import { round } from "../core/root.js";
import { ringParts } from "./symbol.js";

const at = (status: AccessStatus) => accessStatuses.indexOf(status);

/** A disc with the number of its schools; its ring shows how many of them offer. */
export const drawGroup = (frame: Frame, tally: readonly number[], size: number, radius: number, x: number, y: number): SVGTemplateResult =>
  svg`<g transform=${`translate(${round(x)} ${round(y)})`}>${ringParts(tally[at("offers")]!, tally[at("limited")]!, size, radius).map(
    ({ d, fill, stroke, width }) =>
      svg`<path d=${d} fill=${fill ? frame.theme[fill] : "none"} stroke=${frame.theme[stroke!]} stroke-width=${width}></path>`,
  )}<text y="4" font-size="12" text-anchor="middle" fill=${frame.theme.ink}>${frame.say.number(size)}</text></g>`;
