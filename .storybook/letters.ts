import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const name = "virtual:letters";
const figures = { gauge: "implementation/typical", absences: "implementation/every-absence", map: "access/typical" } as const;

/** One figure as the hosts without scripts finish it, each as a page would hold it. Pictures are inside, so that a story loads nothing. */
export interface Finished {
  block: string;
  text: string;
  figure: string;
  card: string;
  alt: string;
}
export type Letters = Record<keyof typeof figures, Finished> & { letter: string };

/** `virtual:letters`: what the static host makes of test documents. It runs here, since a story's page has neither files nor fonts. */
export const letters = (): Plugin => ({
  name: "vitrine:letters",
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  async load(id) {
    if (id !== `\0${name}`) return undefined;
    const { altOf, blockOf, letterOf, plainFigure, readPublished, renderPng, renderSvg, speakerFor, toHtml } =
      await import("@vitrine/static");
    const say = speakerFor("en");
    const data = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
    const pictures = new Map<string, string>();
    // A letter has room for the address of a picture, not for the picture.
    const whole = (markup: string) => markup.replace(/picture:\d+/g, (address) => pictures.get(address)!);
    const pictured = (png: Uint8Array) => {
      const address = `picture:${pictures.size}`;
      pictures.set(address, data(png));
      return address;
    };
    const parts = Object.values(figures).map((file) => {
      const { document } = readPublished(fileURLToPath(new URL(`../test/documents/${file}.json`, import.meta.url)));
      const imageOf = (width: number) => {
        const [, wide, high] = /width="([\d.]+)" height="([\d.]+)"/.exec(renderSvg(document, { caption: false, width }))!.map(Number);
        return { src: pictured(renderPng(document, { caption: false, width })), width: wide!, height: high! };
      };
      return { document, image: { ...imageOf(600), narrow: imageOf(296) }, live: "https://figures.example.org/embed/figure.html" };
    });
    const finished = parts.map((part): Finished => {
      const { document, image, live } = part;
      const { html, text } = blockOf(part, say);
      const figure = whole(toHtml(plainFigure(document, { say, src: "figure.json", page: live, image, heading: 1 })));
      return { block: whole(html), text, figure, card: data(renderPng(document, { format: "card" })), alt: altOf(document, say) };
    });
    const letter = whole(/<\/head>([^]*)<\/html>/.exec(letterOf(parts, say).html)![1]!);
    const all = { ...Object.fromEntries(Object.keys(figures).map((key, at) => [key, finished[at]])), letter };
    return `export default ${JSON.stringify(all)};`;
  },
});
