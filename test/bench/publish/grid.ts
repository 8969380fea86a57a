// One size of the grid, in a process of its own so that its memory can be told: `tsx grid.ts 100000` prints one line of JSON.
import { auditCrossing, auditGrid, controlGrid } from "@vitrine/disclosure";
import { inventSchools } from "../../disclosure/schools.ts";

const policy = { threshold: 10, zeros: "withhold", interval: 5 } as const;
const state = 3;
const seconds = (from: number) => Math.round((performance.now() - from) / 100) / 10;

const places = Number(process.argv[2]);
const { grid, counts, crossed } = inventSchools(places);
const started = performance.now();
const made = await controlGrid(grid, counts, policy, new Set([state]), { level: state, counts: crossed });
const controlled = seconds(started);
const again = performance.now();
const found = await auditGrid(grid, made.figures, made.truth, policy.interval);
const states = await auditCrossing(grid, made.figures, state, made.crossing!, policy.interval);
const audited = seconds(again);

const { low, high } = made.figures;
let exact = 0;
let bands = 0;
low.forEach((level, at) => {
  if (at !== state)
    level.forEach((from, cell) => {
      if (from < high[at]![cell]!) bands++;
    });
  else
    level.forEach((from, cell) => {
      if (from === high[at]![cell]) exact++;
    });
});
const crossings = made.crossing!.low.length;
const shown = made.crossing!.low.reduce((sum, from, cell) => sum + (from === made.crossing!.high[cell] ? 1 : 0), 0);
const groups = grid.groupings.map(({ count }) => count);
console.log(
  JSON.stringify({
    places,
    groups,
    cells: found.cells,
    bands,
    exact,
    stateCells: low[state]!.length,
    coarsened: made.coarsened,
    rounds: made.rounds,
    unproved: made.narrow.length + found.narrow.length + states.narrow.length,
    consistent: found.consistent && states.consistent,
    crossings,
    shown,
    controlled,
    audited,
    cpu: Math.round(process.cpuUsage().user / 1e5) / 10,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
