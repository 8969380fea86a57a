import type { Meta } from "@storybook/web-components-vite";
import "@vitrine/widgets/school-access-map";
import { widget } from "./support.ts";

const { render, ...rest } = widget("cs-school-access-map");

const meta: Meta = {
  title: "Widgets/School access map",
  component: "cs-school-access-map",
  parameters: { kind: "access" },
  ...rest,
  // Storybook serves the map's lines beside its pages, not beside the element's module.
  render: (args, context) => {
    const element = render(args, context);
    element.setAttribute("geometry", "geometry/");
    return element;
  },
};
export default meta;
