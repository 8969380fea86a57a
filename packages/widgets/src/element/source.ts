import type { Kind, Parsed } from "@vitrine/contract";
import { parseAs, readAs } from "@vitrine/contract";
import type { Origin } from "./audience.js";
import { load, LoadError } from "./load.js";

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

const answer = <D>(origin: Origin, parsed: Parsed<D>): Answer<D> =>
  parsed.ok ? { origin, document: parsed.document } : { origin, faults: parsed.issues.map(({ code, path }) => ({ code, path })) };

/** What the page has already given, read at once. */
export const readGiven = <D>(kind: Kind<D>, source: { value: unknown } | { text: string }): Answer<D> =>
  "value" in source
    ? answer({ from: "property", sameOrigin: true }, parseAs([kind], source.value))
    : answer({ from: "script", sameOrigin: true }, readAs([kind], source.text));

/** A document from its address. Never throws: what went wrong is an answer too. */
export async function fetchDocument<D>(
  kind: Kind<D>,
  address: string,
  signal: AbortSignal,
  fresh = false,
  credentials?: RequestCredentials,
): Promise<Answer<D>> {
  try {
    const { text, sameOrigin, served } = await load(new URL(address, document.baseURI).href, signal, fresh, credentials);
    return answer({ from: "address", sameOrigin, served }, readAs([kind], text));
  } catch (error) {
    const code = error instanceof LoadError ? error.code : "unreachable";
    return { origin: { from: "address", sameOrigin: false }, faults: [{ code, path: "$" }] };
  }
}
