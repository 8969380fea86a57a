import assert from "node:assert/strict";
import { test } from "node:test";
import { goesOn, parseDocument, type PathwayDocument } from "@vitrine/contract";
import { document } from "../helpers/documents.ts";

const typical = () => structuredClone(document("pathway", "typical"));
const codes = (value: unknown) => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const changed = (change: (document: PathwayDocument) => void, from = typical()) => {
  change(from);
  return codes(from);
};

test("every stage has a figure, and every step between two has one for those who left", () => {
  assert.deepEqual(
    changed(({ all }) => all.reached.pop()),
    ["column-length $.all.reached"],
  );
  assert.deepEqual(
    changed(({ all }) => all.left.pop()),
    ["column-length $.all.left"],
  );
});

test("who reached a stage is who went on and who left: nobody appears on the way", () => {
  assert.match(changed(({ all }) => (all.reached[2] = 200)).join(), /totals-differ \$\.all\.reached\[1\]/);
});

test("few who left are refused like few who came", () => {
  const few = changed(({ all, breakdowns }) => {
    breakdowns.length = 0;
    Object.assign(all, { reached: [272, 268, 191, 149, 102], left: [4, 77, 42, 47] });
  });
  assert.deepEqual(few, ["privacy-small-count $.all.left[0]"]);
  const everybody = changed(({ all, breakdowns }) => {
    breakdowns.length = 0;
    Object.assign(all, { reached: [272, 272, 191, 149, 102], left: [0, 81, 42, 47] });
  });
  assert.deepEqual(everybody, ["privacy-zero $.all.left[0]"], "that everybody went on says of each that they did");
});

test("a stage withheld between two that are told gives itself away unless those who left are withheld too", () => {
  const hide = (left: PathwayDocument["all"]["left"]) =>
    changed(({ all, breakdowns }) => {
      breakdowns.length = 0;
      all.reached[1] = "withheld";
      all.left = left;
    });
  assert.match(hide([32, 49, 42, 47]).join(), /privacy-sum/);
  assert.deepEqual(hide(["withheld", "withheld", 42, 47]), []);
});

test("between stages that count different things, or that nobody was followed through, nobody left", () => {
  const event = structuredClone(document("pathway", "event"));
  assert.deepEqual(
    [1, 2].map((at) => goesOn(event, at)),
    [true, false],
  );
  assert.deepEqual(
    changed(({ all }) => (all.left[1] = 20), event),
    ["contradicts $.all.left[1]"],
  );
  const free = changed((one) => (one.followed = false));
  assert.ok(free.length > 0 && free.every((code) => code.startsWith("contradicts")));
});

test("ten families may be told where ten is enough, and are refused where eleven is", () => {
  const event = document("pathway", "event");
  assert.deepEqual(codes(event), []);
  assert.deepEqual(codes({ ...event, privacy: { ...event.privacy, threshold: 11 } }), ["privacy-small-count $.all.reached[2]"]);
});

test("groups add up to all at every stage, or leave a rest that is large enough", () => {
  assert.match(changed(({ breakdowns }) => (breakdowns[0]!.groups[0]!.reached[0] = 149)).join(), /totals-differ/);
  const rest = changed(({ breakdowns }) => {
    breakdowns[0]!.partition = false;
    breakdowns[0]!.groups = [{ id: "all-but-few", name: "Nearly all", reached: [268, 240, 191, 149, 102], left: [28, 49, 42, 47] }];
  });
  assert.match(rest.join(), /privacy-small-count \$\.breakdowns\[0\]\.groups\[0\]\.reached\[0\]/);
});
