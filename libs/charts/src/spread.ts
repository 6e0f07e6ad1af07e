import { scaleLinear } from 'd3-scale';
import { type Level, levelPattern, levelText } from './level.js';
import { line, rect, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Shape } from './types.js';

export interface SpreadColumn {
  /** Start of the column on 0–100; it ends where the next begins. */
  readonly from: number;
  /** How much lies in it: jobs, people. */
  readonly value: number;
  readonly level: Level;
}

export interface SpreadInput {
  readonly title: string;
  readonly description: string;
  /** From left to right, equally wide, covering 0–100. */
  readonly columns: readonly SpreadColumn[];
  /** One for each level: where it begins and what is said over it: "62%", "low, under 35"; the short words where it is narrow. */
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly level: Level;
    readonly figure: string;
    readonly words: string;
    readonly short: string;
  }[];
  /** Named under the axis. */
  readonly points: readonly { readonly at: number; readonly label: string }[];
  /** Heading of the value in the table: "UK jobs". */
  readonly measure: string;
  readonly format: (value: number) => string;
  /** Drawing units; 720 unless told. */
  readonly width?: number;
}

const SIZE = 15;
const ROW = 26;
/** A leader closer to the middle of a number on the axis would run through it. */
const NUMBER = 12;

/** How a whole population lies over 0–100: columns, a figure over each band, a few names under the axis. */
export function spread({
  title,
  description,
  columns,
  bands,
  points,
  measure,
  format,
  width = 720,
}: SpreadInput): Drawing {
  const wide = width >= 560;
  const x = scaleLinear([0, 100], [0, width]).clamp(true);
  const head = wide ? 64 : 52;
  const tall = wide ? Math.min(240, width / 4) : 130;
  const floor = head + tall;
  const y = scaleLinear([0, Math.max(1, ...columns.map(({ value }) => value))], [0, tall]);
  const shapes: Shape[] = [];
  for (const band of bands) {
    const at = x(band.from) + (band.from === 0 ? 0 : 8);
    shapes.push(
      text(at, wide ? 30 : 24, band.figure, { size: wide ? 32 : 22, weight: 600, family: 'serif' }),
    );
    shapes.push(
      text(at, wide ? 54 : 43, wide ? band.words : band.short, {
        size: wide ? SIZE : 14,
        role: levelText(band.level),
      }),
    );
    if (band.from > 0) shapes.push(line(x(band.from), 4, x(band.from), floor, 'line'));
  }
  const step = columns.length > 0 ? width / columns.length : width;
  for (const { from, value, level } of columns) {
    const height = y(value);
    if (height > 0)
      shapes.push({
        ...rect(x(from) + 0.5, floor - height, step - 1, height, level),
        ...levelPattern(level),
      });
  }
  shapes.push(line(0, floor, width, floor, 'ink'));
  const numbers = [0, ...bands.map(({ from }) => from).filter((from) => from > 0), 100];
  for (const at of numbers)
    shapes.push(
      text(x(at), floor + 20, String(at), {
        size: 14,
        role: 'muted',
        anchor: at === 0 ? 'start' : at === 100 ? 'end' : 'middle',
      }),
    );
  const overNumber = (at: number): boolean => numbers.some((number) => Math.abs(x(number) - at) < NUMBER);
  const rows = namesUnder(points, x, width, floor, overNumber, shapes);
  return {
    width,
    height: floor + 28 + rows * ROW + 6,
    title,
    description,
    shapes,
    table: {
      head: ['Score', measure],
      rows: columns.map(({ from, value }, index) => [
        `${from} to ${columns[index + 1]?.from ?? 100}`,
        format(value),
      ]),
    },
  };
}

interface Placed {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly row: number;
}

/** Whether two names touch, or the leader of one runs through the other. */
function clash(a: Placed, b: Placed): boolean {
  if (a.row === b.row) return a.left < b.right + 12 && b.left < a.right + 12;
  const [upper, lower] = a.row < b.row ? [a, b] : [b, a];
  return lower.middle > upper.left - 3 && lower.middle < upper.right + 3;
}

/**
 * Names each point under the axis like a flag at its pole, in as few rows as keep names and leaders apart; the number of rows. A point whose
 * leader would run through a name wherever it stands goes without one; one over a number of the axis begins below it.
 */
function namesUnder(
  points: SpreadInput['points'],
  x: (value: number) => number,
  width: number,
  floor: number,
  overNumber: (at: number) => boolean,
  shapes: Shape[],
): number {
  const names = points.map(({ at, label }) => {
    const words = `${label} ${Math.round(at)}`;
    const long = textWidth(words, SIZE);
    const middle = x(at);
    const left = Math.min(middle + 6, Math.max(0, width - long));
    return { words, left, right: left + long, middle, moved: left < middle + 6 };
  });
  const placed: Placed[] = [];
  // From the right to the left, each as high as it fits; those that the edge pushes aside come last.
  for (const name of names.sort((a, b) => Number(a.moved) - Number(b.moved) || b.middle - a.middle)) {
    const deepest = Math.max(-1, ...placed.map(({ row }) => row)) + 1;
    let row = 0;
    while (row < deepest && placed.some((other) => clash({ ...name, row }, other))) row += 1;
    if (placed.some((other) => clash({ ...name, row }, other))) continue;
    placed.push({ ...name, row });
    const base = floor + 46 + row * ROW;
    const top = overNumber(name.middle) ? floor + 26 : floor;
    shapes.push(line(name.middle, top, name.middle, name.moved ? base - 14 : base, 'muted'));
    shapes.push({ kind: 'circle', cx: name.middle, cy: floor, r: 4, role: 'ink' });
    shapes.push(text(name.left, base, name.words, { size: SIZE }));
  }
  return Math.max(0, ...placed.map(({ row }) => row + 1));
}
