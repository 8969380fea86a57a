/**
 * Writes test/documents/pathway/ and test/attacks/pathway-*.json: `npx tsx .scripts/pathway-documents.ts`. Every name and number is invented; those
 * of the event are of the size that a published account of one tells (about 50 registered, about 30 came, ten families answered).
 */
import { pathway, type Count, type Envelope, type PathwayDocument, type PathwayLine } from "@vitrine/contract";
import { attackNames, attackTexts, longest, partnerAudience, sampleEnvelope } from "../test/helpers/envelope.js";
import { attackedEnvelope, writerOf } from "./write-documents.js";

const write = writerOf(pathway, ({ stages, breakdowns }) => `${stages.length} stages, ${breakdowns.length} breakdowns`);
const of = (name: string, title: string, said: Partial<Omit<Envelope, "schema">> = {}) =>
  sampleEnvelope("pathway/1", `pathway-${name}`, title, said) as Omit<PathwayDocument, "stages" | "followed" | "all" | "breakdowns">;

const stage = (id: string, name: string, who: string, more: { period?: string; provisional?: boolean } = {}) => ({
  id,
  name,
  of: who,
  ...more,
});
/** Exact numbers, and from one to the next how many left. @param apart stages that count something else than the one before */
const line = (reached: number[], apart: number[] = []): PathwayLine => ({
  reached,
  left: reached.slice(1).map((count, at): Count => (apart.includes(at + 1) ? "not-applicable" : reached[at]! - count)),
});

const hidden = (stages: number): PathwayLine => ({
  reached: Array.from({ length: stages }, () => "withheld" as const),
  left: Array.from({ length: stages - 1 }, () => "withheld" as const),
});

const programme = [
  stage("registered", "Registered", "teachers"),
  stage("attended", "Attended the workshop", "teachers"),
  stage("started", "Started teaching the course", "teachers"),
  stage("met", "Met the implementation bar", "teachers"),
  stage("retained", "Still teaching a year later", "teachers"),
];
const courses = [
  { id: "csd", name: "CS Discoveries", ...line([148, 132, 110, 86, 62]) },
  { id: "csp", name: "CS Principles", ...line([124, 108, 81, 63, 40]) },
];
const typical: PathwayDocument = {
  ...of("typical", "From registering to teaching a year later"),
  stages: programme,
  followed: true,
  all: line([272, 240, 191, 149, 102]),
  breakdowns: [{ by: "course", label: "By course", partition: true, groups: courses }],
};
write("documents/pathway/typical.json", typical);

const night = [
  stage("registered", "Registered", "people"),
  stage("came", "Came", "people"),
  stage("answered", "Answered the survey", "families"),
];
const event: PathwayDocument = {
  ...of("event", "Who came to the computer science night", { scope: { level: "school", id: "maple", name: "Maple School (sample)" } }),
  stages: night,
  followed: true,
  all: line([50, 30, 10], [2]),
  breakdowns: [],
};
write("documents/pathway/event.json", event);
const stricter = { ...event.privacy, threshold: 11 };
write("documents/pathway/event-protected.json", {
  ...event,
  id: "pathway-event-protected",
  title: "The same night where eleven is the least number told",
  privacy: stricter,
  all: { reached: [50, 30, "withheld"], left: [20, "not-applicable"] },
});

const pipeline = [
  stage("required", "Required course", "students", { period: "2021-22" }),
  stage("elective", "Elective course", "students", { period: "2022-23" }),
  stage("high-school", "High school course", "students", { period: "2023-25" }),
  stage("undergraduate", "Computing at college", "students", { period: "2025-26", provisional: true }),
];
write("documents/pathway/pipeline.json", {
  ...of("pipeline", "From the required course to college", { status: "provisional", period: { label: "2021 to 2026" } }),
  stages: pipeline,
  followed: true,
  all: line([412, 168, 96, 41]),
  breakdowns: [
    {
      by: "gender",
      label: "By gender",
      partition: true,
      groups: [
        { id: "female", name: "Female", reached: [203, 66, 34, "withheld"], left: [137, 32, "withheld"] },
        { id: "male", name: "Male", reached: [209, 102, 62, "withheld"], left: [107, 40, "withheld"] },
      ],
    },
    {
      by: "origin",
      label: "By origin",
      partition: true,
      groups: [
        { id: "black", name: "Black or African American", reached: [164, 58, "withheld", "withheld"], left: [106, "withheld", "withheld"] },
        { id: "hispanic", name: "Hispanic or Latino", reached: [103, 36, "withheld", "withheld"], left: [67, "withheld", "withheld"] },
        { id: "white", name: "White", ...hidden(4) },
        { id: "other", name: "Other or several", ...hidden(4) },
      ],
    },
  ],
});
write("documents/pathway/not-followed.json", {
  ...of("not-followed", "How many take each course this year"),
  stages: pipeline.map(({ id, name, of: who }) => stage(id, name, who)),
  followed: false,
  all: { reached: [404, 212, 88, 120], left: ["not-applicable", "not-applicable", "not-applicable"] },
  breakdowns: [],
});
write("documents/pathway/one-stage.json", {
  ...of("one-stage", "Only the first stage is known"),
  stages: [programme[0]!],
  followed: true,
  all: { reached: [272], left: [] },
  breakdowns: [],
});
write("documents/pathway/empty.json", {
  ...of("empty", "Nobody has registered yet"),
  stages: programme.slice(0, 3),
  followed: true,
  all: { reached: [0, "not-applicable", "not-applicable"], left: ["not-applicable", "not-applicable"] },
  breakdowns: [],
});
write("documents/pathway/one-group.json", {
  ...typical,
  ...of("one-group", "One course only"),
  all: line([148, 132, 110, 86, 62]),
  breakdowns: [{ by: "course", label: "By course", partition: true, groups: [courses[0]!] }],
});
write("documents/pathway/all-withheld.json", {
  ...typical,
  ...of("all-withheld", "What is shown where nothing may be"),
  all: hidden(5),
  breakdowns: [
    {
      by: "course",
      label: "By course",
      partition: true,
      groups: courses.map(({ id, name }) => ({
        id,
        name,
        ...hidden(5),
      })),
    },
  ],
});
write("documents/pathway/every-absence.json", {
  ...of("every-absence", "What stands where there is no number?"),
  stages: [
    stage("invited", "Invited", "families"),
    stage("registered", "Registered", "families"),
    stage("came", "Came", "people"),
    stage("answered", "Answered the survey", "families"),
    stage("later", "Came again", "families"),
    stage("college", "Enrolled at college", "students"),
  ],
  followed: false,
  all: {
    reached: [240, "unknown", "withheld", "not-covered", "not-reported", "not-applicable"],
    left: Array.from({ length: 5 }, () => "not-applicable" as const),
  },
  breakdowns: [],
});
const tens = (min: number) => ({ min, max: min + 9 });
write("documents/pathway/ranges.json", {
  ...of("ranges", "A small district, told in tens"),
  stages: programme.slice(0, 4),
  followed: true,
  all: { reached: [tens(60), tens(50), tens(30), tens(20)], left: [tens(0), tens(20), tens(10)] },
  breakdowns: [
    {
      by: "course",
      label: "By course",
      partition: false,
      groups: [
        { id: "csd", name: "CS Discoveries", reached: [tens(30), tens(30), tens(20), tens(10)], left: [tens(0), tens(10), tens(0)] },
        { id: "csp", name: "CS Principles", reached: [tens(30), tens(20), tens(10), tens(0)], left: [tens(0), tens(10), tens(0)] },
      ],
    },
  ],
});
write("documents/pathway/provisional.json", {
  ...event,
  ...of("provisional", "The first count after the night", { status: "provisional" }),
});
write("documents/pathway/partner.json", { ...typical, ...of("partner", "How far our teachers have come", { audience: partnerAudience }) });
const places = ["Arden", "Birch Valley", "Cedar Falls", "Dover", "Eastlake", "Fairview", "Glenwood", "Hollis", "Ironton"];
const many = places.map((name, at) => {
  const first = 60 + 17 * at;
  return { id: `district-${at + 1}`, name, ...line([first, first - 12 - at, first - 28 - 2 * at, first - 42 - 3 * at]) };
});
write("documents/pathway/many-groups.json", {
  ...of("many-groups", "District by district"),
  stages: programme.slice(0, 4),
  followed: true,
  all: line([0, 1, 2, 3].map((at) => many.reduce((sum, { reached }) => sum + (reached[at] as number), 0))),
  breakdowns: [{ by: "district", label: "By district", partition: true, groups: many }],
});
write("documents/pathway/longest-labels.json", {
  ...typical,
  ...of("longest-labels", longest("A title as long as a title may be, and then some words more ", 160), {
    status: "provisional",
    summary: longest("A summary of the author's own. ", 600),
  }),
  stages: programme.map((one, at) => ({
    ...one,
    name: longest(`${one.name} in the programme of the consolidated region `, 80),
    of: longest("teachers of computer science in any school of the region ", 60),
    period: longest("from the first summer to the last spring of that year ", 60),
    provisional: at > 2,
  })),
  breakdowns: [
    {
      by: "course",
      label: longest("By the course in which the teacher was trained first ", 80),
      partition: true,
      groups: courses.map((group) => ({
        ...group,
        name: longest(`${group.name} in the Consolidated Unified Regional Education Service Area `, 120),
      })),
    },
  ],
});
write("documents/pathway/spanish.json", {
  ...of("spanish", "¿Quién vino a la noche de computación?"),
  stages: [
    stage("registered", "Se inscribieron", "personas"),
    stage("came", "Vinieron", "personas"),
    stage("answered", "Respondieron la encuesta", "familias"),
  ],
  followed: true,
  all: { reached: [50, 30, "withheld"], left: [20, "not-applicable"] },
  privacy: stricter,
  breakdowns: [],
});

for (const name of attackNames) {
  const attack = attackTexts(name);
  write(`attacks/pathway-${name}.json`, {
    ...typical,
    ...attackedEnvelope(`attack-pathway-${name}`, typical, attack),
    stages: programme.map((one) => ({ ...one, name: attack(), period: attack() })),
    breakdowns: [{ by: "course", label: attack(), partition: true, groups: courses.map((group) => ({ ...group, name: attack() })) }],
  });
}
