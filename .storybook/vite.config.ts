import { defineConfig } from "vite";
import { documentStories } from "./documents.ts";

export default defineConfig({ plugins: [documentStories()], build: { chunkSizeWarningLimit: 2000 } });
