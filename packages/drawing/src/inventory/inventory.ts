import { inventory as kind, type InventoryDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summariseInventory, tabulateInventory, type InventoryView } from "./describe.js";
import { drawInventory } from "./draw.js";

/** What computer science exists at a school: `cs-inventory-grid`. */
export const inventoryPicture: Picture<InventoryDocument, InventoryView> = {
  kind,
  draw: drawInventory,
  summarise: summariseInventory,
  tabulate: tabulateInventory,
};
