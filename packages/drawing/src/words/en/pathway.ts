import type { PathwayWords } from "../pathway.js";

export const pathway: PathwayWords = {
  number: (count, of) => `${count} ${of}`,
  first: ({ name, number }) => `${name}: ${number}.`,
  next: ({ name, went }) => `${name}: ${went}.`,
  went: ({ count, before, share, left, why }) => {
    const rest = left ? `; ${left} did not` : why ? `; how many did not is ${why}` : "";
    return `${count} of ${before} went on${share ? ` (${share})` : ""}${rest}`;
  },
  absent: ({ name, of, why }) => `${name}: how many ${of} is ${why}.`,
  otherCount: (of) => `Counted in ${of}: not compared with the stage before`,
  notFollowed: "Each stage is counted by itself. Nobody was followed from one stage to the next.",
  withheld: "A number is left out where it, or another one beside it, could tell something about single people or families.",
  provisional: "These figures are provisional.",
  provisionalStages: (list) => `Still provisional: ${list}.`,
  some: (absences) => `Some figures are ${absences}.`,
  group: (name, stage) => `${name}, ${stage}`,
  ownScale: "Each panel begins with its own first stage at full length, so that panels show how many go on.",
  commonScale: "All panels have one scale.",
  percents: "Percent: how many of the stage before.",
  column: {
    stage: "Stage",
    period: "When",
    number: "How many",
    of: "Who is counted",
    share: "Share of the stage before",
    left: "Did not go on",
    group: "Group",
  },
  leftAfter: (stage) => `Did not go on after ${stage}`,
};
