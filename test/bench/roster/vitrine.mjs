// The element as any page gets it: the loader, then the file its manifest names.
const { loader, elements } = await (await fetch("/elements/elements.json")).json();
const { file } = elements["cs-roster-table"];
await import(`/elements/${loader.file}`);
await import(`/elements/${file}`);

let element;
const root = () => element.shadowRoot;
export async function start(host, document) {
  element = globalThis.document.createElement("cs-roster-table");
  element.setAttribute("partner", document.audience.id);
  element.document = document;
  host.append(element);
}
export const sort = () => root().querySelector("thead button").click();
export function filter(text) {
  const field = root().querySelector("input[type=search]");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
export const scroller = () => root().querySelector("[part=scroll]");
export const first = () => root()?.querySelector('tbody [data-line="0"] .name')?.textContent;
