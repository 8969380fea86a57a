import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

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

/**
 * A revision while it is made: its files wait on disk, as they came, until all are there and its name is known. Only their digests are held in
 * memory, however many documents there are.
 */
export class Draft {
  readonly #digests = new Map<string, string>();
  readonly #texts = new Set<string>();

  /** @param folder of its own, which is removed when everything has been taken out of it */
  constructor(private readonly folder: string) {}

  add(name: string, content: Contents): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    this.#digests.set(name, digestOf(content, "sha256", "hex"));
    if (typeof content === "string") this.#texts.add(name);
  }

  /** The revision's name: a digest of every file in it, by name, with marks in place of what is made of it, and of the loader that its pages name. */
  name(loader: string): string {
    const hash = createHash("sha256").update(`${loader}\n`);
    for (const [name, digest] of [...this.#digests].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${digest}\n`);
    return hash.digest("hex").slice(0, 16);
  }

  /** Every file, one after another: texts with their marks, anything else as bytes. */
  *take(): Generator<[name: string, content: Contents]> {
    for (const name of this.#digests.keys()) {
      const file = join(this.folder, name);
      yield [name, this.#texts.has(name) ? readFileSync(file, "utf8") : readFileSync(file)];
      rmSync(file);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
