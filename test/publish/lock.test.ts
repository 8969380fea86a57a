import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { publish, PublishError } from "@vitrine/publish";
import { takeLock } from "../../packages/publish/src/output/lock.ts";
import { config, folderWith, implementation, newFolder, run, teachers } from "./project.ts";

const rows = (met: number) => ["teacher,workshop,stage", ...teachers({ met, started: 30, none: 28, unknown: 26 })].join("\n");
const project = () => folderWith({ "rows.csv": rows(60), "c.json": JSON.stringify(config({ file: "rows.csv" }, implementation)) });
const releases = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, "c.ledger.json"), "utf8")) as { releases: unknown[] }).releases.length;
const left = (folder: string) => readdirSync(folder).filter((name) => name.startsWith(".c."));

test("of two runs of one config at once the second is refused with one sentence, and the ledger has every release", async () => {
  const folder = project();
  const file = join(folder, "c.json");
  let second: Promise<PublishError> | undefined;
  const other = () =>
    publish({ config: file }).then(
      () => assert.fail("both ran"),
      (reason: PublishError) => reason,
    );
  await publish({ config: file, progress: ({ step }) => void (step === "load" && (second ??= other())) });
  const refused = await second!;
  assert.equal(refused.code, "being-published");
  assert.equal(
    refused.message,
    `Another run publishes from ${file} just now: wait until it has ended, or remove ${join(folder, ".c.lock")} when you know that none does.`,
  );
  assert.deepEqual(left(folder), []);
  assert.equal(releases(folder), 1);
  writeFileSync(join(folder, "rows.csv"), rows(90));
  await run(folder, config({ file: "rows.csv" }, implementation));
  assert.equal(releases(folder), 2);
});

test("a run that fails gives the lock back", async () => {
  const folder = folderWith({ "rows.csv": "", "c.json": JSON.stringify(config({ file: "rows.csv" }, implementation)) });
  await assert.rejects(publish({ config: join(folder, "c.json") }), { code: "file-empty" });
  assert.deepEqual(left(folder), []);
});

test("the lock of a process that was killed is taken over, and of many that find it one alone", async () => {
  const lock = join(newFolder(), ".c.lock");
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const held = { vitrine: "lock/1", pid: child.pid, host: hostname(), token: "x" };
  writeFileSync(lock, JSON.stringify(held));
  await assert.rejects(takeLock(lock, "c.json"), { code: "being-published" }, "it still runs");
  child.kill("SIGKILL");
  await new Promise((done) => child.once("exit", done));
  const taken = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(lock, "c.json")));
  const ours = taken.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  assert.equal(ours.length, 1);
  assert.ok(taken.every((one) => one.status === "fulfilled" || (one.reason as PublishError).code === "being-published"));
  await ours[0]!.check();
  await ours[0]!.release();
  assert.equal(existsSync(lock), false);
});

test("a number that another process has now, another machine, and a file of somebody else's", async () => {
  const lock = join(newFolder(), ".c.lock");
  const put = (holder: object | string) => writeFileSync(lock, typeof holder === "string" ? holder : JSON.stringify(holder));
  const own = { vitrine: "lock/1", pid: process.pid, host: hostname(), token: "x" };
  put({ ...own, began: "1" });
  // Where the system does not tell when a process began, its number is all there is.
  if (existsSync("/proc/self/stat")) await (await takeLock(lock, "c.json")).release();
  for (const holder of [{ ...own, host: "elsewhere", pid: 1 }, "not a lock", ""]) {
    put(holder);
    await assert.rejects(takeLock(lock, "c.json"), { code: "being-published" });
  }
});

test("a lock that was taken away stops a run before it writes", async () => {
  const folder = project();
  const progress = ({ step }: { step: string }) => {
    if (step === "check") writeFileSync(join(folder, ".c.lock"), "of another run");
  };
  await assert.rejects(publish({ config: join(folder, "c.json"), progress }), { code: "being-published" });
  assert.equal(existsSync(join(folder, "published")), false);
  assert.equal(readFileSync(join(folder, ".c.lock"), "utf8"), "of another run", "and the other run keeps its own");
});
