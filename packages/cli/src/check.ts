import type { Audience, Issue } from "@vitrine/contract";
import type { Command } from "./command.js";
import { UsageError } from "./io.js";

type Reader = { kind: "public" } | { kind: "partner"; id: string };

interface Finding {
  file: string;
  ok: boolean;
  schema?: string;
  audience?: Audience["kind"];
  issues: Issue[];
}

function readerOf(text: string | undefined): Reader | undefined {
  if (text === undefined) return undefined;
  if (text === "public") return { kind: "public" };
  const id = /^partner:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(text)?.[1];
  if (id === undefined) throw new UsageError("Give --audience as public, or as partner: with the partner's id behind it.");
  return { kind: "partner", id };
}

/** Who may see what: everybody the public's, one partner its own, no widget shows research. */
const mayRead = (reader: Reader, audience: Audience): boolean =>
  audience.kind === "public" || (audience.kind === "partner" && reader.kind === "partner" && reader.id === audience.id);

async function look(file: string, reader: Reader | undefined): Promise<Finding> {
  const { readText, Refused } = await import("@vitrine/static");
  const { readDocument } = await import("@vitrine/contract");
  try {
    const parsed = readDocument(readText(file).text);
    if (!parsed.ok) return { file, ok: false, issues: parsed.issues };
    const { schema, audience } = parsed.document;
    const refused = reader !== undefined && !mayRead(reader, audience);
    const issues = refused
      ? [{ code: "audience", path: "$.audience", advice: "This reader may not see the document: give it only to the audience it names." }]
      : [];
    return { file, ok: !refused, schema, audience: audience.kind, issues };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { file, ok: false, issues: [{ code: error.code, path: "$", advice: error.message }] };
  }
}

const whom: Record<Audience["kind"], string> = {
  public: "for the public",
  partner: "for one partner",
  research: "for research, shown by no widget",
};

const linesOf = ({ file, schema, audience, issues }: Finding): string[] =>
  schema !== undefined && audience !== undefined && issues.length === 0
    ? [`${file}: valid, ${schema}, ${whom[audience]}`]
    : issues.map(({ path, advice, code }) => `${file}: ${path === "$" ? "" : `${path}: `}${advice} (${code})`);

export const check: Command = {
  name: "check",
  summary: "Is it a valid document, and may its audience see it?",
  takes: { name: "<document...>", says: "files, or folders for every .json file in them", least: 1, most: Infinity },
  options: {
    audience: { value: "<who>", says: "public, or partner:<id>: refuse what this reader may not see" },
    json: { says: "print the findings as JSON" },
  },
  async run(given, io) {
    const { jsonFiles, Refused } = await import("@vitrine/static");
    const reader = readerOf(given.text("audience"));
    const findings: Finding[] = [];
    for (const name of given.names) {
      try {
        for (const file of jsonFiles(name)) {
          io.progress(`checking ${file}`);
          findings.push(await look(file, reader));
        }
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        findings.push({ file: name, ok: false, issues: [{ code: error.code, path: "$", advice: error.message }] });
      }
    }
    io.progress();
    io.out(given.flag("json") ? JSON.stringify(findings, undefined, 2) : findings.flatMap(linesOf).join("\n"));
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
};
