import type { Words } from "../words.js";
import { core } from "./core.js";

export const gauge: Words["gauge"] = {
  stage: { met: "Met the bar", started: "Started", notStarted: "Not started", notKnown: "Not known" },
  trained: "Trained",
  share: "Share that met the bar",
  group: "Group",
  all: "All trained teachers",
  ofTeachers: (met, trained) => (met ? `${met} of ${trained} teachers` : `of ${trained} teachers`),
  of: (met, trained) => (met ? `${met} of ${trained}` : `${trained} trained`),
  metTheBar: "met the implementation bar",
  noShare: "no share published",
  lessThanOne: "less than 1%",
  moreThanNinetyNine: "more than 99%",
  sentence: ({ met, trained, share, target }) => {
    const who = met ? `${met} of ${trained} trained teachers${share ? ` (${share})` : ""}` : `${share} of ${trained} trained teachers`;
    return `${who} met the implementation bar${target ? `; the target is ${target}` : ""}.`;
  },
  noSentence: ({ trained, why, target }) => {
    const aim = target ? ` The target is ${target}.` : "";
    if (why === "not-applicable") return `There are no trained teachers to count here.${aim}`;
    return `How many of the ${trained ? `${trained} ` : ""}trained teachers met the implementation bar is ${core.absenceSaid[why]}.${aim}`;
  },
  other: {
    started: (figure) => `${figure} started`,
    notStarted: (figure) => `${figure} have not started`,
    notKnown: (figure) => `for ${figure} it is not known`,
  },
  others: (list) => `Of the others, ${list}.`,
  some: (absences) => `Some figures are ${absences}.`,
  provisional: "These figures are provisional.",
  mark: (name, figures) => `${name}: ${figures}`,
};
