import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RosterDocument } from "@vitrine/contract";
import { newsletter, partnerSite, Refused, serve, site } from "@vitrine/static";

const documents = fileURLToPath(new URL("../documents/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-partner-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const folder = join(scratch, "documents");
const elements = join(scratch, "elements");
const out = join(scratch, "out");
const refusal = (code: string) => (error: unknown) => error instanceof Refused && error.code === code;
const read = (name: string) => readFileSync(join(out, name), "utf8");
const roster = JSON.parse(readFileSync(join(documents, "roster/typical.json"), "utf8")) as RosterDocument;
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
  cpSync(join(documents, "roster/typical.json"), join(folder, "roster.json"));
});

test("a partner's folder has the documents, a page for each, the elements and private headers: no gallery, picture, figures or snippet", async () => {
  assert.deepEqual(await partnerSite(folder, out, { elements }), { documents: 1, pages: ["roster.html"] });
  assert.deepEqual(files(out), [
    "_headers",
    "documents/roster.json",
    "elements/vitrine.js",
    "index.html",
    "partner.json",
    "roster.html",
    "vitrine.css",
  ]);
  assert.deepEqual(readFileSync(join(out, "documents/roster.json")), readFileSync(join(folder, "roster.json")));
  for (const page of ["roster.html", "index.html"]) {
    assert.match(read(page), /<meta name="robots" content="noindex, nofollow, noarchive">/);
    assert.doesNotMatch(read(page), /oembed|<img|<svg|<pre|og:|<style|\sstyle=|\son[a-z]+=/i);
    assert.ok(read(page).includes(roster.audience.confidentiality), page);
  }
  assert.match(read("roster.html"), new RegExp(`<cs-roster-table src="documents/roster.json" partner="${roster.audience.id}"`));
});

test("no page, header or list of a partner's folder holds a row", async () => {
  await partnerSite(folder, out, { elements });
  const told = files(out)
    .filter((name) => name !== "documents/roster.json")
    .map(read)
    .join("\n");
  const { teacher, account = [] } = roster.rows;
  for (const value of [...teacher, ...roster.schools.name, ...account.filter((one) => String(one).includes("@"))])
    assert.ok(!told.includes(String(value)));
});

test("the headers keep it out of caches, other sites, frames and search engines", async () => {
  await partnerSite(folder, out, { elements });
  const headers = read("_headers");
  for (const line of [
    "Cache-Control: private, no-store",
    "Cross-Origin-Resource-Policy: same-origin",
    "X-Robots-Tag: noindex, nofollow, noarchive",
    "frame-ancestors 'none'",
    "Referrer-Policy: no-referrer",
  ])
    assert.ok(headers.includes(line), line);
  assert.doesNotMatch(headers, /Access-Control-Allow-Origin/i);
});

test("a partner's document goes into no site and no newsletter; the refusal says where it may go", async () => {
  for (const made of [site(folder, out, { elements }), newsletter([folder], out, {})])
    await assert.rejects(made, (error) => refusal("audience")(error) && (error as Refused).message.includes("--partner-dir"));
  assert.ok(!existsSync(out));
});

test("documents for anybody else stop a partner's folder, and nothing is written", async () => {
  const changed = (name: string, as: string, more: object) =>
    writeFileSync(join(folder, as), JSON.stringify({ ...(JSON.parse(readFileSync(join(documents, name), "utf8")) as object), ...more }));
  cpSync(join(documents, "implementation/typical.json"), join(folder, "public.json"));
  await assert.rejects(partnerSite(folder, out, { elements }), refusal("audience"));
  rmSync(join(folder, "public.json"));
  changed("implementation/typical.json", "research.json", { audience: { kind: "research" } });
  await assert.rejects(partnerSite(folder, out, { elements }), refusal("audience"));
  rmSync(join(folder, "research.json"));
  changed("roster/one-row.json", "other.json", { audience: { ...roster.audience, id: "somebody-else" } });
  await assert.rejects(partnerSite(folder, out, { elements }), refusal("audience"));
  rmSync(join(folder, "other.json"));
  mkdirSync(out);
  writeFileSync(join(out, "thesis.txt"), "ten years");
  await assert.rejects(partnerSite(folder, out, { elements }), refusal("out"));
  assert.deepEqual(readdirSync(out), ["thesis.txt"]);
});

test("a site for everybody and a partner's folder never take each other's place", async () => {
  await partnerSite(folder, out, { elements });
  const open = join(scratch, "open");
  mkdirSync(open);
  cpSync(join(documents, "implementation/typical.json"), join(open, "typical.json"));
  await assert.rejects(site(open, out, { elements }), refusal("out"));
  assert.ok(existsSync(join(out, "documents/roster.json")));
});

test("a partner's folder is served so that nobody keeps it, alone or beside a site under partner/", async () => {
  await partnerSite(folder, out, { elements });
  const open = join(scratch, "open");
  mkdirSync(open);
  writeFileSync(join(open, "site.json"), '{"vitrine": "site/1"}');
  for (const serving of [await serve(out), await serve(open, { partner: out })])
    try {
      const address = serving.partner ?? serving.address;
      for (const path of ["", "roster.html", "documents/roster.json", "elements/vitrine.js", "missing.json"]) {
        const { headers } = await fetch(address + path);
        assert.equal(headers.get("cache-control"), "private, no-store", path);
        assert.equal(headers.get("access-control-allow-origin"), null);
        assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
        assert.match(headers.get("x-robots-tag")!, /noindex/);
      }
      assert.equal((await fetch(`${address}documents/roster.json`)).status, 200);
      if (serving.partner === undefined) continue;
      const { status, headers } = await fetch(serving.partner.slice(0, -1), { redirect: "manual" });
      assert.deepEqual([status, headers.get("location")], [308, "/partner/"]);
      assert.equal((await fetch(`${serving.address}site.json`)).headers.get("access-control-allow-origin"), "*");
      assert.equal((await fetch(`${serving.address}partner..%2fdocuments/roster.json`)).status, 404);
      assert.equal((await fetch(`${serving.address}partner/..%2fsite.json`)).status, 404);
    } finally {
      await serving.close();
    }
  await assert.rejects(serve(out, { partner: open }), refusal("partner-dir"));
});

test("the folder that publish made for a partner is served privately too", async () => {
  writeFileSync(join(folder, "publication.index"), '{"vitrine": "publication/1", "partner": "someone"}');
  const serving = await serve(folder);
  const { headers } = await fetch(`${serving.address}roster.json`);
  assert.equal(headers.get("cache-control"), "private, no-store");
  await serving.close();
});

test("a partner's folder is never made inside a site for everybody, and a link that people made stays", async () => {
  const open = join(scratch, "open");
  mkdirSync(open);
  writeFileSync(join(open, "site.json"), JSON.stringify({ vitrine: "site/1" }));
  await assert.rejects(partnerSite(folder, join(open, "a/b"), { elements }), refusal("out"));
  assert.deepEqual(readdirSync(open), ["site.json"]);
  mkdirSync(join(scratch, "far"));
  symlinkSync(join(scratch, "far"), out);
  await partnerSite(folder, out, { elements });
  assert.ok(lstatSync(out).isSymbolicLink());
  assert.ok(existsSync(join(scratch, "far/roster.html")));
});
