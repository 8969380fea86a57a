import type { Cell, Sum } from "@vitrine/disclosure";

/** Deterministic numbers in [0, 1) from a seed: tests must be repeatable. */
export function random(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

/** An invented two-way table with margins: mostly ample cells, some small. */
export function twoWay(rows: number, columns: number, small: number, next: () => number): { cells: Cell[]; sums: Sum[] } {
  const at = (row: number, column: number) => row * (columns + 1) + column;
  const cells: Cell[] = Array.from({ length: (rows + 1) * (columns + 1) }, () => ({ value: 0 }));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = next() < small ? 1 + Math.floor(next() * 9) : 10 + Math.floor(next() * next() * 300);
      for (const cell of [at(row, column), at(row, columns), at(rows, column), at(rows, columns)]) cells[cell]!.value += value;
    }
  const sums: Sum[] = [];
  for (let row = 0; row <= rows; row++)
    sums.push({ total: at(row, columns), parts: Array.from({ length: columns }, (_, column) => at(row, column)) });
  for (let column = 0; column <= columns; column++)
    sums.push({ total: at(rows, column), parts: Array.from({ length: rows }, (_, row) => at(row, column)) });
  return { cells, sums };
}

/** An invented three-way table with all its margins: its cheapest moves are not always whole numbers. */
export function threeWay(rows: number, columns: number, layers: number, small: number, next: () => number): { cells: Cell[]; sums: Sum[] } {
  const at = (row: number, column: number, layer: number) => (row * (columns + 1) + column) * (layers + 1) + layer;
  const upTo = (count: number) => Array.from({ length: count }, (_, step) => step);
  const cells: Cell[] = [];
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++)
      for (let layer = 0; layer <= layers; layer++)
        cells.push({ value: 0, cost: 1 + [row === rows, column === columns, layer === layers].filter(Boolean).length });
  for (const row of upTo(rows))
    for (const column of upTo(columns))
      for (const layer of upTo(layers)) {
        const value = next() < small ? Math.floor(next() * 10) : 10 + Math.floor(next() * next() * 300);
        for (const r of [row, rows]) for (const c of [column, columns]) for (const l of [layer, layers]) cells[at(r, c, l)]!.value += value;
      }
  const sums: Sum[] = [];
  for (const row of upTo(rows + 1))
    for (const column of upTo(columns + 1))
      sums.push({ total: at(row, column, layers), parts: upTo(layers).map((layer) => at(row, column, layer)) });
  for (const row of upTo(rows + 1))
    for (const layer of upTo(layers + 1))
      sums.push({ total: at(row, columns, layer), parts: upTo(columns).map((column) => at(row, column, layer)) });
  for (const column of upTo(columns + 1))
    for (const layer of upTo(layers + 1))
      sums.push({ total: at(rows, column, layer), parts: upTo(rows).map((row) => at(row, column, layer)) });
  return { cells, sums };
}
