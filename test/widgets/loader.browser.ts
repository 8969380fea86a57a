import { aTimeout, expect } from "@open-wc/testing";
import { watch } from "@vitrine/widgets/loader/loader";
import { until } from "./until.ts";

const elementsAt = "/packages/widgets/elements/";

/** A page of its own, so that what it loads and registers can be seen. */
async function page(body: string): Promise<Window & typeof globalThis> {
  const frame = document.createElement("iframe");
  frame.src = `/respond?type=text/html&body=${encodeURIComponent(`<!doctype html><html lang="en"><title>page</title><body>${body}`)}`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  return frame.contentWindow as Window & typeof globalThis;
}
const scripts = (view: Window) =>
  view.performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith(".js"));
const loader = `<script type="module" src="${elementsAt}vitrine.js"></script>`;

describe("loader", () => {
  afterEach(() => document.querySelectorAll("iframe, .place").forEach((node) => node.remove()));

  it("fetches nothing but itself, and leaves no name, on a page without an element of ours", async () => {
    const bare = await page("<p>words</p>");
    const view = await page(`${loader}<p>words</p><my-own-element></my-own-element>`);
    await aTimeout(100);
    expect(scripts(view)).to.deep.equal([`${elementsAt}vitrine.js`]);
    const names = Object.keys(view).filter((name) => Number.isNaN(Number(name)));
    expect(names).to.have.members(Object.keys(bare).filter((name) => Number.isNaN(Number(name))));
  });

  it("brings the element that stands on the page, and no other", async () => {
    const view = await page(`${loader}<cs-implementation-gauge></cs-implementation-gauge>`);
    await until(() => view.customElements.get("cs-implementation-gauge"));
    expect(view.customElements.get("cs-school-access-map")).to.equal(undefined);
    expect(scripts(view).some((path) => path.includes("cs-school-access-map"))).to.equal(false);
  });

  it("asks for what all elements share in the same breath, not when the element's own file has come", async () => {
    // Where no file of an element is to be had, what the loader asks for is what it asks for by itself.
    const text = await (await fetch(`${elementsAt}vitrine.js`)).text();
    const alone = `/respond?type=text/javascript&body=${encodeURIComponent(text)}`;
    const view = await page(`<script type="module" src="${alone}"></script><cs-implementation-gauge></cs-implementation-gauge>`);
    await until(() => scripts(view).length >= 2);
    expect(scripts(view).map((path) => path.split(".")[0])).to.have.members(["/cs-implementation-gauge", "/element"]);
  });

  it("brings an element that arrives later, also deep in what arrives", async () => {
    const view = await page(loader);
    const section = view.document.createElement("section");
    section.append(view.document.createElement("div"));
    section.firstElementChild!.append(view.document.createElement("cs-implementation-gauge"));
    view.document.body.append(section);
    await until(() => view.customElements.get("cs-implementation-gauge"));
  });

  it("bears a second copy", async () => {
    const copy = `<script type="module" src="${elementsAt}vitrine.js?copy"></script>`;
    const view = await page(`${loader}${copy}<cs-implementation-gauge></cs-implementation-gauge>`);
    const faults: string[] = [];
    view.addEventListener("error", ({ message }) => faults.push(message));
    view.addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
    await until(() => view.customElements.get("cs-implementation-gauge"));
    await aTimeout(100);
    expect(faults).to.deep.equal([]);
  });

  it("tries again, when the next such element arrives, after a module did not come", async () => {
    const place = document.createElement("div");
    place.className = "place";
    place.innerHTML = "<cs-lost></cs-lost>";
    document.body.append(place);
    let asked = 0;
    const stop = watch({ "cs-lost": () => Promise.reject(new Error(String(asked++))) }, place);
    expect(asked).to.equal(1);
    place.append(document.createElement("p"), document.createElement("cs-lost"));
    await aTimeout(0);
    expect(asked).to.equal(1 + 1);
    stop();
    place.append(document.createElement("cs-lost"));
    await aTimeout(0);
    expect(asked).to.equal(2);
  });

  it("asks once for two of a kind, and not for a tag that another copy has registered", async () => {
    const place = document.createElement("div");
    place.className = "place";
    place.innerHTML = "<cs-twin></cs-twin><cs-twin></cs-twin><cs-taken></cs-taken>";
    customElements.define("cs-taken", class extends HTMLElement {});
    let asked = "";
    const bring = (name: string) => async () => (asked += name);
    const stop = watch({ "cs-twin": bring("t"), "cs-taken": bring("x") }, place);
    place.append(document.createElement("cs-twin"));
    await aTimeout(0);
    expect(asked).to.equal("t");
    stop();
  });

  it("brings all elements in one file, where a page has nearly all", async () => {
    const { elements } = (await (await fetch(`${elementsAt}elements.json`)).json()) as { elements: object };
    const tags = Object.keys(elements);
    const body = tags.map((tag) => `<${tag}></${tag}>`).join("");
    const view = await page(`${loader}${body}`);
    await until(() => tags.every((tag) => view.customElements.get(tag)));
    expect(scripts(view).map((path) => path.slice(elementsAt.length).split(".")[0])).to.deep.equal(["vitrine", "together"]);
    const named = `<link rel="modulepreload" href="${elementsAt}cs-school-list.none.js">`;
    const other = await page(`${named}${loader}${body}`);
    await until(() => tags.every((tag) => other.customElements.get(tag)));
    expect(scripts(other).some((path) => path.includes("/together."))).to.equal(false);
  });

  it("brings each by itself where they are few, and where the one file did not come", async () => {
    const place = document.createElement("div");
    place.className = "place";
    place.innerHTML = "<cs-one></cs-one><cs-one></cs-one><cs-two></cs-two><other-three></other-three>";
    document.body.append(place);
    const asked: string[] = [];
    const bring = (name: string) => async () => asked.push(name);
    const modules = { "cs-one": bring("one"), "cs-two": bring("two"), "cs-three": bring("three") };
    const seen = async (from: number, comes: boolean) => {
      asked.length = 0;
      const together = async () => (asked.push("all"), comes ? undefined : Promise.reject(new Error("it did not come")));
      const stop = watch(modules, place, together, from);
      await aTimeout(0);
      stop();
      return asked.join(" ");
    };
    expect(await seen(3, true)).to.equal("one two");
    expect(await seen(2, true), "one file registers them, and nothing is left to bring").to.equal("all one two");
    expect(await seen(2, false)).to.equal("all one two");
  });
});
