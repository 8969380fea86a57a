import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "./markup.js";

/** A script: its name from the site's root, and its digest. */
export interface Script {
  name: string;
  integrity: string;
}

/** The scripts that an element consists of beside the loader, by tag, and those of languages, by tag of the language. */
export interface Modules {
  elements: Record<string, Script[]>;
  languages: Record<string, Script[]>;
}

/** What `elements.json` in a folder of built elements says; nothing where there is none. */
export function modulesOf(elements: string): Modules {
  const file = join(elements, "elements.json");
  if (!existsSync(file)) return { elements: {}, languages: {} };
  const built = JSON.parse(readFileSync(file, "utf8")) as {
    elements: Record<string, { file: string; imports: string[] }>;
    languages: Record<string, string>;
    files: Record<string, string>;
  };
  const script = (name: string): Script => ({ name: `elements/${name}`, integrity: built.files[name]! });
  const entries = Object.entries(built.elements).map(([tag, { file, imports }]) => [tag, [file, ...imports].map(script)]);
  return {
    elements: Object.fromEntries(entries) as Modules["elements"],
    languages: Object.fromEntries(Object.entries(built.languages).map(([tag, name]) => [tag, [script(name)]])),
  };
}

/** The scripts of one element in one language. */
export const modulesFor = ({ elements, languages }: Modules, tag: string, locale: string): Script[] => [
  ...(elements[tag] ?? []),
  ...(languages[locale.split("-", 1)[0]!] ?? []),
];

/**
 * What a browser shall begin to fetch together with the loader, which would otherwise ask for one after the other. The scripts stand under names with
 * the sign of their build, which a site keeps for ever; the loader that imports them is told by its digest, so that they are the ones it imports. The document
 * stands under the address that the element asks for, live or frozen: it is asked for once, as it is then.
 * @param root before the names of scripts: the site's address, or the way to its root @param src the element's
 */
export const aheadOf = (root: string, scripts: readonly Script[], src: string): string =>
  [
    ...scripts.map(
      ({ name, integrity }) => `<link rel="modulepreload" href="${escaped(root)}${name}" integrity="${integrity}" crossorigin="anonymous">`,
    ),
    `<link rel="preload" as="fetch" href="${escaped(src)}" crossorigin="anonymous">`,
  ].join("\n");
