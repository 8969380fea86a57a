import type { AccessDocument } from "@vitrine/contract";
import { areaKey, type Frame, type Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import type { Browse } from "../school-list/browse.js";
import { fold } from "../school-list/fold.js";
import type { Query, SchoolModel } from "../school-list/model.js";
import { descend, openArea, type MayShow } from "./deeper.js";
import { Depth } from "./depth.js";
import { Flight } from "./flight.js";
import { home, type Size, type Spot, type View } from "./home.js";
import { walks, zoomOf, type Zoom } from "./keys.js";
import type { Nationwide } from "./nationwide.js";
import { point } from "./over.js";
import { drawPlace } from "./place-card.js";
import type { Scene } from "./scene.js";
import type { SchoolAccessMap } from "./school-access-map.js";
import { most, noSearch, type Found, type SearchView } from "./search.js";
import type { Subject } from "./stage.js";
import { drawFound, suggest } from "./suggest.js";
import { nextFrame } from "./tasks.js";
import { fitTo, resized, since, zoomAt } from "./view.js";
import { walkAreas } from "./walk.js";
import { flyTo, picked, walkTo, watch } from "./watch.js";
import { areaOf, boundsOf, markOf } from "./where.js";

const zoomStep = 1.6;
/** More schools than these are placed, and listed, a moment after the map's frame: putting names in order takes longer than painting schools. */
const longList = 2000;

/** What a map and what a reader does with it share. */
export interface Place {
  search: SearchView;
  /** A sentence for those who listen, and one for all. */
  said: string;
  notice: string;
  /** The first of these that is there gets the focus with the next picture. */
  focus: string[] | undefined;
}

/** The map that a guide leads on. */
interface GuideHost {
  map: SchoolAccessMap;
  place: Place;
  browse: Pick<Browse, "query" | "filtered" | "view" | "take" | "ask" | "toggle" | "forget" | "changed">;
  mayShow: MayShow;
  scene: () => Scene | undefined;
  /** The document in view. */
  document: () => AccessDocument | undefined;
  say: () => Say | undefined;
  tablesChanged: () => void;
  paint: () => void;
  join: (scene: Scene) => Promise<void>;
}

/** What a reader does on a map: points, walks, zooms, searches, opens areas and schools. */
export class Guide {
  readonly depth = new Depth();
  readonly flight = new Flight(
    () => this.#follows(),
    () => this.host.map.requestUpdate(),
  );
  /** What a card on the map tells of. */
  subject: Subject | undefined;
  /** The map is in a hand. */
  held = false;
  /** The search that is still to reach map and list. */
  typed: Promise<void> | undefined;
  /** Points: where the keyboard stands or what was chosen, and what lies under the pointer. */
  #cursor: number | undefined;
  #hover: number | undefined;
  #hoverArea: { label: string; at: Spot } | undefined;
  /** A school to fly to as soon as its map is there. */
  #flyTo: number | undefined;
  /** The names in files that are not open, from when a reader first searches an overview. */
  #nation: Nationwide | undefined;
  #searched: AccessDocument | undefined;
  /** The view that the land was last drawn for. */
  #drawnFor = home;

  constructor(private readonly host: GuideHost) {}

  /** The document's own address; nothing when it has none. */
  get #address(): string | undefined {
    const { document, src, baseURI } = this.host.map;
    return !document && src ? new URL(src, baseURI).href : undefined;
  }

  stop(): void {
    this.flight.stop();
    this.depth.stop();
    this.#nation?.stop();
    this.#nation = this.#searched = undefined;
  }

  /** Another document: nothing that was chosen in the last one holds. */
  forget(): void {
    this.subject = this.#cursor = this.#hover = this.#hoverArea = undefined;
  }

  /** Another map. @param before the size of a picture of the same */
  start(before: Size | undefined, size: Size): void {
    this.flight.start(before ? resized(this.flight.view, before, size) : home);
  }

  /** The area that stands out: the only one that is filtered by. */
  get emphasis(): string | undefined {
    const [only, second] = this.host.browse.query.areas;
    return only !== undefined && second === undefined ? areaKey(only) : undefined;
  }

  drawBack(document: AccessDocument, { words }: Say): TemplateResult | typeof nothing {
    const above = this.depth.above(document);
    return above
      ? html`<button type="button" class="back" @click=${() => this.back()}>${words.mapControls.back(above.scope.name)}</button>`
      : nothing;
  }

  drawCard(scene: Scene, model: SchoolModel, say: Say): TemplateResult | undefined {
    const acts = { close: () => this.#closeCard(), school: (row: number) => this.#show({ school: row }) };
    return this.subject && drawPlace(scene, model, this.subject, acts, say);
  }

  /** After every drawing. */
  drawn(): void {
    this.#drawnFor = this.flight.view;
    this.#move(this.#drawnFor);
    const scene = this.host.scene();
    if (scene) this.#arrive(scene);
  }

  /** The land as it was drawn for one view, moved to where it stands in another: while a map moves it is not drawn anew. */
  #move(to: View): void {
    const land = this.host.map.shadowRoot!.querySelector(".land");
    const { k, x, y } = since(this.#drawnFor, to);
    if (k === 1 && x === 0 && y === 0) land?.removeAttribute("transform");
    else land?.setAttribute("transform", `matrix(${k} 0 0 ${k} ${x} ${y})`);
  }

  /** A moving map: what is drawn moves along, and the marks are painted where they stand now. All else waits until it rests. */
  #follows(): void {
    this.#move(this.flight.view);
    this.host.paint();
    this.point();
  }

  point(): void {
    const scene = this.host.scene();
    const say = this.host.say();
    if (!scene || !say) return;
    const pointed = { hover: this.#hover, chosen: this.#cursor, named: !this.subject, area: this.#hoverArea };
    point(this.host.map.shadowRoot!, scene, this.flight.view, say, pointed);
  }

  /** A flight that waited for the map it goes over. */
  #arrive(scene: Scene): void {
    const row = this.#flyTo;
    if (row === undefined || !scene.clusters) return;
    this.#flyTo = undefined;
    const point = scene.points.pointOf[row]!;
    if (point < 0) return;
    this.#cursor = point;
    flyTo(scene, this.flight, point);
  }

  /** Chooses an area. */
  enter(document: AccessDocument, row: number): unknown {
    const { place } = this.host;
    place.notice = "";
    place.search = noSearch;
    this.subject = undefined;
    const next = descend(this.depth, document, row, this.#address);
    if (next === "none") return this.#show({ area: row });
    if (typeof next === "object") return this.#open(document, row, next.fetch);
    place.said = document.areas.name[row]!;
    if (next === "entered") place.focus = ["canvas", ".back"];
    return this.ask({ areas: new Set([document.areas.id[row]!]), text: "" });
  }

  async #open(overview: AccessDocument, row: number, address: string): Promise<void> {
    const { host, depth } = this;
    const { place, mayShow } = host;
    const words = host.say()!.words.mapControls;
    const name = overview.areas.name[row]!;
    place.notice = place.said = words.loading(name);
    host.map.requestUpdate();
    let open = await openArea(depth, mayShow, overview, row, address);
    if (open === "apart") {
      await host.map.refresh();
      const now = host.map.shown;
      const there = now?.areas.id.indexOf(overview.areas.id[row]!) ?? -1;
      // What was good stays when it cannot be fetched again; a newer file does not go with it.
      open = host.map.state === "drawn" && there >= 0 && (await openArea(depth, mayShow, now!, there, address, true));
    }
    if (open === undefined) return;
    place.notice = open ? "" : words.failed(name);
    place.said = open ? words.opened(name) : place.notice;
    if (open) place.focus = ["canvas", ".back"];
    host.tablesChanged();
  }

  back(): void {
    const { place, browse } = this.host;
    const left = this.depth.back();
    browse.forget();
    this.subject = this.#cursor = undefined;
    place.notice = "";
    if (left !== undefined) place.focus = [`[data-key="${CSS.escape(areaKey(left))}"]`];
    this.host.tablesChanged();
  }

  /** Filters; a single area is shown in full, and all areas as the whole map. */
  ask(change: Partial<Query>): void {
    const { browse, place } = this.host;
    browse.ask(change);
    const scene = this.host.scene();
    if (change.text !== undefined && change.text !== place.search.text) place.search = noSearch;
    if (!change.areas || !scene || scene.area !== undefined) return;
    const [only] = change.areas;
    if (only === undefined) {
      if (this.flight.view.k > 1) this.flight.to(home, scene.size);
      return;
    }
    const bounds = boundsOf(scene, only);
    if (bounds) this.flight.to(fitTo(bounds, scene.size), scene.size);
  }

  /** Opens a card on the map. */
  #show(subject: Subject): void {
    const { host } = this;
    this.subject = subject;
    if ("school" in subject) {
      const point = host.scene()?.points.pointOf[subject.school] ?? -1;
      this.#cursor = point < 0 ? undefined : point;
      const id = host.document()?.schools?.id[subject.school];
      if (id !== undefined) host.map.dispatchEvent(new CustomEvent("vitrine-school", { detail: { id }, bubbles: true, composed: true }));
    }
    host.place.focus = [".place"];
    host.map.requestUpdate();
  }

  #closeCard(): void {
    this.subject = undefined;
    this.host.place.focus = this.#cursor === undefined ? [`.surface [tabindex="0"]`] : ["canvas"];
    this.host.map.requestUpdate();
  }

  /** A school of the list or of the search, on the map. */
  locate(row: number): void {
    const scene = this.host.scene();
    if (!scene) return this.host.browse.toggle(row);
    if (!scene.placed.clusters) this.enter(scene.document, scene.document.areas.id.indexOf(areaOf(scene, row)));
    this.#flyTo = row;
    this.#show({ school: row });
  }

  #pickMark(scene: Scene, mark: number): void {
    const { point, opens, to } = picked(scene, this.flight.view, mark);
    this.#cursor = point;
    if (opens) return this.#show(opens);
    this.subject = undefined;
    this.flight.to(to, scene.size);
  }

  zoom(to: Zoom): void {
    const size = this.host.scene()?.size;
    if (!size) return;
    const middle = [size.width / 2, size.height / 2] as const;
    this.flight.to(to === "whole" ? home : zoomAt(this.flight.view, to === "in" ? zoomStep : 1 / zoomStep, middle, size), size);
  }

  #put(search: SearchView): void {
    this.host.place.search = search;
    this.host.map.requestUpdate();
  }

  #narrows(model: SchoolModel): boolean {
    const { browse, place } = this.host;
    return model.document === this.host.document() && model.size > 0 && place.search.text !== browse.query.text;
  }

  #narrow(model: SchoolModel): void {
    const { browse, place } = this.host;
    if (this.#narrows(model)) browse.ask({ text: place.search.text });
  }

  /** What is found comes first: map and list follow in tasks of their own, once for all that was typed until then. */
  async #narrowLater(model: SchoolModel): Promise<void> {
    const { host } = this;
    const { browse } = host;
    do {
      await nextFrame();
      const scene = host.scene();
      if (!this.#narrows(model) || !scene || model.size <= longList) this.#narrow(model);
      else {
        browse.take({ text: host.place.search.text });
        const { query, filtered } = browse;
        scene.filter(filtered ? browse.view(model).rows : undefined);
        await host.join(scene);
        if (query === browse.query) browse.changed(true);
      }
    } while (this.#narrows(model));
    this.typed = undefined;
  }

  /** A reader writes in the search field. */
  type(model: SchoolModel, text: string): void {
    if (model.size === 0) void this.#searchAll(model);
    this.#put({ text, found: this.#suggest(model, text), at: -1, open: true });
    this.typed ??= this.#narrowLater(model);
  }

  /** Keys in the search field. */
  searchKey(model: SchoolModel, event: KeyboardEvent): void {
    const { search } = this.host.place;
    const { at, found } = search;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const count = found.length;
    if (step !== 0 && count > 0)
      this.#put({ ...search, at: (((at + step) % count) + count + (at < 0 && step < 0 ? 1 : 0)) % count, open: true });
    else if (event.key === "Enter" && count > 0) this.#choose(model, found[Math.max(0, at)]!);
    else if (event.key === "Escape" && ((search.open && count > 0) || search.text !== "")) {
      this.#put(search.open ? { ...search, open: false } : noSearch);
      this.#narrow(model);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Rows of the areas that a list of them shows: those whose names have what is searched. */
  areas({ areas }: AccessDocument): number[] {
    const { found, text } = this.host.place.search;
    // What is found is a school of an area: no area's name has to match.
    const wanted = found[0]?.elsewhere ? "" : fold(text.trim());
    return [...areas.id.keys()].filter((row) => fold(areas.name[row]!).includes(wanted));
  }

  /** What is suggested now; nothing while that is closed. */
  drawFound(model: SchoolModel, { id, say }: Frame): { items: TemplateResult[]; said: string } | undefined {
    const { search } = this.host.place;
    if (!search.open || search.found.length === 0) return undefined;
    const items = drawFound(search, (found) => this.#choose(model, found), id);
    return { items, said: say.words.mapControls.suggestions(say.number(search.found.length)) };
  }

  /** A reader means one of the places that were found. */
  #choose(model: SchoolModel, { kind, row, elsewhere }: Found): void {
    this.#put(noSearch);
    this.#narrow(model);
    if (elsewhere) void this.#reach(model.document, elsewhere);
    else if (kind === "area") this.enter(model.document, row);
    else this.locate(row);
  }

  #suggest(model: SchoolModel, text: string): SearchView["found"] {
    const nation = this.#nation?.overview === model.document ? this.#nation : undefined;
    return suggest(model, text, nation?.find(text, most));
  }

  /** From the first letter on, the names in all files of an overview: those near the middle of the map first. */
  async #searchAll(model: SchoolModel): Promise<void> {
    const { host } = this;
    const { document } = model;
    const address = this.#address;
    if (!address || !document.areas.file || this.#searched === document) return;
    this.#searched = document;
    this.#nation?.stop();
    const { Nationwide } = await import("./nationwide.js");
    if (this.#searched !== document) return;
    const where = { scene: host.scene(), view: this.flight.view };
    this.#nation = new Nationwide(document, host.mayShow, address, where, host.say()!, () => {
      if (host.document() !== document) return;
      const { place } = host;
      place.notice = this.#nation!.notice;
      // Whoever walks through what was found is not disturbed.
      if (place.search.open && place.search.at < 0) place.search = { ...place.search, found: this.#suggest(model, place.search.text) };
      host.map.requestUpdate();
    });
  }

  /** Opens the file a school is in, flies to it and opens its card. */
  async #reach(overview: AccessDocument, { area, id }: { area: number; id: string }): Promise<void> {
    await this.enter(overview, area);
    await this.host.map.updateComplete;
    const row = this.host.document()?.schools?.id.indexOf(id) ?? -1;
    if (row < 0) return;
    this.#flyTo = row;
    this.#show({ school: row });
  }

  /** Lets a hand pan, zoom, point and pick. Returns the function that stops it. */
  follow(surface: HTMLElement): () => void {
    const { host } = this;
    return watch(surface, {
      flight: this.flight,
      scene: () => host.scene()!,
      hover: (point, area) => {
        if (point === this.#hover && !area && !this.#hoverArea) return;
        this.#hover = point;
        this.#hoverArea = area;
        this.point();
      },
      pick: (mark) => this.#pickMark(host.scene()!, mark),
      held: (held) => {
        this.held = held;
        host.map.requestUpdate();
      },
    });
  }

  /** Keys on the map; Enter on an area is the base class's. @param target where the key was pressed */
  key(event: KeyboardEvent, target: EventTarget | null): void {
    const scene = this.host.scene();
    if (!scene || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const zoom = zoomOf(key);
    if (zoom) this.zoom(zoom);
    else if (key === "Escape") {
      if (!this.#leave(scene)) return;
    } else if (target instanceof HTMLCanvasElement) {
      if (!this.#keyOnPoints(scene, key)) return;
    } else {
      const from = walks(key) && target instanceof Element && target.closest("[data-key]")?.getAttribute("data-key");
      if (!from) return;
      const to = walkAreas(scene, this.flight.view, from, key);
      if (to !== undefined) (this.host.map.shadowRoot!.querySelector(`[data-key="${CSS.escape(to)}"]`) as SVGElement | null)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Escape: closes the card, then shows the whole map, then goes one level up. */
  #leave(scene: Scene): boolean {
    if (this.subject) this.#closeCard();
    else if (this.flight.view.k > 1) this.flight.to(home, scene.size);
    else if (this.depth.above(scene.document)) this.back();
    else return false;
    return true;
  }

  #keyOnPoints(scene: Scene, key: string): boolean {
    const at = this.#cursor === undefined ? undefined : markOf(scene, this.#cursor);
    const enter = key === "Enter" || key === " ";
    if (enter && at !== undefined) this.#pickMark(scene, at);
    if (!enter && walks(key)) this.#walk(scene, at, key);
    return enter || walks(key);
  }

  #walk(scene: Scene, at: number | undefined, key: string): void {
    const next = walkTo(scene, this.flight, at, key, this.host.say()!);
    if (!next) return;
    this.#cursor = next.point;
    this.host.place.said = next.said;
    this.subject = undefined;
    this.host.map.requestUpdate();
  }
}
