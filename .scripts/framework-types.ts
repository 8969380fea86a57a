// Writes what editors and frameworks read of our elements, from the custom elements manifest: npm run generate
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const widgets = new URL("../packages/widgets/", import.meta.url);

interface Named {
  name: string;
  description?: string;
}
interface Declaration extends Named {
  tagName?: string;
  summary?: string;
  attributes?: (Named & { fieldName?: string; type?: { text: string } })[];
  members?: (Named & { kind: string; static?: true; readonly?: true })[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
}
export interface Manifest {
  modules: { path: string; declarations?: Declaration[] }[];
}

/** Elements of a manifest, by tag. */
export const elementsOf = (manifest: Manifest): (Declaration & { tagName: string })[] =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations.flatMap((found) => (found.tagName ? [{ ...found, tagName: found.tagName }] : [])))
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

/** What the element writes itself: nobody sets it. */
const written = /^(?:Read only|Written by the element)/;
const settable = ({ attributes = [] }: Declaration) => attributes.filter(({ description = "" }) => !written.test(description));
const properties = ({ members = [], attributes = [] }: Declaration) =>
  members.filter(
    ({ kind, name, description = "", ...is }) =>
      kind === "field" &&
      !is.static &&
      !is.readonly &&
      !written.test(description) &&
      name !== "renderRoot" &&
      !attributes.some(({ fieldName }) => fieldName === name),
  );

/** Values of attributes that are not a property of the class, by name. */
const spoken: Record<string, string> = { theme: `"light" | "dark"`, lang: "string" };
const note = (text = "") => (text ? `    /** ${text.replace(/\s+/g, " ").replaceAll("*/", "* /")} */\n` : "");

function typesOf(element: Declaration & { tagName: string }): string {
  const { tagName, name, description, summary, events = [] } = element;
  const attributes = settable(element).map(({ name: attribute, fieldName, description: says, type: of }) => {
    // A template writes a number as text.
    const asText = of?.text === "number" ? " | `${number}`" : "";
    const type = fieldName ? `${name}["${fieldName}"]${asText}` : spoken[attribute];
    if (!type) throw new Error(`${tagName}: say in .scripts/framework-types.ts what the attribute ${attribute} can be`);
    return `${note(says)}    ${attribute}?: ${type};\n`;
  });
  const own = properties(element).map(({ name: field, description: says }) => `${note(says)}    ${field}?: ${name}["${field}"];\n`);
  const told = events.map(({ name: event, description: says }) => `${note(says)}    "${event}": HTMLElementEventMap["${event}"];\n`);
  return `  /** ${(description ?? summary ?? "").replace(/\s+/g, " ")} */
  "${tagName}": Exhibit<${name}, {
${[...attributes, ...own].join("")}  }, {
${told.join("")}  }>;
`;
}

const elementTypes = (
  elements: (Declaration & { tagName: string })[],
): string => `// Written by \`npm run generate\` from the elements themselves. Do not edit.
${elements.map(({ name, tagName }) => `import type { ${name} } from "@vitrine/widgets/${tagName.replace(/^cs-/, "")}";`).join("\n")}

/** One element: its class, what a page may set on it, and what it tells. */
export interface Exhibit<Element extends HTMLElement, Properties, Events> {
  element: Element;
  properties: Properties;
  events: Events;
}

/** Every element of Vitrine by its tag. */
export interface VitrineElements {
${elements.map(typesOf).join("")}}
`;

const said = ({ description, summary }: Partial<Declaration>) => (description ?? summary ?? "").replace(/\s+/g, " ");
const list = (title: string, items: readonly Named[] | undefined, format: (name: string) => string) =>
  items?.length ? `\n\n${title}\n${items.map(({ name, description = "" }) => `- ${format(name)}: ${description}`).join("\n")}` : "";
const values: Record<string, string[]> = { theme: ["light", "dark"], heading: ["1", "2", "3", "4", "5", "6"] };

/** What VS Code offers in HTML: `html.customData`. */
const htmlData = (elements: (Declaration & { tagName: string })[]) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: {
      kind: "markdown",
      value:
        said(element) +
        list("Events", element.events, (name) => `\`${name}\``) +
        list("Parts", element.cssParts, (name) => `\`::part(${name})\``),
    },
    attributes: settable(element).map(({ name, description = "" }) => ({
      name,
      description,
      ...(values[name] && { values: values[name].map((value) => ({ name: value })) }),
    })),
  })),
});
/** What VS Code offers in style sheets: `css.customData`. */
const cssData = (elements: Declaration[]) => ({
  version: 1.1,
  properties: [...new Map(elements.flatMap(({ cssProperties = [] }) => cssProperties.map((one) => [one.name, one]))).values()].map(
    ({ name, description = "" }) => ({ name, description }),
  ),
});

/** Every file made of the manifest: its path in the package, and its text. */
export function frameworkFiles(manifest: Manifest): Map<string, string> {
  const elements = elementsOf(manifest);
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ["types/elements.d.ts", elementTypes(elements)],
    ["types/vscode.html-custom-data.json", json(htmlData(elements))],
    ["types/vscode.css-custom-data.json", json(cssData(elements))],
  ]);
}

export const builtManifest = (): Manifest => JSON.parse(readFileSync(new URL("custom-elements.json", widgets), "utf8")) as Manifest;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const analyze = fileURLToPath(new URL("../node_modules/@custom-elements-manifest/analyzer/cem.js", import.meta.url));
  execFileSync(process.execPath, [analyze, "analyze", "--config", "../../.scripts/cem.config.mjs", "--quiet"], { cwd: widgets });
  for (const [path, text] of frameworkFiles(builtManifest())) {
    writeFileSync(new URL(path, widgets), text);
    console.log(`packages/widgets/${path}`);
  }
}
