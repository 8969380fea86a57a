import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/implementation-gauge";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Implementation gauge",
  component: "cs-implementation-gauge",
  parameters: { kind: "implementation" },
  ...widget("cs-implementation-gauge"),
};
export default meta;
