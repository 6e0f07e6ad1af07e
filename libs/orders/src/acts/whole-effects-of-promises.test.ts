import { aCorrection } from '../correction/correction.builder.js';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder } from '../order/order.builder.js';
import { deliverCorrection } from './deliver-correction.act.js';
import { missCorrection } from './miss-correction.act.js';
import { missPromise } from './miss-promise.act.js';
import { pause } from './pause.act.js';
import { redraftCorrection } from './redraft-correction.act.js';
import { resume } from './resume.act.js';
import { warnAtRisk } from './warn-at-risk.act.js';
import { warnCorrectionAtRisk } from './warn-correction-at-risk.act.js';
import { effectOf, jobOf } from './effect.builder.js';

const at = new Date('2026-11-26T18:05:00Z');
const promiseAt = new Date('2026-11-26T18:00:00Z');
const newTimeAt = new Date('2026-11-27T18:00:00Z');
const order = anOrder({ promiseAt });
const { id: orderId } = order;
const job = jobOf(order);
const open = aCorrection({ promiseAt });

/** Nothing more and nothing less: a fact, a task settled or a job too many would be kept, closed or sent. */
describe('the whole effect of', () => {
  it('a correction that is delivered', () => {
    const done = (inTime: boolean | null, when: Date): object => ({
      kind: 'done',
      correction: { id: open.id, change: { settledAt: when } },
      settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
      events: [{ name: 'correction_delivered', at: when, data: { inTime } }],
    });
    const input = { correctionId: open.id, at };
    expect(deliverCorrection.decide(order, input, open)).toEqual(done(false, at));
    expect(deliverCorrection.decide(order, { ...input, at: promiseAt }, open)).toEqual(done(true, promiseAt));
    expect(deliverCorrection.decide(order, input, { ...open, promiseAt: null })).toEqual(done(null, at));
  });

  it('a correction that is taken up', () => {
    const input = { name: ' Ada  King ', answer: ' Your name.  ', at };
    const done = {
      kind: 'done',
      correction: { id: open.id, change: { decision: 'redraft', decidedAt: at, answer: 'Your name.' } },
      settles: ['correction_asked'],
      events: [{ name: 'correction_taken_up', at }],
      jobs: [job('blueprint.draft', {}, `draft-correction:${open.id}`)],
    };
    expect(effectOf(redraftCorrection.decide(order, input, open))).toEqual({
      ...done,
      facts: { customerName: 'Ada King' },
    });
    expect(effectOf(redraftCorrection.decide(order, { ...input, name: order.customerName }, open))).toEqual(
      done,
    );
  });

  it('a correction that is near its time, and late', () => {
    const near = new Date('2026-11-26T14:00:00Z');
    const known = { open, blockers: [] };
    expect(effectOf(warnCorrectionAtRisk.decide(order, { at: near, until: promiseAt }, known))).toEqual({
      kind: 'done',
      correction: { id: open.id, change: { atRiskAt: near } },
      events: [{ name: 'correction_at_risk', at: near, data: { promiseAt } }],
      jobs: [
        job('order.tell-correction-at-risk', { correctionId: open.id }, `tell-correction-at-risk:${open.id}`),
      ],
      tasks: [
        {
          kind: 'correction_at_risk',
          subject: open.id,
          orderId,
          summary: `The correction for order ${order.reference} is promised by 6 pm on Thursday 26 November 2026 and has not gone out yet.`,
        },
      ],
    });
    const late = (next: Date | null): object =>
      effectOf(missCorrection.decide(order, { at, newTimeAt: next }, known));
    const told = {
      kind: 'done',
      correction: { id: open.id, change: { lateAt: at, newTimeAt } },
      events: [{ name: 'correction_late', at, data: { promiseAt, newTimeAt } }],
      jobs: [
        job(
          'order.tell-correction-late',
          {
            correctionId: open.id,
            missedTimeAt: promiseAt.toISOString(),
            newTimeAt: newTimeAt.toISOString(),
          },
          `tell-correction-late:${open.id}:${promiseAt.toISOString()}`,
        ),
      ],
      tasks: [
        {
          kind: 'correction_late',
          subject: open.id,
          orderId,
          summary: `The correction for order ${order.reference} was promised by 6 pm on Thursday 26 November 2026 and has not gone out.`,
        },
      ],
    };
    expect(late(newTimeAt)).toEqual(told);
    expect(late(null)).toMatchObject({
      correction: { change: { lateAt: at, newTimeAt: null } },
      jobs: [
        [expect.anything(), expect.not.objectContaining({ newTimeAt: expect.anything() }), expect.anything()],
      ],
    });
  });

  it('an order that is near its time, and late', () => {
    const near = new Date('2026-11-26T14:00:00Z');
    expect(effectOf(warnAtRisk.decide(order, { at: near, until: promiseAt }, []))).toEqual({
      kind: 'done',
      facts: { atRiskAt: near },
      events: [{ name: 'at_risk', at: near, data: { promiseAt } }],
      jobs: [job('order.tell-at-risk', {}, `tell-at-risk:${orderId}:${promiseAt.toISOString()}`)],
      tasks: [
        {
          kind: 'promise_at_risk',
          subject: orderId,
          orderId,
          summary: `Order ${order.reference} is promised by 6 pm on Thursday 26 November 2026 and not sent yet.`,
        },
      ],
    });
    const late = (next: Date | null, changes = {}): object =>
      effectOf(missPromise.decide({ ...order, ...changes }, { at, newTimeAt: next, percent: 50 }, []));
    const summary = `Order ${order.reference} is late: it was promised by 6 pm on Thursday 26 November 2026`;
    expect(late(newTimeAt)).toEqual({
      kind: 'done',
      facts: { lateAt: at, newTimeAt },
      events: [{ name: 'late', at, data: { promiseAt, newTimeAt, remedyPence: 2450 } }],
      jobs: [
        job(
          'order.tell-late',
          { remedyPence: 2450, newTimeAt: newTimeAt.toISOString() },
          `tell-late:${orderId}:first`,
        ),
        job('payment.pay-remedy', { amountPence: 2450 }, `pay-remedy:${orderId}`),
      ],
      tasks: [
        {
          kind: 'promise_late',
          subject: orderId,
          orderId,
          summary: `${summary}, and the customer was told 6 pm on Friday 27 November 2026 now.`,
        },
      ],
    });
    expect(late(null)).toMatchObject({
      facts: { newTimeAt: null },
      jobs: [
        ['order.tell-late', { orderId, remedyPence: 2450 }, {}],
        ['payment.pay-remedy', {}, {}],
      ],
      tasks: [{ summary: `${summary}.` }],
    });
    const missed = new Date('2026-11-26T18:04:00Z');
    expect(late(newTimeAt, { lateAt: promiseAt, newTimeAt: missed })).toMatchObject({
      facts: { lateAt: promiseAt, newTimeAt },
      jobs: [
        [
          'order.tell-late',
          { missedTimeAt: missed.toISOString() },
          { key: `tell-late:${orderId}:${missed.toISOString()}` },
        ],
      ],
    });
    // Told already, and no calendar reached to a new time; or delivered late and told so.
    expect(late(newTimeAt, { lateAt: promiseAt })).toEqual({ kind: 'already' });
    expect(late(newTimeAt, { lateAt: promiseAt, newTimeAt: missed, deliveredAt: at })).toEqual({
      kind: 'already',
    });
  });

  it('a pause and its end', () => {
    const paused = effectOf(pause.decide(order, { reason: ' No title ', message: ' Which job? ', at }, []));
    const { source } = (paused as { blockers: { raise: { source: string }[] } }).blockers.raise[0] ?? {
      source: '',
    };
    expect(paused).toEqual({
      kind: 'done',
      blockers: { raise: [{ kind: 'pause', reason: 'No title', source, at }] },
      events: [{ name: 'paused', at }],
      jobs: [job('order.tell-paused', { pauseId: source, message: 'Which job?' }, `tell-paused:${source}`)],
    });
    const openedAt = new Date('2026-11-25T10:00:00Z');
    const blockers = [{ kind: 'pause', source, openedAt } as OrderBlocker];
    const targetAt = new Date('2026-11-25T18:00:00Z');
    const resumedAt = new Date('2026-11-25T11:30:30Z');
    expect(effectOf(resume.decide({ ...order, targetAt }, { at: resumedAt }, blockers))).toEqual({
      kind: 'done',
      facts: {
        promiseAt: new Date('2026-11-27T10:30:30Z'),
        targetAt: new Date('2026-11-26T10:30:30Z'),
        originalPromiseAt: promiseAt,
        newTimeAt: null,
        atRiskAt: null,
      },
      settles: ['promise_at_risk'],
      blockers: { end: [{ kind: 'pause', reason: 'Resumed', at: resumedAt }] },
      events: [
        {
          name: 'resumed',
          at: resumedAt,
          data: { promiseAt: new Date('2026-11-27T10:30:30Z'), pausedBusinessMinutes: 90 },
        },
      ],
      jobs: [
        job('review.follow-promise', {}, `follow-promise:${orderId}`),
        job('order.tell-resumed', { pauseId: source }, `tell-resumed:${source}`),
      ],
    });
  });
});
