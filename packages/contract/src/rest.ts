import { ends, isAbsence, isExact } from "./figure.js";
import type { Facts, Place } from "./kind.js";

/** A group that overlaps others still leaves a rest of the total beside it, which a reader gets by subtracting: a count of people too. */
export function restFacts(part: Place, total: Place, facts: Facts): void {
  if (isAbsence(part.figure) || isAbsence(total.figure)) return;
  const [low, high] = ends(part.figure);
  const [least, most] = ends(total.figure);
  if (most < low) facts.faults.push({ code: "totals-differ", path: part.path });
  else if (!isExact(part.figure) || !isExact(total.figure))
    facts.people.push({ path: part.path, figure: { min: Math.max(0, least - high), max: most - low } });
  else if (part.figure < total.figure) facts.people.push({ path: part.path, figure: total.figure - part.figure });
}
