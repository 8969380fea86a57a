import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Refused, site } from "@vitrine/static";

const documents = fileURLToPath(new URL("../documents/implementation/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-site-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const folder = join(scratch, "documents");
const elements = join(scratch, "elements");
const out = join(scratch, "out");
const refusal = (code: string, file?: string) => (error: unknown) =>
  error instanceof Refused && error.code === code && (file === undefined || error.file === file);
const change = (name: string, as: string, more: object) =>
  writeFileSync(join(folder, as), JSON.stringify({ ...(JSON.parse(readFileSync(join(documents, name), "utf8")) as object), ...more }));
const read = (name: string) => readFileSync(join(out, name), "utf8");
const files = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .sort();

beforeEach(() => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(elements);
  writeFileSync(join(elements, "vitrine.js"), "export {};\n");
  cpSync(join(documents, "typical.json"), join(folder, "typical.json"));
});

test("a site has the documents byte for byte, a page, pictures and figures for each, the elements and the headers", async () => {
  // A byte-order mark and odd spacing must survive.
  writeFileSync(join(folder, "publication.index"), '{"vitrine": "publication/1"}');
  writeFileSync(join(folder, "typical.json"), `\uFEFF${readFileSync(join(documents, "typical.json"), "utf8").replaceAll('": ', '" :  ')}`);
  const result = await site(folder, out, { elements });
  assert.deepEqual(result, { documents: 1, withoutPng: [] });
  assert.deepEqual(files(out), [
    "_headers",
    "documents/typical.json",
    "drawings/narrow/typical.png",
    "drawings/typical.png",
    "elements/vitrine.js",
    "embed/typical.html",
    "figures/typical.csv",
    "gallery.js",
    "index.html",
    "pictures/typical.png",
    "pictures/typical.svg",
    "site.json",
    "vitrine.css",
  ]);
  assert.deepEqual(readFileSync(join(out, "documents/typical.json")), readFileSync(join(folder, "typical.json")));
});

test("no page has a script or a style of its own, and none names another origin than the snippets and the document do", async () => {
  await site(folder, out, { elements, base: "https://figures.example.org/cs" });
  for (const page of ["index.html", "embed/typical.html"]) {
    const html = read(page);
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src="(\.\.\/)?(elements\/vitrine|gallery)\.js")/);
    for (const [, address] of html.matchAll(/\s(?:src|srcset|href)="([^"]*)"/g))
      assert.match(address!, /^(data:,|mailto:programme@vitrine\.example|https:\/\/vitrine\.example\/privacy|(\.\.\/)?[a-z][\w./-]*)$/);
  }
});

test("the page of a figure is complete as it is served: title, sentence, drawing, table, notes, actions, files", async () => {
  await site(folder, out, { elements });
  const html = read("embed/typical.html");
  assert.match(html, /<cs-implementation-gauge src="\.\.\/documents\/typical\.json"/);
  for (const part of [
    /<h1>How many/,
    /149 of 240/,
    /<svg /,
    /<table/,
    /Implementation bar/,
    /mailto:programme@vitrine\.example/,
    /figures\/typical\.csv/,
  ])
    assert.match(html, part);
});

test("the gallery offers three snippets for each figure, with the base that was given", async () => {
  await site(folder, out, { elements, base: "https://figures.example.org/cs" });
  const html = read("index.html");
  assert.equal([...html.matchAll(/<pre /g)].length, 3);
  for (const snippet of [
    "&lt;script type=&quot;module&quot; src=&quot;https://figures.example.org/cs/elements/vitrine.js&quot;&gt;&lt;/script&gt;",
    "&lt;cs-implementation-gauge src=&quot;https://figures.example.org/cs/documents/typical.json&quot;",
    "&lt;iframe src=&quot;https://figures.example.org/cs/embed/typical.html&quot;",
  ])
    assert.ok(html.includes(snippet), snippet);
  assert.doesNotMatch(html, /your-address/);
});

test("the same documents make the same site, byte for byte, and replace an earlier one whole", async () => {
  await site(folder, out, { elements });
  const first = new Map(files(out).map((name) => [name, readFileSync(join(out, name))]));
  await site(folder, out, { elements });
  assert.deepEqual(files(out), [...first.keys()]);
  for (const [name, bytes] of first) assert.deepEqual(readFileSync(join(out, name)), bytes, name);
  change("no-target.json", "second.json", {});
  rmSync(join(folder, "typical.json"));
  await site(folder, out, { elements });
  assert.ok(!existsSync(join(out, "documents/typical.json")));
  assert.deepEqual(readdirSync(scratch).sort(), ["documents", "elements", "out"], "nothing half-made is left beside it");
});

test("documents that not everybody may see stop the site, named, and leave the earlier one as it was", async () => {
  await site(folder, out, { elements });
  const before = read("index.html");
  cpSync(join(documents, "partner.json"), join(folder, "other.json"));
  await assert.rejects(site(folder, out, { elements }), refusal("audience", join(folder, "other.json")));
  change("no-target.json", "other.json", { audience: { kind: "research" } });
  await assert.rejects(site(folder, out, { elements }), refusal("audience", join(folder, "other.json")));
  change("no-target.json", "other.json", { met: 3 });
  await assert.rejects(
    site(folder, out, { elements }),
    (error) => refusal("document", join(folder, "other.json"))(error) && (error as Refused).issues.length > 0,
  );
  assert.equal(read("index.html"), before);
  assert.deepEqual(readdirSync(scratch).sort(), ["documents", "elements", "out"]);
});

test("two documents with one id, and names that no address can hold, are refused", async () => {
  cpSync(join(documents, "typical.json"), join(folder, "twin.json"));
  await assert.rejects(site(folder, out, { elements }), refusal("duplicate-id"));
  rmSync(join(folder, "twin.json"));
  change("no-target.json", "Ünser Bild.json", {});
  await assert.rejects(site(folder, out, { elements }), refusal("file-name"));
});

test("a folder that is not a site of ours is never written over", async () => {
  mkdirSync(out);
  writeFileSync(join(out, "thesis.txt"), "ten years");
  await assert.rejects(site(folder, out, { elements }), refusal("out"));
  assert.equal(read("thesis.txt"), "ten years");
  for (const place of [folder, scratch, join(folder, "site")])
    await assert.rejects(site(folder, place, { elements }), refusal("out"), place);
  await assert.rejects(site(folder, join(folder, "typical.json"), { elements }), refusal("out"));
});

test("missing elements, a base that is no address, an empty folder: each a sentence, nothing written", async () => {
  await assert.rejects(site(folder, out, { elements: scratch }), refusal("no-elements"));
  for (const base of ["", "figures", "http://example.org/", "ftp://example.org/", "https://u:p@example.org/", "https://example.org/?a=1"])
    await assert.rejects(site(folder, out, { elements, base }), refusal("base"), base);
  rmSync(join(folder, "typical.json"));
  await assert.rejects(site(folder, out, { elements }), refusal("no-documents"));
  await assert.rejects(site(join(scratch, "nowhere"), out, { elements }), refusal("file"));
  assert.ok(!existsSync(out));
});

test("a figure in letters the font does not have gets an SVG and no PNG, and is named", async () => {
  change("typical.json", "typical.json", { title: "كم عدد المعلمين؟" });
  const { withoutPng } = await site(folder, out, { elements });
  assert.deepEqual(withoutPng, [join(folder, "typical.json")]);
  assert.ok(existsSync(join(out, "drawings/typical.svg")));
  assert.doesNotMatch(read("index.html"), /\.png/);
});
