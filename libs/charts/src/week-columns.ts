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
  const stepOf = (words: readonly string[], weight: 400 | 600): number =>
    Math.max(1, Math.ceil((Math.max(0, ...words.map((one) => textWidth(one, SIZE, weight))) + AIR) / each));
  const steps = {
    shown: stepOf(
      weeks.map(({ shown }) => shown),
      600,
    ),
    label: stepOf(
      weeks.map(({ label }) => label),
      400,
    ),
  };
  const shapes: Shape[] = [line(0, ground, width, ground, 'line')];
  weeks.forEach(({ label, value, shown }, index) => {
    const fromNewest = weeks.length - 1 - index;
    const tall = y(value ?? 0);
    if (value !== null)
      shapes.push(
        rect(
          index * each + each * 0.15,
          ground - tall,
          each * 0.7,
          tall,
          fromNewest === 0 ? 'ink' : 'accent',
        ),
      );
    const at = (words: string, weight: 400 | 600): number => {
      const half = textWidth(words, SIZE, weight) / 2;
      return Math.min(width - half, Math.max(half, (index + 0.5) * each));
    };
    if (fromNewest % steps.shown === 0)
      shapes.push(
        text(at(shown, 600), ground - tall - 7, shown, { size: SIZE, weight: 600, anchor: 'middle' }),
      );
    if (fromNewest % steps.label === 0)
      shapes.push(text(at(label, 400), height - 6, label, { size: SIZE, role: 'muted', anchor: 'middle' }));
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
