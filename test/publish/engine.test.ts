import assert from "node:assert/strict";
import { test } from "node:test";
import { openEngine } from "../../packages/publish/src/engine/engine.ts";

test("a long query tells how far it is, and the engine cannot be opened again by a query", async () => {
  const shares: number[] = [];
  const engine = await openEngine([], { memory: "1GB", progress: (share) => shares.push(share) });
  try {
    await engine.run("CREATE TABLE numbers AS SELECT hash(i) AS h FROM range(5000000) r(i)");
    // However fast the machine is: twice the work until it takes long enough to be told.
    for (let times = 1; shares.length < 2 && times < 10_000; times *= 2)
      await engine.all(`SELECT ${Array.from({ length: times }, (_, at) => `count(DISTINCT h % ${1000 + at})`).join(", ")} FROM numbers`);
    assert.ok(shares.length >= 2);
    assert.ok(shares.every((share) => share > 0 && share <= 1));
    await assert.rejects(engine.run("SET enable_external_access = true"));
    await assert.rejects(engine.all("SELECT * FROM read_csv('/etc/passwd')"));
  } finally {
    await engine.close();
  }
});
