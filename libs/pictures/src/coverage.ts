/** A closed line of points, in pixels: x and y in turn. The last point joins the first. */
export type Contour = readonly number[];

/** How much of each pixel of a box a shape covers, 0–1, row by row. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly parts: Float32Array;
}

/**
 * Exact area coverage of a shape. Each edge adds, in every row it crosses, the signed area to its right; the running sum along a row is then
 * the coverage (the way of Raph Levien's font-rs). No sampling, so the same shape gives the same picture on every machine.
 * Contours that run the other way round cut holes.
 */
export function coverageOf(contours: readonly Contour[]): Coverage {
  const [minX, minY, maxX, maxY] = boundsOf(contours);
  if (!(maxX > minX && maxY > minY))
    return { left: 0, top: 0, width: 0, height: 0, parts: new Float32Array(0) };
  const left = Math.floor(minX);
  const top = Math.floor(minY);
  // One column more than the shape: an edge adds to the pixel right of it as well.
  const width = Math.ceil(maxX) - left + 2;
  const height = Math.ceil(maxY) - top;
  const parts = new Float32Array(width * height);
  for (const contour of contours) {
    for (let i = 0; i < contour.length; i += 2) {
      const next = (i + 2) % contour.length;
      addEdge(
        parts,
        width,
        at(contour, i) - left,
        at(contour, i + 1) - top,
        at(contour, next) - left,
        at(contour, next + 1) - top,
      );
    }
  }
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let i = row * width; i < (row + 1) * width; i += 1) {
      sum += parts[i] ?? 0;
      parts[i] = Math.min(Math.abs(sum), 1);
    }
  }
  return { left, top, width, height, parts };
}

const at = (contour: Contour, index: number): number => contour[index] ?? 0;

function boundsOf(contours: readonly Contour[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours) {
    for (let i = 0; i < contour.length; i += 2) {
      bounds[0] = Math.min(bounds[0], at(contour, i));
      bounds[1] = Math.min(bounds[1], at(contour, i + 1));
      bounds[2] = Math.max(bounds[2], at(contour, i));
      bounds[3] = Math.max(bounds[3], at(contour, i + 1));
    }
  }
  return bounds;
}

function addEdge(parts: Float32Array, width: number, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const down = y0 < y1;
  const [topX, topY, bottomX, bottomY] = down ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  // Interpolated, not added up by a slope: of a nearly level edge that would have no end.
  const across = (y: number): number => topX + (bottomX - topX) * ((y - topY) / (bottomY - topY));
  let x = topX;
  for (let row = Math.floor(topY); row < Math.ceil(bottomY); row += 1) {
    const end = Math.min(row + 1, bottomY);
    const tall = end - Math.max(row, topY);
    const next = across(end);
    addSpan(parts, row * width, Math.min(x, next), Math.max(x, next), down ? tall : -tall);
    x = next;
  }
}

/** One edge inside one row, from `from` to `to`: spreads `area` over the pixels it runs through, the rest goes to the pixel after. */
function addSpan(parts: Float32Array, start: number, from: number, to: number, area: number): void {
  const first = Math.floor(from);
  const last = Math.ceil(to) - 1;
  if (last <= first) {
    const right = (from + to) / 2 - first;
    add(parts, start + first, area * (1 - right));
    add(parts, start + first + 1, area * right);
    return;
  }
  // The covered part of pixel i is the mean, over the edge's way through the row, of how far left of the pixel's end it is.
  let before = 0;
  for (let pixel = first; pixel <= last; pixel += 1) {
    const covered = area * partLeftOf(pixel + 1, from, to);
    add(parts, start + pixel, covered - before);
    before = covered;
  }
  add(parts, start + last + 1, area - before);
}

/** Mean of clamp(end − x, 0, 1) for x even between `from` and `to`. */
function partLeftOf(end: number, from: number, to: number): number {
  const whole = (x: number): number => (x <= 0 ? 0 : x >= 1 ? x - 0.5 : (x * x) / 2);
  return (whole(end - from) - whole(end - to)) / (to - from);
}

function add(parts: Float32Array, index: number, value: number): void {
  parts[index] = (parts[index] ?? 0) + value;
}
