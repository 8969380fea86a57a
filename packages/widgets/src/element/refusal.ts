import type { Fault } from "./source.js";

/** Whether the document never came, so that nothing is known against what is in view. */
export const isMissing = (faults: readonly Fault[]): boolean =>
  faults.length > 0 && faults.every(({ code }) => code === "unreachable" || code === "timed-out" || code === "file-too-large");
