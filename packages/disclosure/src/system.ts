/** One addition a reader can write down: the cell `total` is the sum of the cells `parts`. Numbers are positions of cells. */
export interface Sum {
  total: number;
  parts: readonly number[];
}

/** A share a reader is told: `numerator` is from `from` to under `to` percent of `base`, or up to `to` where the end is `closed`. */
export interface ShareOf<C = number> {
  numerator: C;
  base: C;
  from: number;
  to: number;
  closed: boolean;
}

/**
 * What a publication says of its cells, and nothing else: for each cell the smallest and largest whole number it can be by its own
 * figure (equal for an exact one) and by public facts, and the sums that hold. Cells that are the same number are one cell.
 */
export interface Published {
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  /** Public upper bound of a cell (enrolment, roster size), infinite where nobody outside knows one. */
  known?: ArrayLike<number>;
  sums: readonly Sum[];
  shares?: readonly ShareOf[];
  /** Possible values a cell must keep where that is fewer than asked of all: 0 or 1 asks nothing. */
  wanted?: ArrayLike<number>;
  /** Cells that no figure tells and that follow from others, each with the threshold below which it is a small count all the same. */
  implied?: ReadonlyMap<number, number>;
}
