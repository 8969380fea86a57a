export { assertPrintable, toSvg } from "./svg.js";
