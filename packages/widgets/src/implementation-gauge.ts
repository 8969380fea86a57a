import "./implementation-gauge/implementation-gauge.define.js";
/** Registers `cs-implementation-gauge`. */
export { ImplementationGauge } from "./implementation-gauge/implementation-gauge.js";
