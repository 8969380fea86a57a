import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import puppeteer from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { serveFolder } from "../../.scripts/static-server.mjs";

export const elementsFolder = fileURLToPath(new URL("../../packages/widgets/elements/", import.meta.url));

interface Entry {
  file: string;
  imports: string[];
}
export interface Manifest {
  loader: Entry;
  elements: Record<string, Entry>;
  /** The file that a page is given with this many elements or more. */
  together?: Entry & { from: number };
  files: Record<string, string>;
}
export const manifest = (folder = elementsFolder): Manifest => {
  const path = join(folder, "elements.json");
  if (!existsSync(path)) throw new Error("There are no built elements; run `npm run build` first.");
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
};

/** Bytes over the wire, as a server with static compression sends them. */
function brotli(path: string): number {
  const content = readFileSync(path);
  const text = content.toString("latin1");
  const size = known.get(text) ?? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  known.set(text, size);
  return size;
}
/** By what a file holds: most pages load the same ones. */
const known = new Map<string, number>();

export interface Line {
  name: string;
  files: number;
  bytes: number;
  /** What a browser had fetched a second after the picture stood there, nothing having been touched. */
  early?: number;
  budget: number;
}
export interface Budget {
  name: string;
  /** Tags that stand on the page. None: the loader alone. */
  tags: string[];
  bytes: number;
}

/** What a page loads, from nothing, to show these elements: loader, their modules and all these import. No geometry, no document. */
export function weigh(budgets: readonly Budget[], folder = elementsFolder): Line[] {
  const { loader, elements, together } = manifest(folder);
  return budgets.map(({ name, tags, bytes: budget }) => {
    const entries = tags.map((tag) => {
      const entry = elements[tag];
      if (!entry) throw new Error(`no element ${tag} was built`);
      return entry;
    });
    const given = together && tags.length >= together.from ? [together] : entries;
    const files = new Set([loader, ...given].flatMap(({ file, imports }) => [file, ...imports]));
    return { name, files: files.size, bytes: [...files].reduce((sum, file) => sum + brotli(join(folder, file)), 0), budget };
  });
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Bytes of all scripts that a page with these elements has fetched one second after the last was drawn: also those that the elements
 * import only then, so that nothing is saved by fetching it a moment later. `markup` is what stands in the page's body.
 */
export async function fetchedEarly(pages: readonly { markup: string; drawn: number }[]): Promise<number[]> {
  const server = await serveFolder(root);
  const browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
  try {
    const sums: number[] = [];
    for (const { markup, drawn } of pages) {
      const page = await browser.newPage();
      page.setDefaultTimeout(120_000);
      const files = new Set<string>();
      page.on("response", (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.endsWith(".js")) files.add(join(root, decodeURIComponent(pathname)));
      });
      const body = `<!doctype html><html lang="en"><script type="module" src="/packages/widgets/elements/vitrine.js"></script>${markup}</html>`;
      await page.setRequestInterception(true);
      page.on("request", (request) => {
        const own = request.isNavigationRequest();
        void (own ? request.respond({ contentType: "text/html", body }) : request.continue());
      });
      await page.goto(`${server.address}/page.html`);
      await page.waitForFunction((count) => document.querySelectorAll('[state="drawn"]').length === count, {}, drawn);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      sums.push([...files].reduce((sum, file) => sum + brotli(file), 0));
      await page.close();
    }
    return sums;
  } finally {
    await browser.close();
    server.close();
  }
}

export const tabulate = (lines: readonly Line[]): string =>
  [
    "what a page loads, brotli      files    bytes  in its first second   budget",
    ...lines.map(
      ({ name, files, bytes, early, budget }) =>
        `${name.padEnd(28)} ${String(files).padStart(7)} ${String(bytes).padStart(8)} ${String(early ?? "").padStart(20)} ${String(budget).padStart(8)}${Math.max(bytes, early ?? 0) > budget ? "  over" : ""}`,
    ),
  ].join("\n");
