import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { colours, fontFiles, height, piece, place, textsOf, width } from "./scene.mjs";

const fonts = fontFiles.map((file, at) => ({ name: "Inter", data: readFileSync(file), weight: at === 0 ? 400 : 600, style: "normal" }));
const div = (style, children) => ({ type: "div", props: { style: { display: "flex", position: "absolute", ...style }, children } });
const box = (left, top, wide, high, colour, border) =>
  div({
    left,
    top,
    width: wide,
    height: high,
    ...(colour === "none" ? {} : { backgroundColor: colour }),
    ...(border && { border: `1px solid ${border}` }),
  });

export async function draw(figures) {
  const { ring, legend, bars } = place;
  let from = 0;
  const arcs = figures.stages.map(({ count, colour }) => {
    const to = from + count / figures.whole.trained;
    const d = piece(ring, from, to);
    from = to;
    return { type: "path", props: { d, fill: colour, stroke: colour === "none" ? colours.quiet : "#ffffff", "stroke-width": 2 } };
  });
  const angle = Math.PI * (figures.target / 100 - 1);
  const at = (radius) => `${(ring.x + radius * Math.cos(angle)).toFixed(2)},${(ring.y + radius * Math.sin(angle)).toFixed(2)}`;
  arcs.push({ type: "path", props: { d: `M${at(ring.inner - 6)}L${at(ring.outer + 12)}`, stroke: colours.ink, "stroke-width": 3 } });
  const drawing = {
    type: "svg",
    props: {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      style: { position: "absolute", left: 0, top: 0 },
      children: arcs,
    },
  };
  const swatches = figures.stages.map(({ colour }, row) =>
    box(legend.x, legend.y + row * legend.step, 19, 19, colour, colour === "none" ? colours.quiet : undefined),
  );
  const rows = figures.groups.flatMap(({ met, trained }, row) => {
    const top = bars.y + 28 + row * bars.step;
    const target = bars.x + (bars.width * figures.target) / 100;
    return [
      box(bars.x, top, bars.width, bars.height, colours.land),
      box(bars.x, top, (bars.width * met) / trained, bars.height, colours.met),
      box(target - 4, top - 5, 8, bars.height + 10, "#ffffff"),
      box(target - 1.5, top - 5, 3, bars.height + 10, colours.ink),
    ];
  });
  const texts = textsOf(figures).map(([text, x, y, fontSize, fontWeight, color, anchor]) => {
    const side = { start: { left: x }, end: { right: width - x }, middle: { left: x - 200, width: 400, justifyContent: "center" } }[anchor];
    return div({ ...side, top: y - fontSize, fontSize, fontWeight, color, lineHeight: 1.2, whiteSpace: "nowrap" }, text);
  });
  const root = {
    type: "div",
    props: {
      style: { display: "flex", width, height, backgroundColor: colours.paper, fontFamily: "Inter" },
      children: [drawing, ...swatches, ...rows, ...texts],
    },
  };
  return new Resvg(await satori(root, { width, height, fonts }), { font: { loadSystemFonts: false } }).render().asPng();
}
