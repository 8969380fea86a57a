import type { VitrineDocument } from "@vitrine/contract";
import { audit } from "./audit.js";
import { read, type Reading } from "./read.js";
import { broken, moved, predecessor, type Broken } from "./releases.js";
import { System, type Known } from "./system.js";

/** A figure a reader can work out too closely, by document and path. No value is ever told. */
export interface Narrow {
  id: string;
  path: string;
  /** How many numbers it can still be. */
  values: number;
  /** "close": its interval is too narrow. Beside an earlier publication: it was withheld and is shown now, or it moved by fewer than the threshold. */
  why: "close" | Broken;
}

/** What an attack on published documents found. */
export interface DocumentAudit {
  documents: number;
  /** Figures that count people. */
  figures: number;
  /** Of these, figures that are not exact numbers. */
  open: number;
  /** Fewest possible values of a withheld figure; Infinity when nothing is withheld. A lower bound where the search stopped at the demand. */
  narrowest: number;
  narrow: Narrow[];
  /** Documents whose figures contradict each other. */
  contradictory: string[];
  /** Public facts about figures that no document has: a name that is wrong protects nobody. */
  unused: Known[];
}

export interface AuditOptions {
  /** Possible values every withheld figure must keep (privacy policy, 3). */
  values?: number;
  /** Earlier publications, the oldest first: what a reader may have kept. */
  earlier?: readonly (readonly VitrineDocument[])[];
  /** What everybody knows of single figures, such as enrolments others publish. */
  known?: readonly Known[];
}

/** Possible values every withheld figure must keep (privacy policy, 3: required interval). */
export const requiredValues = 5;

/**
 * Attacks published documents with nothing but their text, that of earlier publications, and public facts (privacy policy, 7). Beside an
 * earlier publication a reader takes a figure for what it was, as long as nothing says that it moved.
 */
export async function auditDocuments(documents: readonly VitrineDocument[], options: AuditOptions = {}): Promise<DocumentAudit> {
  const { values = requiredValues, earlier = [], known = [] } = options;
  const releases = earlier.map((release) => release.map(read));
  const used = new Set<Known>();
  const result: DocumentAudit = {
    documents: documents.length,
    figures: 0,
    open: 0,
    narrowest: Infinity,
    narrow: [],
    contradictory: [],
    unused: [],
  };
  for (const document of documents) {
    const now = read(document);
    const before = releases.flatMap((release) => predecessor(now, release) ?? []).reverse();
    for (const fact of known) if (fact.document === document.id && now.cells.has(fact.figure)) used.add(fact);
    result.figures += now.cells.size;
    for (const { low, high } of now.cells.values()) result.open += low < high ? 1 : 0;
    const own = await attack([now], known, values);
    result.narrowest = Math.min(result.narrowest, own.narrowest);
    if (!own.consistent) {
      result.contradictory.push(document.id);
      continue;
    }
    const narrow = new Map<string, Narrow>();
    const tell = ({ id, path, values: left, why }: Narrow) => {
      if (!narrow.has(`${id} ${path}`)) narrow.set(`${id} ${path}`, { id, path, values: left, why });
    };
    own.narrow.forEach(tell);
    const last = before[0];
    if (last) for (const [name, why] of broken(now, last)) tell({ id: document.id, path: now.cells.get(name)!.path, values: 1, why });
    (await overTime(now, before, known, values)).forEach(tell);
    result.narrow.push(...narrow.values());
  }
  result.unused = known.filter((fact) => !used.has(fact));
  return result;
}

/** What follows from a document and its predecessors, the newest first, beyond what followed from the earlier ones alone. */
async function overTime(now: Reading, before: readonly Reading[], known: readonly Known[], values: number): Promise<Narrow[]> {
  if (before.length === 0) return [];
  const all = await attack([now, ...before], known, values);
  // All together may not be true: something moved that no single sum tells. Then each is taken beside the new one alone.
  if (!all.consistent && before.length > 1) return (await Promise.all(before.map((one) => overTime(now, [one], known, values)))).flat();
  if (!all.consistent || all.narrow.length === 0) return [];
  const old = await Promise.all(before.map((one) => attack([one], known, values)));
  const was = new Set(old.flatMap(({ narrow }) => narrow.map(({ id, path }) => `${id} ${path}`)));
  return all.narrow.filter(({ id, path, reading }) => reading === now || !was.has(`${id} ${path}`));
}

/** Attacks readings of one document, the newest first, as one system. */
async function attack(readings: readonly Reading[], known: readonly Known[], values: number) {
  const system = new System();
  let cells = new Map<string, number>();
  readings.forEach((reading, at) => {
    const next = readings[at - 1];
    const changed = next ? moved(next, reading) : new Set<string>();
    cells = new Map([...cells, ...system.add(reading, (name) => (changed.has(name) ? undefined : cells.get(name)), known)]);
  });
  const found = await audit(system.published, values);
  const narrow = found.narrow.flatMap(({ cell, values: left }) => {
    // The newest figure that is not exact: an exact one was told openly.
    const figure = system.figures[cell]!.find(({ read: { low, high } }) => low < high);
    return figure
      ? [{ id: figure.reading.document.id, path: figure.read.path, values: left, why: "close" as const, reading: figure.reading }]
      : [];
  });
  return { ...found, narrow };
}
