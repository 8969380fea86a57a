import type { VitrineDocument } from "@vitrine/contract";
import { drawForLetter } from "../mail/pictures.js";
import { renderFile } from "../render-file.js";
import { renderPng, type PngOptions } from "../render.js";
import { makeFigure } from "../site-figure.js";

/** What can be done beside other work: each a pure function of what it is given, which can be copied from one thread to another. */
export const tasks = {
  png: ({ document, options }: { document: VitrineDocument; options: PngOptions }) => renderPng(document, options),
  file: renderFile,
  figure: makeFigure,
  letter: drawForLetter,
};
export type Tasks = typeof tasks;
