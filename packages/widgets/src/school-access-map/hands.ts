/** What only an act of the reader needs of a map, as a file of its own. */
export { Guide } from "./guide.js";
export { handStyles } from "./hands.styles.js";
