import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/plan-timeline";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Plan timeline",
  component: "cs-plan-timeline",
  parameters: { kind: "plan" },
  ...widget("cs-plan-timeline"),
};
export default meta;
