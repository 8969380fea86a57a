import type { Say } from "@vitrine/drawing";
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { baseAddress } from "../address.js";
import { letterDocuments, type Published } from "../documents.js";
import { assertReplaceable, makeFolder, newsletterFolder, type Put } from "../folder.js";
import { speakerFor } from "../languages.js";
import { toHtml } from "../markup.js";
import { renderPng, renderSvg, whenDrawable } from "../render.js";
import type { Image } from "../served.js";
import { sizeOf } from "../sheet.js";
import { drawBlock } from "./block.js";
import { emlOf, type Attachment } from "./eml.js";
import { fitted, letterOf, type Part } from "./letter.js";
import { pastePage, type Entry } from "./page.js";
import { pasteStyles } from "./styles.js";
import { textBlock } from "./text.js";
import { mailWords, type MailWords } from "./words/index.js";

export interface NewsletterOptions {
  /** Address of the site of these documents, under which the newsletter's folder stands as `newsletter/`. */
  base?: string;
  /** `en`, `es` or a longer tag of one of them; English when left out. */
  locale?: string;
  progress?(done: number, all: number, file: string): void;
}
export interface NewsletterResult {
  documents: number;
  /** Files whose letters the font of finished pictures does not have: their blocks have no picture. */
  withoutPng: string[];
}

/** CSS pixels; a letter is as wide. */
const width = 600;
/** Stands in the code of a block until the page that it is copied from knows its own address. */
const placeholder = "https://your-address.example/";

/** One figure with its picture, before an address is chosen for it. */
interface Made {
  published: Published;
  png?: Uint8Array;
  sheet?: Uint8Array;
  size: { width: number; height: number };
  live?: string;
}

/**
 * Makes what a newsletter takes, as a folder: for each document a block to paste, its plain text and its pictures; all of them as one letter in HTML,
 * in plain text and as a draft that mail programs open; and a page to copy the blocks from. The folder appears whole or not at all; the same
 * documents give the same bytes. Refuses documents that are not public or may not be shown, and letters that mail programs would cut.
 * @param names files, or folders of documents, in the order of the letter
 */
export async function newsletter(names: readonly string[], out: string, options: NewsletterOptions = {}): Promise<NewsletterResult> {
  const base = options.base === undefined ? undefined : baseAddress(options.base);
  const say = speakerFor(options.locale ?? "en");
  for (const name of names) assertReplaceable(name, out, newsletterFolder);
  const documents = letterDocuments(names);
  return makeFolder(out, async (put) => {
    const made: Made[] = [];
    for (const [at, published] of documents.entries()) {
      options.progress?.(at, documents.length, published.file);
      made.push(draw(published, say, base));
      await setImmediate();
    }
    write(put, made, base, say, mailWords(say));
    return { documents: made.length, withoutPng: made.flatMap(({ png, published }) => (png ? [] : [published.file])) };
  });
}

function draw(published: Published, say: Say, base: string | undefined): Made {
  const { document, stem } = published;
  const options = { locale: say.locale, width };
  const made: Made = {
    published,
    size: sizeOf(renderSvg(document, { ...options, caption: false })),
    ...(base !== undefined && { live: `${base}embed/${stem}.html` }),
  };
  // The title may be in letters that the drawing does without.
  whenDrawable(() => (made.png = renderPng(document, { ...options, caption: false })));
  whenDrawable(() => (made.sheet = renderPng(document, options)));
  return made;
}

/** Where the picture of a block stands, from a page of the folder or under an address. */
const imageOf = ({ png, size, published }: Made, root: string): { image?: Image } =>
  png ? { image: { src: `${root}images/${published.stem}.png`, ...size } } : {};

function write(put: Put, made: Made[], base: string | undefined, say: Say, words: MailWords) {
  const address = base === undefined ? placeholder : `${base}newsletter/`;
  const partsAt = (root: string): Part[] => made.map((one) => partAt(one, root));
  const entries = made.map((one): Entry => {
    const { published, png, sheet } = one;
    const { document, stem } = published;
    const block = (root: string) =>
      fitted((room) => `${toHtml(drawBlock(document, { say, words, room, ...imageOf(one, root), ...livePage(one) }))}\n`);
    const { markup, room } = block(base === undefined ? "../" : address);
    const text = `${textBlock(document, { say, words, room, ...livePage(one) })}\n`;
    put(`blocks/${stem}.html`, markup);
    put(`blocks/${stem}.txt`, text);
    if (png) put(`images/${stem}.png`, png);
    if (sheet) put(`pictures/${stem}.png`, sheet);
    return {
      stem,
      title: document.title,
      scope: document.scope.name,
      preview: block("").markup,
      code: block(address).markup,
      text,
      pictures: { drawing: png !== undefined, sheet: sheet !== undefined },
    };
  });
  const letter = letterOf(partsAt(base === undefined ? "" : address), say, words);
  put("letter.html", letter.html);
  put("letter.txt", letter.text);
  const attachments = made.flatMap(({ png, published: { stem } }): Attachment[] =>
    png ? [{ id: idOf(stem), name: `${stem}.png`, png }] : [],
  );
  put(
    "letter.eml",
    emlOf(
      letterOf(
        made.map((one) => ({ ...partAt(one, ""), ...(one.png && { image: { src: `cid:${idOf(one.published.stem)}`, ...one.size } }) })),
        say,
        words,
      ),
      attachments,
    ),
  );
  put("newsletter.css", `${pasteStyles}\n`);
  put("newsletter.js", readFileSync(fileURLToPath(new URL("../browser/newsletter.js", import.meta.url))));
  put("index.html", pastePage(entries, say, words, base === undefined ? { placeholder } : { address }));
  put(
    newsletterFolder.marker,
    `${JSON.stringify({ vitrine: newsletterFolder.vitrine, base, language: say.locale, documents: made.map(({ published: { stem, document } }) => ({ block: `blocks/${stem}.html`, schema: document.schema, id: document.id, revision: document.revision, asOf: document.asOf })) }, undefined, 2)}\n`,
  );
}

const livePage = ({ live }: Made) => (live === undefined ? {} : { live });
const partAt = (one: Made, root: string): Part => ({ document: one.published.document, ...imageOf(one, root), ...livePage(one) });
const idOf = (stem: string) => `${stem}@newsletter.vitrine`;
