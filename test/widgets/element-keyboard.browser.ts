import { executeServerCommand, sendKeys } from "@web/test-runner-commands";
import { expect } from "@open-wc/testing";
import { drawn, inside, markNames, part, place, said, typical, typicalAddress, until } from "./element-fixture.ts";

const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => sendKeys({ press: key })), Promise.resolve());
const focused = (element: Element) => inside(element).activeElement as HTMLElement | SVGElement | null;
const focusedMark = (element: Element) => {
  const { dataset } = focused(element) ?? { dataset: {} as DOMStringMap };
  return dataset["key"] ?? (dataset["note"] && `note ${dataset["note"]}`);
};

describe("keyboard on every element", () => {
  it("reaches everything in the order it is read, with Tab alone", async () => {
    const element = await drawn(await typical());
    const before = document.createElement("button");
    // Past the last stop of a page the focus goes to the browser's own buttons, and does not come back in every engine.
    const after = document.createElement("button");
    element.before(before);
    element.after(after);
    before.focus();
    const stops: string[] = [];
    for (;;) {
      await press("Tab");
      const at = focused(element);
      if (!at) break;
      stops.push(focusedMark(element) ?? at.textContent.trim());
    }
    expect(stops).to.deep.equal([
      "met",
      "The figures as a table",
      "Notes",
      "Ask the programme",
      "How privacy is protected",
      "Download or share",
    ]);
    expect(document.activeElement).to.equal(after);
    before.remove();
    after.remove();
  });

  it("goes from mark to mark with the arrow keys, to the ends with Home and End", async () => {
    const element = await drawn(await typical());
    const names = markNames(element);
    expect(names).to.include.members(["met", "started", "notStarted", "notKnown", "note definition", "course/csd", "year/2025-26"]);
    inside(element).querySelector<SVGElement>('[tabindex="0"][data-key]')!.focus();
    const visited = [focusedMark(element)];
    for (let step = 1; step < names.length; step++) {
      await press("ArrowRight");
      visited.push(focusedMark(element));
    }
    expect(visited).to.deep.equal(names);
    await press("ArrowRight");
    expect(focusedMark(element)).to.equal(names.at(-1));
    await press("Home");
    expect(focusedMark(element)).to.equal(names[0]);
    await press("ArrowDown", "ArrowUp", "ArrowLeft");
    expect(focusedMark(element)).to.equal(names[0]);
    await press("End");
    expect(focusedMark(element)).to.equal(names.at(-1));
  });

  it("names every mark, and says how to move", async () => {
    const element = await drawn(await typical());
    const marks = [...inside(element).querySelectorAll("[part=picture] [tabindex]")];
    expect(marks).to.have.lengthOf(markNames(element).length);
    for (const mark of marks) expect((mark.getAttribute("aria-label") ?? mark.textContent).trim()).not.to.equal("");
    const picture = part(element, "picture")!.querySelector("svg")!;
    expect(picture.getAttribute("role")).to.equal("group");
    const description = picture.getAttribute("aria-describedby")!.split(" ");
    const words = description.map((id) => inside(element).getElementById(id)?.textContent).join(" ");
    expect(words).to.contain("149 of 240").and.to.contain("Arrow keys move through the picture.");
  });

  it("brings the mark that has the focus or the pointer forward, until Escape or leaving", async () => {
    const element = await drawn(await typical());
    const pale = () => inside(element).querySelectorAll('[part=picture] [data-key][opacity="0.4"]').length;
    inside(element).querySelector<SVGElement>('[data-key="met"]')!.focus();
    await until(() => pale() > 0);
    await press("Escape");
    await until(() => pale() === 0);
    inside(element)
      .querySelector('[data-key="started"]')!
      .dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    await until(() => pale() > 0);
    part(element, "picture")!.dispatchEvent(new PointerEvent("pointerleave"));
    await until(() => pale() === 0);
  });

  it("opens the note a term stands for, and goes there", async () => {
    const element = await drawn(await typical());
    const notes = part(element, "notes") as HTMLDetailsElement;
    expect(notes.open).to.equal(false);
    inside(element).querySelector<SVGElement>('[data-note="definition"]')!.focus();
    await press("Enter");
    expect(notes.open).to.equal(true);
    expect(focused(element)?.textContent).to.contain("five students have each finished three units");
  });

  it("shows where the focus is", async () => {
    const element = await drawn(await typical());
    const mark = inside(element).querySelector<SVGElement>('[data-key="met"]')!;
    mark.focus();
    await press("ArrowRight", "ArrowLeft");
    expect(getComputedStyle(mark).outlineStyle).to.equal("solid");
    expect(parseFloat(getComputedStyle(mark).outlineWidth)).to.be.at.least(2);
  });

  it("opens the menu, walks it and closes it without a mouse", async () => {
    const element = await place(`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    const button = part(element, "menu-button")!;
    button.focus();
    await press("Enter");
    expect(button.getAttribute("aria-expanded")).to.equal("true");
    await until(() => inside(element).querySelector(".panel button"));
    await press("ArrowDown");
    expect(focused(element)?.textContent).to.equal("Data (CSV)");
    await press("Tab", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
    expect(focused(element)?.textContent).to.equal("Print this figure");
    await press("Escape");
    expect(button.getAttribute("aria-expanded")).to.equal("false");
    expect(focused(element)).to.equal(button);
    const after = document.createElement("button");
    element.after(after);
    await press("Enter", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    await until(() => button.getAttribute("aria-expanded") === "false");
    after.remove();
  });

  it("closes the menu when the reader points elsewhere", async () => {
    const element = await drawn(await typical());
    const button = part(element, "menu-button")!;
    button.click();
    await element.updateComplete;
    document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(button.getAttribute("aria-expanded")).to.equal("false");
  });

  it("gives the code to copy, made for this document", async () => {
    const element = await place(`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    part(element, "menu-button")!.focus();
    await press("Enter");
    await until(() => inside(element).querySelector(".panel button"));
    await press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
    await until(() => inside(element).querySelector("textarea"));
    const code = inside(element).querySelector("textarea")!.value;
    expect(code).to.contain(`<cs-implementation-gauge src="${location.origin}${typicalAddress}">`);
    expect(code).to.contain("149 of 240").and.to.contain("Data as of September 30, 2026");
    expect(said(element, "menu")).to.match(/Copied\.|Copy the selected text\./);
  });

  it("mirrors the arrow keys from right to left", async () => {
    const element = await drawn(await typical(), 'dir="rtl"');
    const names = markNames(element);
    inside(element).querySelector<SVGElement>("[data-key]")!.focus();
    await press("ArrowLeft");
    expect(focusedMark(element)).to.equal(names[1]);
    await press("ArrowRight");
    expect(focusedMark(element)).to.equal(names[0]);
  });
});

describe("axe on every element", () => {
  afterEach(() => executeServerCommand("emulate-media", { features: {} }));
  const states: Record<string, () => Promise<HTMLElement>> = {
    drawn: async () => drawn(await typical()),
    empty: async () =>
      drawn(
        await typical({
          trained: 0,
          met: "not-applicable",
          started: "not-applicable",
          notStarted: "not-applicable",
          notKnown: "not-applicable",
          breakdowns: [],
        }),
      ),
    waiting: () => place("<cs-implementation-gauge></cs-implementation-gauge>"),
    refused: async () => {
      const element = await place("<cs-implementation-gauge></cs-implementation-gauge>");
      element.document = await typical({ audience: { kind: "research" } });
      await element.updateComplete;
      return element;
    },
    stale: async () => {
      const element = await place(`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`);
      await until(() => element.state === "drawn");
      const real = window.fetch;
      window.fetch = () => Promise.reject(new TypeError("offline"));
      await element.refresh();
      window.fetch = real;
      return element;
    },
    "with everything open": async () => {
      const element = await drawn(await typical({ status: "provisional" }));
      for (const details of inside(element).querySelectorAll("details")) details.open = true;
      part(element, "menu-button")!.click();
      await until(() => inside(element).querySelector(".panel button"));
      return element;
    },
  };
  for (const [name, make] of Object.entries(states))
    for (const theme of ["light", "dark"])
      it(`finds nothing: ${name}, ${theme}`, async () => {
        const element = await make();
        element.setAttribute("theme", theme);
        element.parentElement!.style.background = theme === "dark" ? "#14181f" : "#ffffff";
        await expect(element).to.be.accessible();
      });
});
