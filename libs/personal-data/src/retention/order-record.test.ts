import { orderKeptUntil, plusDays } from '@app/kernel';
import { orderRecordEnds } from './order-record.js';

const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
const order = {
  paidAt: null,
  refundedAt: null,
  disputedAt: null,
  expiredAt: null,
  cancelledAt: null,
  expiresAt: at('2026-01-01'),
};

describe('until when the record of an order is kept', () => {
  it('six years after the financial year in which money moved last', () => {
    expect(orderRecordEnds({ ...order, paidAt: at('2026-02-01') })).toEqual(orderKeptUntil(at('2026-02-01')));
    const moved = { ...order, paidAt: at('2026-02-01'), cancelledAt: at('2026-02-02') };
    for (const later of ['refundedAt', 'disputedAt'] as const)
      expect(orderRecordEnds({ ...moved, [later]: at('2026-05-01') })).toEqual(
        orderKeptUntil(at('2026-05-01')),
      );
  });

  it('90 days after it ended, or should have, if none did', () => {
    const [cancelledAt, expiredAt] = [at('2026-03-01'), at('2026-02-01')];
    expect(orderRecordEnds({ ...order, expiredAt, cancelledAt })).toEqual(plusDays(cancelledAt, 90));
    expect(orderRecordEnds({ ...order, cancelledAt })).toEqual(plusDays(cancelledAt, 90));
    expect(orderRecordEnds({ ...order, expiredAt })).toEqual(plusDays(expiredAt, 90));
    expect(orderRecordEnds(order)).toEqual(plusDays(order.expiresAt, 90));
  });
});
