import type { Caption } from "@vitrine/drawing";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

/**
 * The snippet a page editor copies: the script, the element, and inside it what a reader without the script gets.
 * @param script address of the library's script, when it is known @param address of the document
 */
export const embedCode = (tag: string, script: string | undefined, address: string, says: Caption): string =>
  [
    ...(script ? [`<script type="module" src="${escape(script)}"></script>`] : []),
    `<${tag} src="${escape(address)}">`,
    `  <p><strong>${escape(says.title)}</strong> ${escape(says.summary)}</p>`,
    `  <p>${escape(says.scope)}. ${escape(says.source)}</p>`,
    `</${tag}>`,
  ].join("\n");
