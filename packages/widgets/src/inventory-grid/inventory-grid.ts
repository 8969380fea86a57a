import type { InventoryDocument } from "@vitrine/contract";
import { englishOf, inventoryPicture, type InventoryView } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { inventory } from "@vitrine/drawing/words/en/inventory";
import { DocumentElement } from "../element/document-element.js";

/** The reader's day, year-month-day. Drawings have no clock: the page gives them the day. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * What computer science exists at a school: courses, integrated teaching, clubs, gaps between groups, limits of schedule and transport, data at
 * hand. Without a score; after the document's own validity it says that it may be out of date.
 *
 * @tag cs-inventory-grid
 * @tagname cs-inventory-grid
 * @summary What computer science exists at a school, dated and without a score.
 */
export class InventoryGrid extends DocumentElement<InventoryDocument, InventoryView> {
  protected override readonly picture = inventoryPicture;
  protected override readonly english = englishOf({ element, inventory });

  protected override view(): InventoryView {
    return { today: today() };
  }

  protected override isEmpty({ items }: InventoryDocument): boolean {
    return items.length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-inventory-grid": InventoryGrid;
  }
}
