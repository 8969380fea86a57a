import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readCorrections, type RosterDocument } from "@vitrine/contract";
import { pathText } from "../config/read.js";
import type { Publication, RosterConfig } from "../config/schema.js";
import type { Engine } from "../engine/engine.js";
import { duckdb } from "../engine/dialects.js";
import { at, own } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { Faults } from "../faults.js";
import type { Columns } from "../rows/columns.js";
import type { Rows } from "../rows/load.js";
import { correct, type CorrectionsFile, type Outcome } from "../roster/correct.js";
import { rosterBody, studentThreshold } from "../roster/document.js";
import type { Found } from "../roster/find.js";
import { seenByRoster, type SeenByRoster } from "../roster/consent.js";
import { nameKeys } from "../roster/names.js";
import { barOf, readFacts } from "../roster/read.js";
import { rosterInputs, type RosterInputs } from "../roster/sources.js";
import { envelope } from "./envelope.js";
import { rosterColumns } from "./implementation.js";

/** A roster document prepared: its columns are known to exist, its corrections are read. */
export interface RosterPlan {
  config: RosterConfig;
  sources: string[];
  inputs: RosterInputs;
  corrections: CorrectionsFile[];
  /** The rows as a source of its own, for an implementation document that counts them. */
  columns: Columns;
  /** In which sources its people stand. */
  seen: SeenByRoster;
}

/** @param columnsOf the columns of a source; throws when there is none of that name @param known those of every source */
export function planRoster(
  config: RosterConfig,
  columnsOf: (name: string, path: readonly (string | number)[]) => Columns,
  known: ReadonlyMap<string, Columns>,
  corrections: CorrectionsFile[],
  path: readonly (string | number)[],
): RosterPlan {
  const inputs = rosterInputs(config, path, columnsOf);
  const named = `roster ${config.id}`;
  return {
    config,
    inputs,
    corrections,
    seen: seenByRoster(config, inputs, known),
    sources: [...new Set(Object.values(inputs).flatMap((input) => input?.source ?? []))],
    columns: { name: named, shown: named, files: [], sql: duckdb, names: Object.values(rosterColumns), needed: new Map() },
  };
}

/** Reads the corrections a roster names. @throws PublishError for a file that is none, or is of another roster or a later revision */
export async function readCorrectionFiles(
  config: RosterConfig,
  publication: Publication,
  folder: string,
  path: readonly (string | number)[],
): Promise<CorrectionsFile[]> {
  const list: CorrectionsFile[] = [];
  const revision = config.revision ?? publication.revision;
  for (const [position, file] of (config.corrections ?? []).entries()) {
    const at = pathText([...path, "corrections", position]);
    const place = { file, path: at };
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(resolve(folder, file)));
    } catch (reason) {
      const { code } = reason as NodeJS.ErrnoException;
      if (code === "ENOENT")
        throw new PublishError("file-missing", `There is no file ${file}, named at ${at}: correct the name, or put the file there.`, place);
      throw new PublishError(
        "file-unreadable",
        `The corrections ${file}, named at ${at}, cannot be read as UTF-8 text: save them again.`,
        place,
      );
    }
    const parsed = readCorrections(text);
    if (!parsed.ok) {
      const [first, ...more] = parsed.issues;
      throw new PublishError(
        "corrections-refused",
        `${file}, named at ${at}, holds no corrections that can be read: ${first!.path} (${first!.code}); export them again from the roster.`,
        place,
        more.map((issue) => `${file}: ${issue.path} (${issue.code})`),
      );
    }
    const { roster } = parsed.document;
    if (roster.id !== config.id)
      throw new PublishError(
        "corrections-refused",
        `${file}, named at ${at}, corrects another roster than "${config.id}": name the right file.`,
        place,
      );
    if (roster.revision >= revision)
      throw new PublishError(
        "revision-not-raised",
        `${file}, named at ${at}, corrects revision ${roster.revision} of "${config.id}", and this is revision ${revision}: raise "revision" in the config.`,
        place,
      );
    list.push({ file, corrections: parsed.document });
  }
  return list;
}

const { literal } = duckdb;

export interface WrittenRoster {
  document: RosterDocument;
  outcomes: Outcome[];
  /** The rows, for a document that counts them. */
  rows: Rows;
}

/** Finds, corrects and counts, and writes the document. */
export async function writeRoster(
  plan: RosterPlan,
  engine: Engine,
  rowsOf: (source: string) => Rows,
  publication: Publication,
  index: number,
  faults: Faults,
): Promise<WrittenRoster> {
  const { config, corrections } = plan;
  const read = await readFacts(engine, config, plan.inputs, rowsOf, faults);
  const { found, facts, outcomes } = correct(read, corrections, barOf(config));
  const rows = await load(plan, engine, found, facts.nickNames, index);
  if (!found.some(({ counted }) => counted))
    throw new PublishError(
      "nothing-left",
      `No teacher is left for the document "${config.id}": check "workshops" and "enrolments" in its config, consent above all.`,
    );
  const threshold = studentThreshold(publication.privacy);
  const privacy = { ...publication.privacy, threshold };
  const audience = config.partner ? { kind: "partner" as const, ...config.partner } : publication.audience;
  const said = envelope("roster/1", { ...publication, audience, privacy }, config);
  const document = { ...said, ...rosterBody(found, await totals(engine, rows.table), threshold) } as RosterDocument;
  return { document, outcomes, rows };
}

/** Puts the rows into the engine: in the order of their ids, with the columns that other documents asked for. */
async function load(
  plan: RosterPlan,
  engine: Engine,
  found: readonly Found[],
  nickNames: Parameters<typeof nameKeys>[1],
  index: number,
): Promise<Rows> {
  const table = own(`roster_${index}`);
  const cellsOf = ({ entry, counted, stage }: Found): Record<string, string> => ({
    [rosterColumns.teacher]: entry.id,
    [rosterColumns.person]: entry.account ?? `${entry.school.id} ${nameKeys(entry.teacher, nickNames).keys[0]}`,
    [rosterColumns.counted]: counted ? "counted" : "left-out",
    [rosterColumns.stage]: stage,
    [rosterColumns.course]: entry.workshop.course.name,
    [rosterColumns.year]: entry.workshop.schoolYear,
    [rosterColumns.district]: entry.district.name,
    [rosterColumns.workshop]: entry.workshop.name,
  });
  const needed = [...plan.columns.needed];
  const list = needed.map(([, position]) => `${at(position)} VARCHAR`);
  await engine.run(`CREATE TABLE ${table} (${["n BIGINT", "counted BOOLEAN", "stage VARCHAR", ...list].join(", ")})`);
  const lines = found.map((row, n) => {
    const cells = cellsOf(row);
    return `(${[String(n), row.counted ? "TRUE" : "FALSE", literal(row.stage), ...needed.map(([name]) => literal(cells[name]!))].join(", ")})`;
  });
  for (let start = 0; start < lines.length; start += 1000)
    await engine.run(`INSERT INTO ${table} VALUES ${lines.slice(start, start + 1000).join(", ")}`);
  return { columns: plan.columns, engine, table, count: found.length };
}

async function totals(engine: Engine, table: string): Promise<RosterDocument["totals"]> {
  const stages = new Map(await engine.all<[string, number]>(`SELECT stage, count(*) FROM ${table} WHERE counted GROUP BY stage`));
  const of = (stage: string) => stages.get(stage) ?? 0;
  const [met, started, notStarted, notKnown] = [of("met"), of("started"), of("not-started"), of("not-known")];
  return { trained: met + started + notStarted + notKnown, met, started, notStarted, notKnown };
}
