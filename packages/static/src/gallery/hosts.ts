import type { SnippetKind } from "../snippet.js";

/** What can be offered to a host; a developer's import is for none of them. */
export type Offer = Extract<SnippetKind, "element" | "figure" | "frame" | "oembed" | "block">;
export const offers: readonly Offer[] = ["element", "figure", "frame", "oembed", "block"];

/** Why something works only under a condition, or not at all; the words stand in the catalogue. */
export type Reason = "scripts" | "frames" | "plan" | "boxed" | "asks" | "list" | "mail" | "role" | "plugin" | "format" | "letter";

/** `true`: it works. A reason with a `?`: it works under that condition. A reason: it cannot work. */
export type Answer = true | `${Reason}?` | Reason;
export const hostNames = [
  "html",
  "wordpress-org",
  "wordpress-com",
  "squarespace",
  "wix",
  "google-sites",
  "drupal",
  "ghost",
  "mailchimp",
] as const;
export type HostName = (typeof hostNames)[number];

/** What each host takes, by its documented rules. The first that works is the one to take. */
export const hosts: Readonly<Record<HostName, { takes: Readonly<Record<Offer, Answer>>; best: Offer }>> = {
  html: { best: "element", takes: { element: true, figure: true, frame: true, oembed: "asks", block: "letter" } },
  "wordpress-org": { best: "oembed", takes: { element: "plugin?", figure: true, frame: "role?", oembed: true, block: "letter" } },
  "wordpress-com": { best: "figure", takes: { element: "scripts", figure: true, frame: "frames", oembed: "list", block: "letter" } },
  squarespace: { best: "element", takes: { element: "plan?", figure: true, frame: "plan?", oembed: "list", block: "letter" } },
  wix: { best: "oembed", takes: { element: "boxed?", figure: "boxed?", frame: "boxed?", oembed: "boxed?", block: "letter" } },
  "google-sites": { best: "oembed", takes: { element: "boxed?", figure: "boxed?", frame: "boxed?", oembed: "boxed?", block: "letter" } },
  drupal: { best: "figure", takes: { element: "format?", figure: true, frame: "format?", oembed: "list", block: "letter" } },
  ghost: { best: "element", takes: { element: true, figure: true, frame: true, oembed: true, block: "letter" } },
  mailchimp: { best: "block", takes: { element: "mail", figure: "mail", frame: "mail", oembed: "mail", block: true } },
};
