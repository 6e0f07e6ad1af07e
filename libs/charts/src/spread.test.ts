import fc from 'fast-check';
import { levelOf } from './level.js';
import { spread } from './spread.js';
import { textWidth } from './text-width.js';
import type { LineShape, RectShape, TextShape } from './types.js';

const columns = (values: readonly number[]) =>
  values.map((value, index) => ({ from: index * 2, value, level: levelOf(index * 2) }));
const draw = (values: readonly number[], points: readonly { at: number; label: string }[], width = 720) =>
  spread({
    title: 't',
    description: 'd',
    columns: columns(values),
    bands: [
      { from: 0, to: 35, level: 'low', figure: '60%', words: 'score low', short: 'low' },
      { from: 35, to: 100, level: 'medium', figure: '40%', words: 'higher', short: 'higher' },
    ],
    points,
    measure: 'UK jobs',
    format: String,
    width,
  });

describe('the spread of a population', () => {
  it('draws each column as high as its value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 50, maxLength: 50 }), (values) => {
        const bars = draw(values, []).shapes.filter((shape): shape is RectShape => shape.kind === 'rect');
        const most = Math.max(...bars.map(({ height }) => height));
        bars.forEach((bar, index) =>
          expect(bar.height / most).toBeCloseTo((values[index] ?? 0) / Math.max(...values), 6),
        );
      }),
    );
  });

  it('runs no line through a number of the axis', () => {
    for (const at of [34, 35, 36]) {
      const { shapes } = draw([5, 7], [{ at, label: 'Solicitor' }]);
      const number = shapes.find((shape) => shape.kind === 'text' && shape.text === '35') as TextShape;
      const leader = shapes.find((shape) => shape.kind === 'line' && shape.role === 'muted') as LineShape;
      const through = Math.abs(leader.x1 - number.x) < 10 && leader.y1 < number.y;
      expect([at, through]).toEqual([at, false]);
    }
  });

  it('keeps the names under the axis apart and inside, and no line through one of them', () => {
    const point = fc.record({
      at: fc.double({ min: 0, max: 100, noNaN: true }),
      label: fc.constantFrom('Nurse', 'Customer service adviser', 'Electrician', 'Secondary school teacher'),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 9 }), fc.constantFrom(342, 720, 1120), (points, width) => {
        const { shapes, height } = draw([5, 7], points, width);
        const names = shapes.filter(
          (shape): shape is TextShape => shape.kind === 'text' && / \d+$/.test(shape.text),
        );
        expect(names.length).toBeLessThanOrEqual(points.length);
        expect(names.length).toBeGreaterThanOrEqual(Math.min(1, points.length));
        const floor = shapes.find(({ kind, role }) => kind === 'circle' && role === 'ink');
        const leaders = shapes.filter(
          (shape): shape is LineShape =>
            shape.kind === 'line' && shape.role === 'muted' && floor !== undefined,
        );
        for (const { x1, y2 } of leaders)
          for (const { x, y, text } of names)
            if (y < y2 - 1) expect(x1 <= x + 0.01 || x1 >= x + textWidth(text, 15)).toBe(true);
        for (const { x, y, text } of names) {
          const right = x + textWidth(text, 15);
          expect(right).toBeLessThanOrEqual(width + 0.01);
          expect(y).toBeLessThan(height);
          for (const other of names)
            if (other.text !== text && other.y === y)
              expect(other.x >= right || other.x + textWidth(other.text, 15) <= x).toBe(true);
        }
      }),
    );
  });

  it('gives the figures as a table', () =>
    expect(draw([5, 7], []).table.rows).toEqual([
      ['0 to 2', '5'],
      ['2 to 100', '7'],
    ]));
});
