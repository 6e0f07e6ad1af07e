import { scaleLinear } from 'd3-scale';
import { type Level, levelPattern } from './level.js';
import { rect } from './shapes.js';
import type { Drawing, Range, Role, Shape } from './types.js';

const WIDTH = 240;

/** A mark without words for a table cell: the number stands beside it in the table, so these are drawn decoratively. */
const cell = (height: number, shapes: readonly Shape[]): Drawing => ({
  width: WIDTH,
  height,
  title: '',
  description: '',
  shapes,
  table: { head: [], rows: [] },
});

const scale = (max: number) => scaleLinear([0, max], [0, WIDTH]).clamp(true);

/** A thin bar on a track. @param max end of the scale, 100 unless told. */
export function barCell(value: number, { level, max = 100 }: { level?: Level; max?: number } = {}): Drawing {
  const x = scale(max);
  return cell(8, [
    rect(0, 0, WIDTH, 8, 'track'),
    { ...rect(0, 0, x(value), 8, level ?? 'accent'), ...(level ? levelPattern(level) : {}) },
  ]);
}

/** A score of 0–100 as a mark with its likely range as a lighter band. The emphasised one is the reader, or the page's subject. */
export function intervalCell(
  score: number,
  interval: Range,
  { emphasised = false }: { emphasised?: boolean } = {},
): Drawing {
  const x = scale(100);
  const mark: Role = emphasised ? 'accent' : 'ink';
  return cell(16, [
    rect(0, 4, WIDTH, 8, 'track'),
    rect(x(interval.low), 4, x(interval.high) - x(interval.low), 8, 'interval'),
    rect(Math.min(Math.max(0, x(score) - 1.5), WIDTH - 3), 0, 3, 16, mark),
  ]);
}

/** One dot on an axis of 0–100, with the middle ticked. */
export function dotCell(value: number, { emphasised = false }: { emphasised?: boolean } = {}): Drawing {
  const x = scale(100);
  const at = Math.min(Math.max(5, x(value)), WIDTH - 5);
  return cell(16, [
    rect(0, 7.25, WIDTH, 1.5, 'line'),
    rect(WIDTH / 2 - 0.75, 4, 1.5, 8, 'line'),
    { kind: 'circle', cx: at, cy: 8, r: 5, role: emphasised ? 'accent' : 'muted' },
  ]);
}
