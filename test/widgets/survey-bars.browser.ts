import type { SurveyDocument } from "@vitrine/contract";
import { survey } from "@vitrine/drawing";
import type { SurveyBars } from "@vitrine/widgets/survey-bars";
import "@vitrine/widgets/survey-bars";
import { expect } from "@open-wc/testing";
import { inside, markNames, part, said } from "./element-fixture.ts";
import { pictureSuite, shown, testDocument } from "./picture-suite.ts";

await pictureSuite("cs-survey-bars", "survey", survey);

const bars = async (name: string) =>
  shown<SurveyBars>("cs-survey-bars", await testDocument<SurveyDocument>(`documents/survey/${name}.json`));

describe("cs-survey-bars", () => {
  it("has a mark for every question and group, each named with its figures and how many answered", async () => {
    const element = await bars("by-group");
    expect(markNames(element)).to.deep.equal([
      "note denominator",
      "taught",
      "taught/middle",
      "taught/high",
      "time",
      "time/middle",
      "time/high",
    ]);
    expect(inside(element).querySelector('[data-key="taught/high"]')!.getAttribute("aria-label")).to.equal(
      "I can teach what I learned next week (High school teachers): Strongly disagree: 11%, Disagree: 13%, Neither: 19%, Agree: 33%, Strongly agree: 24%, 89 teachers",
    );
  });

  it("opens the note on who was asked", async () => {
    const element = await bars("ten-families");
    inside(element)
      .querySelector<SVGElement>("[data-note=denominator]")!
      .dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect((part(element, "notes") as HTMLDetailsElement).open).to.equal(true);
  });

  it("is empty without questions, and says so", async () => {
    const element = await bars("empty");
    expect(element.state).to.equal("empty");
    expect(said(element, "notice")).to.equal("There are no figures for this place and period yet.");
  });
});
