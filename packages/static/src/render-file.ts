import type { VitrineDocument } from "@vitrine/contract";
import { renderHtml } from "./page.js";
import { renderPng, renderSvg, type PngOptions } from "./render.js";

/** As what a document is drawn without a browser. */
export type Ending = "svg" | "png" | "html";

/** One document as the content of a file. */
export function renderFile({
  document,
  ending,
  options,
}: {
  document: VitrineDocument;
  ending: Ending;
  options: PngOptions;
}): string | Uint8Array {
  if (ending === "png") return renderPng(document, options);
  return ending === "svg" ? renderSvg(document, options) : renderHtml(document, options);
}
