import type { Preview } from "@storybook/web-components-vite";
import { frame } from "../stories/support.ts";
import "./preview.css";
import { theme } from "./theme.ts";

const preview: Preview = {
  decorators: [frame],
  globalTypes: {
    scheme: {
      description: "Light or dark page",
      toolbar: { icon: "mirror", items: ["the system's", "light", "dark"], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: "the system's" },
  parameters: {
    layout: "fullscreen",
    backgrounds: { disable: true },
    controls: { disable: true },
    docs: { theme },
    a11y: { test: "error" },
    options: { storySort: { order: ["Vitrine", "Widgets", "Contract"] } },
  },
};
export default preview;
