import type { PathwayDocument } from "@vitrine/contract";
import type { PathwayFunnel } from "@vitrine/widgets";
import "@vitrine/widgets/pathway-funnel";
import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { inside, markNames, part, said, until } from "./element-fixture.ts";
import { fits, shown, testDocument } from "./picture-suite.ts";

const names = [
  "all-withheld",
  "event",
  "event-protected",
  "every-absence",
  "longest-labels",
  "many-groups",
  "not-followed",
  "one-group",
  "one-stage",
  "partner",
  "pipeline",
  "provisional",
  "ranges",
  "typical",
];
const at = (name: string) => testDocument<PathwayDocument>(`documents/pathway/${name}.json`);
const drawn = (document: PathwayDocument) => shown<PathwayFunnel>("cs-pathway-funnel", document);
const active = (element: Element) => (inside(element).activeElement as SVGElement | null)?.dataset["key"];

describe("cs-pathway-funnel", () => {
  for (const name of names)
    it(`says the same in picture, sentence and table, and axe finds nothing at 240 and 1200 pixels: ${name}`, async () => {
      const document = await at(name);
      const element = await drawn(document);
      expect(element.state).to.equal("drawn");
      const lines = ["", ...document.breakdowns.flatMap(({ by, groups }) => groups.map(({ id }) => `${by}/${id}/`))];
      expect(markNames(element)).to.have.members(lines.flatMap((line) => document.stages.map(({ id }) => `${line}${id}`)));
      const rows = [...inside(element).querySelectorAll("tbody th")].map((cell) => cell.textContent.trim());
      expect(rows).to.include.members(document.stages.map((stage) => stage.name));
      await fits(element);
    });

  it("a keyboard goes from stage to stage, and each says who went on and who did not", async () => {
    const element = await drawn(await at("event"));
    inside(element).querySelector<SVGElement>('[data-key="registered"]')!.focus();
    await sendKeys({ press: "ArrowDown" });
    expect(active(element)).to.equal("came");
    expect((inside(element).activeElement as SVGElement).getAttribute("aria-label")).to.equal("Came: 30 of 50 went on (60%); 20 did not.");
    await sendKeys({ press: "End" });
    expect(active(element)).to.equal("answered");
    await sendKeys({ press: "ArrowDown" });
    expect(active(element)).to.equal("answered");
    await sendKeys({ press: "Home" });
    expect(active(element)).to.equal("registered");
  });

  it("never writes a number that is withheld, and gives it no length", async () => {
    const element = await drawn(await at("event-protected"));
    expect(said(element, "summary")).to.contain("Answered the survey: how many families is withheld to protect privacy.");
    expect(inside(element).querySelector('[data-key="answered"] rect')).to.equal(null);
    expect(said(element, "picture")).not.to.match(/\b10\b/);
  });

  it("without anybody it is empty and says so; the menu offers data and picture", async () => {
    const empty = await drawn(await at("empty"));
    expect(empty.state).to.equal("empty");
    const element = await drawn(await at("typical"));
    part(element, "menu-button")!.click();
    await until(() => inside(element).querySelectorAll(".panel button").length >= 4);
    const choices = [...inside(element).querySelectorAll<HTMLButtonElement>(".panel button")].map(({ name }) => name);
    expect(choices).to.include.members(["csv", "svg", "png", "print"]);
  });
});
