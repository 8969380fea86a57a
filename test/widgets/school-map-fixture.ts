import { fixture, oneEvent } from "@open-wc/testing";
import type { AccessDocument } from "@vitrine/contract";
import type { SchoolAccessMap, SchoolList } from "@vitrine/widgets";
import "@vitrine/widgets/school-access-map";
import "@vitrine/widgets/school-list";
import { until } from "./until.js";

export { until };

export const geometry = "/packages/drawing/geometry/";
export const documentAt = async (name: string): Promise<AccessDocument> =>
  (await (await fetch(`/test/documents/access/${name}.json`)).json()) as AccessDocument;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function drawn<E extends SchoolAccessMap | SchoolList>(element: E, source: AccessDocument | string): Promise<E> {
  const done = oneEvent(element, "vitrine-drawn");
  if (typeof source === "string") element.src = source;
  else element.document = source;
  await done;
  await element.updateComplete;
  return element;
}

/** A map of this width that has drawn its document and its lines. */
export async function mapOf(source: AccessDocument | string, width = 900, attributes = ""): Promise<SchoolAccessMap> {
  const box = await fixture<HTMLElement>(`<div><cs-school-access-map geometry="${geometry}" ${attributes}></cs-school-access-map></div>`);
  box.style.width = `${width}px`;
  const map = await drawn(box.firstElementChild as SchoolAccessMap, source);
  await until(() => find(map, ".surface svg, .map-notice"));
  await until(() => Math.abs(Number(find(map, ".surface svg")?.getAttribute("width") ?? width) - width) < 360);
  await map.updateComplete;
  await pause(60);
  return map;
}
export const listOf = async (source: AccessDocument | string, attributes = ""): Promise<SchoolList> =>
  drawn(await fixture<SchoolList>(`<cs-school-list ${attributes}></cs-school-list>`), source);

export const find = <E extends Element = HTMLElement>(element: Element, selector: string): E | null =>
  element.shadowRoot!.querySelector<E>(selector);
export const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
export const text = (node: Element | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
/** Names in the list, in its order. */
export const names = (element: Element): string[] => all(element, ".schools .name").map(text);
export const button = (element: Element, label: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(element, "button").find((one) => (one.getAttribute("aria-label") ?? text(one)).startsWith(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
};
/** Where the keyboard is: a mark's key, a tag, a class. */
export const focused = (element: Element): string => {
  const active = element.shadowRoot!.activeElement;
  return active?.getAttribute("data-key") ?? (active?.className || active?.localName) ?? "";
};
export const heard = (element: Element): string => text(find(element, '.map > [role="status"]'));
