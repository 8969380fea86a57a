/** Events that tell of a reader before any act. */
export const signs = ["pointerover", "focusin"] as const;

/** Code that only an act of the reader needs: fetched at the first sign of one, so that it is there when it is wanted. */
export class Later<T> {
  it: T | undefined;
  /** Settles when what was asked for has come, or cannot be had. */
  coming: Promise<unknown> = Promise.resolve();
  #asked = false;

  /** @param come called once it is there */
  constructor(
    private readonly fetch: () => Promise<T>,
    private readonly come: (it: T) => void,
  ) {}

  /** Asks for it. What does not come is asked for again with the next sign. */
  readonly near = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    this.coming = this.fetch().then(
      (it) => this.come((this.it = it)),
      () => (this.#asked = false),
    );
  };

  /** Acts with it as soon as it is there: acts that waited in their order. @param lost it cannot be had */
  with(act: (it: T) => unknown, lost: () => void): unknown {
    if (this.it) return act(this.it);
    this.near();
    return this.coming.then(() => (this.it ? act(this.it) : lost()));
  }
}
