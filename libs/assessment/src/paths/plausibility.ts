import type { NextGroup } from '@app/occupations';

/**
 * The first of an editor's list is the most usual move, and each place further down weighs: on pages of 100 groups a careers adviser doubted 7 % of
 * the moves at the first two places, 20 % at the next two and 29 % further down.
 */
const WRITTEN = { first: 1, step: 0.06, least: 0.52 } as const;

/**
 * How plausible it is that somebody in the UK makes a move, 0–1, by its place in the editors' list for their unit group, from 0. Every group
 * has such a list; what only statistics call alike (related occupations, the same family) is not offered: of 51 such paths a careers adviser
 * found 40 doubtful or absurd (pilots for directors, musicians for writers, waste managers for clerks).
 */
export const plausibility = (place: number): number =>
  Math.max(WRITTEN.least, WRITTEN.first - WRITTEN.step * place);

/** Even a written move says nothing where next to nothing carries over, whole per cent. */
export const LEAST_MATCH = 20;

/** Of a path that an editor fixed for a page. */
export const FIXED_PLAUSIBILITY = 0.9;

/**
 * Of a move that stays with the employer or the trade that somebody's own title names: a GP receptionist who becomes a medical secretary keeps the
 * surgery. A step above the first of a list, so that what is alike otherwise comes after it.
 */
export const NEAREST = 1.1;

/** Whether their own words for their job say that a move stays with their employer or trade. Without a title nothing does. */
export const isOfTheirTrade = (
  { trades = [] }: Pick<NextGroup, 'trades'>,
  jobTitle: string | undefined,
): boolean => jobTitle !== undefined && trades.some((word) => new RegExp(`\\b${word}`, 'i').test(jobTitle));
