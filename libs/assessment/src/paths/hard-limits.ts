import type { Route } from '@app/labour-market';
import type { Constraints } from '../answers/answers.js';
import type { Clash } from './clashes.js';

/** What a path is held against before anything is weighed. Pay is at the person's hours, pounds a year. */
export interface LimitedFacts {
  /** What somebody of their standing may expect. */
  readonly expectedPay: number | undefined;
  readonly awayFromHome: boolean;
  /** Of the person: the middle of their band, its beginning where it has no end; else what is usual in their work at their hours. */
  readonly payNow: number | undefined;
  readonly route: Route | undefined;
  /** Months of preparation before the first pay; 0 for a move that needs none. */
  readonly months: number;
  /** O*NET job zones above the person's own. */
  readonly zonesUp: number;
  readonly clashes: readonly Clash[];
  /** Who usually employs such people. */
  readonly usualEmployers: string | undefined;
  readonly written: boolean;
}

/** More steps of preparation up than this are another life, unless an editor wrote the move with its route. */
const MOST_ZONES_UP = 1;
/** When nobody named a limit: a degree, but not a second one. Months. */
const LONGEST_UNASKED = 36;
/** Pay within this share of today's is not lower pay. */
const SAME_PAY = 0.98;
const SELF_EMPLOYED = /^(most|nearly all|many|they)\b[^.]*\b(self-employed|for themselves|own business)/i;

/** Whether a path keeps every limit the person named. What is not known cannot rule a path out. */
export function withinLimits(
  facts: LimitedFacts,
  { lowestPay, monthsToTrain, travel, avoid = [] }: Constraints,
): boolean {
  const {
    expectedPay,
    awayFromHome,
    payNow,
    months,
    zonesUp,
    clashes,
    usualEmployers = '',
    route,
    written,
  } = facts;
  if (!written && zonesUp > MOST_ZONES_UP) return false;
  if (clashes.length > 0) return false;
  if (awayFromHome && (travel === 'local' || travel === 'remote')) return false;
  if (months > (monthsToTrain ?? LONGEST_UNASKED)) return false;
  if (expectedPay !== undefined) {
    if (lowestPay !== undefined && expectedPay < lowestPay) return false;
    if (avoid.includes('lower-pay') && payNow !== undefined && expectedPay < SAME_PAY * payNow) return false;
  }
  if (avoid.includes('self-employment') && SELF_EMPLOYED.test(usualEmployers)) return false;
  const examined = route?.registers.some(
    ({ force, what }) => force === 'law' && /\bexam|registration\b/i.test(what),
  );
  return !(avoid.includes('exams') && examined);
}
