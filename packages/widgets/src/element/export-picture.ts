import type { Caption, Frame } from "@vitrine/drawing";
import { drawSheet } from "@vitrine/drawing/core/sheet";
import { render } from "lit";

function rendered(template: unknown): SVGSVGElement {
  const place = document.createElement("div");
  render(template, place);
  const picture = place.querySelector("svg");
  if (!picture) throw new Error("A drawing has no svg element.");
  const comments = document.createTreeWalker(picture, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  return picture;
}

/** A drawing with its caption as the text of an SVG file. Draw it with a print frame: a file has no page to take colours from. */
export function svgText(drawing: unknown, says: Caption, frame: Frame): string {
  const content = rendered(drawing);
  const [, , width = frame.width, height = 0] = (content.getAttribute("viewBox") ?? "").split(" ").map(Number);
  return new XMLSerializer().serializeToString(rendered(drawSheet(says, { content, width, height }, frame)));
}

/** The same picture as PNG, painted by the browser at twice its size. Rejects when the browser cannot. */
export async function toPng(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  // A blob address would be refused by a page that allows only itself and data addresses.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("This browser makes no PNG."))), "image/png");
  });
}

/** Offers a file to the reader, as a download. */
export function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
