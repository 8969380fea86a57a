// The example pages of the frameworks that the project does not install itself: npm run test:frameworks
import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import solid from "vite-plugin-solid";
import { testExample } from "./example.ts";

const ours = (tag: string) => tag.startsWith("cs-");

testExample({
  name: "Vue 3",
  client: "vue/client.ts",
  server: "vue/server.ts",
  plugins: () => [vue({ template: { compilerOptions: { isCustomElement: ours } } })],
});
testExample({
  name: "Svelte 5",
  client: "svelte/client.ts",
  server: "svelte/server.ts",
  plugins: () => [svelte({ configFile: false, preprocess: vitePreprocess() })],
});
testExample({ name: "Solid", client: "solid/client.tsx", server: "solid/server.tsx", plugins: () => [solid({ ssr: true })] });
testExample({ name: "Preact", client: "preact/client.tsx", server: "preact/server.tsx" });
