// Ours: a checked document through the drawing that pages show, as PNG.
import { renderPng, renderSvg } from "@vitrine/static";
import { height, width } from "./scene.mjs";

const stagesOf = ({ trained, met, started, notStarted, notKnown }) => ({ trained, met, started, notStarted, notKnown });
export const documentOf = ({ title, whole, groups, target }) => ({
  schema: "implementation/1",
  id: "bench",
  title,
  audience: { kind: "public" },
  scope: { level: "region", id: "riverbend", name: "Riverbend Region (sample)" },
  period: { label: "2025-26", from: "2025-07-01", to: "2026-06-30" },
  asOf: "2026-09-30",
  status: "final",
  revision: 2,
  sources: [{ name: "Riverbend sample programme (invented data)" }],
  purpose: "To measure how fast pictures are made.",
  notes: [{ kind: "definition", title: "Implementation bar", text: "Five students have finished three units." }],
  actions: [],
  privacy: {
    policy: "k12cs-privacy/1",
    threshold: 5,
    zeros: "withhold",
    release: { id: "2026-09", asOf: "2026-09-30" },
    check: { result: "passed", checkedWith: [] },
  },
  ...stagesOf(whole),
  target: { share: target, label: "Target" },
  breakdowns: [
    {
      by: "course",
      label: "By course",
      partition: true,
      groups: groups.map(({ id, name, ...stages }) => ({ id, name, ...stagesOf(stages) })),
    },
  ],
});

/** The height of ours follows its width: the width at which the sheet has the proportions that are asked for. */
let found;
function widthOf(document) {
  if (found) return found;
  for (let one = 600; one <= 1000; one++) {
    const [, high] = /height="(\d+)"/.exec(renderSvg(document, { width: one }));
    if (Math.ceil((Number(high) * width) / one) === height) return (found = one);
  }
  throw new Error("no width of ours has these proportions");
}

export function draw(figures) {
  const document = documentOf(figures);
  const chosen = widthOf(document);
  return renderPng(document, { width: chosen, scale: width / chosen });
}
