import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImplementationDocument, MetricsDocument, TrendDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { config, folderWith, implementation, read, refused, run, teachers } from "./project.ts";

const folder = () =>
  folderWith({ "rows.csv": ["teacher,workshop,stage", ...teachers({ met: 40, started: 12, none: 3, unknown: 20 })].join("\n") });
const fact = (figure: string, atLeast: number, atMost?: number, document = "gauge") => ({ document, figure, atLeast, atMost });
const known = (...facts: object[]) => ({ known: facts });
const source = { file: "rows.csv" };
const keys = ["met", "started", "notStarted", "notKnown"] as const;
const hidden = (document: unknown) => keys.filter((key) => (document as ImplementationDocument)[key] === "withheld");
const truth = { met: 40, started: 12, notStarted: 3, notKnown: 20 };

test("what everybody knows of one figure makes another one protect the small one: published, attacked, not refused", async () => {
  const naive = read(await run(folder(), config(source, implementation)), "gauge");
  assert.deepEqual(hidden(naive), ["started", "notStarted"], "the partner that costs least");
  const facts = [fact("started", truth.started - 1, truth.started)];
  const { narrow } = await auditDocuments([naive as never], { known: facts });
  assert.deepEqual(
    narrow.map(({ path }) => path),
    ["$.notStarted"],
    "which that fact would give away",
  );
  const result = await run(folder(), config(source, implementation, known(...facts)));
  const document = read(result, "gauge");
  assert.equal(document["notStarted"], "withheld");
  assert.equal(document["notKnown"], "withheld");
  assert.equal(document["started"], 12, "what it cannot protect is shown again");
  assert.deepEqual((await auditDocuments([document as never], { known: facts })).narrow, []);
});

test("where everybody knows all other parts, the total is withheld with the small one", async () => {
  const facts = keys.map((key) => fact(key, truth[key], truth[key]));
  const result = await run(folder(), config(source, implementation, known(...facts.filter(({ figure }) => figure !== "notStarted"))));
  const document = read(result, "gauge");
  assert.deepEqual([document["trained"], ...hidden(document)], ["withheld", "notStarted"]);
  assert.deepEqual(
    (await auditDocuments([document as never], { known: facts.filter(({ figure }) => figure !== "notStarted") })).narrow,
    [],
  );
});

test("published enrolments bound the groups of a breakdown too", async () => {
  const header = "teacher,workshop,stage,district";
  const rows = ["a", "b", "c"].flatMap((district, at) =>
    teachers({ met: 20 + at, started: 10 + at, none: district === "a" ? 2 : 9 + at, unknown: 12 + at }, [district]).map(
      (row) => `${district}${row}`,
    ),
  );
  const document = { ...implementation, breakdowns: [{ by: "district", label: "By district", column: "district" }] };
  const made = (over: object) => run(folderWith({ "rows.csv": [header, ...rows].join("\n") }), config(source, document, over as never));
  const naive = read(await made({}), "gauge") as unknown as ImplementationDocument;
  const groups = (of: ImplementationDocument) => of.breakdowns[0]!.groups;
  // Whatever was chosen beside the small figure is what everybody knows now, but for two values.
  const facts = groups(naive).flatMap((group) =>
    keys.flatMap((key) =>
      group[key] === "withheld" && !(group.id === "a" && key === "notStarted")
        ? [
            fact(
              `breakdowns/district/groups/${group.id}/${key}`,
              { a: 20, b: 21, c: 22 }[group.id]! - 20 + { met: 20, started: 10, notStarted: 9, notKnown: 12 }[key],
            ),
          ]
        : [],
    ),
  );
  assert.ok(facts.length >= 3);
  assert.ok((await auditDocuments([naive], { known: facts })).narrow.length > 0, "the naive choice is broken by them");
  const safe = read(await made(known(...facts)), "gauge") as unknown as ImplementationDocument;
  assert.equal(groups(safe)[0]!.notStarted, "withheld");
  assert.ok(
    groups(safe).some((group) => typeof group.met === "number"),
    "and something is still told",
  );
  assert.deepEqual((await auditDocuments([safe], { known: facts })).narrow, []);
});

test("parts of a number and points of a line are chosen in the same way", async () => {
  const rows = [
    "teacher,course,day",
    ...[
      ["a", 3],
      ["b", 11],
      ["c", 30],
    ].flatMap(([course, count]) => Array.from({ length: count as number }, (_, at) => `${course}${at},${course},2026-01-15`)),
  ];
  const metric = {
    id: "n",
    name: "Teachers",
    unit: "teachers",
    counts: "people",
    from: "rows",
    take: "different",
    column: "teacher",
    parts: { column: "course" },
  };
  const numbers = { kind: "metrics", id: "numbers", title: "Numbers", metrics: [metric] };
  const line = {
    kind: "trend",
    id: "line",
    title: "Line",
    from: "rows",
    measure: { kind: "count", name: "Teachers", of: "teachers", people: true, count: { take: "different", column: "teacher" } },
    time: { column: "day", step: "month" },
    all: "All",
    groups: { label: "By course", column: "course" },
  };
  for (const [document, figure, shown] of [
    [numbers, "metrics/n/parts/b/value", (of: unknown) => (of as MetricsDocument).metrics[0]!.parts!.map(({ value }) => value)],
    [line, "groups/b/count/2026-01-01", (of: unknown) => (of as TrendDocument).groups.map(({ count }) => count![0])],
  ] as const) {
    const made = async (over: object) =>
      shown(read(await run(folderWith({ "rows.csv": rows.join("\n") }), config(source, document, over as never)), document.id));
    assert.deepEqual(await made({}), ["withheld", "withheld", 30], document.id);
    assert.deepEqual(await made(known(fact(figure, 11, 11, document.id))), ["withheld", 11, "withheld"], document.id);
  }
});

test("a public fact about a figure that does not exist is refused: it would protect nobody", async () => {
  const error = await refused(folder(), config(source, implementation, known(fact("breakdowns/district/groups/north/trained", 9))));
  assert.equal(error.code, "config-refused");
  assert.match(error.message, /breakdowns\/district\/groups\/north\/trained/);
});
