import type { GapDocument } from "@vitrine/contract";
import { gapPicture } from "@vitrine/drawing";
import type { GapChart } from "@vitrine/widgets/gap-chart";
import "@vitrine/widgets/gap-chart";
import { expect } from "@open-wc/testing";
import { inside, markNames, part, said } from "./element-fixture.ts";
import { pictureSuite, shown, testDocument } from "./picture-suite.ts";

await pictureSuite("cs-gap-chart", "gap", gapPicture);

const chart = async (name: string) => shown<GapChart>("cs-gap-chart", await testDocument<GapDocument>(`documents/gap/${name}.json`));

describe("cs-gap-chart", () => {
  it("has a mark for every group on both panels and one for the distance, each named", async () => {
    const element = await chart("two-groups");
    expect(markNames(element)).to.deep.equal(["note definition", "context/below", "below", "context/above", "above", "distance"]);
    expect(inside(element).querySelector('[data-key="distance"]')!.getAttribute("aria-label")).to.equal(
      "Between “Districts below 25% free or reduced-price meals” and “Districts from 25% free or reduced-price meals”: 124.7 page loads per 1,000 students a day",
    );
  });

  it("says that districts are compared, not students", async () => {
    const element = await chart("typical");
    expect(said(element, "summary")).to.contain("This compares districts, not students");
  });

  it("opens the note on what is measured", async () => {
    const element = await chart("typical");
    inside(element)
      .querySelector<SVGElement>("[data-note=definition]")!
      .dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect((part(element, "notes") as HTMLDetailsElement).open).to.equal(true);
  });

  it("is empty without groups, and says so", async () => {
    const element = await chart("empty");
    expect(element.state).to.equal("empty");
    expect(said(element, "notice")).to.equal("There are no figures for this place and period yet.");
  });
});
