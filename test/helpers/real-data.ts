import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** A test on real public data. The data is never part of this project; where it is missing the test says so and is skipped. */
export function testOnRealData(name: string, run: (folder: string) => Promise<void> | void): void {
  const skip = existsSync(folder) ? false : "skipped: real data not here";
  test(name, { skip }, () => run(folder));
}
