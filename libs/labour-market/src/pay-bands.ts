import type { PayLevel } from '@app/occupations';

/** The five published points of a pay distribution. */
export const PAY_POINTS = ['p10', 'p25', 'median', 'p75', 'p90'] as const;
export type PayPoint = (typeof PAY_POINTS)[number];

/** Full-time gross pay in whole pounds a year, with where it comes from. A point is null where nothing honest can fill it. */
export interface PayBands extends Readonly<Record<PayPoint, number | null>> {
  /** The median is always known: without it there are no bands. */
  readonly median: number;
  /** SOC 2020 group the median is of. */
  readonly code: string;
  /** What the group is called, where it has a name of its own. */
  readonly name: string | null;
  /** "unit group" unless ONS suppressed it; then the level above that was used. */
  readonly level: 'unit group' | 'minor group' | 'sub-major group' | 'major group';
  /** The region the figures were adjusted to, or null for the UK. */
  readonly region: { readonly code: string; readonly name: string; readonly ratio: number } | null;
  readonly source: string;
  readonly vintage: string;
  readonly licence: string;
  /** What stands in for what, each a sentence for the page. Empty when all is as published. */
  readonly notes: readonly string[];
  /** Those of the notes that are about one point alone: for pages that do not show it. */
  readonly pointNotes: Readonly<Partial<Record<PayPoint, string>>>;
  /** By point that is not the group’s own of the same release: the level or the release it was taken from, in a word or two. */
  readonly borrowed: Readonly<Partial<Record<PayPoint, string>>>;
}

export const LEVEL_WORDS: Readonly<Record<PayLevel, PayBands['level']>> = {
  unit: 'unit group',
  minor: 'minor group',
  'sub-major': 'sub-major group',
  major: 'major group',
};

export const POINT_WORDS: Readonly<Record<PayPoint, string>> = {
  p10: 'lowest tenth',
  p25: 'lowest quarter',
  median: 'median',
  p75: 'highest quarter',
  p90: 'highest tenth',
};
