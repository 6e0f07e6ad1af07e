import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { projectPath } from '@app/config';
import { Canvas, colour } from './canvas.js';
import { coverageOf } from './coverage.js';
import { encodePng } from './png.js';
import { Typeface } from './typeface.js';

const WHITE = colour('#FFFFFF');
const INK = colour('#17212B');
const serif = new Typeface(
  readFileSync(projectPath('templates', 'blueprint', 'fonts', 'SourceSerif4_600SemiBold.ttf')),
);

describe('coverage', () => {
  const number = fc.double({ min: -20, max: 60, noNaN: true });

  it('of a triangle sums to its area, wherever it lies', () => {
    fc.assert(
      fc.property(fc.tuple(number, number, number, number, number, number), (points) => {
        const [ax, ay, bx, by, cx, cy] = points;
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
        const { parts } = coverageOf([points]);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(area, 1);
        expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
      }),
    );
  });

  it('leaves the hole of a ring empty', () => {
    const { parts, width } = coverageOf([
      [0, 0, 6, 0, 6, 6, 0, 6],
      [2, 2, 2, 4, 4, 4, 4, 2],
    ]);
    expect([parts[0], parts[3 * width + 3]]).toEqual([1, 0]);
  });
});

describe('a canvas', () => {
  it('blends edges between pixels and leaves out what lies outside', () => {
    const canvas = new Canvas(4, 2, WHITE);
    canvas.rect(-10, 0.5, 12.5, 10, colour('#000000'));
    const row = (y: number): number[] => [0, 1, 2, 3].map((x) => canvas.pixels[(y * 4 + x) * 3] ?? -1);
    expect(row(0)).toEqual([128, 128, 191, 255]);
    expect(row(1)).toEqual([0, 0, 128, 255]);
  });

  it('becomes a PNG with the same pixels and the same bytes each time', async () => {
    const canvas = new Canvas(60, 30, WHITE);
    serif.write(canvas, 'ä49', 4, 24, 24, INK);
    const png = await encodePng(canvas);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([60, 30]);
    const length = png.readUInt32BE(33);
    const rows = inflateSync(png.subarray(41, 41 + length));
    const unfiltered = Buffer.concat(
      Array.from({ length: 30 }, (_, row) => rows.subarray(row * 181 + 1, (row + 1) * 181)),
    );
    expect(unfiltered.equals(Buffer.from(canvas.pixels))).toBe(true);
    expect((await encodePng(canvas)).equals(png)).toBe(true);
    expect(canvas.pixels.some((value) => value < 60)).toBe(true);
  });
});

describe('a typeface', () => {
  it('breaks a title into even lines that fit', () => {
    const lines = serif.lines('Computer numerically controlled tool operators', 64, 900);
    expect(lines.length).toBe(2);
    expect(lines.join(' ')).toBe('Computer numerically controlled tool operators');
    const widths = lines.map((line) => serif.width(line, 64));
    expect(Math.max(...widths)).toBeLessThanOrEqual(900);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6);
  });
});
