import * as z from "zod/mini";
import { ordinal, threshold } from "./figure.js";
import { rule, word } from "./leaf.js";
import { list } from "./list.js";
import { address, code, day, digest, slug, text, webAddress } from "./text.js";

export const partnerAudience = z.strictObject({ kind: word("partner"), id: slug, consent: text(400), confidentiality: text(400) });
export const audience = z.union([z.strictObject({ kind: word("public") }), partnerAudience, z.strictObject({ kind: word("research") })]);
export type Audience = z.infer<typeof audience>;

export const scope = z.strictObject({
  level: word("nation", "state", "region", "county", "district", "school", "programme"),
  id: code,
  name: text(120),
});

export const period = z
  .strictObject({ label: text(60), from: z.optional(day), to: z.optional(day) })
  .check(rule(({ from, to }) => !from || !to || from <= to, "empty-range"));

export const source = z.strictObject({ name: text(200), url: z.optional(webAddress), licence: z.optional(text(120)) });
export type Source = z.infer<typeof source>;

export const note = z.strictObject({
  kind: word("definition", "coverage", "denominator", "known-issue", "correction"),
  title: text(120),
  text: text(2000),
});
export type Note = z.infer<typeof note>;

export const action = z.strictObject({
  kind: word("survey", "corrections", "contact", "share", "privacy-policy"),
  label: text(120),
  href: address,
  due: z.optional(day),
});
export type Action = z.infer<typeof action>;

/** The policy this library understands. A document with another one is refused. */
export const policies = ["k12cs-privacy/1"] as const;

export const privacy = z.strictObject({
  policy: word(...policies),
  threshold,
  zeros: word("withhold", "publish"),
  release: z.strictObject({ id: code, asOf: day }),
  check: z.strictObject({ result: word("passed"), checkedWith: list(digest, { max: 10_000 }) }),
});
export type Privacy = z.infer<typeof privacy>;

/** What every document says of itself, whatever its kind. `schema` is kind and version, `"implementation/1"`. */
export const envelope = <const S extends string>(schema: S) => ({
  schema: word(schema),
  id: slug,
  title: text(160),
  summary: z.optional(text(600)),
  audience,
  scope,
  period,
  asOf: day,
  status: word("provisional", "final"),
  revision: ordinal,
  sources: list(source, { min: 1, max: 40 }),
  purpose: text(400),
  notes: list(note, { max: 60 }),
  actions: list(action, { max: 20 }),
  privacy,
});

/** The envelope alone, as every widget caption reads it. */
const envelopeShape = /* @__PURE__ */ z.strictObject(/* @__PURE__ */ envelope("any/1"));
export type Envelope = Omit<z.infer<typeof envelopeShape>, "schema"> & { schema: string };
