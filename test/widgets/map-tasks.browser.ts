import { inTasks } from "@vitrine/widgets/school-access-map/tasks";
import { expect } from "@open-wc/testing";

describe("the tasks of a map", () => {
  const given = Object.getOwnPropertyDescriptors(window);
  afterEach(() => {
    Object.defineProperty(window, "setTimeout", given.setTimeout);
    Object.defineProperty(window, "requestAnimationFrame", given.requestAnimationFrame);
  });

  it("go on where a page is given no timers and no frames, each by itself, and end when nobody wants them", async () => {
    Object.assign(window, { setTimeout: () => 0, requestAnimationFrame: () => 0 });
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      port2.postMessage(0);
    };
    port2.postMessage(0);
    const seen: number[] = [];
    function* steps(): Generator<void, string> {
      for (let step = 0; step < 20; step++) {
        seen.push(turns);
        yield;
      }
      return "done";
    }
    expect(await inTasks(steps())).to.equal("done");
    expect(new Set(seen).size, "others have their turn between two steps").to.be.greaterThan(1);
    let left = 3;
    expect(await inTasks(steps(), () => left-- > 0)).to.equal(undefined);
    port1.close();
  });
});
