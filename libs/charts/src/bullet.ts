import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import type { Drawing, Range, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface BulletRow {
  readonly label: string;
  readonly value: number;
  readonly interval?: Range;
  readonly you?: boolean;
}

export interface BulletInput {
  readonly title: string;
  readonly rows: readonly BulletRow[];
  /** Drawing units; 720 unless told. */
  readonly width?: number;
  /** Height of a row; 46 unless told. */
  readonly row?: number;
}

const SIZE = 15;

/** A few scores on one 0–100 axis, value first: you, the typical role, all workers. */
export function bullet({ title, rows, width = 720, row: rowHeight = 46 }: BulletInput): Drawing {
  const labelWidth = Math.round(width * 0.34);
  const left = labelWidth + 56;
  const x = scaleLinear([0, 100], [left, width]).clamp(true);
  const shapes: Shape[] = [];
  rows.forEach((row, index) => {
    const middle = index * rowHeight + 18;
    const weight = row.you ? 600 : 400;
    const labels = wrapText(row.label, SIZE, labelWidth, { weight });
    labels.forEach((words, number) =>
      shapes.push(
        text(0, middle + 5 + (number - (labels.length - 1) / 2) * 18, words, { size: SIZE, weight }),
      ),
    );
    shapes.push(
      text(left - 16, middle + 6, String(Math.round(row.value)), {
        size: 18,
        weight: 600,
        family: 'serif',
        anchor: 'end',
      }),
    );
    shapes.push(rect(left, middle - 5, width - left, 10, 'track'));
    if (row.interval)
      shapes.push(
        rect(x(row.interval.low), middle - 5, x(row.interval.high) - x(row.interval.low), 10, 'interval'),
      );
    shapes.push(
      rect(Math.min(x(row.value) - 2, width - 4), middle - 11, 4, 22, row.you ? 'accent' : 'muted'),
    );
  });
  const foot = rows.length * rowHeight + 6;
  shapes.push(line(left, foot - 14, width, foot - 14, 'line'));
  for (const [at, words, anchor] of [
    [0, '0', 'start'],
    [50, '50', 'middle'],
    [100, '100', 'end'],
  ] as const) {
    shapes.push(text(x(at), foot + 4, words, { size: 13, role: 'muted', anchor }));
  }
  return {
    width,
    height: foot + 8,
    title,
    description: `${rows.map((row) => `${row.label}: ${Math.round(row.value)}${row.interval ? `, likely ${Math.round(row.interval.low)}–${Math.round(row.interval.high)}` : ''}`).join('; ')}.`,
    shapes,
    table: {
      head: ['', 'Score', 'Likely range'],
      rows: rows.map((row) => [
        row.label,
        String(Math.round(row.value)),
        row.interval ? `${Math.round(row.interval.low)}–${Math.round(row.interval.high)}` : '',
      ]),
    },
  };
}
