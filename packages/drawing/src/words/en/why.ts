import type { Words } from "../words.js";

export const why: Words["why"] = {
  "timed-out": "These figures took too long to load. Try again later.",
  "file-too-large": "These figures were not loaded: the file is larger than a figure may be.",
  "audience-research": "These figures are for research and are not shown on a page.",
  "audience-partner": "These figures are for one partner, and this page is not marked as that partner's.",
  "audience-origin": "These figures are for one partner and are shown only from that partner's own site.",
  contract: (code) => `These figures are not shown: the document is not one this element can read (${code}).`,
  privacy: (code) => `These figures are not shown, to protect privacy: the document breaks the rule ${code}.`,
};
