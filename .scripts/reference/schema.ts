import * as z from "zod/mini";
import { correctionsShape } from "../../packages/contract/src/corrections.js";
import { correctionsDescriptions } from "../../packages/contract/src/descriptions/corrections.js";
import { envelopeDescriptions } from "../../packages/contract/src/descriptions/envelope.js";
import { figureDescriptions } from "../../packages/contract/src/descriptions/figures.js";
import { absence, band, count, range, rounded, roundedShare, share, whole } from "../../packages/contract/src/figure.js";
import { kinds } from "../../packages/contract/src/index.js";
import { jsonSchemas } from "../../packages/contract/src/leaf.js";

/** The part of JSON Schema that the contract uses. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string;
  enum?: string[];
  const?: string;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
}

const figures = { whole, absence, range, rounded, band, roundedShare, count, share };

/** What the reference page of a kind says beside its properties. */
export interface KindPage {
  answers: string;
  elements: string[];
  rules: string[];
}
/** Every kind of the contract: its shape, and the words for it that stand in `descriptions/<kind>.ts`. */
const shapes: Record<string, { shape: z.ZodMiniType; own: Record<string, string>; page: KindPage }> = {};
for (const { schema, shape } of kinds) {
  const kind = schema.replace(/\/\d+$/, "");
  const texts = (await import(`../../packages/contract/src/descriptions/${kind}.ts`)) as Record<string, unknown>;
  const own = texts[`${kind}Descriptions`] as Record<string, string>;
  shapes[kind] = { shape, own, page: texts[`${kind}Page`] as KindPage };
}
/** The kinds of documents. */
export const kindNames: readonly string[] = Object.keys(shapes);
export const pageOf = (kind: string): KindPage => shapes[kind]!.page;
/** What a reader sends back is no document: it has no envelope. */
const files = { corrections: { shape: correctionsShape, own: correctionsDescriptions } };

/** The parts of a schema node that speak of the same property as the node: alternatives and entries of a list. */
const inside = (node: JsonSchema): JsonSchema[] => [...(node.anyOf ?? []), ...(node.items ? [node.items] : [])];

/** Calls back for every property with its path, lists passed through. */
export function eachProperty(node: JsonSchema, tell: (path: string, property: JsonSchema, owner: JsonSchema) => void, path = ""): void {
  for (const [key, property] of Object.entries(node.properties ?? {})) {
    const at = path ? `${path}.${key}` : key;
    tell(at, property, node);
    eachProperty(property, tell, at);
  }
  for (const part of inside(node)) eachProperty(part, tell, path);
}

function describeAll(node: JsonSchema, texts: Record<string, string>, what: string) {
  const unused = new Set(Object.keys(texts));
  const missing = new Set<string>();
  eachProperty(node, (path, property) => {
    unused.delete(path);
    if (texts[path]) property.description = texts[path];
    else missing.add(path);
  });
  if (missing.size > 0) throw new Error(`${what}: describe ${[...missing].join(", ")}.`);
  if (unused.size > 0) throw new Error(`${what}: nothing is called ${[...unused].join(", ")}.`);
}

/** Only the definitions that are pointed to, from here or from one another. */
function keepUsed(schema: JsonSchema, all: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const used = new Set<string>();
  const follow = (node: JsonSchema) => {
    const name = node.$ref?.split("/").pop();
    if (name && !used.has(name)) {
      used.add(name);
      follow(all[name]!);
    }
    for (const child of [...Object.values(node.properties ?? {}), ...inside(node)]) follow(child);
  };
  follow(schema);
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
}

/** JSON Schema (draft 2020-12) of a kind, every property described. Rules that need more than one value stand in the reference page. */
export function jsonSchemaOf(kind: string): JsonSchema {
  const file = kind in files;
  const { shape, own } = { ...shapes, ...files }[kind]!;
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(figures)) registry.add(schema, { id });
  const whole = z.toJSONSchema(z.strictObject({ document: shape, ...figures }), {
    metadata: registry,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, jsonSchemas.get(zodSchema));
      if (jsonSchema.minItems === 0) delete jsonSchema.minItems;
    },
  }) as JsonSchema;
  const document = whole.properties!["document"]!;
  const definitions = Object.fromEntries(
    Object.keys(figures).map((name) => {
      const { $id: _, ...definition } = whole.$defs![name] as JsonSchema & { id?: string };
      delete definition.id;
      return [name, definition];
    }),
  );
  describeAll(document, { ...(file ? {} : envelopeDescriptions), ...own }, kind);
  const used = keepUsed(document, definitions);
  for (const [name, definition] of Object.entries(used)) {
    definition.description = figureDescriptions[name] ?? "";
    const texts = Object.entries(figureDescriptions).filter(([key]) => key.startsWith(`${name}.`));
    describeAll(definition, Object.fromEntries(texts.map(([key, text]) => [key.slice(name.length + 1), text])), name);
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${kind}-1.schema.json`,
    title: `${kind}/1`,
    description: `${file ? `A Vitrine file of the form ${kind}` : `A published Vitrine document of the kind ${kind}`}, version 1. Generated by npm run generate from @vitrine/contract.`,
    ...document,
    $defs: used,
  };
}
