import type { AccessDocument } from "@vitrine/contract";
import { readArea, type Say } from "@vitrine/drawing";
import type { Bar, Bars } from "./bars.js";

/** The share of schools that offer computer science, by area. */
export const mapBars = ({ areas }: AccessDocument, say: Say): Bars => ({
  column: say.words.map.columns.share,
  spare: (label, cell) => cell === say.words.map.coverage.covered || (cell === say.number(0) && label !== say.words.map.columns.schools),
  of: new Map(
    areas.id.flatMap((id, row): [string, Bar][] => {
      const { share, look } = readArea(areas, row);
      if (share !== undefined) return [[id, { low: share / 100, high: share / 100 }]];
      return typeof look === "number" || look === "not-applicable" ? [] : [[id, { absent: look }]];
    }),
  ),
});
