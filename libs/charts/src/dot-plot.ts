import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import type { Drawing, Range, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface DotPlotRow {
  readonly label: string;
  readonly value: number;
  /** The value in words where it is not the rounded number with its unit: "under 1%". */
  readonly shown?: string;
  readonly interval?: Range;
  readonly you?: boolean;
  /** A ring instead of a disc, for values that are beside the point but not part of it. */
  readonly hollow?: boolean;
}

export interface DotPlotInput {
  readonly title: string;
  readonly rows: readonly DotPlotRow[];
  readonly unit?: string;
  readonly lowLabel?: string;
  readonly highLabel?: string;
  /** Drawing units; 720 unless told. */
  readonly width?: number;
  readonly row?: number;
}

const SIZE = 15;

/** Values on one 0–100 axis with their likely ranges as lighter bands. */
export function dotPlot({
  title,
  rows,
  unit = '',
  lowLabel = '0',
  highLabel = '100',
  width = 720,
  row = 38,
}: DotPlotInput): Drawing {
  const labelWidth = Math.round(width * 0.42);
  const left = labelWidth + 62;
  const x = scaleLinear([0, 100], [left, width - 6]).clamp(true);
  const foot = rows.length * row + 4;
  const shownOf = (one: DotPlotRow): string => one.shown ?? `${Math.round(one.value)}${unit}`;
  const shapes: Shape[] = [0, 50, 100].map((at) => line(x(at), 0, x(at), foot, 'line', 1));
  rows.forEach((one, index) => {
    const middle = index * row + row / 2;
    const weight = one.you ? 600 : 400;
    const labels = wrapText(one.label, SIZE, labelWidth, { weight });
    labels.forEach((words, number) =>
      shapes.push(
        text(0, middle + 5 + (number - (labels.length - 1) / 2) * 18, words, { size: SIZE, weight }),
      ),
    );
    shapes.push(
      text(left - 16, middle + 5, shownOf(one), {
        size: SIZE,
        weight: 600,
        anchor: 'end',
      }),
    );
    if (one.interval) {
      const [low, high] = [x(one.interval.low), x(one.interval.high)];
      shapes.push(rect(low, middle - 5, Math.max(1, high - low), 10, one.you ? 'interval' : 'track'));
    }
    const role = one.you ? 'accent' : 'muted';
    shapes.push({
      kind: 'circle',
      cx: x(one.value),
      cy: middle,
      r: 6,
      role,
      ...(one.hollow && { stroke: 2 }),
    });
  });
  shapes.push(text(x(0), foot + 16, lowLabel, { size: 13, role: 'muted' }));
  shapes.push(text(x(50), foot + 16, `50${unit}`, { size: 13, role: 'muted', anchor: 'middle' }));
  shapes.push(text(x(100), foot + 16, highLabel, { size: 13, role: 'muted', anchor: 'end' }));
  const range = (one: DotPlotRow): string =>
    one.interval ? `${Math.round(one.interval.low)}–${Math.round(one.interval.high)}` : '';
  return {
    width,
    height: foot + 22,
    title,
    description: `${rows.map((one) => `${one.label}: ${shownOf(one)}${one.interval ? `, likely ${range(one)}` : ''}`).join('; ')}.`,
    shapes,
    table: {
      head: ['', 'Value', 'Likely range'],
      rows: rows.map((one) => [one.label, shownOf(one), range(one)]),
    },
  };
}
