import type { Say } from "@vitrine/drawing";
import type { Mark } from "../element/roam.js";
import type { Flight } from "./flight.js";
import { follow } from "./gestures.js";
import type { Scene } from "./scene.js";
import { sayMark } from "./say-mark.js";
import type { Subject } from "./stage.js";
import { centreOn, fitTo, nearest, panBy, toPicture, zoomAt, type Spot, type View } from "./view.js";
import { walkMarks } from "./walk.js";
import { areTogether, boxOf, markNear, markUnder, pointsOf, spotOf, zoomAlone } from "./where.js";

/** What a hand on a map meets. */
export interface Deck {
  flight: Flight;
  scene: () => Scene;
  /** What lies under the pointer. */
  hover: (point: number | undefined, area: { label: string; at: Spot } | undefined) => void;
  pick: (mark: number) => void;
  held: (held: boolean) => void;
}

/** Lets a hand pan, zoom, point and pick. Returns the function that stops it. */
export function watch(surface: HTMLElement, { flight, scene, hover, pick, held }: Deck): () => void {
  let under: Mark | undefined;
  let hint: ReturnType<typeof setTimeout> | undefined;
  const stop = follow(surface, {
    pan: (dx, dy) => flight.set(panBy(flight.view, dx, dy, scene().size)),
    zoom: (factor, at) => flight.set(zoomAt(flight.view, factor, at, scene().size)),
    hover: (at, target) => {
      const mark = at && markNear(scene(), at, flight.view);
      const label = at && mark === undefined ? target?.closest("[data-key]")?.getAttribute("aria-label") : undefined;
      const point = mark === undefined ? undefined : scene().clusters?.first[mark];
      hover(point, at && label ? { label, at } : undefined);
      const next = point === undefined ? undefined : (target as Mark | undefined);
      if (next === under) return;
      // Of what is under the pointer alone: a class of the surface would have every area styled anew.
      under?.style.removeProperty("cursor");
      under = next;
      if (under) under.style.cursor = "pointer";
    },
    pick: (at) => {
      const mark = markUnder(scene(), at, flight.view);
      if (mark !== undefined) pick(mark);
      return mark !== undefined;
    },
    refused: () => {
      const words = surface.querySelector<HTMLElement>(".wheel")!;
      words.hidden = false;
      clearTimeout(hint);
      hint = setTimeout(() => (words.hidden = true), 1500);
    },
    held,
  });
  return () => {
    clearTimeout(hint);
    stop();
  };
}

/** What picking a mark opens, or the view in which it falls apart. */
export function picked(scene: Scene, view: View, mark: number): { point: number; opens?: Subject; to: View } {
  const members = pointsOf(scene, mark);
  const [point] = members as [number];
  const to = fitTo(boxOf(scene, members), scene.size);
  if (members.length === 1) return { point, opens: { school: scene.points.row[point]! }, to };
  return areTogether(scene, members) || view.k >= nearest ? { point, opens: { group: members }, to } : { point, to };
}

/** So near the edge a mark that the keyboard reaches is brought to the middle. */
const edge = 16;

/** Where a key leads from a mark: the point there, and what is said of it. A map whose edge it stands at moves. */
export function walkTo(
  scene: Scene,
  flight: Flight,
  from: number | undefined,
  key: string,
  say: Say,
): { point: number; said: string } | undefined {
  const { view } = flight;
  const mark = walkMarks(scene, view, from, key);
  if (mark === undefined) return undefined;
  const [x, y] = spotOf(scene, mark, view);
  const { width, height } = scene.size;
  if (x < edge || y < edge || x > width - edge || y > height - edge)
    flight.to(centreOn(toPicture(view, [x, y]), view.k, scene.size), scene.size);
  return { point: scene.clusters!.first[mark]!, said: sayMark(scene, mark, say) };
}

/** Flies so near to a point that it stands alone. */
export function flyTo(scene: Scene, flight: Flight, point: number): void {
  const [x, y] = boxOf(scene, [point]);
  flight.to(centreOn([x, y], zoomAlone(scene, point, Math.max(4, flight.view.k)), scene.size), scene.size);
}
