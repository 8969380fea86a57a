import type { Words } from "../words.js";

export const take: Words["take"] = {
  csv: "Data (CSV)",
  svg: "Picture (SVG)",
  png: "Picture (PNG)",
  embed: "Copy embed code",
  embedCode: "Embed code",
  print: "Print this figure",
  copied: "Copied.",
  copyByHand: "Copy the selected text.",
};
