import { keepResult } from "../results.mjs";
import { countingReport } from "./counting.mjs";
import { gridReport } from "./grids.mjs";

const parts = { counting: countingReport, grids: gridReport };

/** Every part of this bench, or the one that is named; all but the last are kept on the way. */
export async function report(_versions, only) {
  const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`Say which part: ${Object.keys(parts).join(" or ")}.`);
  const texts = [];
  for (const [, part] of chosen) {
    texts.push(await part());
    if (texts.length < chosen.length) {
      keepResult(texts.at(-1));
      console.log(texts.at(-1));
    }
  }
  return texts.at(-1);
}
