import { scaleLinear } from 'd3-scale';
import { type Level, levelPattern, levelText, levelWord } from './level.js';
import { rect, text } from './shapes.js';
import { textWidth } from './text-width.js';
import type { Drawing, Range, Role, Shape } from './types.js';
import { wrapText } from './wrap-text.js';

export interface RankedBar {
  readonly label: string;
  readonly value: number;
  /** The number as it is read: "62", "£41,300", "14.5 h". The rounded value unless told. */
  readonly shown?: string;
  /** Colours the bar and puts the word beside the number. */
  readonly level?: Level;
  /** A smaller second line: "8 hours a week". */
  readonly note?: string;
  /** Share of the whole, 0–1: makes the bar thicker, so that its area says how much it matters. */
  readonly weight?: number;
  readonly interval?: Range;
  /** The row the reader is: drawn in the accent colour. */
  readonly you?: boolean;
}

export interface RankedBarsInput {
  readonly title: string;
  /** Drawn in the order given. */
  readonly rows: readonly RankedBar[];
  /** End of the scale; 100 unless told. */
  readonly max?: number;
  /** 720 unless told; from 560 on the labels stand beside the bars, below that above them. */
  readonly width?: number;
  /** Heading of the value in the table: "Exposure". */
  readonly measure?: string;
}

const LABEL = 15;
const NOTE = 13;
const VALUE_GAP = 12;

/** Bars from the top, value first: number, word, thin bar on a track. */
export function rankedBars({
  title,
  rows,
  max = 100,
  width = 720,
  measure = 'Value',
}: RankedBarsInput): Drawing {
  const beside = width >= 560;
  const labelWidth = beside ? Math.round(width * 0.42) : width;
  const valueWidth = Math.max(0, ...rows.map((row) => textWidth(shownOf(row), LABEL, 600))) + VALUE_GAP;
  const wordWidth = rows.some(({ level }) => level) ? textWidth('Medium', NOTE) + VALUE_GAP : 0;
  const left = beside ? labelWidth + 24 : 0;
  const barLeft = left + valueWidth + wordWidth;
  const x = scaleLinear([0, max], [0, width - barLeft]).clamp(true);
  const shapes: Shape[] = [];
  let top = 0;
  for (const row of rows) {
    const labels = wrapText(row.label, LABEL, labelWidth, { weight: row.you ? 600 : 500 });
    const notes = row.note === undefined ? [] : wrapText(row.note, NOTE, labelWidth, { maxLines: 1 });
    labels.forEach((words, index) =>
      shapes.push(text(0, top + 16 + index * 20, words, { size: LABEL, weight: row.you ? 600 : 500 })),
    );
    notes.forEach((words) =>
      shapes.push(text(0, top + 15 + labels.length * 20, words, { size: NOTE, role: 'muted' })),
    );
    const labelHeight = labels.length * 20 + notes.length * 19;
    const middle = beside ? top + 11 : top + labelHeight + 13;
    shapes.push(text(left, middle + 5, shownOf(row), { size: LABEL, weight: 600 }));
    if (row.level)
      shapes.push(
        text(left + valueWidth, middle + 5, levelWord(row.level), { size: NOTE, role: levelText(row.level) }),
      );
    const thick = thickness(row.weight);
    const role: Role = row.you || !row.level ? 'accent' : row.level;
    shapes.push(rect(barLeft, middle - thick / 2, width - barLeft, thick, 'track'));
    if (row.interval) {
      shapes.push(
        rect(
          barLeft + x(row.interval.low),
          middle - thick / 2 - 3,
          x(row.interval.high) - x(row.interval.low),
          thick + 6,
          'interval',
        ),
      );
    }
    shapes.push({
      ...rect(barLeft, middle - thick / 2, x(row.value), thick, role),
      ...(row.level ? levelPattern(row.level) : {}),
    });
    top += Math.max(beside ? Math.max(labelHeight, 22) : labelHeight + 24, thick + 4) + 18;
  }
  return {
    width,
    height: Math.max(0, top - 14),
    title,
    description: rows
      .map(
        (row) => `${row.label}: ${shownOf(row)}${row.level ? `, ${levelWord(row.level).toLowerCase()}` : ''}`,
      )
      .join('; '),
    shapes,
    table: {
      head: ['', measure, ...(rows.some(({ note }) => note) ? ['Note'] : [])],
      rows: rows.map((row) => [
        row.label,
        shownOf(row),
        ...(rows.some(({ note }) => note) ? [row.note ?? ''] : []),
      ]),
    },
  };
}

const shownOf = (row: RankedBar): string => row.shown ?? String(Math.round(row.value));

/** 8 without a weight; with one, 5 to 20 so that area stays close to weight without hiding small rows. */
const thickness = (weight: number | undefined): number =>
  weight === undefined ? 8 : Math.min(20, Math.max(5, 40 * weight));
