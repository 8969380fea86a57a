import type { Words } from "../words.js";

export const why: Words["why"] = {
  "timed-out": "These figures took too long to load. Try again later.",
  "file-too-large": "These figures were not loaded: the file is larger than a figure may be.",
  "audience-research": "These figures are for research and are not shown on a page.",
  "audience-partner": "These figures are for one partner, and this page is not marked as that partner's.",
  "audience-origin": "These figures are for one partner and are shown only from that partner's own site.",
  "roster-origin":
    'This roster is not shown, because it came from another site: serve it from the same site as this page, or, with crossorigin="use-credentials" on the element, only to a reader who has signed in there.',
  "roster-insecure": "This roster is not shown, because it did not come over https: serve it over https, or look at it on localhost.",
  "roster-cached":
    'This roster is not shown, because caches on the way may keep it: serve it with the header "cache-control: no-store" (or private).',
  "roster-open":
    'This roster is not shown, because its server lets every site read it: serve it without the header "access-control-allow-origin: *".',
  "roster-script":
    "This roster is not shown, because it stands in the page's own text: give it as a property, or as an address that only its readers can open.",
  "roster-partner":
    "This roster is not shown, because the page does not say that it is this partner's: state the partner's id in the attribute partner.",
  contract: (code) => `These figures are not shown: the document is not one this element can read (${code}).`,
  privacy: (code) => `These figures are not shown, to protect privacy: the document breaks the rule ${code}.`,
};
