import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/school-list";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/School list",
  component: "cs-school-list",
  parameters: { kind: "access" },
  ...widget("cs-school-list"),
};
export default meta;
