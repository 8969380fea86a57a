import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { Refused, renderPdf } from "@vitrine/static";
import { findChrome } from "../../.scripts/browser.mjs";
import { document } from "../helpers/documents.ts";

const known = process.env["CHROME_PATH"];
before(async () => {
  process.env["CHROME_PATH"] = (await findChrome()).executablePath;
});
after(() => {
  if (known === undefined) delete process.env["CHROME_PATH"];
  else process.env["CHROME_PATH"] = known;
});
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("vitrine-pdf-"));

test("a document is printed as a PDF with text and pages, and leaves nothing behind", async () => {
  const before = left();
  for (const [one, pages] of [
    [document("implementation", "typical"), 1],
    // Its table is folded on a page; paper cannot be opened.
    [document("access", "nation"), 3],
  ] as const) {
    const text = Buffer.from(await renderPdf(one, { locale: "es" })).toString("latin1");
    assert.match(text, /^%PDF-1\.\d/);
    assert.match(text, /%%EOF\s*$/);
    assert.ok([...text.matchAll(/\/Type\s*\/Page\b/g)].length >= pages);
    assert.match(text, /\/Font\b/, "words are words, not a picture");
  }
  assert.deepEqual(left(), before);
});

test("without a Chromium one sentence says what to install; research is never printed", async () => {
  const found = process.env["CHROME_PATH"];
  process.env["CHROME_PATH"] = "/nowhere/chromium";
  const typical = document("implementation", "typical");
  await assert.rejects(
    renderPdf(typical),
    (error) => error instanceof Refused && error.code === "no-chromium" && /install Chromium/.test(error.message),
  );
  process.env["CHROME_PATH"] = found!;
  await assert.rejects(
    renderPdf({ ...typical, audience: { kind: "research" } }),
    (error) => error instanceof Refused && error.code === "audience",
  );
});
