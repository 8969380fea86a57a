import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/roster-table";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Roster table",
  component: "cs-roster-table",
  parameters: { kind: "roster" },
  ...widget("cs-roster-table"),
};
export default meta;
