import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const fileAt = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return fileAt(join(path, "index.html"));
  return found?.isFile() ? path : undefined;
};

/**
 * A folder as a web site on this machine, for tests.
 * @param {string} folder
 * @param {Record<string, string>} headers sent with every answer
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serveFolder(folder, headers = {}) {
  const server = createServer(({ url }, response) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname)));
    const file = path === folder || path.startsWith(folder.replace(/[\\/]$/, "") + sep) ? fileAt(path) : undefined;
    if (!file) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve({
        address: `http://127.0.0.1:${server.address().port}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      }),
    ),
  );
}
