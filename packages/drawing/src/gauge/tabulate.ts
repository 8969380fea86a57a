import type { ImplementationDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { shareInWords, stageKeys, type Stages } from "./share.js";

/** A table of all trained teachers, then one for each breakdown: the same figures as the picture, and the stages of each group. */
export function tabulateGauge(document: ImplementationDocument, say: Say): Table[] {
  const words = say.words.gauge;
  const numeric = (label: string) => ({ label, numeric: true });
  const columns = [numeric(words.trained), ...stageKeys.map((key) => numeric(words.stage[key])), numeric(words.share)];
  const cells = (name: string, of: Stages) => [
    name,
    say.count(of.trained),
    ...stageKeys.map((key) => say.count(of[key])),
    shareInWords(of, say),
  ];
  return [
    { caption: document.title, columns: [{ label: words.group }, ...columns], rows: [{ key: "all", cells: cells(words.all, document) }] },
    ...document.breakdowns.map(({ by, label, groups }) => ({
      caption: label,
      columns: [{ label: words.group }, ...columns],
      rows: groups.map((group) => ({ key: `${by}/${group.id}`, cells: cells(group.name, group) })),
    })),
  ];
}
