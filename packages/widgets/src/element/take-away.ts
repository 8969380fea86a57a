/** What a reader takes away: a file of its own, fetched when the menu is first opened. */
export { embedCode } from "./embed.js";
export { save, svgText, toPng } from "./export-picture.js";
export { printAlone } from "./print.js";
