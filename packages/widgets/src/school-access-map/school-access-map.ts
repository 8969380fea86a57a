import type { AccessDocument } from "@vitrine/contract";
import {
  areaKey,
  placePoints,
  placing,
  stateOfAreas,
  tabulateAreas,
  tabulateSchools,
  type Frame,
  type MapGeometry,
  type Say,
  type Table,
} from "@vitrine/drawing";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { DocumentElement } from "../element/document-element.js";
import { drawAreas } from "../school-list/areas.js";
import { Browse } from "../school-list/browse.js";
import { drawList, page, shortPage, type ListActs } from "../school-list/draw.js";
import { english } from "../school-list/english.js";
import { picture } from "../school-list/picture.js";
import type { Query, SchoolModel } from "../school-list/model.js";
import { Later, signs } from "../school-list/later.js";
import { listStyles } from "../school-list/school-list.styles.js";
import type { MayShow } from "./deeper.js";
import { Depth } from "./depth.js";
import { Flight } from "./flight.js";
import { Lines } from "./geometry.js";
import { keep } from "./keep.js";
import { Layers, type Part } from "./layers.js";
import { Scene } from "./scene.js";
import { mapStyles } from "./school-access-map.styles.js";
import type { Nationwide } from "./nationwide.js";
import { drawSearch, most, noSearch, type SearchActs, type SearchView } from "./search.js";
import { drawControls, drawGround, drawLegendOf, drawPointed, drawStage, type Subject } from "./stage.js";
import { inTasks, nextFrame, nextTask } from "./tasks.js";
import { fitTo, home, nearest, resized, zoomAt, type Spot, type View } from "./view.js";
import { walks, zoomOf } from "./keys.js";

type Hands = typeof import("./hands.js");

/** From this width on the list stands beside the map. */
const wide = 720;
const listWidth = 340;
const zoomStep = 1.6;
/** More schools than these are placed, and listed, a moment after the map's frame: putting names in order takes longer than painting schools. */
const longList = 2000;
/** So many rows of a list are drawn at once; the next ones with the next frame, so that none takes long to lay out. */
const rowsAtOnce = 16;
const choicesToARow = 4;
/** And so many areas of a state. */
const areasAtOnce = 64;
/** So many of an overview are drawn in one task, and the others in the next. */
const areasAtFirst = 24;
/** So many schools are joined in one task, or an eighth of all: each task costs a pause. */
const joinedAtOnce = 1500;

/**
 * Which schools offer computer science: states by share, then counties and schools, with search, filters, a card for a place, and the
 * list of the same schools. An overview fetches the file of a state, from beside its own, when a reader opens that state.
 *
 * @tag cs-school-access-map
 * @tagname cs-school-access-map
 * @summary Which schools offer computer science, on a map and as a list.
 * @attribute geometry - Address of the folder with the map's lines; beside the library's script when left out.
 * @fires {CustomEvent<SchoolDetail>} vitrine-school - The card of a school was opened on the map: its id in the document.
 * @csspart search - The search field.
 * @csspart zoom - The zoom buttons.
 * @csspart list - Filters and list.
 * @csspart card - What is said of one school.
 */
export class SchoolAccessMap extends DocumentElement<AccessDocument> {
  static override styles = [...DocumentElement.styles, listStyles, mapStyles];
  static override properties = { ...DocumentElement.properties, geometry: {} };

  declare geometry: string | null | undefined;

  protected override readonly picture = picture;
  protected override readonly english = english;

  #document: AccessDocument | undefined;
  /** The last that was checked, and until it may be drawn. */
  #taken: AccessDocument | undefined;
  #drawing: Promise<void> | undefined;
  #scene: Scene | undefined;
  /** A scene of the document that was made beforehand. */
  #made: Scene | undefined;
  #placing: Promise<void> | undefined;
  /** What a card on the map tells of. */
  #subject: Subject | undefined;
  /** Points: where the keyboard stands or what was chosen, and what lies under the pointer. */
  #cursor: number | undefined;
  #hover: number | undefined;
  #hoverArea: { label: string; at: Spot } | undefined;
  #search: SearchView = noSearch;
  /** The names in files that are not open, from when a reader first searches an overview. */
  #nation: Nationwide | undefined;
  #searched: AccessDocument | undefined;
  /** A sentence for those who listen, and one for all. */
  #said = "";
  #notice = "";
  #held = false;
  /** A school to fly to as soon as its map is there. */
  #flyTo: number | undefined;
  /** The first of these that is there gets the focus with the next picture. */
  #focus: string[] | undefined;
  #surface: HTMLElement | undefined;
  #unfollow: (() => void) | undefined;
  /** Lets the hands do what a reader did before they were there. */
  #release: (() => void) | undefined;
  readonly #layers = new Layers(
    () => this.renderRoot,
    () => this.#paint(),
  );
  /** What is drawn apart from the rest, and only when something of it has changed. */
  #parts: Part[] = [];
  /** The map that has been painted once: what can wait has a frame of its own. */
  #settled: Scene | undefined;
  /** The document whose list is drawn, and how many rows of it by now. */
  #listed: AccessDocument | undefined;
  #rows = 0;
  /** And so many areas to choose from. */
  #choices = 0;
  #wanted = 0;
  #growing: Promise<void> | undefined;
  #typed: Promise<void> | undefined;
  #asked: Query | undefined;
  /** Areas of a state that are drawn by now. Under its schools they look like its land, so that nobody sees them come. */
  #counties = Infinity;
  #tables: ReturnType<typeof setTimeout> | undefined;

  readonly #depth = new Depth();
  readonly #mayShow: MayShow = (document, origin) => this.mayNotShow(document, origin) === undefined;
  readonly #lines = new Lines(() => this.tablesChanged());
  readonly #flight = new Flight(
    () => this.#follows(),
    () => this.requestUpdate(),
  );
  /** The view that the land was last drawn for. */
  #drawnFor = home;
  readonly #browse = new Browse(
    (others) => {
      this.requestUpdate();
      if (!others) return;
      // Long tables are made again only when the reader has stopped typing.
      clearTimeout(this.#tables);
      this.#tables = setTimeout(() => this.tablesChanged(), 300);
    },
    (styles) => this.adopt(styles),
  );
  /** What only an act of the reader needs. */
  readonly #hands = new Later(
    () => import("./hands.js"),
    ({ handStyles }) => {
      this.adopt([handStyles]);
      this.requestUpdate();
    },
  );
  /** Acts with what an act needs, as soon as it is there, or says that it cannot be had. */
  #with(act: (hands: Hands) => unknown, lost = this.say?.words.mapControls.notLoaded): unknown {
    const { it } = this.#hands;
    if (it) return act(it);
    this.#near();
    return this.#hands.coming.then(() => {
      const { it } = this.#hands;
      this.#notice = it ? "" : (this.#said = lost ?? "");
      this.requestUpdate();
      return it && act(it);
    });
  }
  readonly #near = (): void => {
    this.#browse.card.near();
    this.#hands.near();
  };
  readonly #print = (event: Event): void => {
    const paper = event.type === "beforeprint";
    // Nothing comes by and by on paper.
    if (paper && this.#grows) {
      [this.#settled, this.#listed] = [this.#scene, this.#document];
      this.#rows = this.#counties = Infinity;
      this.requestUpdate();
    }
    this.#paint(paper);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#print);
    for (const sign of signs) this.addEventListener(sign, this.#near);
  }

  /** What has come from an address has been checked in this task, and is drawn in the next. */
  override requestUpdate(): void {
    // The first ones come before there is anything of this class.
    if (!this.renderRoot) return super.requestUpdate();
    if (this.#drawing) return;
    const { shown } = this;
    if (!this.src || shown === this.#taken) return super.requestUpdate();
    this.#taken = shown;
    this.#drawing = nextTask().then(() => {
      this.#drawing = undefined;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#print);
    this.#flight.stop();
    this.#depth.stop();
    this.#nation?.stop();
    this.#nation = this.#searched = undefined;
    this.#unfollow?.();
    this.#surface = this.#unfollow = this.#release = undefined;
    clearTimeout(this.#tables);
  }

  // What the base class asks.

  /** A sign of use brings styles before there is a document, and these need a root. */
  protected override stays(): boolean {
    return false;
  }

  protected override isEmpty({ areas }: AccessDocument): boolean {
    return areas.schools.every((count) => count === 0);
  }

  override inView(overview: AccessDocument): AccessDocument {
    return this.#depth.inView(overview);
  }

  protected override async drawForPrint(document: AccessDocument, frame: Frame): Promise<TemplateResult> {
    const { drawPaper } = await import("./paper.js");
    return drawPaper(document, frame, this.#scene, this.#flight.view);
  }

  protected override tabulate(document: AccessDocument, say: Say): Table[] {
    const areas = tabulateAreas(document, say);
    const model = this.#browse.model(document, say);
    if (model.size === 0) return [areas];
    const points = () => (this.#scene?.document === document ? this.#scene.points : placePoints(document));
    const rows = this.#browse.filtered ? this.#browse.view(model).rows : undefined;
    return [areas, tabulateSchools(document, points, say, rows)];
  }

  protected override activate(key: string): void {
    const { document } = this.#scene ?? {};
    const row = document?.areas.id.findIndex((id) => areaKey(id) === key) ?? -1;
    if (document && row >= 0) void this.#openArea(document, row);
  }

  // Drawing.

  /** What came with the page stays in view until the map has its lines: it is replaced in one step, and nothing on the page moves twice. */
  protected override render(): unknown {
    const document = this.#lines.settled || this.children.length === 0 ? undefined : this.shown;
    if (!document) return super.render();
    this.#lines.want(stateOfAreas(document), this.geometry);
    return html`<slot></slot>`;
  }

  protected override drawPicture(document: AccessDocument, frame: Frame): TemplateResult {
    const { say } = frame;
    const { words } = say;
    if (document !== this.#document) this.#forget(document);
    const model = this.#browse.model(document, say);
    const columns = frame.width >= wide;
    const area = this.#depth.areaIn(document);
    this.#lines.want(area?.slice(0, 2) ?? stateOfAreas(document), this.geometry);
    const scene = this.#sceneFor(document, columns ? frame.width - listWidth : frame.width, area, frame);
    scene?.filter(this.#browse.filtered ? this.#browse.view(model).rows : undefined);
    if (scene && !this.#flight.moving) scene.join(this.#flight.view);
    const above = this.#depth.above(document);
    this.#parts = [];
    const half = this.#lines.failed
      ? html`<p class="map-notice">${words.mapControls.noGeometry}</p>`
      : scene
        ? this.#drawMap(scene, model, frame)
        : html`<div class="map-waiting"></div>`;
    this.#parts.push(this.#listPart(document, model, frame, columns));
    return html`<div class=${columns ? "map wide" : "map"}>
      <div class="map-bar">
        ${drawSearch(this.#search, this.#searchActs(model), { id: frame.id, say })}
        ${above ? html`<button type="button" class="back" @click=${this.#back}>${words.mapControls.back(above.scope.name)}</button>` : nothing}
        ${scene ? drawControls(this.#zoomActs(scene), { in: this.#flight.view.k >= nearest, out: this.#flight.view.k <= 1 }, say) : nothing}
      </div>
      ${this.#notice ? html`<p class="map-notice">${this.#notice}</p>` : nothing}
      <div class="map-half">${half}</div>
      <div class="beside"><div class="beside-box"></div></div>
      <p class="unseen" role="status">${this.#said}</p>
      <span class="colours" aria-hidden="true"></span>
    </div>`;
  }

  #drawMap(scene: Scene, model: SchoolModel, { emphasis: pointed, ...frame }: Frame): TemplateResult {
    const { say } = frame;
    const { view } = this.#flight;
    const [only, second] = this.#browse.query.areas;
    const emphasis = pointed ?? (only !== undefined && second === undefined ? areaKey(only) : undefined);
    const card = this.#subject
      ? this.#hands.it?.drawPlace(
          scene,
          model,
          this.#subject,
          { close: this.#closeCard, school: (row) => this.#show({ school: row }) },
          say,
        )
      : nothing;
    const drawn = { ...frame, width: scene.size.width };
    // Few schools are drawn at once, or what stands under them would move.
    if (model.size > 0 && model.size <= longList) this.#settled = scene;
    const settled = this.#settled === scene;
    this.#parts = [
      ...partsOf(scene, view, frame, settled, this.#counties),
      [
        ".pointed",
        [scene.placed, view, emphasis],
        () => drawPointed(scene, view, { ...drawn, ...(emphasis !== undefined && { emphasis }) }),
      ],
    ];
    return drawStage(scene, frame, { held: this.#held, key: this.#key, card });
  }

  #listPart(document: AccessDocument, model: SchoolModel, { say, id }: Frame, columns: boolean): Part {
    const { acts, pages, query, open: card } = this.#browse;
    const size = columns ? page : shortPage;
    // What stands under a map comes with it, or what follows would move; a box beside it scrolls, and may be filled by and by.
    if (this.#listed !== document && model.size <= longList && (!columns || model.size > 0)) {
      this.#listed = document;
      this.#rows = Infinity;
    }
    const listed = this.#listed === document;
    // Other rows come by and by, like the first.
    if (listed && query !== this.#asked && columns && model.size > longList) this.#rows = Math.min(this.#rows, rowsAtOnce);
    this.#asked = query;
    const all = model.size === 0 ? document.areas.id.length : listed ? this.#browse.view(model).rows.length : model.size;
    this.#wanted = Math.min(pages * size, all);
    const most = !listed ? 0 : this.#rows < this.#wanted ? this.#rows : Infinity;
    // None is taken away again: one of them may be chosen.
    this.#choices = listed ? Math.max(this.#choices, choicesToARow * most) : 0;
    const open = (row: number) => void this.#openArea(document, row);
    // What is found is a school of an area: no area's name has to match.
    const text = this.#search.found[0]?.elsewhere ? "" : this.#search.text;
    const { points } = this.#scene ?? {};
    const located = (row: number) => (points ? points.fault[row] === 0 : document.schools!.latitude[row] !== "unknown");
    const both: ListActs = { ...acts, ask: this.#ask, locate: points && ((row) => this.#locate(row)) };
    const draw = () => {
      if (most === 0) return nothing;
      if (model.size === 0) return drawAreas(document, { text, pages, page: size, most, open }, acts, say);
      return drawList(model, this.#browse.view(model), both, { id, say, page: size, most, choices: this.#choices, search: false, located });
    };
    return [".beside-box", [model, query, card, this.#browse.card.it, pages, size, most, points, say, model.size === 0 && text], draw];
  }

  protected override updated(changed: PropertyValues): void {
    for (const part of this.#parts) this.#layers.put(...part);
    super.updated(changed);
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
    const surface = find(".surface");
    const hands = this.#hands.it;
    if (surface !== this.#surface || (hands && this.#release)) {
      this.#unfollow?.();
      this.#surface = surface;
      this.#unfollow = surface && hands && this.#follow(surface, hands);
      this.#release?.();
      this.#release = surface && !hands ? keep(surface, this.#near) : undefined;
    }
    this.#drawnFor = this.#flight.view;
    this.#layers.move(home, home);
    if (this.#scene) this.#arrive(this.#scene);
    this.#paint();
    this.#point();
    if (this.#grows)
      this.#growing ??= this.#grow().then(() => {
        this.#growing = undefined;
        // Something may have come when all was done.
        if (this.#grows) this.requestUpdate();
      });
    // A card may still be on its way.
    if (!this.#focus || !(this.#scene || this.#lines.failed) || (this.#subject && !this.#hands.it)) return;
    const target = this.#focus.map(find).find((found) => found);
    this.#focus = undefined;
    target?.focus();
  }

  override get updateComplete(): Promise<boolean> {
    const coming = Promise.all([this.#hands.coming, this.#browse.card.coming]);
    const more = () => this.#drawing ?? this.#placing ?? this.#typed ?? this.#growing;
    return coming.then(() => super.updateComplete).then((done) => more()?.then(() => this.updateComplete) ?? done);
  }

  /** Fills the list after the frame that the map is painted in, some rows with every frame. */
  async #grow(): Promise<void> {
    while (this.#grows) {
      await nextFrame();
      const { say } = this;
      const document = this.#document;
      if (!document || !say) return;
      if (this.#settled !== this.#scene) this.#settled = this.#scene;
      else if (this.#scene && this.#counties < this.#scene.placed.areas.length) this.#counties += areasAtOnce;
      else if (this.#listed !== document) {
        const model = this.#browse.model(document, say);
        // In tasks of their own.
        for (const work of model.size > 0 ? [() => model.compare(), () => model.order("name"), () => this.#browse.view(model)] : []) {
          if (this.#document !== document) break;
          work();
          await nextTask();
        }
        this.#listed = document;
        // Search and filters first: they are as much as many rows.
        this.#rows = 1;
      } else this.#rows += rowsAtOnce;
      this.requestUpdate();
    }
  }

  /** Whether something is still to come after the frame in which the map was painted. */
  get #grows(): boolean {
    if (!this.isConnected || !this.#document || !(this.#scene || this.#lines.failed)) return false;
    if (this.#scene && this.#counties < this.#scene.placed.areas.length) return true;
    return this.#settled !== this.#scene || this.#listed !== this.#document || this.#rows < this.#wanted;
  }

  #paint(paper = false): void {
    if (this.#scene && this.say) this.#layers.paint(this.#scene, this.#flight.view, this.say, paper);
  }

  /** A moving map: what is drawn moves along, and the marks are painted where they stand now. All else waits until it rests. */
  #follows(): void {
    this.#layers.move(this.#drawnFor, this.#flight.view);
    this.#paint();
    this.#point();
  }

  #point(): void {
    if (!this.#scene || !this.say) return;
    const pointed = { hover: this.#hover, chosen: this.#cursor, named: !this.#subject, area: this.#hoverArea };
    this.#hands.it?.point(this.renderRoot, this.#scene, this.#flight.view, this.say, pointed);
  }

  // What is in view.

  #sceneFor(document: AccessDocument, width: number, area: string | undefined, frame: Frame): Scene | undefined {
    const known = this.#scene;
    const { geometry } = this.#lines;
    if (!geometry) return (this.#scene = undefined);
    if (known?.geometry === geometry && known.area === area && known.size.width === width) return known;
    const made = this.#made;
    const before = known?.geometry === geometry ? known.points : made?.geometry === geometry ? made.points : undefined;
    const ready = made?.geometry === geometry && made.area === area && made.size.width === width;
    const waits = !ready && !known && this.renderRoot.querySelector(".map-waiting");
    if (document.schools ? !before && document.schools.id.length > longList : waits) {
      this.#placing ??= this.#place(document, width, geometry, area, frame).then(() => {
        this.#placing = undefined;
        this.requestUpdate();
      });
      return (this.#scene = undefined);
    }
    const scene = ready ? made : new Scene(document, width, geometry, area, before);
    const same = known?.area === area ? known : undefined;
    if (!same) this.#counties = scene.clusters && scene.points.count > longList ? 0 : Infinity;
    this.#flight.start(same ? resized(this.#flight.view, same.size, scene.size) : home);
    return (this.#scene = scene);
  }

  /** Places a map, joins its schools, and draws and paints it ahead, in tasks of their own. */
  async #place(document: AccessDocument, width: number, geometry: MapGeometry, area: string | undefined, frame: Frame): Promise<void> {
    const isWanted = () => document === this.#document && geometry === this.#lines.geometry;
    const points = await inTasks(placing(document, geometry, joinedAtOnce), isWanted);
    await nextTask();
    if (!points || !isWanted()) return;
    const scene = new Scene(document, width, geometry, area, points, true);
    const { clusters } = scene;
    if (clusters) await this.#join(scene);
    if (!isWanted()) return;
    this.#made = scene;
    for (const counties of clusters ? [0] : [areasAtFirst, Infinity])
      for (const part of partsOf(scene, home, frame, false, counties)) {
        await nextTask();
        if (isWanted()) this.#layers.ahead(part);
      }
    if (clusters) await inTasks(this.#layers.paintAhead(scene, home, frame.say), isWanted);
    await nextTask();
  }

  async #join(scene: Scene): Promise<void> {
    const join = scene.slices();
    const some = Math.max(joinedAtOnce, scene.points.count / 8);
    do await nextTask();
    while (!join(some));
    await nextTask();
  }

  /** Another document: nothing that was chosen in the last one holds. */
  #forget(document: AccessDocument): void {
    this.#document = document;
    this.#scene = this.#made = this.#subject = this.#cursor = this.#hover = this.#hoverArea = undefined;
    this.#search = noSearch;
    this.#notice = "";
  }

  /** A flight that waited for the map it goes over. */
  #arrive(scene: Scene): void {
    const row = this.#flyTo;
    const hands = this.#hands.it;
    if (row === undefined || !scene.clusters || !hands) return;
    this.#flyTo = undefined;
    const point = scene.points.pointOf[row]!;
    if (point < 0) return;
    this.#cursor = point;
    hands.flyTo(scene, this.#flight, point);
  }

  // What a reader does.

  /** The document's own address; nothing when it has none. */
  get #address(): string | undefined {
    return !this.document && this.src ? new URL(this.src, this.baseURI).href : undefined;
  }

  readonly #openArea = (document: AccessDocument, row: number): unknown =>
    this.#with((hands) => this.#enter(hands, document, row), this.say?.words.mapControls.failed(document.areas.name[row]!));

  #enter(hands: Hands, document: AccessDocument, row: number): unknown {
    this.#notice = "";
    this.#search = noSearch;
    this.#subject = undefined;
    const next = hands.descend(this.#depth, document, row, this.#address);
    if (next === "none") return this.#show({ area: row });
    if (typeof next === "object") return this.#open(hands, document, row, next.fetch);
    this.#said = document.areas.name[row]!;
    if (next === "entered") this.#focus = ["canvas", ".back"];
    return this.#ask({ areas: new Set([document.areas.id[row]!]), text: "" });
  }

  async #open({ openArea }: Hands, overview: AccessDocument, row: number, address: string): Promise<void> {
    const words = this.say!.words.mapControls;
    const name = overview.areas.name[row]!;
    this.#notice = this.#said = words.loading(name);
    this.requestUpdate();
    let open = await openArea(this.#depth, this.#mayShow, overview, row, address);
    if (open === "apart") {
      await this.refresh();
      const now = this.shown;
      const there = now?.areas.id.indexOf(overview.areas.id[row]!) ?? -1;
      // What was good stays when it cannot be fetched again; a newer file does not go with it.
      open = this.state === "drawn" && there >= 0 && (await openArea(this.#depth, this.#mayShow, now!, there, address, true));
    }
    if (open === undefined) return;
    this.#notice = open ? "" : words.failed(name);
    this.#said = open ? words.opened(name) : this.#notice;
    if (open) this.#focus = ["canvas", ".back"];
    this.tablesChanged();
  }

  readonly #back = (): void => {
    const left = this.#depth.back();
    this.#browse.forget();
    this.#subject = this.#cursor = undefined;
    this.#notice = "";
    if (left !== undefined) this.#focus = [`[data-key="${CSS.escape(areaKey(left))}"]`];
    this.tablesChanged();
  };

  /** Filters; a single area is shown in full, and all areas as the whole map. */
  readonly #ask: ListActs["ask"] = (change) => {
    this.#browse.acts.ask(change);
    const scene = this.#scene;
    if (change.text !== undefined && change.text !== this.#search.text) this.#search = noSearch;
    if (!change.areas || !scene || scene.area !== undefined) return;
    const [only] = change.areas;
    if (only !== undefined)
      void this.#with(({ boundsOf }) => {
        const bounds = boundsOf(scene, only);
        if (bounds) this.#flight.to(fitTo(bounds, scene.size), scene.size);
      });
    else if (this.#flight.view.k > 1) this.#flight.to(home, scene.size);
  };

  /** Opens a card on the map. */
  #show(subject: Subject): void {
    this.#near();
    this.#subject = subject;
    if ("school" in subject) {
      const point = this.#scene?.points.pointOf[subject.school] ?? -1;
      this.#cursor = point < 0 ? undefined : point;
      const id = this.#document?.schools?.id[subject.school];
      if (id !== undefined) this.dispatchEvent(new CustomEvent("vitrine-school", { detail: { id }, bubbles: true, composed: true }));
    }
    this.#focus = [".place"];
    this.requestUpdate();
  }

  readonly #closeCard = (): void => {
    this.#subject = undefined;
    this.#focus = this.#cursor === undefined ? [`.surface [tabindex="0"]`] : ["canvas"];
    this.requestUpdate();
  };

  /** Flies to a school of the document in view and opens its card. @returns whether that document has the school */
  showSchool(id: string): boolean {
    const row = this.#document?.schools?.id.indexOf(id) ?? -1;
    if (row < 0) return false;
    this.#locate(row);
    this.scrollIntoView({ block: "nearest" });
    return true;
  }

  /** A school of the list or of the search, on the map. */
  #locate(row: number): void {
    void this.#with(() => {
      const scene = this.#scene;
      if (!scene) return this.#browse.acts.toggle(row);
      if (!scene.placed.clusters) void this.#openArea(scene.document, scene.document.areas.id.indexOf(scene.areaOf(row)));
      this.#flyTo = row;
      this.#show({ school: row });
    });
  }

  #pickMark({ picked }: Hands, scene: Scene, mark: number): void {
    const { point, opens, to } = picked(scene, this.#flight.view, mark);
    this.#cursor = point;
    if (opens) return this.#show(opens);
    this.#subject = undefined;
    this.#flight.to(to, scene.size);
  }

  #zoomActs({ size }: Scene): Parameters<typeof drawControls>[0] {
    const by = (factor: number) => this.#flight.to(zoomAt(this.#flight.view, factor, [size.width / 2, size.height / 2], size), size);
    return { in: () => by(zoomStep), out: () => by(1 / zoomStep), whole: () => this.#flight.to(home, size), full: this.#fill };
  }

  readonly #fill = (): void => void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen());

  #searchActs(model: SchoolModel): SearchActs {
    const put = (view: SearchView) => {
      this.#search = view;
      this.requestUpdate();
    };
    const narrows = () => model.document === this.#document && model.size > 0 && this.#search.text !== this.#browse.query.text;
    const narrow = () => {
      if (narrows()) this.#browse.acts.ask({ text: this.#search.text });
    };
    /** What is found comes first: map and list follow in tasks of their own, once for all that was typed until then. */
    const narrowLater = async () => {
      do {
        await nextFrame();
        const scene = this.#scene;
        if (!narrows() || !scene || model.size <= longList) narrow();
        else {
          this.#browse.take({ text: this.#search.text });
          const { query, filtered } = this.#browse;
          scene.filter(filtered ? this.#browse.view(model).rows : undefined);
          await this.#join(scene);
          if (query === this.#browse.query) this.#browse.changed(true);
        }
      } while (narrows());
      this.#typed = undefined;
    };
    return {
      type: (text) =>
        void this.#with((hands) => {
          if (model.size === 0) void this.#searchAll(model);
          put({ text, found: this.#suggest(hands, model, text), at: -1, open: true });
          this.#typed ??= narrowLater();
        }),
      move: (at) => put({ ...this.#search, at, open: true }),
      close: () => {
        put(this.#search.open ? { ...this.#search, open: false } : noSearch);
        narrow();
      },
      choose: ({ kind, row, elsewhere }) => {
        put(noSearch);
        narrow();
        if (elsewhere) void this.#reach(model.document, elsewhere);
        else if (kind === "area") void this.#openArea(model.document, row);
        else this.#locate(row);
      },
    };
  }

  #suggest(hands: Hands, model: SchoolModel, text: string): SearchView["found"] {
    const nation = this.#nation?.overview === model.document ? this.#nation : undefined;
    return hands.suggest(model, text, nation?.find(text, most));
  }

  /** From the first letter on, the names in all files of an overview: those near the middle of the map first. */
  async #searchAll(model: SchoolModel): Promise<void> {
    const { document } = model;
    const address = this.#address;
    if (!address || !document.areas.file || this.#searched === document) return;
    this.#searched = document;
    this.#nation?.stop();
    const { Nationwide } = await import("./nationwide.js");
    if (this.#searched !== document) return;
    this.#nation = new Nationwide(document, this.#mayShow, address, { scene: this.#scene, view: this.#flight.view }, this.say!, () => {
      if (this.#document !== document) return;
      this.#notice = this.#nation!.notice;
      // Whoever walks through what was found is not disturbed.
      if (this.#search.open && this.#search.at < 0)
        this.#search = { ...this.#search, found: this.#suggest(this.#hands.it!, model, this.#search.text) };
      this.requestUpdate();
    });
  }

  /** Opens the file a school is in, flies to it and opens its card. */
  async #reach(overview: AccessDocument, { area, id }: { area: number; id: string }): Promise<void> {
    await this.#openArea(overview, area);
    await this.updateComplete;
    const row = this.#document?.schools?.id.indexOf(id) ?? -1;
    if (row < 0) return;
    this.#flyTo = row;
    this.#show({ school: row });
  }

  #follow(surface: HTMLElement, hands: Hands): () => void {
    return hands.watch(surface, {
      flight: this.#flight,
      scene: () => this.#scene!,
      hover: (point, area) => {
        if (point === this.#hover && !area && !this.#hoverArea) return;
        this.#hover = point;
        this.#hoverArea = area;
        this.#point();
      },
      pick: (mark) => this.#pickMark(hands, this.#scene!, mark),
      held: (held) => {
        this.#held = held;
        this.requestUpdate();
      },
    });
  }

  /** Keys on the map; Enter on an area is the base class's. */
  readonly #key = (event: KeyboardEvent): void => {
    const scene = this.#scene;
    if (!scene || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, target } = event;
    const zoom = zoomOf(key);
    if (zoom) this.#zoomActs(scene)[zoom]();
    else if (key === "Escape") {
      if (!this.#leave(scene)) return;
    } else if (target instanceof HTMLCanvasElement) {
      if (!this.#keyOnPoints(scene, key)) return;
    } else {
      const from = walks(key) && target instanceof Element && target.closest("[data-key]")?.getAttribute("data-key");
      if (!from) return;
      void this.#with(({ walkAreas }) => {
        const to = walkAreas(scene, this.#flight.view, from, key);
        if (to !== undefined) this.renderRoot.querySelector<SVGElement>(`[data-key="${CSS.escape(to)}"]`)?.focus();
      });
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** Escape: closes the card, then shows the whole map, then goes one level up. */
  #leave(scene: Scene): boolean {
    if (this.#subject) this.#closeCard();
    else if (this.#flight.view.k > 1) this.#flight.to(home, scene.size);
    else if (this.#depth.above(scene.document)) this.#back();
    else return false;
    return true;
  }

  #keyOnPoints(scene: Scene, key: string): boolean {
    const at = this.#cursor === undefined ? undefined : scene.markOf(this.#cursor);
    const enter = key === "Enter" || key === " ";
    if (enter && at !== undefined) void this.#with((hands) => this.#pickMark(hands, scene, at));
    if (enter || !walks(key)) return enter;
    void this.#with((hands) => this.#scene === scene && this.#walk(hands, scene, at, key));
    return true;
  }

  #walk({ walkTo }: Hands, scene: Scene, at: number | undefined, key: string): void {
    const next = walkTo(scene, this.#flight, at, key, this.say!);
    if (!next) return;
    this.#cursor = next.point;
    this.#said = next.said;
    this.#subject = undefined;
    this.requestUpdate();
  }
}

/** Land and legend, which need no place on the page to be drawn. @param counties so many areas */
function partsOf(scene: Scene, view: View, frame: Frame, settled: boolean, counties: number): Part[] {
  const { say, id } = frame;
  const drawn: Frame = { ...frame, width: scene.size.width };
  // What is pointed at is a part of its own.
  delete drawn.emphasis;
  return [
    [
      ".ground",
      [scene.placed, view, settled || scene.clusters, counties, say, id],
      () => drawGround(scene, view, drawn, settled, counties),
    ],
    [".legend-box", [scene.clusters, scene.shown, settled, say, id], () => drawLegendOf(scene, view, drawn, settled)],
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-school-access-map": SchoolAccessMap;
  }
}
