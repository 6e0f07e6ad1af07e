import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Range, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface BoxStripRow {
  readonly label: string;
  readonly p10?: number;
  readonly p25?: number;
  readonly median?: number;
  readonly p75?: number;
  readonly p90?: number;
}

export interface BoxStripInput {
  readonly title: string;
  readonly rows: readonly BoxStripRow[];
  /** The reader's own value or band, drawn through all rows. */
  readonly you?: { readonly label: string; readonly range: Range };
  readonly format: (value: number) => string;
  /** Drawing units; 720 unless told. */
  readonly width?: number;
  readonly row?: number;
}

const SIZE = 15;

/** Spread of a quantity a row: 10–90 % as a track, 25–75 % as a bar, the median as a mark. Absent percentiles are not drawn. */
export function boxStrip({ title, rows, you, format, width = 720, row = 46 }: BoxStripInput): Drawing {
  const labelWidth = Math.round(width * 0.34);
  const left = labelWidth + 92;
  const values = [
    ...rows.flatMap((one) => [one.p10, one.p25, one.median, one.p75, one.p90]),
    you?.range.low,
    you?.range.high,
  ].filter((value): value is number => value !== undefined);
  const [low, high] = [Math.min(...values, Infinity), Math.max(...values, -Infinity)];
  const spare = Number.isFinite(high - low) ? Math.max((high - low) * 0.05, high * 0.02, 1) : 1;
  const x = scaleLinear(Number.isFinite(low) ? [Math.max(0, low - spare), high + spare] : [0, 1], [
    left,
    width,
  ]).clamp(true);
  const head = you ? 26 : 4;
  const foot = head + rows.length * row;
  const shapes: Shape[] = [];
  if (you) {
    const [from, to] = [x(you.range.low), x(you.range.high)];
    shapes.push(rect(from, head - 4, Math.max(2, to - from), foot - head + 4, 'soft'));
    const middle = (from + to) / 2;
    const anchor = middle > width * 0.85 ? 'end' : middle < left + 60 ? 'start' : 'middle';
    shapes.push(
      text(anchor === 'end' ? to : anchor === 'start' ? from : middle, 14, you.label, {
        size: 13,
        weight: 600,
        role: 'accent',
        anchor,
      }),
    );
  }
  rows.forEach((one, index) => {
    const middle = head + index * row + row / 2;
    const labels = wrapText(one.label, SIZE, labelWidth);
    labels.forEach((words, number) =>
      shapes.push(text(0, middle + 5 + (number - (labels.length - 1) / 2) * 18, words, { size: SIZE })),
    );
    const shown = one.median === undefined ? 'not published' : format(one.median);
    shapes.push(
      text(left - 14, middle + 5, shown, {
        size: one.median === undefined ? 13 : SIZE,
        weight: one.median === undefined ? 400 : 600,
        role: one.median === undefined ? 'muted' : 'ink',
        anchor: 'end',
      }),
    );
    const span = (
      from: number | undefined,
      to: number | undefined,
      thick: number,
      role: 'track' | 'interval',
    ): void => {
      if (from !== undefined && to !== undefined)
        shapes.push(rect(x(from), middle - thick / 2, x(to) - x(from), thick, role));
    };
    span(one.p10 ?? one.p25 ?? one.median, one.p90 ?? one.p75 ?? one.median, 4, 'track');
    span(one.p25, one.p75, 12, 'interval');
    if (one.median !== undefined) shapes.push(rect(x(one.median) - 1.5, middle - 10, 3, 20, 'ink'));
  });
  shapes.push(line(left, foot + 2, width, foot + 2, 'line'));
  if (values.length > 0) {
    let free = -Infinity;
    for (const tick of x.ticks(4)) {
      const anchor = x(tick) > width - 30 ? 'end' : 'middle';
      const long = textWidth(format(tick), 13);
      const from = x(tick) - (anchor === 'end' ? long : long / 2);
      // Where there is no room for a label, there is none.
      if (from < free) continue;
      shapes.push(text(x(tick), foot + 18, format(tick), { size: 13, role: 'muted', anchor }));
      free = from + long + 8;
    }
  }
  const cell = (value: number | undefined): string => (value === undefined ? 'not published' : format(value));
  return {
    width,
    height: foot + 24,
    title,
    description: `${rows.map((one) => `${one.label}: middle half ${cell(one.p25)} to ${cell(one.p75)}, median ${cell(one.median)}`).join('; ')}.${you ? ` ${you.label}.` : ''}`,
    shapes,
    table: {
      head: ['', '10%', '25%', 'Median', '75%', '90%'],
      rows: rows.map((one) => [one.label, ...[one.p10, one.p25, one.median, one.p75, one.p90].map(cell)]),
    },
  };
}
