import { scaleLinear } from 'd3-scale';
import { line, text } from './shapes.js';
import type { Drawing, Role, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface DumbbellRow {
  readonly label: string;
  /** Drawn as a ring. */
  readonly from: number;
  /** Drawn as a disc. */
  readonly to: number;
  readonly fromShown?: string;
  readonly toShown?: string;
}

export interface DumbbellInput {
  readonly title: string;
  readonly rows: readonly DumbbellRow[];
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly domain: readonly [number, number];
  readonly toRole?: Role;
  /** Drawing units; 720 unless told. */
  readonly width?: number;
  /** Height of a row; 34 unless told. */
  readonly row?: number;
}

const SIZE = 15;

/** Two values a row, joined: today and later, the role and you. The head names both ends, so there is no legend. */
export function dumbbell({
  title,
  rows,
  fromLabel,
  toLabel,
  domain,
  toRole = 'accent',
  width = 720,
  row = 34,
}: DumbbellInput): Drawing {
  const labelWidth = Math.round(width * 0.42);
  const valueWidth = 52;
  const left = labelWidth + 14 + valueWidth;
  const right = width - valueWidth;
  const x = scaleLinear([...domain], [left, right]).clamp(true);
  const shapes: Shape[] = [
    text(left - 10, 14, fromLabel, { size: 13, role: 'muted', anchor: 'end' }),
    text(width, 14, toLabel, {
      size: 13,
      role: toRole === 'accent' ? 'accent' : 'muted',
      weight: 600,
      anchor: 'end',
    }),
  ];
  const top = 28;
  rows.forEach((one, index) => {
    const middle = top + index * row + row / 2;
    const labels = wrapText(one.label, SIZE, labelWidth, { maxLines: row < 40 ? 1 : 2 });
    labels.forEach((words, number) =>
      shapes.push(text(0, middle + 5 + (number - (labels.length - 1) / 2) * 18, words, { size: SIZE })),
    );
    const [from, to] = [x(one.from), x(one.to)];
    shapes.push(line(left, middle, right, middle, 'track', 1));
    shapes.push(line(from, middle, to, middle, toRole, 3));
    shapes.push({ kind: 'circle', cx: from, cy: middle, r: 5, role: 'muted', stroke: 1.8 });
    shapes.push({ kind: 'circle', cx: to, cy: middle, r: 5.5, role: toRole });
    shapes.push(
      text(left - 12, middle + 5, one.fromShown ?? String(Math.round(one.from)), {
        size: SIZE,
        role: 'muted',
        anchor: 'end',
      }),
    );
    shapes.push(
      text(width, middle + 5, one.toShown ?? String(Math.round(one.to)), {
        size: SIZE,
        weight: 600,
        anchor: 'end',
      }),
    );
  });
  const shown = (one: DumbbellRow): [string, string] => [
    one.fromShown ?? String(Math.round(one.from)),
    one.toShown ?? String(Math.round(one.to)),
  ];
  return {
    width,
    height: top + rows.length * row + 2,
    title,
    description: `${rows.map((one) => `${one.label}: ${fromLabel.toLowerCase()} ${shown(one)[0]}, ${toLabel.toLowerCase()} ${shown(one)[1]}`).join('; ')}.`,
    shapes,
    table: { head: ['', fromLabel, toLabel], rows: rows.map((one) => [one.label, ...shown(one)]) },
  };
}
