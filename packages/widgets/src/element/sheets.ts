/** A shorter picture, in CSS pixels, stays whole: it and the sentences over it fit on one sheet of paper. */
const mostWhole = 560;
/** Free height in which a picture may be parted, and the least of a part: a heading stays with what it is over. */
const leastGap = 6;
const lowestPart = 40;
/** What is narrower is a line, such as that of a scale, and may go on on the next sheet. */
const widestLine = 2;

const drawn = "circle, ellipse, image, line, path, polygon, polyline, rect, text";

/**
 * Parts a tall picture in place, so that a sheet of paper may end between any two parts and cuts nothing.
 * The picture has to be laid out in its own size.
 */
export function partForPaper(picture: SVGSVGElement): void {
  const { width, height } = picture.viewBox.baseVal;
  if (!(height > mostWhole)) return;
  const { top } = picture.getBoundingClientRect();
  const boxes = [...picture.querySelectorAll(drawn)].map((mark) => mark.getBoundingClientRect());
  const cuts = [0];
  let free = 0;
  for (const box of boxes.filter((box) => box.width > widestLine).sort((a, b) => a.top - b.top)) {
    const cut = Math.round((free + box.top - top) / 2);
    if (box.top - top - free >= leastGap && cut - cuts.at(-1)! >= lowestPart && height - cut >= lowestPart) cuts.push(cut);
    free = Math.max(free, box.bottom - top);
  }
  if (cuts.length === 1) return;
  picture.replaceWith(
    ...cuts.map((from, index) => {
      const part = picture.cloneNode(true) as SVGSVGElement;
      const rows = (cuts[index + 1] ?? height) - from;
      part.setAttribute("viewBox", `0 ${from} ${width} ${rows}`);
      part.setAttribute("height", `${rows}`);
      // One picture is read once, however many sheets it is on.
      if (index > 0) part.setAttribute("aria-hidden", "true");
      return part;
    }),
  );
}
