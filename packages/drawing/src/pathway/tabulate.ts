import { goesOn, isExact, type PathwayDocument } from "@vitrine/contract";
import { spanOf, type Spans } from "../bars/span.js";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { percentOf } from "./describe.js";

/** A table of the stages, then one of every breakdown with a row for each group. */
export function tabulatePathway(document: PathwayDocument, say: Say): Table[] {
  const { stages, all, breakdowns } = document;
  const words = say.words.pathway;
  const { column } = words;
  const none = say.words.absence["not-applicable"];
  const numeric = (label: string) => ({ label, numeric: true });
  const periods = stages.some(({ period }) => period);
  const share = (at: number) => {
    const [before, now] = [all.reached[at - 1], all.reached[at]];
    return goesOn(document, at) && isExact(before) && isExact(now) && before > 0 ? percentOf(now, before, say) : none;
  };
  const linked = stages.flatMap((_, at) => (goesOn(document, at) ? [at] : []));
  return [
    {
      caption: document.title,
      columns: [
        { label: column.stage },
        ...(periods ? [{ label: column.period }] : []),
        numeric(column.number),
        { label: column.of },
        numeric(column.share),
        numeric(column.left),
      ],
      rows: stages.map(({ id, name, of, period }, at) => ({
        key: id,
        cells: [
          name,
          ...(periods ? [period ?? none] : []),
          say.count(all.reached[at]!),
          of,
          share(at),
          at < all.left.length ? say.count(all.left[at]!) : none,
        ],
      })),
    },
    ...breakdowns.map(({ by, label, groups }) => ({
      caption: label,
      columns: [
        { label: column.group },
        ...stages.map(({ name }) => numeric(name)),
        ...linked.map((at) => numeric(words.leftAfter(stages[at - 1]!.name))),
      ],
      rows: groups.map(({ id, name, reached, left }) => ({
        key: `${by}/${id}`,
        cells: [name, ...reached.map((figure) => say.count(figure)), ...linked.map((at) => say.count(left[at - 1]!))],
      })),
    })),
  ];
}

/** The share of the stage before that reached each stage. */
export const pathwaySpans = (document: PathwayDocument, say: Say): Spans => ({
  column: say.words.pathway.column.share,
  of: document.stages.flatMap(({ id }, at): Spans["of"][number][] => {
    if (!goesOn(document, at)) return [];
    return [[id, spanOf(document.all.reached[at], document.all.reached[at - 1]!, undefined)]];
  }),
});
