import { duckdb } from "./dialects.js";

/**
 * What only the embedded engine reads: files. Names of columns and files that people chose reach SQL only quoted; tables and columns inside
 * the engine have names of our own.
 */

const { literal } = duckdb;
const literals = (texts: readonly string[]) => texts.map(literal).join(", ");

const named = /^[a-z][a-z0-9_]*$/;
/** A name of our own: anything else is a mistake of this program. */
export function own(name: string): string {
  if (!named.test(name)) throw new TypeError("not a name of our own");
  return name;
}

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

/** The value of a key of a JSON object, as text. By a pointer: in the other way to write a path `*` stands for every key. */
export const jsonCell = (name: string): string =>
  `json_extract_string(json, ${literal(`/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)})`;

/** Statements that make the engine keep count of how far a query is, and print nothing. */
export const tellProgress: readonly string[] = [
  "SET enable_progress_bar = true",
  "SET enable_progress_bar_print = false",
  "SET progress_bar_time = 0",
];

/** Statements that close the engine: it may read these files and nothing else, and cannot be opened again. */
export const closeEngine = (files: readonly string[], scratch: string): string[] => [
  // A moment in a file is read as the same text wherever this runs.
  "SET TimeZone = 'UTC'",
  `SET temp_directory = ${literal(scratch)}`,
  `SET allowed_paths = [${literals(files)}]`,
  `SET allowed_directories = [${literal(scratch)}]`,
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];
