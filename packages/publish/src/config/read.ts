import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { z } from "zod";
import { PublishError } from "../error.js";
import { config, type Config } from "./schema.js";

type Path = readonly PropertyKey[];

/** JSON path as text, `$.documents[0].stage.column`. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    const name = String(step);
    return /^[A-Za-z_$][\w$]*$/.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(name)}]`;
  }, "$");

/** Reads and checks a config. @throws PublishError with the first fault, the others in `more` */
export async function readConfig(file: string): Promise<Config> {
  let text: string;
  try {
    text = await readFile(resolve(file), "utf8");
    if (/^\uFFFD|\0/.test(text)) throw new PublishError("config-not-json", `The config ${file} is not UTF-8: save it as UTF-8.`, { file });
  } catch (reason) {
    if (reason instanceof PublishError) throw reason;
    const code = (reason as NodeJS.ErrnoException).code;
    if (code === "EISDIR") throw new PublishError("file-is-folder", `${file} is a folder: name the config file in it.`, { file });
    if (code === "ENOENT")
      throw new PublishError("config-missing", `There is no config ${file}: name an existing one, or make a sample with "vitrine init".`, {
        file,
      });
    throw new PublishError("file-unreadable", `The config ${file} cannot be read: allow this program to read it.`, { file });
  }
  return parseConfig(text, file);
}

/** As {@link readConfig}, from text. */
export function parseConfig(text: string, file: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (reason) {
    const row = lineOf(text, reason);
    throw new PublishError(
      "config-not-json",
      `The config ${file} is not JSON${row ? `: see line ${row}` : ""}; look for a missing comma, bracket or quotation mark.`,
      { file, ...(row ? { row } : {}) },
    );
  }
  const parsed = config.safeParse(value);
  if (parsed.success) return withOwnIds(parsed.data, file);
  const faults = parsed.error.issues.flatMap((issue) => sentences(issue));
  const [first, ...more] = faults;
  throw new PublishError(
    "config-refused",
    `${file}: ${first!.message}`,
    { file, path: first!.path },
    more.map(({ message }) => message),
  );
}

/** @throws PublishError when two documents have one id */
function withOwnIds(read: Config, file: string): Config {
  const ids = read.documents.map(({ id }) => id);
  const at = ids.findIndex((id, position) => ids.indexOf(id) < position);
  if (at < 0) return read;
  const path = pathText(["documents", at, "id"]);
  const message = `${file}: ${path} is that of $.documents[${ids.indexOf(ids[at]!)}] too: give each document an id of its own.`;
  throw new PublishError("ids-collide", message, { file, path });
}

function lineOf(text: string, reason: unknown): number | undefined {
  const found = reason instanceof Error ? /position (\d+)/.exec(reason.message) : null;
  if (!found) return /end of JSON/.test(String(reason)) ? text.split("\n").length : undefined;
  return text.slice(0, Number(found[1])).split("\n").length;
}

function sentences(issue: z.core.$ZodIssue, base: Path = []): { path: string; message: string }[] {
  const steps = [...base, ...issue.path];
  const path = pathText(steps);
  const say = (words: string) => [{ path, message: `${path} ${words}.` }];
  switch (issue.code) {
    case "unrecognized_keys":
      return say(
        `has the unknown ${issue.keys.length > 1 ? "keys" : "key"} ${issue.keys
          .slice(0, 10)
          .map((key) => JSON.stringify(key.slice(0, 60)))
          .join(", ")}: remove it or correct its spelling`,
      );
    case "invalid_type":
      return say(
        issue.input === undefined && /undefined/.test(issue.message)
          ? `is missing: give ${kinds[issue.expected] ?? "a value"}`
          : `is not what is asked for: give ${kinds[issue.expected] ?? "another value"}`,
      );
    case "invalid_value":
      return say(`must be one of ${issue.values.map((word) => JSON.stringify(word)).join(", ")}`);
    case "invalid_union":
      return say(
        issue.discriminator
          ? `is missing or none of the words the reference lists for "${issue.discriminator}"`
          : "is not what the reference describes here",
      );
    case "too_small":
      return say(`is too small, short or empty: give at least ${issue.minimum}`);
    case "too_big":
      return say(`is too large or long: give at most ${issue.maximum}`);
    case "invalid_format":
      return say(
        issue.format === "date"
          ? "is not a day: write year-month-day, such as 2026-09-30"
          : "is not written as asked: see the reference for the letters allowed here",
      );
    case "invalid_key":
      return say("is not a name that can be used here: begin with a letter and use letters, digits, hyphens and underscores");
    case "custom": {
      const needs: unknown = issue.params?.["needs"];
      if (typeof needs === "string") return say(`is missing: give ${needs}`);
      if (issue.params?.["contradicts"] === true) return say(`contradicts itself: ${issue.message}`);
      return say(`is not complete: ${issue.message}`);
    }
    default:
      return say("is not what the reference describes here");
  }
}

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  object: "an object",
  record: "an object",
  array: "a list",
  tuple: "a list of two",
  boolean: "true or false",
};
