import type { VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { aheadOf, modulesFor, type Modules, type Script } from "./ahead.js";
import { blockOf } from "./mail/letter.js";
import { escaped, toHtml } from "./markup.js";
import { exhibitOf } from "./pictures.js";
import { imagesAt, plainFigure, servedMarkup, type Image } from "./served.js";

/** The drawing of a document as an image, and one for narrow windows. */
export type Drawing = Image & { narrow: Image };

/** What an editor can take, in the order in which it is offered. */
export const snippetKinds = [
  "element",
  "figure",
  "frame",
  "oembed",
  "block",
  "file",
  "plain",
  "react",
  "vue",
  "svelte",
  "angular",
] as const;
export type SnippetKind = (typeof snippetKinds)[number];
export type Snippets = Record<SnippetKind, string>;

export interface SnippetsOf {
  document: VitrineDocument;
  stem: string;
  say: Say;
  /** Where the site will be opened. */
  base: string;
  /** `es/` for a language that is not the site's own. */
  language: string;
  /** Names of the images, from the site's root. */
  drawing: Drawing;
  hasPng: boolean;
  /** Height of a frame before it is told how tall its content is. */
  height: number;
  /** What the element is loaded with, and what frames are measured with: names from the site's root and digests. */
  scripts: Record<"loader" | "frame", Script>;
  /** What the loader fetches. */
  modules: Modules;
}

const tidy = (markup: string) => markup.replace(/\n\s*\n/g, "\n");

/** A frame of a figure's page. */
export const frameOf = (page: string, title: string, words: string, width: number | string, height: number): string =>
  `<iframe src="${escaped(page)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" style="border:0">${escaped(words)}</iframe>`;

const scriptOf = (base: string, { name, integrity }: Script) =>
  `<script type="module" src="${base}${name}" integrity="${integrity}" crossorigin="anonymous"></script>`;

/** Lines of code that show a document, in each framework. */
function code(tag: string, src: string, title: string, lang: string) {
  const module = `@vitrine/widgets/${tag.slice(3)}`;
  const element = `<${tag} src="${src}" lang="${lang}"></${tag}>`;
  const inside = `<${tag} src="${src}" lang="${lang}">${escaped(title)}</${tag}>`;
  return {
    plain: `// npm install @vitrine/widgets\nimport "${module}";\n\nconst figure = document.createElement("${tag}");\nfigure.src = "${src}";\nfigure.lang = "${lang}";\ndocument.querySelector("main").append(figure);`,
    react: `// React 19\nimport "${module}";\n\nexport const Figure = () => (\n  <${tag} src="${src}" lang="${lang}"></${tag}>\n);`,
    vue: `<script setup>\nimport "${module}";\n</script>\n\n<template>\n  ${element}\n</template>\n\n<!-- vite.config.js: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("cs-") } } }) -->`,
    svelte: `<script>\n  import "${module}";\n</script>\n\n${inside}`,
    angular: `import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";\nimport "${module}";\n\n@Component({\n  selector: "app-figure",\n  schemas: [CUSTOM_ELEMENTS_SCHEMA],\n  template: \`${element}\`,\n})\nexport class Figure {}`,
  };
}

/** What an editor copies, as text, with the stable addresses of the site. */
export function snippetsOf({ document, stem, say, base, language, drawing, hasPng, height, scripts, modules }: SnippetsOf): Snippets {
  const src = `${base}documents/${stem}.json`;
  const page = `${base}embed/${language}${stem}.html`;
  const fallback = { say, src, page, image: imagesAt(base, drawing) };
  const { site } = say.words;
  const [tag] = exhibitOf(document).elements;
  // A letter is 600 pixels wide.
  const image = { src: base + drawing.src, width: 600, height: Math.round((drawing.height * 600) / drawing.width) };
  return {
    element: `${scriptOf(base, scripts.loader)}\n${aheadOf(base, modulesFor(modules, tag, say.locale), src)}\n${tidy(
      servedMarkup(document, {
        ...fallback,
        under: { tables: "folded", long: false, notes: true },
        shadow: false,
      }),
    )}`,
    figure: tidy(toHtml(plainFigure(document, { ...fallback, under: { tables: "open", long: false, notes: false } }))),
    frame: `${frameOf(page, document.title, site.page, "100%", height)}\n${scriptOf(base, scripts.frame)}`,
    oembed: page,
    block: blockOf({ document, ...(hasPng && { image }), live: page }, say).html.trim(),
    file: `${base}files/${language}${stem}.html`,
    ...code(tag, src, document.title, say.locale),
  };
}
