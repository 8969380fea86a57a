import type { Command } from "./command.js";
import { UsageError } from "./io.js";

export const newsletter: Command = {
  name: "newsletter",
  summary: "Make blocks to paste into a letter, a whole letter, a draft and the pictures.",
  takes: {
    name: "<document...>",
    says: "files, or folders for every document in them, in the order of the letter",
    least: 1,
    most: Infinity,
  },
  options: {
    out: { value: "<dir>", says: "a new folder, or an earlier newsletter to replace" },
    base: { value: "<https://...>", says: "the address of the site of these documents; the folder stands there as newsletter/" },
    lang: { value: "<tag>", says: "language of the letter: en or es" },
  },
  async run(given, io) {
    const out = given.text("out");
    if (out === undefined) throw new UsageError("Give --out with the folder to make.");
    const { newsletter: make } = await import("@vitrine/static");
    const [base, locale] = [given.text("base"), given.text("lang")];
    const { documents, withoutPng } = await make(given.names, out, {
      ...(base !== undefined && { base }),
      ...(locale !== undefined && { locale }),
      progress: (done, all, file) => io.progress(`${done} of ${all}: ${file}`),
    });
    io.progress();
    for (const file of withoutPng) io.err(`${file}: The font of finished pictures lacks some of its letters; its block has no picture.`);
    io.out(`Wrote ${out} with ${documents} block${documents === 1 ? "" : "s"}. Copy them from ${out}/index.html`);
    return 0;
  },
};
