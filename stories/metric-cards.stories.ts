import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/metric-cards";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Metric cards",
  component: "cs-metric-cards",
  parameters: { kind: "metrics" },
  ...widget("cs-metric-cards"),
};
export default meta;
