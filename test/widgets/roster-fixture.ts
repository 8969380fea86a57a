import type { RosterDocument } from "@vitrine/contract";
import type { RosterTable } from "@vitrine/widgets";
import { limits } from "@vitrine/widgets/element/load";
import "@vitrine/widgets/roster-table";
import { fixture, oneEvent } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { until } from "./until.js";

export { until };

/** A test does not wait as long as a reader would before a request is made again. */
limits.pause = 10;

export const documentAt = async (path: string): Promise<RosterDocument> => (await (await fetch(path)).json()) as RosterDocument;
export const typical = (): Promise<RosterDocument> => documentAt("/test/documents/roster/typical.json");

export const place = (attributes: string): Promise<RosterTable> =>
  fixture<RosterTable>(`<cs-roster-table ${attributes}></cs-roster-table>`);

/** An element that the page's program has handed its roster to. */
export async function rosterWith(document: RosterDocument, attributes = 'partner="harborview"'): Promise<RosterTable> {
  const element = await place(attributes);
  const done = oneEvent(element, "vitrine-drawn");
  element.document = document;
  await done;
  // As when a reader's pointer comes to it: what marks rows is fetched then.
  const sheets = element.shadowRoot!.adoptedStyleSheets.length;
  element.dispatchEvent(new Event("pointerover"));
  if (document.rows.id.length > 0) await until(() => element.shadowRoot!.adoptedStyleSheets.length > sheets);
  await element.updateComplete;
  return element;
}

export const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
export const find = <E extends Element = HTMLElement>(element: Element, selector: string): E =>
  element.shadowRoot!.querySelector<E>(selector) ??
  (() => {
    throw new Error(`there is no ${selector}`);
  })();
export const text = (node: Element | null): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
export const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
};
export const focused = (element: Element): HTMLElement => element.shadowRoot!.activeElement as HTMLElement;

/** Teachers of the rows that are in the page, from above. */
export const teachers = (element: Element): string[] => all(element, "tbody .name").map(text);

/** What a roster's reader is handed while something runs: files by name, and addresses that were opened. */
export async function handed(
  run: (files: ReadonlyMap<string, Blob>) => Promise<void>,
): Promise<{ files: Map<string, Blob>; opened: string[] }> {
  const files = new Map<string, Blob>();
  const opened: string[] = [];
  const blobs = new Map<string, Blob>();
  const address = Object.getOwnPropertyDescriptor(URL, "createObjectURL")!;
  const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "click")!;
  URL.createObjectURL = (blob) => {
    const made = `blob:${blobs.size}`;
    blobs.set(made, blob as Blob);
    return made;
  };
  HTMLElement.prototype.click = function (this: HTMLElement) {
    if (this instanceof HTMLAnchorElement && !this.isConnected) {
      if (this.download) files.set(this.download, blobs.get(this.href)!);
      else opened.push(this.href);
    } else this.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  };
  try {
    await run(files);
  } finally {
    Object.defineProperty(URL, "createObjectURL", address);
    Object.defineProperty(HTMLElement.prototype, "click", click);
  }
  return { files, opened };
}

export const settle = async (element: RosterTable): Promise<void> => {
  await element.updateComplete;
  await element.updateComplete;
};
export const click = async (element: RosterTable, selector: string): Promise<void> => {
  find(element, selector).click();
  await settle(element);
};
export const summary = (element: RosterTable): string => text(find(element, ".what"));
export const said = (element: RosterTable): string => text(find(element, ".said"));
/** Opens a row's details and takes a mark there. */
export async function mark(element: RosterTable, row: number, name: string, fields: Record<string, string> = {}): Promise<void> {
  const names = all(element, ".name");
  if (names[row]!.getAttribute("aria-expanded") === "false") names[row]!.click();
  await settle(element);
  await click(element, `.mark-form input[value="${name}"]`);
  for (const [key, value] of Object.entries(fields)) find<HTMLInputElement>(element, `.mark-form [name="${key}"]`).value = value;
  find<HTMLFormElement>(element, ".mark-form").requestSubmit();
  await settle(element);
}
export const setSelect = async (element: RosterTable, select: HTMLSelectElement, value: string): Promise<void> => {
  select.value = value;
  select.dispatchEvent(new Event("change"));
  await settle(element);
};
