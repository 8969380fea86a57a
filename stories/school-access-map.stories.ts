import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/school-access-map";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/School access map",
  component: "cs-school-access-map",
  parameters: { kind: "access" },
  ...widget("cs-school-access-map"),
};
export default meta;
