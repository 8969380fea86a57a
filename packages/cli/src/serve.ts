import type { Command } from "./command.js";
import { UsageError } from "./io.js";

export const serve: Command = {
  name: "serve",
  summary: "Look at a folder locally, under the headers it is published with.",
  takes: { name: "<dir>", says: "the folder, such as one that `vitrine site` made", least: 1, most: 1 },
  options: {
    port: { value: "<n>", says: "4173 when left out; 0 for any free one" },
    "partner-dir": { value: "<dir>", says: "a folder for one partner, to look at beside it under partner/" },
  },
  async run(given, io) {
    const port = given.number("port") ?? 4173;
    if (!Number.isInteger(port) || port > 65_535) throw new UsageError("Give --port as a whole number up to 65535.");
    const { serve: start } = await import("@vitrine/static");
    const stop = io.interrupted();
    const partner = given.text("partner-dir");
    const serving = await start(given.names[0]!, { port, ...(partner !== undefined && { partner }) });
    if (serving.partner !== undefined) io.out(`Confidential, for one partner alone: ${partner} at ${serving.partner}`);
    io.out(`Serving ${given.names[0]} at ${serving.address} (stop with Ctrl+C)`);
    await stop;
    await serving.close();
    return 0;
  },
};
