import { en, es, speaker, type Say, type Words } from "@vitrine/drawing";
import { Refused } from "./refused.js";

const catalogues = { en, es } as const satisfies Record<string, Words>;
export type Language = keyof typeof catalogues;
/** Languages that pictures and pages can be made in. */
export const languages: readonly string[] = Object.keys(catalogues);

/** By tag: to set up a language's formats takes as long as to write a picture. */
const speakers = new Map<string, Say>();

/** @param locale a BCP 47 tag whose language is one of {@link languages}: `en`, `en-GB`, `es-MX` */
export function speakerFor(locale: string): Say {
  const words: Words | undefined = catalogues[locale.toLowerCase().split("-")[0] as Language];
  let tag: string | undefined;
  try {
    tag = Intl.getCanonicalLocales(locale)[0];
  } catch {
    tag = undefined;
  }
  if (!words || !tag) throw new Refused("unknown-language", `This language is not to be had; use one of ${languages.join(", ")}.`);
  const full = tag.includes("-") ? tag : words.locale;
  const known = speakers.get(full) ?? speaker(words, full);
  speakers.set(full, known);
  return known;
}
