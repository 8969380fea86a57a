import type { Face } from "../core/measure.js";

/** The three sizes of words in a gauge, beside its headline. */
export const plain: Face = { size: 14 };
export const strong: Face = { size: 14, weight: "semibold" };
export const quiet: Face = { size: 12 };
