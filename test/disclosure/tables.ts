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
