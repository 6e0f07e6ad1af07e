import { pence } from '@app/kernel';
import type { RefundState } from './refund-machine.js';
import { refundNews } from './refund-news.js';

type Known = Parameters<typeof refundNews>[0][number];
const refund = (
  id: string,
  amount: number,
  status: RefundState = 'succeeded',
  way: Known['way'] = 'stripe',
): Known => ({
  id,
  amountPence: pence(amount),
  status,
  way,
});

describe('what is new between two looks at refunds', () => {
  it('is nothing where they stand as before', () => {
    const same = [refund('a', 900), refund('b', 400, 'failed')];
    expect(refundNews(same, same)).toEqual({ undone: [], given: [], total: 900 });
    expect(refundNews([], [])).toEqual({ undone: [], given: [], total: 0 });
  });

  it('is what was given since, each with what it adds up to by then', () => {
    const before = [refund('a', 900)];
    expect(
      refundNews(before, [...before, refund('b', 400, 'pending'), refund('c', 100, 'succeeded', 'other')]),
    ).toEqual({
      undone: [],
      given: [
        { refundId: 'b', amount: 400, total: 1300, otherwise: false },
        { refundId: 'c', amount: 100, total: 1400, otherwise: true },
      ],
      total: 1400,
    });
  });

  it.each<RefundState>(['failed', 'canceled'])('is first what came to nothing since: %s', (status) => {
    const before = [refund('a', 900), refund('b', 400, 'pending')];
    expect(refundNews(before, [refund('a', 900), refund('b', 400, status), refund('c', 300)])).toEqual({
      undone: [{ refundId: 'b', amount: 400, total: 900, otherwise: false }],
      given: [{ refundId: 'c', amount: 300, total: 1200, otherwise: false }],
      total: 1200,
    });
  });

  it('adds to what had arrived, not to what had come to nothing before', () => {
    const before = [refund('a', 900), refund('b', 400, 'failed')];
    expect(refundNews(before, [...before, refund('c', 300)])).toEqual({
      undone: [],
      given: [{ refundId: 'c', amount: 300, total: 1200, otherwise: false }],
      total: 1200,
    });
  });

  it('is no refund that never gave anything', () => {
    expect(refundNews([], [refund('a', 900, 'failed'), refund('b', 400, 'canceled')])).toEqual({
      undone: [],
      given: [],
      total: 0,
    });
  });

  it('goes on where one is under way and then paid out', () => {
    expect(refundNews([refund('a', 900, 'requires_action')], [refund('a', 900)])).toEqual({
      undone: [],
      given: [],
      total: 900,
    });
  });
});
