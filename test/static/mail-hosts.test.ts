import assert from "node:assert/strict";
import { test } from "node:test";
import type { VitrineDocument } from "@vitrine/contract";
import { printFrame, type Say } from "@vitrine/drawing";
import { altOf, blockOf, drawingOf, exhibitOf, renderHtml, speakerFor } from "@vitrine/static";
import { documentKinds, documents } from "../helpers/documents.ts";

/** What a reader of a host gets to read: every text between tags, in one line. */
const textOf = (markup: string): string =>
  markup
    .replace(/<style[^]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]!)
    .replaceAll("\u200B", "")
    .replace(/\s+/g, " ")
    .trim();
const flat = (text: string) => text.replace(/\s+/g, " ");
const numbers = (text: string) => new Set(text.match(/\d+(?:[.,]\d+)*/g));
const missing = (from: Iterable<string>, text: string) => [...from].filter((part) => !text.includes(flat(part)));

interface Hosts {
  page: string;
  picture: string;
  block: string;
  plain: string;
}
const hostsOf = (document: VitrineDocument, say: Say): Hosts => ({
  page: textOf(renderHtml(document, { locale: say.locale, width: 360 })),
  picture: textOf(drawingOf(document, printFrame({ id: "hosts", width: 1200, say }))),
  block: textOf(blockOf({ document }, say).html),
  plain: flat(blockOf({ document }, say).text),
});

/** The rows of a block's tables, read from its markup: name, figure, and what stands under their bar. */
const rowsOf = (html: string): { name: string; figure: string; rest: string }[] =>
  html
    .split('<tr><th scope="row"')
    .slice(1)
    .map((row) => {
      const [, name, figure] = /^[^>]*>([^]*?)<\/th><td[^>]*>([^]*?)<\/td>/.exec(row)!;
      return { name: textOf(name!), figure: textOf(figure!), rest: textOf(/<p style="margin:4px 0 0">([^]*?)<\/p>/.exec(row)?.[1] ?? "") };
    });

/** Kinds whose rows have no common scale: a letter passes by what does not apply to a row. */
const noScale: readonly string[] = ["inventory/1", "metrics/1", "plan/1"];

/** Every kind but the roster, of which only the live element shows rows. */
const all = documentKinds()
  .filter((kind) => kind !== "roster")
  .flatMap((kind) => documents(kind).map(([name, document]) => ({ name: `${kind}, ${name}`, document: document as VitrineDocument })));

for (const { name, document } of all)
  for (const locale of /typical|spanish|every-absence/.test(name) ? ["en", "es"] : ["en"])
    test(`${name}, ${locale}: page, picture, letter and plain text say the same figures, absences and words`, () => {
      const say = speakerFor(locale);
      const { words } = say;
      const hosts = hostsOf(document, say);
      const { page, picture, block, plain } = hosts;
      const drawing = exhibitOf(document).picture;
      const found = drawing.tabulate(document, say);
      const whole = found.flatMap(({ columns, rows }) => rows.map(({ cells }) => ({ cells, columns })));

      // The same words: title, sentence, source and date; the sentence is the picture's own, and what an image says of itself.
      const sentence = drawing.summarise(document, say);
      for (const [host, text] of Object.entries({ page, block, plain }))
        assert.deepEqual(
          missing([document.title, sentence, say.day(document.asOf), ...document.sources.map(({ name }) => name)], text),
          [],
          host,
        );
      assert.deepEqual(missing([sentence], picture), []);
      assert.ok(sentence.startsWith(altOf(document, say).replace(/[.…]$/, "")));

      // Every figure and every absence of the table, row by row, in the letter's table.
      const read = rowsOf(blockOf({ document }, say).html);
      const cut = /The first (\d+) of (\d+) rows\./.exec(block);
      if (cut) assert.equal(Number(cut[2]), found[0]!.rows.length, "a letter that is cut says of how many");
      else assert.equal(read.length, whole.length);
      const rows = whole.slice(0, cut ? Number(cut[1]) : undefined);
      for (const [at, { cells, columns }] of rows.entries()) {
        const { name, figure, rest } = read[at]!;
        assert.equal(name, flat(cells[0]!));
        const main = columns.findIndex(({ label }) => [words.gauge.share, words.map.columns.share].includes(label));
        if (main >= 0) assert.equal(figure, cells[main]);
        assert.ok(cells.slice(1).includes(figure), `${name}: ${figure}`);
        cells.forEach((text, column) => {
          const cell = text.trim();
          if (cell === "" || column === 0 || column === main) return;
          const said = rest.includes(`${columns[column]!.label}: ${cell}`);
          const spared = cell === say.number(0) || cell === words.map.coverage.covered;
          const once = cell.toLowerCase() === figure.toLowerCase();
          const bare = noScale.includes(document.schema) && cell === words.absence["not-applicable"];
          assert.ok(said || once || bare || (document.schema === "access/1" && spared), `${name}: ${columns[column]!.label}`);
        });
        assert.ok(plain.includes(flat(`- ${[words.map.item(name, figure), rest].filter(Boolean).join(" · ")}`)), `plain text: ${name}`);
      }

      // Nothing is in a letter that is not on the page, and no other figure.
      const onPage = numbers(page);
      assert.deepEqual(
        [...numbers(block)].filter((number) => !onPage.has(number) && !["0", "100"].includes(number)),
        [],
      );
      assert.deepEqual(
        [...numbers(plain.replace(/https?:\S+|mailto:\S+/g, ""))].filter((number) => !onPage.has(number)),
        [],
      );

      // The same absences: those of the picture's own table stand in the letter's rows, and on the page.
      const told = Object.values(words.absence).filter(
        (phrase) => !noScale.includes(document.schema) || phrase !== words.absence["not-applicable"],
      );
      const absent = (cells: readonly string[]) =>
        told.filter((phrase) => cells.some((cell) => cell.toLowerCase() === phrase.toLowerCase()));
      const inTable = absent(rows.flatMap(({ cells }) => cells.slice(1)));
      const values = (rest: string) => rest.split(" · ").map((part) => part.slice(part.lastIndexOf(": ") + 2));
      assert.deepEqual(absent(read.flatMap(({ figure, rest }) => [figure, ...values(rest)])), inTable);
      assert.deepEqual(missing(inTable, page), []);

      // The picture prints the same shares.
      if (document.schema === "implementation/1")
        for (const { cells } of rows)
          assert.deepEqual(
            missing(
              [cells.at(-1)!].filter((cell) => cell !== words.absence["not-applicable"]),
              picture,
            ),
            [],
          );
    });
