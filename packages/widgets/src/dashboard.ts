import "./dashboard/dashboard.define.js";
/** Registers `cs-dashboard`. */
export { Dashboard } from "./dashboard/dashboard.js";
