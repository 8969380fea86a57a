import type { StorybookConfig } from "@storybook/web-components-vite";
import { indexer } from "./documents.ts";

const config: StorybookConfig = {
  framework: { name: "@storybook/web-components-vite", options: { builder: { viteConfigPath: ".storybook/vite.config.ts" } } },
  stories: ["../stories/**/*.mdx", "../stories/*.stories.ts"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  staticDirs: [{ from: "../packages/drawing/geometry", to: "/geometry" }],
  experimental_indexers: (existing = []) => [indexer, ...existing.filter(({ test }) => !test.test("stories/x.stories.ts"))],
};
export default config;
