import type { ParsedMail } from 'mailparser';
import { DataSource } from 'typeorm';
import { failedJobs } from '@app/jobs';
import { type Order, OrdersService, tellLate } from '@app/orders';
import { CheckoutService, LateRemedies } from '@app/payments';
import { StaffTasks } from '@app/tasks';
import { FakeClock } from '@app/testing';
import { SiteBeside } from '../support/schedules/site-beside.js';
import { sentFile } from '../support/sent-file.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';

const WATCH = 'order.watch-promises';
const STAFF = { kind: 'system' } as const;

let fixture: WorkerFixture;
let site: SiteBeside;
const clock = new FakeClock(new Date('2024-11-12T10:00:00Z'));
beforeAll(async () => {
  fixture = await WorkerFixture.open(clock);
  site = await SiteBeside.open(fixture);
});
afterAll(async () => {
  await site?.close();
  await fixture?.close();
});

const bought = async (email: string): Promise<Order> => {
  const { order, session } = await fixture.paidUnseen(email, 'start_now');
  await fixture.get(CheckoutService).confirm(session);
  await fixture.quiet();
  return order;
};
const known = async ({ id }: Order): Promise<Order | null> => await fixture.get(OrdersService).byId(id);
const page = (order: Order): Promise<string> =>
  site.words(new URL(fixture.get(OrdersService).statusUrl(order)).pathname);
const tasks = async ({ id }: Order): Promise<string[]> =>
  (await fixture.get(StaffTasks).open())
    .filter(({ orderId }) => orderId === id)
    .map(({ kind }) => kind)
    .sort();

/** What each customer was sent since the last look, in no certain order. */
async function sent(): Promise<Record<string, ParsedMail[]>> {
  await fixture.quiet();
  const emails = await fixture.mail.emails();
  fixture.mail.taken.length = 0;
  const byRecipient: Record<string, ParsedMail[]> = {};
  for (const email of emails) (byRecipient[recipientOf(email)] ??= []).push(email);
  return byRecipient;
}
/** Both bodies of an email, as words. */
const bodies = ({ html, text }: ParsedMail): string[] =>
  [String(html).replace(/<[^>]+>/g, ' '), text ?? ''].map((body) => body.replace(/\s+/g, ' '));

async function tickAt(time: string): Promise<void> {
  clock.set(time);
  await fixture.tick(WATCH);
}

describe('the promise of a paid order', () => {
  let [prompt, paused, refused]: Order[] = [];

  it('starts with the confirmation; an order whose confirmation is refused does not start, and is a task', async () => {
    await fixture.tick(WATCH);
    prompt = await bought('prompt@example.org');
    paused = await bought('paused@example.org');
    fixture.mail.mood = 'refuse_for_good';
    refused = await bought('refused@example.org');
    fixture.mail.mood = 'accept';
    const promiseAt = new Date('2024-11-14T18:00:00Z');
    expect(await known(prompt)).toMatchObject({ promiseAt, expectedAt: promiseAt });
    expect(await known(refused)).toMatchObject({ promiseAt: null, expectedAt: promiseAt });
    await tickAt('2024-11-12T10:20:00Z');
    expect(await tasks(refused)).toEqual(['delivery_bounced', 'work_not_started']);
    expect(await tasks(prompt)).toEqual([]);
    expect(await page(refused)).toContain('Our email did not reach you');
    expect(Object.keys(await sent()).sort()).toEqual(['paused@example.org', 'prompt@example.org']);
  });

  it('with four business hours left is at risk: its customer is told once, with the time and the remedy', async () => {
    clock.set('2024-11-14T10:00:00Z');
    if (!paused || !prompt) throw new Error('nothing was bought');
    const question = { reason: 'No title', message: 'What is your job called?' };
    await fixture.get(OrdersService).pause(paused.id, question, STAFF);
    await sent();
    await tickAt('2024-11-14T13:59:59Z');
    expect(await sent()).toEqual({});
    await tickAt('2024-11-14T14:00:00Z');
    await tickAt('2024-11-14T14:05:00Z');
    const told = await sent();
    expect(Object.keys(told)).toEqual(['prompt@example.org']);
    expect(told['prompt@example.org']).toHaveLength(1);
    for (const body of told['prompt@example.org']?.flatMap(bodies) ?? []) {
      expect(body).toMatch(/Ada Lovelace, we promised .* by 6 pm on Thursday 14 November 2024/);
      expect(body).toMatch(/sorry .* pay £24.50, half of what you paid, back to you/);
    }
    expect(await tasks(prompt)).toEqual(['promise_at_risk']);
    expect(await page(prompt)).toContain('You have it by 6 pm on Thursday 14 November 2024');
  });

  it('that is missed brings an apology, a new time and the money, once', async () => {
    if (!prompt) throw new Error('nothing was bought');
    await tickAt('2024-11-14T18:00:00Z');
    expect(await sent()).toEqual({});
    expect(await page(prompt)).toContain('This time is fixed');
    await tickAt('2024-11-14T18:00:01Z');
    await tickAt('2024-11-14T18:05:00Z');
    const told = await sent();
    expect(Object.keys(told)).toEqual(['prompt@example.org']);
    // Two jobs send them side by side.
    const [late, refund] = ['Your blueprint is late', '£24.50 is on its way back'].map((words) =>
      told['prompt@example.org']?.find(({ subject }) => subject?.startsWith(words)),
    );
    expect(told['prompt@example.org']).toEqual(expect.arrayContaining([late, refund]));
    expect(told['prompt@example.org']).toHaveLength(2);
    expect(late?.subject).toBe(`Your blueprint is late, and we are sorry (order ${prompt.reference})`);
    for (const body of late ? bodies(late) : []) {
      expect(body).toMatch(
        /by 6 pm on Thursday 14 November 2024 ?\. We have not kept that, and the mistake is ours/,
      );
      expect(body).toContain('The new time is 6 pm on Friday 15 November 2024.');
      expect(body).toMatch(/We are paying £24.50 back to you ?, half of what you paid/);
    }
    for (const body of refund ? bodies(refund) : [])
      expect(body).toContain('you will have your blueprint by 6 pm on Friday 15 November 2024');
    expect(await known(prompt)).toMatchObject({ state: 'paid', refundedPence: 2450 });
    expect(await tasks(prompt)).toEqual(['promise_at_risk', 'promise_late']);
    const words = await page(prompt);
    expect(words).toContain('Your blueprint is late, and we are sorry');
    expect(words).toContain('That time has passed. The new time: 6 pm on Friday 15 November 2024');
    expect(words).not.toMatch(/is fixed|You have it by/);
  });

  it('does not run while the order is paused; resuming moves it by exactly that time and says so', async () => {
    if (!paused) throw new Error('nothing was bought');
    clock.set('2024-11-15T10:00:00Z');
    await fixture.get(OrdersService).resume(paused.id, STAFF);
    const told = await sent();
    for (const body of told['paused@example.org']?.flatMap(bodies) ?? [])
      expect(body).toMatch(
        /by 6 pm on Friday 15 November 2024 ?\. At first we promised it by 6 pm on Thursday 14 November/,
      );
    expect(Object.keys(told)).toEqual(['paused@example.org']);
    await sentFile(fixture.database.source, paused?.id ?? '');
    await fixture.app
      .get(DataSource)
      .transaction((manager) =>
        fixture.get(OrdersService).markDelivered(manager, paused?.id ?? '', clock.now()),
      );
  });

  it('whose new time is missed too is told again, without a second payment, whatever runs twice', async () => {
    if (!prompt) throw new Error('nothing was bought');
    await tickAt('2024-11-15T18:00:01Z');
    await fixture.get(LateRemedies).pay({ orderId: prompt.id, amountPence: 2450 });
    const told = await sent();
    expect(Object.keys(told)).toEqual(['prompt@example.org']);
    expect(told['prompt@example.org']).toHaveLength(1);
    for (const body of told['prompt@example.org']?.flatMap(bodies) ?? []) {
      expect(body).toContain('and then by 6 pm on Friday 15 November 2024');
      expect(body).toContain('The new time is 6 pm on Monday 18 November 2024.');
      expect(body).not.toContain('£');
    }
    expect(await known(prompt)).toMatchObject({ refundedPence: 2450 });
    expect(await fixture.query('select remedy from refund_decisions')).toEqual([{ remedy: true }]);
    await expect(
      fixture.query(
        `insert into refund_decisions (id, order_id, amount_pence, reason, asked_at, needs_second, remedy)
         select gen_random_uuid(), id, 1, 'again', now(), false, true from orders where id = $1`,
        [prompt.id],
      ),
    ).rejects.toThrow(/refund_decisions_one_remedy/);
  });

  it('counts in the public record, also where work never started; cancelled after it was late, all of the money is back', async () => {
    const record = await site.words('/on-time');
    expect(record).toContain('1 of 3 blueprints arrived inside the time we promised');
    if (!prompt) throw new Error('nothing was bought');
    await fixture.get(OrdersService).cancel(prompt.id, 'too late');
    await sent();
    expect(await known(prompt)).toMatchObject({ state: 'cancelled', refundedPence: 4900 });
    expect(await tasks(prompt)).toEqual([]);
    expect(await site.words('/on-time')).toBe(record);
    const names = (await failedJobs(fixture.database.source.manager)).map(({ name }) => name);
    expect(names.filter((name) => name !== 'blueprint.draft' && name !== tellLate.name)).toEqual([]);
  });
});
