import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/trend-chart";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Trend chart",
  component: "cs-trend-chart",
  parameters: { kind: "trend" },
  ...widget("cs-trend-chart"),
};
export default meta;
