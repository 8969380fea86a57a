/** What only an act of the reader needs of a map, as a file of its own. */
export { descend, openArea } from "./deeper.js";
export { follow } from "./gestures.js";
export { handStyles } from "./hands.styles.js";
export { point } from "./over.js";
export { drawPlace } from "./place-card.js";
export { suggest } from "./suggest.js";
export { walkAreas, walkMarks } from "./walk.js";
export { areTogether, boundsOf, boxOf, markNear, markUnder, pointsOf, zoomAlone } from "./where.js";
