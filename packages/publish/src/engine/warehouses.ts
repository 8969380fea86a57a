import { PublishError } from "../error.js";
import { clickhouse, postgresql, type Sql } from "./dialects.js";
import type { Cell, Counter } from "./engine.js";

/** A source's rows in a warehouse, as the config names them. */
export interface WarehouseConfig {
  engine: "postgresql" | "clickhouse";
  address: string;
  table: string;
}

/** A connection: the answer to a query as lists of cells, whole numbers as `number`. Rejects with {@link Trouble} alone. */
interface Connection {
  version: string;
  ask(query: string): Promise<{ names: string[]; rows: Cell[][] }>;
  close: () => Promise<void>;
}

/** What went wrong, without the engine's own words: these may quote cells, or the address. */
class Trouble extends Error {
  constructor(readonly kind: "unreachable" | "refused" | "lost" | "query") {
    super(kind);
  }
}

/** The warehouses of one publication: one connection for each address, opened when it is first named. */
export class Warehouses {
  readonly #open = new Map<string, { counter: Counter; ask: Connection["ask"] }>();

  /** @param environment where addresses are looked up */
  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  /** The table of a source, and its columns. @throws PublishError that never holds the address or a cell */
  async open(source: string, { engine, address, table }: WarehouseConfig): Promise<{ counter: Counter; table: string; names: string[] }> {
    const key = `${engine} ${address}`;
    const { counter, ask } = this.#open.get(key) ?? (await this.#connect(source, engine, address));
    this.#open.set(key, { counter, ask });
    const quoted = table.split(".").map(counter.sql.quoted).join(".");
    const { names } = await ask(`SELECT * FROM ${quoted} WHERE 1 = 0`);
    return { counter, table: quoted, names };
  }

  versions(): string[] {
    return [...new Set([...this.#open.values()].map(({ counter }) => counter.version))];
  }

  async close(): Promise<void> {
    for (const { counter } of this.#open.values()) await counter.close();
  }

  async #connect(source: string, engine: WarehouseConfig["engine"], variable: string) {
    const address = this.environment[variable];
    const sql = engine === "postgresql" ? postgresql : clickhouse;
    if (address === undefined || address === "")
      throw new PublishError(
        "warehouse-failed",
        `The environment variable ${variable}, which the source "${source}" names, is not set: put the address of the warehouse in it.`,
      );
    const told = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (reason) {
        const kind = reason instanceof Trouble ? reason.kind : "query";
        throw new PublishError("warehouse-failed", sentences[kind](`${sql.name}, at the address in ${variable}`, source));
      }
    };
    const connection = await told(engine === "postgresql" ? connectPostgresql(address) : connectClickhouse(address));
    const ask = (query: string) => told(connection.ask(query));
    return { counter: counterOf(connection, ask, sql), ask };
  }
}

const sentences: Record<Trouble["kind"], (where: string, source: string) => string> = {
  unreachable: (where) =>
    `No answer from ${where}: see whether it is right, whether the server runs and whether it may be reached from here.`,
  refused: (where, source) =>
    `The account in the address was refused by ${where}: see whether it may read what "sources" name, "${source}" first.`,
  lost: (where) =>
    `The connection to ${where}, was cut while it counted; nothing was written, and what was published before stands: try again.`,
  query: (where, source) =>
    `A query was not answered by ${where}: see whether the tables that "sources" name exist there, "${source}" first, and whether their columns can be read as text.`,
};

const counterOf = ({ version, close }: Connection, ask: Connection["ask"], sql: Sql): Counter => ({
  version,
  sql,
  ordered: false,
  all: async <R extends Cell[]>(query: string) => (await ask(query)).rows as R[],
  each: async <R extends Cell[]>(query: string, take: (row: R) => void) => (await ask(query)).rows.forEach((row) => take(row as R)),
  // An account that may only read is enough: what was asked once is asked again, inside the next query.
  keep: (name, query) => Promise.resolve(`(${query}) AS ${name}`),
  close,
});

/** Any engine that speaks PostgreSQL's protocol. All queries see the same rows, whatever is written meanwhile. */
async function connectPostgresql(connectionString: string): Promise<Connection> {
  const { Client, DatabaseError } = (await import("pg")).default;
  // Whole and exact numbers come as text.
  const numbers = new Set([20, 1700]);
  const parsed = (type: number) => (numbers.has(type) ? Number : undefined);
  const troubleOf = (reason: unknown, otherwise: Trouble["kind"]) => {
    const code = reason instanceof DatabaseError ? (reason.code ?? "") : "";
    if (/^(28|42501|3D)/.test(code)) return new Trouble("refused");
    return new Trouble(/^(57P|08)/.test(code) || code === "" ? otherwise : "query");
  };
  const made = () => {
    try {
      return new Client({ connectionString, connectionTimeoutMillis: 20_000, application_name: "vitrine" });
    } catch {
      throw new Trouble("unreachable");
    }
  };
  const client = made();
  // Without a listener a cut connection would end the program; the query at hand tells of it.
  client.on("error", () => undefined);
  const close = () => client.end().catch(() => undefined);
  let version: string;
  try {
    await client.connect();
    // Days and moments are read as the same text, whatever the server or the account is set to.
    await client.query("SET standard_conforming_strings = on; SET datestyle = 'ISO, YMD'; SET timezone = 'UTC'");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    version = `PostgreSQL ${String((await client.query<{ server_version: string }>("SHOW server_version")).rows[0]?.server_version)}`;
  } catch (reason) {
    void close();
    throw troubleOf(reason, "unreachable");
  }
  return {
    version,
    async ask(text) {
      try {
        const found = await client.query<Cell[]>({ text, rowMode: "array" });
        const types = found.fields.map(({ dataTypeID }) => parsed(dataTypeID));
        const rows = found.rows.map((row) => row.map((cell, at) => (cell === null ? cell : (types[at]?.(cell) ?? cell))));
        return { names: found.fields.map(({ name }) => name), rows };
      } catch (reason) {
        throw troubleOf(reason, "lost");
      }
    },
    close,
  };
}

/** A ClickHouse server, alone or one of a cluster. */
async function connectClickhouse(url: string): Promise<Connection> {
  const { ClickHouseLogLevel, createClient } = await import("@clickhouse/client");
  const troubleOf = (reason: unknown, otherwise: Trouble["kind"]) => {
    // Older servers write their errors in a way that the client does not know; the number stands in both.
    const { code, message } = reason as { code?: unknown; message?: unknown };
    const number = /^\d+$/.exec(String(code))?.[0] ?? /^Code: (\d+)/.exec(String(message))?.[1];
    if (number === undefined) return new Trouble(otherwise);
    // Codes of the engine: access and login; a shard that does not answer, or stopped to.
    if (["192", "193", "194", "195", "497", "516", "81"].includes(number)) return new Trouble("refused");
    return new Trouble(["32", "95", "99", "101", "102", "198", "209", "210", "279"].includes(number) ? "lost" : "query");
  };
  let client: ReturnType<typeof createClient>;
  try {
    // A query may take as long as it needs; its own log would quote addresses and queries.
    client = createClient({ url, request_timeout: 24 * 3_600_000, log: { level: ClickHouseLogLevel.OFF } });
  } catch {
    throw new Trouble("unreachable");
  }
  const ask = async (query: string, otherwise: Trouble["kind"]) => {
    try {
      const result = await client.query({ query, format: "JSONCompact" });
      const { meta = [], data } = (await result.json()) as { meta?: { name: string; type: string }[]; data: Cell[][] };
      const wide = meta.map(({ type }) => /U?Int(64|128|256)|Decimal/.test(type));
      return {
        names: meta.map(({ name }) => name),
        rows: data.map((row) => row.map((cell, at) => (wide[at] && cell !== null ? Number(cell) : cell))),
      };
    } catch (reason) {
      throw troubleOf(reason, otherwise);
    }
  };
  const { rows } = await ask("SELECT version()", "unreachable");
  return { version: `ClickHouse ${String(rows[0]![0])}`, ask: (query) => ask(query, "lost"), close: () => client.close() };
}
