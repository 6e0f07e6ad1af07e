import type { OccupationSummary } from '@app/occupations';

export const SORTS = ['score', 'jobs', 'title'] as const;
export type Sort = (typeof SORTS)[number];

const PER_PAGE = 40;

interface Counted {
  readonly occupation: OccupationSummary;
  /** UK jobs its code stands for, people. */
  readonly jobs: number;
}

export interface RankedRow extends Counted {
  /** Place in the whole ranking, 1 first. Those who tie on the figure that is shown share a place. */
  readonly rank: number;
}

/** One page of a ranking. */
export interface Ranking {
  readonly rows: readonly RankedRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

const byTitle = (a: Counted, b: Counted): number =>
  a.occupation.title.localeCompare(b.occupation.title, 'en-GB');

/** What each order ranks by, on the figure that is shown, so that those who share a place stand from A to Z. */
const KEYS: Readonly<Record<Sort, (row: Counted) => number>> = {
  score: ({ occupation }) => Math.round(occupation.score),
  jobs: ({ jobs }) => shownJobs(jobs),
  title: () => 0,
};

/** UK jobs to the nearest hundred, one hundred at least: they are split from wider groups. */
export const shownJobs = (jobs: number): number => Math.max(100, Math.round(jobs / 100) * 100);

/**
 * Occupations by score, by UK jobs or by title, fifty a page. A page that does not exist gives the nearest that does.
 * @param page as typed in the address
 */
export function rank(
  occupations: readonly OccupationSummary[],
  jobsOf: (occupation: OccupationSummary) => number,
  sort: Sort,
  page: string,
): Ranking {
  const key = KEYS[sort];
  const rows = occupations
    .map((occupation) => ({ occupation, jobs: jobsOf(occupation) }))
    .sort((a, b) => key(b) - key(a) || byTitle(a, b));
  const ranked: RankedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const before = ranked[index - 1];
    ranked.push({ ...row, rank: before && key(before) === key(row) ? before.rank : index + 1 });
  }
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const wanted = /^\d{1,4}$/.test(page) ? Number(page) : 1;
  const shown = Math.min(pages, Math.max(1, wanted));
  return {
    rows: ranked.slice((shown - 1) * PER_PAGE, shown * PER_PAGE),
    page: shown,
    pages,
    total: rows.length,
  };
}
