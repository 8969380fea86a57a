import { dice, table } from "./dice.ts";

type Rows = (string | number)[][];
const csv = (head: string, rows: Rows): string => table([head.split(","), ...rows]);
const times = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** People of an event by how far they came, `counts[i]` of them as far as stage i. */
const reached = (prefix: string, group: string, counts: readonly number[], from = 0): Rows => {
  let next = from;
  return counts.flatMap((count, far) =>
    times(count).map(() => [`${prefix}${String(++next).padStart(3, "0")}`, group, ...counts.map((_, at) => (at <= far ? "yes" : "no"))]),
  );
};

function regionalPartner(): Record<string, string> {
  const roll = dice(7101);
  const years = ["2022-23", "2023-24", "2024-25", "2025-26"];
  const stay = { CSD: [31, 36, 44, 52], CSP: [24, 27, 30, 37] };
  const left = { CSD: [12, 14, 13, 15], CSP: [13, 12, 14, 13] };
  const retention = (["CSD", "CSP"] as const).flatMap((course) =>
    years.flatMap((year, at) =>
      times(stay[course][at]! + left[course][at]!).map((one) => [
        `${course}-${year}-${one + 1}`,
        year,
        course,
        one < stay[course][at]! ? "yes" : "no",
      ]),
    ),
  );
  const students = times(18).map((school) => {
    const all = 320 + roll.below(420);
    const cs = Math.round(all * (0.12 + roll.below(9) / 100));
    const girls = Math.round(cs * (0.3 + roll.below(8) / 100));
    const cut = (of: number, low: number) => Math.round(of * (low + roll.below(5) / 100));
    const [asian, black, hispanic] = [cut(cs, 0.1), cut(cs, 0.1), cut(cs, 0.22)];
    const [allAsian, allBlack, allHispanic] = [cut(all, 0.07), cut(all, 0.15), cut(all, 0.3)];
    const [meals, allMeals] = [cut(cs, 0.34), cut(all, 0.48)];
    return [
      `S${String(school + 1).padStart(2, "0")}`,
      cs,
      girls,
      cs - girls,
      asian,
      black,
      hispanic,
      cs - asian - black - hispanic,
      meals,
      all,
      Math.round(all * 0.49),
      all - Math.round(all * 0.49),
      allAsian,
      allBlack,
      allHispanic,
      all - allAsian - allBlack - allHispanic,
      allMeals,
    ];
  });
  const programme = ["2024-25", "2025-26"].flatMap((year, at) => [
    ...times(41 + 9 * at).map((school) => ["school", `S${school + 1}`, year]),
    ...times(11 + 3 * at).map((workshop) => ["workshop", `W${year}-${workshop + 1}`, year]),
    ...times(5 + at).map((night) => ["district meeting", `M${year}-${night + 1}`, year]),
  ]);
  return {
    "recruits.csv": csv("teacher,course,registered,came,started,met", [
      ...reached("R", "CSD", [13, 15, 17, 41]),
      ...reached("R", "CSP", [11, 12, 14, 29], 86),
    ]),
    "retention.csv": csv("teacher,school_year,course,teaches", retention),
    "students.csv": csv(
      "school,cs,cs_girls,cs_boys,cs_asian,cs_black,cs_hispanic,cs_white_or_other,cs_meals,all,girls,boys,asian,black,hispanic,white_or_other,meals",
      students,
    ),
    "programme.csv": csv("what,id,school_year", programme),
  };
}

function accessReport(): Record<string, string> {
  const states = { Kansas: [31, 36, 41, 44], Nebraska: [11, 13, 12, 17], Iowa: [4, 5, 7, 9] };
  const years = ["2022-23", "2023-24", "2024-25", "2025-26"];
  const offering = Object.entries(states).flatMap(([state, counts]) =>
    years.flatMap((year, at) => times(counts[at]!).map((school) => [`${state.slice(0, 2)}${school + 1}`, state, year])),
  );
  const participation: Rows = [
    ["Kansas", 4180, 1388, 2792, 410, 498, 902, 2370, 1480, 372, 331, 21940, 10720, 11220, 1050, 3110, 5890, 11890, 9870, 2210, 2960],
    ["Nebraska", 1610, 531, 1079, 122, 170, 330, 988, 520, 131, 118, 9020, 4410, 4610, 400, 1180, 2210, 5230, 3880, 820, 1190],
    ["Iowa", 690, 214, 476, 61, 74, 121, 434, 221, 48, 62, 4410, 2150, 2260, 170, 520, 880, 2840, 1770, 310, 610],
  ];
  return {
    "offering.csv": csv("school,state,school_year", offering),
    "participation.csv": csv(
      "state,cs,cs_girls,cs_boys,cs_asian,cs_black,cs_hispanic,cs_white_or_other,cs_meals,cs_english,cs_disability,all,girls,boys,asian,black,hispanic,white_or_other,meals,english,disability",
      participation,
    ),
    "counted.csv": csv("course,state,counted", [
      ["AP Computer Science A", "all", "yes"],
      ["AP Computer Science Principles", "all", "yes"],
      ["Computer Science Discoveries", "all", "yes"],
      ["Computer Science Principles", "all", "yes"],
      ["Introduction to Programming", "Kansas", "yes"],
      ["Game Design", "Nebraska", "yes"],
      ["Robotics", "Kansas", "yes"],
      ["Keyboarding", "all", "no"],
      ["Digital Citizenship", "all", "no"],
    ]),
  };
}

function consortium(): Record<string, string> {
  const roll = dice(7202);
  const among = (cells: readonly (readonly [string, number])[]) => cells.flatMap(([cell, count]) => times(count).map(() => cell));
  const columns = (...all: string[][]) => all[0]!.map((_, at) => all.map((column) => column[at]!));
  const engaged = columns(
    among([
      ["teacher", 70],
      ["administrator", 50],
    ]),
    [
      ...among([
        ["neither", 11],
        ["agree", 34],
        ["strongly agree", 25],
      ]),
      ...among([
        ["neither", 12],
        ["agree", 22],
        ["strongly agree", 16],
      ]),
    ],
    [
      ...among([
        ["disagree", 11],
        ["neither", 19],
        ["agree", 28],
        ["strongly agree", 12],
      ]),
      ...among([
        ["disagree", 10],
        ["neither", 13],
        ["agree", 16],
        ["strongly agree", 11],
      ]),
    ],
  );
  const paces = (mean: number) => times(10).map((at) => mean + (at % 2 === 0 ? 1 : -1) * (2 + 2 * Math.floor(at / 2)));
  const pacing = [...paces(15).map((pace) => ["teacher", pace]), ...paces(13).map((pace) => ["administrator", pace])];
  const schools = { "Larch Middle School": 62, "Tern Middle School": 48, "Wren Middle School": 31 };
  const electives = Object.entries(schools).flatMap(([school, first]) =>
    ["2023-24", "2024-25", "2025-26"].map((year, at) => [school, year, first + at * (9 + roll.below(7)), first * 5 + roll.below(40)]),
  );
  return {
    "teams.csv": csv("person,role,school_year", [
      ...times(21).map((at) => [`t${at + 1}`, "teacher", "2025-26"]),
      ...times(12).map((at) => [`a${at + 1}`, "administrator", "2025-26"]),
      ...times(14).map((at) => [`u${at + 1}`, "university", "2025-26"]),
    ]),
    "events.csv": csv("event,school_year", [
      ...times(4).map((at) => [`e${at + 1}`, "2024-25"]),
      ...times(7).map((at) => [`f${at + 1}`, "2025-26"]),
    ]),
    "engagement.csv": csv("role,effective,productive", engaged),
    "pacing.csv": csv("role,pace", pacing),
    "family-night.csv": csv("what,number", [
      ["registered", 50],
      ["came", 30],
      ["answered", 10],
    ]),
    "families.csv": csv(
      "useful,clear",
      columns(
        among([
          ["agree", 7],
          ["strongly agree", 3],
        ]),
        among([
          ["agree", 7],
          ["strongly agree", 3],
        ]),
      ),
    ),
    "electives.csv": csv("school,school_year,elective,students", electives),
    "profile.csv": csv("school,students,group_a,group_b,group_c,group_d,disadvantaged,meals,disability", [
      ["Larch Middle School", 704, 282, 176, 211, 35, 352, 493, 211],
    ]),
    "inventory.csv": csv("entry,area,detail,grade_6,grade_7,grade_8,students", [
      ["STEM class", "course", "Nine weeks, three of them programming", "partly", "yes", "yes", 212],
      ["Computer science elective", "course", "", "no", "planned", "yes", 62],
      ["Programming in mathematics", "integrated", "Two units on number patterns", "yes", "partly", "no", ""],
      ["Robotics club", "club", "Fridays after school", "yes", "yes", "yes", 34],
      ["Girls in the elective", "gap", "About a third of the elective, half of the school", "", "", "", ""],
      ["One elective period a day", "schedule", "Band and computer science fall together", "yes", "yes", "yes", ""],
      ["Late bus", "transport", "Fridays only, and not to the north side", "partly", "partly", "partly", ""],
      ["Enrolment by elective", "data", "By semester, since 2023", "yes", "yes", "yes", ""],
    ]),
    "steps.csv": csv("step,how,begins,due,if_missed,state,who,team", [
      [
        "Take stock of what exists",
        "Talks with teachers, counselors and administrators; no judgement is passed.",
        "2025-09-08",
        "2025-10-31",
        "The plan would rest on guesses.",
        "done",
        "teacher; administrator; university",
        "",
      ],
      [
        "Agree on goals",
        "Broaden who takes part; meet the state's standards.",
        "2025-11-03",
        "2025-12-12",
        "",
        "done",
        "teacher; administrator",
        "",
      ],
      [
        "Write the grade 7 course",
        "Choose a curriculum or write one with industry experts.",
        "2026-01-12",
        "2026-06-12",
        "The course begins a year later.",
        "done",
        "teacher; curriculum; industry",
        "Course",
      ],
      ["Bring programming into mathematics", "", "2026-09-08", "2027-01-29", "", "doing", "teacher; university", "Integration"],
      [
        "Open the club to grade 6",
        "",
        "2026-10-05",
        "2026-12-18",
        "Younger students meet computer science a year later.",
        "todo",
        "teacher; administrator",
        "Course",
      ],
    ]),
    "subgroups.csv": csv("name,formed,who", [
      ["Course", "2026-01-12", "teacher; administrator; curriculum"],
      ["Integration", "2026-08-24", "teacher; university"],
    ]),
    "sessions.csv": csv("name,every,day", [
      ["Team working session", "every six weeks at first, later rarer", "2025-09-22"],
      ["Team working session", "every six weeks at first, later rarer", "2025-11-03"],
      ["Team working session", "every six weeks at first, later rarer", "2025-12-15"],
      ["Team working session", "every six weeks at first, later rarer", "2026-03-16"],
      ["Sub-group meeting", "every two weeks", "2026-09-14"],
      ["Sub-group meeting", "every two weeks", "2026-09-28"],
    ]),
    "resources.csv": csv("what,note,link,there", [
      ["Research brief on recruiting", "Two pages, with what to try on Monday", "https://vitrine.example/brief", "yes"],
      ["Laptops for grade 7", "", "", "no"],
    ]),
    "collection.csv": csv("what,how,when,for,who", [
      ["Enrolment by elective and group", "From the school's own records", "each semester", "impact", "administrator"],
      ["How sessions go", "Five questions at the end", "after each working session", "progress", "university"],
    ]),
    "time.csv": csv("whose,what,hours", [
      ["teacher", "Writes and tries out units", "two hours a week"],
      ["administrator", "Clears the schedule", "an hour a month"],
      ["university", "Comes to every working session", "half a day every six weeks"],
    ]),
  };
}

function equity(): Record<string, string> {
  const roll = dice(7303);
  const day = (at: number) => new Date(Date.UTC(2024, 7, 5 + 7 * at)).toISOString().slice(0, 10);
  const districts = times(36).map((at) => ({
    id: `D${String(at + 1).padStart(2, "0")}`,
    region: at % 3 === 0 ? "North" : at % 3 === 1 ? "Coast" : "Valley",
    meals: 4 + ((at * 29) % 92),
  }));
  const weeks = times(96).filter((week) => !(week > 44 && week < 52));
  const use = districts.flatMap(({ id, region, meals }) =>
    weeks.map((week) => {
      const summer = week % 52 > 44 ? 0.25 : 1;
      return [
        id,
        region,
        meals < 25 ? "below" : meals < 50 ? "25 to 50" : meals < 75 ? "50 to 75" : "above",
        day(week),
        (summer * (310 - 1.7 * meals + week * 0.6 + roll.below(40))).toFixed(1),
      ];
    }),
  );
  const profile = districts.map(({ id, region, meals }) => {
    const students = 900 + roll.below(4200);
    const fast = Math.round(students * (0.97 - meals / 260));
    const cs = Math.round(students * (0.2 - meals / 900));
    return [
      id,
      region,
      meals,
      students,
      ((100 * fast) / students).toFixed(1),
      ((100 * cs) / students).toFixed(1),
      cs,
      Math.round(cs * 0.36),
      Math.round(students * 0.49),
      Math.round((cs * meals) / 130),
      Math.round((students * meals) / 100),
      Math.round(cs * 0.06),
      Math.round(students * 0.13),
    ];
  });
  const trust = (["North", "Coast", "Valley"] as const).flatMap((region, at) =>
    [
      ["few", 12 + at * 2],
      ["about half", 24],
      ["most", 41 - at * 4],
      ["nearly all", 18],
    ].flatMap(([cell, count]) => times(Number(count)).map(() => [region, cell as string])),
  );
  const families = ["2024-25", "2025-26"].flatMap((year, at) =>
    times(58 + at * 5).map((school) => ["school", `S${school + 1}`, year, 20 + roll.below(60) + at * 6]),
  );
  return {
    "weekly-use.csv": csv("district,region,meals,week,page_loads_per_1000", use),
    "districts.csv": csv(
      "district,region,meals,students,fast_percent,cs_percent,cs,cs_girls,girls,cs_meals,meals_students,cs_english,english",
      profile,
    ),
    "trust.csv": csv("region,families_with_trust", trust),
    "families.csv": csv("what,school,school_year,engagements", families),
  };
}

/** The invented rows of each recipe, file by file, always the same. */
export const recipeRows = (): Record<string, Record<string, string>> => ({
  "regional-partner": regionalPartner(),
  "access-report": accessReport(),
  consortium: consortium(),
  equity: equity(),
});
