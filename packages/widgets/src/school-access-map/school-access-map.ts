import type { AccessDocument } from "@vitrine/contract";
import {
  areaKey,
  drawLand,
  drawLegend,
  figure,
  lightTheme,
  map,
  placeLegend,
  stateOfAreas,
  summariseMap,
  tabulateAreas,
  tabulateSchools,
  type Frame,
  type MapGeometry,
  type MapView,
  type Say,
  type Table,
} from "@vitrine/drawing";
import { html, nothing, render, svg, type PropertyValues, type TemplateResult } from "lit";
import { DocumentElement } from "../element/document-element.js";
import { drawAreas } from "../school-list/areas.js";
import { Browse } from "../school-list/browse.js";
import { drawList, page, shortPage } from "../school-list/draw.js";
import type { SchoolModel } from "../school-list/model.js";
import { listStyles } from "../school-list/school-list.styles.js";
import { Colours } from "./colours.js";
import { Flight } from "./flight.js";
import { fetchGeometry } from "./geometry.js";
import { follow } from "./gestures.js";
import { openSibling, siblingOf } from "./open.js";
import { paint, prepare } from "./paint.js";
import { onwards, towards, type Direction } from "./roam.js";
import { Scene } from "./scene.js";
import { mapStyles } from "./school-access-map.styles.js";
import { drawSearch, noSearch, suggest, type Found, type SearchView } from "./search.js";
import { drawControls, drawOver, drawPlace, sayMark, tipPlace, type Subject } from "./stage.js";
import { centreOn, fitTo, home, nearest, panBy, sameOnPaper, toPicture, zoomAt, type Spot } from "./view.js";

/** From this width on the list stands beside the map. */
const wide = 720;
const listWidth = 340;
const zoomStep = 1.6;
const arrows: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** The files of lines in use. Without geometry they are on their way, or failed. */
interface Lines {
  key: string;
  geometry: MapGeometry | undefined;
  failed: boolean;
}

/**
 * Which schools offer computer science: states by share, then counties and schools, with search, filters, a card for a place, and the
 * list of the same schools. An overview fetches the file of a state, from beside its own, when a reader opens that state.
 *
 * @tag cs-school-access-map
 * @tagname cs-school-access-map
 * @summary Which schools offer computer science, on a map and as a list.
 * @attribute geometry - Address of the folder with the map's lines; beside the library's script when left out.
 * @csspart search - The search field.
 * @csspart zoom - The zoom buttons.
 * @csspart list - Filters and list.
 * @csspart card - What is said of one school.
 */
export class SchoolAccessMap extends DocumentElement<AccessDocument, MapView> {
  static override styles = [...DocumentElement.styles, listStyles, mapStyles];
  static override properties = { ...DocumentElement.properties, geometry: {} };

  declare geometry: string | null | undefined;

  protected override readonly picture = map;

  /** A state's document that was opened from an overview, and the overview it belongs to. */
  #opened: { overview: AccessDocument; row: number; document: AccessDocument } | undefined;
  /** An area chosen within the document, and the document it belongs to. */
  #chosen: { document: AccessDocument; id: string } | undefined;
  #lines: Lines | undefined;
  #scene: Scene | undefined;
  #subject: Subject | undefined;
  /** Point that the keyboard stands on, or that was chosen. */
  #cursor: number | undefined;
  #hover: number | undefined;
  #hoverArea: { label: string; at: Spot } | undefined;
  #search: SearchView = noSearch;
  #opening: AbortController | undefined;
  /** A sentence for those who listen, and one for all. */
  #said = "";
  #notice = "";
  #held = false;
  /** What waits for the next picture: a school to fly to, an element to focus. */
  #flyTo: number | undefined;
  /** The first of these that is there gets the focus with the next picture. */
  #focus: string[] | undefined;
  #colours: Colours | undefined;
  #painted: unknown[] = [];
  #unfollow: (() => void) | undefined;
  #surface: HTMLElement | undefined;
  #hint: ReturnType<typeof setTimeout> | undefined;
  #tables: ReturnType<typeof setTimeout> | undefined;

  readonly #flight = new Flight(
    () => this.requestUpdate(),
    () => this.requestUpdate(),
  );
  readonly #browse = new Browse((others) => {
    this.requestUpdate();
    if (!others) return;
    // Long tables are made again only when the reader has stopped typing.
    clearTimeout(this.#tables);
    this.#tables = setTimeout(() => this.tablesChanged(), 300);
  });
  readonly #print = (event: Event): void => {
    this.#paint(event.type === "beforeprint");
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#print);
    this.#flight.stop();
    this.#opening?.abort();
    this.#unfollow?.();
    this.#surface = this.#unfollow = undefined;
    clearTimeout(this.#hint);
    clearTimeout(this.#tables);
  }

  // What the base class asks.

  protected override isEmpty({ areas }: AccessDocument): boolean {
    return areas.schools.every((count) => count === 0);
  }

  protected override inView(overview: AccessDocument): AccessDocument {
    if (this.#opened && this.#opened.overview !== overview) this.#opened = undefined;
    return this.#opened?.document ?? overview;
  }

  protected override view(): MapView {
    const scene = this.#scene;
    if (!scene) return {};
    const { geometry, area, points, shown } = scene;
    return { geometry, points, ...(area !== undefined && { area }), ...(shown && { shown }) };
  }

  protected override drawForPrint(document: AccessDocument, frame: Frame): TemplateResult {
    const view = this.view();
    const scene = this.#scene;
    if (!scene || scene.document !== document) return map.draw(document, frame, view);
    const paper = new Scene(document, frame.width, scene.geometry, scene.area, scene.points);
    return map.draw(document, frame, { ...view, zoom: sameOnPaper(this.#flight.view, scene.size, paper.size) });
  }

  protected override tabulate(document: AccessDocument, say: Say): Table[] {
    const model = this.#browse.model(document, say);
    const points = this.#scene?.document === document ? this.#scene.points : undefined;
    if (model.size === 0 || !points) return [tabulateAreas(document, say)];
    return [
      tabulateAreas(document, say),
      tabulateSchools(document, points, say, this.#browse.filtered ? this.#browse.view(model).rows : undefined),
    ];
  }

  protected override activate(key: string): void {
    const document = this.#scene?.document;
    const id = key.startsWith("area:") ? key.slice(5) : undefined;
    const row = document?.areas.id.indexOf(id ?? "") ?? -1;
    if (document && row >= 0) this.#openArea(document, row);
  }

  // Drawing.

  protected override drawPicture(document: AccessDocument, frame: Frame): TemplateResult {
    const { say } = frame;
    const model = this.#browse.model(document, say);
    const columns = frame.width >= wide;
    const width = columns ? frame.width - listWidth : frame.width;
    const area = this.#chosen?.document === document ? this.#chosen.id : undefined;
    const lines = this.#linesFor(area?.slice(0, 2) ?? stateOfAreas(document));
    const scene = this.#sceneFor(document, width, lines, area);
    const list = this.#browse.view(model);
    scene?.filter(this.#browse.filtered && model.size > 0 ? list.rows : undefined);
    const search = drawSearch(this.#search, this.#searchActs(model), { id: frame.id, say });
    return html`<div class=${columns ? "map wide" : "map"}>
      <div class="map-bar">${search}${this.#drawBack(document, say)}${scene ? this.#drawZoom(scene, say) : nothing}</div>
      ${this.#notice ? html`<p class="map-notice">${this.#notice}</p>` : nothing}
      <div class="map-half">${lines.failed ? html`<p class="map-notice">${say.words.mapControls.noGeometry}</p>` : scene ? this.#drawStage(scene, model, { ...frame, width }) : html`<div class="map-waiting"></div>`}</div>
      <div class="beside"><div class="beside-box">${this.#drawList(document, model, frame, columns)}</div></div>
      <p class="unseen" role="status">${this.#said}</p>
      <span class="colours" aria-hidden="true"></span>
    </div>`;
  }

  #drawStage(scene: Scene, model: SchoolModel, frame: Frame): TemplateResult {
    const { say } = frame;
    const { mapControls } = say.words;
    const { document, placed } = scene;
    const { view } = this.#flight;
    const moved = { ...placed, transform: scene.transform(view), ...(scene.clusters && { clusters: scene.clusters }) };
    const { width, height } = placed;
    const clip = `${frame.id}-map`;
    const land = figure(frame, {
      height,
      label: document.title,
      description: summariseMap(document, say),
      content: svg`<clipPath id=${clip}><rect width=${width} height=${height}></rect></clipPath><g clip-path=${`url(#${clip})`}>${drawLand(moved, frame)}</g>`,
    });
    const legend = placeLegend(document, moved, frame, scene.shown);
    const points = placed.clusters !== undefined;
    return html`<div class="stage">
        <div class=${this.#held ? "surface held" : "surface"} @keydown=${this.#key}>
          ${land}
          ${
            points
              ? html`<canvas tabindex="0" role="application" aria-label=${mapControls.map(document.scope.name)} aria-describedby="map-keys" ></canvas>`
              : nothing
          }
          <div class="over"></div>
          <p class="wheel" hidden>${mapControls.wheel}</p>
        </div>
        ${this.#subject ? drawPlace(scene, model, this.#subject, { close: this.#closeCard, school: (row) => this.#show({ school: row }) }, say) : nothing}
      </div>
      <svg class="legend" width=${width} height=${legend.height} viewBox=${`0 0 ${width} ${legend.height}`} role="group" aria-label=${mapControls.legend} direction="ltr">${drawLegend(legend, { ...frame, id: `${frame.id}-legend` })}</svg>
      <p id="map-keys" hidden>${points ? mapControls.keysPoints : mapControls.keysAreas}</p>`;
  }

  #drawList(document: AccessDocument, model: SchoolModel, { say, id }: Frame, columns: boolean): TemplateResult {
    const { acts, pages } = this.#browse;
    if (model.size === 0)
      return drawAreas(
        document,
        { text: this.#search.text, pages, page: columns ? page : shortPage, open: (row) => this.#openArea(document, row) },
        acts,
        say,
      );
    const fault = this.#scene?.document === document ? this.#scene.points.fault : undefined;
    return drawList(
      model,
      this.#browse.view(model),
      { ...acts, locate: this.#scene && ((row) => this.#locate(row)) },
      {
        id,
        say,
        page: columns ? page : shortPage,
        search: false,
        located: (row) => (fault ? fault[row] === 0 : document.schools!.latitude[row] !== "unknown"),
      },
    );
  }

  #drawZoom(scene: Scene, say: Say): TemplateResult {
    const { k } = this.#flight.view;
    return drawControls(this.#zoomActs(scene), { in: k >= nearest, out: k <= 1 }, say);
  }

  #drawBack(document: AccessDocument, { words }: Say): TemplateResult | typeof nothing {
    const to = this.#chosen?.document === document ? document : this.#opened?.overview;
    return to
      ? html`<button type="button" class="back" @click=${() => this.#back()}>${words.mapControls.back(to.scope.name)}</button>`
      : nothing;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const find = <E extends HTMLElement>(selector: string) => this.renderRoot.querySelector<E>(selector) ?? undefined;
    const surface = find(".surface");
    if (surface !== this.#surface) {
      this.#unfollow?.();
      this.#surface = surface;
      this.#unfollow = surface && this.#follow(surface);
    }
    const box = find(".colours");
    if (box && box !== this.#colours?.box) this.#colours = new Colours(box, () => this.#paint());
    if (this.#scene) this.#arrive(this.#scene);
    this.#paint();
    this.#drawOver();
    if (this.#focus && (this.#scene || this.#lines?.failed)) {
      const target = this.#focus.map((selector) => find(selector)).find((found) => found);
      this.#focus = undefined;
      target?.focus();
    }
  }

  #paint(paper = false): void {
    const canvas = this.renderRoot.querySelector("canvas");
    const scene = this.#scene;
    const say = this.say;
    if (!canvas || !scene?.clusters || !this.#colours || !say) return;
    const transform = scene.transform(this.#flight.view);
    const theme = paper ? lightTheme : this.#colours.read();
    const { width, height } = scene.size;
    const now = [canvas, scene.clusters, transform.k, transform.x, transform.y, theme, width, height, say, devicePixelRatio];
    if (now.every((value, at) => value === this.#painted[at])) return;
    this.#painted = now;
    const context = prepare(canvas, width, height);
    if (!context) return;
    const { points, placed, clusters } = scene;
    paint(context, {
      clusters,
      points,
      transform,
      width,
      height,
      radius: placed.radius,
      theme,
      say,
      font: getComputedStyle(canvas).fontFamily,
    });
  }

  #drawOver(): void {
    const over = this.renderRoot.querySelector<HTMLElement>(".over");
    const scene = this.#scene;
    const say = this.say;
    if (!over || !scene || !say) return;
    const chosen = this.#cursor === undefined ? undefined : scene.markOf(this.#cursor);
    const at = this.#hover ?? (this.#subject ? undefined : chosen);
    const label = at === undefined ? this.#hoverArea?.label : sayMark(scene, at, say);
    render(drawOver(scene, this.#flight.view, { hover: this.#hover, chosen, label }), over);
    const tip = over.querySelector<HTMLElement>(".tip");
    if (!tip) return;
    // By script, not by a style attribute: a strict page forbids the attribute only.
    const spot = at === undefined ? this.#hoverArea!.at : scene.spotOf(at, this.#flight.view);
    const [x, y] = tipPlace(spot, scene.size, { width: tip.offsetWidth, height: tip.offsetHeight });
    tip.style.transform = `translate(${x}px, ${y}px)`;
  }

  // What is in view.

  /** The map's lines; fetched when they are other than before. Nothing while they are on their way. */
  #linesFor(state: string | undefined): Lines {
    const key = `${this.geometry ?? ""} ${state ?? ""}`;
    if (this.#lines?.key !== key) {
      const lines: Lines = (this.#lines = { key, geometry: undefined, failed: false });
      void fetchGeometry(state, this.geometry ?? undefined).then((geometry) => {
        lines.geometry = geometry;
        lines.failed = geometry === undefined;
        if (this.#lines === lines) this.tablesChanged();
      });
    }
    return this.#lines;
  }

  #sceneFor(document: AccessDocument, width: number, { geometry }: Lines, area: string | undefined): Scene | undefined {
    const known = this.#scene;
    if (known && known.document !== document) this.#forget();
    if (!geometry) return (this.#scene = undefined);
    if (known?.document === document && known.geometry === geometry && known.area === area && known.size.width === width) return known;
    const same = known?.document === document && known.geometry === geometry ? known : undefined;
    const scene = new Scene(document, width, geometry, area, same?.points);
    if (same && same.area === area) this.#flight.set(sameOnPaper(this.#flight.view, same.size, scene.size));
    else this.#flight.set(home);
    return (this.#scene = scene);
  }

  /** Another document: nothing that was chosen in the last one holds. */
  #forget(): void {
    this.#subject = this.#cursor = this.#hover = this.#hoverArea = undefined;
    this.#search = noSearch;
    this.#notice = "";
    this.#flight.set(home);
  }

  /** Marks for the zoom at which the map came to rest; then a flight that waited for them. */
  #arrive(scene: Scene): void {
    if (!this.#flight.moving) scene.join(this.#flight.view);
    const row = this.#flyTo;
    if (row === undefined || !scene.clusters) return;
    this.#flyTo = undefined;
    const point = scene.points.pointOf[row]!;
    if (point < 0) return;
    this.#cursor = point;
    const [x, y] = scene.box([point]);
    this.#flight.to(centreOn([x, y], scene.alone(point, Math.max(4, this.#flight.view.k)), scene.size), scene.size);
  }

  // What a reader does.

  #openArea(document: AccessDocument, row: number): void {
    const { areas, schools } = document;
    const id = areas.id[row]!;
    this.#opening?.abort();
    this.#notice = "";
    this.#search = noSearch;
    const address = !this.document && this.src ? siblingOf(document, row, new URL(this.src, this.baseURI).href) : undefined;
    if (address) void this.#fetch(document, row, address);
    else if (schools) this.#within(document, id);
    else this.#show({ area: row });
  }

  async #fetch(overview: AccessDocument, row: number, address: string): Promise<void> {
    const say = this.say!;
    const name = overview.areas.name[row]!;
    const request = (this.#opening = new AbortController());
    this.#subject = undefined;
    this.#notice = this.#said = say.words.mapControls.loading(name);
    this.requestUpdate();
    const found = await openSibling(
      overview,
      address,
      (document, origin) => this.mayNotShow(document, origin) === undefined,
      request.signal,
    );
    if (request.signal.aborted || this.shown !== overview) return;
    this.#opening = undefined;
    this.#notice = found ? "" : say.words.mapControls.failed(name);
    this.#said = found ? say.words.mapControls.opened(name) : this.#notice;
    if (found) {
      this.#opened = { overview, row, document: found };
      this.#focus = ["canvas", ".back"];
    }
    this.tablesChanged();
  }

  /** One area of a document that has the schools of many. */
  #within(document: AccessDocument, id: string): void {
    const state = stateOfAreas(document);
    this.#subject = undefined;
    this.#browse.acts.ask({ areas: new Set([id]) });
    this.#said = document.areas.name[document.areas.id.indexOf(id)]!;
    if (state === undefined) {
      this.#chosen = { document, id };
      this.#focus = ["canvas", ".back"];
      return;
    }
    const outline = this.#scene?.placed.areas.find((area) => area.outline.id === id)?.outline;
    const scene = this.#scene;
    if (!outline || !scene) return;
    const { k, x, y } = scene.placed.transform;
    const [left, top, right, bottom] = outline.bounds;
    this.#flight.to(fitTo([k * left + x, k * top + y, k * right + x, k * bottom + y], scene.size), scene.size);
  }

  #back(): void {
    const scene = this.#scene;
    const area =
      this.#chosen && scene?.document === this.#chosen.document ? this.#chosen.id : this.#opened?.overview.areas.id[this.#opened.row];
    if (this.#chosen) {
      this.#browse.acts.ask({ areas: new Set() });
      this.#chosen = undefined;
    } else this.#opened = undefined;
    this.#subject = this.#cursor = undefined;
    this.#notice = "";
    if (area) this.#focus = [`[data-key="${CSS.escape(areaKey(area))}"]`];
    this.tablesChanged();
  }

  /** Opens a card on the map. */
  #show(subject: Subject): void {
    this.#subject = subject;
    if ("school" in subject) this.#cursor = this.#scene?.points.pointOf[subject.school];
    this.#focus = [".place"];
    this.requestUpdate();
  }

  readonly #closeCard = (): void => {
    this.#subject = undefined;
    this.#focus = this.#cursor === undefined ? [`.surface [tabindex="0"]`] : ["canvas"];
    this.requestUpdate();
  };

  /** A school of the list, on the map. */
  #locate(row: number): void {
    const scene = this.#scene;
    if (!scene) return;
    const { schools } = scene.document;
    if (!scene.placed.clusters) this.#within(scene.document, schools!.area.values[schools!.area.index[row]!]!);
    this.#flyTo = row;
    this.#show({ school: row });
  }

  #pickMark(mark: number): void {
    const scene = this.#scene!;
    const members = scene.members(mark);
    this.#cursor = members[0];
    if (members.length === 1) return this.#show({ school: scene.points.row[members[0]!]! });
    if (scene.together(members) || this.#flight.view.k >= nearest) return this.#show({ group: members });
    this.#subject = undefined;
    this.#flight.to(fitTo(scene.box(members), scene.size), scene.size);
  }

  #zoomActs(scene: Scene) {
    const middle: Spot = [scene.size.width / 2, scene.size.height / 2];
    const by = (factor: number) => this.#flight.to(zoomAt(this.#flight.view, factor, middle, scene.size), scene.size);
    return { in: () => by(zoomStep), out: () => by(1 / zoomStep), whole: () => this.#flight.to(home, scene.size) };
  }

  #searchActs(model: SchoolModel) {
    const put = (view: SearchView) => {
      this.#search = view;
      if (model.size > 0 && view.text !== this.#browse.query.text) this.#browse.acts.ask({ text: view.text });
      this.requestUpdate();
    };
    return {
      type: (text: string) => put({ text, found: suggest(model, text), at: -1, open: true }),
      move: (at: number) => put({ ...this.#search, at, open: true }),
      close: () => put(this.#search.open ? { ...this.#search, open: false } : noSearch),
      choose: (found: Found) => {
        put(noSearch);
        if (found.kind === "area") this.#openArea(model.document, found.row);
        else if (this.#scene) this.#locate(found.row);
        else this.#browse.acts.toggle(found.row);
      },
    };
  }

  #follow(surface: HTMLElement): () => void {
    const size = () => this.#scene!.size;
    return follow(surface, {
      pan: (dx, dy) => this.#flight.set(panBy(this.#flight.view, dx, dy, size())),
      zoom: (factor, at) => this.#flight.set(zoomAt(this.#flight.view, factor, at, size())),
      hover: (at, target) => this.#point(at, target),
      pick: (at) => {
        const mark = this.#scene?.markAt(at, this.#flight.view);
        if (mark === undefined) return false;
        this.#pickMark(mark);
        return true;
      },
      refused: () => {
        const hint = this.renderRoot.querySelector<HTMLElement>(".wheel");
        if (!hint) return;
        hint.hidden = false;
        clearTimeout(this.#hint);
        this.#hint = setTimeout(() => (hint.hidden = true), 1500);
      },
      held: (held) => {
        this.#held = held;
        this.requestUpdate();
      },
    });
  }

  #point(at: Spot | undefined, target: Element | undefined): void {
    const scene = this.#scene;
    const hover = at && scene?.markAt(at, this.#flight.view);
    const label = at && hover === undefined ? target?.closest("[data-key]")?.getAttribute("aria-label") : undefined;
    if (hover === this.#hover && !label && !this.#hoverArea) return;
    this.#hover = hover;
    this.#hoverArea = at && label ? { label, at } : undefined;
    this.#surface?.classList.toggle("on-mark", hover !== undefined);
    this.#drawOver();
  }

  readonly #key = (event: KeyboardEvent): void => {
    const scene = this.#scene;
    if (!scene || event.altKey || event.ctrlKey || event.metaKey) return;
    if (
      !this.#zoomKey(event.key, scene) &&
      !(event.target instanceof HTMLCanvasElement ? this.#pointKey(event.key, scene) : this.#areaKey(event, scene))
    )
      return;
    event.preventDefault();
    event.stopPropagation();
  };

  #zoomKey(key: string, scene: Scene): boolean {
    const act = { "+": "in", "=": "in", "-": "out", "0": "whole" }[key] as "in" | "out" | "whole" | undefined;
    if (act) this.#zoomActs(scene)[act]();
    else if (key !== "Escape") return false;
    else if (this.#subject) this.#closeCard();
    else if (this.#flight.view.k > 1) this.#flight.to(home, scene.size);
    else if (this.#opened || this.#chosen) this.#back();
    else return false;
    return true;
  }

  /** From mark to mark: schools and discs that are in view first. */
  #pointKey(key: string, scene: Scene): boolean {
    const { clusters } = scene;
    if (!clusters || clusters.count === 0) return false;
    const at = this.#cursor === undefined ? undefined : scene.markOf(this.#cursor);
    if (key === "Enter" || key === " ") {
      if (at !== undefined) this.#pickMark(at);
      return true;
    }
    const all = Array.from({ length: clusters.count }, (_, mark) => mark);
    const direction = arrows[key];
    const step = key === "PageDown" ? 1 : key === "PageUp" ? -1 : 0;
    if (!direction && step === 0) return false;
    const next = step !== 0 ? onwards(all, at, step) : at === undefined ? this.#nearMiddle(scene) : towards(clusters, at, direction!, all);
    if (next === undefined) return true;
    this.#cursor = clusters.first[next];
    this.#subject = undefined;
    this.#said = sayMark(scene, next, this.say!);
    const [x, y] = scene.spotOf(next, this.#flight.view);
    const { width, height } = scene.size;
    if (x < 16 || y < 16 || x > width - 16 || y > height - 16)
      this.#flight.to(centreOn(toPicture(this.#flight.view, [x, y]), this.#flight.view.k, scene.size), scene.size);
    this.requestUpdate();
    return true;
  }

  #nearMiddle(scene: Scene): number | undefined {
    const { width, height } = scene.size;
    let best: number | undefined;
    let least = Infinity;
    for (let mark = 0; mark < scene.clusters!.count; mark++) {
      const [x, y] = scene.spotOf(mark, this.#flight.view);
      const far = Math.hypot(x - width / 2, y - height / 2);
      if (far < least) [best, least] = [mark, far];
    }
    return best;
  }

  /** From area to area. Enter is the base class's. */
  #areaKey({ key, target }: KeyboardEvent, scene: Scene): boolean {
    const direction = arrows[key];
    const step = key === "PageDown" ? 1 : key === "PageUp" ? -1 : 0;
    const mark = target instanceof Element ? target.closest("[data-key]") : null;
    if (!mark || (!direction && step === 0)) return false;
    const { keys, places, inOrder } = scene.areas(this.#flight.view);
    const at = keys.indexOf(mark.getAttribute("data-key") ?? "");
    const next = step !== 0 ? onwards(inOrder, at, step) : towards(places, at, direction!, inOrder);
    if (next === undefined) return true;
    const to = this.renderRoot.querySelector<SVGElement>(`[data-key="${CSS.escape(keys[next]!)}"]`);
    to?.focus();
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-school-access-map": SchoolAccessMap;
  }
}
