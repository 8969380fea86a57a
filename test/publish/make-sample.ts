/**
 * Makes the raw rows of the sample project: every school, district and teacher is invented. Only the outlines of states and counties
 * are real, so that the map has something to draw on. Run `npx tsx test/publish/make-sample.ts` to write packages/publish/sample again.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { geoBounds, geoCentroid, geoContains } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { dice, table } from "./dice.ts";
import { rosterRows } from "./make-roster.ts";

const first =
  "Alder,Amber,Ash,Birch,Bluestem,Cedar,Clover,Copper,Cottonwood,Elm,Fern,Flint,Harvest,Hazel,Heron,Juniper,Lark,Linden,Maple,Meadow,Mill,Oak,Osage,Pheasant,Prairie,Quarry,Redbud,Rye,Sage,Spruce,Stone,Sumac,Thistle,Timber,Walnut,Wheat,Willow,Windmill".split(
    ",",
  );
const second =
  "Bend,Bluff,Bridge,Brook,Creek,Crossing,Field,Ford,Fork,Glen,Grove,Hill,Hollow,Lake,Landing,Mesa,Plain,Point,Ridge,Run,Spring,Trail,Valley,View".split(
    ",",
  );

function counties(state: string) {
  const file = createRequire(import.meta.url).resolve("us-atlas/counties-10m.json");
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology<{ counties: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.counties).features.filter(({ id }) => String(id).startsWith(state));
}

function schools(): string {
  const { next, below, pick } = dice(20260930);
  const used = new Set<string>();
  const fresh = (ending: string): string => {
    const name = `${pick(first)} ${pick(second)}${ending}`;
    return used.has(name) ? fresh(ending) : (used.add(name), name);
  };
  const rows: (string | number)[][] = [
    "school_id,state,county_fips,county,district,school,city,level,computer_science,courses,students,latitude,longitude,said_on,said_by".split(
      ",",
    ),
  ];
  for (const { fips, postal, count, spread } of [
    { fips: "20", postal: "KS", count: 88, spread: 26 },
    { fips: "31", postal: "NE", count: 41, spread: 15 },
    { fips: "19", postal: "IA", count: 18, spread: 7 },
  ]) {
    const chosen = [...counties(fips)]
      .sort((a, b) => Number(a.id) - Number(b.id))
      .filter((_, at, all) => at % Math.floor(all.length / spread) === 0);
    const districts = new Map<unknown, string>();
    for (let school = 1; school <= count; school++) {
      const county = school <= chosen.length ? chosen[school - 1]! : pick(chosen);
      if (!districts.has(county.id)) districts.set(county.id, fresh(" School District (invented)"));
      const [[west, south], [east, north]] = geoBounds(county);
      let [lng, lat] = geoCentroid(county);
      for (let tries = 0; tries < 40; tries++) {
        const spot: [number, number] = [west + next() * (east - west), south + next() * (north - south)];
        if (geoContains(county, spot)) [lng, lat] = spot;
        if (geoContains(county, spot)) break;
      }
      const level = pick(["High", "High", "High", "Middle", "Middle", "Elementary", "K-12"]);
      const chance = next() + (level === "High" ? 0 : 0.14);
      const status =
        chance < 0.42
          ? "yes"
          : chance < 0.52
            ? "limited"
            : chance < 0.76
              ? "no"
              : chance < 0.83
                ? "yes, in an earlier year"
                : chance < 0.88
                  ? "no, in an earlier year"
                  : chance < 0.97
                    ? "no answer"
                    : "";
      const courses =
        status === "yes"
          ? pick(["CS Principles", "CS Discoveries", "CS Principles and AP CS A", "CS Discoveries and CS Principles"])
          : status === "limited"
            ? pick(["After-school club", "A unit within another course"])
            : "none named";
      const said =
        status === "no answer" || status === "" ? "not asked again" : `${2023 + below(3)}-${String(1 + below(9)).padStart(2, "0")}-15`;
      const name = `${fresh("")} ${level === "K-12" ? "School" : `${level} School`}`;
      rows.push([
        `${fips}-${String(school).padStart(4, "0")}`,
        postal,
        String(county.id),
        `${county.properties.name} County`,
        districts.get(county.id)!,
        name,
        name.split(" ").slice(0, 2).join(" "),
        level,
        status,
        courses,
        level === "Elementary" ? 90 + below(400) : 60 + below(1500),
        lat.toFixed(5),
        lng.toFixed(5),
        said,
        pick(["survey", "survey", "state"]),
      ]);
    }
  }
  const set = (row: number, column: string, value: string) => (rows[row]![rows[0]!.indexOf(column)] = value);
  // What goes wrong in practice, once or twice each.
  set(5, "latitude", "#REF!");
  set(5, "longitude", "#REF!");
  set(12, "latitude", "");
  set(12, "longitude", "");
  set(19, "latitude", `${rows[19]![11]}, ${rows[19]![12]}`);
  set(27, "longitude", String(rows[27]![11]));
  [rows[33]![11], rows[33]![12]] = [rows[33]![12]!, rows[33]![11]!];
  set(40, "longitude", String(rows[40]![12]).replace("-", ""));
  set(95, "latitude", "#N/A");
  for (const row of [47, 48, 49]) [rows[row]![11], rows[row]![12]] = [rows[46]![11]!, rows[46]![12]!];
  for (const row of [9, 60, 101]) set(row, "students", "-999");
  for (const row of [22, 77, 120]) set(row, "students", "6");
  set(30, "students", "0");
  set(52, "students", "about 300");
  set(64, "computer_science", "ask again");
  rows.splice(70, 0, rows[69]!);
  return table(rows).replace(/^20-0081,(.*),[^,]*,[^,]*\n/m, "20-0081,$1\n");
}

function teachers(): string {
  const { next, below } = dice(20250701);
  const rows: (string | number)[][] = ["teacher,course,school_year,district,workshop,implementation".split(",")];
  const districts = ["Alder Bend", "Copper Ridge", "Heron Lake", "Prairie Run", "Sage Hollow", "Willow Ford"];
  const weights = [0.34, 0.59, 0.78, 0.95, 0.98, 1];
  for (let teacher = 1; teacher <= 258; teacher++) {
    const chance = next();
    const district = districts[weights.findIndex((weight) => chance < weight)]!;
    const year = ["2023-24", "2024-25", "2025-26"][below(3)]!;
    const course = next() < 0.55 ? "CSD" : "CSP";
    const went = next();
    const workshop = went < 0.06 ? "withdrew before" : went < 0.13 ? "attended, later stopped teaching" : "attended";
    const how = next() - (year === "2023-24" ? 0.06 : 0);
    const implementation =
      workshop === "withdrew before" ? "" : how < 0.58 ? "met" : how < 0.77 ? "started" : how < 0.91 ? "not started" : "-999";
    rows.push([`T${String(teacher).padStart(4, "0")}`, course, year, `${district} (invented)`, workshop, implementation]);
  }
  rows.push(
    rows[17]!,
    ["T0260", "CSP", "2025-26"],
    ["", "CSD", "2025-26", "Alder Bend (invented)", "attended", "met"],
    ["T0261", "CSD", "2024-25", "Copper Ridge (invented)", "perhaps", "met"],
  );
  return table(rows);
}

const districts = ["Alder Bend", "Copper Ridge", "Heron Lake", "Prairie Run"].map((name) => `${name} (invented)`);

/** The summer workshops of 2026: rows of a roster, and where its faults are. */
export const sampleRoster = () => rosterRows({ seed: 20261030, people: 150, schools: 22, districts, each: 6 });

/** The sample's raw rows: file name -> text. */
export const sampleRows = (): Record<string, string> => ({ "schools.csv": schools(), "teachers.csv": teachers(), ...sampleRoster().files });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const [file, text] of Object.entries(sampleRows()))
    writeFileSync(new URL(`../../packages/publish/sample/${file}`, import.meta.url), text);
