import type { Words } from "@vitrine/drawing";
import type { Fault } from "./source.js";

/** One plain sentence for what was found first. It names a rule and never a figure. */
export function refusal([first]: readonly Fault[], { refused }: Words["element"]): string {
  const code = first?.code ?? "";
  if (code.startsWith("privacy-")) return refused.privacy(code);
  const { contract, privacy: _, ...known } = refused;
  return code in known ? known[code as keyof typeof known] : contract(code);
}
