/** Bounds of one request. The contract refuses longer text anyway. */
export const limits = { bytes: 48_000_000, milliseconds: 30_000 };

export type LoadFault = "unreachable" | "timed-out" | "file-too-large";

/** Why a file did not come. It carries a code only: an address or an answer may hold what must not be told. */
export class LoadError extends Error {
  constructor(readonly code: LoadFault) {
    super(code);
  }
}

export interface Loaded {
  text: string;
  /** The file came from the page's own origin, also after redirects. */
  sameOrigin: boolean;
  served: Served;
}

/** How an answer came, for documents that not everybody may read. */
export interface Served {
  /** As asked for; the response has the one after redirects. */
  address: string;
  response: Response;
  credentials: RequestCredentials;
}

interface Flight {
  answer: Promise<Loaded>;
  abort: AbortController;
  users: number;
}

/** Requests under way, so that elements with the same address ask once. Nothing stays here after the answer. */
const flights = new Map<string, Flight>();

/**
 * Fetches a text with the page's own credentials only. Elements asking for the same address at the same time share one request;
 * it is given up when the last of them has aborted.
 * @param fresh ask the server whether the file has changed, past what the browser has kept
 * @param credentials to whom the reader's credentials go
 */
export async function load(
  address: string,
  signal: AbortSignal,
  fresh = false,
  credentials: RequestCredentials = "same-origin",
): Promise<Loaded> {
  const name = `${fresh} ${credentials} ${address}`;
  let flight = flights.get(name);
  if (!flight) {
    const abort = new AbortController();
    flight = { answer: ask(address, abort, fresh, credentials), abort, users: 0 };
    flights.set(name, flight);
  }
  const mine = flight;
  const land = () => {
    if (flights.get(name) === mine) flights.delete(name);
  };
  const leave = () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    land();
    mine.abort.abort();
  };
  mine.users += 1;
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await mine.answer;
  } finally {
    land();
    signal.removeEventListener("abort", leave);
  }
}

async function ask(address: string, abort: AbortController, fresh: boolean, credentials: RequestCredentials): Promise<Loaded> {
  let fault: LoadFault = "unreachable";
  const timer = setTimeout(() => {
    fault = "timed-out";
    abort.abort();
  }, limits.milliseconds);
  try {
    const response = await fetch(address, {
      credentials,
      referrerPolicy: "strict-origin-when-cross-origin",
      cache: fresh ? "no-cache" : "default",
      signal: abort.signal,
    });
    if (!response.ok || !response.body) throw new LoadError("unreachable");
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    let bytes = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length;
      if (bytes > limits.bytes) {
        fault = "file-too-large";
        throw new LoadError(fault);
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return {
      text: text + decoder.decode(),
      sameOrigin: new URL(response.url || address).origin === location.origin,
      served: { address, response, credentials },
    };
  } catch {
    throw new LoadError(fault);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
