import type { CompositionDocument } from "@vitrine/contract";
import { diversity } from "@vitrine/drawing";
import type { DiversityChart } from "@vitrine/widgets/diversity-chart";
import "@vitrine/widgets/diversity-chart";
import { expect } from "@open-wc/testing";
import { inside, markNames, part, said } from "./element-fixture.ts";
import { pictureSuite, shown, testDocument } from "./picture-suite.ts";

await pictureSuite("cs-diversity-chart", "composition", diversity);

const chart = async (name: string) =>
  shown<DiversityChart>("cs-diversity-chart", await testDocument<CompositionDocument>(`documents/composition/${name}.json`));

describe("cs-diversity-chart", () => {
  it("has a mark for every group, named with both shares and the difference", async () => {
    const element = await chart("bands");
    expect(markNames(element).slice(0, 3)).to.deep.equal(["note denominator", "gender/female", "gender/male"]);
    expect(inside(element).querySelector('[data-key="gender/male"]')!.getAttribute("aria-label")).to.equal(
      "Boys: Students in the course: 70% to 75%; All students of the school: 50% to 51%; 19 to 25 points higher",
    );
  });

  it("opens the note on which students are counted", async () => {
    const element = await chart("typical");
    inside(element)
      .querySelector<SVGElement>("[data-note=denominator]")!
      .dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect((part(element, "notes") as HTMLDetailsElement).open).to.equal(true);
  });

  it("is empty without groups, and says so", async () => {
    const element = await chart("empty");
    expect(element.state).to.equal("empty");
    expect(said(element, "notice")).to.equal("There are no figures for this place and period yet.");
  });
});
