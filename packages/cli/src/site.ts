import { fileURLToPath } from "node:url";
import type { Command } from "./command.js";
import { UsageError } from "./io.js";

export const site: Command = {
  name: "site",
  summary: "Make a gallery with embed pages, pictures and elements, ready for any CDN.",
  takes: { name: "<folder>", says: "the folder of published documents", least: 1, most: 1 },
  options: {
    out: { value: "<dir>", says: "a new folder, or an earlier site to replace" },
    base: { value: "<https://...>", says: "the address it will be opened at, for the snippets" },
    lang: { value: "<tag>", says: "language of the pages: en or es" },
  },
  async run(given, io) {
    const out = given.text("out");
    if (out === undefined) throw new UsageError("Give --out with the folder to make.");
    const { site: make } = await import("@vitrine/static");
    const [base, locale] = [given.text("base"), given.text("lang")];
    const elements = fileURLToPath(new URL("./elements/", import.meta.resolve("@vitrine/widgets/package.json")));
    const { documents, withoutPng } = await make(given.names[0]!, out, {
      elements,
      ...(base !== undefined && { base }),
      ...(locale !== undefined && { locale }),
      progress: (done, all, file) => io.progress(`${done + 1} of ${all}: ${file}`),
    });
    io.progress();
    for (const file of withoutPng) io.err(`${file}: The font of finished pictures lacks some of its letters; it has an SVG and no PNG.`);
    io.out(`Wrote ${out} with ${documents} document${documents === 1 ? "" : "s"}. Look at it with: vitrine serve ${out}`);
    return 0;
  },
};
