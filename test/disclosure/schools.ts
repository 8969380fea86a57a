import { columnCount, type Grid } from "@vitrine/disclosure";
import { random } from "./tables.ts";

/** Shares of seven races in a place: two are large, the others are few nearly everywhere. */
const races = [0.42, 0.25, 0.16, 0.07, 0.05, 0.035, 0.015];
const genders = [0.62, 0.365, 0.015];

/**
 * Invented schools with computer-science students, by race and by gender one way, in districts, counties and states, and the same crossed by
 * state. One district in twelve has schools in two counties; states, districts and schools are of very different sizes, as they are in truth; a
 * third of the schools has no such student.
 */
export function inventSchools(places: number): { grid: Grid; counts: Int32Array; crossed: Int32Array } {
  const next = random(places);
  const stateCount = Math.max(2, Math.round(51 * Math.min(1, places / 20_000)));
  const weights = Array.from({ length: stateCount }, () => 0.15 + next() ** 3 * 4);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const district = new Int32Array(places);
  const county = new Int32Array(places);
  const state = new Int32Array(places);
  let [districts, counties, place] = [0, 0, 0];
  for (let s = 0; s < stateCount; s++) {
    const end = s === stateCount - 1 ? places : Math.min(places, place + Math.round((places * weights[s]!) / all));
    const here = Math.max(1, Math.round((end - place) / 32));
    const first = counties;
    while (place < end) {
      const size = Math.min(end - place, 1 + Math.floor(next() ** 4 * 60));
      const home = first + Math.floor(next() ** 1.5 * here);
      const other = next() < 1 / 12 ? first + ((home - first + 1) % here) : home;
      for (let school = 0; school < size; school++, place++) {
        state[place] = s;
        district[place] = districts;
        county[place] = next() < 0.3 ? other : home;
      }
      districts++;
    }
    counties += here;
  }
  const grid: Grid = {
    places,
    groupings: [
      { name: "district", count: districts, of: district },
      { name: "county", count: counties, of: county },
      { name: "state", count: stateCount, of: state },
    ],
    tables: [races.length, genders.length],
  };
  const columns = columnCount(grid);
  const counts = new Int32Array(places * columns);
  const crossed = new Int32Array(stateCount * races.length * genders.length);
  for (let at = 0; at < places; at++) {
    const students = next() < 0.33 ? 0 : Math.floor(Math.exp(2.2 + 2.6 * next() ** 1.3));
    // Who lives near a school differs from place to place.
    const tilt = races.map((share) => share * (0.2 + 2 * next() * next()));
    const sum = tilt.reduce((total, share) => total + share, 0);
    const pick = (shares: readonly number[], of: number) => {
      let point = next() * of;
      return Math.max(
        0,
        shares.findIndex((share) => (point -= share) < 0),
      );
    };
    const row = at * columns;
    for (let student = 0; student < students; student++) {
      const race = pick(tilt, sum);
      const gender = pick(genders, 1);
      counts[row]!++;
      counts[row + 1 + race]!++;
      counts[row + 1 + races.length + gender]!++;
      crossed[(state[at]! * races.length + race) * genders.length + gender]!++;
    }
  }
  return { grid, counts, crossed };
}
