// One contender in a process of its own: draws when it is told to, and says how long that took.
import { figuresOf } from "./scene.mjs";

const { draw } = await import(`./${process.argv[2]}.mjs`);
const turn = () => new Promise((done) => setImmediate(done));
let next = 0;

process.on("message", async ({ count, picture }) => {
  const [start, used] = [performance.now(), process.cpuUsage()];
  let bytes = 0;
  let png;
  for (let drawn = 0; drawn < count; drawn++) {
    png = await draw(figuresOf(next++));
    bytes += png.length;
    // Whoever holds the loop keeps all that was painted.
    await turn();
  }
  const { user, system } = process.cpuUsage(used);
  process.send({
    milliseconds: performance.now() - start,
    processor: (user + system) / 1000,
    bytes: bytes / count,
    peak: process.resourceUsage().maxRSS / 1024,
    ...(picture && { png: Buffer.from(png).toString("base64") }),
  });
});
process.send({ ready: true });
