import type { Chosen, Frame } from "./frame.js";
import type { Font } from "./measure.js";
import { darkTheme, lightTheme } from "./paper-theme.js";

/** Inter, regular and semibold, which the print hosts load. Summed widths are within 0.2 % for ordinary words. */
export const printFont: Font = { family: "Inter, sans-serif", slack: 1.02 };

/** For pictures that leave the page: plain colours, the shipped font. */
export const printFrame = (chosen: Chosen, scheme: "light" | "dark" = "light"): Frame => ({
  ...chosen,
  theme: scheme === "dark" ? darkTheme : lightTheme,
  font: printFont,
});
