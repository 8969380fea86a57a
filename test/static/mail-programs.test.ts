import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { caniemail } from "caniemail";
import { HtmlValidate } from "html-validate";
import type { VitrineDocument } from "@vitrine/contract";
import { blockOf, letterOf, newsletter, speakerFor } from "@vitrine/static";
import { documentKinds, documents } from "../helpers/documents.ts";

const scratch = mkdtempSync(join(tmpdir(), "vitrine-programs-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Gmail, Outlook, Apple Mail and Yahoo, in each of their apps. */
const clients = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*"] as Parameters<typeof caniemail>[0]["clients"];

/**
 * What a program lacks and a letter cannot do without. Each is ignored there and nothing is lost but what is said here; anything else is a finding.
 */
const borne: Readonly<Record<string, readonly string[]>> = {
  // Tells a screen reader that a table is there for the layout alone.
  "role attribute": ["outlook.windows-mail"],
  // A picture whose height is set, so that the letter does not jump, needs it to shrink with the window. Yahoo takes it for a least height: on its
  // phones the picture keeps the height of a desk. The table below says the same.
  "height property": ["yahoo.android", "yahoo.ios", "yahoo.desktop-webmail"],
};

/** What the data of Can I email would be told, by feature. */
function findings(html: string): string[] {
  const { errors } = caniemail({ clients, html }).issues;
  return [...errors].flatMap(([client, issues]) =>
    issues.filter(({ title }) => !borne[title]?.includes(client)).map(({ title }) => `${client}: ${title}`),
  );
}

const image = { src: "https://figures.example.org/newsletter/images/one.png", width: 600, height: 320 };
const live = "https://figures.example.org/embed/one.html";
const all = documentKinds()
  .filter((kind) => kind !== "roster")
  .flatMap((kind) => documents(kind).map(([name, document]) => ({ kind, name, document: document as VitrineDocument })));

/**
 * Every tag that a letter opens, once for each set of attributes and styles it has: what a program supports is told by tag, attribute and style,
 * never by text, address or number.
 */
const tagsOf = (html: string): string[] =>
  (html.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replace(/(href|src|alt|title)="[^"]*"/g, '$1="x"').replace(/\d+(?:\.\d+)?/g, "1"));

test("what is looked for is found: a letter with a style that Outlook and Gmail do not know", () => {
  const { html } = blockOf({ document: all[0]!.document, image }, speakerFor("en"));
  assert.ok(findings(tagsOf(html.replace('style="', 'style="display:grid;')).join("\n")).length > 0);
});

for (const kind of new Set(all.map(({ kind }) => kind)))
  test(`${kind}: blocks and letters hold nothing that Gmail, Outlook, Apple Mail or Yahoo does not support`, () => {
    const tags = new Set<string>();
    for (const { document } of all.filter((one) => one.kind === kind))
      for (const locale of ["en", "es"]) {
        const say = speakerFor(locale);
        const part = { document, image, live };
        for (const { html } of [blockOf(part, say), letterOf([part, part], say)]) for (const tag of tagsOf(html)) tags.add(tag);
      }
    assert.ok(tags.size > 20);
    assert.deepEqual(findings([...tags].join("\n")), []);
  });

/** The rules of HTML; what only letters need is allowed: attributes that Outlook reads instead of styles. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "no-deprecated-attr": "off", "no-trailing-whitespace": "off" },
});
async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
}

test("faults of HTML are found", async () => {
  assert.ok((await faults("<!DOCTYPE html><html lang=en><title>x</title><p><table></p>")).length > 0);
});

for (const { kind, name, document } of all.filter(({ name }) => /^(typical|every-absence|longest-labels|spanish)$/.test(name)))
  test(`${kind}, ${name}: its letter is valid HTML`, async () => {
    const part = { document, image, live };
    assert.deepEqual(
      await faults(letterOf(name === "typical" ? [part, part] : [part], speakerFor(name === "spanish" ? "es" : "en")).html),
      [],
    );
  });

test("the page that blocks are copied from is valid HTML, without a style or a script of its own", async () => {
  const files = ["implementation/typical.json", "access/longest-labels.json"].map((file) =>
    fileURLToPath(new URL(`../documents/${file}`, import.meta.url)),
  );
  await newsletter(files, join(scratch, "out"));
  const page = readFileSync(join(scratch, "out/index.html"), "utf8");
  assert.deepEqual(await faults(page), []);
  const tags = page.match(/<[a-z][^>]*>/g)!;
  assert.deepEqual(
    tags.filter((tag) => /^<style|\sstyle=|\son[a-z]+=|^<script(?! type="module" src="newsletter\.js">)/.test(tag)),
    [],
  );
});
