/**
 * Registers an element unless its tag is taken: a second copy of the library on the page leaves the first at work.
 * @param from address of the module that defines it; the library's script stands beside it
 */
export function define(tag: string, element: CustomElementConstructor & { script?: string }, from?: string): void {
  if (customElements.get(tag)) return;
  if (from && /^https?:/.test(from)) element.script ??= new URL("vitrine.js", from).href;
  customElements.define(tag, element);
}
