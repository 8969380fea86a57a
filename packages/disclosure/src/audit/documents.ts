import type { VitrineDocument } from "@vitrine/contract";
import { audit } from "./audit.js";
import { tellingMeans } from "./means.js";
import { hasRounded, read, type Halves, type Reading } from "./read.js";
import { broken, moved, predecessor, type Broken } from "./releases.js";
import { System, type Known } from "./system.js";
import { tiesOf } from "./ties.js";

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

/** A figure by its document and its name, as {@link Known} has them. */
export interface Named {
  document: string;
  figure: string;
}

/** Figures of several documents that are the same number: they count the same people. */
export type Same = readonly Named[];

/** A figure that is the sum of others, of one document or of several. One that its document does not have stands for a count that nobody tells. */
export interface KnownSum {
  total: Named;
  parts: readonly Named[];
}

export interface AuditOptions {
  /** Possible values every withheld figure must keep (privacy policy, 3). */
  values?: number;
  /** Earlier publications, the oldest first: what a reader may have kept. */
  earlier?: readonly (readonly VitrineDocument[])[];
  /** What everybody knows of single figures, such as enrolments others publish. */
  known?: readonly Known[];
  /** What a reader can see to be the same number in several of the documents: these are attacked as one system too. */
  same?: readonly Same[];
  /** What everybody can add up beside the sums of a document itself: a region is its districts. */
  sums?: readonly KnownSum[];
  /** Whether to look for what is the same, and what adds up, in the documents themselves: for a folder of which nothing else is known. */
  look?: boolean;
}

/** Possible values every withheld figure must keep (privacy policy, 3: required interval). */
export const requiredValues = 5;

/**
 * Attacks published documents with nothing but their text, that of earlier publications, and public facts (privacy policy, 7). Beside an
 * earlier publication a reader takes a figure for what it was, as long as nothing says that it moved.
 */
export async function auditDocuments(documents: readonly VitrineDocument[], options: AuditOptions = {}): Promise<DocumentAudit> {
  const { values = requiredValues, earlier = [], known = [], look = false } = options;
  const [first, ...others]: Ties[] = look ? await withFound(documents, options) : [{ same: options.same ?? [], ties: options.sums ?? [] }];
  const sums = first!.ties;
  const releases = earlier.map((release) => release.map((document) => read(document)));
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
  const chains = documents.map((document): Chain => {
    const now = withSums(document, sums);
    return [now, ...releases.flatMap((release) => predecessor(now, release) ?? []).reverse()];
  });
  for (const [now, ...before] of chains) {
    const { document } = now;
    for (const fact of known) if (fact.document === document.id && now.cells.has(fact.figure)) used.add(fact);
    result.figures += now.cells.size;
    for (const { low, high } of now.cells.values()) result.open += low < high ? 1 : 0;
    const own = await attack([[now]], known, values);
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
    // Whoever knows where halves were rounded to knows a little more.
    if (hasRounded(now))
      for (const halves of ["up", "down"] as const) {
        const found = await attack([[withSums(document, sums, halves)]], known, values);
        if (!found.consistent) continue;
        found.narrow.forEach(tell);
        result.narrowest = Math.min(result.narrowest, found.narrowest);
      }
    for (const path of tellingMeans(document)) tell({ id: document.id, path, values: 1, why: "close" });
    const last = before[0];
    if (last) for (const [name, why] of broken(now, last)) tell({ id: document.id, path: now.cells.get(name)!.path, values: 1, why });
    (await overTime(now, before, known, values)).forEach(tell);
    result.narrow.push(...narrow.values());
  }
  const ids = new Set(documents.map(({ id }) => id));
  const alone = new Map(chains.map(([now]) => [now.document.id, now]));
  const across = ({ total, parts }: KnownSum) => {
    const all = [total, ...parts];
    if (!all.every(({ document }) => ids.has(document))) return false;
    return all.some(({ document, figure }) => document !== total.document || !alone.get(document)!.cells.has(figure));
  };
  for (const { same, ties: all } of [first!, ...others]) {
    const ties = all.filter(across);
    for (const together of connected(chains, same, ties)) {
      const found = await attackTogether(together, known, values, { same, ties });
      if (!found.consistent)
        result.contradictory.push(
          ...together.flatMap(([{ document }]) => (result.contradictory.includes(document.id) ? [] : [document.id])),
        );
      result.narrowest = Math.min(result.narrowest, found.narrowest);
      const told = new Set(result.narrow.map(({ id, path }) => `${id} ${path}`));
      result.narrow.push(
        ...found.narrow.flatMap(({ id, path, values: left, why }) => (told.has(`${id} ${path}`) ? [] : [{ id, path, values: left, why }])),
      );
    }
  }
  result.unused = known.filter((fact) => !used.has(fact));
  return result;
}

/**
 * What is known of the documents, and what they let see themselves. What contradicts it is not there. Two that can each be seen, and not both,
 * are two ways to look: first all that fit together, then each of the others by itself.
 */
async function withFound(documents: readonly VitrineDocument[], { same = [], sums = [] }: AuditOptions): Promise<[Ties, ...Ties[]]> {
  const readings = documents.map((document) => read(document));
  const together = ({ same: more, ties }: Ties, one: Ties): Ties => ({
    same: joinedSame([...more, ...one.same]),
    ties: [...ties, ...one.ties],
  });
  // Only whether they can be true together is asked.
  const canBe = async (ties: Ties, those: readonly Reading[]) => {
    const names = new Set(those.map(({ document }) => document.id));
    const chains = readings.map((reading): Chain => [reading]);
    const groups = connected(chains, ties.same, ties.ties).filter((group) => group.some(([{ document }]) => names.has(document.id)));
    for (const group of groups) if (!(await attack(group, [], 1, ties)).consistent) return false;
    return true;
  };
  const given: Ties = { same: joinedSame(same), ties: sums };
  let found = given;
  const others: Ties[] = [];
  for (const [at, one] of readings.entries())
    for (const other of readings.slice(at)) {
      const seen = tiesOf(one, other);
      if (seen.same.length + seen.sums.length === 0) continue;
      const ties: Ties = { same: seen.same, ties: seen.sums };
      const [all, alone] = [together(found, ties), together(given, ties)];
      if (await canBe(all, [one, other])) found = all;
      else if (found !== given && (await canBe(alone, [one, other]))) others.push(alone);
    }
  return [found, ...others];
}

/** Classes of figures that have one in common are one class. */
function joinedSame(same: readonly Same[]): Same[] {
  const classOf = new Map<string, Named[]>();
  const key = ({ document, figure }: Named) => `${document} ${figure}`;
  for (const figures of same) {
    const classes = new Set(figures.flatMap((one) => (classOf.has(key(one)) ? [classOf.get(key(one))!] : [])));
    const all = new Map([...[...classes].flat(), ...figures].map((one) => [key(one), one]));
    const joined = [...all.values()];
    for (const name of all.keys()) classOf.set(name, joined);
  }
  return [...new Set(classOf.values())];
}

/** A document with what everybody can add up in it. */
function withSums(document: VitrineDocument, sums: readonly KnownSum[], halves?: Halves): Reading {
  const now = read(document, halves);
  for (const { total, parts } of sums)
    if ([total, ...parts].every((one) => one.document === document.id && now.cells.has(one.figure)))
      now.sums.push({ total: total.figure, parts: parts.map(({ figure }) => figure) });
  return now;
}

/** A document and its predecessors, the newest first. */
type Chain = [now: Reading, ...before: Reading[]];

/** What ties the figures of several documents together. */
interface Ties {
  same: readonly Same[];
  ties: readonly KnownSum[];
}

/** Documents that have figures in common, directly or by others between. */
function connected(chains: readonly Chain[], same: readonly Same[], ties: readonly KnownSum[]): Chain[][] {
  let groups = chains.map((chain) => [chain]);
  const all = [...same, ...ties.map(({ total, parts }) => [total, ...parts])];
  const tied = new Set(ties.map(({ total }) => total.document));
  for (const figures of all) {
    const names = new Set(figures.map(({ document }) => document));
    const joined = groups.filter((group) => group.some(([{ document }]) => names.has(document.id)));
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
  }
  return groups.filter((group) => group.length > 1 || group.some(([{ document }]) => tied.has(document.id)));
}

/** Documents as one system, beside their predecessors too where these do not speak of something that moved. */
async function attackTogether(chains: readonly Chain[], known: readonly Known[], values: number, ties: Ties) {
  const now = await attack(
    chains.map(([newest]) => [newest]),
    known,
    values,
    ties,
  );
  if (!now.consistent || chains.every(({ length }) => length === 1)) return now;
  const all = await attack(chains, known, values, ties);
  const newest = new Set<Reading>(chains.map(([one]) => one));
  return all.consistent ? { ...all, narrow: [...now.narrow, ...all.narrow.filter(({ reading }) => newest.has(reading))] } : now;
}

/** What follows from a document and its predecessors, the newest first, beyond what followed from the earlier ones alone. */
async function overTime(now: Reading, before: readonly Reading[], known: readonly Known[], values: number): Promise<Narrow[]> {
  if (before.length === 0) return [];
  const all = await attack([[now, ...before]], known, values);
  // All together may not be true: something moved that no single sum tells. Then each is taken beside the new one alone.
  if (!all.consistent && before.length > 1) return (await Promise.all(before.map((one) => overTime(now, [one], known, values)))).flat();
  if (!all.consistent || all.narrow.length === 0) return [];
  const old = await Promise.all(before.map((one) => attack([[one]], known, values)));
  const was = new Set(old.flatMap(({ narrow }) => narrow.map(({ id, path }) => `${id} ${path}`)));
  return all.narrow.filter(({ id, path, reading }) => reading === now || !was.has(`${id} ${path}`));
}

/** Attacks readings of documents, each the newest first, as one system. */
async function attack(
  chains: readonly (readonly Reading[])[],
  known: readonly Known[],
  values: number,
  { same, ties }: Ties = { same: [], ties: [] },
) {
  const system = new System();
  const classes = new Map(same.flatMap((figures) => figures.map(({ document, figure }) => [`${document} ${figure}`, figures] as const)));
  const shared = new Map<Same, number>();
  let agree = true;
  const newest = new Map<string, number>();
  for (const readings of chains) {
    let cells = new Map<string, number>();
    readings.forEach((reading, at) => {
      const next = readings[at - 1];
      const changed = next ? moved(next, reading) : new Set<string>();
      const classOf = (name: string) => (next ? undefined : classes.get(`${reading.document.id} ${name}`));
      const found = system.add(
        reading,
        (name) => (next ? (changed.has(name) ? undefined : cells.get(name)) : shared.get(classOf(name)!)),
        known,
      );
      for (const [name, cell] of found) {
        const figures = classOf(name);
        if (figures && !shared.has(figures)) shared.set(figures, cell);
        // What is said to be one number and is told as two.
        if (figures && shared.get(figures) !== cell) agree = false;
        if (!next) newest.set(`${reading.document.id} ${name}`, cell);
      }
      cells = new Map([...cells, ...found]);
    });
  }
  const there = new Map(chains.map(([reading]) => [reading!.document.id, reading!]));
  const implied = new Map<number, Reading>();
  const cellOf = ({ document, figure }: Named) => {
    const name = `${document} ${figure}`;
    let cell = newest.get(name);
    if (cell === undefined) {
      newest.set(name, (cell = system.imply(there.get(document)!.document.privacy.threshold)));
      implied.set(cell, there.get(document)!);
    }
    return cell;
  };
  for (const { total, parts } of ties)
    if ([total, ...parts].every(({ document }) => there.has(document))) system.tie(cellOf(total), parts.map(cellOf));
  const found = await audit(system.published, values);
  const narrow = found.narrow.flatMap(({ cell, values: left }) => {
    const reading = implied.get(cell);
    if (reading) return [{ id: reading.document.id, path: "$", values: left, why: "close" as const, reading }];
    // The newest figure that is not exact: an exact one was told openly.
    const figure = system.figures[cell]!.find(({ read: { low, high } }) => low < high);
    return figure
      ? [{ id: figure.reading.document.id, path: figure.read.path, values: left, why: "close" as const, reading: figure.reading }]
      : [];
  });
  // Withheld in one document, and told by another.
  const heads = new Set(chains.map(([newest]) => newest));
  const { low, high } = system.published;
  for (const cell of shared.values()) {
    if (low[cell]! < high[cell]!) continue;
    for (const { reading, read: of } of system.figures[cell]!)
      if (heads.has(reading) && of.low < of.high) narrow.push({ id: reading.document.id, path: of.path, values: 1, why: "close", reading });
  }
  return { ...found, consistent: found.consistent && agree, narrow };
}
