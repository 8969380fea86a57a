import type { Chosen, Frame } from "./frame.js";
import { printFont } from "./measure.js";
import { darkTheme, lightTheme } from "./theme.js";

/** For pictures that leave the page: plain colours, the shipped font. */
export const printFrame = (chosen: Chosen, scheme: "light" | "dark" = "light"): Frame => ({
  ...chosen,
  theme: scheme === "dark" ? darkTheme : lightTheme,
  font: printFont,
});
