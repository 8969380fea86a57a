import type { ImplementationDocument } from "@vitrine/contract";
import type { Dashboard, FilteredDetail, ImplementationGauge } from "@vitrine/widgets";
import "@vitrine/widgets/dashboard";
import "@vitrine/widgets/gap-chart";
import "@vitrine/widgets/implementation-gauge";
import "@vitrine/widgets/school-access-map";
import "@vitrine/widgets/trend-chart";
import { expect, fixture, oneEvent } from "@open-wc/testing";
import { executeServerCommand, sendKeys } from "@web/test-runner-commands";
import { answering, inside, part, said, typical, until } from "./element-fixture.ts";

const gaugeAt = "/test/documents/implementation/typical.json";
const page = `<h2>Riverbend</h2>
  <cs-implementation-gauge src="${gaugeAt}"><p>149 of 240 trained teachers met the bar.</p></cs-implementation-gauge>
  <cs-trend-chart src="/test/documents/trend/typical.json" data-groups="course"></cs-trend-chart>
  <section><cs-gap-chart src="/test/documents/gap/typical.json"></cs-gap-chart></section>`;

async function drawn(attributes = "", children = page): Promise<Dashboard> {
  const dashboard = await fixture<Dashboard>(`<cs-dashboard ${attributes}>${children}</cs-dashboard>`);
  const figures = [...dashboard.querySelectorAll<ImplementationGauge>("*")].filter(({ localName }) => localName.startsWith("cs-"));
  await until(() => figures.every(({ state }) => state !== "waiting"));
  await dashboard.updateComplete;
  for (const figure of figures) await figure.updateComplete;
  return dashboard;
}
const menu = (dashboard: Dashboard, name: string) => inside(dashboard).querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
const choices = (dashboard: Dashboard, name: string) => [...menu(dashboard, name).options].map(({ text }) => text);
const gaugeOf = (dashboard: Dashboard) => dashboard.querySelector("cs-implementation-gauge")!;
const missesOf = (dashboard: Dashboard) => [...inside(dashboard).querySelectorAll(".miss")].map((miss) => miss.textContent);
async function choose(dashboard: Dashboard, name: string, value: string) {
  menu(dashboard, name).value = value;
  menu(dashboard, name).dispatchEvent(new Event("change"));
  await dashboard.updateComplete;
  await gaugeOf(dashboard)?.updateComplete;
}

describe("cs-dashboard", () => {
  it("lists what its figures are split by, and shows them untouched until a reader chooses", async () => {
    const dashboard = await drawn();
    expect(choices(dashboard, "course")).to.deep.equal(["All courses", "CS Discoveries", "CS Principles"]);
    expect(choices(dashboard, "year")).to.deep.equal(["All years", "2023-24", "2024-25", "2025-26"]);
    expect(menu(dashboard, "place")).to.equal(null);
    expect(said(gaugeOf(dashboard), "summary")).to.contain("149 of 240");
    expect(said(dashboard, "status")).to.equal("");
    expect(missesOf(dashboard)).to.deep.equal([]);
  });

  it("narrows every figure that tells of the choice, says so, and says beside the others that it has no effect", async () => {
    const dashboard = await drawn();
    const told = oneEvent(dashboard, "vitrine-filtered") as Promise<CustomEvent<FilteredDetail>>;
    await choose(dashboard, "course", "csd");
    expect((await told).detail).to.deep.equal({ course: "csd" });
    expect(dashboard.getAttribute("course")).to.equal("csd");
    expect(said(gaugeOf(dashboard), "title")).to.equal("CS Discoveries: How many trained teachers now teach computer science?");
    expect(said(gaugeOf(dashboard), "summary")).to.contain("88 of 132");
    expect(said(dashboard.querySelector("cs-trend-chart")!, "title")).to.contain("CS Discoveries: ");
    expect(said(dashboard, "status")).to.equal("2 of 3 figures show only CS Discoveries.");
    expect(missesOf(dashboard)).to.deep.equal(["Not split by course: this shows all courses."]);
    expect(part(gaugeOf(dashboard), "data")!.textContent).not.to.contain("CS Principles");
    part(gaugeOf(dashboard), "menu-button")!.click();
    await until(() => inside(gaugeOf(dashboard)).querySelector("#menu button[name=csv]"));
    expect(inside(gaugeOf(dashboard)).querySelector("#menu button[name=embed]")).to.equal(null);
    await choose(dashboard, "year", "2024-25");
    expect(missesOf(dashboard)[0]).to.equal("Not split by CS Discoveries within 2024-25.");
    inside(dashboard).querySelector<HTMLButtonElement>("button[name=reset]")!.click();
    await dashboard.updateComplete;
    await gaugeOf(dashboard).updateComplete;
    expect(said(gaugeOf(dashboard), "summary")).to.contain("149 of 240");
    expect(inside(gaugeOf(dashboard)).querySelector("#menu button[name=embed]")).not.to.equal(null);
    expect([dashboard.hasAttribute("course"), said(dashboard, "status")]).to.deep.equal([false, "All figures show everything again."]);
    expect(inside(dashboard).activeElement).to.equal(menu(dashboard, "year"));
  });

  it("is worked by keyboard, and takes its filter from the page too", async () => {
    const dashboard = await drawn(`course="csp"`);
    expect(said(gaugeOf(dashboard), "summary")).to.contain("61 of 108");
    menu(dashboard, "course").focus();
    await sendKeys({ press: "ArrowUp" });
    await until(() => dashboard.course === "csd");
    dashboard.course = null;
    await dashboard.updateComplete;
    await gaugeOf(dashboard).updateComplete;
    expect(menu(dashboard, "course").value).to.equal("");
    expect(said(gaugeOf(dashboard), "summary")).to.contain("149 of 240");
  });

  it("neither lists nor opens a group of which every figure is withheld, and never says how many are left out", async () => {
    const one = await typical();
    const [breakdown] = one.breakdowns;
    const hidden = { trained: "withheld", met: "withheld", started: "withheld", notStarted: "withheld", notKnown: "withheld" } as const;
    const groups = [...breakdown!.groups, { id: "csa", name: "CS A", ...hidden }];
    const document: ImplementationDocument = { ...one, breakdowns: [{ ...breakdown!, partition: false, groups }] };
    const whole = await drawn("", `<cs-implementation-gauge src="${gaugeAt}"></cs-implementation-gauge>`);
    const hint = inside(whole).querySelector(".hint")!.textContent;
    const dashboard = await drawn(`course="csa"`, `<cs-implementation-gauge src="${answering(document)}"></cs-implementation-gauge>`);
    expect(gaugeOf(dashboard).state).to.equal("drawn");
    expect(choices(dashboard, "course")).to.deep.equal(["All courses", "CS Discoveries", "CS Principles"]);
    expect(inside(dashboard).querySelector(".hint")!.textContent).to.equal(hint);
    expect(said(gaugeOf(dashboard), "summary")).to.contain("149 of 240");
    expect(inside(dashboard).textContent).not.to.contain("CS A");
  });

  it("leaves a figure as it was when it goes elsewhere, and keeps the filter over a document that comes later", async () => {
    const dashboard = await drawn(`course="csd"`);
    const gauge = gaugeOf(dashboard);
    gauge.document = await typical({ title: "And now?" });
    await until(() => said(gauge, "title") === "CS Discoveries: And now?");
    dashboard.after(gauge);
    await until(() => said(gauge, "title") === "And now?");
    gauge.remove();
  });

  it("shows a map of the chosen place alone", async () => {
    const dashboard = await drawn(`place="20"`, `<cs-school-access-map src="/test/documents/access/nation.json"></cs-school-access-map>`);
    const map = dashboard.querySelector("cs-school-access-map")!;
    await until(() => said(map, "source").startsWith("Kansas"));
    expect(choices(dashboard, "place").length).to.be.greaterThan(40);
  });

  it("speaks the page's language, and prints what was chosen without the menus", async () => {
    const dashboard = await drawn(`lang="es" course="csd"`);
    await until(() => choices(dashboard, "course")[0] === "Todos los cursos");
    await executeServerCommand("emulate-media", { media: "print" });
    try {
      expect(getComputedStyle(part(dashboard, "filters")!).display).to.equal("none");
      const only = inside(dashboard).querySelector(".only")!;
      expect([getComputedStyle(only).display, only.textContent]).to.deep.equal(["block", "CS Discoveries"]);
    } finally {
      await executeServerCommand("emulate-media", {});
    }
  });

  it("fits 320 and 1200 pixels, side by side where there is room, and axe finds nothing, light, dark or in forced colours", async () => {
    const dashboard = await drawn(`course="csd"`);
    const left = (tag: string) => Math.round(dashboard.querySelector(tag)!.getBoundingClientRect().left);
    for (const [width, theme] of [
      [320, "light"],
      [1200, "dark"],
    ] as const) {
      dashboard.parentElement!.style.width = `${width}px`;
      dashboard.setAttribute("theme", theme);
      for (const figure of dashboard.querySelectorAll("[src]")) figure.setAttribute("theme", theme);
      await until(() => Math.abs(dashboard.getBoundingClientRect().width - width) < 1);
      expect(dashboard.scrollWidth).to.be.at.most(width);
      await expect(dashboard).to.be.accessible();
    }
    const [gauge, chart] = [dashboard.querySelector("cs-implementation-gauge")!, dashboard.querySelector("section")!];
    expect(gauge.getBoundingClientRect().width).to.be.lessThan(600);
    expect(chart.getBoundingClientRect().width).to.be.greaterThan(1100);
    expect(left("cs-trend-chart")).to.equal(left("section"));
    await executeServerCommand("forced-colors", { active: true });
    try {
      await expect(dashboard).to.be.accessible();
    } finally {
      await executeServerCommand("forced-colors", { active: false });
      dashboard.parentElement!.removeAttribute("style");
    }
  });
});
