import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/pathway-funnel";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Pathway funnel",
  component: "cs-pathway-funnel",
  parameters: { kind: "pathway" },
  ...widget("cs-pathway-funnel"),
};
export default meta;
