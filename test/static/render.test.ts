import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readDocument, type VitrineDocument } from "@vitrine/contract";
import { assertPrintable, csvOf, renderHtml, renderPng, renderSvg, Refused, speakerFor } from "@vitrine/static";

const root = new URL("../", import.meta.url);
const read = (path: string): VitrineDocument => {
  const parsed = readDocument(readFileSync(new URL(path, root), "utf8"));
  assert.ok(parsed.ok, `${path} is a document`);
  return parsed.document;
};
const names = (folder: string) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".json"));
const typical = () => read("documents/implementation/typical.json");
const refusal = (code: string) => (error: unknown) => error instanceof Refused && error.code === code;
const sizeOfPng = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

/** Of a roster only the live element shows rows. */
const kinds = readdirSync(new URL("documents/", root)).filter((kind) => kind !== "roster");
for (const kind of kinds)
  for (const name of names(`documents/${kind}`))
    test(`${kind}, ${name}: picture and page are printable, whole and the same each time`, () => {
      const document = read(`documents/${kind}/${name}`);
      for (const width of [240, 600]) {
        const svg = renderSvg(document, { width });
        assertPrintable(svg);
        if (width === 240) assert.equal(svg, renderSvg(document, { width }));
        assert.doesNotMatch(svg, /NaN|undefined|\[object|Infinity/);
      }
      const page = renderHtml(document);
      // What differs from one document to another is its picture.
      if (name === "typical.json") assert.equal(page, renderHtml(document));
      assert.match(page, /^<!doctype html>/);
      assert.doesNotMatch(page, /NaN|undefined|\[object|<script/);
      for (const text of [document.title, document.sources[0]!.name, ...document.notes.map(({ text }) => text)])
        assert.ok(page.includes(escaped(text)), "the page has title, sources and notes");
    });

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]!);

test("a PNG has the width asked for times its scale, and the same bytes each time", () => {
  const one = renderPng(typical(), { width: 480, scale: 1 });
  assert.equal(sizeOfPng(one).width, 480);
  assert.deepEqual(one, renderPng(typical(), { width: 480, scale: 1 }));
  const three = renderPng(typical(), { width: 480, scale: 3 });
  assert.deepEqual(sizeOfPng(three), { width: 1440, height: sizeOfPng(one).height * 3 });
});

test("a picture on its own says title, place, status, sentence, source and date, in the language asked for", () => {
  const words = (svg: string) =>
    svg
      .replace(/<desc[^>]*>[^<]*<\/desc>/g, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
  const english = words(renderSvg(read("documents/implementation/provisional.json"), { width: 1200 }));
  for (const text of [
    "How many trained teachers now teach computer science?",
    "Riverbend Region (sample)",
    "Provisional",
    "Source: Riverbend sample programme",
    "Data as of September 30, 2026",
  ])
    assert.ok(english.includes(text), text);
  assert.match(words(renderSvg(typical(), { width: 1200, locale: "es" })), /Fuente: .*Datos al 30 de septiembre de 2026/);
});

test("the drawing alone has no title and no source around it", () => {
  const svg = renderSvg(typical(), { caption: false });
  assert.doesNotMatch(svg.replace(/<desc[^>]*>[^<]*<\/desc>/g, "").replace(/<[^>]*>/g, " "), /Source:|now teach/);
});

test("a page follows the reader's light or dark, or the one asked for", () => {
  assert.match(renderHtml(typical()), /color-scheme: light dark/);
  assert.match(renderHtml(typical(), { theme: "dark" }), /<html[^>]* data-scheme="dark"/);
  assert.doesNotMatch(renderSvg(typical(), { theme: "dark" }), /#ffffff/);
});

test("a page for a phone and for a desk stands in one file, with ids of their own", () => {
  const ids = [...renderHtml(typical()).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.ok(ids.length > 0);
  assert.equal(new Set(ids).size, ids.length);
});

test("research documents are never drawn", () => {
  const document = { ...typical(), audience: { kind: "research" } } as VitrineDocument;
  for (const make of [renderSvg, renderPng, renderHtml]) assert.throws(() => make(document), refusal("audience"));
});

test("sizes, scales and languages that no picture is made for are refused", () => {
  for (const width of [239, 1201, 600.5, Number.NaN]) assert.throws(() => renderSvg(typical(), { width }), refusal("width"));
  for (const scale of [0, 0.5, 5, Number.NaN]) assert.throws(() => renderPng(typical(), { scale }), refusal("scale"));
  for (const locale of ["fr", "", "e\u0000", "english please"])
    assert.throws(() => renderSvg(typical(), { locale }), refusal("unknown-language"));
});

test("letters the shipped font does not have are refused before anything is painted, and the writing is named", () => {
  const titled = (title: string) => ({ ...typical(), title });
  for (const [title, script] of [
    ["كم عدد المعلمين", "Arabic"],
    ["有多少教师", "Han"],
    ["कितने शिक्षक", "Devanagari"],
    ["Teachers 🎉", "emoji"],
  ] as const)
    assert.throws(
      () => renderPng(titled(title)),
      (error) => refusal("no-glyphs")(error) && (error as Refused).message.includes(script),
    );
  assert.ok(renderPng(titled("Bao nhiêu giáo viên đang dạy? Πόσοι; Сколько?")).length > 1000);
  assert.ok(renderSvg(titled("كم عدد المعلمين")).includes("كم عدد"));
});

/** The cells of a CSV file as a spreadsheet reads them. */
const cellsOf = (csv: string) =>
  [...csv.replace(/^\uFEFF/, "").matchAll(/("(?:[^"]|"")*"|[^,\r\n"]+)(?:,|\r\n|$)/g)].map(([, cell]) =>
    cell!.replace(/^"|"$/g, "").replaceAll('""', '"'),
  );

for (const name of names("attacks"))
  test(`attack ${name}: every text stays text in picture, page and table`, () => {
    const document = read(`attacks/${name}`);
    const svg = renderSvg(document);
    const page = renderHtml(document);
    for (const markup of [svg, page.replace(/<style>[^]*?<\/style>/, "")]) {
      const tags = new Set([...markup.matchAll(/<\/?([A-Za-z][\w:-]*)/g)].map(([, tag]) => tag!.toLowerCase()));
      for (const tag of ["script", "img", "iframe", "style", "foreignobject", "object", "embed", "base", "form"])
        assert.ok(!tags.has(tag), `no <${tag}>`);
      const attributes = [...markup.matchAll(/<[A-Za-z][^<>]*>/g)].flatMap(([tag]) =>
        [...tag.replace(/"[^"]*"/g, '""').matchAll(/\s([a-z-]+)=/gi)].map(([, name]) => name!),
      );
      assert.ok(
        attributes.every((name) => !/^on/i.test(name)),
        "no handler",
      );
      for (const [, address] of markup.matchAll(/\shref="([^"]*)"/g)) assert.match(address!, /^(https:|mailto:|data:,$|#)/);
    }
    const cells = cellsOf(csvOf(document, speakerFor("en")));
    assert.ok(cells.length > 10);
    for (const cell of cells) assert.doesNotMatch(cell, /^[=+@\t\r-]/, "no cell is a formula");
  });
