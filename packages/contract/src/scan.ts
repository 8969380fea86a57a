import type { Fault } from "./issue.js";
import { limits } from "./limits.js";

/** Position of the quote that ends the text begun at `start`, or -1. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end;
    while (json[before - 1] === "\\") before--;
    if ((end - before) % 2 === 0) return end;
  }
  return -1;
}

function isKey(json: string, end: number): boolean {
  let at = end + 1;
  while (json[at] === " " || json[at] === "\n" || json[at] === "\r" || json[at] === "\t") at++;
  return json[at] === ":";
}

/**
 * Looks at JSON text before it is parsed, in one pass: nesting and size (a parser would first build all of it), and keys
 * given twice. `JSON.parse` silently takes the last one; a reviewer or another reader may see the first.
 */
export function scan(json: string): Fault | undefined {
  const open: { ends: string; keys?: Set<string>; at: string | number }[] = [];
  const broken: Fault = { code: "not-json", path: [] };
  const fault = (code: string): Fault => ({ code, path: open.slice(0, limits.depth).map(({ at }) => at) });
  let top: (typeof open)[number] | undefined;
  let values = 0;
  for (let i = 0; i < json.length; i++)
    switch (json[i]) {
      case "{":
      case "[":
        top = { ends: json[i] === "{" ? "}" : "]", at: 0 };
        if (open.push(top) > limits.depth + 1) return fault("too-deep");
        break;
      case "}":
      case "]":
        if (open.pop()?.ends !== json[i]) return broken;
        top = open[open.length - 1];
        break;
      case ",":
        if (++values > limits.values) return fault("too-large");
        if (top?.ends === "]") top.at = (top.at as number) + 1;
        break;
      case '"': {
        const end = endOfText(json, i);
        if (end < 0) return broken;
        if (top?.ends === "}" && isKey(json, end)) {
          const raw = json.slice(i, end + 1);
          top.at = raw.includes("\\") ? (JSON.parse(raw) as string) : raw.slice(1, -1);
          top.keys ??= new Set();
          if (top.keys.size === top.keys.add(top.at).size) return fault("duplicate-key");
          if (top.keys.size > limits.keys) return fault("too-large");
        }
        i = end;
      }
    }
  return undefined;
}
