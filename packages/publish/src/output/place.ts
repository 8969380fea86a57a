import { randomBytes } from "node:crypto";
import { lstat, open, readdir, readlink, rename, rm, rmdir, symlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * A published folder is a link to a version that stands beside it under a hidden name: `published` leads to `.published.0f3c…`. A new version
 * is written whole beside the old one, and the link is exchanged by one rename, which a reader and a crash see as done or not done.
 */
const versionName = (out: string) => `.${basename(out)}.${randomBytes(6).toString("hex")}`;
const isVersion = (out: string, name: string) => {
  const mark = `.${basename(out)}.`;
  return name.startsWith(mark) && /^[0-9a-f]{12}(\.link)?$/.test(name.slice(mark.length));
};

/** What stands at a path, links not followed. */
export const kindOf = async (path: string): Promise<"nothing" | "link" | "folder" | "file"> => {
  const found = await lstat(path).catch(() => undefined);
  return !found ? "nothing" : found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : "file";
};

const leadsTo = async (link: string) => resolve(dirname(link), await readlink(link));
const isOurs = (out: string, version: string) => dirname(version) === dirname(out) && isVersion(out, basename(version));

/** Where a folder is to be written: links that people made on the way are followed, our own to its version is not. */
export async function placeOf(out: string): Promise<string> {
  let place = out;
  for (let hops = 0; hops < 40 && (await kindOf(place)) === "link"; hops++) {
    const next = await leadsTo(place);
    if (isOurs(place, next)) return place;
    place = next;
  }
  return place;
}

/** A new name beside a folder, for a version of it. */
export const newVersion = (out: string): string => join(dirname(out), versionName(out));

/**
 * A link to a version, ready to take the folder's place. Where links cannot be made (some network drives, Windows without leave to make
 * them) it is the version itself.
 */
export async function linkTo(version: string): Promise<string> {
  const link = `${version}.link`;
  try {
    await symlink(basename(version), link, "dir");
    return link;
  } catch {
    return version;
  }
}

/**
 * Puts a file, a link or a folder in its place. By one rename, except where a plain folder is in the way: that one is moved aside first.
 * @returns what puts back what was there
 */
export async function put(from: string, to: string): Promise<() => Promise<void>> {
  const [incoming, present] = [await kindOf(from), await kindOf(to)];
  if (present === "link") {
    const before = await readlink(to);
    if (incoming === "folder") await rm(to);
    await rename(from, to);
    return async () => {
      const back = `${newVersion(to)}.link`;
      await symlink(before, back, "dir");
      if (incoming === "folder") await rename(to, newVersion(to));
      await rename(back, to);
    };
  }
  if (present !== "folder") {
    await rename(from, to);
    return () => rm(to, { recursive: true, force: true });
  }
  const aside = newVersion(to);
  if (
    await rmdir(to).then(
      () => false,
      () => true,
    )
  )
    await rename(to, aside);
  await rename(from, to);
  return async () => {
    await rm(to, { recursive: true, force: true });
    if ((await kindOf(aside)) === "folder") await rename(aside, to);
  };
}

/** Removes versions that nothing leads to: the one before, and what a run that was cut off left. */
export async function sweep(out: string): Promise<void> {
  const folder = dirname(out);
  const current = (await kindOf(out)) === "link" ? basename(await leadsTo(out)) : "";
  for (const name of await readdir(folder).catch(() => []))
    if (name !== current && isVersion(out, name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Makes sure that the names in a folder are on disk, where the system lets a folder be opened. */
export async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
