/** A shorter picture, in CSS pixels, stays whole: it and the sentences over it fit on one sheet of paper. */
const mostWhole = 560;
/** Free height in which a picture may be parted, and the least of a part: a heading stays with what it is over. */
const leastGap = 6;
const lowestPart = 40;
/** What is narrower is a line, such as that of a scale, and may go on on the next sheet. */
const widestLine = 2;

const drawn = "circle, ellipse, image, line, path, polygon, polyline, rect, text";

/** How far letters reach over and under their line, in sizes of the font. */
const [ascent, descent] = [0.8, 0.25];

/**
 * Where a mark stands on the page, by its geometry: for a stroke or a line of text one engine adds more than another, and more than the gap
 * between two rows.
 */
function extentOf(mark: SVGGraphicsElement): { top: number; bottom: number; width: number } {
  const { a, b, c, d, f } = mark.getScreenCTM()!;
  const { x, y, width, height } = mark.getBBox();
  let [high, low] = [y, y + height];
  // The page that is printed has classes of its own.
  const text = mark.tagName === "text" ? (mark as SVGTextElement) : undefined;
  const letters = text?.getNumberOfChars() ?? 0;
  if (text && letters > 0) {
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    high = text.getStartPositionOfChar(0).y - ascent * size;
    low = text.getStartPositionOfChar(letters - 1).y + descent * size;
  }
  const sides = [x, x + width].flatMap((across) => [y, y + height].map((down) => a * across + c * down));
  const ends = [x, x + width].flatMap((across) => [high, low].map((down) => b * across + d * down + f));
  return { top: Math.min(...ends), bottom: Math.max(...ends), width: Math.max(...sides) - Math.min(...sides) };
}

/**
 * Parts a tall picture in place, so that a sheet of paper may end between any two parts and cuts nothing.
 * The picture has to be laid out in its own size.
 */
export function partForPaper(picture: SVGSVGElement): void {
  const { width, height } = picture.viewBox.baseVal;
  if (!(height > mostWhole)) return;
  const { top } = picture.getBoundingClientRect();
  const boxes = [...picture.querySelectorAll<SVGGraphicsElement>(drawn)].map(extentOf);
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
