import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "./build.mjs";
import { main, must, root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

/** The command as the project's users have it. */
const vitrine = (...words) => [process.execPath, [join(root, "packages/cli/bin/vitrine.js"), ...words]];
const free = (port) =>
  new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
/** The usual port, or the first free one after it; 0 lets the system choose. */
async function freePort() {
  for (let port = 4173; port < 4193; port++) if (await free(port)) return port;
  return 0;
}

await main(async () => {
  await setUp();
  process.stdout.write("Building …\n");
  await build();
  const project = join(".vitrine", "sample");
  const config = join(project, "vitrine.json");
  if (!existsSync(join(root, config))) await must("The sample project could not be made.", run(...vitrine("init", project)));
  process.stdout.write(`Publishing the sample in ${project}: invented rows, to look at and to change …\n`);
  await must("The sample could not be published.", run(...vitrine("publish", config)));
  const { out } = JSON.parse(readFileSync(join(root, config), "utf8"));
  const site = join(".vitrine", "site");
  await must("The site could not be made.", run(...vitrine("site", join(project, out), "--out", site)));
  const forPartner = readdirSync(join(root, project)).find((name) => name.startsWith(`${out}-partner-`));
  const partnerDir = forPartner === undefined ? [] : ["--partner-dir", join(".vitrine", "partner")];
  if (forPartner !== undefined)
    await must("The partner's pages could not be made.", run(...vitrine("site", join(project, forPartner), ...partnerDir)));
  await run(...vitrine("serve", site, "--port", String(await freePort()), ...partnerDir), { show: true, minutes: 60 * 24 });
});
