import "./pathway-funnel/pathway-funnel.define.js";
/** Registers `cs-pathway-funnel`. */
export { PathwayFunnel } from "./pathway-funnel/pathway-funnel.js";
