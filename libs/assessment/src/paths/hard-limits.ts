import { type Route, usualMonths } from '@app/labour-market';
import type { Constraints } from '../answers/answers.js';
import { type Clash, clashReason } from './clashes.js';

/** What a path is held against before anything is weighed. Pay is at the person's hours, pounds a year. */
export interface LimitedFacts {
  /** What somebody of their standing may expect. */
  readonly expectedPay: number | undefined;
  /** The middle of what is paid; undefined where none is published. */
  readonly medianPay: number | undefined;
  /** What the law asks for the person's hours. */
  readonly leastByLaw: number;
  readonly awayFromHome: boolean;
  /** Shifts, nights, evenings or weekends are usual in it. */
  readonly unsocialHours?: boolean | undefined;
  /** Of the person: the middle of their band, its beginning where it has no end; else what is usual in their work at their hours. */
  readonly payNow: number | undefined;
  readonly route: Route | undefined;
  /** Months of preparation before the first pay, from the quickest way to the longest; both 0 for a move that needs none. */
  readonly months: Route['months'];
  /** The months are an apprenticeship or training in post. */
  readonly paid?: boolean | undefined;
  /** O*NET job zones above the person's own. */
  readonly zonesUp: number;
  readonly clashes: readonly Clash[];
  /** What the way in costs at the least, where nothing pays for it, pounds; 0 for a move that people make as they are. */
  readonly ownCost?: number | undefined;
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

/** The limits that a path does not keep, each a sentence to the person; what is not known breaks none. */
export function brokenLimits(facts: LimitedFacts, constraints: Constraints): string[] {
  const { route, usualEmployers = '', clashes, awayFromHome, zonesUp, written } = facts;
  const { travel, avoid = [] } = constraints;
  const examined = route?.registers.some(
    ({ force, what }) => force === 'law' && /\bexam|registration\b/i.test(what),
  );
  return [
    ...(!written && zonesUp > MOST_ZONES_UP
      ? ['It asks for two or more steps of preparation beyond your work now.']
      : []),
    ...clashes.map(clashReason),
    ...(awayFromHome && (travel === 'local' || travel === 'remote')
      ? ['It takes people from home for days, and you asked to stay near.']
      : []),
    ...brokenTime(facts, constraints),
    ...brokenPay(facts, constraints),
    ...brokenBudget(facts, constraints),
    ...(avoid.includes('self-employment') && SELF_EMPLOYED.test(usualEmployers)
      ? ['Most who do it work for themselves, which you asked to avoid.']
      : []),
    ...(avoid.includes('shifts') && facts.unsocialHours
      ? ['Most who do it work shifts, evenings or weekends, which you asked to avoid.']
      : []),
    ...(avoid.includes('exams') && examined
      ? ['The law asks for an exam or a registration first, which you asked to avoid.']
      : []),
  ];
}

function brokenTime({ months, paid }: LimitedFacts, { monthsToTrain }: Constraints): string[] {
  const what = paid ? 'paid training' : 'preparation before the first pay';
  // What somebody named is their own time: the usual way has to fit in, not only the quickest.
  if (monthsToTrain !== undefined && usualMonths(months) > monthsToTrain)
    return [`It usually takes about ${usualMonths(months)} months of ${what}; you named ${monthsToTrain}.`];
  if (monthsToTrain !== undefined || months.from <= LONGEST_UNASKED) return [];
  return [
    `It takes ${months.from} months of preparation or more before the first pay; more than a first degree.`,
  ];
}

function brokenPay(
  { expectedPay, medianPay, payNow, leastByLaw }: LimitedFacts,
  { lowestPay, avoid = [] }: Constraints,
): string[] {
  if (expectedPay === undefined || medianPay === undefined) return [];
  return [
    ...(medianPay < leastByLaw
      ? [
          `The middle of its published pay, ${pounds(medianPay)} a year, is under the ${pounds(leastByLaw)} that the law asks for your hours.`,
        ]
      : []),
    ...(lowestPay !== undefined && expectedPay < lowestPay
      ? [
          `It pays people of your standing about ${pounds(expectedPay)} a year; you need ${pounds(lowestPay)}.`,
        ]
      : []),
    ...(avoid.includes('lower-pay') && payNow !== undefined && expectedPay < SAME_PAY * payNow
      ? [`It pays about ${pounds(expectedPay)} a year, less than you earn now, which you asked to avoid.`]
      : []),
  ];
}

function brokenBudget({ ownCost = 0 }: LimitedFacts, { budget }: Constraints): string[] {
  if (budget === undefined || ownCost <= budget) return [];
  const have = budget === 0 ? 'you have none for it' : `you named ${pounds(budget)}`;
  return [`The way in costs ${pounds(ownCost)} or more of your own money, and ${have}.`];
}

const pounds = (amount: number): string => `£${Math.round(amount).toLocaleString('en-GB')}`;
