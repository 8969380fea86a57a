import type { Count, InventoryArea, InventoryDocument, InventoryItem, InventoryState } from "@vitrine/contract";
import type { InventoryConfig } from "../config/inventory.js";
import { envelope } from "./envelope.js";
import { codesOf, listing, Lists } from "./listed.js";
import type { Maker } from "./maker.js";

/** Reads an inventory from rows, entry by entry. Only the students who take part are counted people. */
export const inventoryMaker: Maker<InventoryConfig> = (config, columnsOf, path) => {
  const cellOf = (at: number) => `columns ${at}`;
  const entries = listing(
    config,
    { name: config.name, detail: config.detail },
    {
      area: config.area.column,
      students: config.students,
      saidOn: config.saidOn,
      ...Object.fromEntries(config.columns.map(({ column }, at) => [cellOf(at), column])),
    },
    columnsOf(config.from, [...path, "from"]),
    path,
  );
  return {
    config,
    sources: [config.from],
    async write({ engine, rows, publication, control, faults }) {
      const reader = new Lists(engine, config.id, rows);
      const found = (await reader.read(entries)).flatMap((row) => {
        const name = row.text("name", 160);
        const area = row.word<InventoryArea | "">("area", config.area, "");
        return name === undefined || area === "" ? [] : [{ row, name, area }];
      });
      const ids = codesOf(found.map(({ name }) => name));
      let withheld = 0;
      const studentsOf = (cell: string | undefined): Count | undefined => {
        if (cell === undefined) return undefined;
        if (!/^\d{1,9}$/.test(cell)) return "unknown";
        const shown = control.single(Number(cell), publication.privacy);
        if (shown === "withheld") withheld++;
        return shown;
      };
      const items = found.map(({ row, name, area }, at): InventoryItem => {
        const cells = config.columns.map((_, column) =>
          row.word<InventoryState>(cellOf(column), { values: config.states }, "not-reported"),
        );
        const silent = config.states[""] === undefined && config.columns.every((_, column) => row.isEmpty(cellOf(column)));
        const detail = row.text("detail", 600);
        const students = studentsOf(row.number("students"));
        const saidOn = row.day("saidOn");
        return {
          id: ids[at]!,
          area,
          name,
          ...(detail === undefined ? {} : { detail }),
          cells: silent ? [] : cells,
          ...(students === undefined ? {} : { students }),
          ...(saidOn === undefined ? {} : { saidOn }),
        };
      });
      reader.finish(faults);
      const document = {
        ...envelope("inventory/1", publication, config),
        validUntil: config.validUntil,
        columns: config.columns.map(({ id, name }) => ({ id, name })),
        items,
      } as InventoryDocument;
      return { document, acts: withheld > 0 ? [{ table: "students", rule: "small" as const, figures: withheld }] : [] };
    },
  };
};
