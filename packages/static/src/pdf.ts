import type { VitrineDocument } from "@vitrine/contract";
import { execFile } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { renderHtml } from "./page.js";
import { Refused } from "./refused.js";
import type { RenderOptions } from "./render.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];
const places = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => {
  const root = process.env[name];
  return root === undefined ? [] : [join(root, "Google/Chrome/Application"), join(root, "Microsoft/Edge/Application")];
});
const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of this machine: the one that `CHROME_PATH` names, or the first that is installed. */
function findChromium(): string | undefined {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined) return isProgram(named) ? named : undefined;
  const folders = [...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean), ...places];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications].find(isProgram);
}

/**
 * A document as a PDF: its page, printed by an installed Chromium, with nothing loaded from elsewhere. A PDF carries the time it was made, so its
 * bytes differ from one time to the next. Refused, with what to install, when there is no Chromium.
 */
export async function renderPdf(document: VitrineDocument, options: Omit<RenderOptions, "theme" | "format"> = {}): Promise<Uint8Array> {
  const page = renderHtml(document, { ...options, theme: "light" });
  const chromium = findChromium();
  if (chromium === undefined)
    throw new Refused(
      "no-chromium",
      "A PDF is printed by Chromium, and none was found; install Chromium, Chrome or Edge, or name one in CHROME_PATH.",
    );
  const folder = mkdtempSync(join(tmpdir(), "vitrine-pdf-"));
  try {
    const [from, to] = [join(folder, "page.html"), join(folder, "page.pdf")];
    writeFileSync(from, page);
    // A superuser, as in a container, has no sandbox to give.
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const quiet = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    const print = ["--headless", `--user-data-dir=${join(folder, "profile")}`, "--no-pdf-header-footer", `--print-to-pdf=${to}`];
    await promisify(execFile)(chromium, [...print, ...quiet, ...sandbox, pathToFileURL(from).href], { timeout: 60_000 });
    return readFileSync(to);
  } catch {
    throw new Refused("pdf", "Chromium did not print this page; start it once by hand to see why, or name another one in CHROME_PATH.");
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
