import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { Refused, serve, type Serving } from "@vitrine/static";

const scratch = mkdtempSync(join(tmpdir(), "vitrine-serve-"));
const folder = join(scratch, "site");
let serving: Serving;

before(async () => {
  mkdirSync(join(folder, "documents"), { recursive: true });
  mkdirSync(join(folder, ".git"));
  for (const [name, text] of Object.entries({
    "index.html": "<!doctype html><title>x</title>",
    "vitrine.css": "a{}",
    "vitrine.js": "export {}",
    "documents/a.json": "{}",
    ".git/config": "secret",
    ".env": "secret",
    "strange.xyz": "?",
  }))
    writeFileSync(join(folder, name), text);
  writeFileSync(join(scratch, "outside.txt"), "secret");
  symlinkSync(join(scratch, "outside.txt"), join(folder, "link.txt"));
  symlinkSync(scratch, join(folder, "up"));
  symlinkSync(join(folder, "vitrine.css"), join(folder, "inner.css"));
  serving = await serve(folder);
});
after(async () => {
  await serving.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Sends a path as it is: no client tidies the dots away. */
const get = (path: string, { method = "GET", host }: { method?: string; host?: string } = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((done, failed) => {
    const { hostname, port } = new URL(serving.address);
    const asked = request({ hostname, port, path, method, ...(host !== undefined && { headers: { host } }) }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => done({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.on("error", failed).end();
  });

test("it listens on this machine only and says where", () => {
  assert.match(serving.address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test("files come with their type, the strict policy and no sniffing; documents are never kept", async () => {
  const types = {
    "/": "text/html; charset=utf-8",
    "/vitrine.css?v=1": "text/css; charset=utf-8",
    "/vitrine.js": "text/javascript; charset=utf-8",
    "/strange.xyz": "application/octet-stream",
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await get(path);
    assert.equal(status, 200, path);
    assert.equal(headers["content-type"], type);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(
      headers["content-security-policy"],
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'",
    );
  }
  assert.equal((await get("/documents/a.json")).headers["cache-control"], "no-store");
  assert.equal((await get("/inner.css")).status, 200);
});

test("nothing outside the folder and no hidden file is given away", async () => {
  for (const path of [
    "/../outside.txt",
    "/documents/../../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/..%5coutside.txt",
    "/%252e%252e/outside.txt",
    "/link.txt",
    "/up/outside.txt",
    "/.env",
    "/.git/config",
    "/%2eenv",
    "/vitrine.css%00.html",
    "/%ff",
    "//etc/passwd",
    "/documents/",
  ]) {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /secret/);
  }
});

test("only reading is allowed, and only under this machine's own names", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) assert.equal((await get("/", { method })).status, 405);
  const head = await get("/", { method: "HEAD" });
  assert.deepEqual([head.status, head.body], [200, ""]);
  assert.equal((await get("/", { host: "rebound.example" })).status, 421);
});

test("a folder without its slash is sent to the one with it, never to another host", async () => {
  const { status, headers } = await get("/documents");
  assert.deepEqual([status, headers.location], [308, "/documents/"]);
  assert.equal((await get("//documents")).headers.location, "/documents/");
});

test("a folder that is not a site is not opened to other pages", async () => {
  assert.equal((await get("/documents/a.json")).headers["access-control-allow-origin"], undefined);
});

test("a site is served with the headers it is published with", async () => {
  writeFileSync(join(folder, "site.json"), '{"vitrine": "site/1"}');
  for (const name of ["r/0123456789abcdef/files/a.html", "assets/page.0123456789.css", "elements/cs-a.AAAAAA.js", "elements/vitrine.js"]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "");
  }
  const site = await serve(folder);
  const headers = async (path: string) => (await fetch(site.address + path)).headers;
  const forEver = "public, max-age=31536000, immutable";
  const forNow = "public, max-age=60, stale-while-revalidate=86400";
  try {
    for (const [path, kept] of [
      ["", forNow],
      ["documents/a.json", forNow],
      ["elements/vitrine.js", forNow],
      ["elements/cs-a.AAAAAA.js", forEver],
      ["assets/page.0123456789.css", forEver],
      ["r/0123456789abcdef/files/a.html", forEver],
    ] as const) {
      const sent = await headers(path);
      assert.equal(sent.get("cache-control"), kept, path);
      assert.equal(sent.get("access-control-allow-origin"), "*", path);
      assert.equal(sent.get("content-disposition"), path.includes("files/") ? "attachment" : null, path);
    }
  } finally {
    await site.close();
    rmSync(join(folder, "site.json"));
  }
});

test("a taken port, a file and a missing folder are refused with a sentence", async () => {
  const port = Number(new URL(serving.address).port);
  await assert.rejects(serve(folder, { port }), (error) => error instanceof Refused && error.code === "port");
  for (const wrong of [join(folder, "index.html"), join(scratch, "nowhere")])
    await assert.rejects(serve(wrong), (error) => error instanceof Refused && error.code === "file");
});
