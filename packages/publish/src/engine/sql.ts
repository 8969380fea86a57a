/**
 * All SQL text is put together here, in one dialect per engine. Names of columns and files that people chose reach SQL only as
 * quoted literals; tables and columns inside the engine have names of our own.
 */

/** A text literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''").replaceAll("\0", "")}'`;

const named = /^[a-z][a-z0-9_]*$/;
/** A name of our own: anything else is a mistake of this program. */
export function own(name: string): string {
  if (!named.test(name)) throw new TypeError("not a name of our own");
  return name;
}

const literals = (texts: readonly string[]) => texts.map(literal).join(", ");

/** `CASE` over a cell: the first list that holds the key decides. Keys are compared trimmed and without case. */
export function pick(cell: string, choices: readonly { keys: readonly string[]; gives: string }[], otherwise: string): string {
  const branches = choices.filter(({ keys }) => keys.length > 0).map(({ keys, gives }) => `WHEN ${among(cell, keys)} THEN ${gives}`);
  return branches.length > 0 ? `CASE ${branches.join(" ")} ELSE ${otherwise} END` : otherwise;
}

/** Whether a cell is one of these words, trimmed and without case. An empty cell is `""`. */
export const among = (cell: string, keys: readonly string[]): string =>
  keys.length > 0 ? `${key(cell)} IN (${literals(keys.map(fold))})` : "FALSE";

/** A cell as it is compared. */
export const key = (cell: string): string => `lower(coalesce(${cell}, ''))`;
/** A word of the config as it is compared. */
export const fold = (word: string): string => word.trim().toLowerCase();

const blanks = literal(" \t\n\v\f\r\u00a0\ufeff");

/** Without outer blanks. Few cells end in anything but spaces, and cutting spaces alone takes the engine a third of the time. */
function trimmed(cell: string): string {
  const cut = `trim(${cell})`;
  const ends = ["\t", "\n", "\v", "\f", "\r", "\ufeff"].map((sign) => `suffix(${cut}, ${literal(sign)})`);
  return `CASE WHEN ${cut} < '!' OR ${cut} >= ${literal("\ufeff")} OR ${ends.join(" OR ")} THEN trim(${cell}, ${blanks}) ELSE ${cut} END`;
}

/** Text without outer blanks; nothing when that is empty or one of `unknown`. A code of digits is filled up with zeros on the left. */
export function clean(cell: string, unknown: readonly string[], digits = 0): string {
  const known = `nullif(${trimmed(cell)}, '')`;
  const whole = `regexp_full_match(${known}, '[0-9]{1,${digits}}')`;
  const padded = digits > 0 ? `CASE WHEN ${whole} THEN lpad(${known}, ${digits}, '0') ELSE ${known} END` : known;
  return unknown.length > 0 ? `CASE WHEN ${among(known, unknown)} THEN NULL ELSE ${padded} END` : padded;
}

/** A cell as a number, or nothing. */
export const number = (cell: string): string =>
  `CASE WHEN regexp_full_match(${cell}, '[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?') THEN try_cast(${cell} AS DOUBLE) END`;

const file = literal;

/** Would the engine take a path for a pattern, or refuse it? */
export const isOddPath = (path: string): boolean => /[*?[\]\\{}]/.test(path);

/** Column names of our own: `c0`, `c1`. */
export const at = (position: number): string => own(`c${position}`);

export interface CsvShape {
  path: string;
  columns: number;
  delimiter: string;
  gzip: boolean;
  encoding: "utf-8" | "latin-1";
  /** Lenient reading copes with line ends of both kinds in one file. */
  lenient: boolean;
  rejects: string;
}

/** Reads a CSV file, every cell as text; what cannot be read goes to the table `rejects`. */
export function readCsv(shape: CsvShape): string {
  const columns = Array.from({ length: shape.columns }, (_, position) => `'${at(position)}': 'VARCHAR'`).join(", ");
  return `read_csv(${file(shape.path)}, auto_detect = false, header = true, delim = ${literal(shape.delimiter)}, quote = '"', escape = '"',
    columns = {${columns}}, compression = '${shape.gzip ? "gzip" : "none"}', encoding = '${shape.encoding}', strict_mode = ${!shape.lenient},
    ignore_errors = true, store_rejects = true, rejects_table = '${own(shape.rejects)}', rejects_scan = '${own(`${shape.rejects}_scan`)}', rejects_limit = 0)`;
}

export const readParquet = (path: string): string => `read_parquet(${file(path)})`;

/** One column `json`, one row for each line; nothing where the line is not JSON. */
export const readJsonLines = (path: string, gzip: boolean): string =>
  `read_ndjson_objects(${file(path)}, ignore_errors = true, compression = '${gzip ? "gzip" : "uncompressed"}')`;

/** The value of a key of a JSON object, as text. */
export const jsonCell = (name: string): string => `json_extract_string(json, ${literal(`$."${name.replace(/["\\]/g, "\\$&")}"`)})`;

/** A column of a foreign table by its own name. */
export const foreign = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Statements that make the engine keep count of how far a query is, and print nothing. */
export const tellProgress: readonly string[] = [
  "SET enable_progress_bar = true",
  "SET enable_progress_bar_print = false",
  "SET progress_bar_time = 0",
];

/** Statements that close the engine: it may read these files and nothing else, and cannot be opened again. */
export const closeEngine = (files: readonly string[], scratch: string): string[] => [
  `SET temp_directory = ${literal(scratch)}`,
  `SET allowed_paths = [${literals(files)}]`,
  `SET allowed_directories = [${literal(scratch)}]`,
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];
