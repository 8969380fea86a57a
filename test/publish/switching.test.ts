import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  promises,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { recover, writePublication, type Publication } from "../../packages/publish/src/output/switch.ts";
import { dice } from "./dice.ts";
import { bytesOf, config, folderWith, implementation, newFolder, refused, run, teachers } from "./project.ts";
import { publicationOf } from "./switching.mjs";

const command = fileURLToPath(new URL("../../packages/cli/bin/vitrine.js", import.meta.url));
const helper = fileURLToPath(new URL("switching.mjs", import.meta.url));

/** Which whole publication stands in a folder, read as any program would; fails for a mixture, half a file or nothing. */
function standing(publication: (letter: string) => Publication, at: number): string {
  const { out } = publication("A").folders[at]!;
  const names = readdirSync(out).sort();
  const letter = readFileSync(join(out, at === 0 ? "both.json" : "own.json"), "utf8")[0]!;
  const { documents } = publication(letter).folders[at]!;
  assert.deepEqual(names, [...documents.map(({ file }) => file), "publication.index"].sort());
  for (const { file, bytes } of documents) assert.equal(readFileSync(join(out, file), "utf8"), bytes.toString(), file);
  const index = JSON.parse(readFileSync(join(out, "publication.index"), "utf8")) as { documents: { title: string }[] };
  for (const { title } of index.documents) assert.equal(title, letter);
  return letter;
}

/** Puts everything right as the next run does, and says what stands then: the same publication in every folder and file, and nothing beside it. */
async function putRight(folder: string): Promise<string> {
  const of = (letter: string) => publicationOf(folder, letter);
  const { journal, folders, files } = of("A");
  await recover(journal, [...folders.map(({ out }) => out), ...files.map(([file]) => file)]);
  const there = (path: string) => existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 1);
  const all = [
    ...folders.map(({ out }, at) => (there(out) ? standing(of, at) : "none")),
    ...files.map(([file]) => (there(file) ? readFileSync(file, "utf8") : "none")),
  ];
  assert.equal(new Set(all).size, 1, `one publication in all places, not ${all.join(", ")}`);
  const hidden = readdirSync(folder).filter((name) => name.startsWith("."));
  assert.equal(
    hidden.filter((name) => /^\.published(-partner-p)?\.[0-9a-f]{12}$/.test(name)).length,
    hidden.length,
    "nothing half-written is left",
  );
  assert.equal(hidden.length, folders.filter(({ out }) => lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink()).length);
  return all[0]!;
}

test("killed at 50 random moments, each folder is the old or the new publication as a whole", async () => {
  const folder = newFolder();
  const of = (letter: string) => publicationOf(folder, letter);
  await writePublication(of("A"));
  const { next: roll } = dice(4);
  const seen = new Set<string>();
  for (let time = 0; time < 50; time++) {
    const child = spawn(process.execPath, [helper, folder], { stdio: ["ignore", "pipe", "inherit"] });
    const begun = roll() * 2;
    let written = 0;
    await new Promise<void>((done) => {
      child.on("exit", () => done());
      child.stdout.on("data", (dots: Buffer) => {
        const all = (written += dots.length);
        // The moment counts from a publication that has just been finished, so that a slow machine is hit as often as a fast one.
        if (all - dots.length <= begun && all > begun) setTimeout(() => child.kill("SIGKILL"), roll() * 12);
      });
    });
    seen.add(`${standing(of, 0)}${standing(of, 1)}`);
    seen.add(await putRight(folder));
  }
  assert.ok(seen.has("A") && seen.has("B"), "both were found standing");
});

/** What the folders were before: not there, an older publication, or plain folders such as an earlier version of this program wrote. */
const before: Record<string, (of: (letter: string) => Publication) => Promise<void>> = {
  none: async () => {},
  A: (of) => writePublication(of("A")),
  plain: async (of) => {
    for (const { out } of of("A").folders) {
      mkdirSync(out);
      writeFileSync(join(out, "publication.index"), "{}");
    }
  },
};

/** Does work until right before one call of the file system, and never goes on: like a cut wire. How many calls there were. */
async function cutBefore(call: number, work: () => Promise<void>): Promise<{ ended: boolean }> {
  const whole = { ...promises };
  let calls = 0;
  const cut = new Promise<{ ended: boolean }>((stop) => {
    for (const [name, real] of Object.entries(whole))
      if (typeof real === "function")
        Object.assign(promises, {
          [name]: (...given: never[]) => {
            if (++calls < call) return (real as (...given: never[]) => unknown)(...given);
            stop({ ended: false });
            return new Promise(() => {});
          },
        });
  });
  syncBuiltinESMExports();
  try {
    return await Promise.race([cut, work().then(() => ({ ended: true }))]);
  } finally {
    Object.assign(promises, whole);
    syncBuiltinESMExports();
  }
}

for (const [name, make] of Object.entries(before))
  test(`cut off before each single call of the file system, over ${name}: whole at once, and consistent after the next run`, async () => {
    const found = new Set<string>();
    let call = 0;
    for (let ended = false; !ended;) {
      const folder = newFolder();
      const of = (letter: string) => publicationOf(folder, letter);
      await make(of);
      ({ ended } = await cutBefore(++call, () => writePublication(of("B"))));
      // A folder that was a plain one is moved aside first; links, and nothing, are exchanged in one step.
      for (const [at, { out }] of of("B").folders.entries())
        if (name === "A" || (name === "none" && existsSync(out))) assert.match(standing(of, at), name === "A" ? /[AB]/ : /B/);
      found.add(await putRight(folder));
    }
    assert.ok(call > 30, `${call} calls`);
    assert.deepEqual([...found], [name === "A" ? "A" : "none", "B"]);
  });

test("a whole run of the command killed at random moments leaves the old or the new publication", async () => {
  const rows = (met: number) => ["teacher,workshop,stage", ...teachers({ met, started: 30, none: 28, unknown: 26 })].join("\n");
  const good = config({ file: "rows.csv" }, implementation);
  const folder = folderWith({ "rows.csv": rows(60) });
  const { out } = await run(folder, good);
  const known = new Set([bytesOf(out)]);
  const { next: roll } = dice(6);
  for (let time = 0; time < 6; time++) {
    writeFileSync(join(folder, "rows.csv"), rows(80 + 20 * time));
    const child = spawn(process.execPath, [command, "publish", join(folder, "c.json")], { stdio: "ignore" });
    setTimeout(() => child.kill("SIGKILL"), 300 + roll() * 600);
    await new Promise((done) => child.on("exit", done));
    const then = bytesOf(out);
    await run(folder, good);
    assert.ok(known.has(then) || then === bytesOf(out));
    known.clear();
    known.add(bytesOf(out));
  }
});

test("what a killed run left is cleaned up by the next publication, and by one that is refused", async () => {
  const rows = ["teacher,workshop,stage", ...teachers({ met: 20, started: 10, none: 8, unknown: 6 })].join("\n");
  const good = config({ file: "rows.csv" }, implementation);
  const folder = folderWith({ "rows.csv": rows });
  const { out } = await run(folder, good);
  const whole = bytesOf(out);
  const version = readlinkSync(out);
  // Killed after the switch had begun: the new version is finished, its link is not yet in place.
  mkdirSync(join(folder, ".published.0123456789ab"));
  writeFileSync(join(folder, ".published.0123456789ab/publication.index"), "{}");
  symlinkSync(".published.0123456789ab", join(folder, ".published.0123456789ab.link"));
  const moves = [{ from: ".published.0123456789ab.link", to: "published" }];
  writeFileSync(join(folder, ".c.switch"), JSON.stringify({ vitrine: "switch/1", moves }));
  mkdirSync(join(folder, ".published.ba9876543210"));
  mkdirSync(join(folder, ".published.mine"));
  await refused(folder, { ...good, documents: [{ ...implementation, teacher: "nobody" }] });
  assert.deepEqual(readdirSync(out), ["publication.index"], "the switch was brought to its end");
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith(".")),
    [".published.0123456789ab", ".published.mine"],
  );
  assert.ok(!existsSync(join(folder, version)));
  await run(folder, good);
  assert.equal(bytesOf(out), whole);
});

test("a link the owner made to another place is kept: what it leads to is published", async () => {
  const rows = ["teacher,workshop,stage", ...teachers({ met: 20, started: 10, none: 8, unknown: 6 })].join("\n");
  const folder = folderWith({ "project/rows.csv": rows, "share/readme.txt": "" });
  mkdirSync(join(folder, "share/figures"));
  symlinkSync("../share/figures", join(folder, "project/published"));
  for (let times = 0; times < 2; times++) await run(join(folder, "project"), config({ file: "rows.csv" }, implementation));
  assert.equal(readlinkSync(join(folder, "project/published")), "../share/figures");
  assert.deepEqual(readdirSync(join(folder, "share/figures")).sort(), ["gauge.json", "publication.index"]);
  assert.equal(readdirSync(join(folder, "share")).length, 3, "the folder, its version and the file that was there");
});

test("a partner's documents can be read by nobody else on this machine", async () => {
  const folder = newFolder();
  const publication = publicationOf(folder, "A");
  await writePublication(publication);
  assert.deepEqual(
    publication.folders.map(({ out }) => (statSync(out).mode & 0o077) === 0),
    [false, true],
  );
});

test("when a folder cannot take its place, all that was there before stays", async () => {
  const folder = newFolder();
  const of = (letter: string) => publicationOf(folder, letter);
  await writePublication(of("A"));
  const next = of("B");
  writeFileSync(join(folder, "file"), "not a folder");
  const blocked = { ...next, folders: [next.folders[0]!, { ...next.folders[1]!, out: join(folder, "file/inside") }] };
  await assert.rejects(writePublication(blocked), /could not be written; what was there before is untouched/);
  assert.equal(await putRight(folder), "A");
});
