import { readFile } from "node:fs/promises";
import { resolve, sep } from "node:path";

/** The policy of the strictest page that must still show our elements. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves any file under `/strict/…` with the strict policy: `/strict/test/pages/x.html` is `/test/pages/x.html`. */
export async function strict(context, next) {
  if (!context.path.startsWith("/strict/")) return next();
  context.url = context.url.slice("/strict".length);
  await next();
  context.set("content-security-policy", strictPolicy);
  return undefined;
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Answers that only a test wants, at `/respond`:
 * `file` (from the repository's root) or `body`; `status`; `delay` in ms; `type`; any number of `header=Name: value`;
 * `truncate` to so many bytes while the length still promises all of them; `drop` to end the connection without an answer.
 */
export const respond = (rootDir) =>
  async function respondMiddleware(context, next) {
    if (context.path !== "/respond") return next();
    const { searchParams: query } = new URL(context.url, "http://localhost");
    await wait(Number(query.get("delay") ?? 0));
    if (query.has("drop")) {
      context.status = 200;
      context.respond = false;
      context.res.destroy();
      return undefined;
    }
    const file = query.get("file");
    const path = file && resolve(rootDir, file);
    if (path && !path.startsWith(rootDir.replace(/[\\/]$/, "") + sep)) context.throw(403);
    const body = path ? await readFile(path) : Buffer.from(query.get("body") ?? "");
    const headers = [
      ["content-type", query.get("type") ?? "application/json"],
      ["cache-control", "no-store"],
      ...query.getAll("header").map((header) => header.split(/:\s*(.*)/s, 2)),
    ];
    const status = Number(query.get("status") ?? 200);
    if (!query.has("truncate")) {
      context.status = status;
      for (const [name, value] of headers) context.set(name, value);
      context.body = body;
      return undefined;
    }
    context.respond = false;
    context.res.writeHead(status, { ...Object.fromEntries(headers), "content-length": body.length });
    context.res.write(body.subarray(0, Number(query.get("truncate"))));
    await wait(20);
    context.res.destroy();
    return undefined;
  };
