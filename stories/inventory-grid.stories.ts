import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/inventory-grid";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Inventory grid",
  component: "cs-inventory-grid",
  parameters: { kind: "inventory" },
  ...widget("cs-inventory-grid"),
};
export default meta;
