import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
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

/** Strands of work over weeks, with the days on which something is decided. */
export function gantt({ title, weeks, bars, marks, dates, width = 720, row = 26 }: GanttInput): Drawing {
  const labelWidth = Math.round(width * 0.3);
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
  for (const mark of marks) {
    const at = Math.min(x(mark.week + 1), width - 2);
    shapes.push(line(at, head - 6, at, foot + 4, 'ink', 1.6));
    shapes.push(
      text(at, foot + 18, mark.label, { size: 13, weight: 600, anchor: at > width - 40 ? 'end' : 'middle' }),
    );
  }
  for (const date of dates)
    shapes.push(text(x(date.week), foot + 18, date.label, { size: 13, role: 'muted' }));
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
