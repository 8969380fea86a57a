import type { Decorator } from "@storybook/web-components-vite";
import { html } from "lit";

/** The states every widget is shown in, beside its documents. Each becomes a story of every widget, see `.storybook/documents.ts`. */
export const states = [
  "waiting",
  "stale",
  "refused",
  "unreachable",
  "dark",
  "forced-colours",
  "spanish",
  "right-to-left",
  "240-px",
  "1200-px",
  "print",
] as const;
export type State = (typeof states)[number];

/** An address in a story. It stands for a file of a partner's site and is answered here, without a network. */
const at = (name: string) => new URL(`vitrine-story/${name}.json`, document.baseURI).href;

const stories = new Map<string, () => Promise<Response>>();
const fetched = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, options) => {
  const url = input instanceof Request ? input.url : String(input);
  const answer = stories.get(url);
  return answer ? answer().then((response) => Object.defineProperty(response, "url", { value: url })) : fetched(input, options);
};
/** One address of a story and what it answers, time after time; after the last answer it repeats it. */
function serve(name: string, ...answers: (() => Promise<Response>)[]): string {
  let count = 0;
  stories.set(at(name), () => answers[Math.min(count++, answers.length - 1)]!());
  return at(name);
}

const never = () => new Promise<Response>(() => undefined);
/** A "no" for good: after an error of the server an element would ask twice more. */
const down = async () => new Response("", { status: 404 });
/** Served as a partner's document must be: for this reader only. */
const headers = { "content-type": "application/json", "cache-control": "private, no-store" };
const file = (value: unknown) => async () => new Response(JSON.stringify(value), { headers });

interface Element extends HTMLElement {
  document?: unknown;
  src?: string;
  refresh?(): unknown;
}

const until = async (condition: () => boolean, milliseconds = 5000) => {
  for (const end = performance.now() + milliseconds; !condition() && performance.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

/** Draws a tag in one of its states with a test document. */
export function show(tag: string, value: unknown, state?: State): HTMLElement {
  const element: Element = document.createElement(tag);
  switch (state) {
    case "waiting":
      element.src = serve(`${tag}-waiting`, never);
      break;
    case "unreachable":
      element.src = serve(`${tag}-unreachable`, down);
      break;
    case "stale":
      element.src = serve(`${tag}-stale`, file(value), down);
      void until(() => element.getAttribute("state") === "drawn").then(() => element.refresh?.());
      break;
    case "refused":
      element.document = { ...(value as object), audience: { kind: "research" } };
      break;
    default:
      element.document = value;
  }
  const { audience } = value as { audience?: { kind: string; id?: string } };
  if (audience?.kind === "partner") element.setAttribute("partner", audience.id ?? "");
  if (state === "spanish") element.lang = "es";
  if (state === "right-to-left") element.dir = "rtl";
  return element;
}

const widths: Partial<Record<State, number>> = { "240-px": 240, "1200-px": 1200 };

/** The page a story stands on: the padding of a text column, the state's width, the toolbar's choice of light or dark. */
export const frame: Decorator = (story, { parameters, globals }) => {
  const state = parameters["state"] as State | undefined;
  const scheme = state === "dark" ? "dark" : String(globals["scheme"]);
  document.documentElement.dataset["scheme"] = scheme;
  const width = state && widths[state];
  return html`<main style=${`padding: ${width ? 0 : 16}px; width: ${width ? `${width}px` : "auto"}`}>${story()}</main>`;
};

/** What the element says of itself once a state is reached, its `state` attribute. */
const reached: Partial<Record<State, readonly string[]>> = {
  waiting: ["waiting"],
  stale: ["stale"],
  refused: ["refused"],
  unreachable: ["refused"],
};

/**
 * Everything a widget's story file needs; the stories themselves come from its test documents. A story has failed when its element
 * does not come to the state that it shows.
 */
export const widget = (tag: string) => ({
  render: ({ document }: { document?: unknown }, { parameters }: { parameters: Record<string, unknown> }) =>
    show(tag, document, parameters["state"] as State | undefined),
  async play({ canvasElement, parameters }: { canvasElement: HTMLElement; parameters: Record<string, unknown> }) {
    const wanted = reached[parameters["state"] as State] ?? ["drawn", "empty"];
    const element = canvasElement.querySelector(tag)!;
    const state = () => element.getAttribute("state") ?? "none";
    await until(() => wanted.includes(state()));
    if (!wanted.includes(state())) throw new Error(`${tag} is ${state()}, and should be ${wanted.join(" or ")}`);
  },
});
