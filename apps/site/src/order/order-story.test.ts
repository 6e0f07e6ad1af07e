import { pence } from '@app/kernel';
import { Order } from '@app/orders';
import type { MoneyState } from '@app/payments';
import type { OrderFacts } from './order-facts.js';
import { orderStory, type OrderStory } from './order-story.js';

const now = new Date('2026-11-24T12:00:00Z');
const placed = {
  state: 'awaiting_payment',
  createdAt: now,
  expiresAt: new Date('2026-11-25T12:00:00Z'),
  pricePence: pence(4900),
  refundedPence: pence(0),
} as const;
const started = {
  state: 'paid',
  paidAt: now,
  paidPence: pence(4900),
  startChoice: 'start_now',
  confirmationAcceptedAt: now,
  clockStartedAt: now,
  promiseAt: new Date('2026-11-26T18:00:00Z'),
} as const;
const nothing = {
  paidAt: null,
  paidPence: null,
  expiredAt: null,
  confirmationAcceptedAt: null,
  clockStartedAt: null,
  promiseAt: null,
  newTimeAt: null,
  waitEndsAt: null,
  expectedAt: null,
  deliveredAt: null,
  erasedAt: null,
};

const money = (stage: MoneyState['stage'], changes: Partial<MoneyState> = {}): MoneyState => ({
  stage,
  amount: pence(stage === 'nothing' ? 0 : 4900),
  paid: pence(4900),
  part: false,
  byHand: false,
  awaited: false,
  since: now,
  ...changes,
});

const story = (order: Partial<Order>, rest: Partial<OrderFacts> = {}): OrderStory =>
  orderStory({
    order: Object.assign(new Order(), nothing, placed, order),
    payPage: 'open',
    progress: {},
    money: money(order.paidPence ? 'paid' : 'nothing'),
    blockers: [],
    now,
    confirming: false,
    ...rest,
  });

const current = ({ steps }: OrderStory): string | undefined =>
  steps.find(({ state }) => state === 'current')?.label;

describe('the story of an order', () => {
  it('does not call its time fixed while something holds it up', () => {
    expect(story(started, { blockers: ['dispute'] })).toMatchObject({
      headline: 'Your bank has asked about this payment',
      heldUp: true,
    });
    expect(story(started).heldUp).toBe(false);
  });

  it.each([
    ['open', 'Your order waits for your payment', true],
    ['failed', 'The payment did not go through', true],
    ['expired', 'The payment page has closed', true],
    ['pending', 'Your bank is confirming the payment', false],
  ] as const)('unpaid, with a pay page that is %s', (payPage, headline, canPay) => {
    expect(story({}, { payPage })).toMatchObject({ headline, canPay, steps: [] });
  });

  it('says that a payment is being confirmed only while it may be', () => {
    expect(story({}, { confirming: true })).toMatchObject({
      headline: 'Your payment is being confirmed',
      refresh: 4,
    });
    expect(story({}, { confirming: true, payPage: 'failed' }).headline).toBe(
      'The payment did not go through',
    );
    expect(story(started, { confirming: true, payPage: 'paid' }).headline).toBe(
      'Your blueprint is on its way',
    );
  });

  it('names the stored promise, and the step that is under way', () => {
    const told = story(started);
    expect(told.lede).toBe('You will have it by 6 pm on Thursday 26 November 2026.');
    expect(current(told)).toBe('Your blueprint is written');
    expect(current(story(started, { progress: { drafted: now, review: 'in_hand' } }))).toBe(
      'A person reads and approves it',
    );
    expect(current(story(started, { progress: { drafted: now, approved: now, sending: now } }))).toBe(
      'It is emailed to you',
    );
  });

  it('before the clock has started, promises no time', () => {
    const told = story({ ...started, confirmationAcceptedAt: null, clockStartedAt: null, promiseAt: null });
    expect(told.headline).toBe('Thank you. Your payment has arrived');
    expect(`${told.lede} ${told.next}`).not.toMatch(/November/);
  });

  it('for who chose to wait, says when work starts', () => {
    const told = story({
      ...started,
      startChoice: 'start_after_cancellation_period',
      waitEndsAt: new Date('2026-12-09T00:00:00Z'),
      expectedAt: new Date('2026-12-11T18:00:00Z'),
      clockStartedAt: null,
      promiseAt: null,
    });
    expect(told.next).toContain('You will have it by 6 pm on Friday 11 December 2026.');
    expect(told.headline).toBe('We start on Wednesday 9 December 2026');
    expect(current(told)).toBe('Work starts');
  });

  it('says so when it is late', () => {
    const after = new Date('2026-11-26T18:00:01Z');
    expect(story(started, { now: after })).toMatchObject({
      headline: 'Your blueprint is late, and we are sorry',
      lede: expect.stringContaining('email you the new time'),
      late: true,
    });
    const newTimeAt = new Date('2026-11-27T18:00:00Z');
    expect(story({ ...started, newTimeAt }, { now: after }).lede).toContain(
      'The new time is 6 pm on Friday 27 November 2026.',
    );
    expect(story({ ...started, newTimeAt }, { now: new Date(newTimeAt.getTime() + 1) }).lede).not.toContain(
      '27',
    );
    for (const rest of [{ now: started.promiseAt }, { now: after, order: 'delivered' }])
      expect(
        story('order' in rest ? { ...started, deliveredAt: now } : started, { now: rest.now }).late,
      ).toBe(false);
  });

  it('says so when the confirmation does not get through', () => {
    const waiting = {
      ...started,
      customerEmail: 'ada@exmaple.org',
      confirmationAcceptedAt: null,
      clockStartedAt: null,
      promiseAt: null,
    };
    const told = story(waiting, { now: new Date(now.getTime() + 15 * 60_000 + 1) });
    expect(told.headline).toBe('Our confirmation has not reached you yet');
    expect(told.lede).toContain('ada@exmaple.org');
    expect(told.refresh).toBeUndefined();
  });

  it('once delivered, can be downloaded and no longer cancelled', () => {
    expect(story({ ...started, deliveredAt: now })).toMatchObject({
      canDownload: true,
      canCancel: false,
      canPay: false,
    });
    expect(story(started)).toMatchObject({ canDownload: false, canCancel: true });
  });

  it('says so when the email with it was taken and came back later, until that is settled', () => {
    const cameBack = { ...started, deliveredAt: now, customerEmail: 'ada@exmaple.org' };
    const told = story(cameBack, { progress: { refused: true }, blockers: ['bounce'] });
    expect(told).toMatchObject({ headline: 'Your blueprint is ready to download', canDownload: true });
    expect(told.lede).toBe(
      'The mail server of ada@exmaple.org took our email with it, and gave it back later.',
    );
    const delivered = 'Your blueprint has been delivered';
    expect(story(cameBack, { progress: { refused: true } }).headline).toBe(delivered);
    expect(story(cameBack, { blockers: ['bounce'] }).headline).toBe(delivered);
  });

  it('once cancelled, says where the money is', () => {
    const cancelled = { ...started, state: 'cancelled' } as const;
    const told = (stage: MoneyState['stage'], changes: Partial<MoneyState> = {}): OrderStory =>
      story(cancelled, { money: money(stage, changes) });
    expect(told('owed_back', { awaited: true })).toMatchObject({
      lede: '£49 is being paid back to the card or account you paid with.',
      refresh: 10,
    });
    expect(told('at_the_bank').lede).toMatch(/^£49 has gone back to the card/);
    expect(story({ state: 'cancelled' }).lede).toBe('Nothing was charged.');
  });

  it('looks again only while something comes by itself: not once money failed, or a person must see to it', () => {
    const cancelled = { ...started, state: 'cancelled' } as const;
    for (const stage of ['failed', 'questioned', 'taken', 'at_the_bank', 'arrived'] as const)
      expect(story(cancelled, { money: money(stage) }).refresh).toBeUndefined();
    expect(story(cancelled, { money: money('owed_back', { byHand: true }) }).lede).toMatch(
      /a person is looking into it/,
    );
  });

  it('says in words how a dispute ended that was lost, before and after delivery', () => {
    expect(story(started, { money: money('taken'), blockers: ['dispute'] })).toMatchObject({
      headline: 'Your bank has taken the money back',
      lede: expect.stringContaining('has taken £49 back for you'),
    });
    expect(story({ ...started, deliveredAt: now }, { money: money('taken') }).money).toMatch(
      /has taken £49 back/,
    );
  });
});
