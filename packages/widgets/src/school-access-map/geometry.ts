import { geometryFile, isNation, isState, type MapGeometry } from "@vitrine/drawing";

/** The folder of the geometry files: `geometry/` beside the module that draws the map. */
const beside = (module: string): string => new URL("geometry/", module).href;

const fetched = new Map<string, Promise<unknown>>();

/** One file is fetched once for all maps of a page. A failure is forgotten, so that the next look tries again. */
function file(address: string): Promise<unknown> {
  const known = fetched.get(address);
  if (known) return known;
  const answer = fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" }).then((response) => {
    if (!response.ok) throw new Error("no geometry at this address");
    return response.json() as Promise<unknown>;
  });
  fetched.set(address, answer);
  answer.catch(() => fetched.delete(address));
  return answer;
}

/**
 * The lines a map needs: the nation's states, or one state's counties.
 * @param state two-digit code; the nation without @param base address of the folder; without it, the folder beside this module
 * @returns nothing when the file cannot be had or is not geometry
 */
export async function fetchGeometry(state: string | undefined, base?: string | null): Promise<MapGeometry | undefined> {
  const folder = base ? new URL(base.replace(/\/?$/, "/"), document.baseURI).href : beside(import.meta.url);
  const shape = await file(new URL(geometryFile(state), folder).href).catch(() => undefined);
  if (state === undefined) return isNation(shape) ? { nation: shape } : undefined;
  return isState(shape) ? { states: { [state]: shape } } : undefined;
}

/** The lines of what is in view, and what paints its schools. */
export class Lines {
  geometry: MapGeometry | undefined;
  marks: typeof import("./marks.js") | undefined;
  failed = false;
  /** The first lines that were asked for have come, or cannot be had. */
  settled = false;
  #key: string | undefined;

  constructor(private readonly come: () => void) {}

  /** Asks for other lines when others are needed; until they come there are none. @param schools whether there are any to paint */
  want(state: string | undefined, base: string | null | undefined, schools: unknown): void {
    const key = `${base ?? ""} ${state ?? ""} ${schools ? 1 : ""}`;
    if (this.#key === key) return;
    this.#key = key;
    this.geometry = undefined;
    this.failed = false;
    const marks = schools ? import("./marks.js").catch(() => undefined) : undefined;
    void Promise.all([fetchGeometry(state, base), marks]).then(([lines, come]) => {
      if (this.#key !== key) return;
      this.marks ??= come;
      const geometry = schools && !come ? undefined : lines;
      this.geometry = geometry;
      this.failed = geometry === undefined;
      this.settled = true;
      this.come();
    });
  }
}
