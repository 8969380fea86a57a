import { pathText } from "../config/read.js";
import type { Meaning } from "../config/parts.js";
import type { Condition } from "../config/schema.js";
import type { Engine } from "../engine/engine.js";
import { fold } from "../engine/dialects.js";
import { at } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { FaultReason, Faults } from "../faults.js";
import { need, type Columns } from "../rows/columns.js";
import { whereSql, type Rows } from "../rows/load.js";
import { looksLikePeople, looksNamed } from "../rows/names.js";
import { codeOf } from "./groups.js";
import { plainText } from "./plain.js";

type Path = readonly (string | number)[];

/** Columns of a list of things that are shown row by row, by the keys they have in the config. */
export interface Listing {
  source: string;
  where: string;
  cells: Map<string, { column: string; sql: string }>;
}

/**
 * Checks the columns of a list. @param shown keys whose cells readers see as text; @param read keys whose cells are only read
 * @throws PublishError for a column that does not exist, or one of shown text that holds people
 */
export function listing(
  config: { from: string; where?: Condition[] | undefined },
  shown: Record<string, string | undefined>,
  read: Record<string, string | undefined>,
  columns: Columns,
  path: Path,
): Listing {
  const cells = new Map<string, { column: string; sql: string }>();
  for (const [key, column] of Object.entries({ ...shown, ...read })) {
    if (column === undefined) continue;
    const here = [...path, key];
    if (key in shown && looksLikePeople(column))
      throw new PublishError(
        "names-people",
        `${pathText(here)} is a column of people: name one that holds no names; people are shown by role only.`,
        {
          path: pathText(here),
          column,
        },
      );
    cells.set(key, { column, sql: at(need(columns, column, here)) });
  }
  const where = (config.where ?? []).map((condition, position) => ({
    ...condition,
    cell: at(need(columns, condition.column, [...path, "where", position, "column"])),
  }));
  return { source: config.from, where: whereSql(columns.sql, where), cells };
}

/** One row of a list, its cells read as what they mean. */
export interface ListedRow {
  /** Text as readers see it; nothing for an empty cell. */
  text: (key: string, max: number) => string | undefined;
  day: (key: string) => string | undefined;
  /** The digits of a cell; anything else in it is reported and comes as it is. */
  number: (key: string) => string | undefined;
  isEmpty: (key: string) => boolean;
  /** The word a cell means. An empty or unlisted cell is `otherwise`; an unlisted one is reported. */
  word: <W extends string>(key: string, meaning: Meaning<W> | undefined, otherwise: W) => W;
  /** Words of several cells in one, each once; those not listed are left out and reported. */
  words: <W extends string>(key: string, values: Record<string, W>, separator: string) => W[];
}

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** Reads the lists of one document, and collects what could not be used. */
export class Lists {
  readonly #counts = new Map<string, { column: string; reason: FaultReason; rows: number }>();
  readonly #named: string[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly document: string,
    private readonly rowsOf: (source: string) => Rows,
  ) {}

  /** The rows of a list in the order of the file; none where the config has no such list. */
  async read(listed: Listing | undefined): Promise<ListedRow[]> {
    if (!listed) return [];
    const { source, where, cells } = listed;
    const rows = this.rowsOf(source);
    const keys = [...cells.keys()];
    const list = ["n", ...[...cells.values()].map(({ sql }) => sql)].join(", ");
    const found: ListedRow[] = [];
    await this.engine.each(`SELECT ${list} FROM ${rows.table} WHERE ${where} ORDER BY n`, ([n, ...values]) => {
      const cell = (key: string) => (cells.has(key) ? plainText(String(values[keys.indexOf(key)] ?? "")) : "");
      found.push(this.#row(cell, (key) => cells.get(key)!.column, `Row ${Number(n) + 2} of the source "${rows.columns.name}"`));
    });
    return found;
  }

  /** Once every cell was read. @throws PublishError for text that names somebody */
  finish(faults: Faults): void {
    for (const fault of this.#counts.values()) faults.add({ in: this.document, ...fault });
    const [first, ...more] = this.#named.map(
      (place) => `${place}, looks like the name, address or number of a person: write the role instead.`,
    );
    if (first) throw new PublishError("names-people", first, {}, more);
  }

  #tell(reason: FaultReason, column: string): void {
    const known = this.#counts.get(`${reason} ${column}`);
    this.#counts.set(`${reason} ${column}`, { column, reason, rows: (known?.rows ?? 0) + 1 });
  }

  #row(cell: (key: string) => string, columnOf: (key: string) => string, place: string): ListedRow {
    return {
      text: (key, max) => {
        const text = cell(key);
        if (looksNamed(text)) this.#named.push(`${place}, column ${JSON.stringify(columnOf(key))}`);
        if (text.length > max) this.#tell("text-too-long", columnOf(key));
        return text === "" ? undefined : text.length > max ? `${text.slice(0, max - 1)}…` : text;
      },
      day: (key) => {
        const text = cell(key);
        if (text === "" || isDay(text)) return text || undefined;
        this.#tell("not-a-day", columnOf(key));
        return undefined;
      },
      number: (key) => {
        const text = cell(key);
        if (text !== "" && !/^\d{1,9}$/.test(text)) this.#tell("not-a-number", columnOf(key));
        return text || undefined;
      },
      isEmpty: (key) => cell(key) === "",
      word: (key, meaning, otherwise) => {
        if (meaning?.value !== undefined) return meaning.value;
        const text = cell(key);
        const known = Object.entries(meaning?.values ?? {}).find(([one]) => fold(one) === fold(text));
        if (!known && text !== "") this.#tell("value-not-listed", columnOf(key));
        return known?.[1] ?? otherwise;
      },
      words: (key, values, separator) => {
        const parts = cell(key)
          .split(separator)
          .map(fold)
          .filter((part) => part !== "");
        const known = parts.map((part) => Object.entries(values).find(([one]) => fold(one) === part)?.[1]);
        if (known.includes(undefined)) this.#tell("value-not-listed", columnOf(key));
        return [...new Set(known.filter((word) => word !== undefined))];
      },
    };
  }
}

/** Codes made of names, each different. */
export function codesOf(names: readonly string[]): string[] {
  const codes = new Set<string>();
  return names.map((name) => {
    const code = codeOf(name);
    let id = code;
    for (let more = 2; codes.has(id); more++) id = `${code}-${more}`;
    codes.add(id);
    return id;
  });
}
