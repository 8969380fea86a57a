import { render, type PropertyValues } from "lit";

/** How a property meets its attribute. Without `attribute: false` or `state` it has one of the same name in small letters. */
export interface Property {
  attribute?: false;
  /** Only for the element's own use: no attribute. */
  state?: true;
  type?: typeof Number;
}
export type Properties = Readonly<Record<string, Property>>;
export interface Style {
  readonly cssText: string;
}

/** One style sheet for all elements that share a style. */
const sheets = new WeakMap<Style, CSSStyleSheet>();
const sheetOf = (style: Style): CSSStyleSheet => {
  let sheet = sheets.get(style);
  if (!sheet) {
    sheets.set(style, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(style.cssText);
  }
  return sheet;
};

/**
 * An element that is drawn again, once and later, whenever its properties change: the part of `LitElement` that our elements use, with
 * the same names and the same order of events. `properties` and `styles` stand on the class.
 */
export abstract class UpdatingElement extends HTMLElement {
  static properties: Properties = {};
  static styles: readonly Style[] = [];

  static get observedAttributes(): string[] {
    const names = Object.keys(this.properties);
    for (const name of names)
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: UpdatingElement) {
          return this.#values.get(name);
        },
        set(this: UpdatingElement, value: unknown) {
          const before = this.#values.get(name);
          if (Object.is(value, before)) return;
          this.#values.set(name, value);
          if (!this.#changed.has(name)) this.#changed.set(name, before);
          this.requestUpdate();
        },
      });
    return names.filter((name) => !this.properties[name]!.state && this.properties[name]!.attribute !== false);
  }

  renderRoot!: HTMLElement | DocumentFragment;
  #values = new Map<PropertyKey, unknown>();
  #changed = new Map<PropertyKey, unknown>();
  #update: Promise<void> | undefined;
  #given: [name: string, value: unknown][];
  #connect!: () => void;
  #connected = new Promise<void>((resolve) => (this.#connect = resolve));

  constructor() {
    super();
    const own = this as unknown as Record<string, unknown>;
    // What a page set before the element was defined stands in the way of the accessors, and comes before our own first values.
    this.#given = Object.keys(this.#properties).flatMap((name) =>
      Object.hasOwn(own, name) ? [[name, own[name]] as [string, unknown]] : [],
    );
    for (const [name] of this.#given) delete own[name];
    this.requestUpdate();
  }

  get #properties(): Properties {
    return (this.constructor as typeof UpdatingElement).properties;
  }

  /** Settles when what is shown is up to date. */
  get updateComplete(): Promise<boolean> {
    return (this.#update ?? Promise.resolve()).then(() => this.#update === undefined || this.updateComplete);
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    const { type } = this.#properties[name]!;
    Object.assign(this, { [name]: value !== null && type ? type(value) : value });
  }

  connectedCallback(): void {
    this.#takeRoot();
    this.#connect();
  }

  disconnectedCallback(): void {}

  requestUpdate(): void {
    // All elements that are due take their roots, then all ask for sizes, then all draw: one after the other would have the page laid out for each.
    this.#update ??= this.#connected
      .then(() => this.#takeRoot())
      .then(() => this.measure())
      .then(() => this.#perform());
  }

  /** Asks the page for sizes before anything is drawn. */
  protected measure(): void {}
  /** Whether the page keeps what it shows: then nothing is drawn, and there is no root yet. */
  protected stays(): unknown {
    return false;
  }

  protected createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = (this.constructor as typeof UpdatingElement).styles.map(sheetOf);
    return root;
  }

  /** Adds styles that come later. */
  protected adopt(styles: readonly Style[]): void {
    (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(...styles.map(sheetOf));
  }

  protected willUpdate(_changed: PropertyValues): void {}
  protected abstract render(): unknown;
  protected updated(_changed: PropertyValues): void {}

  #takeRoot(): unknown {
    if (!this.stays()) return (this.renderRoot ??= this.createRenderRoot());
  }

  #perform(): void {
    Object.assign(this, Object.fromEntries(this.#given.splice(0)));
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      this.#changed = new Map();
      if (this.#takeRoot()) render(this.render(), this.renderRoot);
      else return;
    } finally {
      this.#update = undefined;
    }
    this.updated(changed);
  }
}
