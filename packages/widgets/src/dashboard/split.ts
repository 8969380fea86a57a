import type {
  AccessDocument,
  ImplementationDocument,
  ImplementationGroup,
  MetricsDocument,
  PathwayDocument,
  SurveyDocument,
  TrendDocument,
  VitrineDocument,
} from "@vitrine/contract";

/** What a dashboard filters by, in the order of its menus. */
export const dimensions = ["year", "course", "place"] as const;
export type Dimension = (typeof dimensions)[number];

/** One thing to choose: the id and the name of a group, or the label of a year for both. */
export interface Value {
  id: string;
  name: string;
}
/** Parts of a document that are told apart already: choosing one shows its figures, and works out none. */
export interface Split<D = VitrineDocument> {
  dimension: Dimension;
  /** What may stand in a menu: values of which a figure is told, in the order of the document. */
  values: Value[];
  /** The document that tells of one value alone; nothing when this one does not tell it apart. */
  take(id: string): D | undefined;
}

/** `by` of a breakdown, and the level of the place that it tells of. */
const levels = ["nation", "state", "region", "county", "district", "school"] as const;
const singular = (by: string) => (by === "counties" ? "county" : by.replace(/s$/, ""));
const levelOf = (by: string) => levels.find((level) => level === singular(by));
function dimensionOf(by: string): Dimension | undefined {
  const word = singular(by);
  if (word === "year" || word === "school-year") return "year";
  if (word === "course") return "course";
  return word === "place" || levelOf(by) ? "place" : undefined;
}

/** Whether anything is told: a number, or what stands for one. An absence is a word, and so is every name. */
const tells = (of: unknown): boolean =>
  typeof of === "number" || (typeof of === "object" && of !== null && Object.values(of).some((part) => tells(part)));

/** Without the keys that have no value: a document has none. */
const defined = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * The same document under the name of the part that is left. A summary written by hand speaks of the whole, and so may a title that is no
 * question: neither stays.
 */
function part<D extends VitrineDocument>(document: D, dimension: Dimension, by: string, { id, name }: Value, figures: Partial<D>): D {
  const title = `${name}: ${document.title}`;
  const slug = `${document.id}-${slugOf(id)}`;
  const level = levelOf(by);
  return defined({
    ...document,
    ...figures,
    id: slug.length <= 80 && !slug.endsWith("-") ? slug : document.id,
    title: title.endsWith("?") && title.length <= 160 ? title : name,
    summary: undefined,
    ...(dimension === "place" && { scope: { level: level ?? document.scope.level, id, name } }),
  }) as D;
}

const keyed = (dimension: Dimension, { id, name }: Value): Value => ({ id: dimension === "year" ? name : id, name });

/** @param figures what of the document changes for one group @param told what a menu looks at before it lists the group */
function split<D extends VitrineDocument, G extends Value>(
  document: D,
  dimension: Dimension,
  by: string,
  groups: readonly G[],
  figures: (group: G) => Partial<D>,
  told: (group: G) => unknown = (group) => group,
): Split<D> {
  const values = groups.map((group) => ({ group, value: keyed(dimension, group) }));
  return {
    dimension,
    values: values.flatMap(({ group, value }) => (tells(told(group)) ? [value] : [])),
    take(id) {
      const found = values.find(({ value }) => value.id === id);
      return found && part(document, dimension, by, found.value, figures(found.group));
    },
  };
}

/** A breakdown of a document, by what its `by` says. */
const byBreakdowns = <D extends ImplementationDocument | PathwayDocument>(
  document: D,
  figures: (group: D["breakdowns"][number]["groups"][number]) => Partial<D>,
): Split<D>[] =>
  document.breakdowns.flatMap(({ by, groups }) => {
    const dimension = dimensionOf(by);
    return dimension ? [split<D, D["breakdowns"][number]["groups"][number]>(document, dimension, by, groups, figures)] : [];
  });

const stagesOf = ({ trained, met, started, notStarted, notKnown, rate }: ImplementationGroup): Partial<ImplementationDocument> => ({
  trained,
  met,
  started,
  notStarted,
  notKnown,
  rate,
  breakdowns: [],
});

/** First day of a school year and of the next; nothing for a label that is none, such as "2019" or "since 2020". */
function daysOf(label: string): [from: string, before: string] | undefined {
  const [, first, second] = /^(\d{4})[-–/](\d\d|\d{4})$/.exec(label) ?? [];
  const next = Number(first) + 1;
  return first && next % 100 === Number(second) % 100 ? [`${first}-07-01`, `${next}-07-01`] : undefined;
}

/** Numbers of a summer or of one day belong to no year's menu. */
const isYear = (label: string) => /^\d{4}$/.test(label) || daysOf(label) !== undefined;

/** A year of a trend: the points in time from July to June. Its own menu entries would be worked out, so it has none. */
function yearsOf(document: TrendDocument): Split<TrendDocument>[] {
  const { step, times, annotations } = document;
  if (step === "year") return [];
  const take = (label: string) => {
    const [from, before] = daysOf(label) ?? [];
    if (!from || !before) return undefined;
    const within = (day: string) => day >= from && day < before;
    const rows = [...times.from.keys()].filter((row) => within(times.from[row]!));
    if (rows.length === 0) return undefined;
    return part(
      document,
      "year",
      "year",
      { id: label, name: label },
      {
        period: { label },
        times: rowsOf(times, rows),
        ...(document.all && { all: rowsOf(document.all, rows) }),
        groups: document.groups.map((group) => rowsOf(group, rows)),
        annotations: annotations.filter((one) => within(one.from)),
      },
    );
  };
  return [{ dimension: "year", values: [], take }];
}

const groupsOf = (document: TrendDocument, dimension: Dimension): Split<TrendDocument> =>
  split(document, dimension, dimension, document.groups, ({ name, count, base, share, mean }) => ({
    all: defined({ name, count, base, share, mean }),
    groups: [],
    groupsLabel: undefined,
    partition: false,
  }));

const metricYears = (document: MetricsDocument): Split<MetricsDocument>[] => {
  const labels = [...new Set(document.metrics.map(({ period }) => period ?? document.period.label))].filter(isYear).sort();
  if (labels.length < 2) return [];
  const of = (label: string) => document.metrics.filter(({ period }) => (period ?? document.period.label) === label);
  const groups = labels.map((label) => ({ id: label, name: label }));
  return [
    split(
      document,
      "year",
      "year",
      groups,
      ({ id }) => ({ period: { label: id }, metrics: of(id) }),
      ({ id }) => of(id).map(({ value }) => value),
    ),
  ];
};

function answersOf(document: SurveyDocument, dimension: Dimension): Split<SurveyDocument> {
  const names = new Map(document.questions.flatMap(({ groups }) => groups.map(({ id, name }) => [id, name] as const)));
  const of = (id: string) =>
    document.questions.flatMap(({ id: question, text, groups }) => {
      const { name: _, ...answers } = groups.find((group) => group.id === id) ?? {};
      return "answered" in answers ? [{ ...answers, id: question, text, groups: [] }] : [];
    });
  const groups = [...names].map(([id, name]) => ({ id, name }));
  return split(
    document,
    dimension,
    dimension,
    groups,
    ({ id }) => ({ questions: of(id) as SurveyDocument["questions"], by: undefined }),
    ({ id }) => of(id),
  );
}

/** The same table with some of its rows; what is no column stays. */
function rowsOf<T extends object>(table: T, rows: readonly number[]): T {
  const of = (value: unknown): unknown => {
    if (Array.isArray(value)) return rows.map((row) => (value as unknown[])[row]);
    if (typeof value !== "object" || value === null) return value;
    return "index" in value ? { ...value, index: of(value.index) } : rowsOf(value, rows);
  };
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, of(value)])) as T;
}

function areasOf(document: AccessDocument): Split<AccessDocument> {
  const { areas, schools } = document;
  const groups = areas.id.map((id, row) => ({ id, name: areas.name[row]!, row }));
  const figures = ({ id, row }: { id: string; row: number }): Partial<AccessDocument> => ({
    areas: rowsOf(areas, [row]),
    ...(schools && {
      schools: rowsOf(
        schools,
        [...schools.id.keys()].filter((school) => schools.area.values[schools.area.index[school]!] === id),
      ),
    }),
  });
  return split(document, "place", areas.level, groups, figures, ({ row }) => areas.schools[row] || undefined);
}

/**
 * How a document is split already.
 * @param groups what the groups of a trend or a survey are, which the document itself does not say
 */
export function splitsOf(document: VitrineDocument, groups?: Dimension): Split[] {
  switch (document.schema) {
    case "implementation/1":
      return byBreakdowns(document, stagesOf);
    case "pathway/1":
      return byBreakdowns(document, ({ reached, left }) => ({ all: { reached, left }, breakdowns: [] }));
    case "trend/1":
      return [...yearsOf(document), ...(groups && document.groups.length > 0 ? [groupsOf(document, groups)] : [])];
    case "metrics/1":
      return metricYears(document);
    case "survey/1":
      return groups && document.by ? [answersOf(document, groups)] : [];
    case "access/1":
      return [areasOf(document)];
    default:
      return [];
  }
}
