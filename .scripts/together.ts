import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";

/** From how many different elements on the one file is lighter than theirs. */
const from = 11;
const every = "virtual:every-element";

/**
 * A file with every element in it, for a page that has nearly all of them: what stands together compresses together, a fifth smaller. What only an act
 * of a reader needs is fetched for that act here too, and stands beside it under names of its own, `together-*`: a file can belong to one set only.
 * The loader and `elements.json` say from how many elements on it is worth its weight.
 * @param entries the module of each element
 * @param config how files are made small, without what is written down of them
 * @param release what the names of files end with
 */
export function together(entries: readonly string[], config: InlineConfig, release: string) {
  const file = `together.${release}.js`;
  return {
    /** The last arguments of the loader: how to fetch it, and from how many elements on. */
    forLoader: `() => import("./${file}"), ${from}`,
    /** For `elements.json`. */
    forManifest: { file, imports: [], from },
    plugin: {
      name: "vitrine:together",
      resolveId: (id) => (id === `./${file}` ? { id, external: true } : undefined),
      async generateBundle() {
        const results = await build({
          ...config,
          configFile: false,
          plugins: [
            {
              name: "vitrine:every-element",
              resolveId: (id) => (id.endsWith(every) ? `\0${every}` : undefined),
              load: (id) => (id === `\0${every}` ? entries.map((entry) => `import ${JSON.stringify(entry)};`).join("\n") : undefined),
            },
            ...config.plugins!,
          ],
          build: {
            ...config.build,
            write: false,
            lib: { entry: { every }, formats: ["es"] },
            rolldownOptions: {
              output: {
                minify: true,
                comments: false,
                chunkFileNames: ({ name }) => (name === "together" ? file : `together-[name].${release}.js`),
                // All that it needs comes with it, as nothing that is fetched later does.
                codeSplitting: { groups: [{ name: "together", test: (id) => id.endsWith(every) }] },
              },
            },
          },
        });
        for (const chunk of (results as Rolldown.RolldownOutput[]).flatMap(({ output }) => output))
          // The entry itself does nothing but import the one file.
          if (chunk.type === "chunk" && !chunk.isEntry) this.emitFile({ type: "asset", fileName: chunk.fileName, source: chunk.code });
      },
    } satisfies Plugin,
  };
}
