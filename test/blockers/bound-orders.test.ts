import { Person } from '../../apps/cli/src/journey/person.js';
import type { Visitor } from '../../apps/desk/src/visitor.builder.js';
import { SiteAndDesk, type OrderInReview } from '../support/blockers/site-and-desk.js';

let fixture: SiteAndDesk;
let reviewer: Visitor;
let support: Visitor;
beforeAll(async () => {
  fixture = await SiteAndDesk.open();
  reviewer = await fixture.desk.signedIn('reviewer');
  support = await fixture.desk.signedIn('support');
});
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.site.mail.mood = 'accept';
});

/** Somebody gives notice by the public form, signed in nowhere. */
async function giveNotice({ reference, email }: OrderInReview): Promise<void> {
  const person = new Person();
  await person.open(`${fixture.site.url}/cancellation/notice`);
  await person.submit({ order: reference, name: 'Ada Lovelace', email });
}
const endIt = async (order: OrderInReview, kind: string, reason: string): Promise<number> => {
  await support.open(`/orders/${order.orderId}`);
  return (await support.send(`/orders/${order.orderId}/blockers/end`, { kind, reason })).status;
};

describe('a notice of cancellation', () => {
  it('binds its order: shown in queue, review, order and to the customer; approval is refused with words and nothing is sent', async () => {
    const order = await fixture.inReview(reviewer);
    await giveNotice(order);
    await fixture.site.work();
    expect(await fixture.blockersOf(order.orderId)).toEqual(['cancellation_notice']);

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

    const refused = await fixture.approve(reviewer, order);
    expect([refused.status, refused.body.includes('the customer has given notice of cancellation')]).toEqual([
      409,
      true,
    ]);
    await fixture.site.work();
    expect(await fixture.blueprintEmails(order.orderId)).toEqual([]);
  });

  it('that comes after the approval, before the email is queued, stops it there; ended with a reason, it goes', async () => {
    const order = await fixture.inReview(reviewer);
    expect((await fixture.approve(reviewer, order)).status).toBe(303);
    await giveNotice(order);
    await fixture.site.work();
    expect(await fixture.blueprintEmails(order.orderId)).toEqual([]);
    expect(await endIt(order, 'cancellation_notice', ' ')).toBe(422);
    expect(await fixture.blockersOf(order.orderId)).toEqual(['cancellation_notice']);
    expect(await endIt(order, 'cancellation_notice', 'She took it back by email.')).toBe(303);
    await fixture.site.work();
    expect(await fixture.blueprintEmails(order.orderId)).toEqual(['accepted']);
    const [entry] = await fixture.site.query(
      `select action, reason from audit_log where subject_id = $1 and action = 'order.blocker_ended'`,
      [order.orderId],
    );
    expect(entry).toEqual({ action: 'order.blocker_ended', reason: 'She took it back by email.' });
    expect(
      await fixture.site.query('select end_act, ended_reason from order_blockers where order_id = $1', [
        order.orderId,
      ]),
    ).toEqual([{ end_act: 'order.blocker_ended', ended_reason: 'She took it back by email.' }]);
  });

  it('of an email that waits keeps it waiting, and goes with the cancellation', async () => {
    const order = await fixture.inReview(reviewer);
    await fixture.approve(reviewer, order);
    fixture.site.mail.mood = 'refuse_for_now';
    await fixture.site.work().catch(() => undefined);
    expect(await fixture.blueprintEmails(order.orderId)).toEqual(['queued']);
    fixture.site.mail.mood = 'accept';
    await giveNotice(order);
    await fixture.site.query(`update graphile_worker._private_jobs set run_at = now(), attempts = 0`);
    await fixture.site.work();
    expect(await fixture.blueprintEmails(order.orderId)).toEqual(['queued']);
    await order.person.open(`${order.page}/cancel`);
    await order.person.submit({ sure: 'yes' }, { action: `${order.page}/cancel` });
    expect(await fixture.blockersOf(order.orderId)).not.toContain('cancellation_notice');
    await fixture.site.work();
    expect(await fixture.blueprintEmails(order.orderId)).toEqual(['cancelled']);
  });
});

describe('a dispute', () => {
  it('told of by a signed webhook binds the order; won, it lets go by itself; lost, it holds', async () => {
    for (const [status, after] of [
      ['won', []],
      ['lost', ['dispute']],
    ] as const) {
      const order = await fixture.inReview(reviewer);
      const dispute = await fixture.site.control('disputes', {
        payment_intent: await fixture.paymentIntent(order.orderId),
        reason: 'fraudulent',
      });
      await fixture.workUntil('a dispute', async () => (await fixture.blockersOf(order.orderId)).length > 0);
      expect((await reviewer.open('/reviews')).body).toContain('disputed');
      const refused = await fixture.approve(reviewer, order);
      expect([refused.status, refused.body.includes('bank disputes the payment')]).toEqual([409, true]);
      await order.person.open(order.page);
      expect(order.person.here.text).toContain('Your bank has asked about this payment');
      await fixture.site.control(`disputes/${String(dispute['id'])}/close`, { status });
      await fixture.workUntil('its end', async () => {
        const closed = await fixture.site.query(
          `select 1 from order_events where order_id = $1 and name = 'dispute_closed'`,
          [order.orderId],
        );
        return closed.length > 0;
      });
      expect([status, await fixture.blockersOf(order.orderId)]).toEqual([status, after]);
      expect((await fixture.approve(reviewer, order)).status).toBe(status === 'won' ? 303 : 409);
    }
  });

  it('an early fraud warning binds it too', async () => {
    const order = await fixture.inReview(reviewer);
    const intent = await fixture.paymentIntent(order.orderId);
    const [charge] = await fixture.site.query<{ id: string }>(
      `select payload #>> '{data,object,id}' as id from stripe_events
       where type = 'charge.succeeded' and payload #>> '{data,object,payment_intent}' = $1`,
      [intent],
    );
    await fixture.site.control('early-fraud-warnings', { charge: charge?.id ?? '' });
    await fixture.workUntil('a warning', async () => (await fixture.blockersOf(order.orderId)).length > 0);
    expect(await fixture.blockersOf(order.orderId)).toEqual(['fraud_warning']);
    expect((await fixture.approve(reviewer, order)).status).toBe(409);
  });
});

describe('a hard bounce', () => {
  it('of the blueprint binds the order until the email is settled', async () => {
    const order = await fixture.inReview(reviewer);
    await fixture.approve(reviewer, order);
    fixture.site.mail.mood = 'refuse_for_good';
    await fixture.site.work();
    expect([await fixture.blueprintEmails(order.orderId), await fixture.blockersOf(order.orderId)]).toEqual([
      ['bounced'],
      ['bounce'],
    ]);
    await order.person.open(order.page);
    expect(order.person.here.text).toContain('would not take our email with it');
    fixture.site.mail.mood = 'accept';
    const [delivery] = await fixture.site.query<{ id: string }>(
      `select id from deliveries where order_id = $1 and state = 'bounced'`,
      [order.orderId],
    );
    await support.open('/deliveries');
    await support.send(`/deliveries/${delivery?.id}/settle`, { decision: 'send_again' });
    await fixture.site.work();
    expect([await fixture.blueprintEmails(order.orderId), await fixture.blockersOf(order.orderId)]).toEqual([
      ['accepted'],
      [],
    ]);
  });
});

describe('a hold', () => {
  it('by the reviewer binds the order until the review is resumed', async () => {
    const order = await fixture.inReview(reviewer);
    await reviewer.open(order.review);
    await reviewer.send(`${order.review}/hold`, { hold_reason: 'I asked about their shifts.' });
    expect(await fixture.blockersOf(order.orderId)).toEqual(['hold']);
    await reviewer.send(`${order.review}/resume`, {});
    expect(await fixture.blockersOf(order.orderId)).toEqual([]);
    expect((await fixture.approve(reviewer, order)).status).toBe(303);
  });
});
