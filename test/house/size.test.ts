import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { kindNames, pageOf as pageOfKind } from "../../.scripts/reference/schema.js";
import { elementsFolder, fetchedEarly, manifest, tabulate, weigh, type Budget } from "./size.ts";

/** Kilobytes are thousands of bytes. An element without a line of its own is weighed beside the gauge. */
const budgets: Budget[] = [
  { name: "loader", tags: [], bytes: 2_000 },
  { name: "implementation gauge", tags: ["cs-implementation-gauge"], bytes: 22_000 },
  { name: "school list", tags: ["cs-school-list"], bytes: 29_000 },
  { name: "access map with its list", tags: ["cs-school-access-map", "cs-school-list"], bytes: 38_000 },
];
const gauge = "cs-implementation-gauge";
/** What a page loads for any other element beyond what the gauge already loaded. */
const beyondTheGauge = 14_000;
/** A document for each, so that a page shows what it is made for. A roster needs more than an address. */
const documents: Record<string, string> = {
  ...Object.fromEntries(
    kindNames.flatMap((kind) => (kind === "roster" ? [] : pageOfKind(kind).elements.map((tag) => [tag, `${kind}/typical.json`]))),
  ),
  "cs-school-access-map": "access/nation.json",
};
/** Some documents are for one partner, and are shown where the page states which. */
const partnerOf = (file: string): string => {
  const text = readFileSync(new URL(`../documents/${file}`, import.meta.url), "utf8");
  const { audience } = JSON.parse(text) as { audience: { kind: string; id?: string } };
  return audience.kind === "partner" ? ` partner="${audience.id!}"` : "";
};
const pageOf = (tags: readonly string[]) => {
  const shown = tags.filter((tag) => documents[tag]);
  return {
    drawn: shown.length,
    markup: tags
      .map((tag) => `<${tag}${documents[tag] ? ` src="/test/documents/${documents[tag]}"${partnerOf(documents[tag])}` : ""}></${tag}>`)
      .join(""),
  };
};

/** A page with every element there is. */
const together = 90_000;
const named = new Set(budgets.flatMap(({ tags }) => tags));
const rest = Object.keys(manifest().elements).filter((tag) => !named.has(tag));
const [light] = weigh([{ name: gauge, tags: [gauge], bytes: 0 }]);
const pages: typeof budgets = [
  ...budgets,
  ...rest.map((tag) => ({ name: `gauge, ${tag}`, tags: [gauge, tag], bytes: light!.bytes + beyondTheGauge })),
  { name: "every element", tags: Object.keys(manifest().elements), bytes: together },
];
const early = await fetchedEarly(pages.map(({ tags }) => pageOf(tags)));
const lines = weigh(pages).map((line, at) => ({ ...line, early: early[at]! }));
const loaded = (line: (typeof lines)[number]) => Math.max(line.bytes, line.early);
const tell = (line: (typeof lines)[number]) => `${line.name}: ${line.bytes} bytes, ${line.early} in the first second, of ${line.budget}`;

test("no page loads more than its budget, neither by import nor in its first second", (t) => {
  t.diagnostic(tabulate(lines));
  const over = lines.filter((line) => loaded(line) > line.budget);
  assert.deepEqual(over.map(tell), []);
});

test("the report counts what an element imports, once, and sees a page that is too heavy", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-size-"));
  try {
    for (const [name, size] of [
      ["vitrine.js", 100],
      ["a.js", 1000],
      ["b.js", 1000],
      ["shared.js", 5000],
    ] as const)
      writeFileSync(join(folder, name), randomBytes(size));
    const elements = { "cs-a": { file: "a.js", imports: ["shared.js"] }, "cs-b": { file: "b.js", imports: ["shared.js"] } };
    const built = { loader: { file: "vitrine.js", imports: [] }, elements, files: {} };
    writeFileSync(join(folder, "elements.json"), JSON.stringify(built));
    const [one, two] = weigh(
      [
        { name: "one", tags: ["cs-a"], bytes: 9000 },
        { name: "two", tags: ["cs-a", "cs-b"], bytes: 6000 },
      ],
      folder,
    );
    assert.equal(one!.files, 3);
    assert.ok(one!.bytes >= 6100 && one!.bytes < 6200);
    assert.equal(two!.files, 4);
    assert.ok(two!.bytes >= 7100 && two!.bytes < 7200);
    assert.match(tabulate([one!, two!]), /two .* over$/m);
    assert.doesNotMatch(tabulate([one!]), /over/);
    writeFileSync(join(folder, "elements.json"), JSON.stringify({ ...built, together: { file: "b.js", imports: [], from: 2 } }));
    const [alone, all] = weigh(
      [
        { name: "alone", tags: ["cs-a"], bytes: 9000 },
        { name: "all", tags: ["cs-a", "cs-b"], bytes: 9000 },
      ],
      folder,
    );
    assert.deepEqual([alone!.files, all!.files], [3, 2]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every built script stands in the manifest with its digest, and carries its licences", () => {
  const { files, elements } = manifest();
  const scripts = readdirSync(elementsFolder).filter((name) => name.endsWith(".js"));
  assert.deepEqual(Object.keys(files).sort(), scripts.sort());
  for (const [name, digest] of Object.entries(files))
    assert.equal(
      digest,
      `sha384-${createHash("sha384")
        .update(readFileSync(join(elementsFolder, name)))
        .digest("base64")}`,
      name,
    );
  assert.ok(Object.keys(elements).length > 0);
  const notices = readFileSync(join(elementsFolder, "THIRD-PARTY.txt"), "utf8");
  for (const name of ["zod", "lit-html", "@lit/reactive-element", "lit-element"])
    assert.doesNotMatch(notices, new RegExp(`^${name} `, "m"), name);
});
