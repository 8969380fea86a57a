import type { Direction } from "./roam.js";

export const arrows: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
export const steps: Record<string, 1 | -1> = { PageDown: 1, PageUp: -1 };
export type Zoom = "in" | "out" | "whole";
const zooms: Record<string, Zoom> = { "+": "in", "=": "in", "-": "out", "0": "whole" };

/** Which zoom button a key stands for. */
export const zoomOf = (key: string): Zoom | undefined => zooms[key];
/** Whether a key walks from place to place. */
export const walks = (key: string): boolean => key in arrows || key in steps;
