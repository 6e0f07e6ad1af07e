import { DateTime } from 'luxon';
import { LONDON, promiseFor, unlessExhausted } from '@app/kernel';
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
  'state' | 'paidAt' | 'answersCompleteAt' | 'confirmationAcceptedAt' | 'waitEndsAt'
>;

/**
 * When the clock starts: the latest of paid, answers complete, confirmation accepted, and the end of the wait if chosen. It may lie
 * ahead. Null while one of them has not happened, or when nothing is owed.
 */
export function clockStartOf(order: ClockFacts): Date | null {
  const { paidAt, answersCompleteAt, confirmationAcceptedAt } = order;
  if (order.state !== 'paid' || !paidAt || !answersCompleteAt || !confirmationAcceptedAt) return null;
  return latest(paidAt, answersCompleteAt, confirmationAcceptedAt, order.waitEndsAt);
}

/**
 * By when an order that is paid now would be there if its confirmation were accepted at once; null past the calendar's end. An order that never
 * starts has no promise, and is late by this.
 */
export const expectedFor = (
  paidAt: Date,
  { answersCompleteAt, waitEndsAt: wait }: Pick<Order, 'answersCompleteAt' | 'waitEndsAt'>,
): Date | null => unlessExhausted(() => promiseFor(latest(paidAt, answersCompleteAt, wait)).promiseAt);

const latest = (first: Date, ...others: readonly (Date | null)[]): Date =>
  others.reduce<Date>((last, other) => (other && other > last ? other : last), first);
