import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { liveFrame, printFrame } from "@vitrine/drawing";
import { drawingOf, readPublished, speakerFor } from "@vitrine/static";

const folder = (kind) => fileURLToPath(new URL(`../documents/${kind}/`, import.meta.url));
/** A roster is served without its rows: see `packages/static/src/partner.ts`. */
const kinds = readdirSync(folder(".")).filter((kind) => kind !== "roster");

/** For browser tests: `test-documents` names them all; `served` gives one drawn by the static host, as text. */
export const served = {
  name: "vitrine-served",
  executeCommand({ command, payload }) {
    if (command === "test-documents")
      return kinds.flatMap((kind) =>
        readdirSync(folder(kind))
          .filter((file) => file.endsWith(".json"))
          .map((file) => ({ kind, file })),
      );
    if (command !== "served") return undefined;
    const { kind, file, id, width, live } = payload;
    const { document } = readPublished(`${folder(kind)}${file}`);
    const frame = { id, width, say: speakerFor("en") };
    return drawingOf(document, live ? liveFrame(frame) : printFrame(frame));
  },
};
