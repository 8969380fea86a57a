import type { Say } from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";

export type FileLinks = Partial<Record<"png" | "svg" | "csv" | "json" | "html", string>>;

/** Links to the files of a document, in one order everywhere. */
export function drawFiles(files: FileLinks, say: Say): TemplateResult {
  const { file } = say.words.site;
  const kinds = (["png", "svg", "csv", "html", "json"] as const).flatMap((kind) =>
    files[kind] === undefined ? [] : [{ kind, href: files[kind] }],
  );
  return html`<ul class="files">${kinds.map(({ kind, href }) => html`<li><a href=${href} download>${file[kind]}</a></li>`)}</ul>`;
}
