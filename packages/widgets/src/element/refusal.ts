import type { Words } from "@vitrine/drawing";
import type { Fault } from "./source.js";

const known = ["unreachable", "timed-out", "file-too-large", "audience-research", "audience-partner", "audience-origin"] as const;

/** One plain sentence for what was found first. It names a rule and never a figure. */
export function refusal([first]: readonly Fault[], { refused }: Words["element"]): string {
  const code = first?.code ?? "";
  const own = known.find((name) => name === code);
  if (own) return refused[own];
  return code.startsWith("privacy-") ? refused.privacy(code) : refused.contract(code);
}

/** Whether the document never came, so that nothing is known against what is in view. */
export const isMissing = (faults: readonly Fault[]): boolean =>
  faults.length > 0 && faults.every(({ code }) => code === "unreachable" || code === "timed-out" || code === "file-too-large");
