import { DeliveryService, MessageReceipts, OrderLinks, SentAgain } from '@app/delivery';
import { ADVISORY_LOCKS } from '@app/database';
import { OrdersService } from '@app/orders';
import { PaymentJobs } from '@app/payments';
import { OrderErasure } from '@app/personal-data';
import { runJobs } from '@app/testing';
import type Stripe from 'stripe';
import { DataSource } from 'typeorm';
import { until } from '../../apps/cli/src/journey/until.js';
import { BlueprintDrafts } from '../../libs/blueprint/src/blueprint-drafts.js';
import { BlueprintRendering } from '../../libs/blueprint/src/blueprint-rendering.js';
import { DeliveryAttempts } from '../../libs/delivery/src/delivery-attempts.js';
import { DisputeOutcomes } from '../../libs/payments/src/dispute-outcomes.js';
import { TestSite } from '../support/your-data/test-site.js';
import { between, untilWaiting } from './between.js';

let site: TestSite;
beforeAll(async () => {
  site = await TestSite.open();
});
afterAll(() => site?.close());

const OLD = 'ada@example.com';
const NEW = 'ada.lovelace@example.com';
const get = <Part>(part: abstract new (...args: never[]) => Part): Part =>
  site.app.get<Part>(part, { strict: false });

/** An order whose owner has asked for the link to it, twice: two emails wait. */
async function withTwoEmails(): Promise<{ orderId: string; first: string; second: string }> {
  const { orderId } = await site.buyer(OLD);
  const [order] = await site.query<{ reference: string }>('select reference from orders where id = $1', [
    orderId,
  ]);
  for (const _ of [1, 2]) {
    site.clock.advance(1);
    await get(OrderLinks).send(OLD, order?.reference ?? '');
  }
  const [first, second] = await site.query<{ id: string }>(
    `select id from deliveries where order_id = $1 and state = 'queued' order by created_at`,
    [orderId],
  );
  return { orderId, first: first?.id ?? '', second: second?.id ?? '' };
}

/** The customer corrects their address, and stops where the first of two waiting emails is redirected. */
const whileAddressChanges = (
  { orderId, first }: { orderId: string; first: string },
  meanwhile: () => Promise<void>,
): Promise<void> =>
  between(
    site,
    (runner) => runner.query('select 1 from deliveries where id = $1 for update', [first]),
    () => get(SentAgain).changeAddress(orderId, NEW),
    meanwhile,
  );

describe('an address that changes', () => {
  it('is not written into an email that left for the old one meanwhile', async () => {
    const emails = await withTwoEmails();
    let wentTo = '';
    await whileAddressChanges(emails, async () => {
      const begun = await get(DeliveryAttempts).begin(emails.second);
      if (begun.kind === 'begun') wentTo = begun.delivery.recipient;
    });
    expect(wentTo).toBe(OLD);
    expect(
      await site.query('select id, recipient from deliveries where id = any($1) order by created_at', [
        [emails.first, emails.second],
      ]),
    ).toEqual([
      { id: emails.first, recipient: NEW },
      { id: emails.second, recipient: OLD },
    ]);
  }, 120_000);

  it('is the one that an email goes to which is queued meanwhile: the confirmation and the blueprint', async () => {
    const emails = await withTwoEmails();
    const { orderId } = emails;
    await site.query(
      `update deliveries set subject_key = subject_key || ':before' where order_id = $1 and kind = 'confirmation'`,
      [orderId],
    );
    await approved(orderId);
    const [file] = await site.query<{ id: string; sha256: string }>(
      `select blueprint_id as id, approved_sha256 as sha256 from reviews where order_id = $1`,
      [orderId],
    );
    let queued: Promise<unknown> = Promise.resolve();
    await whileAddressChanges(emails, async () => {
      const delivery = get(DeliveryService);
      queued = Promise.all([
        delivery.enqueueConfirmation(orderId),
        delivery.enqueueBlueprint(orderId, file?.id ?? '', file?.sha256 ?? ''),
      ]);
      await untilWaiting(site, 3);
    });
    await queued;
    expect(
      await site.query(
        `select kind, recipient from deliveries where order_id = $1 and subject_key in ($2, $3) order by kind`,
        [orderId, `confirmation:${orderId}`, `blueprint:${file?.id}`],
      ),
    ).toEqual([
      { kind: 'blueprint', recipient: NEW },
      { kind: 'confirmation', recipient: NEW },
    ]);
  }, 120_000);
});

describe('receipts of messages', () => {
  it('to one address are counted one after the other', async () => {
    const say = (reference: string) =>
      get(DataSource).transaction((manager) =>
        get(MessageReceipts).enqueueEmail(manager, {
          sort: 'complaint',
          reference,
          recipient: 'bob@example.com',
        }),
      );
    await say('M-1');
    await say('M-2');
    // Both stop at the count or at the insert; whoever goes on second must see what the first one did.
    await between(
      site,
      (runner) => runner.query('lock table deliveries in share mode'),
      () => Promise.all([say('M-3'), say('M-4')]),
      async () => void (await untilWaiting(site, 2)),
    );
    const [row] = await site.query<{ count: number }>(
      `select count(*)::int as count from deliveries where recipient = 'bob@example.com'`,
    );
    expect(row?.count).toBe(3);
  });
});

/** Somebody pays and never comes back, since the way back would ask Stripe at once: we know of it once the event is handled. */
async function paying(): Promise<{ orderId: string; intent: string }> {
  const person = await site.finisher();
  await person.open('/order/new');
  const start = { start: 'start_now', consent_start: 'yes', consent_end: 'yes' };
  await person.submit({ name: 'Ada Lovelace', email: OLD, ...start }, { action: '/order/new' });
  const card = { method: 'card', card_number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123' };
  const body = new URLSearchParams({ ...card, name: 'Ada Lovelace', email: OLD });
  const { status } = await fetch(person.here.url, { method: 'POST', body, redirect: 'manual' });
  expect(status).toBe(303);
  const [order] = await site.query<{ id: string; session: string }>(
    `select o.id, s.session_id as session from orders o join checkout_sessions s on s.order_id = o.id order by o.created_at desc limit 1`,
  );
  const answer = await fetch(`${site.sandbox.url}/v1/checkout/sessions/${order?.session}`, {
    headers: { authorization: 'Bearer sk_test_sandbox' },
  });
  const { payment_intent: intent } = (await answer.json()) as { payment_intent: string };
  return { orderId: order?.id ?? '', intent };
}

/** Handles what Stripe has told. */
const handlePayments = async (): Promise<string[]> =>
  await runJobs(site.database.source, get(PaymentJobs).boundJobs(), site.clock);

describe('a dispute that is told of while its payment becomes known', () => {
  it('binds the order all the same', async () => {
    const { orderId, intent } = await paying();
    await until('the event to arrive', async () =>
      (
        await site.query(
          `select 1 from stripe_events where type = 'checkout.session.completed' and handled_at is null`,
        )
      ).length > 0
        ? true
        : undefined,
    );
    const dispute = {
      ...{ id: 'dp_early', object: 'dispute', amount: 4900, reason: 'fraudulent', status: 'needs_response' },
      ...{
        payment_intent: intent,
        created: Math.floor(Date.now() / 1000),
        evidence_details: { due_by: null },
      },
    } as unknown as Stripe.Dispute;
    // Else there is no race, and nothing is tried here.
    expect((await get(OrdersService).byId(orderId))?.state).toBe('awaiting_payment');
    let paid: Promise<unknown> = Promise.resolve();
    await between(
      site,
      (runner) =>
        runner.query(
          `insert into disputes (id, payment_intent_id, amount_pence, state, reason, opened_at)
           values ('dp_early', 'pi_other', 1, 'open', 'general', now())`,
        ),
      () => get(DataSource).transaction((manager) => get(DisputeOutcomes).take(manager, dispute)),
      async () => {
        paid = handlePayments();
        await Promise.race([paid, untilWaiting(site, 2)]);
      },
    );
    await paid;
    expect(await site.query('select kind from order_blockers where order_id = $1', [orderId])).toEqual([
      { kind: 'dispute' },
    ]);
    expect(await site.query(`select order_id from disputes where id = 'dp_early'`)).toEqual([
      { order_id: orderId },
    ]);
  }, 120_000);
});

describe('what is erased', () => {
  it('is not made anew by a worker that is at it', async () => {
    const { orderId } = await paying();
    await until('the payment to be known', async () => {
      await handlePayments();
      return (await get(OrdersService).byId(orderId))?.state === 'paid' ? true : undefined;
    });
    await get(BlueprintDrafts).draft(orderId);
    const [draft] = await site.query<{ id: string }>('select id from blueprints where order_id = $1', [
      orderId,
    ]);
    await get(OrdersService).cancel(orderId, 'changed my mind');
    let rendered: Promise<void> = Promise.resolve();
    await between(
      site,
      // The erasure stops before its end, at its entry in the audit log.
      (runner) => runner.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.auditChain]),
      () => get(OrderErasure).erase(orderId, 'asked'),
      async () => {
        rendered = get(BlueprintRendering).render(draft?.id ?? '', false);
        await untilWaiting(site, 2);
      },
    );
    await rendered;
    expect(
      await site.query(
        'select erased_at is not null as erased, pdf, snapshot::text from blueprints where order_id = $1',
        [orderId],
      ),
    ).toEqual([{ erased: true, pdf: null, snapshot: '{}' }]);
  }, 120_000);
});

/** A reviewer approves what lies before them; nothing of it is queued yet. */
async function approved(orderId: string): Promise<void> {
  const [staff] = await site.query<{ id: string }>(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
     values (gen_random_uuid(), gen_random_uuid() || '@example.org', 'R', '{reviewer}', 'x', 'x', now()) returning id`,
  );
  await site.query(
    `update reviews set state = 'approved', decided_by = $2, note_by = $2, decided_at = $3, reason = 'Ada writes well',
       approved_sha256 = (select pdf_sha256 from blueprints where id = blueprint_id) where order_id = $1 and state = 'queued'`,
    [orderId, staff?.id, site.clock.now()],
  );
}
