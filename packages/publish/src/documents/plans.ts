import type { ImplementationDocument, VitrineDocument } from "@vitrine/contract";
import type { KnownSum, Same } from "@vitrine/disclosure";
import { pathText } from "../config/read.js";
import type { Config, DocumentConfig } from "../config/schema.js";
import type { Control } from "../control/control.js";
import type { Engine } from "../engine/engine.js";
import { PublishError } from "../error.js";
import { Faults } from "../faults.js";
import { lastOf } from "../ledger/before.js";
import { countsOf, type Past } from "../ledger/ledger.js";
import { refuseNearlySame, type Earlier } from "../ledger/overlap.js";
import type { Report } from "../report.js";
import { consenting, listIds } from "../roster/consent.js";
import type { Outcome } from "../roster/correct.js";
import type { Columns } from "../rows/columns.js";
import type { Rows } from "../rows/load.js";
import { planAccess, writeAccess, type AccessPlan } from "./access.js";
import { envelope } from "./envelope.js";
import { countedByRoster, planImplementation, writeImplementation, type CountedConfig, type ImplementationPlan } from "./implementation.js";
import { besideImplementation, joinGauge } from "./implementation-beside.js";
import type { ColumnsOf, Maker, Made, People } from "./maker.js";
import { joined, type Beside } from "./beside.js";
import { attackHeld, heldOf, refuseHeld, withHeld, type Listed } from "./beside-roster.js";
import { refuseOverlap } from "./overlap.js";
import { inventoryMaker } from "./inventory.js";
import { metricsMaker } from "./metrics.js";
import { planMaker } from "./plan.js";
import { gapMaker } from "./gap.js";
import { compositionMaker } from "./composition.js";
import { surveyMaker } from "./survey.js";
import { pathwayMaker } from "./pathway.js";
import { trendMaker } from "./trend.js";
import { planRoster, readCorrectionFiles, writeRoster, type RosterPlan } from "./roster.js";

type Path = readonly (string | number)[];

/** The kinds whose documents are counted from rows and written one by one. A new kind is one line here. */
const makers = {
  inventory: inventoryMaker,
  metrics: metricsMaker,
  plan: planMaker,
  composition: compositionMaker,
  gap: gapMaker,
  survey: surveyMaker,
  pathway: pathwayMaker,
  trend: trendMaker,
} satisfies {
  [K in DocumentConfig["kind"]]?: Maker<Extract<DocumentConfig, { kind: K }>>;
};
const makerOf = ({ kind }: DocumentConfig) => (makers as Record<string, Maker<DocumentConfig>>)[kind]!;

/** The documents of a config prepared, in its order: all their columns are known to exist. */
export type Plan =
  | { kind: "roster"; of: RosterPlan }
  | { kind: "implementation"; of: ImplementationPlan }
  | { kind: "access"; of: AccessPlan }
  | { kind: "made"; of: Made };

/** @param folder where the config stands @throws PublishError for a source, column or file that does not exist */
export async function planDocuments({ documents, publication }: Config, known: Map<string, Columns>, folder: string): Promise<Plan[]> {
  const columnsOf: ColumnsOf = (name, path) => {
    const columns = known.get(name);
    if (columns) return columns;
    const at = pathText(path);
    throw new PublishError(
      "config-refused",
      `${at} names the source "${name}", which does not exist: use one of ${[...known.keys()].join(", ")}.`,
      { path: at },
    );
  };
  const rosters = new Map<string, RosterPlan>();
  for (const [at, config] of documents.entries()) {
    if (config.kind !== "roster") continue;
    const path = ["documents", at];
    refuseAudience(config, publication.audience, path);
    rosters.set(config.id, planRoster(config, columnsOf, known, await readCorrectionFiles(config, publication, folder, path), path));
  }
  return documents.map((config, at): Plan => {
    const path = ["documents", at];
    if (config.kind === "roster") return { kind: "roster", of: rosters.get(config.id)! };
    if (config.kind === "access") return { kind: "access", of: planAccess(config, columnsOf(config.from, [...path, "from"]), path) };
    if (config.kind !== "implementation") return { kind: "made", of: makerOf(config)(config, columnsOf, path) };
    const { from } = config;
    if (typeof from === "string")
      return { kind: "implementation", of: planImplementation(config as CountedConfig, columnsOf(from, [...path, "from"]), path) };
    const roster = rosters.get(from.roster);
    if (!roster)
      throw new PublishError(
        "config-refused",
        `${pathText([...path, "from", "roster"])} names the roster "${from.roster}", which does not exist: use the id of a document of the kind "roster".`,
        { path: pathText([...path, "from", "roster"]) },
      );
    return { kind: "implementation", of: planImplementation(countedByRoster(config), roster.columns, path) };
  });
}

/** A roster is for one partner: the publication's, or the one it names. */
function refuseAudience({ partner }: Extract<DocumentConfig, { kind: "roster" }>, audience: Config["publication"]["audience"], path: Path) {
  const at = pathText([...path, "partner"]);
  const say = (message: string) => {
    throw new PublishError("config-refused", `${at} ${message}`, { path: at });
  };
  if (audience.kind === "partner" && partner) say("is given twice: leave it out, the publication says which partner it is for.");
  if (audience.kind !== "partner" && !partner) say("is missing: a roster is for one partner; give its id, consent and confidentiality.");
}

/** The sources whose rows are read. */
export const sourcesOf = (plans: readonly Plan[]): Set<string> =>
  new Set(
    plans.flatMap(({ kind, of }) =>
      kind === "roster" || kind === "made"
        ? of.sources
        : kind === "access"
          ? [of.source]
          : typeof of.source === "string"
            ? [of.source]
            : [],
    ),
  );

/** A document counted and controlled, not yet sealed. */
export interface Written {
  document: VitrineDocument;
  withheld: number;
  acts: Report["documents"][number]["acts"];
  outcomes: Outcome[];
  /** What it counts, as {@link countsOf} says it. */
  counts?: string;
  /** Beside what was published before, it could not show what it is for. */
  lost?: boolean;
  /** What everybody can add up beside the sums that the document has. */
  sums?: readonly KnownSum[];
}

/** Counts and writes every document; tells which figures of several are the same number. */
export async function writeDocuments(
  { publication, known = [] }: Config,
  plans: readonly Plan[],
  all: ReadonlyMap<string, Rows>,
  engine: Engine,
  control: Control,
  faults: Faults,
  past: Past,
  earlier: readonly Earlier[],
  step: (name: string, done: number) => void,
): Promise<{ written: Written[]; same: Same[] }> {
  const written: Written[] = [];
  const people: { id: string; people: People[] }[] = [];
  const rosters = new Map<string, Rows>();
  const listed: Listed[] = [];
  const rows = await consenting(
    engine,
    plans.flatMap((plan) => (plan.kind === "roster" ? [plan.of] : [])),
    all,
    sourcesOf(plans.filter(({ kind }) => kind !== "roster")),
    faults,
  );
  // Rosters first, because others count their rows; then those beside which others may count the same people.
  const turn = ({ kind, of }: Plan) =>
    kind === "roster" ? 0 : kind === "implementation" ? 1 : kind === "made" && of.config.kind === "trend" ? 3 : 2;
  const order = [...plans.entries()].sort(([, a], [, b]) => turn(a) - turn(b));
  const besides: Beside[] = [];
  const same: Same[] = [];
  const sums: KnownSum[] = [];
  for (const [done, [at, plan]] of order.entries()) {
    step(plan.of.config.id, done);
    const first = written.length;
    if (plan.kind === "roster") {
      const {
        document,
        outcomes,
        rows: ofRoster,
      } = await writeRoster(plan.of, engine, (source) => all.get(source)!, publication, at, faults);
      rosters.set(document.id, ofRoster);
      listed.push({ roster: document.id, seen: plan.of.seen, ids: await listIds(engine, `listed_${at}`, document.rows.id) });
      written.push({ document, withheld: 0, acts: [], outcomes });
    } else if (plan.kind === "implementation") {
      const { source } = plan.of;
      const from = typeof source === "string" ? rows.get(source)! : rosters.get(source.roster)!;
      const counts = await plan.of.count(from, at, faults);
      // What is rounded in one document and exact in another would be exact in both.
      const isRounded = plan.of.config.round !== undefined;
      const joins = isRounded ? undefined : await joinGauge(plan.of, counts, from, besides, { sums, same });
      // The same people again: their figures are controlled and attacked together.
      if (joins) same.push(...joins.same);
      else people.push({ id: plan.of.config.id, people: [counts.people] });
      const last = lastOf(past, envelope("implementation/1", publication, plan.of.config))?.document as ImplementationDocument | undefined;
      const held = await heldOf(plan.of, counts, from, engine, listed, publication.privacy, String(at), (some, name) =>
        plan.of.count(some, name, new Faults()),
      );
      const made = await writeImplementation(plan.of, counts, publication, control, known, last, withHeld(joins, counts, held));
      await attackHeld(made.document, plan.of, counts, held, publication.privacy);
      if (!isRounded) besides.push(besideImplementation(plan.of, counts, from, made.document));
      written.push({ ...made, withheld: made.acts.reduce((total, { figures }) => total + figures, 0), outcomes: [] });
    } else if (plan.kind === "made") {
      const table = `document_${at}`;
      const {
        document,
        acts,
        people: counted,
        ...more
      } = await plan.of.write({
        engine,
        rows: (source) => rows.get(source)!,
        table,
        publication,
        control,
        faults,
        known,
        only: plans.length === 1,
        besides,
        same,
        sums,
      });
      const counting = [...(counted ?? []), ...(more.besides ?? []).map((one) => one.people)];
      await refuseHeld(plan.of.config.id, counting, engine, listed);
      besides.push(...(more.besides ?? []));
      same.push(...(more.same ?? []));
      if (counted !== undefined) people.push({ id: plan.of.config.id, people: counted });
      written.push({
        document,
        acts,
        withheld: acts.reduce((total, { rule, figures }) => total + (rule === "banded" ? 0 : figures), 0),
        outcomes: [],
        ...(more.sums && { sums: more.sums }),
      });
    } else
      for (const { document, withheld } of await writeAccess(plan.of, rows.get(plan.of.source)!, publication, control, at, faults, past)) {
        const acts = withheld > 0 ? [{ table: "schools", rule: "small" as const, figures: withheld }] : [];
        written.push({ document, withheld, acts, outcomes: [] });
      }
    sums.push(...written.slice(first).flatMap((one) => one.sums ?? []));
    for (const one of written.slice(first)) one.counts = countsOf(plan.of.config as DocumentConfig);
  }
  await refuseOverlap(people);
  const rowsOf = (source: Earlier["plan"]["source"]) => (typeof source === "string" ? rows.get(source)! : rosters.get(source.roster)!);
  await refuseNearlySame(earlier, rowsOf, publication.privacy.threshold);
  return { written, same: joined(same) };
}
