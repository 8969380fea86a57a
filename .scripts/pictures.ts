/** Makes the pictures of the README from the sample site, as a reader's browser shows it: `npm run build && npm run pictures`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { chromeArguments, findChrome } from "./browser.mjs";
import { serveFolder } from "./static-server.mjs";

const pictures: { name: string; page: string; tag: string; width: number }[] = [
  { name: "implementation-gauge", page: "riverbend-implementation", tag: "cs-implementation-gauge", width: 760 },
  { name: "school-access-map", page: "riverbend-access-20", tag: "cs-school-access-map", width: 1000 },
];

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "stories/pictures");
const folder = mkdtempSync(join(tmpdir(), "vitrine-pictures-"));
const vitrine = (...words: string[]) => execFileSync(process.execPath, [join(root, "packages/cli/bin/vitrine.js"), ...words]);
vitrine("init", join(folder, "sample"));
vitrine("publish", join(folder, "sample/vitrine.json"));
vitrine("site", join(folder, "sample/published"), "--out", join(folder, "site"));

const server = await serveFolder(join(folder, "site"));
const browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
mkdirSync(out, { recursive: true });
for (const { name, page: file, tag, width } of pictures)
  for (const scheme of ["light", "dark"]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900, deviceScaleFactor: 1.5 });
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.goto(`${server.address}/embed/${file}.html`, { waitUntil: "networkidle0" });
    const element = await page.waitForSelector(`${tag}[state="drawn"]`);
    await page.waitForNetworkIdle({ idleTime: 300 });
    await element!.screenshot({ path: join(out, `${name}.${scheme}.png`) as `${string}.png` });
    await page.close();
  }
await browser.close();
server.close();
rmSync(folder, { recursive: true });
