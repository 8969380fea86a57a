import type { Cell, Sum } from "@vitrine/disclosure";
import { random } from "./tables.ts";

/**
 * An invented publication: schools in districts in one state, and a partner's regions that cut the districts; students by a first
 * category at every level, and by a second category at the state, crossed with the first. All totals are cells of their own; tables
 * share them.
 */
export function publication(seed: number): { cells: Cell[]; sums: Sum[] } {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  const cell = (value: number, cost = 1) => cells.push({ value, cost }) - 1;
  const total = (parts: number[], cost: number) => {
    const at = cell(
      parts.reduce((sum, part) => sum + cells[part]!.value, 0),
      cost,
    );
    sums.push({ total: at, parts });
    return at;
  };
  const schools = 2 + below(5);
  const categories = 2 + below(2);
  const small = 0.1 + next() * 0.5;
  const value = () => (next() < small ? below(10) : 10 + below(60));
  const grid = Array.from({ length: schools }, () => Array.from({ length: categories }, () => cell(value())));
  const schoolTotals = grid.map((row) => total(row, 1.5));
  const groups = (count: number) => Array.from({ length: schools }, (_, school) => (school < count ? school : below(count)));
  const level = (of: number[], count: number) => {
    const members = Array.from({ length: count }, (_, group) => of.flatMap((g, school) => (g === group ? [school] : [])));
    const rows = members.map((inside) =>
      Array.from({ length: categories }, (_, category) =>
        inside.length === 1
          ? grid[inside[0]!]![category]!
          : total(
              inside.map((school) => grid[school]![category]!),
              2,
            ),
      ),
    );
    const totals = members.map((inside, group) => {
      if (inside.length === 1) return schoolTotals[inside[0]!]!;
      const at = total(rows[group]!, 2.5);
      sums.push({ total: at, parts: inside.map((school) => schoolTotals[school]!) });
      return at;
    });
    return { rows, totals };
  };
  const districts = level(groups(2), 2);
  const regions = level(groups(2), 2);
  const state = Array.from({ length: categories }, (_, category) =>
    total(
      districts.rows.map((row) => row[category]!),
      3,
    ),
  );
  const whole = total(state, 4);
  sums.push({ total: whole, parts: districts.totals }, { total: whole, parts: regions.totals });
  state.forEach((at, category) => sums.push({ total: at, parts: regions.rows.map((row) => row[category]!) }));
  // The second category, crossed with the first at the state: the crossing shares the state's cells.
  const crossing = state.map((at) => {
    const first = Math.floor(cells[at]!.value * next());
    const parts = [cell(first), cell(cells[at]!.value - first)];
    sums.push({ total: at, parts });
    return parts;
  });
  const second = [0, 1].map((side) =>
    total(
      crossing.map((parts) => parts[side]!),
      3,
    ),
  );
  sums.push({ total: whole, parts: second });
  return { cells, sums };
}
