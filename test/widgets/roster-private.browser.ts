import { expect } from "@open-wc/testing";
import type { RosterTable } from "@vitrine/widgets";
import { all, documentAt, place, rosterWith, text, typical, until } from "./roster-fixture.ts";

const file = "test/documents/roster/typical.json";
/** The roster with these headers, from this site or another one. */
const from = (headers: string[], site = "") =>
  `${site}/respond?file=${file}${headers.map((header) => `&header=${encodeURIComponent(header)}`).join("")}`;
const other = `http://partner.test:${location.port}`;
const signedIn = [`access-control-allow-origin: ${location.origin}`, "access-control-allow-credentials: true"];

/** Engines whose driver gives this machine no other name cannot try another site. */
async function needs(context: Mocha.Context, site: string): Promise<void> {
  const there = await fetch(`${site}/respond?body=there`, { mode: "no-cors" }).then(
    () => true,
    () => false,
  );
  if (there) return;
  // Our Chromium is given it: without it nothing here would be tried anywhere.
  if (/Chrom/.test(navigator.userAgent)) throw new Error(`${site} is not this machine`);
  context.skip();
}

async function settled(attributes: string): Promise<RosterTable> {
  const element = await place(attributes);
  await until(() => element.state !== "waiting");
  return element;
}
const sentence = (element: Element) => text(element.shadowRoot!.querySelector("[part=notice]"));

async function expectRefused(attributes: string, why: RegExp, how: RegExp): Promise<void> {
  const names = (await typical()).rows.teacher;
  const element = await settled(attributes);
  expect(element.state).to.equal("refused");
  expect(sentence(element)).to.match(why).and.to.match(how);
  expect(sentence(element).match(/\./g), "one sentence").to.have.lengthOf(1);
  for (const name of names) expect(element.shadowRoot!.textContent).not.to.include(name);
}

describe("cs-roster-table refuses to be public", () => {
  it("draws what came from the page's own site and no shared cache keeps", async () => {
    for (const caching of ["no-store", "private", "max-age=0, private", "No-Store", "private, no-transform"]) {
      const element = await settled(`partner="harborview" src="${from([`cache-control: ${caching}`])}"`);
      expect(element.state, caching).to.equal("drawn");
    }
  });

  it("refuses what caches may keep, and says how to serve it", async () => {
    for (const caching of ["public, max-age=600", "max-age=0", "no-cache", "privateer", ""])
      await expectRefused(`partner="harborview" src="${from([`cache-control: ${caching}`])}"`, /caches/, /cache-control: no-store/);
  });

  it("refuses what its server lets every site read", () =>
    expectRefused(
      `partner="harborview" src="${from(["cache-control: no-store", "access-control-allow-origin: *"])}"`,
      /every site/,
      /without the header/,
    ));

  it("refuses what came from another site, even one that lets this page read it", async function () {
    await needs(this, other);
    await expectRefused(
      `partner="harborview" src="${from(["cache-control: no-store", ...signedIn], other)}"`,
      /another site/,
      /crossorigin="use-credentials"/,
    );
  });

  it("asks another site with the reader's credentials, and then refuses what did not come over https", async function () {
    await needs(this, other);
    await expectRefused(
      `partner="harborview" crossorigin="use-credentials" src="${from(["cache-control: no-store", ...signedIn], other)}"`,
      /did not come over https/,
      /serve it over https/,
    );
  });

  it("does not even get what another site gives to everybody, when it asks with credentials", async () => {
    const open = ["cache-control: no-store", "access-control-allow-origin: *"];
    const element = await settled(`partner="harborview" crossorigin="use-credentials" src="${from(open, other)}"`);
    expect(element.state).to.equal("refused");
    expect(sentence(element)).to.match(/could not be loaded/);
  });

  it("draws what another site on this machine gives to a reader who signed in there", async function () {
    const local = `http://sub.localhost:${location.port}`;
    await needs(this, local);
    const headers = ["cache-control: private", ...signedIn];
    const element = await settled(`partner="harborview" crossorigin="use-credentials" src="${from(headers, local)}"`);
    expect(element.state).to.equal("drawn");
  });

  it("refuses a page that does not state the partner, or states another one", async () => {
    for (const partner of ["", 'partner="birchwood"', 'partner=""'])
      await expectRefused(`${partner} src="${from(["cache-control: no-store"])}"`, /does not say/, /attribute partner/);
    const element = await place("");
    element.document = await typical();
    await until(() => element.state === "refused");
  });

  it("refuses what stands in the page's own text", async () => {
    const element = await place('partner="harborview"');
    const script = document.createElement("script");
    script.type = "application/json";
    script.textContent = JSON.stringify(await typical());
    element.append(script);
    await until(() => element.state === "refused" && sentence(element) !== "");
    expect(sentence(element)).to.match(/own text/);
  });

  it("tells the page which rule it was, and nothing of a row", async () => {
    const told: string[] = [];
    const listen = (event: Event) => told.push(JSON.stringify((event as CustomEvent).detail));
    for (const name of ["vitrine-refused", "vitrine-drawn"]) addEventListener(name, listen);
    await settled(`partner="harborview" src="${from(["cache-control: public"])}"`);
    await rosterWith(await typical());
    for (const name of ["vitrine-refused", "vitrine-drawn"]) removeEventListener(name, listen);
    expect(told).to.deep.equal([
      '{"issues":[{"code":"roster-cached","path":"$.audience"}]}',
      '{"id":"roster-typical","asOf":"2026-09-30","revision":2}',
    ]);
  });

  it("forgets the roster when a newer answer is open to everybody", async () => {
    const element = await settled(`partner="harborview" src="${from(["cache-control: no-store"])}"`);
    expect(element.state).to.equal("drawn");
    element.setAttribute("src", from(["cache-control: no-store", "access-control-allow-origin: *"]));
    await until(() => element.state === "refused");
    expect(all(element, "table")).to.have.lengthOf(0);
  });

  it("says that it is confidential, and for whom, as long as it shows anybody", async () => {
    for (const name of ["typical", "empty", "one-row"]) {
      const element = await rosterWith(await documentAt(`/test/documents/roster/${name}.json`));
      expect(text(element.shadowRoot!.querySelector("[part=confidential]"))).to.match(
        /^Confidential · Harborview Region \(sample\) only\. Confidential: for the staff/,
      );
    }
  });

  it("puts nothing of a row into an address, a title, the console or the page's title", async () => {
    const real = { log: console.log, warn: console.warn, error: console.error, info: console.info };
    const logged: unknown[] = [];
    for (const name of ["log", "warn", "error", "info"] as const) console[name] = (...values) => logged.push(...values);
    const title = document.title;
    const roster = await typical();
    const element = await rosterWith(roster);
    for (const name of all(element, ".name").slice(0, 3)) name.click();
    all(element, ".pick").forEach((box) => box.click());
    await element.updateComplete;
    all(element, "button[name=mail]")[0]!.click();
    await element.updateComplete;
    Object.assign(console, real);
    const addresses = all(element, "[href], [src], [title], [action]").map((node) =>
      [...node.attributes].map(({ value }) => value).join(" "),
    );
    for (const [at, name] of roster.rows.teacher.entries())
      for (const secret of [name, roster.rows.account![at]!, encodeURIComponent(name)])
        if (secret.includes(" ") || secret.includes("@")) for (const address of addresses) expect(address).not.to.include(secret);
    expect(logged).to.deep.equal([]);
    expect(document.title).to.equal(title);
    expect(all(element, 'a[href^="mailto:"]').map((link) => link.getAttribute("href"))).to.deep.equal([
      "mailto:programme@vitrine.example?subject=Roster",
    ]);
  });
});
