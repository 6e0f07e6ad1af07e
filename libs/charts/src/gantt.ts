import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Role, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface GanttBar {
  readonly label: string;
  /** First and last week, counted from 1, both included. */
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

export interface GanttInput {
  readonly title: string;
  readonly weeks: number;
  readonly bars: readonly GanttBar[];
  /** Days after the end of a week: decisions and the like. */
  readonly marks: readonly { readonly week: number; readonly label: string }[];
  /** Words under the axis at the first day of some weeks. */
  readonly dates: readonly { readonly week: number; readonly label: string }[];
  /** Drawing units; 720 unless told. */
  readonly width?: number;
  readonly row?: number;
}

const SIZE = 15;
/** Columns below this width are narrow, drawing units. */
const NARROW = 20;

/** Strands of work over weeks, with the days on which something is decided. */
export function gantt({ title, weeks, bars, marks, dates, width = 720, row = 26 }: GanttInput): Drawing {
  const labelWidth = Math.round(width * 0.32);
  const left = labelWidth + 16;
  const x = scaleLinear([1, weeks + 1], [left, width - 2]);
  const head = 24;
  const foot = head + bars.length * row + 4;
  const shapes: Shape[] = [];
  for (let week = 1; week <= weeks; week += 1) {
    shapes.push(
      text((x(week) + x(week + 1)) / 2, 14, String(week), { size: 13, role: 'muted', anchor: 'middle' }),
    );
    shapes.push(line(x(week), head - 4, x(week), foot, 'track', 1));
  }
  shapes.push(text(left - 16, 14, 'Week', { size: 13, role: 'muted', anchor: 'end' }));
  bars.forEach((bar, index) => {
    const middle = head + index * row + row / 2;
    const [label = ''] = wrapText(bar.label, SIZE, labelWidth, { maxLines: 1 });
    shapes.push(text(0, middle + 5, label, { size: SIZE }));
    shapes.push({
      ...rect(x(bar.from) + 1, middle - 6, x(bar.to + 1) - x(bar.from) - 2, 12, bar.role),
      ...(bar.role === 'medium'
        ? { pattern: 'sparse' as const }
        : bar.role === 'high'
          ? { pattern: 'dense' as const }
          : {}),
    });
  });
  const taken: (readonly [number, number])[] = [];
  for (const mark of marks) {
    const at = Math.min(x(mark.week + 1), width - 2);
    const half = textWidth(mark.label, 13, 600) / 2;
    // In narrow columns words that stood in the middle of their line would cover the next one's.
    const atEnd = at > width - 40 || x(2) - x(1) < NARROW;
    taken.push(atEnd ? [at - 2 * half, at] : [at - half, at + half]);
    shapes.push(line(at, head - 6, at, foot + 4, 'ink', 1.6));
    shapes.push(text(at, foot + 18, mark.label, { size: 13, weight: 600, anchor: atEnd ? 'end' : 'middle' }));
  }
  // Where there is no room for both, the decision is named and the date is not.
  for (const { week, label } of dates) {
    const [from, to] = [x(week), x(week) + textWidth(label, 13)];
    if (taken.every(([left, right]) => to < left || from > right))
      shapes.push(text(from, foot + 18, label, { size: 13, role: 'muted' }));
  }
  return {
    width,
    height: foot + 24,
    title,
    description: `${bars.map((bar) => `${bar.label}: week ${bar.from}${bar.to > bar.from ? ` to ${bar.to}` : ''}`).join('; ')}. ${marks.map((mark) => `${mark.label} at the end of week ${mark.week}`).join('; ')}.`,
    shapes,
    table: {
      head: ['', 'From week', 'To week'],
      rows: bars.map((bar) => [bar.label, String(bar.from), String(bar.to)]),
    },
  };
}
