import { columnCount, groupCount, membersOf, type Grid, type GridCell, type GridFigures } from "../grid.js";
import { Exchange } from "./moves.js";
import { solver } from "./program.js";

export interface GridAudit {
  cells: number;
  open: number;
  /** Fewest values seen of an open cell. The search stops at the demand. */
  narrowest: number;
  /** Cells that are not proved to keep enough values. */
  narrow: (GridCell & { values: number })[];
  /** False when the table given as a start does not agree with the figures. */
  consistent: boolean;
}

/** Partners looked at, search after search: what a short one leaves, a longer one from another table often finds. */
const searches = [6, 16, 32];
const fewEnough = 300;
/** How many times as many places the last programs look at. */
const widest = 4;

/**
 * Attacks a grid of bands: every open cell must be shown to keep `values` possible values by two complete tables that agree with
 * everything published.
 */
export class GridAttack {
  private readonly exchange: Exchange;
  private readonly columns: number;
  private readonly members: ((group: number) => Int32Array)[];
  readonly consistent: boolean;

  /**
   * @param figures may be made wider between two looks, never narrower
   * @param witness one table that agrees, level by level: it is checked, never trusted
   */
  constructor(
    private readonly grid: Grid,
    private readonly figures: GridFigures,
    witness: readonly Int32Array[],
    private readonly values: number,
  ) {
    const table = witness.map((level) => level.slice());
    this.exchange = new Exchange(grid, figures, table);
    this.consistent = this.exchange.agrees();
    this.columns = columnCount(grid);
    this.members = grid.groupings.map(membersOf);
    // First the places find room in their bands, then districts and counties do.
    if (this.consistent) for (let pass = 0; pass < 4; pass++) this.exchange.relax();
  }

  /**
   * @param only looks at these cells alone: after figures were made wider, those that were too narrow
   * @param programs cells that are left after the search and worth a program each: none if there are more
   */
  async look(only?: readonly GridCell[], programs = fewEnough): Promise<GridAudit> {
    const { grid, figures, columns, exchange, consistent, members } = this;
    const enough = this.values - 1;
    const cells = only?.length ?? figures.low.reduce((sum, level) => sum + level.length, 0);
    const open = only ? only.filter((cell) => isOpen(figures, columns, cell)) : openCells(grid, figures, columns);
    const spread = ({ level, group, column }: GridCell) => exchange.spread(level, group * columns + column);
    let left: readonly GridCell[] = open;
    for (const steps of consistent ? searches : []) {
      if (steps !== searches[0]) exchange.relax();
      for (const { level, group, column } of left)
        exchange.seek(level, group, column, level === 0 ? [group] : members[level - 1]!(group), enough, steps);
      left = left.filter((cell) => spread(cell) < enough);
      if (left.length === 0) break;
    }
    // Programs over ever more places, each time from another table.
    for (let wide = 1; consistent && wide <= widest && left.length > 0 && left.length <= programs / wide ** 2; wide++) {
      const highs = await solver();
      if (wide > 1) exchange.relax();
      for (const cell of left)
        exchange.program(highs, cell, cell.level === 0 ? [cell.group] : members[cell.level - 1]!(cell.group), enough, wide);
      left = left.filter((cell) => spread(cell) < enough);
    }
    const narrow = left.map((cell) => ({ ...cell, values: consistent ? spread(cell) + 1 : 1 }));
    const narrowest = narrow.reduce((least, cell) => Math.min(least, cell.values), open.length > 0 ? this.values : Infinity);
    return { cells, open: open.length, narrowest, narrow, consistent };
  }
}

/** Attacks a finished grid once: see {@link GridAttack}. */
export const auditGrid = (grid: Grid, figures: GridFigures, witness: readonly Int32Array[], values: number): Promise<GridAudit> =>
  new GridAttack(grid, figures, witness, values).look();

const isOpen = ({ low, high }: GridFigures, columns: number, { level, group, column }: GridCell) =>
  low[level]![group * columns + column]! < high[level]![group * columns + column]!;

function openCells(grid: Grid, figures: GridFigures, columns: number): GridCell[] {
  const found: GridCell[] = [];
  for (let level = 0; level < figures.low.length; level++)
    for (let group = 0; group < groupCount(grid, level); group++)
      for (let column = 0; column < columns; column++) {
        const cell = { level, group, column };
        if (isOpen(figures, columns, cell)) found.push(cell);
      }
  return found;
}
