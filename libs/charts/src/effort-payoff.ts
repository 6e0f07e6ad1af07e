import { scaleLinear, scaleSqrt } from 'd3-scale';
import { line, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Shape } from './types.js';

export interface EffortPayoffPoint {
  readonly name: string;
  readonly hours: number;
  /** How much it matters, importance 1–5 or any other growing measure. */
  readonly payoff: number;
  /** Its place in the order of the plan, shown in the dot. */
  readonly order: number;
}

export interface EffortPayoffInput {
  readonly title: string;
  readonly points: readonly EffortPayoffPoint[];
  readonly effortLabel: string;
  readonly payoffLabel: string;
  /** Drawing units; 720 × 260 unless told. */
  readonly width?: number;
  readonly height?: number;
}

/** Hours from which the scale is of roots. */
const LONG = 60;

/**
 * Effort to the right, payoff upwards: what to begin with stands at the top left. Dots stand where the figures say; labels move so that none
 * covers another, and one that finds no place is left to the number in its dot.
 */
export function effortPayoff({
  title,
  points,
  effortLabel,
  payoffLabel,
  width = 720,
  height = 260,
}: EffortPayoffInput): Drawing {
  const [left, right, top, bottom] = [18, width - 12, 30, height - 44];
  const mostHours = Math.max(10, ...points.map(({ hours }) => hours)) * 1.08;
  const payoffs = points.map(({ payoff }) => payoff);
  const [least, most] = [Math.min(...payoffs, 2) - 0.2, Math.max(...payoffs, 4) + 0.2];
  // A course of years beside an evening: roots keep the short ones apart.
  const x = (mostHours > LONG ? scaleSqrt : scaleLinear)([0, mostHours], [left, right - 10]);
  const y = scaleLinear([least, most], [bottom - 8, top + 12]);
  const shapes: Shape[] = [
    line(left, bottom, right, bottom, 'ink', 1),
    line(left, top, left, bottom, 'ink', 1),
    text(left, 14, payoffLabel, { size: 13, role: 'muted' }),
    text(right, height - 4, effortLabel, { size: 13, role: 'muted', anchor: 'end' }),
  ];
  for (const tick of x.ticks(4)) {
    if (tick > 0)
      shapes.push(text(x(tick), bottom + 16, `${tick} h`, { size: 13, role: 'muted', anchor: 'middle' }));
  }
  const taken: { left: number; right: number; y: number; point: EffortPayoffPoint | null }[] = points.map(
    (point) => ({
      left: x(point.hours) - 12,
      right: x(point.hours) + 12,
      y: y(point.payoff),
      point,
    }),
  );
  for (const point of [...points].sort((a, b) => b.payoff - a.payoff)) {
    const [cx, cy] = [x(point.hours), y(point.payoff)];
    const wide = textWidth(point.name, 15) + 8;
    const before = cx + 18 + wide > right;
    const [from, to] = before ? [cx - 16 - wide, cx - 12] : [cx - 12, cx + 16 + wide];
    const at = freePlace(cy, [top + 12, bottom - 10], (y) =>
      taken.every(
        (label) =>
          label.point === point || label.left >= to || label.right <= from || Math.abs(label.y - y) >= 22,
      ),
    );
    const labelX = before ? cx - 17 : cx + 17;
    if (at !== undefined) {
      taken.push({ left: from, right: to, y: at, point: null });
      if (at !== cy) shapes.push(line(cx, cy, labelX + (before ? 2 : -2), at, 'muted', 1));
      shapes.push(text(labelX, at + 5, point.name, { size: 15, anchor: before ? 'end' : 'start' }));
    }
    shapes.push({ kind: 'circle', cx, cy, r: 11, role: 'accent' });
    shapes.push(
      text(cx, cy + 5, String(point.order), { size: 13, weight: 600, role: 'paper', anchor: 'middle' }),
    );
  }
  const ordered = [...points].sort((a, b) => a.order - b.order);
  return {
    width,
    height,
    title,
    description: `${ordered.map((point) => `${point.order}. ${point.name}: about ${Math.round(point.hours)} hours, importance ${point.payoff.toFixed(1)}`).join('; ')}.`,
    shapes,
    table: {
      head: ['', effortLabel, payoffLabel],
      rows: ordered.map((point) => [point.name, `${Math.round(point.hours)} h`, point.payoff.toFixed(1)]),
    },
  };
}

/** The place nearest to `wanted` that is free: down and up by turns; undefined when none is. */
function freePlace(
  wanted: number,
  [highest, lowest]: readonly [number, number],
  isFree: (y: number) => boolean,
): number | undefined {
  for (let step = 0; step <= 200; step += 2) {
    for (const y of [wanted + step, wanted - step]) if (y >= highest && y <= lowest && isFree(y)) return y;
  }
  return undefined;
}
