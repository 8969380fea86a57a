/**
 * Writes test/documents/roster/ and test/attacks/roster-*.json: `npx tsx .scripts/roster-documents.ts`. Every name and number is invented.
 * Seeded: the same files every time.
 */
import { readFileSync } from "node:fs";
import { roster } from "@vitrine/contract";
import { rosterOf } from "../test/helpers/roster.js";
import { writerOf } from "./write-documents.js";

const root = new URL("../test/", import.meta.url);
const write = writerOf(roster, ({ rows }) => `${rows.id.length} rows`);

const title = (title: string, id: string) => ({ title, id: `roster-${id}` });

write("documents/roster/typical.json", rosterOf({ rows: 64, said: title("Who of our teachers is teaching?", "typical") }));
write(
  "documents/roster/empty.json",
  rosterOf({
    rows: 0,
    districts: 1,
    said: { ...title("No teacher is enrolled yet", "empty"), notes: rosterOf({ rows: 0 }).notes.slice(1) },
  }),
);
write("documents/roster/one-row.json", rosterOf({ rows: 1, districts: 1, said: title("One teacher", "one-row") }));
write("documents/roster/many-rows.json", rosterOf({ rows: 420, districts: 12, said: title("A partner with many teachers", "many-rows") }));
write(
  "documents/roster/longest-names.json",
  rosterOf({
    rows: 12,
    names: (name) =>
      `${name} ${"of the Consolidated Unified Regional Education and Computer Science Service Area ".repeat(2)}`.slice(0, 160).trim(),
    said: {
      ...title(`${"A title as long as a title may be, and then some words more ".repeat(3)}`.slice(0, 160).trim(), "longest-names"),
      summary: "A summary of the author's own. ".repeat(18).trim(),
    },
  }),
);
write(
  "documents/roster/every-absence.json",
  rosterOf({
    rows: 5,
    said: title("Every absence at once", "every-absence"),
    change: (rows) =>
      rows.map((row, at) => {
        const why = (["withheld", "not-reported", "not-covered", "not-applicable", "unknown"] as const)[at]!;
        return { ...row, stage: "not-known", metBar: "unknown", students: why, highestUnit: why, account: why, flags: [] };
      }),
  }),
);
write(
  "documents/roster/final.json",
  rosterOf({
    rows: 24,
    seed: 7,
    said: {
      ...title("The roster after corrections", "final"),
      status: "final",
      revision: 4,
      notes: [
        ...rosterOf({ rows: 0 }).notes.slice(1),
        { kind: "correction", title: "Corrected", text: "All corrections sent by October 30 are in." },
      ],
    },
  }),
);
write(
  "documents/roster/spanish.json",
  rosterOf({
    rows: 40,
    seed: 11,
    said: { ...title("¿Qué docentes están enseñando?", "spanish"), summary: "Lista revisada por el programa de muestra." },
  }),
);

const access = (name: string) =>
  JSON.parse(readFileSync(new URL(`attacks/access-${name}.json`, root), "utf8")) as {
    schools: { name: string[] };
    title: string;
    notes: { title: string }[];
  };
for (const name of ["formula", "markup", "script", "style", "svg", "template"]) {
  const other = access(name);
  const attacks = [...new Set([other.title, ...other.schools.name, ...other.notes.map(({ title }) => title)])].filter(
    (text) => text.length <= 120,
  );
  let at = 0;
  const attack = () => attacks[at++ % attacks.length]!;
  const said = rosterOf({ rows: 0 });
  write(
    `attacks/roster-${name}.json`,
    rosterOf({
      rows: 24,
      names: attack,
      change: (rows) => rows.map((row) => ({ ...row, highestUnit: attack(), schoolYear: row.schoolYear })),
      said: {
        id: `attack-roster-${name}`,
        title: attack(),
        summary: attack(),
        scope: { level: "region", id: "harborview", name: attack() },
        audience: { kind: "partner", id: "harborview", consent: attack(), confidentiality: attack() },
        notes: said.notes.map(({ kind }) => ({ kind, title: attack(), text: attack() })),
        actions: [{ kind: "corrections", label: attack(), href: "https://vitrine.example/corrections", due: "2026-10-30" }],
      },
    }),
  );
}
