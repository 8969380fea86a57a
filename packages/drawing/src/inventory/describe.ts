import {
  inventoryAreas,
  isAbsence,
  isExact,
  type InventoryArea,
  type InventoryDocument,
  type InventoryItem,
  type InventoryState,
} from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { sentences } from "../words/sentences.js";

/** What a reader's page knows and a picture in a file does not. */
export interface InventoryView {
  /** The reader's day, year-month-day. */
  today?: string | undefined;
}

/** Areas that have entries, in their usual order, each with its entries in the document's order. */
export const byArea = ({ items }: InventoryDocument): { area: InventoryArea; items: InventoryItem[] }[] =>
  inventoryAreas.flatMap((area) => {
    const found = items.filter((item) => item.area === area);
    return found.length > 0 ? [{ area, items: found }] : [];
  });

export const stateText = (state: InventoryState, say: Say): string =>
  isAbsence(state) ? say.words.absence[state] : say.words.inventory.state[state];

/** Whether the day until which the document is valid has passed for this reader. */
export const isOutdated = ({ validUntil }: InventoryDocument, view: InventoryView | undefined): boolean =>
  view?.today !== undefined && view.today > validUntil;

/** "As of September 30, 2026 · valid until June 30, 2027" */
export const validText = ({ asOf, validUntil }: InventoryDocument, say: Say): string =>
  `${say.words.inventory.asOf(say.day(asOf))} · ${say.words.inventory.validUntil(say.day(validUntil))}`;

export function studentsText({ students }: InventoryItem, say: Say): string | undefined {
  const words = say.words.inventory;
  if (students === undefined) return undefined;
  return isAbsence(students)
    ? words.noStudents(say.words.absenceSaid[students])
    : words.students(isExact(students) ? students : undefined, say.count(students));
}

/** One entry in words, as a reader hears it. */
export function describeItem(item: InventoryItem, { columns }: InventoryDocument, say: Say): string {
  const words = say.words.inventory;
  const spoken = (state: InventoryState) => (isAbsence(state) ? say.words.absenceSaid[state] : words.state[state]);
  const cells = columns.length === 1 ? item.cells.map(spoken) : item.cells.map((state, at) => words.cell(columns[at]!.name, spoken(state)));
  return sentences([item.name, cells.join(", "), item.detail, studentsText(item, say), item.saidOn && words.saidOn(say.day(item.saidOn))]);
}

/** What is written down, by area, and until when it is valid. Nothing is counted as better or worse. */
export function summariseInventory(document: InventoryDocument, say: Say): string {
  const words = say.words.inventory;
  const areas = byArea(document);
  const count = document.items.length;
  const said = { count, text: say.number(count), place: document.scope.name, areas: say.list(areas.map(({ area }) => words.area[area])) };
  return sentences([
    count > 0 ? words.sentence(said) : words.none,
    count > 0 ? words.noJudgement : undefined,
    validText(document, say),
    document.status === "provisional" ? words.provisional : undefined,
  ]);
}

/** One row for each entry, areas in their order. */
export function tabulateInventory(document: InventoryDocument, say: Say): Table[] {
  const words = say.words.inventory;
  const { columns, items } = document;
  if (items.length === 0) return [];
  const none = say.words.absence["not-applicable"];
  const counted = items.some(({ students }) => students !== undefined);
  const dated = items.some(({ saidOn }) => saidOn !== undefined);
  return [
    {
      caption: `${document.title} (${validText(document, say)})`,
      columns: [
        { label: words.column.item },
        { label: words.column.area },
        ...columns.map(({ name }) => ({ label: name })),
        ...(counted ? [{ label: words.column.students, numeric: true }] : []),
        { label: words.column.detail },
        ...(dated ? [{ label: words.column.saidOn }] : []),
      ],
      rows: byArea(document).flatMap((group) =>
        group.items.map(({ id, name, area, cells, students, detail, saidOn }) => ({
          key: id,
          cells: [
            name,
            words.area[area],
            ...columns.map((_, at) => (cells[at] ? stateText(cells[at], say) : none)),
            ...(counted ? [students === undefined ? none : say.count(students)] : []),
            detail ?? none,
            ...(dated ? [saidOn ? say.day(saidOn) : none] : []),
          ],
        })),
      ),
    },
  ];
}
