import { createHash } from "node:crypto";

/**
 * Letters that stand for addresses in pages which are made before these are known. No document can hold them: they are for private use, which the
 * contract refuses (`hidden-character`).
 */
export const marks = {
  /** The hash of the revision that a page belongs to. */
  revision: "\ue000",
  /** From the page to the folder of its revision, with a slash at the end when there is one. */
  figures: "\ue001",
  /** From the page to the site's root, likewise. */
  root: "\ue002",
  /** From the site's root to where the page and its like stand: nothing for the page of now. */
  here: "\ue003",
  /** Name of the loader beside the elements. */
  loader: "\ue004",
} as const;
export type Mark = keyof typeof marks;
const names = new Map((Object.keys(marks) as Mark[]).map((name) => [marks[name] as string, name]));

/** A page with what its marks stand for. */
export const resolved = (page: string, to: Record<Mark, string>): string =>
  page.replace(/[\ue000-\ue004]/g, (mark) => to[names.get(mark)!]);

export type Contents = string | Uint8Array;
const digestOf = (bytes: Contents, algorithm: "sha256" | "sha384", as: "hex" | "base64") => createHash(algorithm).update(bytes).digest(as);

/** A name that changes with what the file holds. */
export const hashed = (name: string, bytes: Contents): string =>
  name.replace(/\.(?=[^.]*$)/, `.${digestOf(bytes, "sha256", "hex").slice(0, 10)}.`);

/** For an `integrity` attribute. */
export const integrityOf = (bytes: Contents): string => `sha384-${digestOf(bytes, "sha384", "base64")}`;

/** The name of a revision: a digest of every file in it, by name, with the marks in place of what is made of it, and of the loader that its pages name. */
export function revisionOf(files: ReadonlyMap<string, Contents>, loader: string): string {
  const hash = createHash("sha256").update(`${loader}\n`);
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${digestOf(bytes, "sha256", "hex")}\n`);
  return hash.digest("hex").slice(0, 16);
}
