import type { TrendDocument } from "@vitrine/contract";
import type { TrendChart } from "@vitrine/widgets";
import "@vitrine/widgets/trend-chart";
import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { fastest } from "../helpers/fastest.ts";
import { inside, markNames, part, said, until } from "./element-fixture.ts";
import { fits, shown, testDocument } from "./picture-suite.ts";

const names = [
  "all-withheld",
  "bands",
  "every-absence",
  "longest-labels",
  "many-groups",
  "monthly-one-line",
  "one-line",
  "one-point",
  "partner",
  "provisional",
  "termly-with-gap",
  "typical",
  "weekly-equity",
];
const at = (name: string) => testDocument<TrendDocument>(`documents/trend/${name}.json`);
const drawn = (document: TrendDocument, attributes = "") => shown<TrendChart>("cs-trend-chart", document, attributes);
const cursor = (element: Element) => inside(element).querySelector<HTMLElement>(".cursor")!;
const told = (element: Element) => cursor(element).getAttribute("aria-valuetext") ?? "";
const frames = (count: number) =>
  new Promise<number[]>((resolve) => {
    const times: number[] = [];
    const next = (time: number) => {
      times.push(time);
      if (times.length > count) resolve(times);
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });

describe("cs-trend-chart", () => {
  for (const name of names)
    it(`says the same in picture, sentence and table, and axe finds nothing at 240 and 1200 pixels: ${name}`, async () => {
      const document = await at(name);
      const element = await drawn(document);
      expect(element.state).to.equal("drawn");
      const lines = [...(document.all ? ["all"] : []), ...document.groups.map(({ id }) => `group/${id}`)];
      expect(markNames(element)).to.include.members([...lines, ...document.annotations.map(({ id }) => `event/${id}`)]);
      expect(inside(element).querySelectorAll("table")[0]!.querySelectorAll("tbody tr").length).to.equal(document.times.from.length);
      await fits(element);
    });

  it("a keyboard goes from point to point and hears every figure; the ends hold", async () => {
    const element = await drawn(await at("typical"));
    cursor(element).focus();
    expect(told(element)).to.match(/^2024-25\. All trained teachers: 68% \(188 of 277 trained teachers\)\. CS Discoveries: 72%/);
    await sendKeys({ press: "ArrowLeft" });
    expect(told(element)).to.match(/^2023-24\. All trained teachers: 65%/);
    await sendKeys({ press: "Home" });
    expect(told(element)).to.match(/^2018-19\./);
    await sendKeys({ press: "ArrowLeft" });
    expect(told(element)).to.match(/^2018-19\./);
    await sendKeys({ press: "PageUp" });
    expect(told(element)).to.match(/^2023-24\./);
    expect(cursor(element).getAttribute("aria-valuenow")).to.equal("6");
    // What lies over the drawing comes when a reader first looks at a point; what is said of it waits for nothing.
    await until(() => cursor(element).querySelector("svg"));
    await expect(element).to.be.accessible();
    await sendKeys({ press: "Escape" });
    expect(cursor(element).querySelector("svg")).to.equal(null);
  });

  it("a keyboard also goes from line to line, and to what is marked", async () => {
    const element = await drawn(await at("typical"));
    inside(element).querySelector<SVGElement>('[data-key="event/closures"]')!.focus();
    await sendKeys({ press: "ArrowRight" });
    expect((inside(element).activeElement as SVGElement).dataset["key"]).to.equal("all");
    await until(() => inside(element).querySelector('[data-key="group/csd"] [opacity="0.4"]'));
  });

  it("says a withheld figure in words and shows no length of it, also where a reader points", async () => {
    const element = await drawn(await at("all-withheld"));
    cursor(element).focus();
    expect(told(element)).to.match(/All trained teachers: withheld to protect privacy\. CS Discoveries: withheld to protect privacy/);
    await until(() => cursor(element).querySelector("svg"));
    expect(cursor(element).querySelector("circle")).to.equal(null);
    expect(said(element, "summary")).to.contain("withheld to protect privacy");
  });

  it("ten years of weeks: pointing moves a line at 60 frames a second, and the drawing is not drawn again", async () => {
    const element = await drawn(await at("weekly-ten-years"));
    element.parentElement!.style.width = "1200px";
    const width = () => Number(part(element, "picture")!.querySelector("svg")!.getAttribute("width"));
    await until(() => width() > 1100);
    // A page may get a scroll bar meanwhile, and lose it.
    for (let last = 0; last !== width(); await frames(20)) last = width();
    const drawing = inside(element).querySelector(".stage > svg")!;
    cursor(element).focus();
    await until(() => cursor(element).querySelector("svg"));
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(drawing, { subtree: true, childList: true, attributes: true, characterData: true });
    const box = cursor(element).getBoundingClientRect();
    const seen = new Set<string>();
    for (let step = 0; step < 90; step++) {
      cursor(element).dispatchEvent(
        new PointerEvent("pointermove", {
          clientX: box.left + 60 + step * 10,
          clientY: box.top + box.height / 2,
          bubbles: true,
          composed: true,
        }),
      );
      await frames(0);
      seen.add(told(element).split(".")[0]!);
    }
    observer.disconnect();
    expect(changes).to.equal(0);
    expect(seen.size).to.be.greaterThan(60);
    // What one move costs, by itself: well inside the sixteen milliseconds of a frame.
    const ten = fastest(() => {
      for (let step = 0; step < 10; step++)
        cursor(element).dispatchEvent(new KeyboardEvent("keydown", { key: step % 2 ? "ArrowLeft" : "PageDown", bubbles: true }));
    });
    expect(ten / 10).to.be.lessThan(16);
    element.parentElement!.removeAttribute("style");
  });

  it("from right to left time runs to the left, and the arrows follow", async () => {
    const element = await drawn(await at("typical"), 'dir="rtl"');
    cursor(element).focus();
    await sendKeys({ press: "ArrowRight" });
    expect(told(element)).to.match(/^2023-24\./);
  });

  it("a document without points is empty and says so; the menu offers data and picture", async () => {
    const empty = await drawn(await at("empty"));
    expect(empty.state).to.equal("empty");
    const element = await drawn(await at("typical"));
    part(element, "menu-button")!.click();
    await until(() => inside(element).querySelectorAll(".panel button").length >= 4);
    expect([...inside(element).querySelectorAll<HTMLButtonElement>(".panel button")].map(({ name }) => name)).to.include.members([
      "csv",
      "svg",
      "png",
      "print",
    ]);
  });
});
