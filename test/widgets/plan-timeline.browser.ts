import type { PlanDocument } from "@vitrine/contract";
import { planPicture } from "@vitrine/drawing";
import type { PlanTimeline } from "@vitrine/widgets";
import "@vitrine/widgets/plan-timeline";
import { expect } from "@open-wc/testing";
import { inside, markNames, said } from "./element-fixture.ts";
import { pictureSuite, shown, testDocument } from "./picture-suite.ts";

await pictureSuite("cs-plan-timeline", "plan", planPicture);

const plan = async (name: string) =>
  shown<PlanTimeline>("cs-plan-timeline", await testDocument<PlanDocument>(`documents/plan/${name}.json`));

describe("cs-plan-timeline", () => {
  it("leads through the five steps of the fall clean-up, with their days and what happens when one is missed", async () => {
    const element = await plan("fall-clean-up");
    expect(markNames(element)).to.deep.equal(["step/open", "step/look", "step/reach", "step/send", "step/review"]);
    const label = inside(element).querySelector('[data-key="step/send"]')!.getAttribute("aria-label");
    expect(label).to.contain("Due October 30, 2026 · 18 days left").and.to.contain("Corrections sent later are not made this fall.");
    const link = inside(element).querySelector<HTMLAnchorElement>("[part=actions] a")!;
    expect(link.textContent).to.equal("Send your corrections");
    expect(said(element, "actions")).to.contain("by October 30, 2026");
  });

  it("counts days from the day of the plan, whatever day it is", async () => {
    const element = await plan("past-due");
    expect(said(element, "summary")).to.contain("One step is past due.").and.to.contain("counted from November 20, 2026");
  });

  it("is empty without anything in it", async () => {
    expect((await plan("empty")).state).to.equal("empty");
  });
});
