/** Brings one element's module; what it resolves to does not matter, only that the tag is registered afterwards. */
export type Modules = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Imports the modules of the elements that stand below `root`, and of those that arrive later.
 * A tag that is registered already, by whatever copy of the library, is left alone. A module that could not be fetched
 * leaves the element's own children in view, and is tried again when the next such element arrives. A page that has many
 * different elements from the start is given all in one file, unless it names their files itself.
 * @param together brings every element there is, in one file @param from how many different ones make that the lighter way
 * @returns stops watching
 */
export function watch(
  modules: Modules,
  root: Document | DocumentFragment | Element = document,
  together?: () => Promise<unknown>,
  from = Infinity,
): () => void {
  const waiting = new Set(Object.keys(modules));
  let stopped = false;
  const load = (tag: string) => {
    if (!waiting.delete(tag) || customElements.get(tag)) return;
    modules[tag]!().catch(() => waiting.add(tag));
  };
  const look = (below: Document | DocumentFragment | Element) => {
    for (const { localName } of below.querySelectorAll(":not(:defined)")) load(localName);
  };
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes as NodeListOf<Element>)
        if (node.localName) {
          load(node.localName);
          look(node);
        }
  });
  const start = () => {
    if (stopped) return;
    observer.observe(root, { childList: true, subtree: true });
    look(root);
  };
  const kinds = [...waiting].filter((tag) => root.querySelector(tag)).length;
  if (kinds < from || root.querySelector('link[href*="/cs-"]')) start();
  else together!().then(start, start);
  return () => {
    stopped = true;
    observer.disconnect();
  };
}
