import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";
import puppeteer from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "vitrine-nginx-"));
const folder = join(scratch, "site");
const installed = spawnSync("nginx", ["-v"]).error === undefined;
const skip = installed ? false : "nginx is not installed";
let nginx: ChildProcess | undefined;
let ours: Serving;
let theirs: string;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

before(async () => {
  if (!installed) return;
  mkdirSync(join(scratch, "documents"));
  for (const kind of ["implementation", "access"])
    cpSync(join(root, `test/documents/${kind}/typical.json`), join(scratch, `documents/${kind}.json`));
  const port = await freePort();
  theirs = `http://127.0.0.1:${port}/`;
  await site(join(scratch, "documents"), folder, { elements: join(root, "packages/widgets/elements"), base: theirs });
  // A master that root starts hands its work to a user who may not read a temporary folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${scratch}/${name};`).join(" ");
  writeFileSync(
    join(scratch, "nginx.conf"),
    `daemon off; ${user} pid ${scratch}/pid; error_log ${scratch}/errors; events {}
http { access_log off; ${paths} server { listen 127.0.0.1:${port}; root ${folder}; include ${folder}/nginx.conf; } }\n`,
  );
  nginx = spawn("nginx", ["-c", join(scratch, "nginx.conf"), "-p", scratch, "-e", join(scratch, "errors")], { stdio: "ignore" });
  ours = await serve(folder);
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(theirs).catch(() => undefined);
    if (answer) break;
    if (attempt > 100) throw new Error(`nginx did not start: ${readFileSync(join(scratch, "errors"), "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});
after(async () => {
  nginx?.kill();
  await ours?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const told = [
  "content-type",
  "cache-control",
  "content-security-policy",
  "access-control-allow-origin",
  "cross-origin-resource-policy",
  "x-content-type-options",
  "referrer-policy",
  "content-disposition",
];

test("nginx sends every file of a site with the headers it is meant to have", { skip }, async () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    // What hosts read is not for readers, and nobody says what it is sent as.
    .filter((path) => path !== "_headers" && path !== "nginx.conf");
  assert.ok(files.length > 40);
  const headers = async (address: string, path: string) => {
    const answer = await fetch(address + path);
    assert.equal(answer.status, 200, path);
    await answer.arrayBuffer();
    return told.map((name) => [name, answer.headers.get(name)?.toLowerCase()]);
  };
  for (const path of ["", ...files]) assert.deepEqual(await headers(theirs, path), await headers(ours.address, path), path);
});

test("the gallery and a figure's page that nginx serves draw without one refusal", { skip }, async () => {
  const browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
  try {
    for (const path of ["", "embed/implementation.html"]) {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text())).on("pageerror", (error) => said.push(String(error)));
      await page.goto(theirs + path);
      await page.waitForSelector('cs-implementation-gauge[state="drawn"]', { timeout: 120_000 });
      assert.deepEqual(said, [], path);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
