import { fileURLToPath } from "node:url";
import type { Command } from "./command.js";
import { inLine, UsageError } from "./io.js";

export const page: Command = {
  name: "page",
  summary: "Make one page of several figures from a template, complete without scripts.",
  takes: {
    name: "<template>",
    says: "an HTML page with empty elements, such as the one a recipe of `vitrine init` has",
    least: 1,
    most: 1,
  },
  options: {
    documents: { value: "<folder>", says: "the folder of published documents" },
    out: { value: "<dir>", says: "a new folder, or an earlier page to replace: for public documents" },
    lang: { value: "<tag>", says: "language of what stands there without scripts: en or es" },
  },
  async run(given, io) {
    const [documents, out, locale] = ["documents", "out", "lang"].map((option) => given.text(option));
    if (documents === undefined) throw new UsageError("Give --documents with the folder of published documents.");
    if (out === undefined) throw new UsageError("Give --out with the folder to make.");
    const elements = fileURLToPath(new URL("./elements/", import.meta.resolve("@vitrine/widgets/package.json")));
    const { figuresPage } = await import("@vitrine/static");
    const { figures } = await figuresPage(given.names[0]!, documents, out, { elements, ...(locale !== undefined && { locale }) });
    io.out(`Wrote ${out} with ${figures} figure${figures === 1 ? "" : "s"} on one page. Look at it with: vitrine serve ${inLine(out)}`);
    return 0;
  },
};
