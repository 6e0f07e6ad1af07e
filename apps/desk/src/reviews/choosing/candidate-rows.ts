import { type CandidateStatus, sumOfPoints } from '@app/assessment';
import type { Choosable } from '@app/review';
import { wholePounds } from '../../whole-pounds.js';

/** A candidate as a reviewer weighs it. */
export interface CandidateRow {
  readonly slug: string;
  readonly title: string;
  /** Place in the ranking; 0 for what it leaves out. */
  readonly place: number;
  readonly score: string;
  readonly direction: string;
  readonly pay: string;
  readonly months: string;
  readonly licence: string;
  readonly match: string;
  readonly points: string;
  readonly parts: string;
  readonly status: string;
  readonly reasons: readonly string[];
  /** The page of the draft it has; 0 for none. */
  readonly page: number;
  readonly beyond: boolean;
}

const STATUS_WORDS: Readonly<Record<CandidateStatus, string>> = {
  taken: 'One of the three',
  lower: 'After the three',
  alike: 'Two of its kind come first',
  'more exposed': 'More exposed, and pays too little more for that',
  'pays less': 'Pays less than they earn, and has nothing else for them',
  'beyond limits': 'Breaks a limit they named',
};

const LEFT_OUT: readonly CandidateStatus[] = ['more exposed', 'pays less', 'beyond limits'];

const PARTS = {
  match: 'match',
  plausible: 'usual move',
  exposure: 'exposure',
  pay: 'pay',
  growth: 'jobs',
  interests: 'interests',
} as const;

const signed = (points: number): string => `${points < 0 ? '−' : ''}${Math.abs(points)}`;

/** @param paths of the draft, slugs in order. */
export function candidateRows(candidates: readonly Choosable[], paths: readonly string[]): CandidateRow[] {
  return candidates.map(({ path, points, months, expectedPay, status, limits, licences }, index) => ({
    slug: path.slug,
    title: path.title,
    place: LEFT_OUT.includes(status) ? 0 : index + 1,
    score: `${Math.round(path.score)}, likely ${Math.round(path.interval.low)}–${Math.round(path.interval.high)}`,
    direction: path.direction,
    pay: expectedPay === undefined ? 'none published' : wholePounds(expectedPay),
    months: months === 0 ? 'none' : String(months),
    licence: licences.join(', ') || 'none by law',
    match: `${path.matchPercent} %`,
    points: String(Math.round(sumOfPoints(points))),
    parts: (Object.keys(PARTS) as (keyof typeof PARTS)[])
      .map((part) => ({ part, worth: Math.round(points[part]) }))
      .filter(({ worth }) => worth !== 0)
      .map(({ part, worth }) => `${PARTS[part]} ${signed(worth)}`)
      .join(', '),
    status: limits.length > 0 ? limits.join(' ') : STATUS_WORDS[status],
    reasons: path.reasons.filter((reason) => !limits.some((limit) => reason.endsWith(limit))),
    page: paths.includes(path.slug) ? 9 + paths.indexOf(path.slug) : 0,
    beyond: limits.length > 0,
  }));
}
