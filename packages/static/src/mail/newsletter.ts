import type { Say } from "@vitrine/drawing";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { baseAddress } from "../address.js";
import { letterDocuments, type Published } from "../documents.js";
import { assertReplaceable, makeFolder, newsletterFolder, type Put } from "../folder.js";
import { speakerFor } from "../languages.js";
import { eachOf, openPool } from "../pool/pool.js";
import { emlOf, type Attachment } from "./eml.js";
import { blockOf, letterOf, type Part } from "./letter.js";
import { pastePage, type Entry } from "./page.js";
import type { LetterPictures } from "./pictures.js";
import { pasteStyles } from "./styles.js";
import { mailWords } from "./words/index.js";

export interface NewsletterOptions {
  /** Address of the site of these documents, under which the newsletter's folder stands as `newsletter/`. */
  base?: string;
  /** `en`, `es` or a longer tag of one of them; English when left out. */
  locale?: string;
  /** Called after each document. */
  progress?(done: number, all: number, file: string): void;
}
export interface NewsletterResult {
  documents: number;
  /** Files whose letters the font of finished pictures does not have: their blocks have no picture. */
  withoutPng: string[];
}

/** Pictures of each document. */
const picturesEach = 2;
/** Stands in the code of a block until the page that it is copied from knows its own address. */
const placeholder = "https://your-address.example/";

/** One figure with its pictures, before an address is chosen for them. */
interface Made extends LetterPictures {
  published: Published;
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
    const pool = openPool(picturesEach * documents.length);
    let done = 0;
    const drawn = eachOf(documents, pool, async (published): Promise<Made> => {
      const pictures = await pool.run("letter", { document: published.document, locale: say.locale });
      options.progress?.(++done, documents.length, published.file);
      return { ...pictures, published, ...(base !== undefined && { live: `${base}embed/${published.stem}.html` }) };
    });
    const made = await drawn.finally(() => pool.close());
    write(put, made, base, say);
    return { documents: made.length, withoutPng: made.flatMap(({ png, published }) => (png ? [] : [published.file])) };
  });
}

/** A figure of a letter that finds its picture at an address made of its name. */
const partOf = ({ published: { document, stem }, png, size, live }: Made, src: (stem: string) => string): Part => ({
  document,
  ...(png && { image: { src: src(stem), ...size } }),
  ...(live !== undefined && { live }),
});

const contentId = (stem: string) => `${stem}@newsletter.vitrine`;

function write(put: Put, made: readonly Made[], base: string | undefined, say: Say) {
  const address = base === undefined ? placeholder : `${base}newsletter/`;
  const under = (folder: string) => (stem: string) => `${folder}images/${stem}.png`;
  const entries = made.map((one): Entry => {
    const { document, stem } = one.published;
    const { html, text } = blockOf(partOf(one, under(base === undefined ? "../" : address)), say);
    put(`blocks/${stem}.html`, html);
    put(`blocks/${stem}.txt`, text);
    if (one.png) put(`images/${stem}.png`, one.png);
    if (one.sheet) put(`pictures/${stem}.png`, one.sheet);
    return {
      stem,
      title: document.title,
      scope: document.scope.name,
      preview: blockOf(partOf(one, under("")), say).html,
      code: blockOf(partOf(one, under(address)), say).html,
      text,
      pictures: { drawing: one.png !== undefined, sheet: one.sheet !== undefined },
    };
  });
  const letterAt = (src: (stem: string) => string) =>
    letterOf(
      made.map((one) => partOf(one, src)),
      say,
    );
  const letter = letterAt(under(base === undefined ? "" : address));
  put("letter.html", letter.html);
  put("letter.txt", letter.text);
  const attached = made.flatMap(({ png, published: { stem } }): Attachment[] =>
    png ? [{ id: contentId(stem), name: `${stem}.png`, png }] : [],
  );
  put(
    "letter.eml",
    emlOf(
      letterAt((stem) => `cid:${contentId(stem)}`),
      attached,
    ),
  );
  put("newsletter.css", `${pasteStyles}\n`);
  put("newsletter.js", readFileSync(fileURLToPath(new URL("../browser/newsletter.js", import.meta.url))));
  put("index.html", pastePage(entries, say, mailWords(say), base === undefined ? { placeholder } : { address }));
  const documents = made.map(({ published: { stem, document } }) => {
    const { schema, id, revision, asOf } = document;
    return { block: `blocks/${stem}.html`, schema, id, revision, asOf };
  });
  put(
    newsletterFolder.marker,
    `${JSON.stringify({ vitrine: newsletterFolder.vitrine, base, language: say.locale, documents }, undefined, 2)}\n`,
  );
}
