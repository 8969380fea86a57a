import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "@vitrine/contract";
import { json } from "./sample.ts";

/** As a file would say it: a key without a value is not there. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

type Json = Record<string, unknown>;
/** Two groups of `cs` students, and of `all` students where there is a comparison. */
const issues = (groups: Json[], over: Json = {}, overlap = false): string[] => {
  const made = json("test/documents/composition/one-group.json") as Json;
  const parsed = parseDocument(
    plain({
      ...made,
      ...over,
      breakdowns: [
        { by: "gender", label: "By gender", overlap, groups: groups.map((group, at) => ({ id: `g${at}`, name: `Group ${at}`, ...group })) },
      ],
    }),
  );
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const people = (students: number | string) => ({ subject: { name: "Students", students }, comparison: undefined });
const band = (from: number, to: number) => ({ from, to });

test("groups add up to all students unless they overlap; what was not reported is one of them", () => {
  assert.deepEqual(issues([{ students: 60 }, { students: 40 }], people(100)), []);
  assert.deepEqual(issues([{ students: 60 }, { students: 30 }], people(100)), ["totals-differ $.subject.students"]);
  assert.deepEqual(issues([{ students: 60 }, { students: 30 }, { students: 10, unreported: true }], people(100)), []);
  assert.deepEqual(issues([{ students: 60 }, { students: 30 }], people(100), true), []);
});

test("small groups, zeros, a group that all are in and one withheld group are refused", () => {
  assert.deepEqual(issues([{ students: 95 }, { students: 5 }], people(100)), ["privacy-small-count $.breakdowns[0].groups[1].students"]);
  assert.deepEqual(issues([{ students: 100 }, { students: 0 }], people(100)), [
    "privacy-zero $.breakdowns[0].groups[1].students",
    "privacy-zero $.breakdowns[0].groups[0].students",
  ]);
  assert.deepEqual(issues([{ students: 60 }, { students: "withheld" }], people(100)), ["privacy-sum $.breakdowns[0].groups[1].students"]);
  assert.deepEqual(issues([{ students: "withheld" }, { students: "withheld" }], people(100)), []);
});

test("a share is as wide as its base asks for; rounded shares may stand for a large one", () => {
  assert.deepEqual(issues([{ share: band(20, 40) }, { share: band(60, 80) }], people(18)), []);
  assert.ok(
    issues([{ share: band(25, 30) }, { share: band(70, 75) }], people(18)).includes("privacy-narrow-band $.breakdowns[0].groups[0].share"),
  );
  assert.ok(issues([{ share: 40 }, { share: 60 }], people(704)).includes("privacy-exact-share $.breakdowns[0].groups[0].share"));
  assert.deepEqual(issues([{ share: { value: 40, nearest: 5 } }, { share: { value: 60, nearest: 5 } }], people(704)), []);
  assert.deepEqual(issues([{}, { students: 60 }], people(100))[0], "missing $.breakdowns[0].groups[0].students");
});

test("where those compared with include the students, the rest of each group is people too", () => {
  const comparison = (includes: boolean) => ({ ...people(160), comparison: { name: "All", students: 200, includes } });
  const groups = [
    { students: 100, compared: { students: 103 } },
    { students: 60, compared: { students: 97 } },
  ];
  assert.deepEqual(issues(groups, comparison(true)), ["privacy-small-count $.breakdowns[0].groups[0].students"]);
  assert.deepEqual(issues(groups, comparison(false)), []);
  assert.deepEqual(
    issues(
      [
        { students: 120, compared: { students: 103 } },
        { students: 40, compared: { students: 97 } },
      ],
      comparison(true),
    ),
    ["totals-differ $.breakdowns[0].groups[0].students"],
  );
});

test("a group outside of overlapping ones leaves a rest", () => {
  assert.deepEqual(issues([{ students: 95 }], people(100), true), ["privacy-small-count $.breakdowns[0].groups[0].students"]);
});

test("all groups of a breakdown are compared, or none, and only with somebody", () => {
  const comparison = { name: "All", students: 400, includes: false };
  const one = [{ students: 60, compared: { students: 200 } }, { students: 40 }];
  assert.deepEqual(issues(one, { ...people(100), comparison }), ["missing $.breakdowns[0].groups"]);
  assert.deepEqual(issues(one, people(100)), ["contradicts $.breakdowns[0].groups[0].compared"]);
});
