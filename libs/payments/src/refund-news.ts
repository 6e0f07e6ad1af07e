import { pence } from '@app/kernel';
import type { RefundMovement, RefundNews } from '@app/orders';
import { GAVE_NOTHING } from './refund-machine.js';
import type { Refund } from './refund.entity.js';

type Known = Pick<Refund, 'id' | 'amountPence' | 'status' | 'way'>;

const counts = ({ status }: Known): boolean => !GAVE_NOTHING.includes(status);
const sum = (refunds: readonly Known[]): number => refunds.reduce((all, one) => all + one.amountPence, 0);

/** What is new between two looks at the refunds of a payment. Pure. */
export function refundNews(before: readonly Known[], after: readonly Known[]): Omit<RefundNews, 'at'> {
  const gaveBefore = new Set(before.filter(counts).map(({ id }) => id));
  const undone = after.filter((one) => gaveBefore.has(one.id) && !counts(one));
  const given = after.filter((one) => !gaveBefore.has(one.id) && counts(one));
  let total = sum(before.filter(counts));
  const told = (refunds: readonly Known[], sign: 1 | -1): RefundMovement[] =>
    refunds.map(({ id, amountPence, way }) => {
      total += sign * amountPence;
      return { refundId: id, amount: amountPence, total: pence(total), otherwise: way === 'other' };
    });
  return { undone: told(undone, -1), given: told(given, 1), total: pence(sum(after.filter(counts))) };
}
