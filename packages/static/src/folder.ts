import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { withFileAsync } from "./files.js";
import { Refused } from "./refused.js";

/** A folder that is made whole: the file that marks it as ours and lists what is in it. */
export interface Made {
  name: string;
  marker: string;
  vitrine: string;
}
export const siteFolder: Made = { name: "site", marker: "site.json", vitrine: "site/1" };
export const partnerFolder: Made = { name: "partner's site", marker: "partner.json", vitrine: "partner-site/1" };
export const newsletterFolder: Made = { name: "newsletter", marker: "newsletter.json", vitrine: "newsletter/1" };

function isMade(folder: string, { marker, vitrine }: Made): boolean {
  try {
    const text = readFileSync(join(folder, marker), "utf8");
    return (JSON.parse(text) as { vitrine?: unknown }).vitrine === vitrine;
  } catch {
    return false;
  }
}

/** Is this folder a site made by `site`? */
export const isSite = (folder: string): boolean => isMade(folder, siteFolder);

const inside = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);

/** The path without links, also where its end does not exist yet. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

/**
 * What we make may only take the place of nothing, of an empty folder or of one made before, and never holds its documents.
 * @param from the documents: a folder, which also may not hold what is made of it, or a file
 */
export function assertReplaceable(from: string, out: string, made: Made): void {
  const [source, to] = [real(resolve(from)), real(resolve(out))];
  if (inside(source, to) || inside(to, source))
    throw new Refused(
      "out",
      `The documents and the ${made.name} must stand in two folders, neither inside the other; choose another --out.`,
      out,
    );
  if (made === partnerFolder)
    for (let above = dirname(to); above !== dirname(above); above = dirname(above))
      if (isSite(above) || isMade(above, newsletterFolder))
        throw new Refused("out", "This folder would be inside a site for everybody: name one that nobody else is given.", out);
  if (!existsSync(to)) return;
  if (!statSync(to).isDirectory()) throw new Refused("out", `There is a file of this name; name a folder for the ${made.name}.`, out);
  if (readdirSync(to).length > 0 && !isMade(to, made))
    throw new Refused(
      "out",
      `This folder holds something that is not a ${made.name} made by vitrine; name a new folder, or empty this one.`,
      out,
    );
}

/** Writes one file of a folder that is being made. */
export type Put = (name: string, content: string | Uint8Array) => void;

/** Makes a folder whole or not at all; the one before stays until then. */
export async function makeFolder<T>(out: string, write: (put: Put, partial: string) => Promise<T>): Promise<T> {
  const target = real(resolve(out));
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  // One who is stopped meanwhile leaves nothing half made, least of all for one partner.
  const clear = () => rmSync(partial, { recursive: true, force: true });
  process.once("exit", clear);
  return withFileAsync(out, async () => {
    try {
      mkdirSync(partial, { recursive: true });
      const result = await write((name, content) => {
        const file = join(partial, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }, partial);
      replace(target, partial);
      return result;
    } finally {
      clear();
      process.off("exit", clear);
    }
  });
}

/** Puts the finished folder in its place; the one before stays until that has worked. */
function replace(target: string, partial: string): void {
  const before = join(dirname(target), `.${basename(target)}.${process.pid}.before`);
  const existed = existsSync(target);
  if (existed) renameSync(target, before);
  try {
    renameSync(partial, target);
  } catch (error) {
    if (existed) renameSync(before, target);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}
