import type { ImplementationDocument } from "@vitrine/contract";
import type { ImplementationGauge } from "@vitrine/widgets";
import "@vitrine/widgets/implementation-gauge";
import { limits } from "@vitrine/widgets/element/load";
import { fixture, oneEvent } from "@open-wc/testing";

export { until } from "./until.js";

/** A test does not wait as long as a reader would before a request is made again. */
limits.pause = 10;

export const typicalAddress = "/test/documents/implementation/typical.json";

const json = async <T>(address: string): Promise<T> => (await (await fetch(address)).json()) as T;

/** An invented document, new each time. */
export const typical = (change: Partial<ImplementationDocument> = {}): Promise<ImplementationDocument> =>
  json<ImplementationDocument>(typicalAddress).then((document) => ({ ...document, ...change }));
export const documentAt = (path: string): Promise<ImplementationDocument> => json(path);

/** An address that answers with this text, as the test wants it: `status=500`, `delay=100`. */
export const answering = (value: unknown, how = ""): string =>
  `/respond?body=${encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value))}&${how}`;

export const attack = (name: string): string => `/test/attacks/implementation-${name}.json`;
export const attacks = ["formula", "markup", "script", "style", "svg", "template"];

/** Requests whose address has these words wait until the test lets them go: what holds before an answer is there does not depend on how fast it comes. */
export function hold(words: string): () => void {
  const real = window.fetch;
  let letGo!: () => void;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  window.fetch = async (input, init) => {
    if ((input instanceof Request ? input.url : String(input)).includes(words)) await gone;
    return real(input, init);
  };
  return () => {
    window.fetch = real;
    letGo();
  };
}

/** An element from markup, as a page has it. */
export const place = (markup: string): Promise<ImplementationGauge> => fixture<ImplementationGauge>(markup);

/** An element that has been told its document and has drawn it. */
export async function drawn(document: ImplementationDocument, attributes = ""): Promise<ImplementationGauge> {
  const element = await place(`<cs-implementation-gauge ${attributes}></cs-implementation-gauge>`);
  const done = oneEvent(element, "vitrine-drawn");
  element.document = document;
  await done;
  await element.updateComplete;
  return element;
}

export const inside = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;
export const part = (element: Element, name: string): HTMLElement | null => inside(element).querySelector(`[part~="${name}"]`);
export const said = (element: Element, name: string): string => (part(element, name)?.textContent ?? "").replace(/\s+/g, " ").trim();
/** Whether a reader sees the element's own children. */
export const fallbackInView = (element: Element): boolean => inside(element).querySelector("slot") !== null;
/** The marks of the picture in reading order, by name. */
export const markNames = (element: Element): string[] =>
  [...inside(element).querySelectorAll<SVGElement>("[part=picture] svg :is([data-key], [data-note])")].map(
    ({ dataset }) => dataset["key"] ?? `note ${dataset["note"]}`,
  );
