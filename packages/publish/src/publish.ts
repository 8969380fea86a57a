import { dirname, resolve } from "node:path";
import { readConfig } from "./config/read.js";
import type { Config } from "./config/schema.js";
import { refuseInWarehouse } from "./config/warehouses.js";
import { suppress } from "./control/suppress.js";
import { planDocuments, sourcesOf, writeDocuments } from "./documents/plans.js";
import { openEngine } from "./engine/engine.js";
import { Warehouses } from "./engine/warehouses.js";
import { Faults } from "./faults.js";
import { ledgerText, readPast, withRelease } from "./ledger/ledger.js";
import { planEarlier } from "./ledger/overlap.js";
import { settle } from "./ledger/settle.js";
import { checkFolder, type Folder } from "./output/folder.js";
import { foldersOf } from "./output/folders.js";
import { takeLock, type Lock } from "./output/lock.js";
import { besideConfig, type BesideConfig } from "./output/owner.js";
import { placeOf } from "./output/place.js";
import { seal, type Sealed } from "./output/seal.js";
import { recover, writePublication } from "./output/switch.js";
import { explained, reportText, type Report } from "./report.js";
import { costOf } from "./report/cost.js";
import { reportPage } from "./report/page.js";
import { compare } from "./report/policies.js";
import { Recorder } from "./report/record.js";
import type { Look } from "./rows/look.js";
import { describeSources, loadSources, lookAtFiles } from "./rows/sources.js";

export const version = "0.1.0";

/** One step of the work, for a terminal. `done` of `total`. */
export interface Progress {
  step: "look" | "load" | "count" | "check" | "write";
  /** The source or document at hand. */
  name: string;
  done: number;
  total: number;
  /** How far the engine is with what it does just now, from 0 to 1; given while that takes long. */
  share?: number;
}

export interface PublishOptions {
  /** Address of the config file. */
  config: string;
  progress?: (at: Progress) => void;
  /** How much memory the engine may take; it works on disk beyond. "1GB" if left out. */
  memory?: string;
}

/** A document that was written. */
export type Published = Omit<Sealed, "bytes" | "unsealed"> & { bytes: number };

export interface PublishResult {
  /** The folder that was written, absolute. */
  out: string;
  documents: Published[];
  /** Documents for one partner when the others are not for that partner: each partner's in a folder of its own, never in `out`. */
  partners: { partner: string; out: string; documents: Published[] }[];
  report: Report;
  /** Where the report stands: beside the config, never in `out`. */
  reportFiles: { json: string; text: string; page: string };
}

const listed = (folder: Folder): Published[] =>
  folder.documents.map(({ file, schema, id, title, bytes, sha256 }) => ({ file, schema, id, title, bytes: bytes.length, sha256 }));

/**
 * Reads raw rows and writes documents: each folder is replaced as a whole, or, when anything is wrong, left as it was.
 * @throws PublishError with a code, a place and one sentence
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const config = await readConfig(options.config);
  refuseInWarehouse(config);
  const configFile = resolve(options.config);
  options.progress?.({ step: "look", name: "", done: 0, total: 1 });
  const looks = await lookAtFiles(config, dirname(configFile));
  const beside = besideConfig(configFile);
  const lock = await takeLock(beside.lock, options.config);
  try {
    return await make(options, config, configFile, looks, beside, lock);
  } finally {
    await lock.release();
  }
}

async function make(
  options: PublishOptions,
  config: Config,
  configFile: string,
  looks: Map<string, Look[]>,
  beside: BesideConfig,
  lock: Lock,
): Promise<PublishResult> {
  const started = performance.now();
  const folder = dirname(configFile);
  let at: Progress = { step: "look", name: "", done: 0, total: 1 };
  const step = (now: Progress) => options.progress?.((at = now));
  const faults = new Faults();

  const files = [...looks.values()].flat().map(({ path }) => path);
  const folders = foldersOf(config, folder);
  const places = await Promise.all(folders.all.map(({ out }) => placeOf(out)));
  await recover(beside.journal, [...places, ...beside.files]);
  const raw = [configFile, ...files, ...folders.corrections, ...beside.files, beside.journal, beside.lock];
  for (const { out, shown, path } of folders.all) {
    const others = folders.all.flatMap((other) => (other.out === out ? [] : [other.out]));
    await checkFolder(out, shown, config.publication.id, [...raw, ...others], path);
  }
  const past = await readPast(beside.ledger, places);
  const engine = await openEngine(files, {
    memory: options.memory ?? "1GB",
    ...(options.progress ? { progress: (share: number) => step({ ...at, share }) } : {}),
  });
  const warehouses = new Warehouses(process.env);
  try {
    const known = await describeSources(config, looks, engine, warehouses);
    const plans = await planDocuments(config, known, folder);
    const earlier = planEarlier(past, plans, config.publication, known);
    const used = sourcesOf([...plans, ...earlier.map(({ plan }) => ({ kind: "implementation" as const, of: plan }))]);
    const sources: Report["sources"] = [];
    const rows = await loadSources(config, known, used, engine, faults, (name, count) => {
      sources.push({ name, rows: count });
      step({ step: "load", name, done: sources.length, total: Math.max(used.size, sources.length) });
    });
    const recorder = new Recorder(suppress);
    const { written: counted, same } = await writeDocuments(config, plans, rows, engine, recorder, faults, past, earlier, (name, done) => {
      recorder.start(name);
      step({ step: "count", name, done, total: plans.length });
    });
    step({ step: "check", name: "", done: 0, total: 1 });
    const { written, kept, audit } = await settle(counted, past, config.known, same);
    const [own, ...partners] = folders.all.map(({ partner, ...place }, at): Folder => ({
      ...place,
      out: places[at]!,
      id: config.publication.id,
      documents: [],
      ...(partner === undefined ? {} : { partner }),
    })) as [Folder, ...Folder[]];
    const of = (partner: string | undefined) =>
      written.map(({ document }) => document).filter(({ audience }) => folders.partnerOf(audience) === partner);
    own.documents = seal(of(undefined));
    for (const one of partners) one.documents = seal(of(one.partner), own.documents);
    const all = [own, ...partners].flatMap(({ documents }) => documents);
    step({ step: "write", name: config.out, done: 0, total: all.length });
    const { reportFiles } = beside;
    const { privacy } = config.publication;
    const report: Report = {
      vitrine: "report/1",
      publication: config.publication.id,
      versions: {
        publish: `publish ${version}`,
        engine: [engine.version, ...warehouses.versions()].join(", "),
        node: process.versions.node,
        policy: config.publication.privacy.policy,
        control: suppress.name,
      },
      seconds: Math.round(performance.now() - started) / 1000,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      sources,
      audit,
      kept,
      faults: explained(faults.list),
      corrections: written.flatMap(({ document, outcomes }) => outcomes.map((outcome) => ({ document: document.id, ...outcome }))),
      documents: all.map(({ id, file, schema, title, bytes }) => {
        const { document, withheld, acts } = written.find((one) => one.document.id === id)!;
        const isKept = kept.some((one) => one.document === id);
        return {
          id,
          title,
          file,
          schema,
          bytes: bytes.length,
          ...costOf(document, isKept ? undefined : recorder.of(id), privacy),
          withheld,
          acts,
        };
      }),
      policies: await compare(recorder, { threshold: privacy.threshold, zeros: privacy.zeros }, recorder.weight),
    };
    await lock.check();
    await writePublication({
      journal: beside.journal,
      folders: [own, ...partners],
      files: [
        [reportFiles.json, `${JSON.stringify(report, null, 2)}\n`],
        [reportFiles.text, reportText(report)],
        [reportFiles.page, reportPage(report)],
        [beside.ledger, ledgerText(config.publication.id, withRelease(past, written))],
      ],
    });
    step({ step: "write", name: config.out, done: all.length, total: all.length });
    return {
      out: folders.all[0]!.out,
      documents: listed(own),
      partners: partners.map((one, at) => ({ partner: one.partner!, out: folders.all[at + 1]!.out, documents: listed(one) })),
      report,
      reportFiles,
    };
  } finally {
    await warehouses.close();
    await engine.close();
  }
}
