import type { Kind } from "@vitrine/contract";
import { accept, acceptText } from "@vitrine/contract";
import type { Words } from "@vitrine/drawing";
import type { Origin } from "./audience.js";
import { load } from "./load.js";

/** What is wrong, as told to the page: codes and JSON paths, never a value. */
export interface Fault {
  code: string;
  path: string;
}
export type Answer<D> = { origin: Origin } & ({ document: D } | { faults: Fault[] });

export type Source = { value: unknown } | { address: string } | { text: string };

/** A document set as property comes before an address, and an address before a script child. */
export function sourceOf(element: Element, value: unknown, address: string | null | undefined): Source | undefined {
  if (value !== undefined && value !== null) return { value };
  if (address) return { address };
  const script = element.querySelector(':scope > script[type="application/json"]');
  return script ? { text: script.textContent } : undefined;
}

export type Given = { value: unknown } | { text: string };

let why: typeof import("./why.js") | undefined;

/** Fetches what tells reasons and says them; only a refusal needs it. Without it a refusal stands without its reason. */
export const fetchWhy = (): Promise<unknown> =>
  import("./why.js").then(
    (come) => (why = come),
    () => undefined,
  );

/** One sentence for what was found first. */
export const sayFault = (faults: readonly Fault[], words: Words): string =>
  (faults[0]!.code !== "unreachable" && why?.refusal(faults, words)) || words.element.unreachable;

const explain = <D>(kind: Kind<D>, given: Given): Promise<Fault[]> =>
  fetchWhy().then(() => why?.reasons(kind, given) ?? [{ code: "unexplained", path: "$" }]);

const answer = <D>(origin: Origin, kind: Kind<D>, given: Given): Answer<D> | Promise<Answer<D>> => {
  const document = "value" in given ? accept(kind, given.value) : acceptText(kind, given.text);
  return document ? { origin, document } : explain(kind, given).then((faults) => ({ origin, faults }));
};

/** What the page has already given: a document at once, a refusal when its reasons are known. */
export const readGiven = <D>(kind: Kind<D>, given: Given): Answer<D> | Promise<Answer<D>> =>
  answer({ from: "value" in given ? "property" : "script", sameOrigin: true }, kind, given);

/** A document from its address. Never throws: what went wrong is an answer too. */
export async function fetchDocument<D>(
  kind: Kind<D>,
  address: string,
  signal: AbortSignal,
  fresh = false,
  credentials?: RequestCredentials,
): Promise<Answer<D>> {
  const come = await load(address, signal, fresh, credentials);
  if (typeof come !== "string") {
    const { text, sameOrigin, served } = come;
    return answer({ from: "address", sameOrigin, served }, kind, { text });
  }
  if (come !== "unreachable") await fetchWhy();
  return { origin: { from: "address", sameOrigin: false }, faults: [{ code: come, path: "$" }] };
}
