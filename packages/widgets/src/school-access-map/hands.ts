/** What only an act of the reader needs of a map, as a file of its own. */
export { descend, openArea } from "./deeper.js";
export { handStyles } from "./hands.styles.js";
export { point } from "./over.js";
export { drawPlace } from "./place-card.js";
export { suggest } from "./suggest.js";
export { walkAreas } from "./walk.js";
export { flyTo, picked, walkTo, watch } from "./watch.js";
export { boundsOf } from "./where.js";
