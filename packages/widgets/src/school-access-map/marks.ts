/** What a map with schools needs beyond one of shares alone, as a file of its own. It is fetched beside the lines. */
export { joining } from "@vitrine/drawing";
export { Painter } from "./painter.js";
