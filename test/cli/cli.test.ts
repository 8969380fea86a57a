import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileFault, site } from "@vitrine/static";
import { main, type Io } from "../../packages/cli/src/main.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const goldens = new URL("../goldens/cli/", import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), "vitrine-cli-"));
const at = (name: string) => join(scratch, name);
const sample = (name: string) => join(root, "test/documents/implementation", `${name}.json`);
const changed = (name: string, more: object) =>
  writeFileSync(at(name), JSON.stringify({ ...(JSON.parse(readFileSync(sample("typical"), "utf8")) as object), ...more }));

before(() => {
  cpSync(sample("typical"), at("good.json"));
  cpSync(sample("partner"), at("partner.json"));
  changed("research.json", { audience: { kind: "research" } });
  changed("bad.json", { met: 3, secretcolumn: "Ada Lovelace", asOf: "yesterday", sources: [] });
  writeFileSync(at("broken.json"), '{"title": "Ada Lovelace"');
  writeFileSync(at("list.json"), "[1, 2]");
  writeFileSync(at("empty.json"), "");
  writeFileSync(at("picture.json"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]));
  writeFileSync(at("latin.json"), Buffer.from([0x22, 0xe9, 0x22]));
  mkdirSync(at("nothing"));
  mkdirSync(at("folder"));
  cpSync(sample("no-target"), at("folder/b.json"));
  cpSync(sample("typical"), at("folder/a.json"));
  writeFileSync(at("folder/publication.index"), "{}");
  writeFileSync(at("folder/notes.txt"), "not a document");
  symlinkSync(at("loop.json"), at("loop.json"));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs one command line in this process. What it printed names the scratch folder as `…`. */
async function vitrine(...words: string[]): Promise<{ exit: number; out: string; err: string; progress: string[] }> {
  const printed = { out: "", err: "", progress: [] as string[] };
  const tidy = (text: string) => text.replaceAll(scratch, "…").replaceAll(root, "");
  const io: Io = {
    out: (text) => void (printed.out += `${tidy(text)}\n`),
    err: (text) => void (printed.err += `${tidy(text)}\n`),
    progress: (text) => void (text !== undefined && printed.progress.push(text)),
    interrupted: () => Promise.resolve(),
  };
  const exit = await main(words, io);
  assert.doesNotMatch(printed.out + printed.err, /\n\s+at |node:internal|Ada|Lovelace|secretcolumn/, "no stack, no value from the data");
  return { exit, ...printed };
}

/** Compares with `test/goldens/cli/<name>.txt`; UPDATE_GOLDENS=1 takes what is printed now. */
function matchText(name: string, text: string) {
  const golden = new URL(`${name}.txt`, goldens);
  if (process.env["UPDATE_GOLDENS"]) {
    mkdirSync(goldens, { recursive: true });
    writeFileSync(golden, text);
  }
  assert.equal(
    text,
    readFileSync(golden, "utf8"),
    `${name} prints something else now. If that is meant: UPDATE_GOLDENS=1 npx tsx --test test/cli/cli.test.ts`,
  );
}

test("help names every command, and every command has its own", async () => {
  const all = await vitrine("--help");
  assert.equal(all.exit, 0);
  const each = [];
  for (const name of ["init", "publish", "check", "render", "newsletter", "site", "serve"]) {
    const { exit, out } = await vitrine(name, "--help");
    assert.equal(exit, 0);
    each.push(out);
  }
  matchText("help", [all.out, ...each].join("\n"));
  assert.deepEqual(await vitrine("help", "render"), await vitrine("render", "--help"));
  assert.deepEqual(await vitrine("help"), all);
  assert.equal((await vitrine("help", "paint")).exit, 2);
});

test("the version is that of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8")) as { version: string };
  assert.deepEqual(await vitrine("--version"), { exit: 0, out: `${version}\n`, err: "", progress: [] });
});

test("a call that cannot be understood exits with 2 and one sentence, and nothing on the output", async () => {
  const calls = [
    [],
    ["draw"],
    ["check"],
    ["check", "a.json", "--colour"],
    ["check", at("good.json"), "--audience", "everybody"],
    ["check", at("good.json"), "--audience"],
    ["check", at("good.json"), "--json=yes"],
    ["render", at("good.json")],
    ["render", at("good.json"), "--out", "x.jpg"],
    ["render", at("good.json"), at("good.json"), "--out", "x.svg"],
    ["render", at("good.json"), "--out", "x.svg", "--width", "wide"],
    ["render", at("good.json"), "--out", at("x.svg"), "--width", "100"],
    ["render", at("good.json"), "--out", "x.svg", "--theme", "blue"],
    ["render", at("good.json"), "--out", "x.svg", "--scale", "2"],
    ["render", at("good.json"), "--out", "x.svg", "--as", "poster"],
    ["render", at("good.json"), "--out", "x.html", "--as", "card"],
    ["render", at("good.json"), "--out", "x.pdf", "--theme", "dark"],
    ["render", at("good.json"), "--out", "x.png", "--as", "card", "--width", "300"],
    ["render", at("good.json"), "--out", at("x.png"), "--scale", "9"],
    ["render", at("good.json"), "--out", at("x.svg"), "--lang", "tlh"],
    ["newsletter", at("good.json")],
    ["newsletter", "--out", at("letter")],
    ["newsletter", at("good.json"), "--out", at("letter"), "--base", "example"],
    ["newsletter", at("good.json"), "--out", at("letter"), "--lang", "tlh"],
    ["site", at("folder")],
    ["site", at("folder"), "--out", at("site"), "--base", "example"],
    ["site", at("folder"), "--out", at("site"), "--partner-dir", at("site")],
    ["site", at("folder"), "--partner-dir", at("site"), "--base", "https://example.org/"],
    ["serve", at("folder"), "--port", "70000"],
    ["init"],
    ["publish"],
  ];
  const said = [];
  for (const words of calls) {
    const { exit, out, err } = await vitrine(...words);
    assert.equal(exit, 2, words.join(" "));
    assert.equal(out, "");
    if (words.length > 0) assert.equal(err.trim().split("\n").length, 1, err);
    said.push(`$ vitrine ${words.join(" ").replaceAll(scratch, "…")}\n${err}`);
  }
  matchText("usage", said.join("\n"));
});

test("check says of each document, file or folder whether it is valid and what to do", async () => {
  const names = [
    "good.json",
    "partner.json",
    "research.json",
    "folder",
    "bad.json",
    "broken.json",
    "list.json",
    "empty.json",
    "picture.json",
    "latin.json",
    "missing.json",
    "nothing",
    "loop.json",
  ];
  const { exit, out, err } = await vitrine("check", ...names.map(at));
  assert.equal(exit, 1);
  assert.equal(err, "");
  matchText("check", out);
  assert.equal((await vitrine("check", at("good.json"), at("folder"))).exit, 0);
});

test("check for a reader refuses what that reader may not see", async () => {
  const partner = (JSON.parse(readFileSync(at("partner.json"), "utf8")) as { audience: { id: string } }).audience.id;
  const exits = async (who: string) =>
    Promise.all(["good", "partner", "research"].map(async (name) => (await vitrine("check", at(`${name}.json`), "--audience", who)).exit));
  assert.deepEqual(await exits("public"), [0, 1, 1]);
  assert.deepEqual(await exits(`partner:${partner}`), [0, 0, 1]);
  assert.deepEqual(await exits("partner:someone-else"), [0, 1, 1]);
});

test("check --json gives the same findings to programs", async () => {
  const { exit, out } = await vitrine("check", at("good.json"), at("bad.json"), "--json");
  assert.equal(exit, 1);
  const findings = JSON.parse(out) as { file: string; ok: boolean; schema?: string; issues: { code: string; path: string }[] }[];
  assert.deepEqual(
    findings.map(({ ok, schema }) => ({ ok, schema })),
    [
      { ok: true, schema: "implementation/1" },
      { ok: false, schema: undefined },
    ],
  );
  assert.ok(findings[1]!.issues.some(({ code, path }) => code === "bad-date" && path === "$.asOf"));
});

test("a file too large to be a document is refused unread, in a moment", async () => {
  writeFileSync(at("huge.json"), "");
  truncateSync(at("huge.json"), 5_000_000_000);
  let fastest = Infinity;
  for (let round = 0; round < 5 && fastest >= 1000; round++) {
    const started = performance.now();
    const { exit, out } = await vitrine("check", at("huge.json"));
    fastest = Math.min(fastest, performance.now() - started);
    assert.equal(exit, 1);
    assert.match(out, /too-large/);
  }
  assert.ok(fastest < 1000);
  rmSync(at("huge.json"));
});

test("render writes the picture its ending asks for, the same bytes each time", async () => {
  for (const [file, begins] of [
    ["a.svg", "<svg "],
    ["a.PNG", "\u0089PNG"],
    ["a.html", "<!doctype html>"],
    ["card.png", "\u0089PNG"],
    ["thumbnail.svg", "<svg "],
  ] as const) {
    const size = /^[a-z]{2,}/.test(file) ? ["--as", file.split(".")[0]!] : ["--width", "480"];
    const words = ["render", at("good.json"), "--out", at(file), ...size, "--theme", "dark", "--lang", "es"];
    assert.deepEqual(await vitrine(...words), { exit: 0, out: `Wrote …/${file}\n`, err: "", progress: [] });
    const first = readFileSync(at(file));
    assert.ok(first.toString("latin1").startsWith(begins));
    await vitrine(...words);
    assert.deepEqual(readFileSync(at(file)), first);
  }
});

test("render draws many documents, each into a file of its own name, and refuses all when one may not be drawn", async () => {
  const words = ["render", at("folder/b.json"), at("good.json"), "--to", "svg", "--out", at("many")];
  const { exit, out, progress } = await vitrine(...words);
  assert.deepEqual({ exit, out }, { exit: 0, out: "Wrote 2 files into …/many\n" });
  assert.equal(progress.length, 2);
  assert.deepEqual(readdirSync(at("many")).sort(), ["b.svg", "good.svg"]);
  rmSync(at("many"), { recursive: true });
  assert.equal((await vitrine("render", at("good.json"), at("partner.json"), "--to", "svg", "--out", at("many"))).exit, 1);
  assert.ok(!existsSync(at("many")));
});

test("render draws a partner's document only for one who names that partner, and research for nobody", async () => {
  const { id } = (JSON.parse(readFileSync(at("partner.json"), "utf8")) as { audience: { id: string } }).audience;
  const draw = (name: string, ...more: string[]) => vitrine("render", at(name), "--out", at("p.svg"), ...more);
  for (const call of [
    await draw("partner.json"),
    await draw("partner.json", "--partner", "someone-else"),
    await draw("research.json"),
    await draw("research.json", "--partner", id),
  ]) {
    assert.equal(call.exit, 1);
    assert.ok(!call.err.includes(id));
    assert.ok(!existsSync(at("p.svg")));
  }
  assert.equal((await draw("partner.json", "--partner", id)).exit, 0);
});

test("newsletter makes a folder to copy from, in the order the documents are named", async () => {
  const words = [
    "newsletter",
    at("folder/b.json"),
    at("good.json"),
    "--out",
    at("letter"),
    "--lang",
    "es",
    "--base",
    "https://example.org/cs",
  ];
  const { exit, out, err, progress } = await vitrine(...words);
  assert.deepEqual({ exit, out, err }, { exit: 0, out: "Wrote …/letter with 2 blocks. Copy them from …/letter/index.html\n", err: "" });
  assert.equal(progress.length, 2);
  const addresses = [...readFileSync(at("letter/letter.html"), "utf8").matchAll(/https:\/\/example\.org\/cs\/embed\/([\w-]+)\.html/g)];
  assert.deepEqual(
    addresses.slice(0, 2).map(([, stem]) => stem),
    ["b", "good"],
  );
});

test("what cannot be read or written is refused with a sentence and no half-made file", async () => {
  const said = [];
  for (const words of [
    ["render", at("missing.json"), "--out", at("x.svg")],
    ["render", at("folder"), "--out", at("x.svg")],
    ["render", at("bad.json"), "--out", at("x.svg")],
    ["render", at("good.json"), "--out", at("good.json/x.svg")],
    ["newsletter", at("missing.json"), "--out", at("x")],
    ["newsletter", at("partner.json"), "--out", at("x")],
    ["newsletter", at("good.json"), at("research.json"), "--out", at("x")],
    ["newsletter", at("bad.json"), "--out", at("x")],
    ["newsletter", at("good.json"), "--out", at("folder")],
    ["newsletter", at("folder"), "--out", at("folder/letter")],
    ["site", at("missing"), "--out", at("x")],
    ["site", at("good.json"), "--out", at("x")],
    ["site", at("nothing"), "--out", at("x")],
    ["serve", at("missing")],
    ["serve", at("good.json")],
  ]) {
    const { exit, err } = await vitrine(...words);
    assert.equal(exit, 1, words.join(" "));
    said.push(`$ vitrine ${words.join(" ").replaceAll(scratch, "…")}\n${err}`);
  }
  assert.ok(!existsSync(at("x.svg")) && !existsSync(at("x")));
  matchText("refused", said.join("\n"));
});

test("a place that may not be written, a full disk and a read-only one are each told in a sentence", () => {
  for (const [code, says] of [
    ["EACCES", /may not be read or written/],
    ["ENOSPC", /disk is full/],
    ["EROFS", /cannot be written/],
  ] as const)
    assert.match(fileFault(Object.assign(new Error(), { code }), "out.svg")!.message, says);
  assert.equal(fileFault(new TypeError("ours"), "out.svg"), undefined);
});

/** Runs the command as a user does, with its output in a pipe. */
function run(words: string[], until?: (out: string) => boolean) {
  const child = spawn(process.execPath, [join(root, "packages/cli/bin/vitrine.js"), ...words], { cwd: scratch });
  let out = "";
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (until?.(out)) child.kill("SIGINT");
  });
  return new Promise<{ exit: number | null; out: string; err: string }>((done) => child.on("close", (exit) => done({ exit, out, err })));
}

test("from raw rows to a served page: init, publish, site, serve, stopped by Ctrl+C; silent in a pipe", async () => {
  const steps = [
    ["init", "project"],
    ["publish", "project/vitrine.json"],
    ["check", "project/published"],
  ];
  for (const words of steps) {
    const { exit, err } = await run(words);
    assert.deepEqual({ exit, err }, { exit: 0, err: "" }, words.join(" "));
  }
  // The elements are built by Vite, which this test does without.
  mkdirSync(at("elements"));
  writeFileSync(at("elements/vitrine.js"), "export {};\n");
  // One document: the whole project's site is made, and looked at, in strict.test.ts.
  mkdirSync(at("one"));
  cpSync(at("project/published/riverbend-implementation.json"), at("one/riverbend-implementation.json"));
  await site(at("one"), at("site"), { elements: at("elements") });
  const { exit, out, err } = await run(["serve", "site", "--port", "0"], (text) => text.includes("http://"));
  assert.deepEqual({ exit, err }, { exit: 0, err: "" });
  assert.match(out, /^Serving site at http:\/\/127\.0\.0\.1:\d+\/ \(stop with Ctrl\+C\)\n$/);
});

test("a partner's documents: kept apart by publish, refused by site and newsletter, given a folder of their own", async () => {
  const folder = at("mine");
  assert.equal((await vitrine("init", folder)).exit, 0);
  assert.match((await vitrine("init", at("of my own"))).out, /vitrine publish "…\/of my own\/vitrine\.json"\n$/, "a line to copy");
  const published = await vitrine("publish", join(folder, "vitrine.json"));
  assert.match(
    published.out,
    /Wrote 6 documents to …\/mine\/published\nWrote 1 document for riverbend-partner alone to …\/mine\/published-partner-riverbend-partner: confidential/,
  );
  const own = join(folder, "published-partner-riverbend-partner");
  const calls = [
    ["site", own, "--out", at("everybody")],
    ["newsletter", own, "--out", at("everybody")],
    ["site", join(folder, "published"), "--partner-dir", at("everybody")],
    ["serve", own, "--partner-dir", join(folder, "published")],
  ];
  const said = [];
  for (const words of calls) {
    const { exit, out, err } = await vitrine(...words);
    assert.deepEqual({ exit, out }, { exit: 1, out: "" }, words.join(" "));
    said.push(`$ vitrine ${words.join(" ").replaceAll(scratch, "…")}\n${err}`);
  }
  assert.ok(!existsSync(at("everybody")));
  matchText("partner", said.join("\n"));
});

test("publish says how many corrections could not be applied, and stops for those of another revision", async () => {
  const folder = at("corrected");
  await vitrine("init", folder);
  const config = join(folder, "vitrine.json");
  const asked = {
    schema: "corrections/1",
    roster: { id: "riverbend-roster", revision: 1 },
    confidentiality: "For the partner alone.",
    additions: [],
  };
  const entries = [
    { row: "E10001", mark: "not-a-teacher" },
    { row: "E99999", mark: "met-bar-in-dispute" },
  ];
  writeFileSync(join(folder, "corrections.json"), JSON.stringify({ ...asked, entries }));
  const roster = '"id": "riverbend-roster",';
  const text = readFileSync(config, "utf8").replace(roster, `${roster} "corrections": ["corrections.json"],`);
  writeFileSync(config, text);
  const stopped = await vitrine("publish", config);
  assert.equal(stopped.exit, 1);
  assert.match(stopped.err, /corrects revision 1 of "riverbend-roster", and this is revision 1: raise "revision" in the config/);
  writeFileSync(config, text.replace(roster, `${roster} "revision": 2,`));
  const { exit, out } = await vitrine("publish", config);
  assert.equal(exit, 0);
  assert.match(out, /Of 2 corrections 1 could not be applied; the report says why\./);
  assert.match(
    readFileSync(join(folder, "vitrine.report.txt"), "utf8"),
    /met-bar-in-dispute E99999: conflicting; no row of the roster has this id/,
  );
});

test("the command exits with what it found: 0, 1 and 2", async () => {
  const exits = await Promise.all([["check", "good.json"], ["check", "bad.json"], ["chekc"]].map(async (words) => (await run(words)).exit));
  assert.deepEqual(exits, [0, 1, 2]);
});
