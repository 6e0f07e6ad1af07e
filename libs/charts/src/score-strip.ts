import { scaleLinear } from 'd3-scale';
import { line, rect, text } from './shapes.js';
import type { Drawing, Range, Shape } from './types.js';

export interface ScoreStripInput {
  /** 0–100. */
  readonly score: number;
  /** The likely range, 0–100. */
  readonly interval: Range;
  /** What the score is of: "AI exposure score of machine learning engineers". */
  readonly title: string;
  /** Drawing units; 360 unless told. */
  readonly width?: number;
  /** Draws the number itself above the strip, value first. */
  readonly showValue?: boolean;
  /** Another score on the same strip, as a thin tick with its name: the typical role beside "you". */
  readonly reference?: { readonly score: number; readonly label: string };
}

/** A score on 0–100: track, likely range as a lighter band, the score as a mark. */
export function scoreStrip({
  score,
  interval,
  title,
  width = 360,
  showValue = false,
  reference,
}: ScoreStripInput): Drawing {
  const x = scaleLinear([0, 100], [0, width]).clamp(true);
  const shown = Math.round(score);
  const likely = `likely ${Math.round(interval.low)}–${Math.round(interval.high)}`;
  const shapes: Shape[] = [];
  let top = 6;
  if (showValue) {
    shapes.push(text(0, 36, String(shown), { size: 44, weight: 600, family: 'serif' }));
    shapes.push(text(24.1 * String(shown).length + 12, 36, `${likely} of 100`, { size: 16, role: 'muted' }));
    top = 60;
  }
  if (reference) {
    const at = x(reference.score);
    shapes.push(
      text(at, top + 6, `${reference.label} ${Math.round(reference.score)}`, {
        size: 13,
        role: 'muted',
        anchor: anchorAt(at, width),
      }),
    );
    top += 20;
  }
  shapes.push(rect(0, top, width, 9, 'track'));
  shapes.push(rect(x(interval.low), top, x(interval.high) - x(interval.low), 9, 'interval'));
  if (reference) shapes.push(line(x(reference.score), top - 7, x(reference.score), top + 9, 'muted', 1.5));
  const mark = Math.min(Math.max(x(score) - 2, 0), width - 4);
  shapes.push(rect(mark, top - 6, 4, 21, 'accent'));
  const below = top + 31;
  shapes.push(text(0, below, '0 low', { size: 13, role: 'muted' }));
  shapes.push(text(width / 2, below, '50', { size: 13, role: 'muted', anchor: 'middle' }));
  shapes.push(text(width, below, '100 high', { size: 13, role: 'muted', anchor: 'end' }));
  return {
    width,
    height: below + 4,
    title,
    description: `${shown} of 100, ${likely}.${reference ? ` ${reference.label}: ${Math.round(reference.score)}.` : ''}`,
    shapes,
    table: {
      head: ['', 'Score', 'Likely range'],
      rows: [
        [title, String(shown), `${Math.round(interval.low)}–${Math.round(interval.high)}`],
        ...(reference ? [[reference.label, String(Math.round(reference.score)), '']] : []),
      ],
    },
  };
}

const anchorAt = (at: number, width: number): 'start' | 'middle' | 'end' =>
  at < width * 0.15 ? 'start' : at > width * 0.85 ? 'end' : 'middle';
