import { axisY, barX, plot, text } from "@observablehq/plot";
import { around, colours, figuresOf } from "./work.mjs";

/** Plot has no arcs: the stages are a bar, too. */
export function draw(host, document) {
  const { stages, groups } = figuresOf(document);
  const room = around(host, document);
  room.append(
    plot({
      width: 568,
      height: 110,
      color: { type: "ordinal", domain: stages.map(({ name }) => name), range: stages.map(({ colour }) => colour), legend: true },
      x: { domain: [0, document.trained] },
      marks: [barX(stages, { x: "count", fill: "name", order: null, tip: true })],
    }),
    plot({
      width: 568,
      height: groups.length * 42 + 40,
      marginLeft: 160,
      x: { domain: [0, 1], percent: false },
      marks: [
        axisY({ label: null }),
        barX(groups, { x: "share", y: "name", fill: colours.met, inset: 14 }),
        text(groups, { x: "share", y: "name", text: ({ share }) => `${Math.round(100 * share)}%`, dx: 20 }),
      ],
    }),
  );
}
