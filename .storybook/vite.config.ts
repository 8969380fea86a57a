import { defineConfig } from "vite";
import { documentStories } from "./documents.ts";
import { letters } from "./letters.ts";

export default defineConfig({ plugins: [documentStories(), letters()], build: { chunkSizeWarningLimit: 2000 } });
