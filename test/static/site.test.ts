import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
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
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(elements, name), text);
  writeFileSync(join(elements, "elements.json"), JSON.stringify(built));
  cpSync(join(documents, "typical.json"), join(folder, "typical.json"));
});

const base = "https://figures.example.org/cs/";
const digest = (bytes: Buffer) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
/** What a build of the elements leaves, as far as a site reads it. */
const scripts = { "cs-implementation-gauge.AAAAAA.js": "1;\n", "element.BBBBBB.js": "2;\n", "es.CCCCCC.js": "3;\n" };
const [file, shared, es] = Object.keys(scripts);
const built = {
  elements: { "cs-implementation-gauge": { file, imports: [shared] } },
  languages: { es },
  files: Object.fromEntries(Object.entries(scripts).map(([name, text]) => [name, digest(Buffer.from(text))])),
};
const kept = mkdtempSync(join(tmpdir(), "vitrine-site-kept-"));
after(() => rmSync(kept, { recursive: true, force: true }));
/** The site of the one document with a base, made once. */
async function made(): Promise<void> {
  if (!existsSync(join(kept, "site"))) {
    await site(folder, out, { elements, base });
    cpSync(out, join(kept, "site"), { recursive: true });
  } else cpSync(join(kept, "site"), out, { recursive: true });
}
const siteOf = () =>
  JSON.parse(read("site.json")) as {
    revision: string;
    revisions: { id: string }[];
    loader: { pinned: { name: string; integrity: string } };
  };

/** What attributes of a page name; a list of images for screens names each. */
const addressesIn = (html: string, named: RegExp): string[] =>
  [...html.matchAll(named)].flatMap(([, value]) => value!.split(", ").map((one) => one.replace(/ \dx$/, "")));

test("a site has the documents byte for byte, pages, pictures, card, figures and one file for each, the elements and the headers", async () => {
  // A byte-order mark and odd spacing must survive.
  writeFileSync(join(folder, "publication.index"), '{"vitrine": "publication/1"}');
  writeFileSync(join(folder, "typical.json"), `\uFEFF${readFileSync(join(documents, "typical.json"), "utf8").replaceAll('": ', '" :  ')}`);
  const result = await site(folder, out, { elements, base });
  assert.deepEqual(result, { documents: 1, withoutPng: [] });
  const ofOne = [
    "blocks/es/typical.html",
    "blocks/typical.html",
    "cards/typical.png",
    "documents/typical.json",
    "drawings/1x/typical.png",
    "drawings/es/1x/typical.png",
    "drawings/es/narrow/typical.png",
    "drawings/es/typical.png",
    "drawings/narrow/typical.png",
    "drawings/typical.png",
    "embed/es/typical.html",
    "embed/typical.html",
    "figures/typical.csv",
    "files/es/typical.html",
    "files/typical.html",
    "oembed/es/typical.json",
    "oembed/es/typical.xml",
    "oembed/typical.json",
    "oembed/typical.xml",
    "pictures/typical.png",
    "pictures/typical.svg",
  ];
  const { revision, loader } = siteOf();
  const made = files(out);
  assert.deepEqual(
    made.filter((name) => !/^(?:r|assets|elements)\//.test(name)),
    ["_headers", "index.html", "nginx.conf", "site.json", "vitrine-frame.js", "vitrine.css", ...ofOne].sort(),
  );
  const then = made.filter((name) => name.startsWith("r/") && !name.includes("/snippets/"));
  assert.deepEqual(
    then,
    ofOne.map((name) => `r/${revision}/${name}`),
  );
  for (const name of ["documents/typical.json", `r/${revision}/documents/typical.json`])
    assert.deepEqual(readFileSync(join(out, name)), readFileSync(join(folder, "typical.json")));
  assert.match(loader.pinned.name, /^elements\/vitrine\.[0-9a-f]{10}\.js$/);
  assert.equal(loader.pinned.integrity, digest(readFileSync(join(out, loader.pinned.name))));
  assert.deepEqual(readFileSync(join(out, loader.pinned.name)), readFileSync(join(out, "elements/vitrine.js")));
  for (const name of made.filter((one) => one.startsWith("assets/"))) {
    const hash = createHash("sha256")
      .update(readFileSync(join(out, name)))
      .digest("hex");
    assert.ok(name.includes(`.${hash.slice(0, 10)}.`), `${name} changes its name with what it holds`);
  }
});

test("a page has no style of its own, loads scripts of the site alone, and what it shows comes from the folder of one revision", async () => {
  await made();
  const { revision } = siteOf();
  const told = /^https:\/\/vitrine\.example\/privacy$|^mailto:programme@vitrine\.example$|^data:,$/;
  for (const [page, up, from] of [
    ["index.html", "", `r/${revision}/`],
    ["embed/typical.html", "../", `../r/${revision}/`],
    ["embed/es/typical.html", "../../", `../../r/${revision}/`],
    [`r/${revision}/embed/typical.html`, "../../../", "../"],
    [`r/${revision}/embed/es/typical.html`, "../../../../", "../../"],
  ] as const) {
    const html = read(page);
    assert.doesNotMatch(html, /<style|<[^>]*\sstyle=|<[^>]*\son[a-z]+=|<script(?![^>]* src=")/, page);
    assert.doesNotMatch(html, /[\ue000-\uf8ff]/, page);
    for (const [, address] of html.matchAll(/<script[^>]* src="([^"]*)"/g))
      assert.match(address!, new RegExp(`^${up}(elements/vitrine(\\.[0-9a-f]{10})?|assets/[\\w-]+\\.[0-9a-f]{10})\\.js$`), page);
    for (const address of addressesIn(html, /\s(?:src|srcset)="([^"]*)"/g))
      assert.ok(
        address.startsWith(from) || address.startsWith(`${up}assets/`) || address.startsWith(`${up}elements/`),
        `${page}: ${address}`,
      );
    for (const address of addressesIn(html, /\s(?:src|srcset|href)="([^"#][^"]*)"/g))
      if (address.startsWith(base))
        assert.ok(existsSync(join(out, address.slice(base.length))), `${page} names ${address}, which is there`);
      else if (!told.test(address)) assert.ok(existsSync(join(out, dirname(page), address)), `${page} names ${address}, which is there`);
  }
});

test("the image in a snippet is sharp, and has a third of the bytes for screens of one pixel to the CSS pixel", async () => {
  await site(folder, out, { elements, base });
  const copied = read("index.html").replaceAll("&quot;", '"');
  const [, src, srcset] = new RegExp(
    `<img src="(${base}[^"]*)" alt="[^"]*" srcset="([^"]*)" width="680" height="\\d+" loading="lazy" fetchpriority="low"`.replaceAll(
      "<",
      "&lt;",
    ),
  ).exec(copied)!;
  assert.equal(srcset, `${base}drawings/1x/typical.png, ${src} 2x`);
  const [sharp, single] = ["drawings/typical.png", "drawings/1x/typical.png"].map((name) => readFileSync(join(out, name)));
  assert.equal(src, `${base}drawings/typical.png`);
  assert.deepEqual([sharp!.readUInt32BE(16), single!.readUInt32BE(16)], [1360, 680]);
  assert.ok(single!.length < sharp!.length / 2, `${single!.length} of ${sharp!.length} bytes`);
});

test("the page of a figure is complete as it is served: title, sentence, drawing, table, notes, actions, files", async () => {
  await site(folder, out, { elements });
  const html = read("embed/typical.html");
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
  assert.match(read("embed/es/typical.html"), /<html lang="es-/);
  assert.doesNotMatch(html, /oembed|og:/, "what needs an address is left out where none is known");
});

test("oEmbed answers and cards are named by the page, with the address of the site", async () => {
  await made();
  const { revision } = siteOf();
  const { title } = JSON.parse(readFileSync(join(documents, "typical.json"), "utf8")) as { title: string };
  const html = read("embed/typical.html");
  for (const type of ["json", "xml"]) assert.ok(html.includes(`+oembed" href="${base}oembed/typical.${type}"`), type);
  assert.ok(html.includes(`<meta property="og:image" content="${base}r/${revision}/cards/typical.png">`));
  const answer = JSON.parse(read("oembed/typical.json")) as Record<string, unknown>;
  assert.deepEqual(
    { ...answer, html: undefined, height: undefined },
    {
      version: "1.0",
      type: "rich",
      provider_name: "figures.example.org",
      provider_url: base,
      title,
      html: undefined,
      width: 680,
      height: undefined,
      thumbnail_url: `${base}r/${revision}/cards/typical.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      cache_age: 3600,
    },
  );
  assert.match(answer["html"] as string, new RegExp(`^<iframe src="${base}embed/typical.html" title="${title.replace("?", "\\?")}"`));
  assert.match(read("oembed/typical.xml"), /<html>&lt;iframe src=&quot;https:/);
  assert.ok(read("embed/es/typical.html").includes(`+oembed" href="${base}oembed/es/typical.json"`));
  assert.ok(read("oembed/es/typical.json").includes(`${base}embed/es/typical.html`));
  assert.ok(read(`r/${revision}/oembed/typical.json`).includes(`${base}r/${revision}/embed/typical.html`), "a frozen figure stays frozen");
});

test("the same documents make the same site, byte for byte; what is withdrawn is no longer at its stable address", async () => {
  await site(folder, out, { elements });
  const first = new Map(files(out).map((name) => [name, readFileSync(join(out, name))]));
  await site(folder, out, { elements });
  assert.deepEqual(files(out), [...first.keys()]);
  for (const [name, bytes] of first) assert.deepEqual(readFileSync(join(out, name)), bytes, name);
  change("no-target.json", "second.json", {});
  rmSync(join(folder, "typical.json"));
  await site(folder, out, { elements, keep: 0 });
  assert.deepEqual(
    files(out).filter((name) => name.includes("typical")),
    [],
  );
  assert.deepEqual(readdirSync(scratch).sort(), ["documents", "elements", "out"], "nothing half-made is left beside it");
});

test("an earlier revision stays as it was as long as it is kept; the elements it was made with stay always, since other pages name them", async () => {
  writeFileSync(join(elements, "cs-a.AAAAAA.js"), "export {};\n");
  await site(folder, out, { elements });
  const { revision: first, loader } = siteOf();
  const before = new Map(
    files(out)
      .filter((name) => name.startsWith("r/") || /^(?:assets|elements)\/.*\.[\w-]{6,}\.\w+$/.test(name))
      .map((name) => [name, readFileSync(join(out, name))]),
  );
  assert.ok(before.has(loader.pinned.name) && before.has("elements/cs-a.AAAAAA.js"));
  change("typical.json", "typical.json", { revision: 2, asOf: "2026-10-31" });
  rmSync(join(elements, "cs-a.AAAAAA.js"));
  writeFileSync(join(elements, "vitrine.js"), "export { };\n");
  await site(folder, out, { elements });
  const now = siteOf();
  assert.deepEqual(
    now.revisions.map(({ id }) => id),
    [now.revision, first],
  );
  assert.notEqual(now.revision, first);
  for (const [name, bytes] of before) assert.deepEqual(readFileSync(join(out, name)), bytes, name);
  assert.match(read("documents/typical.json"), /2026-10-31/);
  assert.doesNotMatch(read(`r/${first}/documents/typical.json`), /2026-10-31/);
  assert.doesNotMatch(read("_headers"), /cs-a\.AAAAAA/, "hosts read a hundred rules: those of earlier builds would use them up");
  await site(folder, out, { elements, keep: 0 });
  assert.deepEqual(readdirSync(join(out, "r")), [now.revision]);
  for (const [name, bytes] of before) if (!name.startsWith("r/")) assert.deepEqual(readFileSync(join(out, name)), bytes, name);
  await assert.rejects(site(folder, out, { elements, keep: -1 }), refusal("keep"));
});

test("every file is kept as long as its name allows, and no two rules speak of one file", async () => {
  await made();
  const rules = [...read("_headers").matchAll(/^(\/\S*)\n((?: {2}.*\n)+)/gm)].map(([, path, lines]) => ({
    path: new RegExp(`^${path!.replace(/[.]/g, "\\.").replaceAll("*", ".*").replace(":revision", "[^/]+")}$`),
    lines: lines!.trim().split(/\n\s*/),
  }));
  for (const name of files(out)) {
    const found = rules.filter(({ path }) => path.test(name === "index.html" ? "/" : `/${name}`)).flatMap(({ lines }) => lines);
    const caching = found.filter((line) => line.startsWith("Cache-Control: "));
    if (name === "_headers") continue;
    const forEver = /^(?:r|assets)\/|\.(?:[0-9a-f]{10}|[A-C]{6})\.js$/.test(name);
    assert.deepEqual(
      caching,
      [`Cache-Control: public, max-age=${forEver ? "31536000, immutable" : "60, stale-while-revalidate=86400"}`],
      name,
    );
    assert.equal(found.filter((line) => line === "Access-Control-Allow-Origin: *").length, 1);
    assert.equal(found.filter((line) => line.startsWith("Content-Security-Policy: default-src 'none'")).length, 1);
    assert.equal(found.includes("Content-Disposition: attachment"), /(?:^|\/)files\//.test(name), name);
  }
  assert.equal(
    [...read("nginx.conf").matchAll(/add_header Content-Security-Policy/g)].length,
    [...read("nginx.conf").matchAll(/^location/gm)].length,
  );
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

test("elements may be named from where one stands", async () => {
  await site(folder, out, { elements: relative(process.cwd(), elements) });
  assert.deepEqual(
    files(elements).filter((name) => !existsSync(join(out, "elements", name))),
    [],
  );
});

test("what is copied and each figure's page name every script of the element, and of its language, with its digest", async () => {
  await made();
  const begun = (text: string) =>
    [
      ...text.matchAll(
        /<link rel="(?:modulepreload|preload" as="fetch)" href="([^"]*)"(?: integrity="([^"]*)")? crossorigin="anonymous">/g,
      ),
    ].map(([, href, integrity]) => [href, ...(integrity ? [integrity] : [])]);
  const expected = (root: string, figures: string, names: (string | undefined)[]) => [
    ...names.map((name) => [`${root}elements/${name}`, built.files[name!]]),
    [`${figures}documents/typical.json`],
  ];
  const { revision } = siteOf();
  assert.deepEqual(begun(read("embed/typical.html")), expected("../", `../r/${revision}/`, [file, shared]));
  assert.deepEqual(begun(read("embed/es/typical.html")), expected("../../", `../../r/${revision}/`, [file, shared, es]));
  const { element } = JSON.parse(read(`r/${revision}/snippets/es/typical.json`)) as { element: string };
  assert.deepEqual(begun(element), expected(base, base, [file, shared, es]));
});
