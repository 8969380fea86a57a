import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/gap-chart";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Gap chart",
  component: "cs-gap-chart",
  parameters: { kind: "gap" },
  ...widget("cs-gap-chart"),
};
export default meta;
