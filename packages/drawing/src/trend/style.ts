import type { TrendDocument } from "@vitrine/contract";
import type { Token } from "../core/theme.js";
import { linesOf } from "./figures.js";

/** Beyond so many groups each has a plot of its own. */
const mostTogether = 5;
const groupTokens: readonly Token[] = ["blue", "green", "amber", "wine", "orchid"];

export const isPanelled = ({ groups }: TrendDocument): boolean => groups.length > mostTogether;

/** The lines with their colours and signs: the whole in ink where groups stand beside it. */
export function styled(document: TrendDocument) {
  const alone = document.groups.length === 0;
  const first = document.all ? 1 : 0;
  return linesOf(document).map((line, at) => {
    const whole = line.key === "all";
    const token: Token = whole ? (alone ? "blue" : "ink") : isPanelled(document) ? "blue" : groupTokens[at - first]!;
    return { ...line, token, sign: isPanelled(document) ? 0 : at };
  });
}
