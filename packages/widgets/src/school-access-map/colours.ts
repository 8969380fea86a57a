import { tokens, type Theme, type Token } from "@vitrine/drawing";

/**
 * The theme's colours as a canvas needs them: resolved. A probe for each token takes its colour from the page's custom properties,
 * so light and dark, a page's own colours and forced colours (which a probe cannot escape) all arrive here.
 */
export class Colours {
  readonly #probes: [Token, HTMLElement][];
  #known: Theme | undefined;

  /** @param box an empty element of the shadow root @param changed a colour of the page has changed */
  constructor(
    readonly box: HTMLElement,
    changed: () => void,
  ) {
    this.#probes = (Object.keys(tokens) as Token[]).map((token) => {
      const probe = document.createElement("i");
      // By script, not by a style attribute: a strict page forbids the attribute only.
      probe.style.color = `var(--_cs-${token})`;
      return [token, probe];
    });
    box.replaceChildren(...this.#probes.map(([, probe]) => probe));
    // The stylesheet gives probes a transition of no length that a reader could see; whoever changes a colour, it runs.
    box.addEventListener("transitionend", () => {
      this.#known = undefined;
      changed();
    });
  }

  /** In forced colours everything drawn is text on a canvas, and shape alone tells marks apart. */
  read(): Theme {
    if (this.#known) return this.#known;
    const forced = matchMedia("(forced-colors: active)").matches;
    const system = (token: Token) => (token === "paper" || token === "land" ? "Canvas" : token === "grey" ? "GrayText" : "CanvasText");
    return (this.#known = Object.fromEntries(
      this.#probes.map(([token, probe]) => [token, forced ? system(token) : getComputedStyle(probe).color]),
    ) as Theme);
  }
}
