import { ImplementationGauge } from "@vitrine/widgets";
import { limits } from "@vitrine/widgets/element/load";
import { expect, oneEvent } from "@open-wc/testing";
import { answering, drawn, fallbackInView, hold, inside, part, place, said, typical, typicalAddress, until } from "./element-fixture.ts";

const titled = (title: string) => typical({ title });

/** Counts requests while `run` runs. */
async function requests(run: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  const real = window.fetch;
  window.fetch = (input, init) => {
    seen.push(input instanceof Request ? input.url : String(input));
    return real(input, init);
  };
  try {
    await run();
  } finally {
    window.fetch = real;
  }
  return seen;
}

describe("input of every element", () => {
  const real = window.fetch;
  afterEach(() => (window.fetch = real));

  it("draws the document at an address", async () => {
    const element = await place(`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    expect(element.getAttribute("state")).to.equal("drawn");
    expect(said(element, "title")).to.equal("How many trained teachers now teach computer science?");
    expect(part(element, "picture")?.querySelector("svg")).to.be.instanceOf(SVGElement);
  });

  it("draws the document of a script child", async () => {
    const text = JSON.stringify(await titled("From the page"));
    const element = await place(`<cs-implementation-gauge><script type="application/json">${text}</script></cs-implementation-gauge>`);
    expect(said(element, "title")).to.equal("From the page");
  });

  it("draws a document that was handed over, and says so with its id and date", async () => {
    const element = await place("<cs-implementation-gauge></cs-implementation-gauge>");
    const event = oneEvent(element, "vitrine-drawn");
    element.document = await typical();
    const { detail } = (await event) as CustomEvent;
    expect(detail).to.deep.equal({ id: "riverbend-implementation-2025", asOf: "2026-09-30", revision: 2 });
    expect(element.state).to.equal("drawn");
  });

  it("takes the property before the address, and the address before the script", async () => {
    const script = `<script type="application/json">${JSON.stringify(await titled("Script"))}</script>`;
    const element = await place(`<cs-implementation-gauge src="${answering(await titled("Address"))}">${script}</cs-implementation-gauge>`);
    await until(() => said(element, "title") === "Address");
    element.document = await titled("Property");
    await element.updateComplete;
    expect(said(element, "title")).to.equal("Property");
    element.document = null;
    await until(() => said(element, "title") === "Address");
    element.removeAttribute("src");
    await until(() => said(element, "title") === "Script");
  });

  it("follows a script child that comes late or is exchanged", async () => {
    const element = await place("<cs-implementation-gauge><p>Fallback</p></cs-implementation-gauge>");
    const add = async (title: string) => {
      const script = document.createElement("script");
      script.type = "application/json";
      script.textContent = JSON.stringify(await titled(title));
      element.querySelector("script")?.remove();
      element.append(script);
    };
    await add("First");
    await until(() => said(element, "title") === "First");
    await add("Second");
    await until(() => said(element, "title") === "Second");
  });

  it("keeps the old picture, marked as busy, until the new address has answered", async () => {
    const element = await place(`<cs-implementation-gauge src="${answering(await titled("One"))}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    const letGo = hold("Two");
    element.src = answering(await titled("Two"));
    await element.updateComplete;
    expect(element.state).to.equal("waiting");
    expect(said(element, "title")).to.equal("One");
    expect(part(element, "figure")?.getAttribute("aria-busy")).to.equal("true");
    letGo();
    await until(() => said(element, "title") === "Two");
    expect(part(element, "figure")?.hasAttribute("aria-busy")).to.equal(false);
  });

  it("never shows an answer that came after the address had changed", async () => {
    const letGo = hold("Slow");
    const element = await place(`<cs-implementation-gauge src="${answering(await titled("Slow"))}"></cs-implementation-gauge>`);
    element.src = answering(await titled("Quick"));
    await until(() => said(element, "title") === "Quick");
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(said(element, "title")).to.equal("Quick");
  });

  it("draws a document that was set before the element was defined", async () => {
    const early = document.createElement("late-gauge") as ImplementationGauge;
    early.document = await titled("Set before");
    document.body.append(early);
    customElements.define("late-gauge", class extends ImplementationGauge {});
    await early.updateComplete;
    expect(said(early, "title")).to.equal("Set before");
    early.remove();
  });

  it("asks once when two elements have the same address", async () => {
    const address = answering(await titled("Shared"), "delay=50");
    const asked = await requests(async () => {
      const box = await place(`<div>${`<cs-implementation-gauge src="${address}"></cs-implementation-gauge>`.repeat(2)}</div>`);
      const both = [...box.querySelectorAll("cs-implementation-gauge")];
      await until(() => both.every(({ state }) => state === "drawn"));
    });
    expect(asked.filter((url) => url.includes("Shared"))).to.have.lengthOf(1);
  });

  it("still answers the second element when the first is removed", async () => {
    const address = answering(await titled("Shared too"));
    const letGo = hold("Shared%20too");
    const box = await place(`<div>${`<cs-implementation-gauge src="${address}"></cs-implementation-gauge>`.repeat(2)}</div>`);
    const [first, second] = [...box.querySelectorAll("cs-implementation-gauge")] as [ImplementationGauge, ImplementationGauge];
    first.remove();
    letGo();
    await until(() => second.state === "drawn");
    expect(first.state).to.equal("waiting");
  });

  it("gives up its request when removed, and asks again when put back", async () => {
    const letGo = hold("Back");
    const element = await place(`<cs-implementation-gauge src="${answering(await titled("Back"))}"></cs-implementation-gauge>`);
    const parent = element.parentElement!;
    element.remove();
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(element.state).to.equal("waiting");
    parent.append(element);
    await until(() => element.state === "drawn");
  });

  it("keeps its picture when moved, without asking again", async () => {
    const element = await place(`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    const asked = await requests(async () => {
      const home = document.createElement("section");
      element.parentElement!.append(home);
      home.append(element);
      await element.updateComplete;
    });
    expect(asked).to.deep.equal([]);
    expect(element.state).to.equal("drawn");
    expect(part(element, "picture")?.querySelector("svg")).to.be.instanceOf(SVGElement);
  });

  it("asks for its document and nothing else", async () => {
    const address = answering(await titled("Only this"));
    const start = performance.now();
    const element = await place(`<cs-implementation-gauge src="${address}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    const names = performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => startTime >= start)
      .map(({ name }) => name);
    expect(names.filter((name) => !name.includes("Only%20this") && !name.includes("__web-"))).to.deep.equal([]);
    expect(document.cookie).to.equal("");
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it("keeps a picture that came with the page until its own stands there", async () => {
    const box = document.createElement("div");
    document.body.append(box);
    const served = '<template shadowrootmode="open"><style>p { color: green }</style><p>served picture</p></template>';
    box.setHTMLUnsafe(`<cs-implementation-gauge src="${typicalAddress}">${served}</cs-implementation-gauge>`);
    const element = box.querySelector("cs-implementation-gauge")!;
    await element.updateComplete;
    expect(inside(element).textContent).to.contain("served picture");
    expect(fallbackInView(element)).to.equal(false);
    await until(() => element.state === "drawn");
    expect(inside(element).textContent).not.to.contain("served picture");
    expect(inside(element).querySelector("style")).to.equal(null);
    expect(inside(element).querySelectorAll("figure")).to.have.lengthOf(1);
    box.remove();
  });

  it("leaves the served picture when the document does not come, and takes it away when the document is refused", async () => {
    const serve = async (address: string) => {
      const box = document.createElement("div");
      document.body.append(box);
      box.setHTMLUnsafe(
        `<cs-implementation-gauge src="${address}"><template shadowrootmode="open"><p>served picture</p></template></cs-implementation-gauge>`,
      );
      const element = box.querySelector("cs-implementation-gauge")!;
      await until(() => element.state === "refused");
      await element.updateComplete;
      box.remove();
      return inside(element).textContent;
    };
    expect(await serve("/respond?status=404"))
      .to.contain("served picture")
      .and.to.contain("could not be loaded");
    const research = await typical({ audience: { kind: "research" } });
    expect(await serve(answering(research))).not.to.contain("served picture");
  });

  it("leaves the tag to whoever took it first", async () => {
    const { define } = await import("@vitrine/widgets");
    const first = customElements.get("cs-implementation-gauge");
    define("cs-implementation-gauge", class extends ImplementationGauge {});
    expect(customElements.get("cs-implementation-gauge")).to.equal(first);
  });

  it("stops at the size limit and at the time limit, each with its sentence", async () => {
    const { characters, milliseconds } = limits;
    try {
      limits.characters = 1000;
      const large = await place(`<cs-implementation-gauge src="${typicalAddress}?large"></cs-implementation-gauge>`);
      await until(() => large.state === "refused");
      expect(said(large, "notice")).to.contain("the file is larger than a figure may be");
      limits.milliseconds = 50;
      const slow = await place('<cs-implementation-gauge src="/respond?delay=30000&body=slow"></cs-implementation-gauge>');
      await until(() => slow.state === "refused");
      expect(said(slow, "notice")).to.contain("took too long");
    } finally {
      Object.assign(limits, { characters, milliseconds });
    }
  });

  it("draws again with the width it is given, and no more often than it changes", async () => {
    const element = await drawn(await typical());
    const width = () => Number(part(element, "picture")?.querySelector("svg")?.getAttribute("width"));
    for (const wide of [1300, 620, 200]) {
      element.parentElement!.style.width = `${wide}px`;
      await until(() => Math.abs(width() - Math.min(1200, Math.max(240, wide))) <= 12);
    }
    element.parentElement!.removeAttribute("style");
  });
});
