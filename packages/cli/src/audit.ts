import type { VitrineDocument } from "@vitrine/contract";
import type { AuditOptions, DocumentAudit } from "@vitrine/publish";
import type { Command } from "./command.js";

/** A document and the file it stands in. */
interface Found {
  file: string;
  document: VitrineDocument;
}

const reasons: Record<DocumentAudit["narrow"][number]["why"], [says: string, code: string]> = {
  close: ["This withheld figure can be worked out too closely from the others: withhold one more in its sums.", "audit-narrow"],
  "shown-again": ["This was withheld in an earlier publication of the same period: withhold it again.", "audit-shown-again"],
  "small-change": [
    "This moved by fewer people since an earlier publication than may be told: withhold it, or leave it as it was.",
    "audit-small-change",
  ],
};

/** Documents apart into publications, the oldest first: of several revisions of one document the last is what is published. */
function revisionsOf(found: readonly Found[]): Found[][] {
  const age = ({ document }: Found) => {
    const later = found.filter((other) => other.document.id === document.id && other.document.revision > document.revision);
    return new Set(later.map((other) => other.document.revision)).size;
  };
  const publications: Found[][] = [];
  for (const one of found) (publications[age(one)] ??= []).push(one);
  return publications.reverse();
}

type Facts = Pick<AuditOptions, "known" | "same" | "sums">;
const isNamed = (one: unknown): boolean => {
  const { document, figure } = (one ?? {}) as { document?: unknown; figure?: unknown };
  return typeof document === "string" && typeof figure === "string";
};
const isBound = (bound: unknown) => bound === undefined || (typeof bound === "number" && bound >= 0);
const isListOf = (list: unknown, fits: (one: Record<string, unknown>) => boolean): boolean =>
  list === undefined ||
  (Array.isArray(list) && list.every((one: unknown) => typeof one === "object" && one !== null && fits(one as never)));
const isFacts = (facts: unknown): facts is Facts => {
  if (typeof facts !== "object" || facts === null) return false;
  const { known, same, sums, ...more } = facts as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    isListOf(known, (one) => isNamed(one) && isBound(one["atMost"]) && isBound(one["atLeast"])) &&
    isListOf(same, (one) => Array.isArray(one) && one.every(isNamed)) &&
    isListOf(sums, ({ total, parts }) => isNamed(total) && Array.isArray(parts) && parts.every(isNamed))
  );
};

/** What a file says that everybody knows. */
function factsIn(
  file: string | undefined,
  textOf: (file: string) => string,
  Refused: new (code: string, message: string, file: string) => Error,
): Facts {
  if (file === undefined) return {};
  try {
    const facts: unknown = JSON.parse(textOf(file));
    if (isFacts(facts)) return facts;
  } catch (reason) {
    if (!(reason instanceof SyntaxError)) throw reason;
  }
  throw new Refused(
    "facts-refused",
    "This is no list of facts: give JSON with `known`, `same` or `sums`, see `vitrine audit --help`.",
    file,
  );
}

export const audit: Command = {
  name: "audit",
  summary: "Attack a published folder: can a withheld figure be worked out?",
  takes: {
    name: "<folder...>",
    says: "documents of one publication: files, or folders for every .json file in them. Of several revisions of a document the last is attacked beside the others",
    least: 1,
    most: Infinity,
  },
  options: {
    earlier: {
      value: "<folder...>",
      says: "an earlier publication a reader may have kept; may be given several times, the oldest first",
      many: true,
    },
    facts: {
      value: "<file>",
      says: "what everybody knows besides: JSON with lists `known`, `same` and `sums` of figures, each as a document's id and a path with ids in place of positions",
    },
    json: { says: "print the findings as JSON" },
  },
  async run(given, io) {
    const { jsonFiles, readText, Refused } = await import("@vitrine/static");
    const { readDocument } = await import("@vitrine/contract");
    const { auditDocuments } = await import("@vitrine/publish");
    const started = performance.now();
    const read = (name: string): Found[] =>
      jsonFiles(name).map((file) => {
        const parsed = readDocument(readText(file).text);
        if (parsed.ok) return { file, document: parsed.document };
        throw new Refused("not-a-document", `This is not a document that may be published; \`vitrine check\` says why.`, file);
      });
    const before = given.texts("earlier").flatMap((name) => revisionsOf(read(name)));
    const revisions = revisionsOf(given.names.flatMap(read));
    const now = revisions.at(-1) ?? [];
    const earlier = [...before, ...revisions.slice(0, -1)].map((publication) => publication.map(({ document }) => document));
    io.progress(`attacking ${now.length} documents`);
    const found = await auditDocuments(
      now.map(({ document }) => document),
      { earlier, look: true, ...factsIn(given.text("facts"), (path) => readText(path).text, Refused) },
    );
    io.progress();
    const fileOf = new Map(now.map(({ document, file }) => [document.id, file]));
    const seconds = Math.round(performance.now() - started) / 1000;
    const safe = found.narrow.length === 0 && found.contradictory.length === 0 && found.unused.length === 0;
    if (given.flag("json")) {
      const narrowest = Number.isFinite(found.narrowest) ? found.narrowest : null;
      io.out(JSON.stringify({ ...found, narrowest, earlier: earlier.length, seconds }, undefined, 2));
      return safe ? 0 : 1;
    }
    for (const { id, path, why } of found.narrow) io.out(`${fileOf.get(id)}: ${path}: ${reasons[why][0]} (${reasons[why][1]})`);
    for (const id of found.contradictory)
      io.out(`${fileOf.get(id)}: $: The figures contradict each other: publish them again from the rows. (audit-contradictory)`);
    for (const { document, figure } of found.unused)
      io.out(
        `${given.text("facts")}: ${document}: ${figure}: No document has this figure, so the fact protects nobody: correct its name. (facts-unused)`,
      );
    const least = Number.isFinite(found.narrowest) ? `, each can be at least ${found.narrowest} numbers` : "";
    const beside = earlier.length > 0 ? ` beside ${earlier.length} earlier publication${earlier.length === 1 ? "" : "s"}` : "";
    io.out(
      `${found.documents} documents${beside}, ${found.figures} figures about people, ${found.open} not exact${found.open > 0 ? least : ""}; ${seconds.toFixed(1)} seconds: ${safe ? "nothing can be worked out" : "refused"}`,
    );
    return safe ? 0 : 1;
  },
};
