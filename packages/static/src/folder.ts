import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Refused } from "./refused.js";

/** The file that marks a folder as a site of ours, and lists what is in it. */
export const marker = "site.json";

/** Is this folder a site made by `site`? */
export function isSite(folder: string): boolean {
  try {
    const text = readFileSync(join(folder, marker), "utf8");
    return (JSON.parse(text) as { vitrine?: unknown }).vitrine === "site/1";
  } catch {
    return false;
  }
}

const inside = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);

/** The path without links, also where its end does not exist yet. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

/** A site may only take the place of nothing, of an empty folder or of an earlier site, and never holds or stands in its documents. */
export function assertReplaceable(folder: string, out: string): void {
  const [from, to] = [real(resolve(folder)), real(resolve(out))];
  if (inside(from, to) || inside(to, from))
    throw new Refused("out", "The documents and the site must stand in two folders, neither inside the other; choose another --out.", out);
  if (!existsSync(to)) return;
  if (!statSync(to).isDirectory()) throw new Refused("out", "There is a file of this name; name a folder for the site.", out);
  if (readdirSync(to).length > 0 && !isSite(to))
    throw new Refused("out", "This folder holds something that is not a site made by vitrine; name a new folder, or empty this one.", out);
}

/** Puts the finished folder in its place; the one before stays until that has worked. */
export function replace(target: string, partial: string): void {
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
