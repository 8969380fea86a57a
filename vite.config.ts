import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from "vite";
import { together } from "./.scripts/together.ts";

const root = dirname(fileURLToPath(import.meta.url));
const widgets = join(root, "packages/widgets");
const outDir = join(widgets, "elements");
const loader = "virtual:vitrine";

/** Every `packages/widgets/src/<name>.ts` registers the element `cs-<name>`. It is bundled from what `tsc -b` made of it. */
const elements = Object.fromEntries(
  readdirSync(join(widgets, "src"))
    .sort()
    .flatMap((file) => (file.endsWith(".ts") && file !== "index.ts" ? [file.replace(/\.ts$/, "")] : []))
    .map((name) => {
      const define = join(widgets, "dist", name, `${name}.define.js`);
      return [`cs-${name}`, existsSync(define) ? define : join(widgets, "dist", `${name}.js`)];
    }),
);

/**
 * What all files of one build have in their names, which a site keeps for ever: it stands for what they are made of. Nearly every change is one of the file
 * that all others import, so that names of each file's own would change together too, and the loader would have to list them.
 */
const release = (() => {
  const hash = createHash("sha256");
  const sources = ["contract", "drawing", "widgets"].flatMap((name) =>
    readdirSync(join(root, "packages", name, "dist"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .sort()
      .map((file) => join("packages", name, "dist", file)),
  );
  for (const file of [...sources, "vite.config.ts", ".scripts/together.ts", "package-lock.json"])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("base64url").slice(0, 6);
})();

/** `vitrine.js`: the one script of a snippet. Its name never changes; it fetches only the elements a page uses. */
const loaderEntry = (): Plugin => ({
  name: "vitrine:loader",
  resolveId: (id) => (id.endsWith(loader) ? `\0${loader}` : undefined),
  load: (id) =>
    id === `\0${loader}`
      ? `import { watch } from ${JSON.stringify(join(widgets, "dist/loader/loader.js"))};
watch({ ${Object.entries(elements)
          .map(([tag, file]) => `${JSON.stringify(tag)}: () => import(${JSON.stringify(file)})`)
          .join(", ")} }, document, ${every.forLoader});`
      : undefined,
});

const integrity = (bytes: string | Uint8Array) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** All that a file imports, also by others that it imports. */
function needsOf(name: string, bundle: Rolldown.OutputBundle, seen = new Set<string>()): string[] {
  const chunk = bundle[name];
  for (const next of chunk?.type === "chunk" ? chunk.imports : []) if (!seen.has(next)) needsOf(next, bundle, seen.add(next));
  return [...seen];
}

/**
 * `elements.json`: which file holds which element, what it imports, which holds them all, which hold languages, and the digest of every file, for
 * `integrity` attributes.
 */
const manifest = (): Plugin => ({
  name: "vitrine:manifest",
  writeBundle(_, bundle) {
    const scripts = Object.keys(bundle).filter((name) => name.endsWith(".js"));
    const chunks = Object.values(bundle)
      .filter((file) => file.type === "chunk")
      .sort((a, b) => a.fileName.localeCompare(b.fileName));
    const entry = (name: string) => {
      const found = chunks.find((chunk) => chunk.isEntry && chunk.name === name);
      if (!found) throw new Error(`no file came out for ${name}`);
      return { file: found.fileName, imports: needsOf(found.fileName, bundle).sort() };
    };
    const files = scripts.sort().map((name) => [name, integrity(readFileSync(join(outDir, name)))]);
    const contents = {
      loader: entry("vitrine"),
      elements: Object.fromEntries(Object.keys(elements).map((tag) => [tag, entry(tag)])),
      together: every.forManifest,
      languages: Object.fromEntries(
        chunks.flatMap(({ facadeModuleId, fileName }) => {
          const [, language] = /\/drawing\/dist\/words\/(\w+)\.js$/.exec(facadeModuleId ?? "") ?? [];
          return language ? [[language, fileName]] : [];
        }),
      ),
      files: Object.fromEntries(files),
    };
    writeFileSync(join(outDir, "elements.json"), JSON.stringify(contents, null, 2) + "\n");
  },
});

/** `THIRD-PARTY.txt`: name, version and licence text of every package that went into the files, since bundling drops their comments. */
const thirdParty = (): Plugin => ({
  name: "vitrine:third-party",
  writeBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
    const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []));
    const notices = [...folders].sort().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} went into the elements but carries no licence text`);
      return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
    });
    const line = `\n${"-".repeat(78)}\n\n`;
    const lead = notices.length > 0 ? "These files contain the following packages.\n" : "These files contain nothing of other packages.\n";
    writeFileSync(join(outDir, "THIRD-PARTY.txt"), [lead, ...notices].join(line));
  },
});

/** Style sheets without their comments, indents and line breaks. */
const shortStyles = (): Plugin => ({
  name: "vitrine:styles",
  transform: (code, id) =>
    /\/packages\/widgets\/dist\/.*(styles|print)\.js$/.test(id)
      ? code.replace(/(?<=css `)[^`]*(?=`)/g, (sheet) =>
          sheet
            .replace(/\/\*[^]*?\*\//g, "")
            .replace(/\s+/g, " ")
            .replace(/ ?([{};,>]) ?|(:) /g, "$1$2")
            .replace(/;}/g, "}")
            .replace(/="([\w-]+)"/g, "=$1")
            .replace(/\b0\./g, ".")
            .trim(),
        )
      : undefined,
});

/**
 * Templates without quotation marks round a single word and without indents, and drawings without the line breaks between their marks: a text node
 * each.
 */
const shortTemplates = (): Plugin => ({
  name: "vitrine:templates",
  transform(code, id) {
    if (!/\/packages\/(?:drawing|widgets)\/dist\//.test(id) || !/\b(?:html|svg) ?`/.test(code)) return undefined;
    const pieces: [from: number, to: number, isDrawing: boolean][] = [];
    const look = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { type, tag, quasi } = node as Syntax;
      if (type === "TaggedTemplateExpression" && /^(?:html|svg)$/.test(tag?.name ?? ""))
        for (const { start, end } of quasi!.quasis!) pieces.push([start, end, tag!.name === "svg"]);
      for (const part of Object.values(node)) look(part);
    };
    look(this.parse(code));
    if (pieces.some(([from, to]) => /<\w+-/.test(code.slice(from, to))))
      throw new Error(`A template of ${id} has a custom element in it: see small-lit.ts.`);
    pieces.sort(([a], [b]) => b - a);
    return pieces.reduce(
      (text, [from, to, isDrawing]) =>
        text.slice(0, from) +
        text
          .slice(from, to)
          .replace(/(\s[\w-]+=)"([\w-]+)"(?=[\s>])/g, "$1$2")
          .replace(/(^|[>}`])\s*\n\s*(?=[<`$]|$)/g, (breaks, before: string) => (isDrawing ? before : breaks))
          .replace(/\n\s*/g, " ") +
        text.slice(to),
      code,
    );
  },
});

/** Schemas without what JSON Schema says of them, which the generator alone reads: the last argument of a leaf, and what is written down of lists. */
const shortSchemas = (): Plugin => ({
  name: "vitrine:schemas",
  transform(code, id) {
    if (!/\/packages\/contract\/dist\//.test(id)) return undefined;
    const cuts: [from: number, to: number][] = [];
    const look = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { type, callee, expression, arguments: given } = node as Syntax;
      if (type === "ExpressionStatement" && expression?.callee?.object?.name === "jsonSchemas")
        cuts.push([(node as Syntax).start, (node as Syntax).end]);
      else if (type === "CallExpression" && described[callee?.name ?? ""] === given?.length)
        cuts.push([given!.at(-2)!.end, given!.at(-1)!.end]);
      else for (const part of Object.values(node)) look(part);
    };
    look(this.parse(code));
    return cuts.reverse().reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), code);
  },
});
/** Functions whose last argument it is, with how many they have. */
const described: Record<string, number> = { leaf: 4, textLeaf: 3, numberLeaf: 3 };
interface Syntax {
  type: string;
  name?: string;
  start: number;
  end: number;
  callee?: Syntax;
  object?: Syntax;
  expression?: Syntax;
  arguments?: Syntax[];
  tag?: Syntax;
  quasi?: Syntax;
  quasis?: Syntax[];
}

/** What elements and drawings call among themselves and no page knows of. In the built files these names are short, the same in all of them. */
const among =
  /^(?:absenceSaid|activate|activityOf|also(?:Areas|Not|Offer)|area(?:In|NameOf)|arcs|around|asking|characters|cityOf|containers|createRenderRoot|districtOf|draw(?:ForPrint|Picture)|facets|fetched|giveUp|headline|holder|holes|innerType|inOrder|inWords|is(?:Empty|Picture)|keys(?:Areas|Points)|labelled|lessThanOne|levelOf|mark(?:At|Of)|mayNotShow|metTheBar|mixedSentence|moreThanNinetyNine|no(?:File|Geometry|Outline|Sentence|Share|tMade)|numerator|ofTeachers|ownChoices|pattern|percents|placed|pointOf|recruit(?:File|Hint)|refreshed|render(?:Above|Beside|Root)|repaint|rightToLeft|sameOrigin|sayRefusal|schoolsHeading|shareHeading|showOnMap|spotOf|statusOf|suggestions|summarise|table(?:Areas|Schools|sChanged)|tabulate|unlocatedSaid|willUpdate|words|gauge|absence|facts|rates|served|isOpen|forget|choose|checks|holds|leave|sentence|lessThan|atLeast|pictured|english|stays|emphasis|legend|faults|marked|outer|inner|slack|swatch|terms|mapControls|labelBox|located|noSchools|stripSign|plots|detailHeight|numbered|provisionalStages|repeatsRow|markSelected|arranged|noJudgement|unclear|sentenceAbsent|keyBox|puertoRico|stripNames|distanceLines|nothingMarked|summaryMarked|peopleAbsent|undone|summaryAdded|rangePoints|commonScale|noneRemains|printedPart|noStudents|otherCount|meanAbsent|forPartner|searchHint|noDeadline|areaAbsent|newestItem|cursorKeys|leader|leftOut|sayTick|overlapOf|breakdown|leftAfter|lateSteps|everybody|lookCount|groupLine|selectRow|markShort|fineShort|notLoaded|rateRange|noChange|ownScale|extremes|strength|notFollowed|allAreas|lastWhen|firstWhen|thinLine|whySaid|saidAll|fewMean|someNot|remains|listCsv|valueAt|misses|untold|fromTo|meanIs|ofBase|meanOf|noRows|redone|rateOf|readings|noDay|guides|roomy|reviewTitle|mailDefaultSubject|mailDefaultBody|mailOpenShort|mailCopyShort|mailNoAddress|mailTitle|mailField|accountHint|mailSubject|exportJson|printMarks|exportHint|mailOthers|mailFields|mailOpened|copyFailed|copyByHand|takeAway|takeOff|addTitle|addField|badAccount|badNote|saidBy|flagMeans|exportCsv|mailReset|searching|markHint|keepNone|noteHint|rateOpen|mailHint|mailNone|mailBody|mailOpen|mailCopy|addHint|addDo|stepHint|toLookAt|needsLook|lineOf|unselect|unlocated|headings|sums|copyColumn|either|updated|render|users|locate|embedCode|outdated|ticks|dots|question|pieces|markRow|whyNot|collator|unmark|noun|sorts|gallery|edges|pictures|doubtful|meridian|changed)$/;

const importing = /import\{([^}]*)\}from"\.\/([^"]*)"/g;
const exporting = /export\{([^}]*)\}/g;
/** The names in a list of imports or exports: `a as b` as it stands, `a` as `a as a`. */
const pairs = (list: string) =>
  list
    .split(",")
    .map((one) => one.split(" as "))
    .map(([from, to = from]) => [from!, to!] as const);

/** Short names, first those that the code inside functions has the least use for. */
const letters = "zyxwvutqpkjmbgfABCDEFGHIJKLMNOPQRSTUVWXYZ";
const shortName = (at: number) =>
  letters[at % letters.length]! + (at < letters.length ? "" : (Math.floor(at / letters.length) - 1).toString(36));

/**
 * What files share goes by one name in all of them, so that no list of imports or exports need say two: by the shortest what the gauge asks for, then
 * what most files do. Files that are fetched by name keep what they export.
 */
function namesInCommon(chunks: readonly Rolldown.OutputChunk[]) {
  const asked = new Set(chunks.flatMap(({ fileName, dynamicImports }) => (fileName === "vitrine.js" ? [] : dynamicImports)));
  const shared = chunks.filter(({ isEntry, fileName }) => !isEntry && !asked.has(fileName));
  const imports = (code: string) =>
    [...code.matchAll(importing)].flatMap(([, list, file]) => pairs(list!).map(([alias, local]) => ({ of: `${file} ${alias}`, local })));
  const uses = new Map<string, number>();
  for (const { name, code } of chunks)
    for (const { of } of imports(code)) uses.set(of, (uses.get(of) ?? 0) + (name === "cs-implementation-gauge" ? 1000 : 1));

  const own = new Map(chunks.map(({ fileName }) => [fileName, new Map<string, string>()]));
  const names = new Map<string, string>();
  const exports = shared.flatMap(({ fileName, code }) =>
    [...code.matchAll(exporting)].flatMap(([, list]) =>
      pairs(list!).map(([local, alias]) => ({ locals: own.get(fileName)!, local, of: `${fileName} ${alias}` })),
    ),
  );
  let at = 0;
  for (const { locals, local, of } of exports.sort((one, other) => (uses.get(other.of) ?? 0) - (uses.get(one.of) ?? 0))) {
    const name = locals.get(local) ?? shortName(at++);
    locals.set(local, name);
    names.set(of, name);
  }
  for (const { fileName, code } of chunks)
    for (const { of, local } of imports(code)) {
      const name = names.get(of);
      if (name) own.get(fileName)!.set(local, name);
    }
  return {
    /** What a file's own names become. */
    of: (file: string) => own.get(file)!,
    /** A file's lists, when its names are changed. */
    listed(code: string, file: string): string {
      const one = (from: string, list: string, alias: 0 | 1) => {
        const kept = new Set<string>();
        for (const pair of pairs(list)) {
          const name = names.get(`${from} ${pair[alias]}`);
          if (name !== pair[1 - alias]) throw new Error(`${file} has another name for ${pair[alias]} of ${from}`);
          kept.add(name!);
        }
        return [...kept].sort((a, b) => (a < b ? -1 : 1)).join();
      };
      const isShared = (name: string) => shared.some(({ fileName }) => fileName === name);
      code = code.replace(importing, (whole, list: string, from: string) =>
        isShared(from) ? `import{${one(from, list, 0)}}from"./${from}"` : whole,
      );
      return isShared(file) ? code.replace(exporting, (_, list: string) => `export{${one(file, list, 1)}}`) : code;
    },
  };
}

/**
 * The loader asks for an element's file and for the one that all of them share at once; a browser would learn of it when the first is there. A file
 * is called like its element and its release, so a list of elements says all.
 */
function atOnce(code: string): string {
  const tags: string[] = [];
  const named = code.replace(/(["`])([\w-]+)\1:\s*\(\)\s*=>\s*import\(["`]\.\/\2\.[\w-]+\.js["`]\),?/g, (...[, , tag]: string[]) => {
    tags.push(tag!);
    return tags.length === 1 ? "...listed" : "";
  });
  const bring = (name: string) => `import("./"+${name}+".${release}.js")`;
  return `const listed=Object.fromEntries("${tags.join(" ")}".split(" ").map((tag)=>[tag,()=>Promise.all([${bring("tag")},${bring('"element"')}])]));${named.replace(/\{\s*\.\.\.listed\s*\}/, "listed")}`;
}

/** Nearly all of these files is called before a first picture stands: browsers that heed it compile them while they arrive, aside of the page's own work. */
const atOnceCompiled = "//# allFunctionsCalledOnLoad\n";

/** A second pass over what the first made small: each finds what the other leaves, a fortieth of every file. */
const smaller = (): Plugin => ({
  name: "vitrine:smaller",
  async generateBundle(_, bundle) {
    const names: { props?: object } = {};
    // In an order of their own, or every change of a hash gave other short names, and a size that nobody could foretell.
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    chunks.sort((a, b) => (a.name < b.name ? -1 : 1));
    const common = namesInCommon(chunks);
    // What every page loads has the first choice of short names.
    const isFirst = ({ name }: Rolldown.OutputChunk) => (name === "element" ? 2 : name === "cs-implementation-gauge" ? 1 : 0);
    chunks.sort((a, b) => isFirst(b) - isFirst(a));
    for (const file of chunks) {
      const compress = {
        passes: 2,
        pure_getters: true,
        keep_fargs: false,
        unsafe_arrows: true,
        unsafe_methods: true,
        unsafe_symbols: true,
        lhs_constants: false,
        sequences: false,
      };
      if (file.fileName === "vitrine.js") file.code = atOnce(file.code);
      const nameCache = { props: names.props, vars: { props: common.of(file.fileName) } };
      const mangle = { properties: { regex: among } };
      const { code } = await minify(file.code, { module: true, ecma: 2020, compress, mangle, nameCache, format: { comments: false } });
      names.props = nameCache.props;
      file.code = common.listed(code ?? file.code, file.fileName);
    }
    for (const file of chunks) if (/^(?:element|columns|roster|trend|together|cs-)/.test(file.name)) file.code = atOnceCompiled + file.code;
  },
});

/** Lines on the map are fetched as files of their own, from beside the script. */
const geometry = (): Plugin => ({
  name: "vitrine:geometry",
  writeBundle() {
    const from = join(root, "packages/drawing/geometry");
    if (existsSync(from)) cpSync(from, join(outDir, "geometry"), { recursive: true });
  },
});

/** Modules that every element needs, or nearly every one. What only one kind of document needs stays with its elements. */
const kinds = readdirSync(join(root, "packages/contract/src/descriptions")).map((file) => file.replace(/\.ts$/, ""));
const base = [
  new RegExp(
    `/contract/dist/(?!${kinds.filter((name) => !["envelope", "figures"].includes(name)).join("|")}|advice|bounds|columns|csv|guard|index|issue|parse|rest|scan|small-zod-issues|zod-issues)`,
  ),
  /\/drawing\/dist\/(core\/(?!absent-key|csv|paper-theme|print-frame|sheet|shorten)|words\/(english-of|en\/(core|element)))/,
  /\/widgets\/dist\/element\/(?!choices|embed|export-picture|panel|print|sheets|small-directives|unseen|why)/,
];
const isBase = (id: string) => base.some((some) => some.test(id));

/**
 * What a first list, and what a first map beside it, is made of. What only a reader's act needs is left to files of its own, which import these: said
 * here, or each of them would tear a piece out.
 */
const isList =
  /\/contract\/dist\/access(?!-columns)|\/drawing\/dist\/(words\/en\/(access|list|map|map-controls)|map\/(describe|geometry|points|project|share|symbol))\.js|\/widgets\/dist\/school-list\/(?!acts|card|fold|queries|recruit|school-list\.(define\.)?js)/;
const isMap =
  /\/drawing\/dist\/map\/(?!cluster|draw\.|map\.|marks|nearest|place\.)|\/widgets\/dist\/school-access-map\/(?!colours|deeper|depth|flight|gestures|guide|hands|keys|marks|nationwide|over|paint|paper|place-card|roam|suggest|view|walk|watch|where)/;
/** What paints the schools of a map, which an overview has none of. */
const isMarks = /\/drawing\/dist\/map\/cluster|\/widgets\/dist\/school-access-map\/(colours|marks|paint)/;
/** What a roster is made of at first. The desk comes at the first sign of use and carries out every act; files come when one is saved. */
const isRoster =
  /\/contract\/dist\/roster\.js|\/drawing\/dist\/(roster\/(?:describe|draw|query|roster|rows)|words\/en\/roster-table)|\/widgets\/dist\/(roster-table\/(?!browse|clean-up|desk|detail|files|mail|mark-icon|rates|refusals|review)|element\/small-directives)/;
/** A trend, without what lies over it once a reader points at a time. */
const isTrend = /\/contract\/dist\/trend|\/drawing\/dist\/(trend\/(?!readout)|words\/en\/trend)|\/widgets\/dist\/trend-chart\/(?!readout)/;

const common: UserConfig = {
  root,
  base: "./",
  publicDir: false,
  logLevel: "warn",
  define: { "process.env.NODE_ENV": '"production"' },
  // The parts of both libraries that the elements use, in a fraction of the size. Tests hold them to the answers and the trees of the real ones.
  resolve: {
    alias: [
      { find: "zod/mini", replacement: join(root, "packages/contract/dist/small-zod.js") },
      { find: /^\.\/zod-issues\.js$/, replacement: join(root, "packages/contract/dist/small-zod-issues.js") },
      { find: /^lit$/, replacement: join(widgets, "dist/element/small-lit.js") },
      { find: /^lit\/directives\/(live|repeat)\.js$/, replacement: join(widgets, "dist/element/small-directives.js") },
    ],
  },
  plugins: [shortStyles(), shortTemplates(), shortSchemas(), smaller()],
  build: { target: "es2022", reportCompressedSize: false },
};
const every = together(Object.values(elements), common, release);

export default defineConfig({
  ...common,
  plugins: [loaderEntry(), every.plugin, ...common.plugins!, manifest(), thirdParty(), geometry()],
  build: {
    ...common.build,
    outDir,
    emptyOutDir: true,
    // As a library, or Vite wraps every import() in a helper that is larger than the loader.
    lib: { entry: { vitrine: loader, ...elements }, formats: ["es"] },
    rolldownOptions: {
      output: {
        minify: true,
        comments: false,
        entryFileNames: ({ name }) => (name === "vitrine" ? "vitrine.js" : `[name].${release}.js`),
        chunkFileNames: `[name].${release}.js`,
        // What most elements share is one file: a page loads few, and what stands together compresses together.
        codeSplitting: {
          groups: [
            { name: "element", test: isBase },
            // These have other readers as well.
            { name: "columns", test: /\/contract\/dist\/columns/ },
            { name: "paper-theme", test: /\/core\/paper-theme/ },
            { name: "unseen", test: /\/element\/unseen/ },
            { name: "shorten", test: /\/core\/(absent-key|shorten)/ },
            { name: "schools", test: isList },
            { name: "map", test: isMap },
            { name: "marks", test: isMarks },
            { name: "roster", test: isRoster },
            { name: "trend", test: isTrend },
          ],
        },
      },
    },
  },
});
