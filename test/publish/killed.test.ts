import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { writePublication } from "../../packages/publish/src/output/switch.ts";
import { dice } from "./dice.ts";
import { bytesOf, config, folderWith, implementation, newFolder, run, teachers } from "./project.ts";
import { putRight, standing } from "./standing.ts";
import { publicationOf } from "./switching.mjs";

const command = fileURLToPath(new URL("../../packages/cli/bin/vitrine.js", import.meta.url));
const helper = fileURLToPath(new URL("switching.mjs", import.meta.url));

test("killed at 50 random moments, each folder is the old or the new publication as a whole", async () => {
  const seen = new Set<string>();
  // Two at once: each waits most of the time.
  await Promise.all([4, 5].map((seed) => killAgainAndAgain(25, seed, seen)));
  assert.ok(seen.has("A") && seen.has("B"), "both were found standing");
});

async function killAgainAndAgain(times: number, seed: number, seen: Set<string>): Promise<void> {
  const folder = newFolder();
  const of = (letter: string) => publicationOf(folder, letter);
  await writePublication(of("A"));
  const { next: roll } = dice(seed);
  for (let time = 0; time < times; time++) {
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
}

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
