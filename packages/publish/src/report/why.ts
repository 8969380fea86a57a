import { isAbsence, isExact, kinds, type Figure, type Path, type VitrineDocument } from "@vitrine/contract";
import { isSmall, type Act, type Controlled, type Family, type Line, type Policy, type Shown } from "../control/control.js";

/** A withheld figure and why. It has the words of the document, never the count. */
export interface Withheld {
  /** Heading of its breakdown; nothing for the total. */
  table?: string;
  /** Its group. */
  group?: string;
  figure: string;
  /** Nothing where the document puts its figures otherwise than control saw them. */
  rule?: Act["rule"];
}

/** Figures about people that a document holds, by their words. */
export interface Held {
  figures: number;
  exact: number;
  withheld: number;
}

interface Place {
  path: Path;
  figure: Figure;
  /** Stands in no sum, so that nothing but itself is a reason to withhold it. */
  alone: boolean;
}

/** Figures about people, each once, in the document's order. */
function places(document: VitrineDocument): Place[] {
  const kind = kinds.find(({ schema }) => schema === document.schema);
  if (!kind || document.schema === "roster/1") return [];
  const byPath = new Map<string, Place>();
  const { people, sums } = kind.facts(document);
  const summed = new Set(sums.flatMap(({ total, parts }) => [total, ...parts].map(({ path }) => path.join("/"))));
  for (const { path, figure } of people) {
    const key = path.join("/");
    if (!byPath.has(key) && (figure === "withheld" || !isAbsence(figure))) byPath.set(key, { path, figure, alone: !summed.has(key) });
  }
  return [...byPath.values()];
}

export function held(document: VitrineDocument): Held {
  const all = places(document);
  return {
    figures: all.length,
    exact: all.filter(({ figure }) => isExact(figure)).length,
    withheld: all.filter(({ figure }) => figure === "withheld").length,
  };
}

interface Cell {
  shown: Shown;
  rule: Act["rule"] | undefined;
}

function cellsOf(line: Line, shown: Line<Shown>, policy: Policy): Cell[] {
  const cell = (count: number, figure: Shown, before: string | undefined): Cell => ({
    shown: figure,
    rule: figure !== "withheld" ? undefined : isSmall(count, policy) ? "small" : before === "withhold" ? "earlier" : "to-protect",
  });
  return [
    cell(line.total, shown.total, line.before?.total),
    ...line.parts.map((part, at) => cell(part, shown.parts[at]!, line.before?.parts[at])),
  ];
}

const seenBy = ({ family, shown }: { family: Family; shown: Controlled }, policy: Policy): Cell[] => [
  ...cellsOf(family.whole, shown.whole, policy),
  ...family.splits.flatMap(({ lines }, split) =>
    shown.splits[split] ? lines.flatMap((line, row) => cellsOf(line, shown.splits[split]!.lines[row]!, policy)) : [],
  ),
];

/** Every withheld figure of a document, and why, where the document holds its figures in the order in which control saw them. */
export function whyWithheld(
  document: VitrineDocument,
  families: readonly { family: Family; shown: Controlled }[],
  policy: Policy,
): Withheld[] {
  const all = places(document);
  const seen = families.flatMap((one) => seenBy(one, policy));
  const alike = seen.length === all.length && all.every(({ figure }, at) => figure === seen[at]!.shown);
  return all.flatMap(({ path, figure, alone }, at): Withheld[] => {
    if (figure !== "withheld") return [];
    const rule = alike ? seen[at]!.rule : alone ? "small" : undefined;
    return [{ ...wordsOf(document, path), ...(rule ? { rule } : {}) }];
  });
}

/** `notStarted` as people read it. */
const spoken = (key: string) => key.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`);

function wordsOf(document: VitrineDocument, path: Path): Omit<Withheld, "rule"> {
  const names: string[] = [];
  let at: unknown = document;
  let around: unknown;
  for (const step of path) {
    const columns = around as { name?: unknown } | undefined;
    around = at;
    at = (at as Record<string | number, unknown>)[step];
    const { label, name, title, text } = (typeof at === "object" && at !== null ? at : {}) as Record<string, unknown>;
    // A row of columns is called by the column of names beside it.
    const beside = typeof step === "number" && Array.isArray(columns?.name) ? (columns.name[step] as unknown) : undefined;
    const said = [label, name, title, text, beside].find((one) => typeof one === "string");
    if (typeof said === "string") names.push(said);
  }
  if (path.length > 1 && names.length < 2) names.unshift(spoken(String(path[0])));
  const [table, ...group] = names;
  const key = path.filter((step) => typeof step === "string").at(-1) ?? "";
  return { ...(table === undefined ? {} : { table }), ...(group.length > 0 ? { group: group.join(", ") } : {}), figure: spoken(key) };
}
