import { dirname, resolve } from "node:path";
import type { VitrineDocument } from "@vitrine/contract";
import { readConfig } from "./config/read.js";
import type { Config, DocumentConfig } from "./config/schema.js";
import type { Control } from "./control/control.js";
import { suppress } from "./control/suppress.js";
import { planAccess, writeAccess, type AccessPlan } from "./documents/access.js";
import { planImplementation, refuseOverlap, writeImplementation, type ImplementationPlan } from "./documents/implementation.js";
import { openEngine, type Engine } from "./engine/engine.js";
import { PublishError } from "./error.js";
import { Faults } from "./faults.js";
import { checkFolder, withReports, writeFolder } from "./output/folder.js";
import { seal } from "./output/seal.js";
import { explained, reportText, type Report } from "./report.js";
import type { Columns } from "./rows/columns.js";
import { describeSources, loadSources, lookAtFiles } from "./rows/sources.js";

export const version = "0.1.0";

/** One step of the work, for a terminal. `done` of `total`. */
export interface Progress {
  step: "look" | "load" | "count" | "check" | "write";
  /** The source or document at hand. */
  name: string;
  done: number;
  total: number;
}

export interface PublishOptions {
  /** Address of the config file. */
  config: string;
  progress?: (at: Progress) => void;
  /** How much memory the engine may take; it works on disk beyond. "1GB" if left out. */
  memory?: string;
}

export interface PublishResult {
  /** The folder that was written, absolute. */
  out: string;
  documents: { file: string; schema: string; id: string; title: string; bytes: number; sha256: string }[];
  report: Report;
  /** Where the report stands: beside the config, never in `out`. */
  reportFiles: { json: string; text: string };
}

/**
 * Reads raw rows and writes documents: `out` is replaced as a whole, or, when anything is wrong, left as it was.
 * @throws PublishError with a code, a place and one sentence
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const started = performance.now();
  const config = await readConfig(options.config);
  const configFile = resolve(options.config);
  const folder = dirname(configFile);
  const out = resolve(folder, config.out);
  const step = options.progress ?? (() => {});
  const faults = new Faults();

  step({ step: "look", name: "", done: 0, total: 1 });
  const looks = await lookAtFiles(config, folder);
  const files = [...looks.values()].flat().map(({ path }) => path);
  await checkFolder(out, config.out, [configFile, ...files]);
  const engine = await openEngine(files, { memory: options.memory ?? "1GB" });
  try {
    const known = await describeSources(config, looks, engine);
    const plans = config.documents.map((document, at) => plan(document, known, at));
    const used = new Set(plans.map(({ source }) => source));
    const sources: Report["sources"] = [];
    const rows = await loadSources(config, known, used, engine, faults, (name, count) => {
      sources.push({ name, rows: count });
      step({ step: "load", name, done: sources.length, total: Math.max(used.size, sources.length) });
    });
    const written = await count(config, plans, rows, engine, suppress, faults, step);
    step({ step: "check", name: "", done: 0, total: 1 });
    const sealed = seal(written.map(({ document }) => document));
    step({ step: "write", name: config.out, done: 0, total: sealed.length });
    const base = configFile.replace(/\.json$/i, "");
    const reportFiles = { json: `${base}.report.json`, text: `${base}.report.txt` };
    const report: Report = {
      vitrine: "report/1",
      publication: config.publication.id,
      versions: {
        publish: `publish ${version}`,
        engine: engine.version,
        node: process.versions.node,
        policy: config.publication.privacy.policy,
        control: suppress.name,
      },
      seconds: Math.round(performance.now() - started) / 1000,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      sources,
      faults: explained(faults.list),
      documents: sealed.map(({ id, file, schema, bytes }) => {
        const { withheld, acts } = written.find(({ document }) => document.id === id)!;
        return { id, file, schema, bytes: bytes.length, withheld, acts };
      }),
    };
    await withReports(
      [
        [reportFiles.json, `${JSON.stringify(report, null, 2)}\n`],
        [reportFiles.text, reportText(report)],
      ],
      () => writeFolder(out, config.out, config.publication.id, sealed),
    );
    step({ step: "write", name: config.out, done: sealed.length, total: sealed.length });
    return {
      out,
      documents: sealed.map(({ file, schema, id, title, bytes, sha256 }) => ({ file, schema, id, title, bytes: bytes.length, sha256 })),
      report,
      reportFiles,
    };
  } finally {
    await engine.close();
  }
}

type Plan = ImplementationPlan | AccessPlan;
const isImplementation = (plan: Plan): plan is ImplementationPlan => plan.config.kind === "implementation";

function plan(document: DocumentConfig, known: Map<string, Columns>, at: number): Plan {
  const columns = known.get(document.from);
  if (!columns)
    throw new PublishError(
      "config-refused",
      `$.documents[${at}].from names the source "${document.from}", which does not exist: use one of ${[...known.keys()].join(", ")}.`,
      { path: `$.documents[${at}].from` },
    );
  const path = ["documents", at];
  return document.kind === "implementation" ? planImplementation(document, columns, path) : planAccess(document, columns, path);
}

interface Written {
  document: VitrineDocument;
  withheld: number;
  acts: Report["documents"][number]["acts"];
}

async function count(
  config: Config,
  plans: Plan[],
  rows: Awaited<ReturnType<typeof loadSources>>,
  engine: Engine,
  control: Control,
  faults: Faults,
  step: (at: Progress) => void,
): Promise<Written[]> {
  const written: Written[] = [];
  const teachers: { id: string; teachers: string }[] = [];
  for (const [at, plan] of plans.entries()) {
    step({ step: "count", name: plan.config.id, done: at, total: plans.length });
    const source = rows.get(plan.source)!;
    if (isImplementation(plan)) {
      const counts = await plan.count(engine, source, at, faults);
      teachers.push({ id: plan.config.id, teachers: counts.teachers });
      const { document, acts } = await writeImplementation(plan, counts, config.publication, control);
      written.push({ document, acts, withheld: acts.reduce((total, { figures }) => total + figures, 0) });
    } else
      for (const { document, withheld } of await writeAccess(plan, engine, source, config.publication, control, at, faults))
        written.push({ document, withheld, acts: withheld > 0 ? [{ table: "schools", rule: "small", figures: withheld }] : [] });
  }
  await refuseOverlap(engine, teachers);
  return written;
}
