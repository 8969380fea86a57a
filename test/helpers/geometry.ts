import { readFileSync } from "node:fs";
import type { AccessDocument } from "@vitrine/contract";
import { geometryFile, stateOfAreas, type MapGeometry, type NationGeometry, type StateGeometry } from "@vitrine/drawing";

const folder = new URL("../../packages/drawing/geometry/", import.meta.url);
const read = (state?: string): unknown => JSON.parse(readFileSync(new URL(geometryFile(state), folder), "utf8"));

export const nation = read() as NationGeometry;
export const countiesOf = (state: string): StateGeometry => read(state) as StateGeometry;

/** The outlines a host has at hand when it draws this document. */
export function geometryOf(document: AccessDocument): MapGeometry {
  const state = stateOfAreas(document);
  return { nation, states: state === undefined ? {} : { [state]: countiesOf(state) } };
}
