/**
 * What letters and the page they are copied from say beside the figures, apart from the catalogue that elements carry to every page.
 * A missing key is a type error in every language.
 */
export interface MailWords {
  /** Title of a letter of several figures. */
  letter: string;
  contents: string;
  live: string;
  scale(none: string, all: string): string;
  target(label: string, share: string): string;
  between: string;
  /** "The first 12 of 52 rows." */
  rows(shown: string, all: string): string;
  page: {
    title: string;
    lead: string;
    /** Where the pictures of the blocks load from, and what to do for it. */
    pictures(address: string): string;
    picturesHere: string;
    block: string;
    code: string;
    text: string;
    copied: string;
    /** Where the clipboard may not be used. */
    selected: string;
    source: string;
    whole: string;
    wholeLead: string;
    file: Record<"eml" | "html" | "text" | "block" | "sheet" | "drawing", string>;
  };
}
