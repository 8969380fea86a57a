import type { Say } from "@vitrine/drawing";
import { nothing } from "lit";
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { publicDocuments, type Published } from "./documents.js";
import { figureOf } from "./figure.js";
import { readText, withFile } from "./files.js";
import { assertReplaceable, makeFolder, type Made } from "./folder.js";
import { headersFile } from "./headers.js";
import { speakerFor } from "./languages.js";
import { toHtml } from "./markup.js";
import { exhibitOf } from "./pictures.js";
import { Refused } from "./refused.js";
import { plainFigure } from "./served.js";
import { assertElements } from "./site.js";
import { pageStyles } from "./styles.js";

export interface FiguresPageOptions {
  /** The built elements: `vitrine.js` and what it loads. */
  elements: string;
  /** Language of what stands in place of the elements without scripts; English when left out. */
  locale?: string;
}
export interface FiguresPageResult {
  documents: number;
  /** Elements of the page that a figure was written into. */
  figures: number;
}

const pageFolder: Made = { name: "page", marker: "page.json", vitrine: "page/1" };
const pictureWidth = 600;

/** What a page of several figures looks like; its own style sheet comes after it. */
const figuresPageStyles = `main { max-width: 1240px; }
main > header { max-width: 75ch; margin-bottom: 24px; }
main > header p { margin-top: 8px; }
main > header nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 12px; }
main > footer { max-width: 75ch; margin-top: 32px; color: var(--_cs-quiet); font-size: 14px; }
cs-dashboard > :is(h2, p, section) { margin-top: 8px; }
cs-dashboard:not(:defined) { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
cs-dashboard > :not([state="drawn"], [state="empty"], [state="stale"], h2, h3, p, section, details) { border: 1px solid var(--_cs-line); border-radius: 4px; padding: 16px; }
details > ul { margin: 0 0 12px; }
@media (max-width: 480px) { cs-dashboard > :not([state="drawn"], [state="empty"], [state="stale"], h2, h3, p, section, details) { padding: 12px; } }
`;

/** Files of the template's own folder that its page names: pictures and style sheets, such as a partner's mark. */
const beside = /\s(?:src|href)="([\w-][\w.-]*\.(?:png|svg|jpe?g|webp|css))"/g;

const element = /<(cs-[a-z-]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>\s*<\/\1>/g;
const attribute = (attributes: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

/**
 * Makes a folder with one page of several figures: a template written by hand, in which every empty element of a document is filled with that
 * document's figure, so that the page is complete without scripts and always tells what is published. Beside it the documents, the elements, the style,
 * and the pictures and style sheets that the template names from its own folder.
 * @param template an HTML page whose elements have `src="documents/<file>"` and nothing inside
 * @throws Refused when an element names a document that is not there, or one that it does not show
 */
export async function figuresPage(
  template: string,
  folder: string,
  out: string,
  { elements, locale = "en" }: FiguresPageOptions,
): Promise<FiguresPageResult> {
  if (!withFile(folder, () => statSync(folder)).isDirectory())
    throw new Refused("file", "This is a file; name the folder of published documents.", folder);
  const say = speakerFor(locale);
  assertElements(elements);
  assertReplaceable(folder, out, pageFolder);
  assertReplaceable(template, out, pageFolder);
  const documents = publicDocuments(folder);
  const { text } = readText(template);
  const { page, figures } = fill(text, documents, say, template);
  return makeFolder(out, async (put, partial) => {
    put("index.html", page);
    put("vitrine.css", `${pageStyles}\n${figuresPageStyles}`);
    for (const [, name] of page.matchAll(beside))
      if (name !== "vitrine.css")
        put(
          name!,
          withFile(name!, () => readFileSync(join(dirname(template), name!))),
        );
    for (const { file, bytes } of documents) put(`documents/${basename(file)}`, bytes);
    cpSync(elements, join(partial, "elements"), { recursive: true, dereference: true });
    put(pageFolder.marker, `${JSON.stringify({ vitrine: pageFolder.vitrine, figures })}\n`);
    const files = readdirSync(partial, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    put(
      "_headers",
      headersFile(
        files.map(({ parentPath, name }) =>
          join(parentPath, name)
            .slice(partial.length + 1)
            .replaceAll("\\", "/"),
        ),
      ),
    );
    return { documents: documents.length, figures };
  });
}

function fill(text: string, documents: readonly Published[], say: Say, template: string): { page: string; figures: number } {
  const byAddress = new Map(documents.map((published) => [`documents/${basename(published.file)}`, published]));
  const drawn = new Set<string>();
  let figures = 0;
  const page = text.replace(element, (whole, tag: string, attributes: string) => {
    const src = attribute(attributes, "src");
    if (src === undefined) return whole;
    const published = byAddress.get(src);
    if (!published)
      throw new Refused(
        "no-such-document",
        'An element of this page names a document that was not published; see its src="documents/…".',
        template,
      );
    const { document } = published;
    if (!exhibitOf(document).elements.includes(tag))
      throw new Refused(
        "wrong-element",
        'An element of this page names a document that it does not show; see its src="documents/…".',
        template,
      );
    figures++;
    const level = Number(attribute(attributes, "heading") ?? 3);
    const options = { say, src, heading: level === 1 || level === 2 ? level : 3, width: pictureWidth } as const;
    const under = { tables: "folded", long: true, notes: true } as const;
    // A second element of a document tells it in its own way; without scripts its picture would stand there twice.
    const figure = drawn.has(src)
      ? figureOf(document, { say, picture: nothing, heading: options.heading, under: { ...under, notes: false } })
      : plainFigure(document, { ...options, under });
    drawn.add(src);
    return `<${tag}${attributes}>\n${toHtml(figure)}\n</${tag}>`;
  });
  if (figures === 0)
    throw new Refused(
      "no-figure",
      'This page has no element to fill: write <cs-implementation-gauge src="documents/name.json"></cs-implementation-gauge>, for example.',
      template,
    );
  return { page, figures };
}
