export { caption, type Caption } from "./core/caption.js";
export type { Frame } from "./core/frame.js";
export type { Picture } from "./core/picture.js";
export { speaker, type Say } from "./core/say.js";
export { drawTable, toCsv, type Column, type Table } from "./core/table.js";
export { darkTheme, lightTheme, liveTheme, themeDeclarations, tokens, type Theme, type Token } from "./core/theme.js";
export { en } from "./words/en.js";
export type { Words } from "./words/words.js";
