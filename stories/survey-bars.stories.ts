import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/survey-bars";
import { widget } from "./support.ts";

const meta: Meta = {
  title: "Widgets/Survey bars",
  component: "cs-survey-bars",
  parameters: { kind: "survey" },
  ...widget("cs-survey-bars"),
};
export default meta;
