import { pence, plusDays } from '@app/kernel';
import { type MoneyFacts, moneyState } from './money-state.js';

const now = new Date('2026-11-24T12:00:00Z');
const daysAgo = (days: number): Date => plusDays(now, -days);
type Refund = MoneyFacts['refunds'][number];
const refund = (
  amount: number,
  status: Refund['status'],
  days: number,
  way: Refund['way'] = 'stripe',
): Refund => ({
  amountPence: pence(amount),
  status,
  way,
  createdAt: daysAgo(days),
  updatedAt: daysAgo(days),
});
const dispute = (
  state: 'open' | 'lost',
  openedAt: Date,
  closedAt: Date | null,
): MoneyFacts['disputes'][number] => ({
  amountPence: pence(100),
  state,
  openedAt,
  closedAt,
});
const asked = (
  amount: number,
  refusedAt: Date | null,
  refundId: string | null = null,
): MoneyFacts['requests'][number] => ({
  amountPence: pence(amount),
  refundId,
  refusedAt,
});
const state = (changes: Partial<MoneyFacts>): object =>
  moneyState({
    paid: pence(4900),
    cancelled: false,
    refunds: [],
    requests: [],
    disputes: [],
    now,
    ...changes,
  });

describe('since when, by whom, and whether it changes by itself', () => {
  it('is the latest of several, and told only of what is under way', () => {
    expect(
      state({ refunds: [refund(100, 'pending', 3), refund(100, 'pending', 1), refund(100, 'pending', 2)] }),
    ).toMatchObject({ stage: 'asked', since: daysAgo(1), awaited: true, byHand: false });
    expect(state({ refunds: [refund(100, 'succeeded', 1), refund(100, 'succeeded', 30)] })).toMatchObject({
      stage: 'at_the_bank',
      since: daysAgo(1),
      awaited: false,
      byHand: false,
    });
    const disputes = [dispute('open', daysAgo(9), null), dispute('open', daysAgo(4), null)];
    expect(state({ disputes })).toMatchObject({ stage: 'questioned', since: daysAgo(4), awaited: false });
    expect(
      state({ disputes: [dispute('lost', daysAgo(9), daysAgo(2)), dispute('lost', daysAgo(8), null)] }),
    ).toMatchObject({
      stage: 'taken',
      since: daysAgo(2),
    });
    expect(state({ disputes: [dispute('lost', daysAgo(9), null)] })).toMatchObject({ since: null });
  });

  it('is a person’s to see to where it failed or was refused, and nobody’s where Stripe has yet to be asked', () => {
    expect(state({ refunds: [refund(900, 'failed', 1)] })).toMatchObject({ stage: 'failed', byHand: true });
    expect(state({ cancelled: true })).toMatchObject({ stage: 'owed_back', byHand: false, awaited: true });
    expect(state({ requests: [asked(900, null)] })).toMatchObject({
      amount: 900,
      byHand: false,
      awaited: true,
    });
    expect(state({ requests: [asked(900, daysAgo(2))] })).toMatchObject({
      amount: 900,
      byHand: true,
      awaited: false,
    });
  });
});

describe('what is owed back', () => {
  it('is still owed when the refund that was to make up for it is called off', () => {
    expect(state({ refunds: [refund(900, 'failed', 5), refund(900, 'canceled', 1)] })).toMatchObject({
      stage: 'failed',
      amount: 900,
    });
  });

  it('is what was refused and what Stripe has yet to answer, together', () => {
    const requests = [asked(900, daysAgo(2)), asked(100, null)];
    for (const each of [requests, [...requests].reverse()])
      expect(state({ requests: each })).toMatchObject({ stage: 'owed_back', amount: 1000, byHand: true });
  });

  it('counts no request that Stripe has answered', () => {
    expect(state({ requests: [asked(900, null, 're_1')] })).toMatchObject({ stage: 'paid' });
    expect(state({ requests: [asked(900, null, 're_1'), asked(100, null)] })).toMatchObject({ amount: 100 });
  });

  it('is what was refused, less what was given back since the first refusal', () => {
    const requests = [asked(900, daysAgo(5)), asked(500, daysAgo(3))];
    expect(state({ requests })).toMatchObject({ stage: 'owed_back', amount: 1400 });
    expect(state({ requests, refunds: [refund(400, 'succeeded', 4)] })).toMatchObject({ amount: 1000 });
    expect(state({ requests, refunds: [refund(400, 'succeeded', 5)] })).toMatchObject({ amount: 1000 });
    expect(state({ requests, refunds: [refund(400, 'succeeded', 6)] })).toMatchObject({ amount: 1400 });
    expect(state({ requests, refunds: [refund(400, 'canceled', 4)] })).toMatchObject({ amount: 1400 });
    expect(
      state({ requests: [...requests].reverse(), refunds: [refund(400, 'succeeded', 4)] }),
    ).toMatchObject({ amount: 1000 });
  });
});
