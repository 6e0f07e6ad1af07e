import { Person } from '../../apps/cli/src/journey/person.js';
import type { Visitor } from '../../apps/desk/src/visitor.builder.js';
import { BoundHouse, type OrderInReview } from '../support/blockers/bound-house.js';

let house: BoundHouse;
let reviewer: Visitor;
let support: Visitor;
beforeAll(async () => {
  house = await BoundHouse.open();
  reviewer = await house.desk.signedIn('reviewer');
  support = await house.desk.signedIn('support');
});
afterAll(() => house?.close());
beforeEach(() => {
  house.site.mail.mood = 'accept';
});

/** Somebody gives notice by the public form, signed in nowhere. */
async function giveNotice({ reference, email }: OrderInReview): Promise<void> {
  const person = new Person();
  await person.open(`${house.site.url}/cancellation/notice`);
  await person.submit({ order: reference, name: 'Ada Lovelace', email });
}
const endIt = async (order: OrderInReview, kind: string, reason: string): Promise<number> => {
  await support.open(`/orders/${order.orderId}`);
  return (await support.send(`/orders/${order.orderId}/blockers/end`, { kind, reason })).status;
};

describe('a notice of cancellation', () => {
  it('binds its order: shown in queue, review, order and to the customer; approval is refused with words and nothing is sent', async () => {
    const order = await house.inReview(reviewer);
    await giveNotice(order);
    await house.site.work();
    expect(await house.standing(order.orderId)).toEqual(['cancellation_notice']);

    expect((await reviewer.open(`/reviews?search=${order.reference}`)).body).toMatch(
      new RegExp(`wants to cancel[^]*href="/orders/${order.orderId}#blocked"`),
    );
    expect((await reviewer.open(order.review)).body).toContain(
      'The customer has given notice of cancellation',
    );
    expect((await support.open(`/orders/${order.orderId}`)).body).toMatch(
      /given notice of cancellation[^]*End it/,
    );
    await order.person.open(order.page);
    expect(order.person.here.text).toContain('We are on it; nothing will be sent meanwhile.');

    const refused = await house.approve(reviewer, order);
    expect([refused.status, refused.body.includes('the customer has given notice of cancellation')]).toEqual([
      409,
      true,
    ]);
    await house.site.work();
    expect(await house.blueprintEmails(order.orderId)).toEqual([]);
  });

  it('that comes after the approval, before the email is queued, stops it there; ended with a reason, it goes', async () => {
    const order = await house.inReview(reviewer);
    expect((await house.approve(reviewer, order)).status).toBe(303);
    await giveNotice(order);
    await house.site.work();
    expect(await house.blueprintEmails(order.orderId)).toEqual([]);
    expect(await endIt(order, 'cancellation_notice', ' ')).toBe(422);
    expect(await house.standing(order.orderId)).toEqual(['cancellation_notice']);
    expect(await endIt(order, 'cancellation_notice', 'She took it back by email.')).toBe(303);
    await house.site.work();
    expect(await house.blueprintEmails(order.orderId)).toEqual(['accepted']);
    const [entry] = await house.site.query(
      `select action, reason from audit_log where subject_id = $1 and action = 'order.blocker_ended'`,
      [order.orderId],
    );
    expect(entry).toEqual({ action: 'order.blocker_ended', reason: 'She took it back by email.' });
    expect(
      await house.site.query('select end_act, ended_reason from order_blockers where order_id = $1', [
        order.orderId,
      ]),
    ).toEqual([{ end_act: 'order.blocker_ended', ended_reason: 'She took it back by email.' }]);
  });

  it('of an email that waits keeps it waiting, and goes with the cancellation', async () => {
    const order = await house.inReview(reviewer);
    await house.approve(reviewer, order);
    house.site.mail.mood = 'refuse_for_now';
    await house.site.work().catch(() => undefined);
    expect(await house.blueprintEmails(order.orderId)).toEqual(['queued']);
    house.site.mail.mood = 'accept';
    await giveNotice(order);
    await house.site.query(`update graphile_worker._private_jobs set run_at = now(), attempts = 0`);
    await house.site.work();
    expect(await house.blueprintEmails(order.orderId)).toEqual(['queued']);
    await order.person.open(`${order.page}/cancel`);
    await order.person.submit({ sure: 'yes' }, { action: `${order.page}/cancel` });
    expect(await house.standing(order.orderId)).not.toContain('cancellation_notice');
    await house.site.work();
    expect(await house.blueprintEmails(order.orderId)).toEqual(['cancelled']);
  });
});

describe('a dispute', () => {
  it('told of by a signed webhook binds the order; won, it lets go by itself; lost, it holds', async () => {
    for (const [status, after] of [
      ['won', []],
      ['lost', ['dispute']],
    ] as const) {
      const order = await house.inReview(reviewer);
      const dispute = await house.site.control('disputes', {
        payment_intent: await house.paymentIntent(order.orderId),
        reason: 'fraudulent',
      });
      await house.workUntil('a dispute', async () => (await house.standing(order.orderId)).length > 0);
      expect((await reviewer.open('/reviews')).body).toContain('disputed');
      const refused = await house.approve(reviewer, order);
      expect([refused.status, refused.body.includes('bank disputes the payment')]).toEqual([409, true]);
      await order.person.open(order.page);
      expect(order.person.here.text).toContain('Your bank has asked about this payment');
      await house.site.control(`disputes/${String(dispute['id'])}/close`, { status });
      await house.workUntil('its end', async () => {
        const closed = await house.site.query(
          `select 1 from order_events where order_id = $1 and name = 'dispute_closed'`,
          [order.orderId],
        );
        return closed.length > 0;
      });
      expect([status, await house.standing(order.orderId)]).toEqual([status, after]);
      expect((await house.approve(reviewer, order)).status).toBe(status === 'won' ? 303 : 409);
    }
  });

  it('an early fraud warning binds it too', async () => {
    const order = await house.inReview(reviewer);
    const intent = await house.paymentIntent(order.orderId);
    const [charge] = await house.site.query<{ id: string }>(
      `select payload #>> '{data,object,id}' as id from stripe_events
       where type = 'charge.succeeded' and payload #>> '{data,object,payment_intent}' = $1`,
      [intent],
    );
    await house.site.control('early-fraud-warnings', { charge: charge?.id ?? '' });
    await house.workUntil('a warning', async () => (await house.standing(order.orderId)).length > 0);
    expect(await house.standing(order.orderId)).toEqual(['fraud_warning']);
    expect((await house.approve(reviewer, order)).status).toBe(409);
  });
});

describe('a hard bounce', () => {
  it('of the blueprint binds the order until the email is settled', async () => {
    const order = await house.inReview(reviewer);
    await house.approve(reviewer, order);
    house.site.mail.mood = 'refuse_for_good';
    await house.site.work();
    expect([await house.blueprintEmails(order.orderId), await house.standing(order.orderId)]).toEqual([
      ['bounced'],
      ['bounce'],
    ]);
    await order.person.open(order.page);
    expect(order.person.here.text).toContain('would not take our email with it');
    house.site.mail.mood = 'accept';
    const [delivery] = await house.site.query<{ id: string }>(
      `select id from deliveries where order_id = $1 and state = 'bounced'`,
      [order.orderId],
    );
    await support.open('/deliveries');
    await support.send(`/deliveries/${delivery?.id}/settle`, { decision: 'send_again' });
    await house.site.work();
    expect([await house.blueprintEmails(order.orderId), await house.standing(order.orderId)]).toEqual([
      ['accepted'],
      [],
    ]);
  });
});

describe('a hold', () => {
  it('by the reviewer binds the order until the review is resumed', async () => {
    const order = await house.inReview(reviewer);
    await reviewer.open(order.review);
    await reviewer.send(`${order.review}/hold`, { hold_reason: 'I asked about their shifts.' });
    expect(await house.standing(order.orderId)).toEqual(['hold']);
    await reviewer.send(`${order.review}/resume`, {});
    expect(await house.standing(order.orderId)).toEqual([]);
    expect((await house.approve(reviewer, order)).status).toBe(303);
  });
});
