import { define } from "../element/define.js";
import { InventoryGrid } from "./inventory-grid.js";

define("cs-inventory-grid", InventoryGrid, import.meta.url);
