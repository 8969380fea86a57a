/** Bounds of one request. The contract refuses longer text anyway. What failed is asked for twice more, the second time after three times the pause. */
export const limits = { characters: 16_000_000, milliseconds: 30_000, pause: 1_000 };

/** Why a file did not come: a code only, since an address or an answer may hold what must not be told. */
export type LoadFault = "unreachable" | "timed-out" | "file-too-large";

export interface Loaded {
  text: string;
  /** The file came from the page's own origin, also after redirects. */
  sameOrigin: boolean;
  served: Served;
}

/** How an answer came, for documents that not everybody may read. */
export interface Served {
  response: Response;
  credentials: RequestCredentials;
}

interface Flight {
  answer: Promise<Loaded | LoadFault>;
  users: number;
  /** Ends the request that is under way. */
  end?: () => void;
}

/** Requests under way, so that elements with the same address ask once. Nothing stays here after the answer. */
const flights = new Map<string, Flight>();

/**
 * Fetches a text with the page's own credentials only. Elements asking for the same address at the same time share one request;
 * it is given up when the last of them has aborted. Never throws: why a file did not come is an answer too.
 * @param fresh ask the server whether the file has changed, past what the browser has kept
 * @param credentials to whom the reader's credentials go
 */
export async function load(
  address: string,
  signal: AbortSignal,
  fresh = false,
  credentials: RequestCredentials = "same-origin",
): Promise<Loaded | LoadFault> {
  const name = `${fresh} ${credentials} ${address}`;
  const mine = flights.get(name) ?? ({ users: 0 } as Flight);
  const leave = () => {
    if (--mine.users) return;
    flights.delete(name);
    mine.end!();
  };
  if (!mine.users++) {
    flights.set(name, mine);
    mine.answer = ask(mine, address, fresh, credentials);
  }
  signal.addEventListener("abort", leave);
  const answer = await mine.answer;
  // When all had left, the name may be another's by now.
  if (mine.users) flights.delete(name);
  signal.removeEventListener("abort", leave);
  return answer;
}

/** Asks again after a break in the line, a time-out and an error of the server, as long as somebody waits; not when the server says no. */
async function ask(flight: Flight, address: string, fresh: boolean, credentials: RequestCredentials): Promise<Loaded | LoadFault> {
  let fault!: LoadFault;
  let tries = 3;
  for (let { pause } = limits; flight.users && tries--; pause *= 3) {
    fault = "unreachable";
    const abort = new AbortController();
    flight.end = () => abort.abort();
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
      if (response.ok) {
        const reader = response.body!.getReader();
        // A stream of text would take a dozen tasks for what is one.
        const letters = new TextDecoder();
        let text = "";
        for (let stream = true; stream;) {
          const { value, done } = await reader.read();
          stream = !done;
          text += letters.decode(value, { stream });
          if (text.length > limits.characters) return "file-too-large";
        }
        return {
          text,
          sameOrigin: response.url.startsWith(`${location.origin}/`),
          served: { response, credentials },
        };
      }
      if (response.status < 500) tries = 0;
    } catch {
      // Told by the code.
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
    if (tries) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fault;
}
