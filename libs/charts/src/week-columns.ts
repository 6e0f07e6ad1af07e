import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Shape } from './types.js';

export interface WeekColumn {
  /** Short, as it stands under the column: "23 Nov". */
  readonly label: string;
  /** Null where nothing was counted, which is not 0. */
  readonly value: number | null;
  /** As it is read: "96%", "5.5 h". */
  readonly shown: string;
}

export interface WeekColumnsInput {
  readonly title: string;
  /** Heading of the value in the table. */
  readonly measure: string;
  /** The oldest first. */
  readonly weeks: readonly WeekColumn[];
  /** Top of the scale; the highest value unless told. */
  readonly max?: number;
  /** Drawing units; 560 × 170 unless told. */
  readonly width?: number;
  readonly height?: number;
}

const SIZE = 13;
const AIR = 8;

/** One column a week on a common ground; the newest week in ink. As many numbers and dates as there is room for, counted from the newest. */
export function weekColumns({
  title,
  measure,
  weeks,
  max,
  width = 560,
  height = 170,
}: WeekColumnsInput): Drawing {
  const ground = height - 24;
  const each = width / Math.max(1, weeks.length);
  const top = max ?? Math.max(0, ...weeks.map(({ value }) => value ?? 0));
  const y = scaleLinear([0, top || 1], [0, ground - 24]).clamp(true);
  const shapes: Shape[] = [line(0, ground, width, ground, 'line')];
  // From the newest, which is what is looked for: a word that would touch the one to its right is left out.
  const room = { shown: Infinity, label: Infinity };
  const place = (row: keyof typeof room, middle: number, words: string, weight: 400 | 600): number | null => {
    const half = textWidth(words, SIZE, weight) / 2;
    const x = Math.min(width - half, Math.max(half, middle));
    if (x + half + AIR > room[row]) return null;
    room[row] = x - half;
    return x;
  };
  [...weeks.entries()].reverse().forEach(([index, { label, value, shown }]) => {
    const [left, tall] = [index * each, y(value ?? 0)];
    const role = index === weeks.length - 1 ? 'ink' : 'accent';
    if (value !== null) shapes.push(rect(left + each * 0.15, ground - tall, each * 0.7, tall, role));
    const over = place('shown', left + each / 2, shown, 600);
    if (over !== null)
      shapes.push(text(over, ground - tall - 7, shown, { size: SIZE, weight: 600, anchor: 'middle' }));
    const under = place('label', left + each / 2, label, 400);
    if (under !== null)
      shapes.push(text(under, height - 6, label, { size: SIZE, role: 'muted', anchor: 'middle' }));
  });
  return {
    width,
    height,
    title,
    description: weeks.map(({ label, shown }) => `${label}: ${shown}`).join('; '),
    shapes,
    table: { head: ['Week of', measure], rows: weeks.map(({ label, shown }) => [label, shown]) },
  };
}
