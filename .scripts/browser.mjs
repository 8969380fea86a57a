import { existsSync } from "node:fs";
import { Trouble } from "./run.mjs";

/** For every Chromium we start: no sandbox (tests run as root in a container), no background traffic. */
export const chromeArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--force-color-profile=srgb",
  // Another site, for tests of what may come from one: the same machine by another name.
  "--host-resolver-rules=MAP *.test 127.0.0.1",
];

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const libraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];

/** Milliseconds: beside other work a browser may start, and answer, many times later than alone. */
const patient = { timeout: 180_000, protocolTimeout: 600_000 };

/**
 * The Chromium to use: `CHROME_PATH`, else an installed one, else the one from npm (unpacked once).
 * A `CHROME_PATH` that does not exist means "no installed one".
 * @returns {Promise<{executablePath: string, headless: true | "shell", timeout: number, protocolTimeout: number}>} what Puppeteer is started with
 */
export async function findChrome() {
  const found = (process.env.CHROME_PATH === undefined ? installed : [process.env.CHROME_PATH]).find((path) => existsSync(path));
  if (found) return { executablePath: found, headless: true, ...patient };
  if (process.platform !== "linux")
    throw new Trouble("No Chrome or Chromium was found: install one, or name its program in the environment variable CHROME_PATH.");
  // Asked to, the package brings the libraries along that a bare system lacks.
  if (!libraries.some((folder) => existsSync(`${folder}/libnss3.so`))) process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return { executablePath: await packaged.executablePath(), headless: "shell", ...patient };
}
