import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import type { Drawing, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface SkillGap {
  readonly name: string;
  /** What the target role needs, importance 1–5. */
  readonly needed: number;
  /** What the reader has (or their role usually has), importance 1–5. */
  readonly have: number;
  readonly met: boolean;
}

export interface SkillGapBarsInput {
  readonly title: string;
  readonly rows: readonly SkillGap[];
  readonly haveLabel: string;
  readonly neededLabel: string;
  /** Drawing units; 720 unless told. */
  readonly width?: number;
  readonly row?: number;
}

const SIZE = 15;

/** What is there as a bar, what is asked for as a mark; the stretch between them is the gap. */
export function skillGapBars({
  title,
  rows,
  haveLabel,
  neededLabel,
  width = 720,
  row = 32,
}: SkillGapBarsInput): Drawing {
  const labelWidth = Math.round(width * 0.42);
  const left = labelWidth + 66;
  const x = scaleLinear([1, 5], [left, width - 58]).clamp(true);
  const head = 26;
  const shapes: Shape[] = [
    text(left - 12, 14, haveLabel, { size: 13, weight: 600, role: 'accent', anchor: 'end' }),
    text(width, 14, neededLabel, { size: 13, role: 'muted', anchor: 'end' }),
  ];
  rows.forEach((one, index) => {
    const middle = head + index * row + row / 2;
    const [label = ''] = wrapText(one.name, SIZE, labelWidth, { maxLines: 1 });
    shapes.push(text(0, middle + 5, label, { size: SIZE, weight: one.met ? 400 : 600 }));
    shapes.push(text(left - 12, middle + 5, one.have.toFixed(1), { size: SIZE, weight: 600, anchor: 'end' }));
    shapes.push(rect(left, middle - 4, x(5) - left, 8, 'track'));
    if (one.needed > one.have)
      shapes.push({
        ...rect(x(one.have), middle - 4, x(one.needed) - x(one.have), 8, 'medium'),
        pattern: 'dense',
      });
    shapes.push(rect(left, middle - 4, x(one.have) - left, 8, 'accent'));
    shapes.push(line(x(one.needed), middle - 9, x(one.needed), middle + 9, 'ink', 2.4));
    shapes.push(text(width, middle + 5, one.needed.toFixed(1), { size: SIZE, role: 'muted', anchor: 'end' }));
  });
  return {
    width,
    height: head + rows.length * row + 2,
    title,
    description: `${rows.map((one) => `${one.name}: ${haveLabel.toLowerCase()} ${one.have.toFixed(1)}, ${neededLabel.toLowerCase()} ${one.needed.toFixed(1)}, ${one.met ? 'met' : 'a gap'}`).join('; ')}.`,
    shapes,
    table: {
      head: ['', haveLabel, neededLabel, ''],
      rows: rows.map((one) => [
        one.name,
        one.have.toFixed(1),
        one.needed.toFixed(1),
        one.met ? 'met' : 'gap',
      ]),
    },
  };
}
