import { create } from "storybook/theming";

/** Storybook's own pages in the type and colours of the visual language. */
export const theme = create({
  base: "light",
  brandTitle: "Vitrine",
  fontBase: "Inter, system-ui, sans-serif",
  colorPrimary: "#0053a5",
  colorSecondary: "#0053a5",
  appBg: "#ffffff",
  textColor: "#1b2430",
});
