const list = <T>(length: number, item: (at: number) => T): T[] => Array.from({ length }, (_, at) => item(at));

/** One table of pairs: what the second glyph is moved by, or undefined when the table does not speak of the pair. */
type Pairs = (left: number, right: number) => number | undefined;

/**
 * The pairs of a font's `kern` feature, added up over its lookups (OpenType, `GPOS`, lookup types 2 and 9).
 * @param gpos where the table begins @returns units that the second glyph of a pair is moved by
 */
export function readKerning(view: DataView, gpos: number): (left: number, right: number) => number {
  const [features, lookups] = [gpos + view.getUint16(gpos + 6), gpos + view.getUint16(gpos + 8)];
  const used = new Set<number>();
  for (const at of list(view.getUint16(features), (entry) => features + 2 + 6 * entry)) {
    if (view.getUint32(at) !== 0x6b65726e) continue;
    const feature = features + view.getUint16(at + 4);
    for (const entry of list(view.getUint16(feature + 2), (one) => view.getUint16(feature + 4 + 2 * one))) used.add(entry);
  }
  const tables = [...used].sort((one, two) => one - two).map((entry) => pairsOf(view, lookups + view.getUint16(lookups + 2 + 2 * entry)));
  return (left, right) => {
    let sum = 0;
    for (const pairs of tables) {
      // The first table of a lookup that speaks of a pair ends it.
      for (const pair of pairs) {
        const moved = pair(left, right);
        if (moved === undefined) continue;
        sum += moved;
        break;
      }
    }
    return sum;
  };
}

function pairsOf(view: DataView, lookup: number): Pairs[] {
  return list(view.getUint16(lookup + 4), (entry) => lookup + view.getUint16(lookup + 6 + 2 * entry)).flatMap((at) => {
    const extended = view.getUint16(lookup) === 9;
    const kind = extended ? view.getUint16(at + 2) : view.getUint16(lookup);
    const table = extended ? at + view.getUint32(at + 4) : at;
    if (kind !== 2) return [];
    return [view.getUint16(table) === 1 ? namedPairs(view, table) : classPairs(view, table)];
  });
}

/** Bytes of a value record of this format; its horizontal advance is the one that `advanceAt` finds. */
const sizeOf = (format: number) => 2 * format.toString(2).replaceAll("0", "").length;
const advanceAt = (format: number) => (format & 4 ? sizeOf(format & 3) : undefined);

/** Pairs glyph by glyph. */
function namedPairs(view: DataView, table: number): Pairs {
  const first = coverage(view, table + view.getUint16(table + 2));
  const [format, other] = [view.getUint16(table + 4), view.getUint16(table + 6)];
  const size = 2 + sizeOf(format) + sizeOf(other);
  const advance = advanceAt(format);
  return (left, right) => {
    const index = first.get(left);
    if (index === undefined) return undefined;
    const set = table + view.getUint16(table + 10 + 2 * index);
    for (let at = set + 2; at < set + 2 + size * view.getUint16(set); at += size)
      if (view.getUint16(at) === right) return advance === undefined ? 0 : view.getInt16(at + 2 + advance);
    return undefined;
  };
}

/** Pairs by classes of glyphs. */
function classPairs(view: DataView, table: number): Pairs {
  const first = coverage(view, table + view.getUint16(table + 2));
  const [format, other] = [view.getUint16(table + 4), view.getUint16(table + 6)];
  const [one, two] = [classes(view, table + view.getUint16(table + 8)), classes(view, table + view.getUint16(table + 10))];
  const size = sizeOf(format) + sizeOf(other);
  const columns = view.getUint16(table + 14);
  const advance = advanceAt(format);
  return (left, right) => {
    if (!first.has(left)) return undefined;
    if (advance === undefined) return 0;
    return view.getInt16(table + 16 + size * (columns * (one.get(left) ?? 0) + (two.get(right) ?? 0)) + advance);
  };
}

/** Each glyph that a table speaks of, and its place there. */
function coverage(view: DataView, at: number): Map<number, number> {
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) return new Map(list(count, (entry) => [view.getUint16(at + 4 + 2 * entry), entry]));
  return new Map(
    list(count, (entry) => at + 4 + 6 * entry).flatMap((range) => {
      const [from, to, index] = [view.getUint16(range), view.getUint16(range + 2), view.getUint16(range + 4)];
      return list(to - from + 1, (step): [number, number] => [from + step, index + step]);
    }),
  );
}

/** The class of each glyph; those that are not here are of class 0. */
function classes(view: DataView, at: number): Map<number, number> {
  if (view.getUint16(at) === 1) {
    const from = view.getUint16(at + 2);
    return new Map(list(view.getUint16(at + 4), (entry) => [from + entry, view.getUint16(at + 6 + 2 * entry)]));
  }
  return new Map(
    list(view.getUint16(at + 2), (entry) => at + 4 + 6 * entry).flatMap((range) => {
      const [from, to, of] = [view.getUint16(range), view.getUint16(range + 2), view.getUint16(range + 4)];
      return list(to - from + 1, (step): [number, number] => [from + step, of]);
    }),
  );
}
