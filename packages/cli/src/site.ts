import { fileURLToPath } from "node:url";
import type { Command } from "./command.js";
import { inLine, UsageError, type Exit, type Io } from "./io.js";

export const site: Command = {
  name: "site",
  summary: "Make a gallery with embed pages, pictures and elements, ready for any CDN.",
  takes: { name: "<folder>", says: "the folder of published documents", least: 1, most: 1 },
  options: {
    out: { value: "<dir>", says: "a new folder, or an earlier site to replace: for public documents" },
    "partner-dir": {
      value: "<dir>",
      says: "the same for one partner's documents: to go behind that partner's login, without gallery or pictures",
    },
    base: { value: "<https://...>", says: "the address it will be opened at, for the snippets" },
    lang: { value: "<tag>", says: "language of the pages: en or es; figures are to be had in both" },
    keep: { value: "<n>", says: "how many earlier revisions stay for frozen embeds; all when left out, 0 to withdraw a document" },
  },
  async run(given, io) {
    const [out, partnerDir, base, locale] = ["out", "partner-dir", "base", "lang"].map((option) => given.text(option));
    if ((out === undefined) === (partnerDir === undefined))
      throw new UsageError("Give --out with the folder to make, or --partner-dir for one partner's documents.");
    const keep = given.number("keep");
    if (keep !== undefined && !Number.isInteger(keep)) throw new UsageError("Give --keep as a whole number.");
    const elements = fileURLToPath(new URL("./elements/", import.meta.resolve("@vitrine/widgets/package.json")));
    if (partnerDir !== undefined) {
      if (base !== undefined) throw new UsageError("Only a site for everybody has a --base: a partner's has no snippets.");
      if (keep !== undefined) throw new UsageError("Only a site for everybody keeps revisions: a partner's has that of now.");
      return sitePartner(given.names[0]!, partnerDir, elements, locale, io);
    }
    const { site: make } = await import("@vitrine/static");
    const { documents, withoutPng } = await make(given.names[0]!, out!, {
      elements,
      ...(base !== undefined && { base }),
      ...(locale !== undefined && { locale }),
      ...(keep !== undefined && { keep }),
      progress: (done, all, file) => io.progress(`${done} of ${all}: ${file}`),
    });
    io.progress();
    for (const file of withoutPng) io.err(`${file}: The font of finished pictures lacks some of its letters; it has an SVG and no PNG.`);
    io.out(`Wrote ${out} with ${documents} document${documents === 1 ? "" : "s"}. Look at it with: vitrine serve ${inLine(out!)}`);
    return 0;
  },
};

async function sitePartner(folder: string, dir: string, elements: string, locale: string | undefined, io: Io): Promise<Exit> {
  const { partnerSite } = await import("@vitrine/static");
  const { documents } = await partnerSite(folder, dir, {
    elements,
    ...(locale !== undefined && { locale }),
    progress: (done, all, file) => io.progress(`${done} of ${all}: ${file}`),
  });
  io.progress();
  io.out(
    `Wrote ${dir} with ${documents} document${documents === 1 ? "" : "s"} for one partner alone: put it behind that partner's login. Look at it with: vitrine serve ${inLine(dir)}`,
  );
  return 0;
}
