import { expect } from "@open-wc/testing";
import { documentAt, drawn, inside, part, place, said, typical, typicalAddress, until } from "./element-fixture.ts";

const spanish = "Descargar o compartir";

describe("language of every element", () => {
  it("speaks the language of its closest ancestor, with its dates", async () => {
    const box = await place(`<div lang="es"><cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge></div>`);
    const element = box.querySelector("cs-implementation-gauge")!;
    await until(() => element.state === "drawn" && said(element, "menu-button") === spanish);
    expect(said(element, "source")).to.contain("Datos al 30 de septiembre de 2026");
    expect(said(element, "summary")).to.contain("docentes");
  });

  it("prefers its own language, and takes the region for numbers and dates", async () => {
    const box = await place(
      `<div lang="es"><cs-implementation-gauge lang="en-GB" src="${typicalAddress}"></cs-implementation-gauge></div>`,
    );
    const element = box.querySelector("cs-implementation-gauge")!;
    await until(() => element.state === "drawn");
    expect(said(element, "source")).to.contain("Data as of 30 September 2026");
  });

  it("follows a change on an ancestor, also outside the shadow root it stands in", async () => {
    const host = await place("<div></div>");
    const root = host.attachShadow({ mode: "open" });
    const element = document.createElement("cs-implementation-gauge");
    root.append(element);
    element.document = await typical();
    await until(() => said(element, "menu-button") === "Download or share");
    host.parentElement!.lang = "es-MX";
    await until(() => said(element, "menu-button") === spanish);
    host.parentElement!.removeAttribute("lang");
    await until(() => said(element, "menu-button") === "Download or share");
  });

  it("speaks English where it has no words for a language, and where the tag is none", async () => {
    for (const tag of ["tlh", "en_US", "e", "", "constructor", "__proto__"]) {
      const element = await drawn(await typical(), `lang="${tag}"`);
      expect(said(element, "source"), tag).to.contain("Data as of September 30, 2026");
    }
  });

  it("says why a document is refused in the page's language", async () => {
    const element = await place('<cs-implementation-gauge lang="es" src="/respond?status=500"></cs-implementation-gauge>');
    await until(() => said(element, "notice") !== "");
    expect(said(element, "notice")).to.equal("No se pudieron cargar estas cifras. Inténtelo más tarde.");
  });

  it("is mirrored from right to left", async () => {
    const element = await drawn(await typical(), 'style="inline-size: 700px"');
    const middle = (selector: string) => {
      const box = inside(element).querySelector(selector)!.getBoundingClientRect();
      return (box.left + box.right) / 2 - element.getBoundingClientRect().left;
    };
    await until(() => middle('[data-key="course/csd"]') > 350);
    expect(middle("[part=menu-button]")).to.be.greaterThan(350);
    element.dir = "rtl";
    await until(() => middle('[data-key="course/csd"]') < 350);
    expect(middle("[part=menu-button]")).to.be.lessThan(350);
    expect(part(element, "figure")!.dir).to.equal("rtl");
    // An English title keeps its own order of words, and stands on the right with everything else.
    expect(getComputedStyle(part(element, "title")!).direction).to.equal("ltr");
    expect(getComputedStyle(part(element, "title")!).textAlign).to.equal("right");
  });

  it("keeps the order of a sentence and of a range on a page from right to left", async () => {
    const bands = await documentAt("/test/documents/implementation/bands.json");
    const element = await drawn({ ...bands, title: "How many teach?" }, 'dir="rtl" lang="ar" style="inline-size: 700px"');
    const table = await until(() => inside(element).querySelector("table"));
    table.closest("details")!.open = true;
    /** How far the end of a text stands from its beginning, to the right. */
    const onward = (text: Text) => {
      const at = (from: number) => {
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, from + 1);
        return range.getBoundingClientRect().left;
      };
      return at(text.data.trimEnd().length - 1) - at(text.data.search(/\S/));
    };
    const textOf = (node: Element) =>
      [...node.childNodes].find((child): child is Text => child instanceof Text && child.data.trim() !== "")!;
    expect(table.caption!.textContent).to.match(/\?$/);
    expect(onward(textOf(table.caption!))).to.be.greaterThan(0);
    const range = [...inside(element).querySelectorAll("td")].find((cell) => cell.textContent === "60% to 70%")!;
    expect(onward(textOf(range))).to.be.greaterThan(0);
    expect(getComputedStyle(range).textAlign).to.equal("left");
    expect(getComputedStyle(table.caption!).textAlign).to.equal("right");
    element.src = "/nothing-is-here.json";
    element.document = undefined;
    await until(() => said(element, "notice").endsWith("."));
    expect(onward(textOf(part(element, "notice")!))).to.be.greaterThan(0);
  });
});
