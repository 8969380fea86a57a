/** Finished HTML. Anything else that is put into a template is text, and is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Part[] | undefined;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const write = (part: Part): string =>
  part === undefined
    ? ""
    : part instanceof Html
      ? part.text
      : typeof part === "string" || typeof part === "number"
        ? String(part).replace(/[&<>"']/g, (sign) => signs[sign]!)
        : part.map(write).join("");

/** A template whose parts are escaped unless they are finished HTML themselves. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(texts.reduce((whole, text, at) => whole + write(parts[at - 1]) + text));
