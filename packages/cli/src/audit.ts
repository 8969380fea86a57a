import type { Command } from "./command.js";

export const audit: Command = {
  name: "audit",
  summary: "Attack a published folder: can a withheld figure be worked out?",
  takes: {
    name: "<folder...>",
    says: "documents of one publication: files, or folders for every .json file in them",
    least: 1,
    most: Infinity,
  },
  options: { json: { says: "print the findings as JSON" } },
  async run(given, io) {
    const { jsonFiles, readText, Refused } = await import("@vitrine/static");
    const { readDocument } = await import("@vitrine/contract");
    const { auditDocuments } = await import("@vitrine/publish");
    const started = performance.now();
    const files = given.names.flatMap((name) => jsonFiles(name));
    const documents = files.map((file) => {
      const parsed = readDocument(readText(file).text);
      if (parsed.ok) return parsed.document;
      throw new Refused("not-a-document", `This is not a document that may be published; \`vitrine check\` says why.`, file);
    });
    io.progress(`attacking ${files.length} documents`);
    const found = await auditDocuments(documents);
    io.progress();
    const fileOf = new Map(documents.map(({ id }, at) => [id, files[at]!]));
    const seconds = Math.round(performance.now() - started) / 1000;
    const safe = found.narrow.length === 0 && found.contradictory.length === 0;
    if (given.flag("json"))
      io.out(JSON.stringify({ ...found, narrowest: Number.isFinite(found.narrowest) ? found.narrowest : null, seconds }, undefined, 2));
    else {
      for (const { id, path } of found.narrow)
        io.out(
          `${fileOf.get(id)}: ${path}: This withheld figure can be worked out too closely from the others: withhold one more in its sums. (audit-narrow)`,
        );
      for (const id of found.contradictory)
        io.out(`${fileOf.get(id)}: $: The figures contradict each other: publish them again from the rows. (audit-contradictory)`);
      const least = Number.isFinite(found.narrowest) ? `, each can be at least ${found.narrowest} numbers` : "";
      io.out(
        `${found.documents} documents, ${found.figures} figures about people, ${found.open} not exact${found.open > 0 ? least : ""}; ${seconds.toFixed(1)} seconds: ${safe ? "nothing can be worked out" : "refused"}`,
      );
    }
    return safe ? 0 : 1;
  },
};
