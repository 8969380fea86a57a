import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { readDocument, type VitrineDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { init, publish, recipeNames } from "@vitrine/publish";
import { figuresPage, serve, type Serving } from "@vitrine/static";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { main, type Io } from "../../packages/cli/src/main.ts";
import { recipeRows } from "../publish/make-recipes.ts";

const elements = fileURLToPath(new URL("../../packages/widgets/elements/", import.meta.url));
const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "vitrine-recipes-"));
const place = (recipe: string, name = "") => join(scratch, recipe, name);
const published = (recipe: string): VitrineDocument[] =>
  readdirSync(place(recipe, "published"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const read = readDocument(readFileSync(place(recipe, `published/${file}`), "utf8"));
      assert.ok(read.ok, file);
      return read.document;
    });

let browser: Browser;
before(async () => {
  const [found] = await Promise.all([
    findChrome(),
    ...recipeNames.map(async (recipe) => {
      const { config } = await init(place(recipe), recipe);
      await publish({ config });
      await figuresPage(place(recipe, "page.html"), place(recipe, "published"), place(recipe, "site"), { elements });
    }),
  ]);
  browser = await puppeteer.launch({ ...found, args: chromeArguments });
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A page of a recipe, and whatever it did that it should not do. */
async function open(recipe: string, scripts = true): Promise<{ page: Page; faults: string[]; serving: Serving }> {
  const serving = await serve(place(recipe, "site"));
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const faults: string[] = [];
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push((error as Error).message));
  page.on(
    "request",
    (request) => request.url().startsWith(serving.address) || /^(?:data|blob):/.test(request.url()) || faults.push(request.url()),
  );
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width: 320, height: 900 });
  await page.goto(serving.address, { waitUntil: "load" });
  return { page, faults, serving };
}
/** Every figure of the page is drawn. */
const drawn = (page: Page) =>
  page.waitForFunction(
    () =>
      customElements.get("cs-dashboard") &&
      [...document.querySelectorAll("main *")].every(({ localName, attributes }) => {
        const state = attributes.getNamedItem("state")?.value;
        return !/^cs-(?!dashboard)/.test(localName) || state === "drawn";
      }),
    { timeout: 120_000 },
  );
/** Axe on the whole page; contrast only outside the figures, where tests of each element have looked at it in both schemes. */
const violations = (page: Page, contrastAlone: boolean): Promise<string[]> =>
  page.evaluate(async (alone) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const runs = [
      ...(alone ? [] : [await axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast": { enabled: false } } })]),
      await axe.run({ exclude: [["[state]"]] }, { resultTypes: ["violations"], runOnly: ["color-contrast"] }),
    ];
    return runs.flatMap((run) => run.violations).map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  }, contrastAlone);

/** The menus of the one set of filters, with what can be chosen. */
const menus = (page: Page): Promise<Record<string, string[]>> =>
  page.$eval("cs-dashboard", ({ shadowRoot }) =>
    Object.fromEntries(
      [...shadowRoot!.querySelectorAll("select")].map(({ name, options }) => [name, [...options].slice(1).map(({ text }) => text)]),
    ),
  );
/** Two districts of which every figure is withheld, Sage Hollow and Willow Ford, are in no menu. */
const expected: Record<string, Record<string, string[]>> = {
  "regional-partner": {
    year: ["2023-24", "2024-25", "2025-26"],
    course: ["CS Discoveries", "CS Principles"],
    place: ["Alder Bend (invented)", "Copper Ridge (invented)", "Heron Lake (invented)", "Prairie Run (invented)"],
  },
  "access-report": { place: ["Iowa", "Kansas", "Nebraska"] },
  consortium: { year: ["2024-25", "2025-26"], place: ["Larch Middle School", "Tern Middle School", "Wren Middle School"] },
  equity: { year: ["2024-25", "2025-26"], place: ["Coast", "North", "Valley"] },
};

for (const recipe of recipeNames) {
  test(`${recipe}: what is published passes the audit and says that it is invented`, async () => {
    const documents = published(recipe);
    assert.ok(documents.length >= 4);
    for (const { notes } of documents) assert.match(JSON.stringify(notes), /No school, district or person in this data exists/);
    const { narrow, contradictory } = await auditDocuments(documents);
    assert.deepEqual([narrow, contradictory], [[], []]);
  });

  test(`${recipe}: the page draws every figure under the strict policy, on a phone and on a wide screen, light and dark`, async () => {
    const { page, faults, serving } = await open(recipe);
    try {
      await drawn(page);
      await page.evaluate(axe);
      for (const [width, scheme] of [
        [320, "light"],
        [1200, "dark"],
      ] as const) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        assert.deepEqual(await violations(page, width === 1200), [], `${width}, ${scheme}`);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      }
      assert.deepEqual(await menus(page), expected[recipe]);
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
      await serving.close();
    }
  });
}

test("without scripts every figure stands there with its picture, its table, its notes", async () => {
  for (const recipe of recipeNames) {
    const { page, faults, serving } = await open(recipe, false);
    try {
      const told = await page.$$eval("cs-dashboard > *", (children) =>
        children
          .filter(({ localName }) => localName.startsWith("cs-"))
          .map(({ innerHTML }) => /<table/.test(innerHTML) && /<figure/.test(innerHTML)),
      );
      assert.ok(told.length >= 5 && told.every(Boolean), recipe);
      assert.ok((await page.$$("cs-dashboard svg")).length >= 4, recipe);
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
      await serving.close();
    }
  }
});

test("one filter narrows what tells of it on the page of a partner; the list of teachers is on none", async () => {
  const { page, serving } = await open("regional-partner");
  try {
    await drawn(page);
    await page.$eval("cs-dashboard", (dashboard) => dashboard.setAttribute("place", "alder-bend-invented"));
    const said = await page.waitForFunction(() => {
      const text = document.querySelector("cs-dashboard")!.shadowRoot!.querySelector("[part=status]")!.textContent;
      return text || false;
    });
    assert.equal(await said.jsonValue(), "1 of 5 figures shows only Alder Bend (invented).");
    assert.ok(readdirSync(place("regional-partner")).includes("published-partner-riverbend-partner"));
    assert.doesNotMatch(readFileSync(place("regional-partner", "site/index.html"), "utf8"), /cs-roster-table|@school\.example/);
  } finally {
    await page.close();
    await serving.close();
  }
});

test("plain links to survey, corrections, contact, sharing and privacy stand on the page, and quick links lead to its sections", async () => {
  const { page, faults, serving } = await open("access-report", false);
  try {
    const links = await page.$$eval("a", (all) => all.map(({ href, textContent }) => [textContent, href]));
    for (const { actions } of published("access-report"))
      for (const { label, href } of actions)
        assert.ok(
          links.some(([text, to]) => text === label && to === href),
          label,
        );
    const kinds = new Set(published("access-report").flatMap(({ actions }) => actions.map(({ kind }) => kind)));
    assert.deepEqual([...kinds].sort(), ["contact", "corrections", "privacy-policy", "share", "survey"]);
    const quick = await page.$$eval("nav a", (all) => all.map(({ hash }) => document.querySelector(hash)?.localName));
    assert.deepEqual(quick, ["h2", "h2", "h2", "h2"]);
    assert.match(await page.$eval("main", ({ textContent }) => textContent!), /Which courses counted|Courses that counted/);
    assert.deepEqual(faults, [], "nothing is asked of those it links to");
  } finally {
    await page.close();
    await serving.close();
  }
});

test("the sources' own figures are told where the policy allows it, else as ranges or not at all", () => {
  const consortium = new Map(published("consortium").map((document) => [document.id, document]));
  const find = <S extends VitrineDocument["schema"]>(id: string, schema: S): Extract<VitrineDocument, { schema: S }> => {
    const document = consortium.get(id);
    assert.equal(document?.schema, schema);
    return document as Extract<VitrineDocument, { schema: S }>;
  };
  const students = find("larch-students", "composition/1");
  assert.equal(students.subject.students, 704);
  assert.deepEqual(
    students.breakdowns[0]!.groups.map(({ students: count }) => Math.round((100 * Number(count)) / 704)),
    [40, 25, 30, 5],
  );
  const [pace] = find("pacing", "survey/1").questions;
  assert.deepEqual([pace!.answered, pace!.mean], [20, { from: 10, to: 30 }], "+15 and +13, by twenty people");
  assert.deepEqual(find("family-night", "pathway/1").all.reached, [50, 30, 10]);
  const [useful] = find("families", "survey/1").questions;
  assert.deepEqual([useful!.counts, useful!.shares?.[2]], [undefined, { from: 50, to: 100 }], "70 % of ten families");
  const { metrics } = find("consortium-teams", "metrics/1");
  assert.deepEqual(
    metrics[0]!.parts!.map(({ name, value }) => [name, value]),
    [
      ["Teachers", 21],
      ["Administrators", 12],
      ["University faculty", 14],
    ],
  );
  assert.match(metrics[1]!.detail!, /Led by university faculty/);
  const trust = published("equity").find(({ id }) => id === "trust")!;
  assert.match(JSON.stringify(trust.notes), /This is how educators see it. Families were not asked/);
});

test("a page takes along the pictures that stand beside its template, such as a partner's mark", async () => {
  const template = place("equity", "marked.html");
  const mark = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"></rect></svg>';
  writeFileSync(place("equity", "mark.svg"), mark);
  const text = readFileSync(place("equity", "page.html"), "utf8").replace(
    "<h1>",
    '<img src="mark.svg" alt="Our partner" width="40" height="40"><h1>',
  );
  writeFileSync(template, text);
  const make = () => figuresPage(template, place("equity", "published"), join(scratch, "marked"), { elements });
  await make();
  assert.equal(readFileSync(join(scratch, "marked/mark.svg"), "utf8"), mark);
  rmSync(place("equity", "mark.svg"));
  await assert.rejects(make, { name: "Refused", code: "file", file: "mark.svg" });
});

test("the rows of a recipe are those its generator makes", () => {
  const made = recipeRows();
  assert.deepEqual(Object.keys(made), recipeNames);
  for (const [recipe, files] of Object.entries(made))
    for (const [file, text] of Object.entries(files)) assert.equal(readFileSync(place(recipe, file), "utf8"), text, `${recipe}/${file}`);
});

test("a recipe that does not exist, and a page that cannot be filled, are refused in one sentence", async () => {
  const said: string[] = [];
  const io: Io = {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    progress: () => undefined,
    interrupted: async () => undefined,
  };
  assert.equal(await main(["init", join(scratch, "none"), "--recipe", "toString"], io), 2);
  assert.deepEqual(said.splice(0), [
    "vitrine init: There is no such recipe; there are regional-partner, access-report, consortium and equity.",
  ]);
  const page = (template: string) =>
    main(["page", template, "--documents", place("equity", "published"), "--out", join(scratch, "out")], io);
  assert.equal(await page(place("consortium", "page.html")), 1);
  assert.match(said.splice(0).join(), /names a document that was not published/);
  assert.equal(await page(place("equity", "README.md")), 1);
  assert.match(said.splice(0).join(), /has no element to fill/);
  assert.equal(await main(["page", place("equity", "page.html"), "--out", join(scratch, "out")], io), 2);
});
