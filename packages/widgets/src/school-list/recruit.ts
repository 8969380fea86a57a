import { toCsv } from "@vitrine/drawing/core/csv";
import type { Say, Table } from "@vitrine/drawing";
import { save } from "../element/export-picture.js";
import type { SchoolModel } from "./model.js";

/** Schools as a list to work through: what a recruiter needs to begin a talk, of schools alone. It names no person and counts none. */
export function recruitList(model: SchoolModel, rows: ArrayLike<number>, say: Say): Table {
  const { schools, document } = model;
  const { list, access } = say.words;
  const of = (column: { values: readonly string[]; index: readonly number[] } | undefined, row: number) =>
    column?.values[column.index[row]!] ?? "";
  return {
    caption: list.recruitFile,
    columns: [
      list.columns.district,
      list.columns.school,
      list.columns.id,
      list.card.city,
      list.columns.area,
      list.columns.status,
      list.columns.activity,
      list.card.level,
      list.card.offering,
      list.card.saidBy,
      list.card.saidOn,
    ].map((label) => ({ label })),
    rows: Array.from(rows, (row) => {
      const [level, activity] = [model.levelOf(row), model.activityOf(row)];
      return {
        key: schools!.id[row]!,
        cells: [
          model.districtOf(row) ?? "",
          schools!.name[row]!,
          schools!.id[row]!,
          model.cityOf(row) ?? "",
          model.areaNameOf(row),
          access.status[model.statusOf(row)],
          activity ? access.activity[activity] : "",
          level ? access.level[level] : "",
          of(schools!.offering, row),
          document.sources[schools!.source?.[row] ?? 0]?.name ?? "",
          of(schools!.saidOn, row),
        ],
      };
    }),
  };
}

/** Gives the list to the reader as a file; nothing leaves the reader's own machine. */
export const saveRecruits = (model: SchoolModel, rows: ArrayLike<number>, say: Say): void =>
  save(
    `${model.document.id}-recruit-${model.document.asOf}.csv`,
    new Blob(["\ufeff", toCsv([recruitList(model, rows, say)])], { type: "text/csv" }),
  );
