import type { Envelope, Kind } from "@vitrine/contract";
import type { Origin } from "./audience.js";
import { fetchDocument, fetchWhy, readGiven, type Answer, type Fault, type Source } from "./source.js";

/**
 * What an element is doing. `waiting`: no document yet, the element's own children are in view. `drawn`. `empty`: a valid document without
 * figures. `stale`: a refresh failed and the last good picture stays. `refused`: the document may not or cannot be shown.
 */
export type State = "waiting" | "drawn" | "empty" | "stale" | "refused";

export interface DrawnDetail {
  id: string;
  asOf: string;
  revision: number;
}
export interface RefusedDetail {
  issues: Fault[];
}
declare global {
  interface HTMLElementEventMap {
    "vitrine-drawn": CustomEvent<DrawnDetail>;
    "vitrine-refused": CustomEvent<RefusedDetail>;
  }
}
const news = (name: string, detail: DrawnDetail | RefusedDetail) => new CustomEvent(name, { detail, bubbles: true, composed: true });

/** What a holding asks of its element. */
export interface Holder<D> {
  kind(): Kind<D>;
  source(): Source | undefined;
  /** To whom the reader's credentials go with a request. */
  credentials(): RequestCredentials;
  isEmpty(document: D): boolean;
  mayNotShow(document: D, origin: Origin): string | undefined;
  /** Something changed; `event` tells the page of it once it can be seen. */
  changed(event?: Event): void;
}

/** The document an element has in view, and what became of the last one it was given. */
export class Holding<D extends Envelope> {
  state: State = "waiting";
  document: D | undefined;
  faults: readonly Fault[] = [];
  /** The document in view came by a refresh. */
  refreshed = false;
  #request: AbortController | undefined;

  constructor(private readonly holder: Holder<D>) {}

  /** Whether an answer is still to come, or was given up. */
  get asking(): boolean {
    return this.#request !== undefined;
  }

  giveUp(): void {
    this.#request?.abort();
  }

  /** Takes what the element's source gives now. @param again the same source once more: what was good may stay */
  async take(again: boolean): Promise<void> {
    this.giveUp();
    this.#request = undefined;
    const source = this.holder.source();
    const kind = this.holder.kind();
    if (!source) {
      this.document = undefined;
      this.state = "waiting";
      return this.holder.changed();
    }
    let coming: Promise<Answer<D>>;
    const request = new AbortController();
    if ("address" in source) {
      this.#request = request;
      if (!again) this.state = "waiting";
      this.holder.changed();
      coming = fetchDocument(kind, source.address, request.signal, again, this.holder.credentials());
    } else {
      const answer = readGiven(kind, source);
      if (!(answer instanceof Promise) && !this.#fault(answer)) return this.#settle(answer, again);
      // Refused at once; the reasons follow.
      this.#request = request;
      this.#refuse([], again && answer instanceof Promise);
      this.holder.changed();
      coming = Promise.resolve(answer);
    }
    const answer = await coming;
    if (this.#fault(answer)) await fetchWhy();
    if (request.signal.aborted) return;
    this.#request = undefined;
    this.#settle(answer, again);
  }

  #fault(answer: Answer<D>): string | undefined {
    return "document" in answer ? this.holder.mayNotShow(answer.document, answer.origin) : undefined;
  }

  #settle(answer: Answer<D>, again: boolean): void {
    const fault = this.#fault(answer);
    this.refreshed = again;
    if ("document" in answer && !fault) {
      const { document } = answer;
      this.document = document;
      this.state = this.holder.isEmpty(document) ? "empty" : "drawn";
      this.holder.changed(news("vitrine-drawn", { id: document.id, asOf: document.asOf, revision: document.revision }));
      return;
    }
    const issues = "faults" in answer ? answer.faults : [{ code: fault ?? "", path: "$.audience" }];
    this.#refuse(issues, again && !fault);
    this.holder.changed(news("vitrine-refused", { issues }));
  }

  /** @param keep what was good stays, unless the new document says that it is not for this page */
  #refuse(faults: readonly Fault[], keep: boolean): void {
    const stays = keep && this.document !== undefined;
    if (!stays) this.document = undefined;
    this.faults = faults;
    this.state = stays ? "stale" : "refused";
  }
}
