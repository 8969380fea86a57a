import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { chromeArguments, findChrome } from "./browser.mjs";
import { root } from "./run.mjs";
import { serveFolder } from "./static-server.mjs";

/**
 * Opens every story of the built Storybook and fails on an axe violation, an exception or anything said on the console: light, by all of
 * axe's rules, then dark, by those that look at colours, which are all that change.
 * `--screenshots` keeps a picture of each in `.vitrine/stories`; other words choose stories by id.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const screenshots = process.argv.includes("--screenshots") && join(root, ".vitrine/stories");
const folder = join(root, "storybook-static");
const tabs = 3;

/** What our own emulation makes of a state that a page cannot bring about. */
const media = { "forced-colours": { features: [{ name: "forced-colors", value: "active" }] }, print: { media: "print" } };
const stateOf = (id) => Object.keys(media).find((state) => id.endsWith(`--state-${state}`));

/** Runs in a page of Storybook: shows another story, and tells how it ended and all that went wrong on the way. */
async function showStory(storyId) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const fatal = ["storyThrewException", "storyErrored", "storyMissing"];
  const heard = [];
  const on = (event, hear) => {
    channel.on(event, hear);
    heard.push([event, hear]);
  };
  const ended = await new Promise((resolve) => {
    const faults = [];
    setTimeout(() => resolve({ faults: [...faults, "the story did not finish in two minutes"], reporters: [] }), 120_000);
    for (const event of [...fatal, "playFunctionThrewException", "unhandledErrorsWhilePlaying"])
      on(event, (error) => {
        faults.push(`${event}: ${error?.message ?? error?.description ?? JSON.stringify(error)}`);
        if (fatal.includes(event)) resolve({ faults, reporters: [] });
      });
    on("storyFinished", (end) => end.storyId === storyId && resolve({ status: end.status, faults, reporters: end.reporters }));
    const now = globalThis.__STORYBOOK_PREVIEW__?.currentSelection?.storyId;
    if (now === storyId) channel.emit("forceRemount", { storyId });
    else channel.emit("setCurrentStory", { storyId, viewMode: "story" });
  });
  for (const [event, hear] of heard) channel.off(event, hear);
  return ended;
}

/** Runs in a page of Storybook, which has axe: what the story looks like now, in the colours of the moment. */
async function lookAtColours() {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const rules = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };
  const { violations } = await globalThis.axe.run("#storybook-root", rules);
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => ({ target })) }));
}

const violations = ({ reporters }) =>
  told(reporters.filter(({ type }) => type === "a11y").flatMap(({ result }) => result?.violations ?? []));
const told = (found) =>
  found.map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help} (${nodes
        .map(({ target }) => target.flat(Infinity).join(" "))
        .slice(0, 3)
        .join("; ")})`,
  );

/** Loads Storybook's preview, once for each tab: going from story to story afterwards takes half the time. */
async function open(page, address, id) {
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase === "finished");
}

/** Returns what is wrong in light, and what is in dark. */
async function check({ page, client, address, fresh }, id) {
  const said = [];
  const hear = (message) => {
    const { url = "" } = message.location();
    if (["error", "warn", "warning"].includes(message.type()) && !url.endsWith("/favicon.ico"))
      said.push(`console: ${message.text()} (${url.replace(address, "")})`);
  };
  const broke = (error) => said.push(`error: ${error.message}`);
  page.on("console", hear).on("pageerror", broke);
  try {
    const state = media[stateOf(id)] ?? {};
    const emulate = (scheme) =>
      client.send("Emulation.setEmulatedMedia", {
        media: state.media ?? "",
        features: [
          { name: "prefers-color-scheme", value: scheme },
          { name: "prefers-reduced-motion", value: "reduce" },
          ...(state.features ?? []),
        ],
      });
    const keep = async (scheme) => {
      if (!screenshots) return;
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${id}.${scheme}.png`), fullPage: true });
    };
    await page.setViewport({ width: id.endsWith("1200-px") ? 1200 : 800, height: 900 });
    await emulate("light");
    if (fresh) await open(page, address, id);
    const ended = await page.evaluate(showStory, id);
    if (ended.status && ended.status !== "success" && violations(ended).length === 0) said.push(`status: ${ended.status}`);
    if (!ended.reporters.some(({ type }) => type === "a11y") && ended.faults.length === 0) said.push("axe did not run");
    await keep("light");
    const light = [...new Set([...ended.faults, ...violations(ended), ...said.splice(0)])];
    await emulate("dark");
    const colours = await page.evaluate(lookAtColours);
    await keep("dark");
    return { light, dark: [...new Set([...told(colours), ...said])] };
  } catch (error) {
    return { light: [...said, error.message], dark: ["not looked at"] };
  } finally {
    page.off("console", hear).off("pageerror", broke);
  }
}

if (!existsSync(join(folder, "index.json"))) throw new Error("There is no built Storybook; run `npm test -- storybook` first.");
const { entries } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
const stories = Object.values(entries).filter(
  ({ type, id }) => type === "story" && (words.length === 0 || words.some((word) => id.includes(word))),
);
const jobs = stories.map(({ id }) => id);
const server = await serveFolder(folder);
const browser = await puppeteer.launch({
  ...(await findChrome()),
  args: [...chromeArguments, "--disable-renderer-backgrounding", "--disable-background-timer-throttling"],
});
const counts = { passed: 0, failed: 0 };
try {
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const page = await (await browser.createBrowserContext()).newPage();
      page.setDefaultTimeout(180_000);
      const tab = { page, client: await page.createCDPSession(), address: server.address, fresh: true };
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const found = await check(tab, job);
        tab.fresh = found.light.length + found.dark.length > 0;
        for (const [scheme, faults] of Object.entries(found)) {
          counts[faults.length > 0 ? "failed" : "passed"]++;
          if (faults.length > 0) process.stdout.write(`  ✗ ${job}, ${scheme}\n${faults.map((fault) => `    ${fault}\n`).join("")}`);
        }
      }
    }),
  );
} finally {
  await browser.close();
  server.close();
}
process.stdout.write(`@counts passed=${counts.passed} failed=${counts.failed} skipped=0\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;
