import { DateTime } from 'luxon';
import { LONDON } from '@app/kernel';
import type { Order } from './order.entity.js';

/** Regulation 30 of the Consumer Contracts Regulations 2013: 14 days after the day on which the contract is made. */
const CANCELLATION_DAYS = 14;

/**
 * The end of the cancellation period: midnight in London at the end of the 14th day after the day of the contract, which is the day of
 * payment. Paid on 24 November at any time: 9 December, 00:00. Counted in calendar days, so a change of clocks does not move it.
 */
export const waitEndsAt = (paidAt: Date): Date =>
  DateTime.fromJSDate(paidAt, { zone: LONDON })
    .startOf('day')
    .plus({ days: CANCELLATION_DAYS + 1 })
    .toJSDate();

type ClockFacts = Pick<
  Order,
  'state' | 'paidAt' | 'answersCompleteAt' | 'confirmationAcceptedAt' | 'startChoice'
>;

/**
 * When the clock starts: the latest of paid, answers complete, confirmation accepted, and the end of the wait if chosen. It may lie
 * ahead. Null while one of them has not happened, or when nothing is owed.
 */
export function clockStartOf(order: ClockFacts): Date | null {
  const { paidAt, answersCompleteAt, confirmationAcceptedAt } = order;
  if (order.state !== 'paid' || !paidAt || !answersCompleteAt || !confirmationAcceptedAt) return null;
  const moments = [paidAt, answersCompleteAt, confirmationAcceptedAt];
  if (order.startChoice === 'start_after_cancellation_period') moments.push(waitEndsAt(paidAt));
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}
