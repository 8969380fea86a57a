/** Brings one element's module; what it resolves to does not matter, only that the tag is registered afterwards. */
export type Modules = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Imports the modules of the elements that stand below `root`, and of those that arrive later.
 * A tag that is registered already, by whatever copy of the library, is left alone. A module that could not be fetched
 * leaves the element's own children in view, and is tried again when the next such element arrives.
 * @returns stops watching
 */
export function watch(modules: Modules, root: Document | DocumentFragment | Element = document): () => void {
  const waiting = new Set(Object.keys(modules));
  const load = (tag: string) => {
    if (!waiting.delete(tag) || customElements.get(tag)) return;
    modules[tag]!().catch(() => waiting.add(tag));
  };
  const look = (below: Document | DocumentFragment | Element) => {
    for (const { localName } of below.querySelectorAll(":not(:defined)")) load(localName);
  };
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          load(node.localName);
          look(node);
        }
  });
  observer.observe(root, { childList: true, subtree: true });
  look(root);
  return () => observer.disconnect();
}
