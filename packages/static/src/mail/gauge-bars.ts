import type { ImplementationDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { metShare, type Stages } from "@vitrine/drawing/gauge/share";
import type { Bar, Bars } from "./bars.js";

function barOf(of: Stages): Bar | undefined {
  const met = metShare(of);
  if (met.kind === "share") return { low: met.low, high: met.high };
  return met.kind === "absent" && met.absence !== "not-applicable" ? { absent: met.absence } : undefined;
}

/** The share of all trained teachers, and of each group, that met the bar: the bars of the gauge's own rows. */
export function gaugeBars(document: ImplementationDocument, say: Say): Bars {
  const rows: [key: string, of: Stages][] = [
    ["all", document],
    ...document.breakdowns.flatMap(({ by, groups }) => groups.map((group): [string, Stages] => [`${by}/${group.id}`, group])),
  ];
  return {
    column: say.words.gauge.share,
    of: new Map(
      rows.flatMap(([key, of]): [string, Bar][] => {
        const bar = barOf(of);
        return bar ? [[key, bar]] : [];
      }),
    ),
    ...(document.target && { target: document.target }),
  };
}
