import type { Direction } from '@app/occupations';
import type { PersonProfile } from './path-candidate.js';

/** What of a path may speak for leaving. */
export interface Going {
  readonly direction: Direction;
  readonly score: number;
  /** Whole per cent. */
  readonly matchPercent: number;
  /** Many more apply than are taken. */
  readonly manyApply: boolean;
  /** In the kind of place they work in. */
  readonly ownPlace?: boolean;
  /** Share more than now. */
  readonly payGain: number;
  /** At the person's hours, pounds a year. */
  readonly expectedPay: number | undefined;
}

/** Paid this much more, a move is worth its trouble; paid this much less, less exposure alone is not. */
const BETTER_PAID = 0.15;
const MUCH_LESS_PAID = -0.15;
/** Work of low exposure is kept unless another pays this much more. */
const MUCH_BETTER_PAID = 0.3;
/** Where less carries over than this, pay alone sends nobody there. */
const MOST_CARRIES_OVER = 50;
/** A score from here on is a reason to look for less, where a path lies this much lower. */
const EXPOSED_FROM = 60;
const CLEARLY_LOWER = 12;
/** The same of a path in the kind of place they know: less is given up for it. */
const LOWER_IN_OWN_PLACE = 5;
/** Below this a score is called low. */
const LOW_BELOW = 35;

const pounds = (amount: number): string => `£${Math.round(amount).toLocaleString('en-GB')}`;

/** The reason of the person's own to leave for a path, a sentence; undefined when there is none: then staying comes first. */
export function reasonToGo(
  { direction, score, matchPercent, manyApply, ownPlace = false, payGain, expectedPay }: Going,
  person: PersonProfile,
): string | undefined {
  const { betweenJobs } = person;
  const { lowestPay } = person.constraints;
  const most = person.ownPay ? (person.ownPay.to ?? Infinity) : person.medianPay;
  if (lowestPay !== undefined && most !== undefined && most < lowestPay && (expectedPay ?? 0) >= lowestPay)
    return `It can pay the ${pounds(lowestPay)} you need, and ${betweenJobs ? 'work like your last' : 'your work now'} does not.`;
  if (person.onShifts)
    return `It is usually done without the shifts, evenings or weekends that you asked to avoid, and ${betweenJobs ? 'work like your last' : 'your work now'} is not.`;
  if ((person.clashes ?? []).length > 0)
    return `It is without what you asked to avoid, and ${betweenJobs ? 'work like your last' : 'your work now'} is not.`;
  // Work of low exposure is no reason to flee it, and pay only speaks for leaving where the person's own is known.
  if (direction === 'less exposed' && person.score >= LOW_BELOW && payGain >= MUCH_LESS_PAID)
    return `It is clearly less exposed to AI than ${betweenJobs ? 'the week of your last job' : 'your week'}.`;
  const better = person.score < LOW_BELOW ? MUCH_BETTER_PAID : BETTER_PAID;
  const isOpen = matchPercent >= MOST_CARRIES_OVER && !manyApply;
  if (person.ownPay && payGain >= better && isOpen && direction !== 'more exposed') {
    // Where pay of their own trade is not published, nobody knows their standing in it.
    if (person.medianPay === undefined)
      return `The middle of its pay is clearly more than you ${betweenJobs ? 'earned' : 'earn'}.`;
    return betweenJobs
      ? 'It pays people of your standing more than you earned and than that work usually pays.'
      : 'It pays people of your standing more than you earn and than your work usually pays.';
  }
  const lower = ownPlace ? LOWER_IN_OWN_PLACE : CLEARLY_LOWER;
  if (person.score >= EXPOSED_FROM && person.score - score >= lower && payGain >= MUCH_LESS_PAID)
    return `${betweenJobs ? 'The week of your last job' : 'Your week'} is highly exposed, and this work likely less so, though the ranges overlap.`;
  return undefined;
}
