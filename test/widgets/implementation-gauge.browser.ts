import { expect } from "@open-wc/testing";
import { documentAt, drawn, inside, markNames, part, place, said, until } from "./element-fixture.ts";

const names = [
  "all-withheld",
  "bands",
  "every-absence",
  "longest-labels",
  "many-rows",
  "no-breakdown",
  "no-target",
  "one-group",
  "partner",
  "provisional",
  "typical",
  "zero-published",
];
const at = (name: string) => documentAt(`/test/documents/implementation/${name}.json`);

describe("cs-implementation-gauge", () => {
  for (const name of names)
    it(`says the same in picture, sentence and table, and axe finds nothing at 240 and 1200 pixels: ${name}`, async () => {
      const document = await at(name);
      const { audience } = document;
      const element = await drawn(document, audience.kind === "partner" ? `partner="${audience.id}"` : "");
      expect(element.state).to.equal("drawn");
      const groups = document.breakdowns.flatMap(({ by, groups }) => groups.map(({ id }) => `${by}/${id}`));
      expect(markNames(element)).to.include.members(["met", "note definition", ...groups]);
      const rows = [...inside(element).querySelectorAll("tbody th")].map((cell) => cell.textContent.trim());
      for (const { groups } of document.breakdowns) for (const group of groups) expect(rows).to.include(group.name);
      for (const width of [240, 1200]) {
        element.parentElement!.style.width = `${width}px`;
        await until(() => Math.abs(Number(part(element, "picture")!.querySelector("svg")!.getAttribute("width")) - width) <= 16);
        await expect(element).to.be.accessible();
        const figure = part(element, "figure")!;
        expect(figure.scrollWidth).to.equal(figure.clientWidth);
      }
      element.parentElement!.removeAttribute("style");
    });

  it("never writes a figure that is withheld, and gives it no length", async () => {
    const element = await drawn(await at("all-withheld"));
    expect(said(element, "summary")).to.contain("withheld to protect privacy");
    expect(inside(element).querySelector('[data-key="course/csd"] rect')).to.equal(null);
    const cells = [...inside(element).querySelectorAll("tbody td")].map((cell) => cell.textContent.trim());
    expect(cells.join(" ")).not.to.match(/\d/);
  });

  it("is known to programs by its tag, and has its document and state", async () => {
    const element = await place("<cs-implementation-gauge></cs-implementation-gauge>");
    const made = document.createElement("cs-implementation-gauge");
    expect(made).to.be.instanceOf(element.constructor);
    expect(made.state).to.equal("waiting");
    expect(made.document).to.equal(undefined);
  });
});
