import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, resolve, sep } from "node:path";
import { withFile } from "./files.js";
import { commonHeaders, headersOf, openHeaders, privateHeaders } from "./headers.js";
import { Refused } from "./refused.js";
import { isSite } from "./folder.js";
import { isForPartner } from "./partner.js";

export interface Serving {
  /** `http://127.0.0.1:4173/` */
  address: string;
  /** Where a partner's folder is, when one is served: `http://127.0.0.1:4173/partner/` */
  partner?: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".xml": "text/xml; charset=utf-8",
};

/**
 * Serves a folder on this machine only, for a look: under the headers a site is published with, no dotfiles, nothing outside the folder.
 * A folder for one partner is served under headers that let nobody keep it.
 * @param port 0 takes any free one @param partner a folder for one partner, served beside the other one under `/partner/`
 */
export async function serve(folder: string, { port = 0, partner }: { port?: number; partner?: string } = {}): Promise<Serving> {
  const root = rootOf(folder);
  const other = partner === undefined ? undefined : rootOf(partner);
  if (other && !other.secret)
    throw new Refused("partner-dir", "This folder is not for one partner; name one that vitrine site --partner-dir made.", partner);
  const server = createServer((request, response) => {
    const inner = other && /^\/partner(?=\/|$)/.test(request.url ?? "/");
    if (!inner) return answer(root, request.url ?? "/", "", request, response);
    return answer(other, request.url!.slice("/partner".length), "/partner", request, response);
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", (error) => failed(portFault(error)));
    server.listen(port, "127.0.0.1", listening);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    ...(other && { partner: `${address}partner/` }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Root {
  folder: string;
  headers: Readonly<Record<string, string>>;
  /** For one partner: nothing of it may be kept. */
  secret: boolean;
  /** Of public documents: kept as its headers say. */
  open: boolean;
}

function rootOf(folder: string): Root {
  if (!withFile(folder, () => statSync(folder)).isDirectory())
    throw new Refused("file", "This is a file; name the folder of a site.", folder);
  const real = realpathSync(resolve(folder));
  const secret = isForPartner(real);
  // Only a site of public documents is open to other pages of this machine's browser.
  const open = !secret && isSite(real);
  return { folder: real, secret, open, headers: { ...commonHeaders, ...(secret ? privateHeaders : open && openHeaders) } };
}

function portFault(error: Error): Error {
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") return new Refused("port", "This port is taken; give another one with --port, or 0 for any free one.");
  if (code === "EACCES") return new Refused("port", "This port may not be used; give one above 1023 with --port.");
  return error;
}

/** @param url the request's, below `mount` */
function answer(
  { folder: root, headers, secret, open }: Root,
  url: string,
  mount: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const say = (status: number, more: Record<string, string> = {}) =>
    response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8", ...more }).end(`${status}\n`);
  // Another name for this machine would let a foreign page read the folder (DNS rebinding).
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) return say(421);
  if (request.method !== "GET" && request.method !== "HEAD") return say(405, { Allow: "GET, HEAD" });
  const path = url === "" ? "" : pathOf(url);
  const found = path === undefined ? undefined : find(root, path);
  if (found === undefined) return say(404);
  if (found.folder) return say(308, { Location: encodeURI(`${mount}${path}/`).replace(/^\/+/, "/") });
  const type = types[extname(found.file).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, {
    ...headers,
    "Content-Type": type,
    "Content-Length": found.size,
    ...(open && headersOf(relative(root, found.file).replaceAll(sep, "/"))),
    ...(!secret && !open && { "Cache-Control": extname(found.file) === ".json" ? "no-store" : "no-cache" }),
  });
  if (request.method === "HEAD") return response.end();
  const stream = createReadStream(found.file);
  stream.once("error", () => response.destroy());
  return stream.pipe(response);
}

/** The path of a request, decoded once. `undefined` for one that could leave the folder or name a hidden file. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
    const steps = path.split(/[/\\]/);
    return path.startsWith("/") && !path.includes("\0") && !path.includes("\\") && steps.every((step) => !step.startsWith("."))
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}

function find(root: string, path: string): { file: string; size: number; folder: boolean } | undefined {
  try {
    const file = realpathSync(join(root, path.endsWith("/") ? `${path}index.html` : path));
    if (file !== root && !file.startsWith(root + sep)) return undefined;
    const stat = statSync(file);
    return stat.isFile() || stat.isDirectory() ? { file, size: stat.size, folder: stat.isDirectory() } : undefined;
  } catch {
    return undefined;
  }
}
