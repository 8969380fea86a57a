import assert from "node:assert/strict";
import test from "node:test";
import { readDocument, type VitrineDocument } from "@vitrine/contract";
import { menusOf, pick } from "@vitrine/widgets/dashboard/pick";
import { splitsOf, type Dimension } from "@vitrine/widgets/dashboard/split";
import { document as testDocument, documentKinds, documents } from "../helpers/documents.ts";

const all = documentKinds().flatMap((kind) =>
  documents(kind).map(([name, document]) => ({ file: `${kind}/${name}`, document: document as VitrineDocument })),
);
/** Every figure in a document as text, with its key: a number, or an object without names in it. */
const figuresIn = (of: unknown, key = ""): string[] => {
  if (typeof of === "number") return [`${key} ${of}`];
  if (typeof of !== "object" || of === null) return [];
  return Object.entries(of).flatMap(([name, value]) => figuresIn(value, /^\d+$/.test(name) ? key : name));
};
const told = (document: VitrineDocument) => figuresIn(document).filter((figure) => !figure.startsWith("index "));
const gauge = testDocument("implementation", "typical");
const menus = (document: VitrineDocument, groups?: Dimension) =>
  Object.fromEntries(menusOf(splitsOf(document, groups)).map(({ dimension, values }) => [dimension, values.map(({ name }) => name)]));

for (const groups of [undefined, "course", "year", "place"] as (Dimension | undefined)[])
  test(`what is chosen of any test document may be shown, and has no figure but its own (groups are ${groups ?? "not named"})`, () => {
    let picked = 0;
    for (const { file, document } of all) {
      const own = new Set(told(document));
      for (const { dimension, values } of splitsOf(document, groups))
        for (const value of values.slice(0, 8)) {
          const { document: part, only, misses } = pick(document, { [dimension]: value }, groups);
          const read = readDocument(JSON.stringify(part));
          assert.ok(read.ok, `${file}, ${dimension} ${value.id}: ${read.ok ? "" : JSON.stringify(read.issues.slice(0, 2))}`);
          assert.deepEqual([only, misses, part.summary], [[value], [], undefined]);
          assert.deepEqual(
            told(part).filter((figure) => !own.has(figure)),
            [],
            file,
          );
          picked++;
        }
    }
    assert.ok(picked > 40);
  });

test("a menu has no group of which nothing is told, whatever the reason", () => {
  const [breakdown] = gauge.breakdowns;
  for (const why of ["withheld", "not-reported", "unknown"] as const) {
    const groups = breakdown!.groups.map((group, at) =>
      at > 0 ? group : { id: group.id, name: group.name, trained: why, met: why, started: why, notStarted: why, notKnown: why },
    );
    const three = [...groups, { ...groups[1]!, id: "third", name: "Third" }];
    const course = menus({ ...gauge, breakdowns: [{ ...breakdown!, by: "course", groups: three }] })["course"];
    assert.deepEqual(
      course,
      three.slice(1).map(({ name }) => name),
    );
  }
});

test("one value is no choice, and no menu", () => {
  const [breakdown] = gauge.breakdowns;
  assert.deepEqual(menus({ ...gauge, breakdowns: [{ ...breakdown!, by: "course", groups: breakdown!.groups.slice(0, 1) }] }), {});
});

test("a group that is withheld in one document can be chosen where another tells of it, and stays withheld", () => {
  const group = {
    ...gauge.breakdowns[0]!.groups[0]!,
    trained: "withheld",
    met: "withheld",
    started: "withheld",
    notStarted: "withheld",
    notKnown: "withheld",
  } as const;
  const { rate: _, ...hidden } = group;
  const document = { ...gauge, breakdowns: [{ ...gauge.breakdowns[0]!, by: "course", groups: [hidden] }] };
  const { document: part, misses } = pick(document, { course: hidden });
  assert.deepEqual([part.schema === "implementation/1" && part.trained, "rate" in part, misses], ["withheld", false, []]);
});

test("a figure that a filter has no effect on says why", () => {
  const two = { ...gauge, breakdowns: gauge.breakdowns.map((one, at) => ({ ...one, by: at === 0 ? "course" : "year" })) };
  const course = gauge.breakdowns[0]!.groups[0]!;
  const why = (document: VitrineDocument, filter: Parameters<typeof pick>[1]) => pick(document, filter).misses.map((miss) => miss.why);
  const year = gauge.breakdowns[1]!.groups[0]!.name;
  assert.deepEqual(why(two, { course }), []);
  assert.deepEqual(why(two, { course: { id: "other", name: "Other" } }), ["absent"]);
  assert.deepEqual(why(two, { place: { id: "nowhere", name: "Nowhere" } }), ["unsplit"]);
  assert.deepEqual(why(two, { year: { id: year, name: year }, course }), ["crossed"]);
  assert.deepEqual(why(two, { place: { id: gauge.scope.id, name: gauge.scope.name } }), [], "it speaks of that place alone");
});

test("a title that is no question speaks of the whole and does not stay over a part", () => {
  const two = { ...gauge, breakdowns: [{ ...gauge.breakdowns[0]!, by: "course" }] };
  const course = gauge.breakdowns[0]!.groups[0]!;
  assert.equal(pick({ ...two, title: "Does it work?" }, { course }).document.title, `${course.name}: Does it work?`);
  assert.equal(pick({ ...two, title: "Most teachers met the bar" }, { course }).document.title, course.name);
});

test("a weekly trend shows the weeks of the school year that was chosen", () => {
  const weekly = all
    .map(({ document }) => document)
    .find((one) => one.schema === "trend/1" && one.step === "week" && one.times.from.length > 20)!;
  assert.ok(weekly.schema === "trend/1");
  const first = weekly.times.from[0]!;
  const year = Number(first.slice(0, 4)) - (first.slice(5) < "07-01" ? 1 : 0);
  const label = `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
  const { document: part } = pick(weekly, { year: { id: label, name: label } });
  assert.ok(part.schema === "trend/1");
  assert.deepEqual(
    part.times.from,
    weekly.times.from.filter((day) => day < `${year + 1}-07-01`),
  );
  assert.deepEqual(pick(weekly, { year: { id: "1990-91", name: "1990-91" } }).misses, [{ dimension: "year", why: "absent" }]);
});
