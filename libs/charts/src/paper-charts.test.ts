import fc from 'fast-check';
import { runs } from '@app/testing';
import { boxStrip } from './box-strip.js';
import { bullet } from './bullet.js';
import { dotPlot } from './dot-plot.js';
import { outsideFrame } from './drawing-boxes.builder.js';
import { dumbbell } from './dumbbell.js';
import { effortPayoff } from './effort-payoff.js';
import { fan } from './fan.js';
import { gantt } from './gantt.js';
import { skillGapBars } from './skill-gap-bars.js';
import { textWidth } from './text-width.js';
import type { Drawing, Shape } from './types.js';

const label = fc
  .string({ minLength: 1, maxLength: 90, unit: fc.constantFrom('a', 'e', 'w', ' ', 'Ł', 'ŵ') })
  .map((words) => `x${words}`);
const score = fc.double({ min: 0, max: 100, noNaN: true });
const interval = fc.tuple(score, score).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const rating = fc.double({ min: 1, max: 5, noNaN: true });
const week = fc.integer({ min: 1, max: 13 });
const rows = <T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(row, { minLength: 1, maxLength: 10 });

const drawings: fc.Arbitrary<Drawing> = fc.oneof(
  rows(fc.record({ label, value: score, interval })).map((all) => bullet({ title: 't', rows: all })),
  rows(fc.record({ label, value: score, interval })).map((all) => dotPlot({ title: 't', rows: all })),
  rows(fc.record({ label, from: score, to: score })).map((all) =>
    dumbbell({ title: 't', rows: all, fromLabel: 'Today', toLabel: 'Later', domain: [0, 100] }),
  ),
  rows(
    fc.record({ label, median: fc.integer({ min: 15_000, max: 400_000 }) }, { requiredKeys: ['label'] }),
  ).map((all) => boxStrip({ title: 't', rows: all, format: (value) => `£${Math.round(value / 1000)}k` })),
  fc.tuple(rows(score), rows(score), rows(score)).map(([fast, central, slow]) =>
    fan({
      title: 't',
      firstYear: 2026,
      threshold: { value: 50, label: 'Half' },
      lines: [
        { label: 'Fast', values: fast, kind: 'fast' },
        { label: 'Central', values: central, kind: 'central' },
        { label: 'Slow', values: slow, kind: 'slow' },
      ],
    }),
  ),
  rows(fc.record({ label, a: week, b: week })).map((all) =>
    gantt({
      title: 't',
      weeks: 13,
      bars: all.map(({ label: name, a, b }) => ({
        label: name,
        from: Math.min(a, b),
        to: Math.max(a, b),
        role: 'accent' as const,
      })),
      marks: [{ week: 13, label: 'Day 90' }],
      dates: [],
    }),
  ),
  rows(fc.record({ name: label, needed: rating, have: rating, met: fc.boolean() })).map((all) =>
    skillGapBars({ title: 't', rows: all, haveLabel: 'You', neededLabel: 'Needed' }),
  ),
  rows(fc.record({ hours: fc.integer({ min: 0, max: 400 }), payoff: rating })).map((all) =>
    effortPayoff({
      title: 't',
      points: all.map((point, index) => ({ ...point, name: 'Medicine and dentistry', order: index + 1 })),
      effortLabel: 'Hours',
      payoffLabel: 'Importance',
    }),
  ),
);

/** From where to where a text reaches. */
const reach = ({ x, text, size, anchor }: Extract<Shape, { kind: 'text' }>): [number, number] => {
  const wide = textWidth(text, size);
  return anchor === 'end' ? [x - wide, x] : [x, x + wide];
};

describe('the charts of the paper', () => {
  it('stay inside their frame, whatever the figures and labels', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        expect(outsideFrame(drawing)).toEqual([]);
      }),
      { numRuns: runs(100), seed: 5 },
    );
  });

  it('put no name of a lesson upon another, however low the chart, and number every one', () => {
    const lessons = fc.array(
      fc.record({ hours: fc.double({ min: 1, max: 150, noNaN: true }), payoff: fc.constantFrom(5, 4, 3, 2) }),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(lessons, fc.integer({ min: 110, max: 300 }), (all, height) => {
        const points = all.map((one, index) => ({
          ...one,
          name: `The way ${'in'.repeat(index + 1)}`,
          order: index + 1,
        }));
        const { shapes } = effortPayoff({ title: 't', points, effortLabel: 'h', payoffLabel: 'p', height });
        const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
        const names = texts.filter(({ size }) => size === 15);
        for (const [index, a] of names.entries())
          for (const b of names.slice(index + 1)) {
            const [[fromA, toA], [fromB, toB]] = [reach(a), reach(b)];
            expect(toA <= fromB || toB <= fromA || Math.abs(a.y - b.y) >= 15).toBe(true);
          }
        for (const { order } of points) expect(texts.map(({ text }) => text)).toContain(String(order));
      }),
      { numRuns: runs(100), seed: 5 },
    );
  });

  it('say every figure in words as well', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        expect(drawing.description.length).toBeGreaterThan(3);
        expect(drawing.table.rows.every((row) => row.length === drawing.table.head.length)).toBe(true);
      }),
      { numRuns: runs(100), seed: 5 },
    );
  });
});

it.each([320, 360, 480, 720])('a strip of pay %i wide writes no label of its axis over another', (width) => {
  const rows = [{ label: 'The group', p10: 27_000, p25: 31_200, median: 41_000, p75: 52_400, p90: 62_000 }];
  const { shapes } = boxStrip({
    title: 't',
    rows,
    width,
    format: (value) => `£${Math.round(value / 1000)}k`,
  });
  const labels = shapes.flatMap((shape) =>
    shape.kind === 'text' && shape.role === 'muted' && shape.text.startsWith('£') ? [shape] : [],
  );
  expect(labels.length).toBeGreaterThan(1);
  let free = -Infinity;
  for (const { x, text, size, anchor } of labels) {
    const long = textWidth(text, size);
    const from = x - (anchor === 'end' ? long : long / 2);
    expect(from).toBeGreaterThan(free);
    free = from + long;
  }
});
