import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { eachOf, openPool, readPublished, Refused, renderMany, renderPng } from "@vitrine/static";

const root = fileURLToPath(new URL("../documents/implementation/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-many-"));
const [folder, out] = [join(scratch, "documents"), join(scratch, "out")];
const names = readdirSync(root).filter((name) => name.endsWith(".json") && name !== "partner.json");
after(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(() => {
  for (const place of [folder, out]) rmSync(place, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of names) cpSync(join(root, name), join(folder, name));
});

test("many documents are drawn each into a file of its own name, with the bytes it has when drawn alone, and progress is told", async () => {
  const told: number[] = [];
  const options = { width: 300, scale: 1 };
  assert.equal(await renderMany([folder], out, "png", { ...options, progress: (done, all) => told.push(done, all) }), names.length);
  assert.deepEqual(readdirSync(out).sort(), names.map((name) => name.replace(".json", ".png")).sort());
  for (const name of names)
    assert.deepEqual(
      readFileSync(join(out, name.replace(".json", ".png"))),
      renderPng(readPublished(join(folder, name)).document, options),
      name,
    );
  assert.deepEqual(
    told,
    names.flatMap((_, at) => [at + 1, names.length]),
  );
});

test("a document that cannot be drawn stops the others, with its own reason, also from another thread", async () => {
  const arabic = { ...(JSON.parse(readFileSync(join(folder, names[0]!), "utf8")) as object), title: "كم عدد المعلمين؟" };
  writeFileSync(join(folder, "arabic.json"), JSON.stringify(arabic));
  await assert.rejects(
    renderMany([folder], out, "png"),
    (error) => error instanceof Refused && error.code === "no-glyphs" && error.message.includes("Arabic"),
  );
});

test("two documents of one file name, and names that no address can hold, are refused before anything is drawn", async () => {
  await assert.rejects(
    renderMany([folder, join(root, names[0]!)], out, "svg"),
    (error) => error instanceof Refused && error.code === "same-name",
  );
  writeFileSync(join(folder, "Ünser Bild.json"), readFileSync(join(folder, names[0]!)));
  await assert.rejects(renderMany([folder], out, "svg"), (error) => error instanceof Refused && error.code === "file-name");
  assert.ok(!existsSync(out));
});

test("a pool of three does three things at once and never more, in the order they were given", async () => {
  let [now, most] = [0, 0];
  const order: number[] = [];
  const made = await eachOf([5, 1, 4, 2, 3], { room: 3 }, async (item, at) => {
    order.push(at);
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, item));
    now--;
    return item * 10;
  });
  assert.deepEqual([made, order, most], [[50, 10, 40, 20, 30], [0, 1, 2, 3, 4], 3]);
});

test("two workers draw at the same time", async () => {
  const { document } = readPublished(join(folder, "typical.json"));
  const pool = openPool(100, 2);
  try {
    const drawing = [0, 1].map(() => pool.run("png", { document, options: {} }));
    const workers = process.getActiveResourcesInfo().filter((kind) => kind === "MessagePort" || kind === "Worker");
    assert.ok(workers.length >= 2, "each has a worker of its own");
    const [one, two] = await Promise.all(drawing);
    assert.deepEqual(one, two);
  } finally {
    await pool.close();
  }
});

test("memory stays flat: 90 pictures need no more than the first thirty", { timeout: 170_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL("memory.mjs", import.meta.url)), "90"], {
    timeout: 160_000,
  });
  const { first, last, pictures } = JSON.parse(stdout) as { first: number; last: number; pictures: number };
  assert.equal(pictures, 90);
  assert.ok(last < first * 1.3, `${Math.round(first)} MB at most in the first third, ${Math.round(last)} MB in the last`);
});
