import { listWords } from '@app/kernel';
import type { PayBands } from './pay-bands.js';

const ABOUT_A_POINT = /^The figure for the (.+?) (is not published(?: and comes from .+)?\.)$/;

/** The notes of a pay figure for a page that shows every point: what is said of several points is said once. */
export function notesTogether({ notes, pointNotes }: Pick<PayBands, 'notes' | 'pointNotes'>): string[] {
  const ofPoints = new Set(Object.values(pointNotes));
  const points = new Map<string, string[]>();
  for (const note of ofPoints) {
    const [, point = '', rest = ''] = ABOUT_A_POINT.exec(note) ?? [];
    points.set(rest, [...(points.get(rest) ?? []), point]);
  }
  const said = new Set<string>();
  return notes.flatMap((note) => {
    const rest = ofPoints.has(note) ? (ABOUT_A_POINT.exec(note)?.[2] ?? '') : '';
    const [first, ...others] = points.get(rest) ?? [];
    if (first === undefined || others.length === 0) return [note];
    if (said.has(rest)) return [];
    said.add(rest);
    const several = rest.replace(/^is /, 'are ').replace('and comes', 'and come');
    return [`The figures for the ${listWords([first, ...others.map((point) => `the ${point}`)])} ${several}`];
  });
}
