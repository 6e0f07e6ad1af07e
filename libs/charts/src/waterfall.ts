import { scaleLinear } from 'd3-scale';
import { line, rect, signed, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface WaterfallStep {
  readonly label: string;
  /** Points that this step adds (or takes away); may be a fraction. */
  readonly points: number;
}

export interface WaterfallInput {
  readonly title: string;
  /** Where it starts: the typical role. */
  readonly start: { readonly label: string; readonly value: number };
  readonly steps: readonly WaterfallStep[];
  /** The name of where it ends; its value is start + Σ points. */
  readonly endLabel: string;
  /** Of the points of a step; 1 unless told. */
  readonly decimals?: number;
  /** 720 unless told; from 560 on labels stand beside the bars. */
  readonly width?: number;
}

const SIZE = 15;
/** Kinds of work have long names, and what is cut off is the share of the week. */
const MOST_LINES = 4;

/** From one score to another, step by step. Every bar begins where the last one ended, so the eye can add them up. */
export function waterfall({
  title,
  start,
  steps,
  endLabel,
  decimals = 1,
  width = 720,
}: WaterfallInput): Drawing {
  const totals = steps.reduce<number[]>(
    (sums, { points }) => [...sums, (sums.at(-1) ?? 0) + points],
    [start.value],
  );
  const end = totals.at(-1) ?? start.value;
  const beside = width >= 560;
  const labelWidth = beside ? Math.round(width * 0.42) : width - 70;
  const valueWidth = textWidth('+00.0', SIZE, 600) + 12;
  const barLeft = beside ? labelWidth + 24 + valueWidth : 0;
  const x = scaleLinear(domain(totals), [barLeft, width]).clamp(true);
  const shapes: Shape[] = [];
  let top = 0;
  const row = (label: string, value: string, bold: boolean, draw: (middle: number) => void): void => {
    const lines = wrapText(label, SIZE, labelWidth, { weight: bold ? 600 : 400, maxLines: MOST_LINES });
    lines.forEach((words, index) =>
      shapes.push(text(0, top + 16 + index * 20, words, { size: SIZE, weight: bold ? 600 : 400 })),
    );
    const valueX = beside ? labelWidth + 24 + valueWidth - 12 : width;
    shapes.push(text(valueX, top + 16, value, { size: SIZE, weight: 600, anchor: 'end' }));
    const middle = beside ? top + 11 : top + lines.length * 20 + 10;
    draw(middle);
    top += (beside ? Math.max(lines.length * 20, 22) : lines.length * 20 + 18) + 12;
  };
  const [first = 0] = x.domain();
  row(start.label, String(Math.round(start.value)), true, (middle) =>
    shapes.push(rect(x(first), middle - 4, x(start.value) - x(first), 8, 'muted')),
  );
  steps.forEach(({ label, points }, index) => {
    const from = totals[index] ?? start.value;
    row(label, signed(points, decimals), false, (middle) => {
      shapes.push(line(barLeft, middle, width, middle, 'track', 1));
      shapes.push(line(x(from), middle - 9, x(from), middle + 9, 'muted', 1));
      const [a, b] = [x(Math.min(from, from + points)), x(Math.max(from, from + points))];
      shapes.push({
        ...rect(a, middle - 4, b - a, 8, points > 0 ? 'high' : 'low'),
        ...(points > 0 ? { pattern: 'dense' as const } : {}),
      });
    });
  });
  row(endLabel, String(Math.round(end)), true, (middle) =>
    shapes.push(rect(x(first), middle - 4, x(end) - x(first), 8, 'accent')),
  );
  return {
    width,
    height: Math.max(0, top - 8),
    title,
    description: `${start.label} ${Math.round(start.value)}; ${steps.map(({ label, points }) => `${label} ${signed(points, decimals)}`).join('; ')}; ${endLabel} ${Math.round(end)}.`,
    shapes,
    table: {
      head: ['', 'Points'],
      rows: [
        [start.label, String(Math.round(start.value))],
        ...steps.map(({ label, points }) => [label, signed(points, decimals)]),
        [endLabel, String(Math.round(end))],
      ],
    },
  };
}

/** The part of 0–100 in which things happen, widened so that small steps are not blown up: at least 30 points. */
function domain(totals: readonly number[]): [number, number] {
  const low = Math.min(...totals);
  const high = Math.max(...totals);
  const spare = Math.max(5, (30 - (high - low)) / 2);
  const from = Math.max(0, Math.floor((low - spare) / 5) * 5);
  return [from, Math.min(100, Math.max(from + 30, Math.ceil((high + spare) / 5) * 5))];
}
