import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImplementationDocument } from "@vitrine/contract";
import { dice } from "./dice.ts";
import { rosterDocument, rosterSources } from "./make-roster.ts";
import { config, faultRows, folderWith, implementation, read, refused, run } from "./project.ts";

type Json = Record<string, unknown>;
/** An invented teacher of a programme, who agreed or did not. */
interface Teacher {
  stage: string;
  district: string;
  programme?: string;
  agreed?: boolean;
}
const many = (count: number, teacher: Teacher): Teacher[] => Array.from({ length: count }, () => teacher);
const heads = {
  attendance: "attendance,workshop,teacher,account,school_id,school,role,agreed_on\nA0,elsewhere,Nobody,,,,,",
  accounts: "account,other_account,state\nx@nobody.example,y@nobody.example,suggested",
  nicknames: "name,nickname\nElizabeth,Liz",
};
const folderOf = (teachers: readonly Teacher[], activity: readonly string[] = []) =>
  folderWith({
    "enrolments.csv": [
      "enrolment,teacher,account,school_id,school,district_id,district,workshop,agreed_on,withdrew_on,now,stage,programme,month",
      ...teachers.map(({ stage, district, programme = "p1", agreed = true }, at) =>
        [
          `E${at}`,
          `Teacher ${at}`,
          `t${at}@school.example`,
          "S1",
          "School S1",
          district,
          district,
          "CSD-A",
          agreed ? "2026-04-01" : "",
          "",
          "",
          stage,
          programme,
          "2026-07-01",
        ].join(","),
      ),
    ].join("\n"),
    "activity.csv": ["account,course,students,students_past_bar,highest_unit", "x@nobody.example,CSD,1,0,Unit 1", ...activity].join("\n"),
    ...Object.fromEntries(Object.entries(heads).map(([name, text]) => [`${name}.csv`, text])),
  });

const partner = { id: "partner-a", consent: "Agreed on enrolment. Invented.", confidentiality: "For the partner alone. Invented." };
const roster = (programme?: string) => ({
  ...rosterDocument,
  id: "roster",
  title: "Roster",
  partner,
  ...(programme && {
    enrolments: { ...(rosterDocument as { enrolments: Json }).enrolments, where: [{ column: "programme", in: [programme] }] },
  }),
});
const gauge = (over: Json = {}): Json => ({
  ...implementation,
  id: "gauge",
  from: "enrolments",
  teacher: "account",
  trained: { column: "workshop", values: { "CSD-A": "counted" } },
  breakdowns: [{ by: "district", label: "By district", column: "district" }],
  ...over,
});
const whole = (...documents: Json[]) => config({}, documents[0]!, { sources: rosterSources, documents });
/** The same where zeros are no secret. */
const sayingZeros = (...documents: Json[]) => {
  const { publication, ...rest } = whole(...documents) as { publication: { privacy: Json } };
  return { ...rest, publication: { ...publication, privacy: { ...publication.privacy, zeros: "publish" } } };
};
const gaugeOf = (result: Awaited<ReturnType<typeof run>>) => read(result, "gauge") as unknown as ImplementationDocument;

test("who did not agree is counted in no document, so that a gauge less the roster is nobody", async () => {
  const teachers = [
    ...many(30, { stage: "met", district: "North" }),
    ...many(20, { stage: "started", district: "South" }),
    ...many(2, { stage: "none", district: "South", agreed: false }),
  ];
  const result = await run(folderOf(teachers), sayingZeros(roster(), gauge()));
  assert.equal(gaugeOf(result).trained, 50);
  assert.deepEqual(
    gaugeOf(result).breakdowns[0]!.groups.map(({ id, trained }) => [id, trained]),
    [
      ["north", 30],
      ["south", 20],
    ],
  );
  assert.equal(faultRows(result)["no-consent"], 2);
  const alone = await run(folderOf(teachers), whole(gauge()));
  assert.equal(gaugeOf(alone).trained, 52, "without a roster nothing is known of who agreed");
});

test("classes of those who did not agree are counted in no document, whatever account they use", async () => {
  const teachers = [...many(30, { stage: "met", district: "North" }), ...many(1, { stage: "met", district: "North", agreed: false })];
  const folder = folderOf(
    teachers,
    teachers.map((_, at) => `t${at}@school.example,CSD,20,10,Unit 3`),
  );
  const students = {
    kind: "metrics",
    id: "students",
    title: "Students",
    metrics: [
      {
        id: "students",
        name: "Students",
        unit: "students",
        counts: "people",
        from: "activity",
        take: "sum",
        column: "students",
        period: "2025-26",
      },
    ],
  };
  const total = async (...documents: Json[]) => {
    const { metrics } = read(await run(folder, whole(...documents)), "students") as { metrics: { value: unknown }[] };
    return metrics[0]!.value;
  };
  assert.deepEqual([await total(students), await total(roster(), students)], [621, 601]);
});

test("what is left of a gauge beside the roster of one programme stays hidden where it is small", async () => {
  const of = (programme: string, north: number, south: number) => [
    ...many(north, { stage: "met", district: "North", programme }),
    ...many(20, { stage: "none", district: "North", programme }),
    ...many(south, { stage: "met", district: "South", programme }),
    ...many(20, { stage: "none", district: "South", programme }),
  ];
  const met = ({ breakdowns }: ImplementationDocument) => breakdowns[0]?.groups.map(({ met: count }) => count);
  const few = () => folderOf([...of("p1", 30, 15), ...of("p2", 20, 2)]);
  assert.deepEqual(met(gaugeOf(await run(few(), sayingZeros(gauge())))), [50, 17], "alone, 17 tell of nobody");
  assert.deepEqual(
    met(gaugeOf(await run(few(), sayingZeros(roster("p1"), gauge())))),
    ["withheld", "withheld"],
    "17 less the 15 on the roster are two",
  );
  const enough = folderOf([...of("p1", 30, 15), ...of("p2", 20, 12)]);
  assert.deepEqual(met(gaugeOf(await run(enough, sayingZeros(roster("p1"), gauge())))), [50, 27]);
});

test("a few who are on no roster stop a gauge of all, and the sentence says what to do", async () => {
  const teachers = [...many(30, { stage: "met", district: "North" }), ...many(2, { stage: "none", district: "North", programme: "p2" })];
  const folder = folderOf(teachers);
  const { code, message } = await refused(folder, whole(roster("p1"), gauge()));
  assert.equal(code, "roster-reveals");
  assert.match(message, /"from": \{ "roster": "roster" \}.*"where"/);
  assert.doesNotMatch(message, /p2|North/);
  const kept = await run(folder, whole(roster("p1"), gauge({ where: [{ column: "programme", in: ["p1"] }] })));
  assert.equal(gaugeOf(kept).trained, 30);
});

test("a trend of people on a roster and of others is refused", async () => {
  const teachers = [...many(30, { stage: "met", district: "North" }), ...many(20, { stage: "met", district: "North", programme: "p2" })];
  const trend = {
    kind: "trend",
    id: "trend",
    title: "Trend",
    from: "enrolments",
    measure: { kind: "count", name: "Teachers", of: "teachers", people: true, count: { take: "different", column: "account" } },
    time: { column: "month", step: "month" },
    all: "All",
  };
  assert.equal((await refused(folderOf(teachers), whole(roster("p1"), trend))).code, "roster-reveals");
  await run(folderOf(teachers), whole(roster("p1"), { ...trend, where: [{ column: "programme", in: ["p1"] }] }));
  await run(folderOf(teachers), whole(roster(), trend));
});

test("whatever the counts, a gauge less the roster tells no small count", async () => {
  const { next } = dice(3);
  const roll = (most: number) => Math.floor(next() * most);
  let shown = 0;
  for (let round = 0; round < 4; round++) {
    const teachers = ["p1", "p2"].flatMap((programme) =>
      ["North", "South", "West"].flatMap((district) =>
        ["met", "started", "none"].flatMap((stage) => many(roll(3) ? 8 + roll(20) : roll(4), { stage, district, programme })),
      ),
    );
    const { breakdowns, ...all } = gaugeOf(await run(folderOf(teachers), whole(roster("p1"), gauge())));
    const of = (stage: string, district?: string) =>
      teachers.filter(
        (one) => one.programme === "p2" && (stage === "trained" || one.stage === stage) && (!district || one.district === district),
      ).length;
    const names = { met: "met", started: "started", notStarted: "none", trained: "trained" } as const;
    for (const [line, district] of [
      [all, undefined] as const,
      ...(breakdowns[0]?.groups ?? []).map((group) => [group, group.name] as const),
    ])
      for (const [key, stage] of Object.entries(names)) {
        const figure = line[key as keyof typeof names];
        if (figure === "withheld") continue;
        shown++;
        assert.ok(of(stage, district) >= 5, `${round} ${district} ${key}`);
      }
  }
  assert.ok(shown > 8, `${shown} figures are shown all the same`);
});
