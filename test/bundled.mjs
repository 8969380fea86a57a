import { fileURLToPath } from "node:url";
import { build } from "vite";

const name = "@guidepup/virtual-screen-reader";
const path = "/bundled/virtual-screen-reader.js";
let bundle;

/** The virtual screen reader needs packages that a browser cannot import as they are. It is bundled once, when a test asks for it. */
export const bundled = {
  name: "vitrine-bundled",
  resolveImport: ({ source }) => (source === name ? path : undefined),
  async serve(context) {
    if (context.path !== path) return undefined;
    bundle ??= build({
      configFile: false,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      build: { write: false, minify: false, target: "es2022", lib: { entry: fileURLToPath(import.meta.resolve(name)), formats: ["es"] } },
    }).then(([{ output }]) => output[0].code);
    return { body: await bundle, type: "js" };
  },
};
