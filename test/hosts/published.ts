import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve, site, type Serving } from "@vitrine/static";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const elements = at("../../packages/widgets/elements/");

/** Documents of the published folder: invented ones, by the name they get there. */
const shown = {
  teachers: "implementation/typical.json",
  schools: "access/typical.json",
};

export interface Published {
  /** `http://127.0.0.1:4173/` */
  address: string;
  folder: string;
  close(): Promise<void>;
}

/** A free port, held until it is used: nobody else gets it meanwhile. */
async function holdPort(): Promise<{ port: number; letGo: () => Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, letGo: () => new Promise((resolve) => server.close(resolve)) };
}

/** A folder that `vitrine site` made, on a server of its own. `old/` in it holds a second copy of the elements. */
export async function publish(): Promise<Published> {
  const scratch = mkdtempSync(join(tmpdir(), "vitrine-hosts-"));
  const documents = join(scratch, "documents");
  const folder = join(scratch, "site");
  mkdirSync(documents);
  for (const [name, file] of Object.entries(shown)) cpSync(at(`../documents/${file}`), join(documents, `${name}.json`));
  const { port, letGo } = await holdPort();
  await site(documents, folder, { elements, base: `http://127.0.0.1:${port}/` });
  cpSync(elements, join(folder, "old"), { recursive: true, dereference: true });
  await letGo();
  const serving: Serving = await serve(folder, { port });
  return {
    address: serving.address,
    folder,
    async close() {
      await serving.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

export interface HostPage {
  html: string;
  headers?: Record<string, string>;
}
export interface Host {
  /** Another site than the published folder's: a page has the name it is put under. */
  address: string;
  put(name: string, page: HostPage): string;
  close(): void;
}

/** The partner's own site: whatever is put there, at `http://partner.test`. */
export async function openHost(): Promise<Host> {
  const pages = new Map<string, HostPage>();
  const server: Server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers }).end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://partner.test:${(server.address() as AddressInfo).port}`;
  return {
    address,
    put(name, page) {
      pages.set(`/${name}`, page);
      return `${address}/${name}`;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const keep = (name: string): `${string}.png` => {
  const path = at(`../../.vitrine/screenshots/hosts/${name}.png`) as `${string}.png`;
  mkdirSync(dirname(path), { recursive: true });
  return path;
};
