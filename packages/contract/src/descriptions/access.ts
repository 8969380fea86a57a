const statuses: Record<string, string> = {
  offers: "Schools that offer computer science.",
  limited: "Schools that offer some: a club, a unit inside another course.",
  "does-not-offer": "Schools that do not offer it.",
  "offered-before": "Schools that offered it in an earlier year and did not report this year.",
  "did-not-offer-before": "Schools that did not offer it in an earlier year and did not report this year.",
  "not-reported": "Schools that were asked and did not answer.",
  unknown: "Schools whose answer is known to be wrong or missing.",
  withheld: "Schools whose answer is protected.",
  "not-covered": "Schools outside of what was collected.",
};
const columns: Record<string, string> = {
  coverage: "How much of the area the collection reaches.",
  area: "The area each school is in, by an id of the column `areas.id`.",
  district: "Name of the school district.",
  city: "Name of the town.",
  status: "What is known of computer science at the school.",
  level: "Which grades it teaches.",
  activity:
    "Whether people at the school already do computer science of their own accord, whatever it offers: told of the school, never of a teacher.",
  offering: "What is offered, in a few words.",
  saidOn: "When this was said, as a year or a day.",
};
const coded = (path: string, key: string) => ({
  [`${path}.${key}`]: `${columns[key]} Each different value stands once in \`values\`; \`index\` points to them.`,
  [`${path}.${key}.values`]: "Each different value once.",
  [`${path}.${key}.index`]: "For every row the position of its value, counted from 0.",
});

export const accessDescriptions: Record<string, string> = {
  areas: "Areas as columns: cell number i of every column speaks of the same area.",
  "areas.level": "What the areas are.",
  "areas.id": "Code of each area (FIPS for states and counties, NCES for districts), each once.",
  "areas.name": "Name of each area.",
  ...coded("areas", "coverage"),
  "areas.schools": "Number of schools in each area: the sum of the columns in `by`.",
  "areas.by": "Number of schools by what is known of them. A status left out has no school.",
  ...Object.fromEntries(Object.entries(statuses).map(([status, text]) => [`areas.by.${status}`, text])),
  "areas.file": "The file with the schools of each area, in the same folder as this document, or `not-applicable`.",
  schools: "Schools as columns, ordered by id. Left out in an overview whose schools stand in one file per area.",
  "schools.id":
    "Code of each school (NCES), each once. Codes that are numbers of one length, in order, may be written shorter, as an object.",
  "schools.id.first": "The first code.",
  "schools.id.steps": "For each of the others how much larger its number is than that of the one before it.",
  "schools.name": "Name of each school.",
  ...coded("schools", "area"),
  ...coded("schools", "district"),
  ...coded("schools", "city"),
  ...coded("schools", "status"),
  ...coded("schools", "level"),
  ...coded("schools", "activity"),
  "schools.latitude":
    "Degrees north (WGS 84), or `unknown` together with the longitude. Degrees of four decimals may be written shorter, as an object.",
  "schools.latitude.from": "What is added to each number, in ten-thousandths of a degree.",
  "schools.latitude.digits":
    "Ten-thousandths of a degree as numbers of base 64, place by place, the highest first: for every school one sign, in texts of at most 4,000 signs that are joined. The signs are `A` to `Z`, `a` to `z`, then `!#$%*+,-./:;`; `?` is `unknown`.",
  "schools.longitude":
    "Degrees east (WGS 84), so negative in the Americas, or `unknown` together with the latitude. Degrees of four decimals may be written shorter, as an object.",
  "schools.longitude.from": "What is added to each number, in ten-thousandths of a degree.",
  "schools.longitude.digits":
    "Ten-thousandths of a degree as numbers of base 64, place by place, the highest first: for every school one sign, in texts of at most 4,000 signs that are joined. The signs are `A` to `Z`, `a` to `z`, then `!#$%*+,-./:;`; `?` is `unknown`.",
  "schools.students": "All students of the school, whatever they study.",
  ...coded("schools", "offering"),
  "schools.source": "For every school the position in `sources` of who says so, counted from 0.",
  ...coded("schools", "saidOn"),
};

export const accessPage = {
  answers: "Which schools offer computer science, where little is known, and which areas are covered at all.",
  elements: ["cs-school-access-map", "cs-school-list"],
  rules: [
    "Every column has one cell for each row.",
    "`areas.schools` is the sum of `areas.by`, area by area; where the schools are listed, these numbers are those of the list.",
    "The notes contain a `definition`: what counts as offering computer science.",
    "`schools.students` counts people: the threshold holds, but a school without any student is an exact 0.",
    "A large document is split: an overview with areas only, and one file of schools for each area, named in `areas.file`.",
  ],
};
