import "./inventory-grid/inventory-grid.define.js";
/** Registers `cs-inventory-grid`. */
export { InventoryGrid } from "./inventory-grid/inventory-grid.js";
