import * as z from "zod/mini";
import { unpackDegrees, unpackIds } from "./access-packed.js";
import { ascends, copyColumn } from "./columns-copy.js";
import { coded, codes, column, columnFaults, fits, positions, texts, wholes, words } from "./columns.js";
import { envelope } from "./envelope.js";
import { count, isAbsence, type Absence, type Count } from "./figure.js";
import type { Facts, Kind } from "./kind.js";
import { word } from "./leaf.js";
import { codePattern } from "./text.js";

/** What is known of computer science at a school. The order is the order of legends, tables and columns. */
export const accessStatuses = [
  "offers",
  "limited",
  "does-not-offer",
  "offered-before",
  "did-not-offer-before",
  "not-reported",
  "unknown",
  "withheld",
  "not-covered",
] as const;
export type AccessStatus = (typeof accessStatuses)[number];

export const schoolLevels = ["elementary", "middle", "high", "other", "unknown"] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

/** Whether people at a school already do computer science of their own accord, whatever the school offers. Told of a school, never of a teacher. */
export const schoolActivities = ["active", "none", "not-reported", "unknown", "withheld", "not-covered"] as const;
export type SchoolActivity = (typeof schoolActivities)[number];

/** Numbers of schools by status. A status left out has no school. */
const tally = z.strictObject(
  Object.fromEntries(accessStatuses.map((status) => [status, z.optional(wholes())])) as Record<
    AccessStatus,
    z.ZodMiniOptional<ReturnType<typeof wholes>>
  >,
);
export type AccessTally = Partial<Record<AccessStatus, number[]>>;

/** Values of a coded column: few of them stand for many rows. */
const few = { max: 20_000 };

/** Areas as columns: row i of every column speaks of the same area. */
const areas = z.strictObject({
  level: word("state", "county", "district"),
  id: codes(codePattern, 60, { min: 1, max: 20_000 }),
  name: texts(120),
  coverage: coded(words(["covered", "partly-covered", "not-covered"])),
  schools: wholes(),
  by: tally,
  file: z.optional(codes(/^[a-z0-9][a-z0-9._-]*\.json$|^not-applicable$/, 120)),
});

const isDegree = (cell: unknown) => (typeof cell === "number" && Math.abs(cell) <= 180) || cell === "unknown";
/** A latitude beyond 90, as from exchanged columns, is no reason to refuse a map: that one school is listed without a place. */
const degrees = () =>
  column<number | "unknown">(
    isDegree,
    { anyOf: [{ type: "number", minimum: -180, maximum: 180 }, { const: "unknown" }] },
    undefined,
    unpackDegrees,
  );
const counts = column<Count>((cell) => fits(count, cell), { $ref: "#/$defs/count" });

/** Schools as columns, ordered by id. Latitude and longitude in degrees, WGS 84, or "unknown" for both. */
export const accessSchools = z.strictObject({
  id: codes(codePattern, 60, undefined, unpackIds),
  name: texts(160),
  area: coded(codes(codePattern, 60, few)),
  district: z.optional(coded(texts(160, few))),
  city: z.optional(coded(texts(120, few))),
  status: coded(words(accessStatuses)),
  level: z.optional(coded(words(schoolLevels))),
  activity: z.optional(coded(words(schoolActivities))),
  latitude: degrees(),
  longitude: degrees(),
  students: z.optional(counts),
  offering: z.optional(coded(texts(200, few))),
  source: z.optional(positions()),
  saidOn: z.optional(coded(texts(40, few))),
});
export type AccessSchools = z.infer<typeof accessSchools>;

export const accessDocument = z.strictObject({
  ...envelope("access/1"),
  areas,
  schools: z.optional(accessSchools),
});
export type AccessDocument = z.infer<typeof accessDocument>;
export type AccessAreas = AccessDocument["areas"];

function facts(document: AccessDocument): Facts {
  const faults: Facts["faults"] = [];
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs: ["definition"], faults };
  const { areas, schools } = document;
  faults.push(...columnFaults(areas, ["areas"], areas.id.length), ...columnFaults(areas.by, ["areas", "by"], areas.id.length));
  if (schools) faults.push(...columnFaults(schools, ["schools"], schools.id.length));
  // The rules below read across columns, so these must fit first.
  if (faults.length > 0) return facts;
  facts.ids.push({ path: ["areas", "id"], ids: areas.id });
  areas.id.forEach((_, row) => {
    const sum = accessStatuses.reduce((total, status) => total + (areas.by[status]?.[row] ?? 0), 0);
    if (sum !== areas.schools[row]) faults.push({ code: "totals-differ", path: ["areas", "schools", row] });
  });
  if (!schools) return facts;
  if (!ascends(schools.id)) facts.ids.push({ path: ["schools", "id"], ids: schools.id });
  schools.students?.forEach((figure, row) => facts.people.push({ path: ["schools", "students", row], figure, base: true }));
  const wrongSource = schools.source?.findIndex((at) => at >= document.sources.length) ?? -1;
  if (wrongSource >= 0) faults.push({ code: "no-such-position", path: ["schools", "source", wrongSource] });
  const half = schools.latitude.findIndex((cell, row) => isAbsence(cell) !== isAbsence(schools.longitude[row]));
  if (half >= 0) faults.push({ code: "half-a-place", path: ["schools", "latitude", half] });
  if (faults.length === 0) compareTallies(areas, schools, faults);
  return facts;
}

/** The areas' numbers must be those of the schools listed. */
function compareTallies(areas: AccessAreas, schools: AccessSchools, faults: Facts["faults"]) {
  const row = new Map(areas.id.map((id, at) => [id, at]));
  const areaOf = schools.area.values.map((id) => row.get(id));
  const lost = schools.area.index.findIndex((at) => areaOf[at] === undefined);
  if (lost >= 0) return void faults.push({ code: "no-such-area", path: ["schools", "area", "index", lost] });
  const kinds = accessStatuses.length;
  const statusOf = schools.status.values.map((status) => accessStatuses.indexOf(status));
  const found = new Uint32Array(areas.id.length * kinds);
  for (let school = 0; school < schools.id.length; school++)
    found[areaOf[schools.area.index[school]!]! * kinds + statusOf[schools.status.index[school]!]!]!++;
  accessStatuses.forEach((status, at) =>
    areas.id.forEach((_, area) => {
      if ((areas.by[status]?.[area] ?? 0) !== found[area * kinds + at])
        faults.push({ code: "totals-differ", path: ["areas", "by", status, area] });
    }),
  );
}

/** Which schools offer computer science: areas with totals, and schools. Elements: `cs-school-access-map`, `cs-school-list`. */
export const access: Kind<AccessDocument> = { schema: "access/1", shape: accessDocument, facts, copyColumn };
export type { Absence };
