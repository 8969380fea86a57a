import type { SnippetKind } from "../../snippet.js";
import type { HostName, Offer, Reason } from "../hosts.js";

export type Framework = Extract<SnippetKind, "plain" | "react" | "vue" | "svelte" | "angular">;

/** What the gallery says beyond the words that all pages share. */
export interface GalleryWords {
  contents: string;
  search: string;
  kind: string;
  place: string;
  all: string;
  found(shown: string, of: string): string;
  none: string;
  /** The panel: what an editor chooses before copying. */
  choose: {
    host: string;
    anyHost: string;
    language: string;
    theme: string;
    themes: { auto: string; light: string; dark: string };
    width: string;
    full: string;
    pixels(width: string): string;
    revision: string;
    live: string;
    frozen: string;
    failed: string;
  };
  /** What a snippet is for, then what it needs. */
  snippet: Record<Offer | "file" | "npm", { label: string; hint: string }>;
  /** Said of the address where the site does not know its own. */
  noBase: string;
  framework: Record<Framework, string>;
  download: string;
  /** Asks which host, and where it takes code. */
  hosts: {
    heading: string;
    lead: string;
    name: Record<HostName, string>;
    where: Record<HostName, string>;
    takes: string;
    takesNot: string;
    best: string;
    cannot: string;
    /** Beside the name of what does not work there. */
    not: string;
  };
  reason: Record<Reason, string>;
}
