import { accessStatuses, type AccessStatus } from "@vitrine/contract";
import { ringParts, symbol, type Clusters, type Points, type Say, type SymbolPart, type Theme, type Transform } from "@vitrine/drawing";

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

type Drawn = readonly [Path2D, SymbolPart];
const drawn = (parts: readonly SymbolPart[]): Drawn[] => parts.map((part) => [new Path2D(part.d), part]);
const symbols = new Map<number, Drawn[][]>();
/** Paths of every status at this radius; made once. */
function symbolsOf(radius: number): Drawn[][] {
  const known = symbols.get(radius);
  if (known) return known;
  const made = accessStatuses.map((status: AccessStatus) => drawn(symbol(status, radius)));
  symbols.set(radius, made);
  return made;
}

/** Sets a canvas to a size in CSS pixels, sharp on this screen, and empties it. */
export function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const dots = Math.min(window.devicePixelRatio || 1, 3);
  const [wide, high] = [Math.round(width * dots), Math.round(height * dots)];
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  const context = canvas.getContext("2d");
  context?.setTransform(dots, 0, 0, dots, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** Paints the marks in the order of their first school's id, so that no status lies over another. Returns how many are in view. */
export function paint(context: CanvasRenderingContext2D, painting: Painting): number {
  const { clusters, points, transform, width, height, radius, theme } = painting;
  const { k, x, y } = transform;
  const single = symbolsOf(radius);
  let seen = 0;
  for (let mark = 0; mark < clusters.count; mark++) {
    const r = clusters.radius[mark]!;
    const px = k * clusters.x[mark]! + x;
    const py = k * clusters.y[mark]! + y;
    if (px < -r || py < -r || px > width + r || py > height + r) continue;
    seen++;
    context.translate(px, py);
    const size = clusters.size[mark]!;
    if (size === 1) stroke(context, single[points.status[clusters.first[mark]!]!]!, theme);
    else paintGroup(context, painting, mark, size, r);
    context.translate(-px, -py);
  }
  return seen;
}

function stroke(context: CanvasRenderingContext2D, parts: readonly Drawn[], theme: Theme): void {
  for (const [path, part] of parts) {
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

function paintGroup(
  context: CanvasRenderingContext2D,
  { clusters, theme, say, font }: Painting,
  mark: number,
  size: number,
  r: number,
): void {
  const tally = clusters.tally.subarray(mark * kinds, (mark + 1) * kinds);
  stroke(context, drawn(ringParts(tally[offersAt]!, tally[limitedAt]!, size, r)), theme);
  context.font = `12px ${font}`;
  context.textAlign = "center";
  context.fillStyle = theme.ink;
  context.fillText(say.number(size), 0, 4);
}
