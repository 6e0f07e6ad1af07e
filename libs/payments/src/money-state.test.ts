import fc from 'fast-check';
import { pence, plusDays } from '@app/kernel';
import { type MoneyFacts, moneyState, type MoneyStage } from './money-state.js';
import { moneyWords } from './money-words.js';
import type { RefundState } from './refund-machine.js';

const now = new Date('2026-11-24T12:00:00Z');
const daysAgo = (days: number): Date => plusDays(now, -days);
const facts = (changes: Partial<MoneyFacts> = {}): MoneyFacts => ({
  paid: pence(4900),
  cancelled: false,
  refunds: [],
  requests: [],
  disputes: [],
  now,
  ...changes,
});
const refund = (amount: number, status: RefundState, days = 1): MoneyFacts['refunds'][number] => ({
  amountPence: pence(amount),
  status,
  way: 'stripe',
  createdAt: daysAgo(days),
  updatedAt: daysAgo(Math.max(0, days - 1)),
});
const dispute = (state: 'open' | 'won' | 'lost', amount = 4900): MoneyFacts['disputes'][number] => ({
  amountPence: pence(amount),
  state,
  openedAt: daysAgo(9),
  closedAt: state === 'open' ? null : daysAgo(1),
});
const asked = (amount: number, refusedAt: Date | null = null): MoneyFacts['requests'][number] => ({
  amountPence: pence(amount),
  refundId: null,
  refusedAt,
});

describe('where the money is', () => {
  it.each<[string, Partial<MoneyFacts>, MoneyStage, number]>([
    ['nothing was charged', { paid: pence(0), cancelled: true }, 'nothing', 0],
    ['paid', {}, 'paid', 4900],
    ['cancelled, Stripe not asked yet', { cancelled: true }, 'owed_back', 4900],
    [
      'cancelled, part is back already',
      { cancelled: true, refunds: [refund(900, 'succeeded')] },
      'owed_back',
      4000,
    ],
    ['a part decided, Stripe has not answered', { requests: [asked(900)] }, 'owed_back', 900],
    ['Stripe has it in hand', { cancelled: true, refunds: [refund(4900, 'pending')] }, 'asked', 4900],
    ['sent to the bank', { cancelled: true, refunds: [refund(4900, 'succeeded')] }, 'at_the_bank', 4900],
    [
      'the bank has had its time',
      { cancelled: true, refunds: [refund(4900, 'succeeded', 20)] },
      'arrived',
      4900,
    ],
    ['a part, sent', { refunds: [refund(900, 'succeeded')] }, 'at_the_bank', 900],
    ['it came back to us', { cancelled: true, refunds: [refund(4900, 'failed')] }, 'failed', 4900],
    ['called off: nothing moved', { refunds: [refund(900, 'canceled')] }, 'paid', 4900],
    [
      'failed, then made again',
      { refunds: [refund(900, 'failed', 3), refund(900, 'pending')] },
      'asked',
      900,
    ],
    ['the bank is asking', { disputes: [dispute('open')] }, 'questioned', 4900],
    ['the bank decided for us', { disputes: [dispute('won')] }, 'paid', 4900],
    ['the bank has taken it', { disputes: [dispute('lost')] }, 'taken', 4900],
    [
      'cancelled, and the bank has taken it: nothing is owed twice',
      { cancelled: true, disputes: [dispute('lost')] },
      'taken',
      4900,
    ],
  ])('%s', (_what, changes, stage, amount) => {
    expect(moneyState(facts(changes))).toMatchObject({
      stage,
      amount,
      part: amount < (changes.paid ?? 4900),
    });
  });

  it('a refund made before another failed does not stand in for it', () => {
    const both = [refund(900, 'failed', 3), refund(900, 'succeeded', 3)];
    expect(moneyState(facts({ refunds: both }))).toMatchObject({ stage: 'failed', amount: 900 });
  });

  it('what Stripe refuses for good waits for a person, until somebody has paid it back another way', () => {
    const refused = { cancelled: true, requests: [asked(4900, daysAgo(2))] };
    expect(moneyState(facts(refused))).toMatchObject({ stage: 'owed_back', byHand: true, awaited: false });
    const other = { ...refund(4900, 'succeeded'), way: 'other' as const };
    expect(moneyState(facts({ ...refused, refunds: [other] }))).toMatchObject({
      stage: 'arrived',
      amount: 4900,
    });
  });

  it('law: never more than was paid, never the same money twice, and always words', () => {
    const amount = fc.integer({ min: 1, max: 4900 });
    const status = fc.constantFrom<RefundState>(
      'pending',
      'requires_action',
      'succeeded',
      'failed',
      'canceled',
    );
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(amount, status, fc.integer({ min: 0, max: 40 })), { maxLength: 5 }),
        fc.array(fc.tuple(amount, fc.boolean()), { maxLength: 3 }),
        fc.array(fc.constantFrom<'open' | 'won' | 'lost'>('open', 'won', 'lost'), { maxLength: 2 }),
        (cancelled, refunds, requests, disputes) => {
          const given = refunds.map(([sum, state, days]) => refund(sum, state, days));
          const active = given
            .filter((one) => !['failed', 'canceled'].includes(one.status))
            .reduce((all, one) => all + one.amountPence, 0);
          fc.pre(active <= 4900);
          const state = moneyState(
            facts({
              cancelled,
              refunds: given,
              requests: requests.map(([sum, refused]) => asked(sum, refused ? daysAgo(1) : null)),
              disputes: disputes.map((one) => dispute(one, 1)),
            }),
          );
          if (['failed', 'owed_back'].includes(state.stage))
            expect(state.amount + active).toBeLessThanOrEqual(4900);
          expect(moneyWords(state).sentence).toMatch(/^\S.*\.$/);
          if (state.awaited) expect(['owed_back', 'asked']).toContain(state.stage);
        },
      ),
    );
  });
});
