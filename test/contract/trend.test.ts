import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument, type TrendDocument } from "@vitrine/contract";
import { document } from "../helpers/documents.ts";

type Json = Record<string, unknown>;
const typical = () => structuredClone(document("trend", "typical")) as TrendDocument & { all: Json; groups: Json[] };
const codes = (value: unknown) => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
/** The typical document with one figure changed. */
const withFigure = (change: (document: ReturnType<typeof typical>) => void) => {
  const changed = typical();
  change(changed);
  return codes(changed);
};

test("columns have one cell for each point in time, and time runs forward", () => {
  assert.deepEqual(
    withFigure(({ all }) => (all["count"] as number[]).pop()),
    ["column-length $.all.count"],
  );
  assert.deepEqual(
    withFigure(({ times }) => times.from.reverse()),
    ["contradicts $.times.from[1]"],
  );
});

test("a measure has the columns it needs and no others", () => {
  assert.deepEqual(
    withFigure(({ all }) => delete all["base"]),
    ["missing $.all.base"],
  );
  assert.deepEqual(
    withFigure(({ all }) => (all["mean"] = [1, 2, 3, 4, 5, 6, 7])),
    ["contradicts $.all.mean"],
  );
  const { all: _, ...nothing } = { ...typical(), groups: [] };
  assert.deepEqual(codes(nothing), ["bad-list $.groups"]);
});

test("few who are part of a share are refused, and few who are not", () => {
  assert.match(
    withFigure(({ groups }) => ((groups[0]!["count"] as number[])[0] = 4)).join(),
    /privacy-small-count \$\.groups\[0\]\.count\[0\]/,
  );
  assert.match(
    withFigure(({ groups }) => ((groups[0]!["count"] as number[])[0] = 99)).join(),
    /privacy-small-count \$\.groups\[0\]\.count\[0\]/,
  );
});

test("one figure withheld beside others that add up gives itself away; two do not", () => {
  const hide = (...rows: number[]) =>
    withFigure(({ groups }) => rows.forEach((row) => ((groups[row]!["count"] as unknown[])[2] = "withheld")));
  assert.match(hide(0).join(), /privacy-sum \$\.groups\[0\]\.count\[2\]/);
  assert.deepEqual(hide(0, 1), []);
});

test("two ranges need a share of their own; a band must be as wide as its base asks for", () => {
  const banded = (share: unknown) =>
    withFigure((changed) => {
      changed.groups = [];
      changed.partition = false;
      (changed.all["count"] as unknown[])[0] = "withheld";
      (changed.all as Json)["share"] = [share, ...Array.from({ length: 6 }, () => "not-applicable")];
    });
  assert.deepEqual(banded({ from: 60, to: 65 }), []);
  assert.match(banded({ from: 61, to: 63 }).join(), /privacy-narrow-band \$\.all\.share\[0\]/);
  const ranges = withFigure((changed) => {
    changed.groups = [];
    changed.partition = false;
    (changed.all["count"] as unknown[])[0] = { min: 110, max: 119 };
    (changed.all["base"] as unknown[])[0] = { min: 190, max: 199 };
  });
  assert.deepEqual(ranges, ["missing $.all.share"]);
});

test("a mean has one decimal at most, and of people stands only beside an exact base that is large enough", () => {
  const { provisionalFrom: _, ...rest } = typical();
  const of = (value: unknown, base: unknown) =>
    codes({
      ...rest,
      measure: { kind: "mean", name: "Engagements", of: "families", people: true },
      times: { from: ["2025-07-01"] },
      annotations: [],
      all: { name: "All families", mean: [value], base: [base] },
      groups: [],
      partition: false,
    });
  assert.deepEqual(of(3.4, 48), []);
  assert.deepEqual(of(3.44, 48), ["bad-cell $.all.mean[0]"]);
  assert.match(of(3.4, 7).join(), /privacy-mean \$\.all\.mean\[0\]/);
  assert.deepEqual(of(3.4, { min: 40, max: 49 }), ["privacy-mean $.all.mean[0]"]);
  assert.deepEqual(of("withheld", "withheld"), []);
});

test("what may still change stands in a provisional document only; what happened ends after it began", () => {
  assert.deepEqual(
    withFigure((changed) => (changed.status = "final")),
    ["contradicts $.provisionalFrom"],
  );
  assert.deepEqual(
    withFigure(({ annotations }) => (annotations[0]!.to = "2020-01-01")),
    ["empty-range $.annotations[0].to"],
  );
});
