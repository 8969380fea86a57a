import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A table of invented rows: its columns, with the type of each in either engine, and its cells as text. */
export interface Table {
  name: string;
  columns: { name: string; postgresql: string; clickhouse: string }[];
  rows: string[][];
}

/** An engine that was started for a test, on loopback, in a folder that is thrown away. */
export interface Server {
  /** What stands in the environment variable that a config names. */
  address: string;
  port: number;
  load(table: Table): Promise<void>;
  /** The name a config gives a table of {@link load}. */
  nameOf(table: string): string;
  /** Ends what serves the connections that are open, as an administrator would. */
  cut(): Promise<void>;
  stop(): Promise<void>;
}

/** Why an engine cannot be started here. */
export class Missing extends Error {}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const numberOf = (word: string, user: string) => Number(spawnSync("id", [word, user]).stdout.toString().trim());
/** A server refuses to run as root: then as the user its package made, or as this one otherwise. */
const userOf = (user: string) => (process.getuid?.() === 0 ? { uid: numberOf("-u", user), gid: numberOf("-g", user) } : {});
function folderOf(user: { uid?: number; gid?: number }): string {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-warehouse-"));
  chmodSync(folder, 0o755);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  return folder;
}

/** Waits until `ready` says so, half a minute at most. */
async function until(ready: () => Promise<boolean>, what: string) {
  for (let times = 0; times < 300; times++) {
    if (await ready().catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${what} did not start`);
}
const ended = (child: ChildProcess) =>
  new Promise<void>((done) => (child.exitCode !== null || child.signalCode !== null ? done() : child.once("exit", () => done())));

/** PostgreSQL from Debian's package. @throws Missing where it is not installed */
export async function startPostgresql(): Promise<Server> {
  const root = "/usr/lib/postgresql";
  const [newest] = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const bin = join(root, newest ?? "", "bin");
  if (!existsSync(join(bin, "initdb"))) throw new Missing("PostgreSQL is not installed (Debian's package `postgresql`)");
  const user = userOf("postgres");
  const folder = folderOf(user);
  const data = join(folder, "data");
  const made = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "vitrine", "--auth=trust", "-E", "UTF8", "--no-sync"], {
    ...user,
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr.toString()}`);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"].flatMap((one) => ["-c", one]);
  const child = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], { ...user, cwd: folder, stdio: "ignore" });
  const address = `postgresql://vitrine@127.0.0.1:${port}/postgres`;
  const asked = async (query: string) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(query);
    } finally {
      await client.end();
    }
  };
  await until(() => asked("SELECT 1").then(() => true), "PostgreSQL");
  const text = (cell: string) => (cell === "" ? "NULL" : `'${cell.replaceAll("'", "''")}'`);
  return {
    address,
    port,
    nameOf: (table) => `public.${table}`,
    async load({ name, columns, rows }) {
      const lines = rows.map((row) => `(${row.map(text).join(", ")})`);
      await asked(
        `CREATE TABLE ${name} (${columns.map((one) => `"${one.name}" ${one.postgresql}`).join(", ")}); INSERT INTO ${name} VALUES ${lines.join(", ")}`,
      );
    },
    cut: () => asked("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vitrine'"),
    async stop() {
      child.kill("SIGINT");
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A ClickHouse cluster of two shards from Debian's package; every table lies on both, and a distributed one asks them. */
export async function startClickhouse(): Promise<Server> {
  const program = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find((path) => existsSync(path));
  if (program === undefined) throw new Missing("ClickHouse is not installed (Debian's package `clickhouse-server`)");
  const user = userOf("clickhouse");
  const folder = folderOf(user);
  const ports = await Promise.all(Array.from({ length: 4 }, freePort));
  const shards = [0, 1].map((at) => ({ http: ports[at]!, tcp: ports[at + 2]!, folder: join(folder, `shard-${at}`) }));
  const replicas = shards.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`).join("");
  const children = shards.map(({ http, tcp, folder: own }) => {
    mkdirSync(own);
    writeFileSync(
      join(own, "users.xml"),
      "<yandex><profiles><default/></profiles><users><default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users><quotas><default/></quotas></yandex>",
    );
    writeFileSync(
      join(own, "config.xml"),
      `<yandex><logger><level>warning</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host><path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><user_files_path>${own}/files/</user_files_path><users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>100000000</mark_cache_size><remote_servers><both>${replicas}</both></remote_servers></yandex>`,
    );
    if (user.uid !== undefined)
      for (const path of [own, join(own, "users.xml"), join(own, "config.xml")]) chownSync(path, user.uid, user.gid!);
    return spawn(program, [`--config-file=${own}/config.xml`], { ...user, cwd: own, stdio: "ignore" });
  });
  const ask = async (at: number, query: string) => {
    const answer = await fetch(`http://127.0.0.1:${shards[at]!.http}/`, { method: "POST", body: query });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await until(() => Promise.all([0, 1].map((at) => ask(at, "SELECT 1"))).then(() => true), "ClickHouse");
  const quoted = (cell: string) => `'${cell.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return {
    address: `http://127.0.0.1:${shards[0]!.http}/default`,
    port: shards[0]!.http,
    nameOf: (table) => `default.${table}`,
    async load({ name, columns, rows }) {
      const list = columns.map((one) => `\`${one.name}\` ${one.clickhouse}`).join(", ");
      for (const at of shards.keys()) {
        await ask(at, `CREATE TABLE ${name}_shard (${list}) ENGINE = MergeTree ORDER BY tuple()`);
        const own = rows.filter((_, row) => row % shards.length === at);
        const written = (cell: string, { clickhouse }: Table["columns"][number]) =>
          cell === "" && clickhouse.startsWith("Nullable") ? "NULL" : clickhouse.includes("Int") ? cell : quoted(cell);
        const cells = (row: string[]) => row.map((cell, column) => written(cell, columns[column]!));
        await ask(at, `INSERT INTO ${name}_shard VALUES ${own.map((row) => `(${cells(row).join(", ")})`).join(", ")}`);
        await ask(at, `CREATE TABLE ${name} (${list}) ENGINE = Distributed(both, default, ${name}_shard)`);
      }
    },
    // The second shard dies; the first must notice.
    async cut() {
      children[1]!.kill("SIGKILL");
      await ended(children[1]!);
    },
    async stop() {
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(children.map(ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
