import type { MetricsDocument } from "@vitrine/contract";
import { metricsPicture } from "@vitrine/drawing";
import type { MetricCards } from "@vitrine/widgets";
import "@vitrine/widgets/metric-cards";
import { expect } from "@open-wc/testing";
import { inside, markNames, said } from "./element-fixture.ts";
import { pictureSuite, shown, testDocument } from "./picture-suite.ts";

await pictureSuite("cs-metric-cards", "metrics", metricsPicture);

const cards = async (name: string, change: Partial<MetricsDocument> = {}) =>
  shown<MetricCards>("cs-metric-cards", { ...(await testDocument<MetricsDocument>(`documents/metrics/${name}.json`)), ...change });

describe("cs-metric-cards", () => {
  it("has a card for every number, named with number, period and change", async () => {
    const element = await cards("typical");
    expect(markNames(element)).to.deep.equal(["teachers", "schools", "students", "events", "families"]);
    const label = inside(element).querySelector('[data-key="students"]')!.getAttribute("aria-label");
    expect(label).to.equal(
      "Students in these courses: 8,420 students. 2025-26. 310 fewer since 2024-25, compared over 112 schools that reported in both years.",
    );
  });

  it("is empty without numbers, and says so", async () => {
    const element = await cards("empty");
    expect(element.state).to.equal("empty");
    expect(said(element, "notice")).to.equal("There are no figures for this place and period yet.");
    expect(inside(element).querySelector("table")).to.equal(null);
  });

  it("never writes a number that is withheld", async () => {
    const element = await cards("all-withheld");
    const values = [...inside(element).querySelectorAll("tbody tr")].map((row) => row.querySelector("td")!.textContent);
    expect(new Set(values)).to.deep.equal(new Set(["withheld to protect privacy"]));
  });
});
