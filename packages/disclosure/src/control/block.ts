import type { Sum } from "../system.js";

/** Cells that can have anything to do with each other, and the sums that tie them. */
export interface Part {
  cells: number[];
  sums: Sum[];
}

/** Splits a system where nothing that may change ties it together: what is hidden in one part cannot protect or tell anything in another. */
export function partsOf(count: number, sums: readonly Sum[], changes: (cell: number) => boolean): Part[] {
  const parent = Int32Array.from({ length: count }, (_, cell) => cell);
  const root = (cell: number): number => {
    let at = cell;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const tied = sums.map(({ total, parts }) => [total, ...parts].filter(changes));
  for (const cells of tied) for (const cell of cells) parent[root(cell)] = root(cells[0]!);
  const found = new Map<number, Part>();
  for (let cell = 0; cell < count; cell++) {
    if (!changes(cell)) continue;
    const part = found.get(root(cell));
    if (part) part.cells.push(cell);
    else found.set(root(cell), { cells: [cell], sums: [] });
  }
  sums.forEach((sum, at) => {
    const first = tied[at]![0];
    if (first !== undefined) found.get(root(first))!.sums.push(sum);
  });
  return [...found.values()];
}
