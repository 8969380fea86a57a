import { accessStatuses, schoolActivities, schoolLevels } from "@vitrine/contract";
import { z } from "zod";
import {
  actions,
  code,
  column,
  condition,
  day,
  from,
  group,
  meaning,
  notes,
  period,
  revision,
  said,
  scope,
  slug,
  sourceName,
  sources,
  status,
  text,
  where,
  words,
} from "./parts.js";
import { inventory } from "./inventory.js";
import { metrics } from "./metrics.js";
import { plan } from "./plan.js";
import { gap } from "./gap.js";
import { composition } from "./composition.js";
import { survey } from "./survey.js";
import { pathway } from "./pathway.js";
import { trend } from "./trend.js";
import { fromRowsOrRoster, roster } from "./roster.js";

const publication = z
  .strictObject({
    id: slug("A stable name for this publication: lower-case letters, digits, hyphens."),
    audience: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("public").describe("Everybody.") }),
        z.strictObject({
          kind: z.literal("partner").describe("One partner only."),
          id: slug("Which partner."),
          consent: text(400, "What the people in the data agreed to."),
          confidentiality: text(400, "What the partner promised."),
        }),
        z.strictObject({ kind: z.literal("research").describe("Researchers: no element shows it.") }),
      ])
      .describe("Who may see it."),
    scope,
    period,
    asOf: day("The date of the data, never of the publishing."),
    status,
    revision,
    sources,
    purpose: text(400, "The one purpose the data was collected for."),
    notes: notes.optional(),
    actions: actions.optional(),
    privacy: z
      .strictObject({
        policy: z.literal("k12cs-privacy/1").describe("The privacy policy the documents keep."),
        threshold: z.int().min(5).max(1000).describe("Counts of people below this are withheld."),
        zeros: z.enum(["withhold", "publish"]).describe("Whether a zero that counts people is withheld like a small number."),
        release: z
          .strictObject({ id: code("Which release this is, such as 2026-09."), asOf: day("The release's date.") })
          .describe("Releases are compared with each other: give each its own id."),
      })
      .describe("What is withheld."),
  })
  .describe("What every document of the publication says of itself.");

const fileSource = z
  .strictObject({
    file: text(500, "One file, relative to the config.").optional(),
    files: z
      .array(text(500, 'A file; "*" and "?" in it stand for any characters.'))
      .min(1)
      .max(500)
      .describe("Several files with the same columns, read one after the other.")
      .optional(),
    format: z.enum(["csv", "parquet", "jsonl"]).describe("Needed only when the file's ending does not say it (.gz may follow).").optional(),
    delimiter: z.enum([",", ";", "\t", "|"]).describe("What separates the cells of a CSV file. A comma if left out.").optional(),
    encoding: z
      .enum(["utf-8", "latin-1"])
      .describe("How a CSV file writes letters. utf-8 if left out; latin-1 has the letters of Windows too.")
      .optional(),
    unknown: words('Cells that mean "not known", such as "-999" or "n/a". They are read as empty.').optional(),
    fileColumn: column(
      "A column of your own that holds the name of the file each row comes from, without its folder and endings: 1052 for days/1052.csv.gz.",
    ).optional(),
    digits: z
      .record(z.string().min(1).max(200), z.int().min(2).max(20))
      .describe("Columns with codes whose leading zeros were lost, and how many digits a whole code has.")
      .optional(),
    join: z
      .tuple([sourceName("The source whose rows are kept."), sourceName("The source that adds columns to them.")])
      .describe("Makes this source from two others instead of from files.")
      .optional(),
    on: z
      .record(z.string().min(1).max(200), z.string().min(1).max(200))
      .describe("Which columns must be equal: a column of the first source, and one of the second.")
      .optional(),
    keep: z.enum(["matched", "first"]).describe("Only rows that match (if left out), or all rows of the first source.").optional(),
    warehouse: z
      .strictObject({
        engine: z
          .enum(["postgresql", "clickhouse"])
          .describe(
            "Any engine that speaks PostgreSQL's protocol, or ClickHouse: one server, or one of a cluster. Every query of a publication sees the same rows of a PostgreSQL; into a ClickHouse load nothing meanwhile.",
          ),
        address: z
          .string()
          .max(100)
          .regex(/^[A-Z][A-Z0-9_]*$/)
          .describe(
            "The NAME of the environment variable that holds the address, such as WAREHOUSE_ADDRESS; never the address itself. In it: `postgresql://user:password@host:5432/database`, or `https://user:password@host:8443/database`. An account that may only read is enough.",
          ),
        table: text(
          200,
          "The table or view, such as `public.teachers`; in a cluster the distributed table, which asks all shards. Capital letters count.",
        ),
      })
      .describe(
        "Rows that stay in a warehouse: they are counted there, by queries that only read, and only counts come back; of schools that are listed, what readers see of each. For the kinds implementation, access, metrics, composition, gap, survey, pathway and trend.",
      )
      .optional(),
  })
  .check((payload) => {
    const { file, files, join, on, keep, warehouse, unknown, digits, ...read } = payload.value;
    const rest = { unknown, digits, ...read };
    const say = (message: string) => payload.issues.push({ code: "custom", input: undefined, message });
    if ([file, files, join, warehouse].filter((given) => given !== undefined).length !== 1)
      say('give exactly one of "file", "files", "join" and "warehouse"');
    if (warehouse && Object.values(read).some((given) => given !== undefined))
      say('a warehouse has no files: leave out how to read them, but for "unknown" and "digits"');
    if (join && (!on || Object.keys(on).length === 0)) say('give "on": the columns that must be equal');
    if (!join && (on || keep)) say('"on" and "keep" belong to a "join"');
    if (join && Object.values(rest).some((given) => given !== undefined)) say("a join has no files: leave out how to read them");
  })
  .describe("Where rows come from: a file, several files, two other sources joined, or a table in a warehouse.");

const shared = { ...said, from, where };

/** A key that is needed where rows come from a source: looked at even when something else is wrong, so that all is told at once. */
const saidByRows = (
  key: "teacher" | "trained" | "stage",
  needs: string,
): [
  (value: { from: unknown; teacher?: unknown; trained?: unknown; stage?: unknown }) => boolean,
  { path: PropertyKey[]; params: { needs: string }; when: (payload: { value: unknown }) => boolean },
] => [
  (value) => typeof value.from === "object" || value[key] !== undefined,
  { path: [key], params: { needs }, when: ({ value }) => typeof value === "object" && value !== null },
];

const implementation = z
  .strictObject({
    kind: z
      .literal("implementation")
      .describe("How many trained teachers met the implementation bar. Rows: one for each teacher and course."),
    ...said,
    from: fromRowsOrRoster,
    where: where.describe("Which rows are looked at. Of a roster: its columns `course`, `school year`, `district`, `workshop`."),
    teacher: column("Which column tells teachers apart. It is counted and never published. Not given with a roster.").optional(),
    trained: meaning(
      z.enum(["counted", "left-out"]),
      "Who is in the denominator: teachers who attended the workshop are counted, also when they stopped teaching later; those who withdrew before it are left out. A cell that is not listed leaves its row out and is reported. Not given with a roster.",
    ).optional(),
    stage: meaning(
      z.enum(["met", "started", "not-started", "not-known"]),
      "How far the teacher has come in that course. A cell that is not listed means not-known and is reported. Over several rows the furthest counts. Not given with a roster.",
    ).optional(),
    target: z
      .strictObject({
        share: z.number().gt(0).max(100).describe("Percent of trained teachers."),
        label: text(80, "What the target is called."),
      })
      .describe("The goal, drawn as a labelled line.")
      .optional(),
    round: z
      .number()
      .int()
      .min(2)
      .max(1000)
      .describe(
        "Tell every count rounded to the nearest multiple of this, and none exactly: 10 with a minimum of 5, 20 with one of 10. What could be worked out all the same is withheld as without it.",
      )
      .optional(),
    breakdowns: z
      .array(
        z.strictObject({
          by: slug("The breakdown's stable name, such as course."),
          label: text(80, 'Its heading, such as "By course".'),
          column: column("Which column holds the groups."),
          groups: z
            .record(z.string().max(200), group)
            .describe(
              "What each cell is called, in the order readers see. Without it the cells themselves are the names, in alphabetical order.",
            )
            .optional(),
        }),
      )
      .max(12)
      .describe("The same figures by course, year, district and so on, one at a time.")
      .optional(),
  })
  .refine(...saidByRows("teacher", "a text"))
  .refine(...saidByRows("trained", "an object"))
  .refine(...saidByRows("stage", "an object"))
  .check((payload) => {
    const { from, teacher, trained, stage } = payload.value;
    if (typeof from === "object" && [teacher, trained, stage].some((given) => given !== undefined))
      payload.issues.push({
        code: "custom",
        input: undefined,
        message: 'leave out "teacher", "trained" and "stage": the roster says them',
      });
  })
  .describe("Makes one implementation document.");

const areas = z
  .strictObject({
    level: z.enum(["state", "county", "district"]).describe("What kind of area."),
    column: column("Which column says in which area a school is: a code, or for states a postal code, FIPS code or English name."),
    name: column("Which column holds the area's name. States have theirs already.").optional(),
    coverage: z
      .strictObject({
        "partly-covered": z.array(code("An area's id.")).max(5000).describe("Areas of which the data covers a part.").optional(),
        "not-covered": z.array(code("An area's id.")).max(5000).describe("Areas the data does not cover.").optional(),
        otherwise: z.enum(["covered", "partly-covered"]).describe("All other areas with a school. Covered if left out.").optional(),
        missing: z
          .enum(["not-covered", "leave-out"])
          .describe("States without any school in the data: listed as not covered, or left out (if left out).")
          .optional(),
      })
      .describe("Which areas the data speaks of.")
      .optional(),
  })
  .describe(
    "How schools are grouped into areas. Ids of states are two-digit, of counties five-digit FIPS codes when a map is to draw them.",
  );

const angle = (limit: number) => z.number().min(-limit).max(limit);
const places = z
  .strictObject({
    within: z
      .strictObject({
        south: angle(90).describe("Lowest latitude."),
        north: angle(90).describe("Highest latitude."),
        west: angle(180).describe("Lowest longitude."),
        east: angle(180).describe("Highest longitude."),
      })
      .describe("Schools outside this box have a wrong location. Degrees, WGS 84.")
      .optional(),
    schoolsOnOneSpot: z
      .int()
      .min(1)
      .max(100_000)
      .describe("More schools than this on exactly one spot were placed by a guess: their location is not known. 20 if left out.")
      .optional(),
  })
  .describe("Which locations are believed.");

const access = z
  .strictObject({
    kind: z.literal("access").describe("Which schools offer computer science. Rows: one for each school."),
    ...shared,
    write: z
      .enum(["schools", "overview", "overview-and-areas"])
      .describe("One document with all schools; totals by area alone; or totals by area and one document of schools for each area."),
    areas,
    eachArea: z
      .strictObject({
        title: text(160, 'The heading of an area\'s document; "{area}" stands for its name.'),
        summary: text(600, 'Your own text alternative; "{area}" stands for the area\'s name.').optional(),
        areas: areas.describe("The smaller areas inside, such as the counties of a state.").optional(),
      })
      .describe('How the documents of "overview-and-areas" are written.')
      .optional(),
    school: z
      .strictObject({
        id: column("Which column holds the school's id.").optional(),
        numbered: slug("Without ids: schools are numbered in the order of the file, after this word.").optional(),
        name: column("Which column holds the school's name."),
        district: column("Which column holds its district's name.").optional(),
        city: column("Which column holds its city.").optional(),
        status: meaning(
          z.enum(accessStatuses).exclude(["withheld"]),
          "What is known of computer science there. A cell that is not listed means unknown and is reported.",
        ),
        level: meaning(z.enum(schoolLevels), "What kind of school. A cell that is not listed means unknown and is reported.").optional(),
        activity: meaning(
          z.enum(schoolActivities).exclude(["withheld"]),
          "Whether people at the school already do computer science of their own accord, whatever it offers. Of the school, never of a teacher. A cell that is not listed means unknown and is reported.",
        ).optional(),
        latitude: column("Which column holds the latitude, degrees, WGS 84.").optional(),
        longitude: column("Which column holds the longitude, degrees, WGS 84.").optional(),
        students: column("Which column holds the number of students. Numbers below the threshold are withheld.").optional(),
        offering: column("Which column says what is offered.").optional(),
        saidOn: column("Which column says when that was said.").optional(),
        source: meaning(
          z.int().min(0).max(39),
          "Who said so: a position in `sources`, from 0. A cell that is not listed means the first and is reported.",
        ).optional(),
      })
      .check((payload) => {
        const { id, numbered, latitude, longitude } = payload.value;
        const say = (message: string) => payload.issues.push({ code: "custom", input: undefined, message });
        if ((id === undefined) === (numbered === undefined)) say('give either "id" or "numbered"');
        if ((latitude === undefined) !== (longitude === undefined)) say('give both "latitude" and "longitude", or neither');
      })
      .describe("Which columns describe a school."),
    places: places.optional(),
  })
  .check((payload) => {
    const { write, eachArea } = payload.value;
    if ((write === "overview-and-areas") !== (eachArea !== undefined))
      payload.issues.push({ code: "custom", input: undefined, message: '"eachArea" and "write": "overview-and-areas" belong together' });
  })
  .describe("Makes one access document, or one and another for each area.");

/** The whole config. */
export const config = z
  .strictObject({
    $schema: z.string().max(500).describe("Where an editor finds the JSON Schema of this file.").optional(),
    vitrine: z.literal("config/1").describe("What this file is."),
    publication,
    sources: z.record(sourceName("A name of your own."), fileSource).describe("Where the rows come from."),
    documents: z
      .array(
        z.discriminatedUnion("kind", [implementation, access, roster, metrics, composition, gap, survey, trend, pathway, plan, inventory]),
      )
      .min(1)
      .max(100)
      .describe("What to write."),
    known: z
      .array(
        z
          .strictObject({
            document: slug("The document's id."),
            figure: text(300, "The figure: its path with ids in place of positions, such as breakdowns/district/groups/north/trained."),
            atMost: z.int().min(0).describe("It is this at most.").optional(),
            atLeast: z.int().min(0).describe("It is this at least.").optional(),
          })
          .describe("What everybody knows of one figure."),
      )
      .max(10_000)
      .describe(
        "What readers know of single figures from elsewhere, such as published enrolments: the choice of what to withhold and the attack on the documents both know it.",
      )
      .optional(),
    out: text(500, "The folder the documents are written to, relative to the config. It must hold nothing else."),
    partnerOut: text(
      500,
      "The folder of the documents for one partner, when the others are not for that partner. `<out>-partner-<id>` if left out. Never inside `out`.",
    ).optional(),
  })
  .describe("What `vitrine publish` reads: where rows are, what their columns mean, which documents to write.");

export type Config = z.infer<typeof config>;
export type Publication = Config["publication"];
export type SourceConfig = Config["sources"][string];
export type DocumentConfig = Config["documents"][number];
export type ImplementationConfig = z.infer<typeof implementation>;
export type { RosterConfig } from "./roster.js";
export type AccessConfig = z.infer<typeof access>;
export type AreasConfig = z.infer<typeof areas>;
export type PlacesConfig = z.infer<typeof places>;
export type Condition = z.infer<typeof condition>;
