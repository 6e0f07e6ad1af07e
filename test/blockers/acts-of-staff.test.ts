import { tamper } from '@app/testing';
import type { Visitor } from '../../apps/desk/src/visitor.builder.js';
import { PromiseWatch } from '@app/orders';
import { SiteAndDesk, type OrderInReview } from '../support/blockers/site-and-desk.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';

let fixture: SiteAndDesk;
let reviewer: Visitor;
let support: Visitor;
let manager: Visitor;
beforeAll(async () => {
  fixture = await SiteAndDesk.open();
  reviewer = await fixture.desk.signedIn('reviewer');
  support = await fixture.desk.signedIn('support');
  manager = await fixture.desk.signedIn('manager');
});
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.site.mail.mood = 'accept';
  fixture.site.mail.taken.length = 0;
});

/** A form of the order's page, sent; answers what the page says afterwards. */
async function act(
  who: Visitor,
  { orderId }: OrderInReview,
  path: string,
  fields: Record<string, string> = {},
): Promise<{ status: number; done: string; body: string }> {
  await who.open(`/orders/${orderId}`);
  const { status, location, body } = await who.send(`/orders/${orderId}/${path}`, fields);
  return { status, done: location?.split('done=')[1] ?? '', body };
}
const audited = async (orderId: string): Promise<string[]> =>
  (
    await fixture.site.query<{ action: string }>(
      `select action from audit_log where subject_id = $1 and action <> 'order.viewed' order by id`,
      [orderId],
    )
  ).map(({ action }) => action);
const order = async (orderId: string): Promise<Record<string, unknown>> =>
  (await fixture.site.query('select * from orders where id = $1', [orderId]))[0] ?? {};
const subjects = async (): Promise<(string | undefined)[]> =>
  (await fixture.site.emails()).map(({ subject }) => subject);

describe('from the desk, audited', () => {
  it('an order is cancelled: its money goes back, and its task is done', async () => {
    const made = await fixture.inReview(reviewer);
    expect((await act(support, made, 'cancel')).status).toBe(422);
    expect(await act(support, made, 'cancel', { reason: 'She asked by phone.' })).toMatchObject({
      done: 'cancelled',
    });
    await fixture.site.work();
    expect(await order(made.orderId)).toMatchObject({ state: 'cancelled', refunded_pence: 4900 });
    expect(await audited(made.orderId)).toContain('order.cancelled');
  });

  it('a small refund is decided by one; above the limit another person confirms it, and never the same, by PostgreSQL too', async () => {
    const made = await fixture.inReview(reviewer);
    expect(await act(support, made, 'refund', { amount: '£10', reason: 'Late.' })).toMatchObject({
      done: 'decided',
    });
    await fixture.site.work();
    expect(await order(made.orderId)).toMatchObject({ refunded_pence: 1000 });
    expect(await act(support, made, 'refund', { amount: '15.01', reason: 'Late.' })).toMatchObject({
      done: 'asked',
    });
    await fixture.site.work();
    expect(await order(made.orderId)).toMatchObject({ refunded_pence: 1000 });
    const [decision] = await fixture.site.query<{ id: string; asked_by: string }>(
      'select id, asked_by from refund_decisions where order_id = $1 and needs_second',
      [made.orderId],
    );
    const path = `refunds/${decision?.id}`;
    expect((await act(support, made, path, { answer: 'confirm' })).status).toBe(403);
    await expect(
      fixture.site.query(
        'update refund_decisions set confirmed_by = asked_by, confirmed_at = now() where id = $1',
        [decision?.id],
      ),
    ).rejects.toThrow(/second_person/);
    await expect(
      fixture.site.query('update refund_decisions set paid_back_at = now() where id = $1', [decision?.id]),
    ).rejects.toThrow(/refund_decisions_confirmed/);
    expect((await manager.open('/tasks')).body).toContain('A second person must confirm it');
    expect(await act(manager, made, path, { answer: 'confirm' })).toMatchObject({ done: 'decided' });
    expect((await act(manager, made, path, { answer: 'confirm' })).status).toBe(409);
    await fixture.site.work();
    expect(await order(made.orderId)).toMatchObject({ refunded_pence: 2501 });
    expect((await act(support, made, 'refund', { amount: '24', reason: 'More.' })).status).toBe(422);
    // What was paid another way leaves no trace but our word: it counts once another person has confirmed it.
    const otherwise = { amount: '5', reason: 'By bank transfer.' };
    expect(await act(support, made, 'paid-otherwise', otherwise)).toMatchObject({ done: 'otherwise_asked' });
    const [waits] = await fixture.site.query<{ id: string }>(
      'select id from refund_decisions where order_id = $1 and otherwise',
      [made.orderId],
    );
    expect((await act(support, made, `refunds/${waits?.id}`, { answer: 'confirm' })).status).toBe(403);
    await fixture.site.work();
    expect(await order(made.orderId)).toMatchObject({ refunded_pence: 2501 });
    expect((await manager.open(`/orders/${made.orderId}`)).body).toContain(
      'says that £5 was paid back another way',
    );
    await act(manager, made, `refunds/${waits?.id}`, { answer: 'confirm' });
    await fixture.site.work();
    expect(await order(made.orderId)).toMatchObject({ refunded_pence: 3001 });
    expect(await audited(made.orderId)).toEqual([
      ...Array<string>(4).fill('order.refund_decided'),
      'order.paid_back_otherwise',
    ]);
  });

  it('a bounced blueprint: the address is put right and it goes there, in one act', async () => {
    const made = await fixture.inReview(reviewer);
    await fixture.approve(reviewer, made);
    fixture.site.mail.mood = 'refuse_for_good';
    await fixture.site.work();
    expect((await support.open('/tasks')).body).toMatch(/Delivery bounced[^]*Correct and re-send/);
    fixture.site.mail.mood = 'accept';
    const right = `right-${made.email}`;
    expect((await act(support, made, 'address', { email: 'no', kind: 'blueprint' })).status).toBe(422);
    expect(await act(support, made, 'address', { email: right, kind: 'blueprint' })).toMatchObject({
      done: 'corrected',
    });
    await fixture.site.work();
    expect(await fixture.blockersOf(made.orderId)).toEqual([]);
    expect(await fixture.blueprintEmails(made.orderId)).toEqual(['accepted']);
    expect(recipientOf(await fixture.site.mail.about('Blueprint is ready'))).toBe(right);
    expect(
      await fixture.site.query('select 1 from staff_tasks where order_id = $1 and closed_at is null', [
        made.orderId,
      ]),
    ).toEqual([]);
    expect(await audited(made.orderId)).toEqual(['order.address_corrected']);
  });

  it('a confirmation that the mail server refuses: the customer has it another way, and the clock starts', async () => {
    fixture.site.mail.mood = 'refuse_for_good';
    const { orderId } = await fixture.site.buyer('letter@example.com');
    fixture.site.mail.mood = 'accept';
    await tamper(
      fixture.site.database.source,
      `update orders set paid_at = paid_at - interval '1 hour' where id = $1`,
      [orderId],
    );
    await fixture.site.app.get(PromiseWatch, { strict: false }).tick();
    const tasks = (await support.open('/tasks')).body;
    expect(tasks).toMatch(/Work not started[^]*its confirmation has not reached the customer[^]*due/);
    expect(tasks).toContain(`/orders/${orderId}?act=confirm_otherwise#act-confirm_otherwise`);
    const made = { orderId } as OrderInReview;
    expect((await act(support, made, 'confirmed')).status).toBe(422);
    expect(await act(support, made, 'confirmed', { reason: 'By post, on 24 November.' })).toMatchObject({
      done: 'confirmed_otherwise',
    });
    expect(await order(orderId)).toMatchObject({ promise_at: expect.any(Date) });
    expect((await support.open('/tasks')).body).not.toContain('Work not started');
    expect(await audited(orderId)).toEqual(['order.confirmed_otherwise']);
  });

  it('any email is sent again', async () => {
    const made = await fixture.inReview(reviewer);
    fixture.site.mail.taken.length = 0;
    const [{ id } = { id: '' }] = await fixture.site.query<{ id: string }>(
      `select id from deliveries where order_id = $1 and kind = 'confirmation'`,
      [made.orderId],
    );
    expect(await act(support, made, `emails/${id}/again`)).toMatchObject({ done: 'again' });
    await fixture.site.work();
    expect(fixture.site.mail.taken).toHaveLength(1);
    expect(await audited(made.orderId)).toEqual(['order.email_sent_again']);
  });

  it('a pause asks the customer and binds the order; resuming moves the promise by the business time and keeps the first', async () => {
    const made = await fixture.inReview(reviewer);
    const { promise_at: first } = await order(made.orderId);
    expect(
      await act(support, made, 'pause', { reason: 'No title', message: 'What is your job called?' }),
    ).toMatchObject({ done: 'paused' });
    await fixture.site.work();
    expect(await subjects()).toContainEqual(expect.stringContaining('We need something from you'));
    expect(await fixture.blockersOf(made.orderId)).toEqual(['pause']);
    expect((await fixture.approve(reviewer, made)).status).toBe(409);
    await made.person.open(made.page);
    expect(made.person.here.text).toContain('Your order is paused');
    expect(await act(support, made, 'resume')).toMatchObject({ done: 'resumed_order' });
    await fixture.site.work();
    expect(await subjects()).toContainEqual(expect.stringContaining('We go on with your blueprint'));
    expect(await order(made.orderId)).toMatchObject({ original_promise_at: first });
    expect(await fixture.blockersOf(made.orderId)).toEqual([]);
    expect(await audited(made.orderId)).toEqual(['order.paused', 'order.resumed']);
  });

  it('an approved blueprint is called back before it is sent; approved again, it goes', async () => {
    const made = await fixture.inReview(reviewer);
    await fixture.approve(reviewer, made);
    fixture.site.mail.mood = 'refuse_for_now';
    await fixture.site.work().catch(() => undefined);
    expect(await act(support, made, 'recall', { reason: 'A name is wrong.' })).toMatchObject({
      done: 'recalled',
    });
    fixture.site.mail.mood = 'accept';
    await fixture.site.work();
    expect(await fixture.blueprintEmails(made.orderId)).toEqual(['cancelled']);
    await reviewer.open(made.review);
    await reviewer.send(`${made.review}/claim`, {});
    expect((await fixture.approve(reviewer, made)).status).toBe(303);
    await fixture.site.work();
    expect(await fixture.blueprintEmails(made.orderId)).toEqual(['cancelled', 'accepted']);
    expect((await act(support, made, 'recall', { reason: 'Too late.' })).status).toBe(409);
    expect(await audited(made.orderId)).toEqual(['order.recalled']);
  });
});

describe('a task', () => {
  it('is due, owned, and taken by one person', async () => {
    await fixture.site.query(`update staff_tasks set closed_at = now() where closed_at is null`);
    const made = await fixture.inReview(reviewer);
    await fixture.site.query(
      `insert into staff_tasks (id, kind, subject, order_id, summary, opened_at, due_at)
       values (gen_random_uuid(), 'cancellation_notice', 'CN-1', $1, 'CN-1', now(), now() + interval '1 minute')`,
      [made.orderId],
    );
    const page = await support.open('/tasks');
    expect(page.body).toMatch(
      new RegExp(`href="/orders/${made.orderId}\\?act=cancel#act-cancel">Cancel and refund`),
    );
    const take = /\/tasks\/[\w-]+\/take/.exec(page.body)?.[0] ?? '';
    await manager.open('/tasks');
    expect((await support.send(take, {})).location).toBe('/tasks?done=taken');
    expect((await manager.send(take, {})).status).toBe(409);
    expect((await manager.open('/tasks')).body).toMatch(/taken by Staff \d/);
    await act(support, made, 'cancel', { reason: 'As they asked.' });
    expect((await support.open('/tasks')).body).not.toContain('CN-1');
  });
});
