import { around, colours, figuresOf } from "./work.mjs";

/** The floor: markup written by hand, for this picture alone. */
export function draw(host, document) {
  const { stages, groups, share } = figuresOf(document);
  let from = 0;
  const arcs = stages.map(({ count, colour }) => {
    const at = (radius, part) => {
      const angle = Math.PI * (part - 1);
      return `${190 + radius * Math.cos(angle)},${150 + radius * Math.sin(angle)}`;
    };
    const to = from + count / document.trained;
    const path = `<path d="M${at(130, from)}A130,130,0,0,1,${at(130, to)}L${at(104, to)}A104,104,0,0,0,${at(104, from)}Z" fill="${colour}" stroke="#fff"></path>`;
    from = to;
    return path;
  });
  const legend = stages.map(
    ({ name, colour }, at) =>
      `<rect x="440" y="${40 + at * 24}" width="12" height="12" fill="${colour}"></rect><text x="460" y="${51 + at * 24}" font-size="14">${name}</text>`,
  );
  const bars = groups.map(
    ({ name, share }, at) =>
      `<text x="0" y="${194 + at * 42}" font-size="14">${name}</text><text x="568" y="${194 + at * 42}" font-size="14" text-anchor="end">${Math.round(100 * share)}%</text><rect y="${200 + at * 42}" width="568" height="10" fill="${colours.land}"></rect><rect y="${200 + at * 42}" width="${568 * share}" height="10" fill="${colours.met}"></rect>`,
  );
  around(host, document).innerHTML =
    `<svg width="568" height="${190 + groups.length * 42}" role="img"><g>${arcs.join("")}${legend.join("")}</g><text x="190" y="140" font-size="28" text-anchor="middle">${Math.round(100 * share)}%</text>${bars.join("")}</svg>`;
}
