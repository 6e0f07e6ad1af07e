import fc from 'fast-check';
import { pence } from '@app/kernel';
import { lateRemedy } from './late-remedy.js';

const remedy = (paid: number | null, refunded: number, percent = 50): number =>
  lateRemedy({ paidPence: paid === null ? null : pence(paid), refundedPence: pence(refunded) }, percent);

describe('what a late order is paid back', () => {
  it('is the share of what was paid, a halfpenny for the customer, and no more than is left', () => {
    expect([
      remedy(4900, 0),
      remedy(4901, 0),
      remedy(4900, 3000),
      remedy(4900, 4900),
      remedy(0, 0),
      remedy(null, 0),
    ]).toEqual([2450, 2451, 1900, 0, 0, 0]);
  });

  it('never exceeds what was paid', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 100 }),
        (paid, refunded, percent) => {
          const back = remedy(paid, Math.min(refunded, paid), percent);
          expect(back >= 0 && back + Math.min(refunded, paid) <= paid).toBe(true);
        },
      ),
    );
  });
});
