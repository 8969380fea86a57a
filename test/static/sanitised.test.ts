import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { blockOf, plainFigure, servedMarkup, speakerFor, toHtml } from "@vitrine/static";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import sanitize from "sanitize-html";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { documents } from "../helpers/documents.ts";

const purify = readFileSync(createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js"), "utf8");
const image = { src: "https://figures.example.org/drawings/one.png", width: 680, height: 340 };
const narrow = { src: "https://figures.example.org/drawings/narrow/one.png", width: 296, height: 600 };
const page = "https://figures.example.org/embed/one.html";
const say = speakerFor("en");

let browser: Browser;
let sheet: Page;
before(async () => {
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
  sheet = await browser.newPage();
  sheet.setDefaultTimeout(120_000);
  await sheet.evaluate(purify);
});
after(() => browser?.close());

/** As editors clean what is pasted. By itself `sanitize-html` keeps no image at all; editors that use it, and WordPress, allow them. */
const cleaners: [name: string, clean: (markup: string) => Promise<string>][] = [
  ["sanitize-html", async (markup) => sanitize(markup)],
  ["sanitize-html with images", async (markup) => sanitize(markup, { allowedTags: [...sanitize.defaults.allowedTags, "img"] })],
  [
    "dompurify",
    (markup) =>
      sheet.evaluate(
        (text) => (globalThis as unknown as { DOMPurify: { sanitize(text: string): string } }).DOMPurify.sanitize(text),
        markup,
      ),
  ],
];

interface Standing {
  headings: string[];
  images: { src: string; alt: string }[];
  rows: number;
  links: string[];
  text: string;
}
/** What a reader still finds in markup, as a page reads it. */
const standing = (markup: string): Promise<Standing> =>
  sheet.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, "text/html");
    return {
      headings: [...body.querySelectorAll("h1, h2, h3")].map((heading) => heading.textContent!.trim()),
      images: [...body.querySelectorAll("img")].map((one) => ({ src: one.getAttribute("src") ?? "", alt: one.alt })),
      rows: body.querySelectorAll("tr").length,
      links: [...body.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")!),
      text: body.textContent!.replace(/\s+/g, " "),
    };
  }, markup);

const all = [...documents("implementation"), ...documents("access")].map(([name, document]) => ({
  name: `${document.schema}, ${name}`,
  document,
}));

for (const { name, document } of all)
  for (const [cleaner, clean] of cleaners)
    test(`${name}, cleaned by ${cleaner}: heading, sentence, image, table and link still stand`, async () => {
      const options = { say, src: "https://figures.example.org/documents/one.json", page, image: { ...image, narrow } };
      const figure = toHtml(plainFigure(document, options));
      const before = await standing(figure);
      for (const markup of [
        figure,
        `<script type="module" src="x.js"></script>${servedMarkup(document, { ...options, shadow: false })}`,
        // A cleaner that drops templates leaves the figure beside them.
        servedMarkup(document, options).replace(/<template[^]*?<\/template>/g, ""),
        blockOf({ document, image, live: page }, say).html,
      ]) {
        const cleaned = await clean(markup);
        assert.doesNotMatch(cleaned, /<script|<cs-/);
        const { headings, images, rows, links, text } = await standing(cleaned);
        assert.equal(headings[0]?.replaceAll("\u200B", ""), document.title.replace(/\s+/g, " "));
        if (cleaner !== "sanitize-html") {
          assert.equal(images[0]!.src, image.src);
          assert.equal(images[0]!.alt, before.images[0]!.alt);
        }
        assert.ok(rows > 1);
        assert.ok(links.includes(page));
        assert.ok(
          text.replaceAll("\u200B", "").includes(before.images[0]!.alt.replace(/\s+/g, " ").replace(/[.…]$/, "")),
          "the sentence stands",
        );
      }
      assert.equal((await standing(await clean(figure))).rows, before.rows, "every row of the tables stands");
    });

test("every kind is served with its figure as declared shadow DOM and as plain HTML, read out once", async () => {
  await sheet.goto("about:blank");
  for (const kind of [
    "implementation",
    "access",
    "trend",
    "pathway",
    "metrics",
    "survey",
    "composition",
    "gap",
    "plan",
    "inventory",
  ] as const) {
    const [, figure] = documents(kind).find(([name]) => name === "typical")!;
    const markup = servedMarkup(figure, { say, src: "one.json", page, image: { ...image, narrow } });
    assert.match(markup, /^<cs-[\w-]+ src="one\.json" heading="2" lang="en-US">\n<template shadowrootmode="open"><figure /, kind);
    // Only the parser of a page makes shadow roots of templates.
    await sheet.setContent(`<!doctype html><title>x</title>${markup}`);
    const seen = await sheet.evaluate(() => {
      const element = document.body.firstElementChild!;
      const [inside, beside] = [element.shadowRoot!, element].map((root) => ({
        title: root.querySelector("h2")!.textContent,
        shown: root.querySelector("h2")!.checkVisibility(),
        drawings: [...root.querySelectorAll(".picture svg")].length > 0,
        images: root.querySelectorAll(".picture img").length,
        rows: root.querySelectorAll("tbody tr").length,
        links: root.querySelectorAll("a[href]").length > 0,
      }));
      return { inside, beside };
    });
    const { title } = figure;
    const rows = seen.inside!.rows;
    assert.deepEqual(seen.inside, { title, shown: true, drawings: true, images: 0, rows, links: true }, kind);
    assert.deepEqual(seen.beside, { title, shown: false, drawings: false, images: 1, rows, links: true }, kind);
    const tree = JSON.stringify(await sheet.accessibility.snapshot({ interestingOnly: false }));
    assert.equal(tree.split(`"name":${JSON.stringify(title)},"level"`).length, 2, `${kind}: the heading is read out once`);
  }
});
