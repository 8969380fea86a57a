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
import { signs } from "../school-list/later.js";
import { listStyles } from "../school-list/school-list.styles.js";
import { Lines } from "./geometry.js";
import type { Guide, Place } from "./guide.js";
import { home, nearest, type View } from "./home.js";
import { keep } from "./keep.js";
import { Layers, type Part } from "./layers.js";
import type { Painter } from "./painter.js";
import { Scene } from "./scene.js";
import { mapStyles } from "./school-access-map.styles.js";
import { drawSearch, noSearch } from "./search.js";
import { drawControls, drawGround, drawLegendOf, drawPointed, drawStage } from "./stage.js";
import { inTasks, nextFrame, nextTask } from "./tasks.js";

/** Keys that answer on a map, and those that do on its schools alone: one that comes before what answers it scrolls nothing meanwhile. */
const answered = /^(?:Arrow|Page|[-+=0]$)/;
const answeredBySchools = /^(?:Enter| )$/;
const answeredBySearch = /^(?:Arrow[DU]|Enter$)/;
/** From this width on the list stands beside the map. */
const wide = 720;
const listWidth = 340;
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
  #areas: readonly [of: AccessDocument, by: Say, table: Table] | undefined;
  #scene: Scene | undefined;
  /** A scene of the document that was made beforehand. */
  #made: Scene | undefined;
  #placing: Promise<void> | undefined;
  #shared: Place = { search: noSearch, said: "", notice: "", focus: undefined };
  #surface: HTMLElement | undefined;
  #unfollow: (() => void) | undefined;
  /** Lets the hands do what a reader did before they were there. */
  #release: (() => void) | undefined;
  readonly #layers = new Layers(() => this.renderRoot);
  #painter: Painter | undefined;
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
  #asked: Query | undefined;
  /** Areas of a state that are drawn by now. Under its schools they look like its land, so that nobody sees them come. */
  #counties = Infinity;
  #tables: ReturnType<typeof setTimeout> | undefined;

  readonly #lines = new Lines(() => this.tablesChanged());
  readonly #browse = new Browse(
    (others) => {
      this.requestUpdate();
      if (!others) return;
      // Long tables are made again only when the reader has stopped typing.
      clearTimeout(this.#tables);
      this.#tables = setTimeout(() => this.tablesChanged(), 300);
    },
    () => import("./hands.js"),
    ({ Guide, handStyles, actStyles, speak }) => {
      speak();
      this.adopt([...actStyles, handStyles]);
      this.#guide = new Guide({
        map: this,
        place: this.#shared,
        browse: this.#browse,
        mayShow: (document, origin) => this.mayNotShow(document, origin) === undefined,
        scene: () => this.#scene,
        document: () => this.#document,
        say: () => this.say,
        tablesChanged: () => this.tablesChanged(),
        paint: () => this.#paint(),
        join: (scene) => this.#join(scene),
      });
      this.#shared.notice = "";
      this.requestUpdate();
    },
    () => this.#lost(),
  );
  /** What a reader does, once what does it is there. */
  #guide: Guide | undefined;
  /** Acts as soon as that is there. @param lost what is said when it cannot be had */
  #with(act: (guide: Guide) => unknown, lost?: string): unknown {
    return this.#browse.with(
      () => act(this.#guide!),
      () => this.#lost(lost),
    );
  }
  #lost(words = this.say?.words.mapControls.notLoaded): void {
    this.#shared.notice = this.#shared.said = words ?? "";
    // What was chosen is not done.
    for (const select of this.renderRoot.querySelectorAll("select")) select.selectedIndex = 0;
    this.requestUpdate();
  }
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

  /** One that is still to be fetched begins in the task after the one that made the element: until then all stays as it came. */
  override connectedCallback(): void {
    if (this.renderRoot || !this.src) this.#connect();
    else void nextTask().then(() => this.isConnected && !this.renderRoot && this.#connect());
  }

  #connect(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#print);
    for (const sign of signs) this.addEventListener(sign, this.#browse.desk.near);
  }

  /** What has come from an address has been checked in this task, and is drawn in the next. */
  override requestUpdate(): void {
    // The first ones come before there is anything of this class.
    if (!this.renderRoot) return super.requestUpdate();
    if (this.#drawing) return;
    const { shown } = this;
    if (!this.src || shown === this.#taken) return super.requestUpdate();
    this.#taken = shown;
    const { say } = this;
    this.#drawing = nextTask()
      // The table of its areas is written in a task of its own.
      .then(() => shown && say && (this.#areasOf(shown, say), nextTask()))
      .then(() => {
        this.#drawing = undefined;
        this.requestUpdate();
      });
  }

  #areasOf(document: AccessDocument, say: Say): Table {
    const [of, by] = this.#areas ?? [];
    return of === document && by === say ? this.#areas![2] : (this.#areas = [document, say, tabulateAreas(document, say)])[2];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#print);
    this.#guide?.stop();
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
    return this.#guide?.depth.inView(overview) ?? overview;
  }

  protected override async drawForPrint(document: AccessDocument, frame: Frame): Promise<TemplateResult> {
    const { drawPaper } = await import("./paper.js");
    return drawPaper(document, frame, this.#scene, this.#view);
  }

  protected override tabulate(document: AccessDocument, say: Say): Table[] {
    const areas = this.#areasOf(document, say);
    const model = this.#browse.model(document, say);
    if (model.size === 0) return [areas];
    const points = () => (this.#scene?.document === document ? this.#scene.points : placePoints(document));
    const rows = this.#browse.filtered ? this.#browse.view(model).rows : undefined;
    return [areas, tabulateSchools(document, points, say, rows)];
  }

  protected override activate(key: string): void {
    const { document } = this.#scene ?? {};
    const row = document?.areas.id.findIndex((id) => areaKey(id) === key) ?? -1;
    if (document && row >= 0) this.#openArea(document, row);
  }

  // Drawing.

  /** What came with the page stays in view until the map has its lines: it is replaced in one step, and nothing on the page moves twice. */
  protected override render(): unknown {
    const document = this.#lines.settled || this.children.length === 0 ? undefined : this.shown;
    if (!document) return super.render();
    this.#lines.want(stateOfAreas(document), this.geometry, document.schools);
    return html`<slot></slot>`;
  }

  protected override drawPicture(document: AccessDocument, frame: Frame): TemplateResult {
    const { say } = frame;
    const { words } = say;
    if (document !== this.#document) this.#forget(document);
    const model = this.#browse.model(document, say);
    const columns = frame.width >= wide;
    const guide = this.#guide;
    const area = guide?.depth.areaIn(document);
    this.#lines.want(area?.slice(0, 2) ?? stateOfAreas(document), this.geometry, document.schools);
    const scene = this.#sceneFor(document, columns ? frame.width - listWidth : frame.width, area, frame);
    scene?.filter(this.#browse.filtered ? this.#browse.view(model).rows : undefined);
    const view = this.#view;
    if (scene && !guide?.flight.moving) scene.join(view);
    const { search, notice, said } = this.#shared;
    this.#parts = [];
    const half = this.#lines.failed
      ? html`<p class="map-notice">${words.mapControls.noGeometry}</p>`
      : scene
        ? this.#drawMap(scene, model, frame)
        : html`<div class="map-waiting"></div>`;
    this.#parts.push(this.#listPart(document, model, frame, columns));
    return html`<div class=${columns ? "map wide" : "map"}>
      <div class="map-bar">
        ${drawSearch(
          search,
          {
            type: (text) => this.#with((guide) => guide.type(model, text)),
            key: (event) => {
              if (guide || answeredBySearch.test(event.key)) this.#with((guide) => guide.searchKey(model, event));
            },
          },
          guide?.drawFound(model, frame),
          frame,
        )}
        ${guide?.drawBack(document, say)}
        ${scene ? drawControls((to) => this.#with((guide) => guide.zoom(to)), this.#fill, { in: view.k >= nearest, out: view.k <= 1 }, say) : nothing}
      </div>
      ${notice ? html`<p class="map-notice">${notice}</p>` : nothing}
      <div class="map-half">${half}</div>
      <div class="beside"><div class="beside-box"></div></div>
      <p class="unseen" role="status">${said}</p>
      <span class="colours" aria-hidden="true"></span>
    </div>`;
  }

  #drawMap(scene: Scene, model: SchoolModel, { emphasis: pointed, ...frame }: Frame): TemplateResult {
    const { say } = frame;
    const view = this.#view;
    const guide = this.#guide;
    const emphasis = pointed ?? guide?.emphasis;
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
    return drawStage(scene, frame, { held: guide?.held, key: this.#key, card: guide?.drawCard(scene, model, say) });
  }

  #listPart(document: AccessDocument, model: SchoolModel, { say, id }: Frame, columns: boolean): Part {
    const { acts, pages, query, open: card } = this.#browse;
    const { search } = this.#shared;
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
    const open = (row: number) => this.#openArea(document, row);
    const { points } = this.#scene ?? {};
    const located = (row: number) => (points ? points.fault[row] === 0 : document.schools!.latitude[row] !== "unknown");
    const both: ListActs = {
      ...acts,
      ask: (change) => this.#with((guide) => guide.ask(change)),
      locate: points && ((row) => this.#with((guide) => guide.locate(row))),
    };
    const draw = () => {
      if (most === 0) return nothing;
      if (model.size === 0) return drawAreas(document, { rows: this.#guide?.areas(document), pages, page: size, most, open }, acts, say);
      return drawList(model, this.#browse.view(model), both, { id, say, page: size, most, choices: this.#choices, search: false, located });
    };
    return [
      ".beside-box",
      [model, query, card, this.#browse.desk.it, pages, size, most, points, say, model.size === 0 && search.found],
      draw,
    ];
  }

  protected override updated(changed: PropertyValues): void {
    for (const part of this.#parts) this.#layers.put(...part);
    super.updated(changed);
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
    const surface = find(".surface");
    const guide = this.#guide;
    if (surface !== this.#surface || (guide && this.#release)) {
      this.#unfollow?.();
      this.#surface = surface;
      this.#unfollow = surface && guide?.follow(surface);
      this.#release?.();
      this.#release = surface && !guide ? keep(surface, this.#browse.desk.near) : undefined;
    }
    guide?.drawn();
    this.#paint();
    guide?.point();
    if (this.#grows)
      this.#growing ??= this.#grow().then(() => {
        this.#growing = undefined;
        // Something may have come when all was done.
        if (this.#grows) this.requestUpdate();
      });
    const { focus } = this.#shared;
    if (!focus || !(this.#scene || this.#lines.failed)) return;
    const target = focus.map(find).find((found) => found);
    this.#shared.focus = undefined;
    target?.focus();
  }

  override get updateComplete(): Promise<boolean> {
    const more = () => this.#drawing ?? this.#placing ?? this.#guide?.typed ?? this.#growing;
    return this.#browse.desk.coming.then(() => super.updateComplete).then((done) => more()?.then(() => this.updateComplete) ?? done);
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
        for (const work of model.size > 0
          ? [() => model.compare(), () => model.collate(), () => model.order(), () => this.#browse.view(model)]
          : []) {
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
    if (this.#scene && this.say) this.#painter?.paint(this.#scene, this.#view, this.say, paper);
  }

  get #view(): View {
    return this.#guide?.flight.view ?? home;
  }

  // What is in view.

  #sceneFor(document: AccessDocument, width: number, area: string | undefined, frame: Frame): Scene | undefined {
    const known = this.#scene;
    const { geometry, marks } = this.#lines;
    if (!geometry) return (this.#scene = undefined);
    this.#painter ??= marks && new marks.Painter(this.renderRoot, () => this.#paint());
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
    const scene = ready ? made : new Scene(document, width, geometry, area, marks?.joining, before);
    const same = known?.area === area ? known : undefined;
    if (!same) this.#counties = scene.clusters && scene.points.count > longList ? 0 : Infinity;
    this.#guide?.start(same?.size, scene.size);
    return (this.#scene = scene);
  }

  /** Places a map, joins its schools, and draws and paints it ahead, in tasks of their own. */
  async #place(document: AccessDocument, width: number, geometry: MapGeometry, area: string | undefined, frame: Frame): Promise<void> {
    const isWanted = () => document === this.#document && geometry === this.#lines.geometry;
    const points = await inTasks(placing(document, geometry, joinedAtOnce), isWanted);
    await nextTask();
    if (!points || !isWanted()) return;
    const scene = new Scene(document, width, geometry, area, this.#lines.marks?.joining, points, true);
    const { clusters } = scene;
    if (clusters) await this.#join(scene);
    if (!isWanted()) return;
    this.#made = scene;
    for (const counties of clusters ? [0] : [areasAtFirst, Infinity])
      for (const part of partsOf(scene, home, frame, false, counties)) {
        await nextTask();
        if (isWanted()) this.#layers.ahead(part);
      }
    if (clusters) await inTasks(this.#painter!.paintAhead(scene, home, frame.say), isWanted);
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
    this.#scene = this.#made = undefined;
    this.#shared.search = noSearch;
    this.#shared.notice = "";
    this.#guide?.forget();
  }

  // What a reader does.

  #openArea(document: AccessDocument, row: number): void {
    this.#with((guide) => guide.enter(document, row), this.say?.words.mapControls.failed(document.areas.name[row]!));
  }

  /** Flies to a school of the document in view and opens its card. @returns whether that document has the school */
  showSchool(id: string): boolean {
    const row = this.#document?.schools?.id.indexOf(id) ?? -1;
    if (row < 0) return false;
    this.#with((guide) => guide.locate(row));
    this.scrollIntoView({ block: "nearest" });
    return true;
  }

  readonly #fill = (): void => void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen());

  readonly #key = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (!this.#guide) {
      const some = answered.test(key) || (target instanceof HTMLCanvasElement && answeredBySchools.test(key));
      if (!some || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
    }
    this.#with((guide) => guide.key(event, target));
  };
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
