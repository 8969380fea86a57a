/**
 * One plan of counting in three dialects. Makers put queries together from the words of {@link Sql}, which mean the same in every engine,
 * and from what all three read alike: nested `SELECT`, `GROUP BY` a named column, `count(DISTINCT ...)`, `CASE`.
 * Left out because one of them lacks it, or reads it otherwise: `FILTER`, `GROUP BY 1`, `INTERSECT`, windows, booleans as values, integer division.
 */

/** What an engine says in words of its own. */
interface Words {
  /** As a report names it. */
  name: string;
  /** A text literal. */
  literal: (text: string) => string;
  /** The name of a foreign table or column. */
  quoted: (name: string) => string;
  /** A foreign column as text, compared byte by byte. */
  text: (column: string) => string;
  /** Without upper case, one letter for one letter. `plain` where only letters from a to z are looked for. */
  lower: (cell: string, plain: boolean) => string;
  /** Text without outer blanks, see {@link blanks}. */
  trimmed: (cell: string) => string;
  /** Without these signs at the end. */
  cutEnd: (cell: string, signs: string) => string;
  /** Whether a whole cell is of a pattern that all engines read alike. */
  matches: (cell: string, pattern: string) => string;
  /** A cell that is known to be a number, as one. */
  parsed: (cell: string) => string;
  /** A number with a decimal point; a large whole one. */
  double: (value: string) => string;
  whole: (value: string) => string;
  /** `IN` a query: over all shards. */
  within: string;
  /** The day a cell begins with, as days are compared: year-month-day, from 1971 to 2105; nothing where it is none. */
  day: (cell: string) => string;
  /** The first day of a day's week, month or year. */
  begins: (step: "week" | "month" | "year", day: string) => string;
  /** Such a day as text. */
  dayText: (day: string) => string;
}

/** A word of the config as it is compared. */
export const fold = (word: string): string => word.trim().toLowerCase();

/** Blanks at both ends of a cell that are cut: controls, and every space of Unicode. */
const blanks = " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff";
const numeric = "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?";
/** Figures are added up in millionths, as whole numbers: their sum is the same in whatever order they come. */
export const millionth = 1_000_000;

/** The words every query is made of. Cells are expressions of text or nothing. */
export function sqlOf(words: Words) {
  const { literal } = words;
  const listed = (texts: readonly string[]) => texts.map(literal).join(", ");
  /** A cell as it is compared. */
  const key = (cell: string): string => words.lower(`coalesce(${cell}, '')`, false);
  /** Whether a cell is one of these words, trimmed and without case. An empty cell is `""`. */
  const among = (cell: string, keys: readonly string[]): string => {
    const plain = keys.every((one) => /^[\0-\x7f]*$/.test(one));
    return keys.length > 0 ? `${words.lower(`coalesce(${cell}, '')`, plain)} IN (${listed(keys.map(fold))})` : "1 = 0";
  };
  /** `CASE` over a cell: the first list that holds the key decides. */
  const pick = (cell: string, choices: readonly { keys: readonly string[]; gives: string }[], otherwise: string): string => {
    const branches = choices.filter(({ keys }) => keys.length > 0).map(({ keys, gives }) => `WHEN ${among(cell, keys)} THEN ${gives}`);
    return branches.length > 0 ? `CASE ${branches.join(" ")} ELSE ${otherwise} END` : otherwise;
  };
  /** Text without outer blanks, or nothing. */
  const trimmed = (cell: string): string => `nullif(${words.trimmed(cell)}, '')`;
  /** Trimmed text; nothing when that is one of `unknown`. A code of digits is filled up with zeros on the left. */
  const clean = (known: string, unknown: readonly string[], digits = 0): string => {
    const zeros = literal("0".repeat(digits));
    const filled = `concat(substring(${zeros}, 1, ${digits} - length(${known})), ${known})`;
    const padded = digits > 0 ? `CASE WHEN ${words.matches(known, `[0-9]{1,${digits}}`)} THEN ${filled} ELSE ${known} END` : known;
    return unknown.length > 0 ? `CASE WHEN ${among(known, unknown)} THEN NULL ELSE ${padded} END` : padded;
  };
  /** A cell as a number, or nothing. */
  const number = (cell: string): string =>
    `CASE WHEN ${words.matches(cell, numeric)} AND length(${cell}) < 100 THEN ${words.parsed(cell)} END`;
  /** A number that is not too large in millionths, see {@link millionth}. */
  const millionths = (value: string): string => `CASE WHEN abs(${value}) < 1e12 THEN ${words.whole(`floor(${value} * 1e6 + 0.5)`)} END`;
  /** The quotient of two whole numbers, rounded to a whole one. */
  const quotient = (sum: string, count: string): string => words.whole(`floor(${words.double(sum)} / ${words.double(count)} + 0.5)`);
  /** How many rows satisfy a condition. */
  const countIf = (condition: string): string => `coalesce(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
  return { ...words, trimmed, key, among, pick, clean, number, millionths, quotient, countIf };
}
export type Sql = ReturnType<typeof sqlOf>;

const singly = (text: string) => `'${text.replaceAll("'", "''").replaceAll("\0", "")}'`;
const doubly = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const duckdb = sqlOf({
  name: "DuckDB",
  literal: singly,
  quoted: doubly,
  text: (column) => `CAST(${column} AS VARCHAR)`,
  lower: (cell) => `lower(${cell})`,
  // Few cells end in anything but spaces, and cutting spaces alone takes the engine a third of the time.
  trimmed(cell) {
    const cut = `trim(${cell})`;
    const ends = ["\t", "\n", "\v", "\f", "\r", "\ufeff"].map((sign) => `suffix(${cut}, ${singly(sign)})`);
    return `CASE WHEN ${cut} < '!' OR ${cut} >= ${singly("\ufeff")} OR ${ends.join(" OR ")} THEN trim(${cell}, ${singly(blanks)}) ELSE ${cut} END`;
  },
  cutEnd: (cell, signs) => `rtrim(${cell}, ${singly(signs)})`,
  matches: (cell, pattern) => `regexp_full_match(${cell}, ${singly(pattern)})`,
  parsed: (cell) => `try_cast(${cell} AS DOUBLE)`,
  double: (value) => `CAST(${value} AS DOUBLE)`,
  whole: (value) => `CAST(${value} AS BIGINT)`,
  within: "IN",
  // Written again, a day is its own text: the engine would read more as one, such as `2026-1-1` or `2026-01-1x`.
  day(cell) {
    const text = `substring(${cell}, 1, 10)`;
    const day = `try_cast(${text} AS DATE)`;
    return `CASE WHEN CAST(${day} AS VARCHAR) = ${text} THEN ${day} END`;
  },
  // Days are compared faster than text, and there may be millions.
  begins: (step, day) =>
    `CAST(date_trunc('${step}', CASE WHEN ${day} BETWEEN DATE '1971-01-01' AND DATE '2105-12-31' THEN ${day} END) AS DATE)`,
  dayText: (day) => `strftime(${day}, '%Y-%m-%d')`,
});

/** Upper-case letters beyond a to z and their lower-case ones, where both are one letter. */
let letters: { upper: string; lower: string } | undefined;
function lettersBeyond(): { upper: string; lower: string } {
  const found = { upper: "\u0130", lower: "i" };
  for (let code = 0x80; code < 0x1f000; code++) {
    const upper = String.fromCodePoint(code);
    const [lower, ...more] = upper.toLowerCase();
    if (lower === upper || more.length > 0) continue;
    found.upper += upper;
    found.lower += lower;
  }
  return found;
}

/** The day a cell begins with, as text, by comparing text alone: an engine may refuse to read a day that is none. */
function dayAlone(cell: string, matches: Words["matches"]): string {
  const [day, year, month] = [
    [1, 10],
    [1, 4],
    [6, 2],
  ].map(([from, length]) => `substring(${cell}, ${from}, ${length})`) as [string, string, string];
  const fours = Array.from({ length: 25 }, (_, at) => `'${String(4 * at).padStart(2, "0")}'`).join(", ");
  const leap = `substring(${cell}, 3, 2) IN (${fours}) AND ${year} <> '2100'`;
  const last = `CASE WHEN ${month} IN ('04', '06', '09', '11') THEN '30' WHEN ${month} <> '02' THEN '31' WHEN ${leap} THEN '29' ELSE '28' END`;
  const shape = matches(day, "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
  return `CASE WHEN ${shape} AND ${year} >= '1971' AND ${year} < '2106' AND substring(${cell}, 9, 2) <= ${last} THEN ${day} END`;
}
const beginsAlone = (step: "week" | "month" | "year", day: string, monday: string): string =>
  step === "week" ? monday : step === "month" ? `substring(${day}, 1, 7) || '-01'` : `substring(${day}, 1, 4) || '-01-01'`;

export const postgresql = sqlOf({
  name: "PostgreSQL",
  literal: singly,
  quoted: doubly,
  text: (column) => `CAST(${column} AS text) COLLATE "C"`,
  // In this collation the engine knows letters from a to z only; others depend on how it was built, so that we name them ourselves.
  lower(cell, plain) {
    if (plain) return `translate(lower(${cell}), '\u212a\u0130', 'ki')`;
    const { upper, lower } = (letters ??= lettersBeyond());
    return `CASE WHEN octet_length(${cell}) = length(${cell}) THEN lower(${cell}) ELSE translate(lower(${cell}), '${upper}', '${lower}') END`;
  },
  trimmed: (cell) => `btrim(${cell}, ${singly(blanks)})`,
  cutEnd: (cell, signs) => `rtrim(${cell}, ${singly(signs)})`,
  matches: (cell, pattern) => `(${cell} ~ ${singly(`^(?:${pattern})$`)})`,
  parsed: (cell) => `CAST(${cell} AS double precision)`,
  double: (value) => `CAST(${value} AS double precision)`,
  whole: (value) => `CAST(${value} AS bigint)`,
  within: "IN",
  day: (cell) => dayAlone(cell, postgresql.matches),
  begins: (step, day) => beginsAlone(step, day, `to_char(date_trunc('week', CAST(${day} AS timestamp)), 'YYYY-MM-DD')`),
  dayText: (day) => day,
});

/** Letters that a ClickHouse of 2018 leaves as they are. Besides these it does so with scripts that schools do not write, such as Coptic. */
const leftAlone = [
  "\u0130i",
  "\u01c5\u01c6",
  "\u01c8\u01c9",
  "\u01cb\u01cc",
  "\u01f2\u01f3",
  "\u023a\u2c65",
  "\u023e\u2c66",
  "\u1e9e\u00df",
  "\u2126\u03c9",
  "\u212ak",
  "\u212b\u00e5",
];

const slashed = (text: string) => `'${text.replaceAll("\0", "").replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
const signsOf = (signs: string) => `[${signs.replaceAll(/[\\\]^-]/g, "\\$&")}]+`;

export const clickhouse = sqlOf({
  name: "ClickHouse",
  literal: slashed,
  quoted: (name) => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  text: (column) => `CAST(${column} AS Nullable(String))`,
  lower(cell, plain) {
    const [first, kelvin] = [leftAlone[0]!, "\u212ak"];
    const known = (plain ? [first, kelvin] : leftAlone).reduce(
      (text, [upper, lower]) => `replaceAll(${text}, '${upper}', '${lower}')`,
      cell,
    );
    return `lowerUTF8(${known})`;
  },
  trimmed: (cell) => `replaceRegexpAll(${cell}, ${slashed(`^${signsOf(blanks)}|${signsOf(blanks)}$`)}, '')`,
  cutEnd: (cell, signs) => `replaceRegexpOne(${cell}, ${slashed(`${signsOf(signs)}$`)}, '')`,
  matches: (cell, pattern) => `match(${cell}, ${slashed(`^(?:${pattern})$`)})`,
  parsed: (cell) => `toFloat64OrNull(replaceRegexpOne(${cell}, '^[+]', ''))`,
  double: (value) => `toFloat64(${value})`,
  whole: (value) => `toInt64(${value})`,
  within: "GLOBAL IN",
  day: (cell) => dayAlone(cell, clickhouse.matches),
  begins: (step, day) => beginsAlone(step, day, `toString(toMonday(toDateOrNull(${day})))`),
  dayText: (day) => day,
});
