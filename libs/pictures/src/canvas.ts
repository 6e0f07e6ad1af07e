import { type Contour, coverageOf } from './coverage.js';

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** `#0B5C5A` → its three parts. @throws when it is no colour */
export function colour(hex: string): Colour {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`${hex} is no colour`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}

/** Pixels to draw on: filled shapes with smooth edges, and nothing else. */
export class Canvas {
  /** Three bytes a pixel, row by row. */
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    ground: Colour,
  ) {
    this.pixels = new Uint8Array(width * height * 3);
    this.pixels.set(ground);
    for (let done = 3; done < this.pixels.length; done *= 2) this.pixels.copyWithin(done, 0, done);
  }

  /** A rectangle in pixels; edges between pixels are blended. */
  rect(x: number, y: number, width: number, height: number, fill: Colour): void {
    this.shape([[x, y, x + width, y, x + width, y + height, x, y + height]], fill);
  }

  /** A shape of closed contours. What lies outside the canvas is left out. */
  shape(contours: readonly Contour[], fill: Colour): void {
    const { left, top, width, height, parts } = coverageOf(contours);
    for (let row = Math.max(0, -top); row < Math.min(height, this.height - top); row += 1) {
      for (let column = Math.max(0, -left); column < Math.min(width, this.width - left); column += 1) {
        const part = parts[row * width + column] ?? 0;
        if (part > 0) this.blend(((top + row) * this.width + left + column) * 3, fill, part);
      }
    }
  }

  private blend(at: number, fill: Colour, part: number): void {
    for (let channel = 0; channel < 3; channel += 1) {
      const under = this.pixels[at + channel] ?? 0;
      this.pixels[at + channel] = Math.round(under + ((fill[channel] ?? 0) - under) * part);
    }
  }
}
