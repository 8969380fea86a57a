import type { ShareOf, Sum } from "../system.js";

/** Open cells that hang together, and the sums and shares that tie them. A forest has sums alone, and no way round from a cell to itself. */
export interface Block {
  cells: number[];
  sums: number[];
  shares: number[];
  forest: boolean;
}

/** Splits the open cells into blocks that have no open sum or share in common: nothing in one can tell anything of another. */
export function blocks(open: (cell: number) => boolean, cellCount: number, sums: readonly Sum[], shares: readonly ShareOf[] = []): Block[] {
  const parent = Int32Array.from({ length: cellCount }, (_, cell) => cell);
  const root = (cell: number): number => {
    let at = cell;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const openOf = (sum: Sum) => [sum.total, ...sum.parts].filter(open);
  const edges = new Int32Array(sums.length);
  sums.forEach((sum, at) => {
    const cells = openOf(sum);
    edges[at] = cells.length;
    for (const cell of cells) parent[root(cell)] = root(cells[0]!);
  });
  const ties = shares.flatMap(({ numerator, base }, at) => (open(numerator) && open(base) ? [at] : []));
  for (const at of ties) parent[root(shares[at]!.numerator)] = root(shares[at]!.base);
  const found = new Map<number, Block & { edges: number }>();
  for (let cell = 0; cell < cellCount; cell++) {
    if (!open(cell)) continue;
    const at = root(cell);
    let block = found.get(at);
    if (!block) found.set(at, (block = { cells: [], sums: [], shares: [], forest: false, edges: 0 }));
    block.cells.push(cell);
  }
  sums.forEach((sum, at) => {
    const first = openOf(sum)[0];
    if (first === undefined) return;
    const block = found.get(root(first))!;
    block.sums.push(at);
    block.edges += edges[at]!;
  });
  for (const at of ties) found.get(root(shares[at]!.base))!.shares.push(at);
  return [...found.values()].map(({ edges: joins, ...block }) => ({
    ...block,
    forest: block.shares.length === 0 && joins === block.cells.length + block.sums.length - 1,
  }));
}
