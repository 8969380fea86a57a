import type { AccessDocument } from "@vitrine/contract";
import { map, type Frame } from "@vitrine/drawing";
import type { TemplateResult } from "lit";
import { Scene } from "./scene.js";
import { resized, type View } from "./view.js";

/** The map as one picture, for a file or for paper, as the reader sees it. A file of its own, fetched when somebody takes a picture away. */
export function drawPaper(document: AccessDocument, frame: Frame, scene: Scene | undefined, view: View): TemplateResult {
  if (scene?.document !== document) return map.draw(document, frame);
  const paper = new Scene(document, frame.width, scene.geometry, scene.area, undefined, scene.points);
  const { geometry, area, points, shown } = scene;
  return map.draw(document, frame, {
    geometry,
    points,
    ...(area !== undefined && { area }),
    ...(shown && { shown }),
    zoom: resized(view, scene.size, paper.size),
  });
}
