import type { MailWords } from "./words.js";

export const en: MailWords = {
  letter: "Computer science education in figures",
  contents: "In this letter",
  live: "See it live",
  scale: (none, all) => `Each bar runs from ${none} to ${all}.`,
  target: (label, share) => `Thin line: ${label}, ${share}.`,
  between: "A part with an edge at both ends: the share lies within it.",
  rows: (shown, all) => `The first ${shown} of ${all} rows.`,
  page: {
    title: "Ready to paste",
    lead: "Each block is a title, a sentence, a picture and the same figures as a table. It is made for Gmail, Outlook, Apple Mail and Yahoo, and reads the same where pictures are off.",
    pictures: (address) => `The pictures in the blocks load from ${address}. Upload this folder there before you send.`,
    picturesHere:
      "The pictures in the blocks load from where this page stands. Open it from your site and copy there, or insert the picture by hand.",
    block: "Copy for Gmail or Outlook",
    code: "Copy code for Mailchimp or Constant Contact",
    text: "Copy plain text",
    copied: "Copied",
    selected: "Copy the selected text",
    source: "The code of this block",
    whole: "The whole letter",
    wholeLead: "All blocks with a table of contents. The draft opens in a mail program, with the pictures inside.",
    file: {
      eml: "Draft (.eml)",
      html: "Letter (HTML)",
      text: "Plain text",
      block: "Block (HTML)",
      sheet: "Picture with its words (PNG)",
      drawing: "Picture of the block (PNG)",
    },
  },
};
