import type { Known } from "@vitrine/disclosure";
import type { Fact, Line } from "./control.js";

/** What everybody knows of the figures of one document, by the names the attack has for them. */
export type Facts = (figure: string) => Fact | undefined;

/** All that is known of a figure of a document. */
export const factsOf =
  (known: readonly Known[], document: string): Facts =>
  (figure) => {
    const facts = known.filter((one) => one.document === document && one.figure === figure);
    if (facts.length === 0) return undefined;
    return {
      atMost: Math.min(...facts.map(({ atMost = Infinity }) => atMost)),
      atLeast: Math.max(...facts.map(({ atLeast = 0 }) => atLeast)),
    };
  };

/** A line with what is known of its counts. @param names of its total and of its parts; nothing where a count is not a figure of its own */
export function withFacts(line: Line, facts: Facts, total: string | undefined, parts: readonly (string | undefined)[]): Line {
  const of = (name: string | undefined) => (name === undefined ? undefined : facts(name));
  const found = { total: of(total), parts: parts.map(of) };
  return found.total || found.parts.some(Boolean) ? { ...line, facts: found } : line;
}
