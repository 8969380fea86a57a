import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { VitrineDocument } from "@vitrine/contract";
import { blockOf, letterOf, newsletter, Refused, runsOf, speakerFor } from "@vitrine/static";
import { readMail } from "../helpers/mail.ts";

const root = fileURLToPath(new URL("../documents/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-mail-"));
const folder = join(scratch, "documents");
const out = join(scratch, "out");
const refusal = (code: string, file?: string) => (error: unknown) =>
  error instanceof Refused && error.code === code && (file === undefined || error.file === file);
const change = (name: string, as: string, more: object) =>
  writeFileSync(join(folder, as), JSON.stringify({ ...(JSON.parse(readFileSync(join(root, name), "utf8")) as object), ...more }));
const read = (name: string) => readFileSync(join(out, name), "utf8");
const files = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .sort();

/** Every public test document of every kind, under a name of its own. */
const letters = readdirSync(root).flatMap((kind) =>
  readdirSync(join(root, kind))
    .filter((file) => (JSON.parse(readFileSync(join(root, kind, file), "utf8")) as VitrineDocument).audience.kind === "public")
    .map((file) => ({ kind, file, stem: `${kind}-${file.replace(/\.json$/, "")}` })),
);
const documentOf = ({ kind, file }: { kind: string; file: string }) =>
  JSON.parse(readFileSync(join(root, kind, file), "utf8")) as VitrineDocument;
const image = { src: "images/one.png", width: 600, height: 320 };
const english = speakerFor("en");
after(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(() => {
  for (const place of [folder, out]) rmSync(place, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "implementation/typical.json"), join(folder, "gauge.json"));
});

test("a newsletter has a block, its text and its pictures for each document, the whole letter, a draft and a page", async () => {
  cpSync(join(root, "access/typical.json"), join(folder, "map.json"));
  assert.deepEqual(await newsletter([folder], out), { documents: 2, withoutPng: [] });
  assert.deepEqual(files(out), [
    "blocks/gauge.html",
    "blocks/gauge.txt",
    "blocks/map.html",
    "blocks/map.txt",
    "images/gauge.png",
    "images/map.png",
    "index.html",
    "letter.eml",
    "letter.html",
    "letter.txt",
    "newsletter.css",
    "newsletter.js",
    "newsletter.json",
    "pictures/gauge.png",
    "pictures/map.png",
  ]);
});

test("a block says title, place, sentence, figures, source, date and what to do, and where the figure is live", async () => {
  change("access/typical.json", "map.json", {});
  await newsletter([join(folder, "map.json")], out, { base: "https://figures.example.org/cs" });
  const block = read("blocks/map.html");
  for (const words of [
    "Where computer science is taught (invented sample)</h2>",
    "Sample State · School year 2025-26 · Final",
    "Most schools in the towns teach computer science",
    '<th scope="row"',
    "Source: Sample survey of schools, invented · Data as of September 30, 2026",
    'href="https://example.org/survey"',
    "Answer for your school (by December 15, 2026)",
    'href="https://figures.example.org/cs/embed/map.html"',
    "See it live",
    'src="https://figures.example.org/cs/newsletter/images/map.png"',
  ])
    assert.ok(block.includes(words), words);
});

for (const letter of letters)
  test(`${letter.stem}: tables, inline styles and one image of set size; nothing that a mail program paints wrong or drops`, () => {
    const part = { document: documentOf(letter), image };
    const block = blockOf(part, english).html;
    const whole = letterOf([part], english).html;
    assert.ok(Buffer.byteLength(whole) <= 90_000);
    assert.doesNotMatch(block, /NaN|undefined|\[object|Infinity/);
    const tags = new Set([...block.matchAll(/<([a-z][a-z0-9-]*)/gi)].map(([, tag]) => tag));
    const known = ["table", "tr", "td", "th", "h2", "p", "b", "a", "img"];
    assert.deepEqual(
      [...tags].filter((tag) => !known.includes(tag!)),
      [],
    );
    for (const markup of [block, whole]) {
      for (const pattern of [/<svg|<style|<script|<link|<picture|<div/i, /\sclass=/, /\sdata-/, /(?:src|href)="data:/i, /<!--/])
        assert.doesNotMatch(markup, pattern);
      for (const [, style] of markup.matchAll(/style="([^"]*)"/g))
        assert.doesNotMatch(style!, /var\(|gradient|flex|grid|position|float|calc|light-dark|oklch|color-mix|url\(|rgba|@media|!important/);
    }
    const [shown, ...more] = [...block.matchAll(/<img ([^>]*)>/g)].map(([, attributes]) => attributes!);
    assert.deepEqual(more, []);
    const alt = /alt="([^"]*)"/.exec(shown!)![1]!;
    assert.ok(alt.length > 20 && alt.length <= 150, `${alt.length} characters`);
    assert.match(shown!, /width="?600"? height="?320"?/);
  });

test("the image of each kind is a PNG of 600 pixels, twice as fine, and its height is told", async () => {
  rmSync(join(folder, "gauge.json"));
  for (const { kind, file } of [...letters].sort((one, two) => Number(one.file === "typical.json") - Number(two.file === "typical.json")))
    cpSync(join(root, kind, file), join(folder, `${kind}.json`));
  await newsletter([folder], out);
  const files = readdirSync(folder).map((file) => file.replace(".json", ""));
  assert.ok(files.length >= 8);
  for (const stem of files) {
    const [, width, height] = /<img [^>]*width="(\d+)" height="(\d+)"/.exec(read(`blocks/${stem}.html`))!;
    const png = readFileSync(join(out, `images/${stem}.png`));
    assert.deepEqual([width, png.readUInt32BE(16), png.readUInt32BE(20)], ["600", 1200, 2 * Number(height)], stem);
  }
});

test("a letter of eight figures, the longest of all, is at most 90 kB and says which rows it leaves out", async () => {
  const long = letters.map((letter) => ({ ...letter, size: letterOf([{ document: documentOf(letter) }], english).html.length }));
  for (const { kind, file, stem } of long.sort((one, two) => two.size - one.size).slice(0, 8))
    cpSync(join(root, kind, file), join(folder, `${stem}.json`));
  rmSync(join(folder, "gauge.json"));
  await newsletter([folder], out, { base: "https://figures.example.org/cs" });
  const letter = read("letter.html");
  assert.ok(Buffer.byteLength(letter) <= 90_000 && Buffer.byteLength(letter) > 40_000, `${Buffer.byteLength(letter)} bytes`);
  assert.equal([...letter.matchAll(/<img /g)].length, 8);
  const [, shown, of] = /The first (\d+) of (\d+) rows\./.exec(letter)!;
  assert.ok(Number(shown) >= 3 && Number(shown) < Number(of));
  assert.match(read("letter.txt"), new RegExp(`The first ${shown} of ${of} rows\\.`), "both parts leave out the same rows");
});

test("a letter of several figures has a table of contents; each title leads to its live page", async () => {
  cpSync(join(root, "access/typical.json"), join(folder, "map.json"));
  await newsletter([folder], out, { base: "https://figures.example.org/cs" });
  const contents = read("letter.html").split("In this letter")[1]!.split("</table>")[0]!;
  assert.deepEqual(
    [...contents.matchAll(/href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, title]) => [href, title]),
    [
      ["https://figures.example.org/cs/embed/gauge.html", "How many trained teachers now teach computer science?"],
      ["https://figures.example.org/cs/embed/map.html", "Where computer science is taught (invented sample)"],
    ],
  );
  assert.match(read("letter.txt"), /In this letter:\n- How many trained teachers now teach computer science\?\n- Where/);
});

test("the draft is whole: both texts, each picture once and named by the letter, no sender, no date, lines that mail allows", async () => {
  cpSync(join(root, "access/typical.json"), join(folder, "map.json"));
  change("implementation/spanish.json", "spanish.json", {
    title: "¿Cuántas maestras y cuántos maestros enseñan ya computación en las escuelas de la región?",
  });
  await newsletter([folder], out);
  const bytes = readFileSync(join(out, "letter.eml"));
  const lines = bytes.toString("latin1").split("\r\n");
  assert.ok(lines.every((line) => line.length <= 78 && !/[^\x20-\x7e\t]/.test(line)));
  const mail = readMail(bytes);
  assert.deepEqual(Object.keys(mail.headers).sort(), ["content-type", "mime-version", "subject", "x-unsent"]);
  assert.equal(mail.headers["subject"], "Computer science education in figures");
  const [plain, related] = mail.parts;
  assert.equal(plain!.text, read("letter.txt"));
  const [shown, ...images] = related!.parts;
  const named = [...shown!.text.matchAll(/src="cid:([^"]*)"/g)].map(([, id]) => `<${id}>`);
  assert.deepEqual(
    images.map(({ headers }) => headers["content-id"]),
    named,
  );
  assert.equal(shown!.text.replace(/cid:([^"@]*)@newsletter\.vitrine/g, "images/$1.png"), read("letter.html"));
  for (const [at, stem] of ["gauge", "map", "spanish"].entries())
    assert.deepEqual(images[at]!.bytes, readFileSync(join(out, `images/${stem}.png`)));
});

test("a subject in other letters is told in words that every mail program reads", async () => {
  const title = "¿Cuántas maestras y cuántos maestros enseñan ya computación en las escuelas de la región?";
  change("implementation/spanish.json", "gauge.json", { title });
  await newsletter([folder], out, { locale: "es" });
  const subject = readMail(readFileSync(join(out, "letter.eml"))).headers["subject"];
  assert.equal(subject, title);
});

test("a withheld figure is an outlined cell of the whole width and words; it has no length", () => {
  const block = blockOf({ document: documentOf({ kind: "implementation", file: "all-withheld.json" }), image }, english).html;
  assert.equal([...block.matchAll(/withheld to protect privacy<\/td>/g)].length, 3);
  const bars = [...block.matchAll(/<table role="presentation" width="100%"[^>]*><tr>(<td[^]*?)<\/tr>/g)].map(([, cells]) => cells!);
  const outlined = bars.filter((cells) => cells.includes("border:3px double"));
  assert.equal(outlined.length, 3);
  for (const cells of outlined) assert.ok(!cells.includes("width="), "nothing is measured");
  assert.doesNotMatch(block, /width="\d\d?%"/);
});

test("the same documents give the same bytes, and replace an earlier newsletter whole", async () => {
  await newsletter([folder], out);
  const first = new Map(files(out).map((name) => [name, readFileSync(join(out, name))]));
  await newsletter([folder], out);
  for (const [name, bytes] of first) assert.deepEqual(readFileSync(join(out, name)), bytes, name);
  change("implementation/no-target.json", "second.json", {});
  rmSync(join(folder, "gauge.json"));
  await newsletter([folder], out);
  assert.ok(!existsSync(join(out, "blocks/gauge.html")));
});

test("what is not public, not checked or named twice stops the letter, named, and leaves the earlier one as it was", async () => {
  await newsletter([folder], out);
  const before = read("index.html");
  const files = ["other.json", "gauge.json"].map((name) => join(folder, name));
  cpSync(join(root, "implementation/partner.json"), files[0]!);
  await assert.rejects(newsletter(files, out), refusal("audience", files[0]));
  change("implementation/no-target.json", "other.json", { audience: { kind: "research" } });
  await assert.rejects(newsletter(files, out), refusal("audience", files[0]));
  const { privacy } = JSON.parse(readFileSync(join(root, "implementation/no-target.json"), "utf8")) as { privacy: object };
  change("implementation/no-target.json", "other.json", { privacy: { ...privacy, check: { result: "failed", checkedWith: [] } } });
  await assert.rejects(
    newsletter(files, out),
    (error) => refusal("document", files[0])(error) && (error as Refused).issues.some(({ code }) => code === "privacy-check"),
  );
  await assert.rejects(newsletter([files[1]!, files[1]!], out), refusal("same-name"));
  assert.equal(read("index.html"), before);
});

test("a folder that is not a newsletter of ours is never written over, nor one that holds the documents", async () => {
  mkdirSync(out);
  writeFileSync(join(out, "thesis.txt"), "ten years");
  await assert.rejects(newsletter([folder], out), refusal("out"));
  assert.equal(read("thesis.txt"), "ten years");
  for (const place of [folder, scratch]) await assert.rejects(newsletter([join(folder, "gauge.json")], place), refusal("out"), place);
  await assert.rejects(newsletter([folder], join(scratch, "next"), { base: "example" }), refusal("base"));
  await assert.rejects(newsletter([folder], join(scratch, "next"), { locale: "fr" }), refusal("unknown-language"));
  assert.ok(!existsSync(join(scratch, "next")));
});

test("where the font of pictures lacks letters, the block says all without a picture, and no file is named that is not there", async () => {
  change("implementation/typical.json", "gauge.json", { title: "كم عدد المعلمين؟" });
  assert.deepEqual(await newsletter([folder], out), { documents: 1, withoutPng: [] });
  const named = [...read("index.html").matchAll(/(?:src|href)="([\w./-]+)"/g)].map(([, file]) => file!);
  assert.ok(named.includes("images/gauge.png") && named.every((file) => existsSync(join(out, file))));
  const { breakdowns } = JSON.parse(readFileSync(join(root, "implementation/typical.json"), "utf8")) as { breakdowns: { label: string }[] };
  change("implementation/typical.json", "gauge.json", { breakdowns: breakdowns.map((one) => ({ ...one, label: "كم عدد" })) });
  assert.deepEqual(await newsletter([folder], out), { documents: 1, withoutPng: [join(folder, "gauge.json")] });
  assert.doesNotMatch(read("letter.html") + read("index.html"), /<img|\.png/);
  assert.match(read("letter.html"), /149 of 240/);
});

test("a letter in Spanish speaks it throughout", async () => {
  cpSync(join(root, "implementation/spanish.json"), join(folder, "gauge.json"));
  await newsletter([folder], out, { locale: "es", base: "https://figures.example.org/cs" });
  const letter = read("letter.html");
  assert.match(letter, /^<!DOCTYPE html>\n<html lang="es/);
  assert.match(letter, /Verlo activo/);
  assert.doesNotMatch(letter.replace(/href="[^"]*"/g, ""), /Source|target|See it live|Each bar/);
});

const attacks = readdirSync(join(root, "../attacks")).filter((file) => !file.startsWith("roster-"));
const staysText = (markup: string, scripts: number, images: number) => {
  const tags = new Set([...markup.matchAll(/<\/?([A-Za-z][\w:-]*)/g)].map(([, tag]) => tag!.toLowerCase()));
  for (const tag of ["iframe", "style", "object", "embed", "base", "form", "svg"]) assert.ok(!tags.has(tag), `no <${tag}>`);
  assert.equal([...markup.matchAll(/<script/gi)].length, scripts);
  assert.equal([...markup.matchAll(/<img/gi)].length, images);
  assert.doesNotMatch(markup.replace(/"[^"]*"/g, '""').replace(/>[^<]*/g, ">"), /\son[a-z]+=/i);
  for (const [, address] of markup.matchAll(/\shref="([^"]*)"/g)) assert.match(address!, /^(https:|mailto:|data:,$|[a-z][\w./-]*$)/);
};
for (const name of attacks)
  test(`attack ${name}: every text stays text in block and letter`, () => {
    const part = { document: documentOf({ kind: "../attacks", file: name }), image };
    for (const { html } of [blockOf(part, english), letterOf([part], english)]) staysText(html, 0, 1);
  });

test("attacks stay text on the page that blocks are copied from, and in its files", async () => {
  for (const [at, kind] of ["formula", "markup", "script", "style", "svg", "template"].entries()) {
    const name = attacks.filter((file) => file.endsWith(`-${kind}.json`))[at]!;
    cpSync(join(root, "../attacks", name), join(folder, "gauge.json"));
    await newsletter([folder], out);
    staysText(read("index.html"), 1, 1);
    for (const file of ["blocks/gauge.html", "letter.html"]) staysText(read(file), 0, 1);
  }
});

const run = (look: string, width: number, more: object = {}) => ({ look, width, ...more });
for (const [says, low, high, target, runs] of [
  ["a share ends where it is", 0.62, 0.62, undefined, [run("met", 62), run("rest", 38)]],
  ["a band shows both its ends", 0.6, 0.7, undefined, [run("met", 60), run("between", 10, { starts: true, ends: true }), run("rest", 30)]],
  [
    "a band that begins at zero measures nothing as met",
    0,
    0.2,
    undefined,
    [run("between", 20, { starts: true, ends: true }), run("rest", 80)],
  ],
  ["zero is an edge without length", 0, 0, undefined, [run("rest", 100, { starts: true })]],
  ["few are never none", 0.001, 0.001, undefined, [run("met", 1), run("rest", 99)]],
  ["nearly all are never all", 0.999, 0.999, undefined, [run("met", 99), run("rest", 1)]],
  ["all fill the scale", 1, 1, undefined, [run("met", 100)]],
  [
    "the target is a line at its own place",
    0.5,
    0.5,
    70,
    [run("met", 50), run("rest", 20), run("target", 1, { starts: true }), run("rest", 29)],
  ],
  ["a target of all is at the end", 0.5, 0.5, 100, [run("met", 50), run("rest", 49), run("target", 1, { ends: true })]],
] as const)
  test(`a bar of a letter: ${says}`, () => assert.deepEqual(runsOf(low, high, target), runs));
