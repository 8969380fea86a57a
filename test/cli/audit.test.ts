import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { main } from "../../packages/cli/src/main.ts";

const scratch = mkdtempSync(join(tmpdir(), "vitrine-audit-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const typical = JSON.parse(readFileSync(fileURLToPath(new URL("../documents/implementation/typical.json", import.meta.url)), "utf8")) as {
  revision: number;
  trained: number;
  met: number;
  breakdowns: unknown[];
};
const plain = { ...typical, breakdowns: [], revision: 1 };

/** A folder of documents. */
function folder(name: string, ...documents: object[]): string {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  documents.forEach((document, at) => writeFileSync(join(path, `${at}.json`), JSON.stringify(document)));
  return path;
}
async function audit(...words: string[]) {
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => void (out += `${text}\n`),
    err: (text: string) => void (err += `${text}\n`),
    progress: () => {},
    interrupted: () => Promise.resolve(),
  };
  const exit = await main(["audit", ...words], io);
  return { exit, out: out.replaceAll(scratch, "…"), err };
}
const moved = (by: number, revision: number) => ({ ...plain, revision, trained: plain.trained + by, met: plain.met + by });

test("a sound folder: how many figures, how many of them not exact, the narrowest interval and the time", async () => {
  const other = { ...plain, id: "other", met: "withheld", started: "withheld" };
  const { exit, out } = await audit(folder("sound", typical, { ...other, asOf: "2025-01-31" }));
  assert.equal(exit, 0);
  assert.equal(
    (await audit(folder("told-twice", typical, other))).exit,
    1,
    "of the same people the first document tells what the second withholds",
  );
  assert.match(
    out,
    /^2 documents, \d+ figures about people, \d+ not exact, each can be at least \d+ numbers; \d+\.\d seconds: nothing can be worked out\n$/,
  );
});

test("beside an earlier publication: refused where the difference would tell of few people, fine where it tells of many", async () => {
  const now = folder("now", moved(3, 2));
  assert.equal((await audit(now)).exit, 0);
  const { exit, out } = await audit(now, "--earlier", folder("earlier", plain));
  assert.equal(exit, 1);
  assert.match(
    out,
    /^…\/now\/0\.json: \$\.trained: This moved by fewer people since an earlier publication than may be told: [^\n]*\(audit-small-change\)\n/,
  );
  assert.match(out, /1 documents beside 1 earlier publication, [^\n]* refused\n$/);
  const many = await audit(
    folder("many", moved(30, 2)),
    "--earlier",
    join(scratch, "earlier"),
    "--earlier",
    folder("oldest", moved(-30, 1)),
  );
  assert.equal(many.exit, 0);
  assert.match(many.out, /beside 2 earlier publications/);
});

test("a folder with several revisions of a document: the last one is attacked beside those before", async () => {
  assert.equal((await audit(folder("revised", moved(3, 2), plain))).exit, 1);
  assert.equal((await audit(folder("kept", moved(0, 2), plain))).exit, 0);
  const { exit, out } = await audit(
    folder("shown", { ...plain, revision: 2 }, { ...plain, met: "withheld", started: "withheld" }),
    "--json",
  );
  assert.equal(exit, 1);
  const found = JSON.parse(out) as { earlier: number; narrow: { path: string; why: string }[] };
  assert.equal(found.earlier, 1);
  const told = found.narrow.map(({ path, why }) => `${path} ${why}`);
  assert.deepEqual(told.sort(), ["$.met shown-again", "$.started shown-again"]);
});

test("what is no document is refused", async () => {
  const { exit, err } = await audit(folder("not", { a: 1 }));
  assert.equal(exit, 1);
  assert.match(err, /This is not a document that may be published/);
  assert.equal((await audit(folder("sound", typical), "--earlier", join(scratch, "missing"))).exit, 1);
  assert.equal((await audit("--earlier", join(scratch, "sound"))).exit, 2);
});
