import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const plugin = fileURLToPath(new URL("../../packages/wordpress/vitrine/", import.meta.url));
/** Where Debian puts WordPress; another copy by its folder. */
const source = process.env["WORDPRESS_PATH"] ?? "/usr/share/wordpress";
const users = { admin: "administrator", editor: "editor", author: "author" } as const;
export type User = keyof typeof users;
export const password = "invented for this test";

/** What is missing to run a WordPress here; nothing when all is there. */
export function lacking(): string | undefined {
  if (!existsSync(join(source, "wp-settings.php"))) return "no WordPress: apt-get install wordpress, or name its folder in WORDPRESS_PATH";
  for (const program of ["php", "mariadbd", "mariadb-install-db", "mariadb"])
    if (!(process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, program))) && !existsSync(`/usr/sbin/${program}`))
      return `no ${program}: apt-get install php-cli php-mysql mariadb-server`;
  return undefined;
}

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
const until = async (holds: () => boolean | Promise<boolean>, what: string) => {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 300) throw new Error(`${what} did not come up`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

export interface WordPress {
  address: string;
  /** Runs PHP inside WordPress and gives what it prints. */
  php(code: string): Promise<string>;
  /** What PHP complained of in our files. */
  complaints(): string[];
  stop(): Promise<void>;
}

/** A WordPress of its own, with the plugin, three users who may not write unfiltered HTML, and its database, all in a folder that goes away. */
export async function startWordPress(trusted: readonly string[]): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-wordpress-"));
  const [site, data, socket] = ["site", "data", "socket"].map((name) => join(folder, name)) as [string, string, string];
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children.reverse()) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      // With the workers it has started.
      process.kill(-child.pid!);
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
    execFileSync("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", ...asRoot], {
      stdio: "pipe",
    });
    const database = spawn(
      existsSync("/usr/sbin/mariadbd") ? "/usr/sbin/mariadbd" : "mariadbd",
      ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, "--skip-networking", `--pid-file=${folder}/pid`, ...asRoot],
      { stdio: "ignore", detached: true },
    );
    children.push(database);
    await until(() => existsSync(socket), "The database");
    execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", "CREATE DATABASE wordpress CHARACTER SET utf8mb4"]);

    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    cpSync(source, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith(".htaccess") });
    cpSync(plugin, join(site, "wp-content/plugins/vitrine"), { recursive: true });
    mkdirSync(join(site, "wp-content/mu-plugins"));
    // Figures of this test come from this machine, which WordPress rightly asks for nothing.
    writeFileSync(
      join(site, "wp-content/mu-plugins/loopback.php"),
      `<?php
add_filter( 'http_request_host_is_external', fn( $is, $host ) => '127.0.0.1' === $host || $is, 10, 2 );
add_filter( 'http_allowed_safe_ports', fn( $ports, $host, $url ) => array_merge( $ports, array( (int) wp_parse_url( $url, PHP_URL_PORT ) ) ), 10, 3 );
add_filter( 'pre_http_request', fn( $answer, $given, $url ) => false === strpos( $url, '//127.0.0.1:' ) ? new WP_Error( 'offline' ) : $answer, 10, 3 );
`,
    );
    writeFileSync(
      join(site, "wp-config.php"),
      `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'DISALLOW_UNFILTERED_HTML', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${folder}/debug.log' );
define( 'WP_SITEURL', '${address}' );
define( 'WP_HOME', '${address}' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`,
    );
    // Not at a standstill: what WordPress asks for may be served by this very process.
    const run = async (code: string) => {
      const flags = ["-d", "display_errors=stderr", "-d", "error_reporting=E_ALL & ~E_DEPRECATED", "-r", code];
      return (await promisify(execFile)("php", flags, { cwd: site })).stdout;
    };
    const php = (code: string) => run(`$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${site}/wp-load.php'; ${code}`);
    await run(`define( 'WP_INSTALLING', true ); $_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${site}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'A partner of the programme', 'admin', 'admin@partner.example', true, '', '${password}' );`);
    await php(`require ABSPATH . 'wp-admin/includes/plugin.php';
${Object.entries(users)
  .filter(([name]) => name !== "admin")
  .map(
    ([name, role]) =>
      `wp_insert_user( array( 'user_login' => '${name}', 'user_pass' => '${password}', 'user_email' => '${name}@partner.example', 'role' => '${role}' ) );`,
  )
  .join("\n")}
update_option( 'template', 'twentytwentythree' ); update_option( 'stylesheet', 'twentytwentythree' );
$failed = activate_plugin( 'vitrine/vitrine.php' );
if ( is_wp_error( $failed ) ) { throw new Exception( $failed->get_error_message() ); }
update_option( 'vitrine_origins', vitrine_clean_origins( ${JSON.stringify(trusted.join("\n"))} ) );`);
    const server = spawn("php", ["-S", `127.0.0.1:${port}`, "-t", site], {
      detached: true,
      stdio: "ignore",
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    });
    children.push(server);
    await until(
      () =>
        fetch(`${address}/`).then(
          ({ ok }) => ok,
          () => false,
        ),
      "The web server",
    );
    const log = join(folder, "debug.log");
    const complaints = () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .split("\n")
            .filter((line) => line.includes("plugins/vitrine/"))
        : [];
    return { address, php, complaints, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export const keep = (name: string): `${string}.png` => {
  const path = fileURLToPath(new URL(`../../.vitrine/screenshots/wordpress/${name}.png`, import.meta.url)) as `${string}.png`;
  mkdirSync(dirname(path), { recursive: true });
  return path;
};
