import type { Meta, StoryObj } from "@storybook/web-components-vite";
import "@vitrine/widgets/dashboard";
import "@vitrine/widgets/implementation-gauge";
import "@vitrine/widgets/metric-cards";
import "@vitrine/widgets/pathway-funnel";
import "@vitrine/widgets/trend-chart";
import { html } from "lit";

const typical = import.meta.glob("../test/documents/*/typical.json", { eager: true, import: "default" });
const of = (kind: string) => typical[`../test/documents/${kind}/typical.json`];

const page = (course?: string) => html`<cs-dashboard course=${course ?? ""}>
  <h2>The programme</h2>
  <cs-metric-cards .document=${of("metrics")}></cs-metric-cards>
  <h2>Teachers</h2>
  <cs-implementation-gauge .document=${of("implementation")}></cs-implementation-gauge>
  <cs-pathway-funnel .document=${of("pathway")}></cs-pathway-funnel>
  <cs-trend-chart .document=${of("trend")} data-groups="course"></cs-trend-chart>
</cs-dashboard>`;

const meta: Meta = {
  title: "Widgets/Dashboard",
  component: "cs-dashboard",
  async play({ canvasElement }: { canvasElement: HTMLElement }) {
    const dashboard = canvasElement.querySelector("cs-dashboard")!;
    const figures = [...dashboard.querySelectorAll("*")].filter(({ localName }) => localName.startsWith("cs-"));
    for (let tries = 0; figures.some((figure) => figure.getAttribute("state") !== "drawn"); tries++) {
      if (tries > 250) throw new Error("not every figure of the dashboard is drawn");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
};
export default meta;

export const Everything: StoryObj = { name: "everything", render: () => page() };
export const OneCourse: StoryObj = { name: "one course", render: () => page("csd") };
