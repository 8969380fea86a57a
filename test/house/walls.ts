import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";

interface Room {
  /** Our own packages it may import. */
  rooms: string[];
  /** Packages of others, and their paths below. */
  others: string[];
  /** May use Node's modules. */
  node?: true;
}

/** The rooms of the house and what each may import. A package that is not here is a fault. */
export const house: Record<string, Room> = {
  contract: { rooms: [], others: ["zod/mini"] },
  disclosure: { rooms: ["contract"], others: ["highs"] },
  publish: { rooms: ["contract", "disclosure"], others: ["@clickhouse/client", "@duckdb/node-api", "pg", "zod", "zod/mini"], node: true },
  drawing: { rooms: ["contract"], others: ["lit", "d3-array", "d3-shape", "d3-path", "d3-geo", "d3-hierarchy", "d3-scale"] },
  widgets: { rooms: ["contract", "drawing"], others: ["lit"] },
  static: {
    rooms: ["contract", "drawing"],
    others: ["lit", "@lit-labs/ssr", "@resvg/resvg-js", "@expo-google-fonts/inter"],
    node: true,
  },
  cli: { rooms: ["contract", "publish", "static"], others: ["zod"], node: true },
};

/** What runs or is drawn in a reader's page, and so may not do these things. */
const inPages = ["contract", "drawing", "widgets"];
const neverInPages: [what: string, pattern: RegExp][] = [
  ["eval", /\beval\(|new Function\(/],
  ["markup from text", /\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bunsafe(?:HTML|SVG|Static)\b/],
  ["a cookie", /document\.cookie/],
  ["storage", /\b(?:localStorage|sessionStorage|indexedDB)\b|\bcaches\./],
  ["a beacon", /sendBeacon/],
];
const neverInDrawings: [what: string, pattern: RegExp][] = [
  ["a clock", /Date\.now|new Date\(\)|performance\.now|setTimeout|requestAnimationFrame/],
  ["chance", /Math\.random|crypto\./],
  ["a global", /\bglobalThis\b|\bwindow\./],
];

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : entry.name.endsWith(".ts") ? [join(folder, entry.name)] : [],
  );

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

interface Import {
  from: string;
  /** Names brought in as values; empty for `import type`, a bare import and `import()`. */
  names: string[];
  typeOnly: boolean;
}

/** Every module a file imports or exports from, also by `import()`. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const found: Import[] = [];
  for (const [, type, clause = "", from] of code.matchAll(
    /(?:^|[;}\n])\s*(?:import|export)\s+(type\s)?(?:([\w*\s{},$]+?)\s*from\s*)?["']([^"']+)["']/g,
  )) {
    const names = (/\{([^}]*)\}/.exec(clause)?.[1] ?? "").split(",").map((name) => name.trim());
    const values = names.filter((name) => name && !name.startsWith("type ")).map((name) => name.split(/\s+as\s+/)[0]!);
    found.push({ from: from!, names: type ? [] : values, typeOnly: Boolean(type) });
  }
  for (const [, from] of code.matchAll(/\bimport\(\s*["']([^"']+)["']/g)) found.push({ from: from!, names: [], typeOnly: false });
  return found;
}

/** Each ring of names that import each other, told once. */
function circles(graph: Map<string, Set<string>>): string[] {
  const found: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string, path: string[]) => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") return void found.push([...path.slice(path.indexOf(name)), name].join(" → "));
    state.set(name, "open");
    for (const next of graph.get(name) ?? []) visit(next, [...path, name]);
    state.set(name, "done");
  };
  for (const name of graph.keys()) visit(name, []);
  return found;
}

const covers = (allowed: string, from: string) => from === allowed || (from.startsWith(`${allowed}/`) && allowed !== "zod");

/**
 * Every breach of the walls below `root`, as sentences; none when the house stands.
 * @param root a folder with `packages/<room>/{src,package.json,tsconfig.json}`
 */
export function breaches(root: string): string[] {
  const found: string[] = [];
  const rooms = new Map<string, Set<string>>();
  const modules = new Map<string, Set<string>>();
  for (const name of readdirSync(join(root, "packages")).filter((entry) => existsSync(join(root, "packages", entry, "package.json")))) {
    const room = house[name];
    if (!room) {
      found.push(`packages/${name} is no room of the house: give it its walls in test/house/walls.ts`);
      continue;
    }
    const folder = join(root, "packages", name);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { dependencies?: Record<string, string> };
    const declared = Object.keys(manifest.dependencies ?? {});
    const neighbours = new Set<string>();
    rooms.set(name, neighbours);
    for (const file of files(join(folder, "src"))) {
      const source = readFileSync(file, "utf8");
      const place = relative(root, file).split(sep).join("/");
      const links = new Set<string>();
      modules.set(place, links);
      for (const { from, names, typeOnly } of importsOf(source)) {
        const breach = (why: string) => found.push(`${place} imports ${from}: ${why}`);
        const ours = /^@vitrine\/([\w-]+)/.exec(from)?.[1];
        if (from.startsWith(".")) {
          const target = resolve(file, "..", from);
          if (!target.startsWith(join(folder, "src") + sep))
            breach("a relative path leads out of its package; import the package by its name");
          else if (!typeOnly) links.add(relative(root, target).split(sep).join(posix.sep).replace(/\.js$/, ".ts"));
        } else if (ours) {
          neighbours.add(ours);
          if (!room.rooms.includes(ours)) breach(`a wall stands between ${name} and ${ours}`);
          else if (!declared.includes(`@vitrine/${ours}`)) breach("its package.json does not say so");
        } else if (from.startsWith("node:")) {
          if (!room.node) breach(`${name} does without Node`);
        } else {
          if (!room.others.some((allowed) => covers(allowed, from))) breach(`${name} does without it`);
          else if (!declared.some((dependency) => covers(dependency, from) || from === `${dependency}/mini`))
            breach("its package.json does not say so");
          if (name === "drawing" && from.startsWith("lit")) {
            const more = names.filter((value) => !["html", "svg", "nothing"].includes(value));
            if (from !== "lit" || more.length > 0) breach("a drawing takes html, svg and nothing from Lit, and types");
          }
        }
      }
      const code = withoutComments(source);
      const never = [...(inPages.includes(name) ? neverInPages : []), ...(name === "drawing" ? neverInDrawings : [])];
      for (const [what, pattern] of never) if (pattern.test(code)) found.push(`${place} uses ${what}: ${pattern.exec(code)![0]}`);
    }
    if (name === "contract" || name === "disclosure") found.push(...bareTypes(folder, name));
  }
  return [...found, ...circles(rooms).map((ring) => `a circle: ${ring}`), ...circles(modules).map((ring) => `a circle: ${ring}`)];
}

/** Contract and disclosure run anywhere: they compile with the language alone. */
function bareTypes(folder: string, name: string): string[] {
  const { compilerOptions: options = {} } = JSON.parse(readFileSync(join(folder, "tsconfig.json"), "utf8")) as {
    compilerOptions?: { lib?: string[]; types?: string[] };
  };
  const bare = options.lib?.every((lib) => /^es\d+$/.test(lib)) && options.types?.length === 0;
  return bare ? [] : [`packages/${name}/tsconfig.json lets DOM or Node types in`];
}
