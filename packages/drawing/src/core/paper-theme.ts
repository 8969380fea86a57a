import { each, tokens, type Theme } from "./theme.js";

/** Plain colours, for pictures that leave the page: SVG files, PNG, mail, print. */
export const lightTheme: Theme = each((token) => tokens[token][0]);
export const darkTheme: Theme = each((token) => tokens[token][1]);
