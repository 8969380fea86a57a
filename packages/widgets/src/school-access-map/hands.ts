/** What only an act of the reader needs of a map and its list, as a file of its own. */
import { mapActs } from "@vitrine/drawing/words/en/map-acts";
import { speak as speakOfList } from "../school-list/acts.js";
import { english } from "../school-list/english.js";

export * from "../school-list/acts.js";
export { Guide } from "./guide.js";
export { handStyles } from "./hands.styles.js";

/** Adds what is said once a reader acts. */
export function speak(): void {
  speakOfList();
  Object.assign(english.mapControls, mapActs);
}
