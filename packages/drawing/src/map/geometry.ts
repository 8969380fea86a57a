/** Left, top, right, bottom on the plane. */
export type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** One area as it stands on the plane of `plane`: ready to draw, nothing to compute. */
export interface Outline {
  /** FIPS code: two digits for a state, five for a county. */
  id: string;
  name: string;
  path: string;
  bounds: Bounds;
  /** The best place for a label: x, y, and the radius around it that stays inside (upright; twice as much sideways). */
  label: readonly [x: number, y: number, room: number];
}

/** `geometry/us.json`: the states, and the borders between them, each drawn once. */
export interface NationGeometry {
  geometry: "nation/1";
  states: (Outline & { short: string })[];
  borders: string;
}

/** `geometry/us-12.json`: one state's counties, finer than the nation's file, on the same plane. */
export interface StateGeometry extends Outline {
  geometry: "state/1";
  counties: Outline[];
  borders: string;
}

/** The geometry at hand. What is missing is not drawn; nothing breaks. */
export interface MapGeometry {
  nation?: NationGeometry | undefined;
  /** By two-digit FIPS code. */
  states?: Readonly<Record<string, StateGeometry | undefined>> | undefined;
}

const named = (value: unknown, name: string) =>
  typeof value === "object" && value !== null && (value as { geometry?: unknown }).geometry === name;
/** Is this parsed file one of ours? A page may be told a wrong address and get something else. */
export const isNation = (value: unknown): value is NationGeometry => named(value, "nation/1");
export const isState = (value: unknown): value is StateGeometry => named(value, "state/1");

/** Names of the geometry files, beside each other in one folder. */
export const geometryFile = (state?: string): string => (state === undefined ? "us.json" : `us-${state}.json`);

/** The two-digit code of the state that an area's or school's code begins with (FIPS, NCES), or nothing for other codes. */
export const stateOf = (id: string): string | undefined => (/^\d{2}(\d{3}|\d{5}|\d{10})?$/.test(id) ? id.slice(0, 2) : undefined);
