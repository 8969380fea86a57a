import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/diversity-chart";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Diversity chart",
  component: "cs-diversity-chart",
  parameters: { kind: "composition" },
  ...widget("cs-diversity-chart"),
};
export default meta;
