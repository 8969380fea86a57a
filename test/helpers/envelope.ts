import { readFileSync } from "node:fs";
import type { Envelope } from "@vitrine/contract";

/** What an invented document says of itself, whatever its kind. */
export const sampleEnvelope = <const S extends string>(
  schema: S,
  id: string,
  title: string,
  said: Partial<Omit<Envelope, "schema">> = {},
) => ({
  schema,
  id,
  title,
  ...(said.summary === undefined ? {} : { summary: said.summary }),
  audience: { kind: "public" } as Envelope["audience"],
  scope: { level: "region", id: "harborview", name: "Harborview Region (sample)" } as Envelope["scope"],
  period: { label: "2025-26", from: "2025-07-01", to: "2026-06-30" },
  asOf: "2026-09-30",
  status: "final" as Envelope["status"],
  revision: 1,
  sources: [{ name: "Harborview sample programme (invented data)", url: "https://vitrine.example/sample", licence: "CC0-1.0" }],
  purpose: "To show what a picture of this kind says. All data is invented.",
  notes: [
    { kind: "definition", title: "What is counted", text: "What is shown here is invented and stands for nobody." },
    { kind: "denominator", title: "Who is counted", text: "Everybody in the invented sample; who left later stays in." },
  ] as Envelope["notes"],
  actions: [
    { kind: "contact", label: "Ask the programme", href: "mailto:programme@vitrine.example" },
    { kind: "privacy-policy", label: "How privacy is protected", href: "https://vitrine.example/privacy" },
  ] as Envelope["actions"],
  privacy: {
    policy: "k12cs-privacy/1" as const,
    threshold: 10,
    zeros: "withhold" as const,
    release: { id: "2026-09", asOf: "2026-09-30" },
    check: { result: "passed" as const, checkedWith: [] as string[] },
  },
  ...said,
});

/** One partner's document says what was agreed to, and what was promised. */
export const partnerAudience = {
  kind: "partner" as const,
  id: "harborview",
  consent: "Everybody counted agreed on enrolment that the partner who trained them sees these figures.",
  confidentiality: "Confidential: for the staff of Harborview. Do not forward or publish.",
};

/** As long as a title may be. */
export const longest = (words: string, length: number): string =>
  words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim();

/** Texts that would do harm where a text is taken for something else, from the documents that attack the map. */
export function attackTexts(name: string): () => string {
  const other = JSON.parse(readFileSync(new URL(`../attacks/access-${name}.json`, import.meta.url), "utf8")) as {
    schools: { name: string[] };
    title: string;
    notes: { title: string }[];
  };
  const texts = [...new Set([other.title, ...other.schools.name, ...other.notes.map(({ title }) => title)])].filter(
    (text) => text.length <= 40,
  );
  let at = 0;
  return () => texts[at++ % texts.length]!;
}
export const attackNames = ["formula", "markup", "script", "style", "svg", "template"] as const;

/** JSON with one line for each column, so that a changed cell shows and long columns stay short. */
export const columnar = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s*\n\s*/g, " "))}\n`;
