import assert from "node:assert/strict";
import { existsSync, mkdirSync, promises, readdirSync, readlinkSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { writePublication, type Publication } from "../../packages/publish/src/output/switch.ts";
import { bytesOf, config, folderWith, implementation, newFolder, refused, run, teachers } from "./project.ts";
import { putRight, standing } from "./standing.ts";
import { publicationOf } from "./switching.mjs";

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
