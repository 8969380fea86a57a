import assert from "node:assert/strict";
import { test } from "node:test";
import { assign, inSight, linesInPage, lineTop, manyLines, rowHeight, type Sight } from "../../packages/widgets/src/roster-table/window.js";

const sight = (change: Partial<Sight>): Sight => ({ top: 0, height: 600, lines: 50_000, open: undefined, detail: 0, ...change });
const total = (of: Sight) => of.lines * rowHeight + (of.open === undefined ? 0 : of.detail);
test("a short table has every line", () => {
  const short = sight({ lines: manyLines - 1, top: 4000 });
  assert.deepEqual(
    linesInPage(short, undefined),
    Array.from({ length: manyLines - 1 }, (_, at) => at),
  );
  assert.equal(linesInPage(short, 3).length, manyLines - 1);
});

test("wherever a reader scrolls, every line in sight is there, and few others", () => {
  for (const open of [undefined, 0, 25_000, 49_999])
    for (const detail of [0, 380, 2000])
      for (let top = 0; top < 50_000 * rowHeight; top += 9973) {
        const of = sight({ top, open, detail: open === undefined ? 0 : detail });
        const there = new Set(linesInPage(of, undefined));
        for (let y = top; y < Math.min(top + 600, total(of)); y += 7) {
          let line = 0;
          // The line at this height, found from both ends of the list.
          line =
            open === undefined || y < (open + 1) * rowHeight
              ? Math.floor(y / rowHeight)
              : y < (open + 1) * rowHeight + of.detail
                ? open
                : Math.floor((y - of.detail) / rowHeight);
          assert.ok(there.has(line), `line ${line} at ${y} with ${open}`);
        }
        assert.ok(there.size < 60);
      }
});

test("the line that has the focus stays", () => {
  const of = sight({ top: 1_000_000 });
  for (const current of [0, 7, 24_999, 25_020, 49_999]) {
    assert.ok(linesInPage(of, current).includes(current));
    assert.deepEqual(
      linesInPage(of, current),
      [...linesInPage(of, current)].sort((a, b) => a - b),
    );
  }
  assert.deepEqual(linesInPage(sight({ lines: 0 }), 0), []);
});

test("beyond the end there is nothing, and a line after open details begins lower", () => {
  assert.deepEqual(inSight(sight({ top: 1e9 })), [49_994, 50_000]);
  assert.equal(lineTop(5, 4, 300), 5 * rowHeight + 300);
  assert.equal(lineTop(4, 4, 300), 4 * rowHeight);
});

test("scrolling changes what the nodes show, and makes none while there are enough", () => {
  assert.deepEqual(assign([4, 5, 6, 7], [6, 7, 8, 9]), [8, 9, 6, 7]);
  assert.deepEqual(assign([], [0, 1]), [0, 1]);
  assert.deepEqual(assign([8, 9, 6, 7], [7, 8]), [8, undefined, undefined, 7]);
  assert.deepEqual(assign([3, 1], [1, 2, 3, 4]), [3, 1, 2, 4]);
});
