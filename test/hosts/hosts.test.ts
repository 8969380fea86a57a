import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import test, { after, before } from "node:test";
import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import sanitize from "sanitize-html";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { keep, openHost, publish, type Host, type HostPage, type Published } from "./published.ts";

// Pages as hosts make them, each by its documented rules, with what a partner's editor copies from the gallery. A number is the ask it answers,
// of those that users of other tools make again and again.

type Kind = "element" | "figure" | "frame" | "block";

let figures: Published;
let host: Host;
let browser: Browser;
/** What the gallery gives to copy, as a browser shows it. */
let snippets: Record<string, Record<Kind, string>>;

before(async () => {
  figures = await publish();
  host = await openHost();
  // With scroll bars that take room, as most readers' have.
  const hidden = "--hide-scrollbars";
  const args = chromeArguments.filter((one) => one !== hidden);
  browser = await puppeteer.launch({ ...(await findChrome()), args, ignoreDefaultArgs: [hidden] });
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setJavaScriptEnabled(false);
  await page.goto(figures.address);
  const found = await page.$$eval("pre[data-kind]", (all) =>
    all.map((one) => [one.getAttribute("aria-labelledby")!, one.textContent!] as const),
  );
  snippets = {};
  for (const [id, text] of found) {
    const [, stem, kind] = /^(.*)-(element|figure|frame|block)$/.exec(id) ?? [];
    if (stem) (snippets[stem] ??= {} as Record<Kind, string>)[kind as Kind] = text;
  }
  await page.close();
});
after(async () => {
  await browser?.close();
  host?.close();
  await figures?.close();
});

const gauge = 'cs-implementation-gauge[state="drawn"]';
const copied = (kind: Kind, stem = "teachers") => {
  const text = snippets[stem]?.[kind];
  assert.ok(text, `the gallery offers no ${kind} for ${stem}`);
  return text;
};
const page = (body: string, head = "", attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A partner's page</title><link rel="icon" href="data:,">${head}<body><h1>News of our region</h1><p>What the partner writes above.</p>${body}<p>What the partner writes below.</p>`;

interface Opened {
  page: Page;
  faults: string[];
  fetched: string[];
}
interface Look {
  scripts?: boolean;
  width?: number;
  height?: number;
  /** Runs in the page before anything else. */
  first?: () => void;
}
let opened: Page[] = [];

/** Opens a page of the host in a reader's fresh browser, and notes what goes wrong and what is fetched. */
async function open(
  name: string,
  made: HostPage | string,
  { scripts = true, width = 900, height = 700, first }: Look = {},
): Promise<Opened> {
  const url = typeof made === "string" ? made : host.put(name, made);
  const context = await browser.createBrowserContext();
  const view = await context.newPage();
  view.setDefaultTimeout(120_000);
  opened.push(view);
  const faults: string[] = [];
  const fetched: string[] = [];
  view.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
  view.on("pageerror", (error) => faults.push((error as Error).message));
  view.on("request", (request) => !/^(?:data|blob):/.test(request.url()) && fetched.push(request.url()));
  await view.setViewport({ width, height });
  await view.setJavaScriptEnabled(scripts);
  // The tests' own compiler names functions by this.
  await view.evaluateOnNewDocument("globalThis.__name = (one) => one");
  await view.evaluateOnNewDocument(() => addEventListener("error", ({ message }) => message && console.error(message)));
  if (first) await view.evaluateOnNewDocument(first);
  await view.goto(url, { waitUntil: "load" });
  return { page: view, faults, fetched };
}
/** Keeps a picture to look at, and asserts what holds on every host: only two sites are asked, and nothing stays in the browser. */
async function leave(name: string, { page: view, faults, fetched }: Opened, known: RegExp[] = []): Promise<void> {
  await view.screenshot({ path: keep(name), fullPage: true, optimizeForSpeed: true });
  const own = [figures.address, host.address, "file:"];
  assert.deepEqual(
    fetched.filter((url) => !own.some((start) => url.startsWith(start))),
    [],
    "asked somebody else",
  );
  assert.deepEqual(await view.browserContext().cookies(), []);
  assert.deepEqual(
    faults.filter((fault) => !known.some((one) => one.test(fault))),
    [],
  );
  for (const one of opened.splice(0)) await one.browserContext().close();
}
/** What a browser says once where a scroll bar came with the drawing and made it narrower: it is drawn again in the next frame. */
const resized = /ResizeObserver loop completed/;
const drawn = (view: Page | Frame, selector = gauge) => view.waitForSelector(selector, { timeout: 120_000 });
const text = (view: Page | Frame, selector: string) => view.$eval(selector, (found) => (found as HTMLElement).innerText);
/** How far a page at rest scrolls sideways: where a scroll bar came with the drawing, that is drawn again in the next frame. */
const sideways = async (view: Page | Frame) => {
  const { width, visible } = await atRest(view);
  return width - visible;
};
/** Sizes of a page once they stay the same for a while. */
const atRest = (view: Page | Frame) =>
  view.evaluate(async () => {
    const look = () => {
      const { scrollWidth: width, clientWidth: visible, scrollHeight: height } = document.documentElement;
      return { width, visible, height };
    };
    let seen = look();
    for (let same = 0; same < 5;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = look();
      same = JSON.stringify(now) === JSON.stringify(seen) ? same + 1 : 0;
      seen = now;
    }
    return seen;
  });
/** What a reader sees of a figure without scripts: heading, sentence, picture with its words, table, a way to the whole. */
async function assertFigure(view: Page | Frame, title = "How many trained teachers now teach computer science?") {
  // A page has loaded before its images that are fetched where they are seen.
  await view.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth > 1), { polling: 50, timeout: 60_000 });
  const seen = await view.evaluate(() => {
    const [image] = [...document.images].filter(({ naturalWidth }) => naturalWidth > 1);
    return {
      text: document.body.innerText,
      image: image && { alt: image.alt.length > 20, wide: image.getBoundingClientRect().width >= 200 },
      rows: [...document.querySelectorAll("table:not([role=presentation]) tr")].length,
      links: [...document.querySelectorAll("a")].map(({ href }) => href),
    };
  });
  assert.ok(seen.text.replace(/\s+/g, " ").toLowerCase().includes(title.toLowerCase()), seen.text);
  assert.match(seen.text, /149 of 240 trained teachers \(62%\) met the implementation bar/);
  assert.deepEqual(seen.image, { alt: true, wide: true });
  assert.ok(seen.rows > 5, `${seen.rows} rows`);
  assert.ok(seen.links.some((link) => link.startsWith(`${figures.address}embed/teachers.html`)));
}

test("plain page (2, 4): one request for the loader, one for each module and for the document, and nothing stays behind", async () => {
  const { elements } = JSON.parse(readFileSync(join(figures.folder, "elements/elements.json"), "utf8")) as {
    elements: Record<string, { file: string; imports: string[] }>;
  };
  const view = await open("plain", { html: page(copied("element")) });
  await drawn(view.page);
  await view.page.waitForNetworkIdle({ idleTime: 200 });
  const { file, imports } = elements["cs-implementation-gauge"]!;
  const paths = view.fetched.filter((url) => url.startsWith(figures.address)).map((url) => url.slice(figures.address.length));
  const [loader, ...rest] = paths.filter((path) => !path.startsWith("drawings/"));
  assert.match(loader!, /^elements\/vitrine[.\w]*\.js$/);
  assert.deepEqual(rest.sort(), ["documents/teachers.json", ...[file, ...imports].map((name) => `elements/${name}`)].sort());
  const kept = await view.page.evaluate(async () => [
    document.cookie,
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
  ]);
  assert.deepEqual(kept, ["", 0, 0, 0]);
  assert.equal(await sideways(view.page), 0);
  await leave("plain", view);
});

test("changed on the way (2): no script runs but those whose digests were copied, all asked for at once; the figure's words stay", async () => {
  for (const script of ['script type="module" src', 'modulepreload" href']) {
    const digest = new RegExp(`(${script}="[^"]*/(?:vitrine|element)\\.[^"]*" integrity="sha384-)[^"]{8}`);
    const view = await open("changed", { html: page(copied("element").replace(digest, "$1AAAAAAAA")) });
    await view.page.waitForNetworkIdle({ idleTime: 300 });
    assert.equal(await view.page.evaluate(() => customElements.get("cs-implementation-gauge")), undefined);
    assert.match(await text(view.page, "cs-implementation-gauge"), /149 of 240 trained teachers/);
    const asked = view.fetched.flatMap((url) => /\/(vitrine|element|cs-[a-z-]+|teachers)\.[^/]*(?:js|json)$/.exec(url)?.[1] ?? []);
    assert.deepEqual(asked.sort(), ["cs-implementation-gauge", "element", "teachers", "vitrine"], "asked for by the markup alone");
    assert.ok(view.faults.length > 0, "the browser says why");
    await leave("changed", view, [/./]);
  }
});

test("phone (13): a page of 320 pixels never scrolls sideways", async () => {
  const view = await open("phone", { html: page(copied("element") + copied("element", "schools")) }, { width: 320, height: 640 });
  await drawn(view.page);
  await drawn(view.page, "cs-school-access-map >>> .stage");
  assert.equal(await sideways(view.page), 0);
  await leave("phone", view);
});

/** Tags and attributes that WordPress lets an author write (its `post` rules), as far as our figures could use them. */
const kses: sanitize.IOptions = {
  allowedTags:
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins li main ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead tr u ul".split(
      " ",
    ),
  allowedAttributes: {
    "*": ["class", "id", "lang", "dir", "title", "role", "aria-label", "aria-hidden", "style"],
    a: ["href", "rel", "target"],
    img: ["src", "alt", "width", "height", "loading"],
    td: ["colspan", "rowspan", "scope"],
    th: ["colspan", "rowspan", "scope"],
  },
};
test("WordPress for an author (15, 16): cleaned by its rules, the figure still has heading, sentence, picture, table and link", async () => {
  for (const kind of ["figure", "element"] as const) {
    const cleaned = sanitize(copied(kind), kses);
    assert.doesNotMatch(cleaned, /<script|<cs-|<source|<picture/);
    const view = await open("wordpress", { html: page(`<article>${cleaned}</article>`) });
    await assertFigure(view.page);
    await leave(`wordpress-${kind}`, view);
  }
});

test("WordPress.com (15): where embed, frame, iframe, form, input, object and textarea are stripped, nothing of the figure is lost", async () => {
  const stripped = /^(?:embed|frame|iframe|form|input|object|textarea|script|style)$/;
  const cleaned = sanitize(copied("figure"), {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    exclusiveFilter: ({ tag }) => stripped.test(tag),
  });
  assert.equal(
    cleaned.replace(/\s+/g, ""),
    sanitize(copied("figure"), { allowedTags: false, allowedAttributes: false, allowVulnerableTags: true }).replace(/\s+/g, ""),
  );
  const view = await open("wordpress-com", { html: page(cleaned) });
  await assertFigure(view.page);
  await leave("wordpress-com", view);
});

test("Squarespace (9, 19): a code block in its narrow column, among its loud headings, twice with the script", async () => {
  const loud = `<style>body { font: 300 19px/1.9 Georgia, serif; color: #444 } h2, h3 { text-transform: uppercase; letter-spacing: .2em; font-size: 44px; color: crimson }
    img { width: 100%; height: auto } button { background: crimson; border-radius: 99px; padding: 20px } .sqs-block { width: 480px; margin: auto; text-align: center }</style>`;
  const block = `<div class="sqs-block"><div class="sqs-block-content">${copied("element")}</div></div>`;
  const view = await open("squarespace", { html: page(block + block, loud) });
  await view.page.waitForFunction(() => document.querySelectorAll('[state="drawn"]').length === 2);
  const look = await view.page.$eval(gauge, (element) => {
    const title = getComputedStyle(element.shadowRoot!.querySelector("h2")!);
    return [title.textTransform, title.letterSpacing, title.textAlign, title.fontSize, title.fontFamily];
  });
  assert.deepEqual(look, ["none", "normal", "left", "20px", "Georgia, serif"]);
  assert.equal(view.fetched.filter((url) => url.endsWith("teachers.json")).length, 1);
  await leave("squarespace", view);
});

test("Wix (2): a snippet in a sandboxed frame without an origin is live, and asks for no storage", async () => {
  const inner = page(copied("element")).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const frame = `<iframe title="Figure" sandbox="allow-scripts allow-forms allow-popups" width="700" height="700" srcdoc="${inner}"></iframe>`;
  const view = await open("wix", { html: page(frame) });
  const [, child] = view.page.frames();
  await drawn(child!);
  assert.equal(await child!.evaluate(() => globalThis.origin), "null");
  await leave("wix", view);
});

test("Google Sites (1): a frame of a fixed height scrolls inside, hides nothing and does not grow", async () => {
  const frame = `<iframe title="Figure" sandbox="allow-scripts allow-popups allow-forms allow-same-origin" width="640" height="400" src="${figures.address}embed/teachers.html"></iframe>`;
  const view = await open("google-sites", { html: page(frame) });
  const [, child] = view.page.frames();
  await drawn(child!);
  const { height: first } = await atRest(child!);
  assert.ok(first > 400);
  assert.equal(await sideways(child!), 0);
  await child!.evaluate(() => scrollTo(0, 1e6));
  const last = await child!.evaluate(() => ({ bottom: innerHeight + scrollY, whole: document.documentElement.scrollHeight }));
  assert.ok(last.whole - last.bottom < 2);
  assert.equal(last.whole, first);
  assert.equal(await view.page.$eval("iframe", ({ offsetHeight }) => offsetHeight), 404);
  await leave("google-sites", view, [resized]);
});

test("frame (1): its height follows what is in it, also out of a closed tab, and shrinks again", async () => {
  const view = await open("frame", { html: page(`<section id="tab" hidden>${copied("frame")}</section>`) });
  await view.page.evaluate(() => document.querySelector("section")!.removeAttribute("hidden"));
  await view.page.evaluate(() => document.querySelector("iframe")!.scrollIntoView());
  const fits = async () => {
    const child = view.page.frames()[1];
    await drawn(child!);
    const inner = () => child!.evaluate(() => document.querySelector("main")!.getBoundingClientRect().height);
    const outer = () => view.page.$eval("iframe", ({ clientHeight }) => clientHeight);
    for (let tries = 0; Math.abs((await outer()) - (await inner())) > 4; tries++) {
      assert.ok(tries < 2400, `${await outer()} pixels for ${await inner()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return outer();
  };
  const closed = await fits();
  const toggle = (to: boolean) =>
    view.page
      .frames()[1]!
      .$eval(gauge, (element, is) => (element.shadowRoot!.querySelector<HTMLDetailsElement>("[part=data]")!.open = is), to);
  await toggle(true);
  await view.page.waitForFunction((height) => document.querySelector("iframe")!.clientHeight > height + 100, {}, closed);
  const opened = await fits();
  assert.ok(opened > closed + 100);
  await toggle(false);
  // A scroll bar may have come and gone: the picture then keeps the width it had beside it.
  await view.page.waitForFunction((height) => document.querySelector("iframe")!.clientHeight < height + 40, {}, closed);
  await leave("frame", view, [resized]);
});

test("strict policy (7): drawn and worked where no inline style, no eval and no trusted type is allowed", async () => {
  const from = figures.address.slice(0, -1);
  const policy = `default-src 'none'; script-src ${from}; connect-src ${from}; img-src ${from} data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const view = await open("strict", { html: page(copied("element")), headers: { "content-security-policy": policy } });
  const element = (await drawn(view.page))!;
  await element.evaluate((one) => one.shadowRoot!.querySelector<HTMLElement>("[part=menu-button]")!.click());
  await view.page.waitForFunction((tag) => document.querySelector(tag)!.shadowRoot!.querySelector("#menu button"), {}, gauge);
  await leave("strict", view);
});

test("storage blocked (2): drawn where every door to storage throws", async () => {
  const first = () => {
    const shut = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"])
      Object.defineProperty(window, name, { get: shut });
    Object.defineProperty(Document.prototype, "cookie", { get: shut, set: shut });
    Object.defineProperty(Navigator.prototype, "sendBeacon", { value: shut });
  };
  const frame = `<iframe title="Figure" width="640" height="500" src="${figures.address}embed/teachers.html"></iframe>`;
  const view = await open("storage", { html: page(copied("element") + frame) }, { first });
  await drawn(view.page);
  await drawn(view.page.frames()[1]!);
  // A frame out of sight is not painted.
  await view.page.$eval("iframe", (frame) => frame.scrollIntoView());
  await view.page.frames()[1]!.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await leave("storage", view, [resized]);
});

test("no JavaScript (16): snippet, frame and page are whole without a script", async () => {
  const view = await open("no-script", { html: page(copied("element")) }, { scripts: false });
  await assertFigure(view.page);
  await leave("no-script", view);
  const own = await open("no-script-page", `${figures.address}embed/teachers.html`, { scripts: false });
  const seen = await own.page.$eval("cs-implementation-gauge", (element) => {
    const figure = (element.shadowRoot ?? element).querySelector("figure")!;
    const [drawing] = [...figure.querySelectorAll("svg")].filter((one) => one.getBoundingClientRect().width > 0);
    return {
      height: figure.offsetHeight > 400,
      drawing: drawing!.getBoundingClientRect().width > 400,
      rows: figure.querySelectorAll("tr").length > 5,
    };
  });
  assert.deepEqual(seen, { height: true, drawing: true, rows: true });
  await leave("no-script-page", own);
});

test("right to left (12): mirrored with its page, in one language, not wider than its column", async () => {
  const html = page(`<div class="column">${copied("element")}</div>`, "<style>.column { width: 560px }</style>", 'lang="ar" dir="rtl"');
  const view = await open("right-to-left", { html });
  await drawn(view.page);
  const seen = await view.page.$eval(gauge, (element) => {
    const root = element.shadowRoot!;
    const button = root.querySelector("[part=menu-button]")!.getBoundingClientRect();
    const figure = root.querySelector("figure")!.getBoundingClientRect();
    return {
      direction: getComputedStyle(root.querySelector("figure")!).direction,
      left: button.left - figure.left < 40,
      width: figure.width,
    };
  });
  assert.deepEqual(seen, { direction: "rtl", left: true, width: 560 });
  assert.equal(await sideways(view.page), 0);
  await leave("right-to-left", view);
});

test("dark page (9): dark with its host, never half, and light again when the host turns", async () => {
  const head = "<style>:root { color-scheme: dark; background: #111; color: #eee; font-family: sans-serif }</style>";
  const view = await open("dark", { html: page(copied("element") + copied("element", "schools"), head) });
  await drawn(view.page);
  await drawn(view.page, "cs-school-access-map >>> .stage");
  /** Lightness of ink and paper of a figure, and of every text in its drawing. */
  const lightness = () =>
    view.page.$eval(gauge, (element) => {
      const light = (colour: string) => (
        /\d+/g.exec(colour),
        (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765
      );
      const figure = getComputedStyle(element.shadowRoot!.querySelector("figure")!);
      const texts = [...element.shadowRoot!.querySelectorAll("svg text")].map((one) => light(getComputedStyle(one).fill));
      return { paper: light(figure.backgroundColor), ink: light(figure.color), least: Math.min(...texts), most: Math.max(...texts) };
    });
  const dark = await lightness();
  assert.ok(dark.paper < 0.25 && dark.ink > 0.7 && dark.least > 0.4, JSON.stringify(dark));
  await view.page.screenshot({ path: keep("dark"), fullPage: true });
  await view.page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
  const light = await lightness();
  assert.ok(light.paper > 0.9 && light.ink < 0.3 && light.most < 0.6, JSON.stringify(light));
  await leave("dark-turned-light", view);
});

test("hostile styles (9): all unset, huge letters, zoom and transforms leave the figure readable", async () => {
  const hostile = `<style>html { font-size: 44px; line-height: 3 } body * { all: unset } body :is(div, p, h1) { display: block }
    .zoomed { zoom: 1.4 } .turned { transform: rotate(-2deg) scale(.9); transform-origin: top left }</style>`;
  const html = page(
    `<div class="plain">${copied("element")}</div><div class="zoomed">${copied("element")}</div><div class="turned">${copied("element")}</div>`,
    hostile,
  );
  const view = await open("hostile", { html });
  await view.page.waitForFunction(() => document.querySelectorAll('[state="drawn"]').length === 3);
  const seen = await view.page.$$eval(gauge, (all) =>
    all.map((element) => {
      const root = element.shadowRoot!;
      const figure = root.querySelector<HTMLElement>("figure")!;
      const svg = root.querySelector("[part=picture] svg")!;
      return {
        block: figure.offsetWidth > 500,
        title: getComputedStyle(root.querySelector("h2")!).fontSize,
        text: getComputedStyle(figure).fontSize,
        picture: svg.getBoundingClientRect().width > 400,
        inside: svg.getBoundingClientRect().right <= figure.getBoundingClientRect().right + 1,
        hidden:
          getComputedStyle(element.querySelector("figure")!).display === "none" || element.querySelector("figure")!.offsetHeight === 0,
      };
    }),
  );
  for (const one of seen) assert.deepEqual(one, { block: true, title: "20px", text: "14px", picture: true, inside: true, hidden: true });
  await leave("hostile", view);
});

test("AMP (1, 16): in its sandboxed frame of a fixed shape the page is live, and whole where the frame may run nothing", async () => {
  const frames = ["allow-scripts allow-popups", ""].map(
    (sandbox) =>
      `<iframe title="Figure" sandbox="${sandbox}" width="600" height="450" frameborder="0" src="${figures.address}embed/teachers.html"></iframe>`,
  );
  const view = await open("amp", { html: page(frames.join("<hr>")) });
  const [, live, still] = view.page.frames();
  await drawn(live!);
  assert.equal(await sideways(live!), 0);
  await leave("amp", view, [/Blocked script execution/, resized]);
  assert.ok(still);
});

test("e-mail archive (5, 16): the newsletter's block stands without style sheet, class and script", async () => {
  const cleaned = sanitize(copied("block"), {
    allowedTags: false,
    allowedAttributes: { "*": ["*"] },
    exclusiveFilter: ({ tag }) => /^(?:script|style)$/.test(tag),
    allowVulnerableTags: true,
  }).replace(/ (?:class|id)="[^"]*"/g, "");
  const html = `<html><link rel="icon" href="data:,"><body bgcolor="#ffffff"><pre>From: The programme\nSubject: News</pre><table width="600"><tr><td>${cleaned}</td></tr></table></body></html>`;
  const view = await open("e-mail-archive", { html }, { scripts: false, width: 700 });
  const seen = await view.page.evaluate(() => ({
    text: document.body.innerText,
    images: [...document.images].map(({ alt, naturalWidth, width }) => ({
      alt: alt.length > 20,
      real: naturalWidth > 1,
      fits: width <= 600,
    })),
  }));
  assert.match(seen.text, /149 of 240 trained teachers \(62%\) met the implementation bar/);
  assert.ok(seen.images.length > 0);
  for (const image of seen.images) assert.deepEqual(image, { alt: true, real: true, fits: true });
  await leave("e-mail-archive", view);
});

test("old page: quirks mode, a base address elsewhere and document.write", async () => {
  const written = JSON.stringify(copied("element")).replaceAll("</", "<\\/");
  const html = `<html><head><meta charset="utf-8"><title>Old</title><link rel="icon" href="data:,"><base href="https://elsewhere.example/deep/"></head><body bgcolor="#eeeecc"><center><table border=1 width="90%"><tr><td width="75%"><script>document.write(${written})</script><td>Links</table></center></body></html>`;
  const view = await open("old", { html });
  await drawn(view.page);
  assert.equal(await view.page.evaluate(() => document.compatMode), "BackCompat");
  assert.ok(await view.page.$eval(gauge, (element) => (element as HTMLElement).offsetWidth > 300));
  await leave("old", view);
});

test("two versions (19): two copies of the library stand on one page, each tag defined once, both figures drawn", async () => {
  const older = copied("element", "schools").replace(
    /<script[^>]*><\/script>/,
    `<script type="module" src="${figures.address}old/vitrine.js"></script>`,
  );
  const view = await open("two-versions", { html: page(older + copied("element")) });
  await drawn(view.page);
  await drawn(view.page, "cs-school-access-map >>> .stage");
  const names = await view.page.evaluate(() => Object.keys(window).filter((name) => /vitrine|^cs/i.test(name)));
  assert.deepEqual(names, []);
  await leave("two-versions", view);
});

test("print of a host's page (6): light, menu gone, tables and notes open, heading with its picture", async () => {
  const head = "<style>:root { color-scheme: dark; background: #111; color: #eee }</style>";
  const view = await open("print", { html: page(copied("element"), head) });
  await drawn(view.page);
  await view.page.emulateMediaType("print");
  await view.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const seen = await view.page.$eval(gauge, (element) => {
    const root = element.shadowRoot!;
    const seenOf = (selector: string) => root.querySelector<HTMLElement>(selector)!;
    return {
      menu: seenOf("[part=menu]").offsetHeight,
      table: seenOf("[part=data] > :last-child").getBoundingClientRect().height > 100,
      notes: seenOf("dl").getBoundingClientRect().height > 20,
      together: getComputedStyle(seenOf("[part=picture]")).breakInside,
      light: getComputedStyle(element).colorScheme,
    };
  });
  assert.deepEqual(seen, { menu: 0, table: true, notes: true, together: "avoid", light: "light" });
  const pdf = await view.page.pdf({ format: "A4" });
  assert.ok(pdf.length > 10_000);
  await leave("print", view);
});

test("no way to the net (8, 17): the last picture stays with its date and comes back; the one file needs no net at all", async () => {
  // The pauses before an element asks again, shorter than a reader's.
  const first = () => {
    const real = setTimeout;
    const quick = (run: () => void, pause = 0) => real(run, [1000, 3000].includes(pause) ? 20 : pause);
    Object.assign(globalThis, { setTimeout: quick });
  };
  const view = await open("offline", { html: page(copied("element")) }, { first });
  await drawn(view.page);
  await view.page.setOfflineMode(true);
  const refreshed = view.page.$eval("cs-implementation-gauge", (element) => element.refresh());
  await view.page.waitForSelector('cs-implementation-gauge[state="stale"]', { timeout: 120_000 });
  await refreshed;
  const notice = await view.page.$eval(
    "cs-implementation-gauge",
    (element) => element.shadowRoot!.querySelector("[part=notice]")!.textContent,
  );
  assert.match(notice!, /What you see is the data as of September 30, 2026/);
  await view.page.screenshot({ path: keep("offline"), fullPage: true });
  await view.page.setOfflineMode(false);
  await drawn(view.page);
  await leave("offline-again", view, [/ERR_INTERNET_DISCONNECTED/]);
  const file = await open("one-file", pathToFileURL(join(figures.folder, "files/teachers.html")).href);
  await file.page.setOfflineMode(true);
  assert.match(await text(file.page, "body"), /149 of 240 trained teachers/);
  assert.equal(file.fetched.filter((url) => url.startsWith("http")).length, 0);
  await leave("one-file", file);
});

test("age of the data (14) and small groups (10): told by the document, whatever the reader's clock says, and never an empty box", async () => {
  const first = () => {
    const real = Date;
    const later = 10 * 365 * 864e5;
    globalThis.Date = class extends real {
      constructor(...given: [number]) {
        super(...(given.length ? given : ([real.now() + later] as [number])));
      }
      static override now = () => real.now() + later;
    } as DateConstructor;
  };
  const text = readFileSync(new URL("../documents/implementation/all-withheld.json", import.meta.url), "utf8").replaceAll("<", "\\u003c");
  const withheld = `<cs-implementation-gauge><script type="application/json">${text}</script></cs-implementation-gauge>`;
  const view = await open("age", { html: page(copied("element") + withheld) }, { first });
  await view.page.waitForFunction(() => document.querySelectorAll('[state="drawn"]').length === 2);
  const [said, hidden] = await view.page.$$eval("cs-implementation-gauge", (all) => all.map((one) => one.shadowRoot!.textContent!));
  assert.match(said!, /as of September 30, 2026/);
  assert.doesNotMatch(said!, /203\d/);
  assert.match(hidden!, /[Ww]ithheld to protect privacy/);
  await leave("age", view);
});

test("fifty figures: one request for the document, one for each module; a thousand added, moved and removed leave nothing behind", async () => {
  const [script] = /<script[^>]*><\/script>/.exec(copied("element"))!;
  const fifty = `<cs-implementation-gauge src="${figures.address}documents/teachers.json"></cs-implementation-gauge>`.repeat(50);
  const view = await open("fifty", { html: page(`${script}<div id="fifty">${fifty}</div><div id="a"></div><div id="b"></div>`) });
  await view.page.waitForFunction(() => document.querySelectorAll('[state="drawn"]').length === 50);
  assert.equal(view.fetched.length, new Set(view.fetched).size);
  assert.equal(view.fetched.filter((url) => url.endsWith("teachers.json")).length, 1);
  await view.page.evaluate(() => document.querySelector("#fifty")!.remove());
  const client = await view.page.createCDPSession();
  const count = async () => {
    for (let turn = 0; turn < 3; turn++) await client.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    return { nodes, jsEventListeners };
  };
  const churn = (times: number) =>
    view.page.evaluate(async (count) => {
      const [a, b] = [document.querySelector("#a")!, document.querySelector("#b")!];
      const held = (await (
        await fetch(performance.getEntriesByType("resource").find(({ name }) => name.endsWith("teachers.json"))!.name)
      ).json()) as object;
      for (let made = 0; made < count; made++) {
        const element = document.createElement("cs-implementation-gauge") as HTMLElement & {
          document: unknown;
          updateComplete: Promise<unknown>;
        };
        element.document = held;
        for (let turn = 0; turn < 10; turn++) {
          a.append(element);
          if (turn === 0) await element.updateComplete;
          b.append(element);
          element.remove();
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }, times);
  await churn(20);
  const before = await count();
  await churn(100);
  let then = await count();
  // What is let go is collected by and by; what is held stays, however often one looks.
  for (let tries = 0; tries < 20 && then.nodes - before.nodes >= 200; tries++) then = await count();
  assert.ok(then.nodes - before.nodes < 200, `${before.nodes} nodes, then ${then.nodes}`);
  assert.ok(then.jsEventListeners - before.jsEventListeners < 20, `${before.jsEventListeners} listeners, then ${then.jsEventListeners}`);
  await leave("fifty", view);
});
