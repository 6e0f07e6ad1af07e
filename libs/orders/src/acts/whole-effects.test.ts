import { newId, pence } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import { cancel } from './cancel.act.js';
import { confirmAccepted } from './confirm-accepted.act.js';
import { confirmOtherwise } from './confirm-otherwise.act.js';
import { correctAddress } from './correct-address.act.js';
import { decideRefund } from './decide-refund.act.js';
import { deliver } from './deliver.act.js';
import { endBlocker } from './end-blocker.act.js';
import { pay } from './pay.act.js';
import { raiseBlocker } from './raise-blocker.act.js';
import { recordDispute } from './record-dispute.act.js';
import { sendAgain } from './send-again.act.js';
import { startClock } from './start-clock.act.js';
import { effectOf, jobOf } from './effect.builder.js';

const at = new Date('2026-11-26T18:05:00Z');
const promiseAt = new Date('2026-11-26T18:00:00Z');
const order = anOrder({ promiseAt });
const { id: orderId } = order;
const job = jobOf(order);

/** Nothing more and nothing less: a fact, a task settled or a job too many would be kept, closed or sent. */
describe('the whole effect of', () => {
  it('a cancellation', () => {
    expect(effectOf(cancel.decide(order, { reason: 'changed my mind', at }, undefined))).toEqual({
      kind: 'done',
      move: 'cancel',
      facts: { cancelledAt: at },
      blockers: { end: [{ kind: 'cancellation_notice', reason: 'The order was cancelled', at }] },
      settles: [
        'cancellation_notice',
        'promise_at_risk',
        'promise_late',
        'second_nobody',
        'work_not_started',
      ],
      events: [{ name: 'cancelled', at, data: { reason: 'changed my mind' } }],
      jobs: [
        job('order.settle-cancellation', {}, `settle-cancellation:${orderId}`),
        job('order.tell-cancelled', {}, `tell-cancelled:${orderId}`),
      ],
    });
  });

  it('a confirmation, by email and otherwise', () => {
    expect(confirmAccepted.decide(order, { at }, undefined)).toEqual({
      kind: 'done',
      facts: { confirmationAcceptedAt: at },
      settles: ['work_not_started'],
      events: [{ name: 'confirmation_accepted', at }],
    });
    expect(confirmOtherwise.decide(order, { how: 'by post', at }, undefined)).toEqual({
      kind: 'done',
      facts: { confirmationAcceptedAt: at },
      settles: ['work_not_started'],
      events: [{ name: 'confirmation_accepted', at, data: { otherwise: true } }],
    });
  });

  it('an address that is put right', () => {
    expect(correctAddress.decide(order, { email: ' ada@example.org ', at }, undefined)).toEqual({
      kind: 'done',
      facts: { customerEmail: 'ada@example.org' },
      blockers: { end: [{ kind: 'bounce', reason: 'The address was corrected', at }] },
      settles: ['delivery_bounced'],
      events: [{ name: 'address_corrected', at }],
    });
  });

  it('a refund that is asked for, decided, and declined', () => {
    const payBack = { job: { name: 'pay-back' }, payload: {}, options: {} } as never;
    const step = (name: 'asked' | 'decided' | 'declined'): object =>
      decideRefund.decide(
        order,
        { step: name, decisionId: 'd', amount: pence(100), underWay: pence(0), at, payBack },
        undefined,
      );
    const events = (name: string): object[] => [
      { name: 'refund_decided', at, data: { step: name, amountPence: 100 } },
    ];
    expect(step('decided')).toEqual({ kind: 'done', events: events('decided'), jobs: [payBack] });
    expect(step('declined')).toEqual({ kind: 'done', events: events('declined') });
    expect(step('asked')).toEqual({
      kind: 'done',
      events: events('asked'),
      tasks: [
        {
          kind: 'refund_to_confirm',
          subject: 'd',
          orderId,
          summary: `£1 is to be given back for order ${order.reference}. A second person must confirm it.`,
          data: { decisionId: 'd', amountPence: 100 },
        },
      ],
    });
  });

  it('a delivery in time, late, without a promise, and after a cancellation', () => {
    const done = (inTime: boolean | null, tasks: object[] = [], when = at): object => ({
      kind: 'done',
      facts: { deliveredAt: when },
      settles: ['promise_at_risk', 'promise_late', 'second_nobody'],
      events: [{ name: 'delivered', at: when, data: { inTime } }],
      tasks,
    });
    expect(deliver.decide(order, { at: promiseAt }, undefined)).toEqual(done(true, [], promiseAt));
    expect(deliver.decide(order, { at }, undefined)).toEqual(done(false));
    expect(deliver.decide({ ...order, promiseAt: null }, { at }, undefined)).toEqual(done(null));
    expect(deliver.decide({ ...order, state: 'cancelled' }, { at }, undefined)).toEqual(
      done(false, [
        {
          kind: 'delivered_after_cancellation',
          subject: orderId,
          orderId,
          summary: `Order ${order.reference} was cancelled while its blueprint was on its way. The money is given back; tell the customer they may keep it.`,
        },
      ]),
    );
  });

  it('a blocker that is raised and ended', () => {
    const notice = { kind: 'hold', reason: 'r', source: 's', at } as const;
    expect(raiseBlocker.decide(order, notice, undefined)).toEqual({
      kind: 'done',
      blockers: { raise: [notice] },
      events: [{ name: 'blocked', at, data: { kind: 'hold' } }],
    });
    expect(
      endBlocker.decide(order, { kind: 'hold', source: 's', reason: ' seen to ', at }, [
        { kind: 'hold', source: 's' } as OrderBlocker,
      ]),
    ).toEqual({
      kind: 'done',
      blockers: { end: [{ kind: 'hold', reason: 'seen to', at }] },
      events: [{ name: 'blocker_ended', at, data: { kind: 'hold' } }],
    });
  });

  it('a payment', () => {
    const unpaid = { ...order, state: 'awaiting_payment' as const, promiseAt: null };
    const input = { amount: pence(4900), at: PAID_AT };
    const known = { placeIsTaken: false, choice: null };
    const expectedAt = new Date('2026-11-26T18:00:00Z');
    expect(effectOf(pay.decide(unpaid, input, known))).toEqual({
      kind: 'done',
      move: 'pay',
      facts: { paidAt: PAID_AT, paidPence: 4900, expiredAt: null, waitEndsAt: null, expectedAt },
      events: [{ name: 'paid', at: PAID_AT, data: { amountPence: 4900 } }],
      jobs: [job('order.send-confirmation', {}, `confirm:${orderId}`)],
    });
    expect(effectOf(pay.decide({ ...unpaid, state: 'expired' }, input, known))).toMatchObject({
      events: [
        { name: 'revived', at: PAID_AT, data: { expiredAt: null } },
        { name: 'paid', at: PAID_AT },
      ],
    });
  });

  it('a dispute', () => {
    expect(recordDispute.decide(order, { disputeId: 'dp_1', at }, [])).toEqual({
      kind: 'done',
      facts: { disputedAt: at },
      blockers: { raise: [{ kind: 'dispute', reason: 'Dispute dp_1', source: 'dp_1', at }] },
      events: [{ name: 'disputed', at }],
    });
  });

  it('an email that is sent again', () => {
    const deliveryId = newId();
    expect(sendAgain.decide(order, { deliveryId, at }, undefined)).toEqual({
      kind: 'done',
      blockers: { end: [{ kind: 'bounce', reason: 'The email was sent again', at }] },
      settles: ['delivery_bounced', 'delivery_failed', 'delivery_unknown'],
      events: [{ name: 'email_sent_again', at, data: { deliveryId } }],
    });
  });

  it('a clock that starts, now and later', () => {
    const accepted = { ...order, promiseAt: null, confirmationAcceptedAt: PAID_AT, expectedAt: PAID_AT };
    const started = {
      kind: 'done',
      facts: {
        clockStartedAt: PAID_AT,
        targetAt: expect.any(Date),
        promiseAt: new Date('2026-11-26T18:00:00Z'),
        calendarVersion: expect.stringMatching(/./),
        policyVersion: expect.stringMatching(/./),
      },
      events: [
        {
          name: 'clock_started',
          at: PAID_AT,
          data: {
            businessDayZero: '2026-11-24',
            promiseAt: new Date('2026-11-26T18:00:00Z'),
            calendarVersion: expect.stringMatching(/./),
            policyVersion: expect.stringMatching(/./),
          },
        },
      ],
      settles: ['work_not_started'],
      jobs: [job('blueprint.draft', {}, `draft:${orderId}`)],
    };
    expect(effectOf(startClock.decide(accepted, { now: PAID_AT }, undefined))).toEqual(started);
    expect(
      effectOf(startClock.decide({ ...accepted, expectedAt: null }, { now: PAID_AT }, undefined)),
    ).toEqual({
      ...started,
      jobs: [
        job('blueprint.draft', {}, `draft:${orderId}`),
        job('order.tell-started', {}, `tell-started:${orderId}`),
      ],
    });
    const waitEndsAt = new Date('2026-12-09T00:00:00Z');
    expect(startClock.decide({ ...accepted, waitEndsAt }, { now: PAID_AT }, undefined)).toMatchObject({
      kind: 'later',
      job: { payload: { orderId }, options: { runAt: waitEndsAt, key: `start-clock:${orderId}` } },
    });
  });
});
