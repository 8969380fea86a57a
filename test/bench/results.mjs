import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("results.md", import.meta.url));

/** Puts one bench's part of `results.md` in the place of its earlier one, which begins with the same heading; the others stay as they are. */
export function keepResult(part) {
  const [heading] = part.split("\n", 1);
  const parts = existsSync(file)
    ? readFileSync(file, "utf8")
        .split(/^(?=# )/m)
        .map((one) => `${one.trimEnd()}\n`)
    : [];
  const at = parts.findIndex((one) => one.split("\n", 1)[0] === heading);
  if (at < 0) parts.push(part);
  else parts[at] = part;
  writeFileSync(file, parts.join("\n"));
}
