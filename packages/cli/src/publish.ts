import { join } from "node:path";
import type { Command } from "./command.js";
import { inLine } from "./io.js";

export const init: Command = {
  name: "init",
  summary: "Make a sample project: invented rows, their config, what to do next.",
  takes: { name: "<folder>", says: "a new folder, or an empty one", least: 1, most: 1 },
  options: {
    recipe: { value: "<name>", says: "one with a page of several figures: regional-partner, access-report, consortium or equity" },
  },
  async run(given, io) {
    const { init: make } = await import("@vitrine/publish");
    const folder = given.names[0]!;
    const recipe = given.text("recipe");
    const { config } = await make(folder, recipe);
    io.out(
      `Wrote ${recipe === undefined ? "a sample project" : "an invented project"} to ${folder}. Publish it with: vitrine publish ${inLine(config)}`,
    );
    if (recipe !== undefined)
      io.out(
        `Then make its page with: vitrine page ${inLine(join(folder, "page.html"))} --documents ${inLine(join(folder, "published"))} --out ${inLine(join(folder, "site"))}`,
      );
    return 0;
  },
};

const steps = { look: "looking at", load: "reading", count: "counting", check: "checking", write: "writing" } as const;

export const publish: Command = {
  name: "publish",
  summary: "Turn rows into documents, with a report that stays with you.",
  takes: { name: "<config>", says: "the project's config, a JSON file", least: 1, most: 1 },
  options: {},
  async run(given, io) {
    const { publish: make } = await import("@vitrine/publish");
    const { out, documents, partners, report, reportFiles } = await make({
      config: given.names[0]!,
      progress: ({ step, name, done, total, share }) =>
        io.progress(`${steps[step]} ${name} (${done} of ${total})${share === undefined ? "" : `, ${Math.round(100 * share)} % of this`}`),
    });
    io.progress();
    const some = (count: number) => `${count} document${count === 1 ? "" : "s"}`;
    if (documents.length > 0 || partners.length === 0) io.out(`Wrote ${some(documents.length)} to ${out}`);
    for (const one of partners)
      io.out(`Wrote ${some(one.documents.length)} for ${one.partner} alone to ${one.out}: confidential, never for the public`);
    const conflicting = report.corrections.filter(({ outcome }) => outcome === "conflicting").length;
    if (report.corrections.length > 0)
      io.out(`Of ${report.corrections.length} corrections ${conflicting} could not be applied; the report says why.`);
    for (const { document, release } of report.kept)
      io.out(`"${document}" stays as it was in the release ${release}: what has changed since is too little to be told.`);
    if (report.faults.length > 0) io.out("Some rows could not be used as they were; the report counts them by reason.");
    io.out(`The report stays with you: ${reportFiles.page}`);
    return 0;
  },
};
