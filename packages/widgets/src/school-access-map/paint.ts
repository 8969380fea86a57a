import { accessStatuses } from "@vitrine/contract";
import {
  ring,
  ringArcs,
  symbol,
  type Clusters,
  type Points,
  type Say,
  type SymbolPart,
  type Theme,
  type Token,
  type Transform,
} from "@vitrine/drawing";

/** What is painted: the same places that the drawing of a file would take, and what a reader points at. */
export interface Painting {
  clusters: Clusters;
  points: Points;
  transform: Transform;
  width: number;
  height: number;
  /** Radius of one school's mark in CSS pixels. */
  radius: number;
  theme: Theme;
  say: Say;
  /** Font family of the page. */
  font: string;
}

const kinds = accessStatuses.length;
const offersAt = accessStatuses.indexOf("offers");
const limitedAt = accessStatuses.indexOf("limited");

/** One school's sign by status, painted once and stamped from then on. Its middle is the middle of the picture. */
interface Stamps {
  radius: number;
  dots: number;
  pictures: ImageBitmap[];
}
const stamps = new WeakMap<Theme, Stamps>();

/** Signs reach this far beyond their radius: half of a line. */
const margin = 1;

export function stampsOf(theme: Theme, radius: number, dots: number): Stamps {
  const known = stamps.get(theme);
  if (known?.radius === radius && known.dots === dots) return known;
  const pictures = accessStatuses.map((status) => {
    const half = Math.ceil((radius + margin) * dots);
    const picture = new OffscreenCanvas(2 * half, 2 * half);
    const context = picture.getContext("2d")!;
    context.setTransform(dots, 0, 0, dots, half, half);
    stroke(context, symbol(status, radius), theme);
    // A picture that nobody paints on any more is stamped without a look at whether it has changed.
    return picture.transferToImageBitmap();
  });
  const made = { radius, dots, pictures };
  stamps.set(theme, made);
  return made;
}

/** Dots to a CSS pixel. */
export const dotsOf = (): number => Math.min(window.devicePixelRatio || 1, 3);

/** Sets a canvas to a size in CSS pixels, sharp on this screen, and empties it. */
export function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const dots = dotsOf();
  const [wide, high] = [Math.round(width * dots), Math.round(height * dots)];
  const isNew = canvas.width !== wide || canvas.height !== high;
  if (isNew) [canvas.width, canvas.height] = [wide, high];
  const context = canvas.getContext("2d");
  context?.setTransform(dots, 0, 0, dots, 0, 0);
  // On paper a browser paints all of it once more: there it would empty the land below.
  if (!isNew) context?.clearRect(0, 0, width, height);
  return context;
}

/** Paints the marks in the order of their first school's id, so that no status lies over another. Returns how many are in view. */
export function paint(context: CanvasRenderingContext2D, painting: Painting): number {
  const { clusters, points, transform, width, height, radius, theme, font } = painting;
  const { k, x, y } = transform;
  const { a: dots } = context.getTransform();
  const { pictures } = stampsOf(theme, radius, dots);
  const side = pictures[0]!.width / dots;
  const corner = (middle: number) => Math.round((middle - side / 2) * dots) / dots;
  let seen = 0;
  context.font = `12px ${font}`;
  context.textAlign = "center";
  for (let mark = 0; mark < clusters.count; mark++) {
    const r = clusters.radius[mark]!;
    const px = k * clusters.x[mark]! + x;
    const py = k * clusters.y[mark]! + y;
    if (px < -r || py < -r || px > width + r || py > height + r) continue;
    seen++;
    if (clusters.size[mark] === 1) context.drawImage(pictures[points.status[clusters.first[mark]!]!]!, corner(px), corner(py), side, side);
    else paintGroup(context, painting, mark, px, py);
  }
  return seen;
}

function stroke(
  context: CanvasPathDrawingStyles & CanvasFillStrokeStyles & CanvasDrawPath,
  parts: readonly SymbolPart[],
  theme: Theme,
): void {
  for (const part of parts) {
    const path = new Path2D(part.d);
    if (part.fill) {
      context.fillStyle = theme[part.fill];
      context.fill(path);
    }
    if (!part.stroke) continue;
    context.strokeStyle = theme[part.stroke];
    context.lineWidth = part.width ?? 1;
    context.stroke(path);
  }
}

const whole = 2 * Math.PI;

function paintGroup(context: CanvasRenderingContext2D, { clusters, theme, say }: Painting, mark: number, x: number, y: number): void {
  const r = clusters.radius[mark]! - ring.inset;
  const size = clusters.size[mark]!;
  const arc = (from: number, to: number, stroke: Token, fill = false) => {
    context.beginPath();
    context.arc(x, y, r, whole * (from - 0.25), whole * (to - 0.25));
    if (fill) context.fill();
    context.strokeStyle = theme[stroke];
    context.stroke();
  };
  context.fillStyle = theme.paper;
  context.lineWidth = ring.width;
  arc(0, 1, "grey", true);
  const at = mark * kinds;
  for (const { from, to, stroke } of ringArcs(clusters.tally[at + offersAt]!, clusters.tally[at + limitedAt]!, size)) arc(from, to, stroke);
  context.fillStyle = theme.ink;
  context.fillText(say.number(size), x, y + 4);
}
