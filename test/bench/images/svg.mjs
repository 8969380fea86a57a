// The floor: the picture written as SVG by hand, through the rasteriser, with a palette.
import { Resvg } from "@resvg/resvg-js";
import { palettePng } from "@vitrine/static";
import { colours, height, piece, place, resvgFont, textsOf, width } from "./scene.mjs";

export function svgOf(figures) {
  const { ring, legend, bars } = place;
  let from = 0;
  const arcs = figures.stages.map(({ count, colour }) => {
    const to = from + count / figures.whole.trained;
    const path = `<path d="${piece(ring, from, to)}" fill="${colour}" stroke="${colour === "none" ? colours.quiet : "#ffffff"}" stroke-width="2"/>`;
    from = to;
    return path;
  });
  const swatches = figures.stages.map(
    ({ colour }, at) =>
      `<rect x="${legend.x}" y="${legend.y + at * legend.step}" width="19" height="19" fill="${colour}"${colour === "none" ? ` stroke="${colours.quiet}"` : ""}/>`,
  );
  const rows = figures.groups.map(({ met, trained }, at) => {
    const y = bars.y + 28 + at * bars.step;
    const target = bars.x + (bars.width * figures.target) / 100;
    return `<rect x="${bars.x}" y="${y}" width="${bars.width}" height="${bars.height}" fill="${colours.land}"/><rect x="${bars.x}" y="${y}" width="${((bars.width * met) / trained).toFixed(2)}" height="${bars.height}" fill="${colours.met}"/><path d="M${target},${y - 5}v${bars.height + 10}" stroke="#ffffff" stroke-width="8"/><path d="M${target},${y - 5}v${bars.height + 10}" stroke="${colours.ink}" stroke-width="3"/>`;
  });
  const texts = textsOf(figures).map(
    ([text, x, y, size, weight, fill, anchor]) =>
      `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${text}</text>`,
  );
  const angle = Math.PI * (figures.target / 100 - 1);
  const at = (radius) => `${(ring.x + radius * Math.cos(angle)).toFixed(2)},${(ring.y + radius * Math.sin(angle)).toFixed(2)}`;
  const tick = `<path d="M${at(ring.inner - 6)}L${at(ring.outer + 12)}" stroke="${colours.ink}" stroke-width="3"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter"><rect width="${width}" height="${height}" fill="#ffffff"/>${arcs.join("")}${tick}${swatches.join("")}${rows.join("")}${texts.join("")}</svg>`;
}

export function draw(figures) {
  const painted = new Resvg(svgOf(figures), { font: resvgFont }).render();
  return palettePng({ pixels: painted.pixels, width, height });
}
