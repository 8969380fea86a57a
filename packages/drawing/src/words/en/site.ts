import type { Words } from "../words.js";

export const site: Words["site"] = {
  kind: {
    "implementation/1": "Implementation gauge",
    "access/1": "School access map",
    "roster/1": "Teacher roster",
    "trend/1": "Trend over time",
    "pathway/1": "Stages of a pathway",
    "metrics/1": "Numbers",
    "inventory/1": "School inventory",
    "plan/1": "Plan",
    "survey/1": "Survey answers",
    "composition/1": "Who the students are",
    "gap/1": "Distance between groups",
  },
  gallery: "Figures to embed",
  lead: "Every figure on this page is live. Copy what your page or newsletter takes: no account, no code of your own, nothing loaded from anybody else.",
  purpose: "What it is for",
  takeAway: "Take it away",
  copy: "Copy",
  copied: "Copied",
  placeholder: (address) =>
    `Publish this folder, open this page there and copy: the snippets then name your address. Where scripts are off, put it in place of ${address}.`,
  files: "Files",
  file: {
    png: "Picture (PNG)",
    svg: "Picture (SVG)",
    csv: "Figures (CSV)",
    html: "Everything in one file (HTML)",
    json: "Document (JSON)",
  },
  page: "This figure on a page of its own",
  parts: "By area",
  table: "The same figures as a table",
  back: "All figures",
  revision: (number, day) => `Revision ${number}, data as of ${day}`,
  partner: {
    heading: "For one partner only",
    waits:
      "This list is shown where scripts run. It does not stand in the page itself, so that a page that is saved or forwarded names nobody.",
  },
};
