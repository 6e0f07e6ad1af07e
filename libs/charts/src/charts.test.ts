import fc from 'fast-check';
import { edges, overlappingTexts, textsOf } from './drawing-boxes.builder.js';
import { levelOf } from './level.js';
import { rankedBars } from './ranked-bars.js';
import { scoreStrip } from './score-strip.js';
import type { Drawing, RectShape } from './types.js';
import { waterfall } from './waterfall.js';

const rects = (drawing: Drawing, roles: readonly string[]): RectShape[] =>
  drawing.shapes.filter((shape): shape is RectShape => shape.kind === 'rect' && roles.includes(shape.role));
const width = fc.constantFrom(342, 480, 560, 720);
const label = fc.string({ minLength: 1, maxLength: 90 }).filter((words) => words.trim().length > 0);
const points = fc.double({ min: -12, max: 12, noNaN: true });

describe('ranked bars', () => {
  const rows = fc.array(fc.record({ label, value: fc.double({ min: 0, max: 100, noNaN: true }) }), {
    minLength: 1,
    maxLength: 10,
  });

  it('draws each bar in proportion to its value', () => {
    fc.assert(
      fc.property(rows, width, (given, wide) => {
        const drawing = rankedBars({ title: 't', rows: given, width: wide });
        const track = rects(drawing, ['track'])[0]?.width ?? 0;
        const bars = rects(drawing, ['accent']);
        expect(bars).toHaveLength(given.length);
        bars.forEach((bar, index) =>
          expect(bar.width).toBeCloseTo((track * (given[index]?.value ?? 0)) / 100, 6),
        );
      }),
    );
  });

  it('never lets two labels overlap, and keeps them inside', () => {
    fc.assert(
      fc.property(rows, width, (given, wide) => {
        const drawing = rankedBars({
          title: 't',
          rows: given.map((row) => ({ ...row, level: levelOf(row.value), note: row.label })),
          width: wide,
        });
        expect(overlappingTexts(drawing)).toEqual([]);
        for (const shape of textsOf(drawing)) {
          expect(edges(shape)[1]).toBeLessThanOrEqual(wide + 1);
          expect(shape.y).toBeLessThanOrEqual(drawing.height);
        }
      }),
    );
  });

  it('tells levels apart without colour', () => {
    const drawing = rankedBars({
      title: 't',
      rows: (['low', 'medium', 'high'] as const).map((level, index) => ({
        label: level,
        value: 20 + index * 25,
        level,
      })),
    });
    expect(new Set(rects(drawing, ['low', 'medium', 'high']).map(({ pattern }) => pattern)).size).toBe(3);
  });
});

describe('waterfall', () => {
  const steps = fc.array(fc.record({ label, points }), { maxLength: 10 });

  it('begins every bar where the last one ended and ends at the sum', () => {
    fc.assert(
      fc.property(steps, width, fc.integer({ min: 20, max: 80 }), (given, wide, start) => {
        const drawing = waterfall({
          title: 't',
          start: { label: 'Typical', value: start },
          steps: given,
          endLabel: 'You',
          width: wide,
        });
        const sum = given.reduce((total, step) => total + step.points, start);
        expect(drawing.table.rows.at(-1)?.[1]).toBe(String(Math.round(sum)));
        const inside = (sums: number[]): boolean => sums.every((total) => total >= 0 && total <= 100);
        const sums = given.reduce<number[]>(
          (all, step) => [...all, (all.at(-1) ?? 0) + step.points],
          [start],
        );
        if (!inside(sums)) return;
        let at = (rects(drawing, ['muted'])[0]?.x ?? 0) + (rects(drawing, ['muted'])[0]?.width ?? 0);
        const bars = drawing.shapes.filter(
          (shape): shape is RectShape =>
            shape.kind === 'rect' && (shape.role === 'high' || shape.role === 'low'),
        );
        bars.forEach((bar, index) => {
          const up = (given[index]?.points ?? 0) > 0;
          expect(up ? bar.x : bar.x + bar.width).toBeCloseTo(at, 4);
          at = up ? bar.x + bar.width : bar.x;
        });
        const you = rects(drawing, ['accent'])[0];
        expect((you?.x ?? 0) + (you?.width ?? 0)).toBeCloseTo(at, 4);
      }),
    );
  });

  it('never lets two labels overlap', () => {
    fc.assert(
      fc.property(steps, width, (given, wide) => {
        expect(
          overlappingTexts(
            waterfall({
              title: 't',
              start: { label: 'Typical', value: 50 },
              steps: given,
              endLabel: 'You',
              width: wide,
            }),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('score strip', () => {
  it('keeps the mark inside the track and the band around it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 30 }),
        width,
        (score, spread, wide) => {
          const drawing = scoreStrip({
            score,
            interval: { low: Math.max(0, score - spread), high: Math.min(100, score + spread) },
            title: 't',
            width: wide,
          });
          const [mark] = rects(drawing, ['accent']);
          const [band] = rects(drawing, ['interval']);
          expect(mark?.x).toBeGreaterThanOrEqual(0);
          expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeLessThanOrEqual(wide);
          expect((band?.x ?? 0) - 4).toBeLessThanOrEqual(mark?.x ?? 0);
          expect(overlappingTexts(drawing)).toEqual([]);
        },
      ),
    );
  });
});
