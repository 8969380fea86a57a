import { isAbsence, type Count, type Envelope, type Figure, type VitrineDocument } from "@vitrine/contract";
import type { Before, Family, Line } from "../control/control.js";
import type { Past, PastDocument } from "./ledger.js";

/** What a document says that is compared with earlier ones. */
export type Speaks = Pick<Envelope, "schema" | "id" | "scope" | "period">;

/** Two documents count the same at two times: of one kind, place and period, or of a period that began on the same day. */
export const comparable = (a: Speaks, b: Speaks): boolean =>
  a.schema === b.schema &&
  a.scope.level === b.scope.level &&
  a.scope.id === b.scope.id &&
  (a.period.label === b.period.label || (a.period.from !== undefined && a.period.from === b.period.from));

/** The last document of an earlier publication that counts the same: by its id, or the only one comparable. */
export function lastOf(past: Past, now: Speaks): (PastDocument & { release: string }) | undefined {
  for (const { id: release, documents } of [...past].reverse()) {
    const alike = documents.filter(({ document }) => comparable(document, now));
    const found = alike.find(({ document }) => document.id === now.id) ?? (alike.length === 1 ? alike[0] : undefined);
    if (found) return { ...found, release };
  }
  return undefined;
}

/**
 * What an earlier figure means for a count of now: what was withheld stays withheld; what moved by fewer than the threshold is withheld;
 * what did not move is known already, and cannot protect another (privacy policy, 6).
 */
function beforeOf(count: number, earlier: Figure | undefined, { threshold, looser }: Now): Before {
  // Where nobody had counted, nothing was said.
  if (earlier === undefined || (isAbsence(earlier) && earlier !== "withheld")) return undefined;
  if (typeof earlier !== "number") return "withhold";
  const change = Math.abs(count - earlier);
  // What a looser policy told is told, and this one has others to protect.
  return change === 0 ? (looser ? undefined : "known") : change < threshold ? "withhold" : undefined;
}

/** The policy of now, and whether the earlier one told more. */
interface Now {
  threshold: number;
  looser: boolean;
}
type Policy = Pick<VitrineDocument["privacy"], "threshold" | "zeros">;
/** Whether a policy tells what another withholds. */
export const isLooser = (one: Policy, other: Policy): boolean =>
  one.threshold < other.threshold || (one.zeros === "publish" && other.zeros === "withhold");

const lineBefore = (line: Line, earlier: Line<Figure | undefined> | undefined, now: Now): Line =>
  earlier
    ? {
        ...line,
        before: {
          total: beforeOf(line.total, earlier.total, now),
          parts: line.parts.map((part, at) => beforeOf(part, earlier.parts[at], now)),
        },
      }
    : line;

/**
 * A family beside what was published of it before.
 * @param earlier the earlier figures of a line, by its split (nothing for the whole) and its place in it; nothing for a line that was not there
 */
export const besideEarlier = (
  family: Family,
  earlier: (split: number | undefined, line: number) => Line<Figure | undefined> | undefined,
  policies: { now: Policy; before: Policy },
): Family => {
  const now = { threshold: policies.now.threshold, looser: isLooser(policies.before, policies.now) };
  return {
    ...family,
    whole: lineBefore(family.whole, earlier(undefined, 0), now),
    splits: family.splits.map((split, at) => ({
      ...split,
      lines: split.lines.map((line, row) => lineBefore(line, earlier(at, row), now)),
    })),
  };
};

/** A count that stands in no sum beside its earlier figure: one that moved by fewer than the threshold stays as it was. */
export function singleBeside(count: Count, earlier: Figure | undefined, threshold: number): Count {
  if (typeof count !== "number") return count;
  const before = beforeOf(count, earlier, { threshold, looser: false });
  return before === "withhold" ? (typeof earlier === "number" ? earlier : "withheld") : count;
}
