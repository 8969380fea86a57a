import type { VitrineDocument } from "@vitrine/contract";
import type { Ending, Refused } from "@vitrine/static";
import { extname } from "node:path";
import type { Command, Given } from "./command.js";
import { UsageError, type Exit, type Io } from "./io.js";

const formats = [".svg", ".png", ".html", ".pdf"] as const;

function themeOf(given: Given): "light" | "dark" | undefined {
  const theme = given.text("theme");
  if (theme !== undefined && theme !== "light" && theme !== "dark") throw new UsageError("Give --theme as light or dark.");
  return theme;
}

/** A picture of a size of its own is no page and takes no other width. */
function formatOf(given: Given, ending: string): "card" | "thumbnail" | undefined {
  const as = given.text("as");
  if (as === undefined) return undefined;
  if (as !== "card" && as !== "thumbnail") throw new UsageError("Give --as as card or thumbnail.");
  if (![".svg", ".png"].includes(ending) || given.text("width") !== undefined)
    throw new UsageError("A card or a thumbnail is a .svg or .png of its own size; leave out --width.");
  return as;
}

/** A partner's document is drawn only for one who says which partner's it is. */
function assertMayDraw({ audience }: VitrineDocument, partner: string | undefined, refused: typeof Refused, file: string) {
  if (audience.kind === "partner" && audience.id !== partner)
    throw new refused(
      "audience",
      "This document is for one partner; name that partner with --partner, and give the picture to nobody else.",
      file,
    );
}

type Options = Parameters<typeof import("@vitrine/static").renderPng>[1];

/** Several documents, or a folder of them: each a file of its own name in the folder that --out names. */
async function renderAll(given: Given, out: string, ending: Ending, options: Options, io: Io): Promise<Exit> {
  const { Refused, renderMany } = await import("@vitrine/static");
  const partner = given.text("partner");
  const drawn = await renderMany(given.names, out, ending, {
    ...options,
    allow: ({ document, file }) => assertMayDraw(document, partner, Refused, file),
    progress: (done, all, file) => io.progress(`${done} of ${all}: ${file}`),
  });
  io.progress();
  io.out(`Wrote ${drawn} file${drawn === 1 ? "" : "s"} into ${out}`);
  return 0;
}

export const render: Command = {
  name: "render",
  summary: "Draw documents as pictures or pages.",
  takes: { name: "<document...>", says: "the document's file; or several, or a folder of them, with --to", least: 1, most: Infinity },
  options: {
    out: { value: "<file>", says: "where to; its ending says as what: .svg, .png, .html or .pdf; with --to, a folder" },
    to: { value: "<ending>", says: "svg, png or html: draw every document, each into a file of its own name" },
    width: { value: "<px>", says: "240 to 1200; 600 when left out" },
    as: { value: "<what>", says: "card: 1200 by 630 pixels with its words; thumbnail: 480 pixels wide" },
    theme: { value: "<name>", says: "light or dark" },
    lang: { value: "<tag>", says: "en or es" },
    scale: { value: "<n>", says: "pixels of a PNG for each pixel of the width, 1 to 4; 2 when left out" },
    partner: { value: "<id>", says: "the partner a document is for, when it is not public" },
  },
  async run(given, io) {
    const [out, to] = [given.text("out"), given.text("to")];
    if (out === undefined) throw new UsageError("Give --out with a file that ends in .svg, .png, .html or .pdf.");
    if (to === undefined && given.names.length > 1)
      throw new UsageError("Several documents are drawn with --to svg, png or html, into the folder of --out.");
    const format = formats.find((ending) => ending === (to === undefined ? extname(out).toLowerCase() : `.${to}`));
    const many = (["svg", "png", "html"] as const).find((ending) => ending === to);
    if (to !== undefined && many === undefined) throw new UsageError("Give --to as svg, png or html.");
    if (format === undefined) throw new UsageError("Give --out with a file that ends in .svg, .png, .html or .pdf.");
    const scale = given.number("scale");
    if (format === ".pdf" && given.text("theme") === "dark")
      throw new UsageError("A PDF is for paper and always light; leave out --theme.");
    if (scale !== undefined && format !== ".png") throw new UsageError("Only a PNG has a --scale; use --width.");
    const [width, theme, locale, as] = [given.number("width"), themeOf(given), given.text("lang"), formatOf(given, format)];
    const options = {
      ...(as && { format: as }),
      ...(width !== undefined && { width }),
      ...(theme && { theme }),
      ...(locale !== undefined && { locale }),
      ...(scale !== undefined && { scale }),
    };
    if (many) return renderAll(given, out, many, options, io);
    const { readPublished, Refused, renderHtml, renderPdf, renderPng, renderSvg, writeWhole } = await import("@vitrine/static");
    const { document, file } = readPublished(given.names[0]!);
    assertMayDraw(document, given.text("partner"), Refused, file);
    if (format === ".svg") writeWhole(out, renderSvg(document, options));
    else if (format === ".html") writeWhole(out, renderHtml(document, options));
    else if (format === ".pdf") writeWhole(out, await renderPdf(document, options));
    else writeWhole(out, renderPng(document, options));
    io.out(`Wrote ${out}`);
    return 0;
  },
};
