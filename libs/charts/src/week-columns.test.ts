import fc from 'fast-check';
import { textWidth } from './text-width.js';
import type { RectShape, TextShape } from './types.js';
import { weekColumns } from './week-columns.js';

const week = fc.record({
  label: fc.constantFrom('23 Nov', '1 Jan', '14 September'),
  value: fc.option(fc.double({ min: 0, max: 500, noNaN: true }), { nil: null }),
  shown: fc.constantFrom('–', '7', '100%', '£1,234', '12.5 h'),
});
const weeks = fc.array(week, { minLength: 1, maxLength: 26 });

describe('columns by week', () => {
  it('are as tall as their values, and a week without a figure has none', () => {
    fc.assert(
      fc.property(weeks, fc.constantFrom(342, 560, 720), (given, width) => {
        const drawing = weekColumns({ title: 't', measure: 'm', weeks: given, max: 500, width });
        const columns = drawing.shapes.filter((shape): shape is RectShape => shape.kind === 'rect');
        const values = given.flatMap(({ value }) => value ?? []).reverse();
        expect(columns).toHaveLength(values.length);
        columns.forEach(({ height }, index) =>
          expect(height).toBeCloseTo(((170 - 48) * (values[index] ?? 0)) / 500, 6),
        );
      }),
    );
  });

  it('never let two words of a row overlap or leave the drawing', () => {
    fc.assert(
      fc.property(weeks, fc.constantFrom(342, 560, 720), (given, width) => {
        const { shapes } = weekColumns({ title: 't', measure: 'm', weeks: given, width });
        for (const role of ['muted', 'ink'] as const) {
          const row = shapes
            .filter((shape): shape is TextShape => shape.kind === 'text' && shape.role === role)
            .map(({ x, text, weight, size }) => [x, textWidth(text, size, weight) / 2] as const)
            .sort(([a], [b]) => a - b);
          row.forEach(([x, half], index) => {
            expect(x - half).toBeGreaterThanOrEqual(-0.01);
            expect(x + half).toBeLessThanOrEqual(width + 0.01);
            const [next, nextHalf] = row[index + 1] ?? [Infinity, 0];
            expect(x + half).toBeLessThanOrEqual(next - nextHalf + 0.01);
          });
        }
      }),
    );
  });
});
