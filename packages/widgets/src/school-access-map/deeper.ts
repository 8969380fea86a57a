import { acceptByColumns, type AccessDocument } from "@vitrine/contract";
import { stateOfAreas } from "@vitrine/drawing";
import type { Origin } from "../element/audience.js";
import { load } from "../element/load.js";
import type { Depth } from "./depth.js";
import { inTasks, nextTask } from "./tasks.js";

/** The element's own rule for audiences. */
export type MayShow = (document: AccessDocument, origin: Origin) => boolean;

/** Where the schools of an area are: the file that the overview names for it, beside the overview. Nothing when it names none. */
function siblingOf({ areas }: AccessDocument, row: number, address: string): string | undefined {
  const file = areas.file?.[row];
  if (file === undefined || file === "not-applicable") return undefined;
  const sibling = new URL(file, address);
  return sibling.origin === new URL(address).origin ? sibling.href : undefined;
}

const sameAudience = (a: AccessDocument["audience"], b: AccessDocument["audience"]) =>
  a.kind === b.kind && (a.kind !== "partner" || b.kind !== "partner" || a.id === b.id);

/** Were they published together? From a site that was exchanged since the overview came, a file may be of another publication. */
const areTogether = (a: AccessDocument, b: AccessDocument) =>
  a.revision === b.revision && a.asOf === b.asOf && a.privacy.check.checkedWith.join() === b.privacy.check.checkedWith.join();

/**
 * What choosing an area comes to: its file is to be fetched, the reader is in it now, its schools are on this map already, or there is
 * no list of its schools.
 * @param address of the document itself; nothing when it has none
 */
export function descend(
  depth: Depth,
  document: AccessDocument,
  row: number,
  address: string | undefined,
): { fetch: string } | "entered" | "here" | "none" {
  depth.stop();
  const sibling = address && siblingOf(document, row, address);
  if (sibling) return { fetch: sibling };
  if (!document.schools) return "none";
  if (stateOfAreas(document) !== undefined) return "here";
  depth.within = { document, id: document.areas.id[row]! };
  return "entered";
}

/**
 * Fetches the file of an area. False when the overview stays; nothing when the reader went elsewhere meanwhile; `apart` when the file is of another
 * publication than the overview.
 * @param fresh both are of now, past what the browser has kept: what does not agree was published so
 */
export async function openArea(
  depth: Depth,
  mayShow: MayShow,
  overview: AccessDocument,
  row: number,
  address: string,
  fresh = false,
): Promise<boolean | "apart" | undefined> {
  const request = (depth.request = new AbortController());
  const document = await read(mayShow, overview, address, request.signal, fresh);
  if (request.signal.aborted) return undefined;
  if (typeof document !== "object") return document;
  depth.opened = { overview, row, document };
  return true;
}

/** The document in the file of an area, which stays closed. False when it may not or cannot be shown; `apart` and `fresh` as in {@link openArea}. */
async function read(
  mayShow: MayShow,
  overview: AccessDocument,
  address: string,
  signal: AbortSignal,
  fresh = false,
): Promise<AccessDocument | false | "apart"> {
  const come = await load(address, signal, fresh);
  if (typeof come === "string") return false;
  // Read, checked and drawn in tasks of their own: a state may have thousands of schools.
  const document = await inTasks(acceptByColumns(come.text));
  await nextTask();
  if (!document || !sameAudience(overview.audience, document.audience)) return false;
  if (!mayShow(document, { from: "address", ...come })) return false;
  return fresh || areTogether(overview, document) ? document : "apart";
}

/** The document of an area as {@link read} gives it; false when the overview names no file for it. */
export async function readArea(
  mayShow: MayShow,
  overview: AccessDocument,
  row: number,
  address: string,
  signal: AbortSignal,
): Promise<AccessDocument | false | "apart"> {
  const file = siblingOf(overview, row, address);
  return file ? read(mayShow, overview, file, signal) : false;
}
