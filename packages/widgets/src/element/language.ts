import { speaker, type Say, type Words } from "@vitrine/drawing";

/** Every language but English comes as a file of its own when a page asks for it. */
const catalogues = new Map([["es", () => import("@vitrine/drawing/words/es").then(({ es }) => es)]]);

/** The `lang` that holds for an element: its own or that of the closest ancestor, also outside its shadow root. */
export function languageOf(element: Element): string {
  const said = element.closest("[lang]")?.getAttribute("lang");
  const root = element.getRootNode();
  return said ?? (root instanceof ShadowRoot ? languageOf(root.host) : "");
}

/** Calls back when a `lang` or `dir` changes on any ancestor, across shadow roots. Returns how to stop. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  let root = element.getRootNode();
  for (;;) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ["lang", "dir"] });
    if (!(root instanceof ShadowRoot)) break;
    root = root.host.getRootNode();
  }
  return () => observer.disconnect();
}

/**
 * The words for a language tag: at once for English and for languages without a catalogue. A catalogue that fails to load gives English.
 * @param english the element's own
 */
export function wordsFor(tag: string, english: Words): Words | Promise<Words> {
  const catalogue = catalogues.get(tag.toLowerCase().split("-", 1)[0] ?? "");
  return catalogue ? catalogue().catch(() => english) : english;
}

/** Elements of one kind and language share one: formats take long to make, and a page may have a hundred elements. */
const spoken = new WeakMap<Words, Record<string, Say>>();

/** Words, numbers and dates of one locale: the page's tag where the words are of its language, else the words' own. */
export function sayIn(words: Words, tag: string, direction: Say["direction"]): Say {
  const language = words.locale.split("-", 1)[0] ?? "";
  const same = new RegExp(`^${language}(-|$)`, "i").test(tag);
  const known = spoken.get(words) ?? {};
  spoken.set(words, known);
  return (known[tag + direction] ??= { ...speakerOf(words, same ? tag : words.locale), direction });
}

function speakerOf(words: Words, locale: string): Say {
  try {
    return speaker(words, locale);
  } catch {
    // A page may carry a tag that is none, such as `en_US`.
    return speaker(words);
  }
}
