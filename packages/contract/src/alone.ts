import { isAbsence, isExact, type Figure } from "./figure.js";
import type { Fault } from "./issue.js";
import type { Facts } from "./kind.js";

const isHidden = (figure: Figure) => !isExact(figure) && figure !== "not-applicable";

/**
 * Of what sums give away, the part every page looks for (privacy policy, 9): a figure that stands alone, withheld or as a range, beside
 * others that are all exact; and sums that are not true. Whatever it refuses, `exposed` refuses too, which publishing, checking and
 * `parseDocument` ask.
 */
export const alone = ({ sums }: Facts): Fault[] =>
  sums.flatMap(({ total, parts }) => {
    const hidden = [total, ...parts].filter(({ figure }) => isHidden(figure));
    if (hidden.length > 1) return [];
    const sum = parts.reduce((all, { figure }) => all + (isExact(figure) ? figure : 0), 0);
    const [only] = hidden;
    if (!only) return sum === (isExact(total.figure) ? total.figure : 0) ? [] : [{ code: "totals-differ", path: total.path }];
    // Not reported yet, or not known: nothing that is protected.
    if (isAbsence(only.figure) && only.figure !== "withheld") return [];
    return [{ code: "privacy-sum", path: only.path }];
  });
