import * as z from "zod/mini";

/** What JSON Schema says of a value that is judged by our own function. Read by the generator only. */
export const jsonSchemas = new WeakMap<object, object>();

/**
 * A text or number that one function judges, so that a page loads only that function.
 * @param code the refusal of one of the right type @param json the same, as JSON Schema
 */
function leaf<T>(type: "string" | "number", accepts: (value: never) => boolean, code: string, json: object) {
  const schema = z.custom<T>((value) => typeof value === type && accepts(value as never), { params: { code, type } });
  jsonSchemas.set(schema, json);
  return schema;
}

export const textLeaf = <T extends string = string>(accepts: (value: string) => boolean, code: string, json: object) =>
  leaf<T>("string", accepts, code, { type: "string", ...json });
export const numberLeaf = (accepts: (value: number) => boolean, code: string, json: object) =>
  leaf<number>("number", accepts, code, { type: "number", ...json });

/** One of a fixed list of words. */
export const word = <const W extends string>(...allowed: readonly W[]) =>
  textLeaf<W>((value) => (allowed as readonly string[]).includes(value), "unknown-word", { enum: allowed });

export const yesOrNo = z.custom<boolean>((value) => typeof value === "boolean", { params: { code: "wrong-type" } });
jsonSchemas.set(yesOrNo, { type: "boolean" });

/** A rule over several keys of an object that has the right shape. */
export const rule = <T>(holds: (value: T) => boolean, code: string) => z.refine<T>(holds, { params: { code } });
