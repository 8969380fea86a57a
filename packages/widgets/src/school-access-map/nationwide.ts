import type { AccessDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { fold } from "../school-list/fold.js";
import { SchoolModel } from "../school-list/model.js";
import { queriesOf } from "../school-list/queries.js";
import type { Scene } from "./scene.js";
import { readArea, type MayShow } from "./deeper.js";
import type { Found } from "./search.js";
import { nextTask } from "./tasks.js";
import type { View } from "./view.js";
import { boundsOf } from "./where.js";

/**
 * The schools of every area whose file an overview names, for its search. Nothing is fetched before a reader searches; then one file after
 * another, the nearest to where the reader looks first, and what has come is found at once.
 */
export class Nationwide {
  readonly #models: { area: number; model: SchoolModel }[] = [];
  readonly #stop = new AbortController();
  /** Files that have come or cannot be had, of all there are. */
  looked = 0;

  readonly #rows: readonly number[];

  /**
   * @param address of the overview @param scene and view: where the reader looks @param changed another file has come
   */
  constructor(
    readonly overview: AccessDocument,
    private readonly mayShow: MayShow,
    private readonly address: string,
    { scene, view }: { scene: Scene | undefined; view: View },
    private readonly say: Say,
    private readonly changed: () => void,
  ) {
    const { file, id } = overview.areas;
    const filed = id.flatMap((_, row) => (file && file[row] !== "not-applicable" ? [row] : []));
    this.#rows = nearestFirst(filed, overview, scene, view);
    void this.#fetch();
  }

  /** How far the search has come, while files are on their way. */
  get notice(): string {
    const { say } = this;
    const all = this.#rows.length;
    return this.looked < all ? say.words.mapControls.searching(say.number(this.looked), say.number(all)) : "";
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Names that begin with the text before those that have its words; by name. */
  find(text: string, most: number): Found[] {
    const wanted = fold(text.trim());
    const found = this.#models.flatMap(({ area, model }) => {
      const [first, next] = model.compare();
      return queriesOf(model)
        .find(text, most)
        .map((row) => {
          const name = model.schools!.name[row]!;
          return { area, model, row, name, later: fold(name).startsWith(wanted) ? 0 : 1, first: first![row]!, next: next![row]! };
        });
    });
    return found
      .sort(
        (a, b) =>
          a.later - b.later || a.first - b.first || a.next - b.next || (a.name === b.name ? 0 : a.model.collator.compare(a.name, b.name)),
      )
      .slice(0, most)
      .map(({ area, model, row, name }): Found => {
        const detail = [model.cityOf(row) ?? model.districtOf(row), model.areaNameOf(row), this.overview.areas.name[area]]
          .filter(Boolean)
          .join(", ");
        return { kind: "school", row, name, detail, elsewhere: { area, id: model.schools!.id[row]! } };
      });
  }

  async #fetch(): Promise<void> {
    for (const area of this.#rows) {
      const document = await readArea(this.mayShow, this.overview, area, this.address, this.#stop.signal);
      if (this.#stop.signal.aborted) return;
      // In tasks of their own, so that a reader who types waits for none.
      await nextTask();
      if (typeof document === "object" && document.schools) {
        const model = new SchoolModel(document, this.say.locale);
        const queries = queriesOf(model);
        for (const work of [() => model.compare(), () => model.collate(), () => model.order(), () => queries.find("-", 1)]) {
          work();
          await nextTask();
        }
        if (this.#stop.signal.aborted) return;
        this.#models.push({ area, model });
      }
      this.looked++;
      this.changed();
    }
  }
}

/** These areas in the order of their distance from the middle of the map; those it does not show last. */
function nearestFirst(rows: readonly number[], { areas }: AccessDocument, scene: Scene | undefined, { k, x, y }: View): number[] {
  const away = new Map(
    rows.map((row) => {
      const bounds = scene && boundsOf(scene, areas.id[row]!);
      if (!scene || !bounds) return [row, Number.MAX_VALUE];
      const [left, top, right, bottom] = bounds;
      return [row, Math.hypot((k * (left + right) - scene.size.width) / 2 + x, (k * (top + bottom) - scene.size.height) / 2 + y)];
    }),
  );
  return [...rows].sort((a, b) => away.get(a)! - away.get(b)! || a - b);
}
