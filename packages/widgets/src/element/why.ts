import type { Words } from "@vitrine/drawing";
import { why } from "@vitrine/drawing/words/en/why";
import type { Kind } from "@vitrine/contract";
import { parseAs, readAs } from "@vitrine/contract/parse";
import { rosterRefusals } from "../roster-table/refusals.js";
import type { Fault, Given } from "./source.js";

const known = ["timed-out", "file-too-large", "audience-research", "audience-partner", "audience-origin", ...rosterRefusals] as const;

/**
 * One plain sentence for what was found first. It names a rule and never a figure. This and the reasons of the contract are a file of
 * their own, fetched when a document was refused.
 */
export function refusal([first]: readonly Fault[], words: Words): string {
  // English comes with this file, other languages come whole.
  const says = (words as Partial<Words>).why ?? why;
  const code = first?.code ?? "";
  const own = known.find((name) => name === code);
  if (own) return says[own];
  return code.startsWith("privacy-") ? says.privacy(code) : says.contract(code);
}

/** What the contract has against a document that a page may not draw. */
export function reasons<D>(kind: Kind<D>, given: Given): Fault[] {
  const parsed = "value" in given ? parseAs([kind], given.value) : readAs([kind], given.text);
  if (parsed.ok) throw new Error("A page draws whatever the contract accepts.");
  return parsed.issues.map(({ code, path }) => ({ code, path }));
}
