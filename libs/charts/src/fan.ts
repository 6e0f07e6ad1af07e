import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line as curve } from 'd3-shape';
import { line, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Role, Shape } from './types.js';

export interface FanLine {
  readonly label: string;
  /** One value a year, from the first year on, in per cent. */
  readonly values: readonly number[];
  readonly kind: 'fast' | 'central' | 'slow';
}

export interface FanInput {
  readonly title: string;
  readonly firstYear: number;
  readonly lines: readonly FanLine[];
  /** The line that decides, in per cent, with its words. */
  readonly threshold: { readonly value: number; readonly label: string };
  /** Drawing units; 720 × 300 unless told. */
  readonly width?: number;
  readonly height?: number;
}

const STROKE: Readonly<
  Record<FanLine['kind'], { role: Role; stroke: number; dash?: readonly [number, number] }>
> = {
  fast: { role: 'high', stroke: 2.2, dash: [7, 4] },
  central: { role: 'accent', stroke: 3 },
  slow: { role: 'muted', stroke: 2.2, dash: [2, 4] },
};

/** Scenarios over the years against one threshold; each line carries its own name at its end and its own dash. */
export function fan({ title, firstYear, lines, threshold, width = 720, height = 300 }: FanInput): Drawing {
  const years = Math.max(1, ...lines.map(({ values }) => values.length - 1));
  const left = 46;
  const right = width - 118;
  const bottom = height - 28;
  const x = scaleLinear([0, years], [left, right]);
  const y = scaleLinear([0, 100], [bottom, 10]).clamp(true);
  const shapes: Shape[] = [0, 25, 50, 75, 100].flatMap((at) => [
    line(left, y(at), right, y(at), 'line', 0.8),
    text(left - 8, y(at) + 5, `${at}%`, { size: 13, role: 'muted', anchor: 'end' }),
  ]);
  shapes.push(line(left, y(threshold.value), right, y(threshold.value), 'ink', 1.6));
  const step = Math.max(years > 8 ? 2 : 1, Math.ceil((textWidth(String(firstYear), 13) + 4) / (x(1) - x(0))));
  for (let year = 0; year <= years; year += step) {
    shapes.push(
      text(x(year), height - 8, String(firstYear + year), { size: 13, role: 'muted', anchor: 'middle' }),
    );
  }
  // What is taken up is taken up from a year on: steps, not slopes.
  const path = curve<number>()
    .curve(curveStepAfter)
    .x((_value, index) => x(index))
    .y((value) => y(value));
  const ends = spread(
    [...lines.map((one) => y(one.values.at(-1) ?? 0) + 5), y(threshold.value) + 5],
    18,
    height - 28,
  );
  shapes.push(text(right + 10, ends[lines.length] ?? 0, threshold.label, { size: 13, weight: 600 }));
  lines.forEach((one, index) => {
    const { role, stroke, dash } = STROKE[one.kind];
    shapes.push({ kind: 'path', d: path([...one.values]) ?? '', role, stroke, ...(dash && { dash }) });
    shapes.push(
      text(right + 10, ends[index] ?? 0, one.label, {
        size: 13,
        weight: 600,
        role: role === 'high' ? 'high-text' : role,
      }),
    );
  });
  return {
    width,
    height,
    title,
    description: `${lines.map((one) => `${one.label}: ${crossing(one, threshold.value, firstYear)}`).join('; ')}. ${threshold.label}.`,
    shapes,
    table: {
      head: ['Year', ...lines.map(({ label }) => label)],
      rows: Array.from({ length: years + 1 }, (_, index) => [
        String(firstYear + index),
        ...lines.map(({ values }) => `${Math.round(values[index] ?? values.at(-1) ?? 0)}%`),
      ]),
    },
  };
}

function crossing(one: FanLine, value: number, firstYear: number): string {
  const at = one.values.findIndex((share) => share >= value);
  return at < 0
    ? `stays under ${value}% until ${firstYear + one.values.length - 1}`
    : `reaches ${value}% in ${firstYear + at}`;
}

/** Moves labels apart so that none covers another, keeping their order. */
function spread(places: readonly number[], least: number, lowest: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let floor = -Infinity;
  for (const item of order) floor = item.place = Math.max(item.place, floor + least);
  let ceiling = lowest + least;
  for (const item of [...order].reverse()) ceiling = item.place = Math.min(item.place, ceiling - least);
  const result = [...places];
  for (const { place, index } of order) result[index] = place;
  return result;
}
