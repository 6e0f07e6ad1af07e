import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { pence } from '@app/kernel';
import { Corrections, OrdersService } from '@app/orders';
import { RefundDecisions } from '@app/payments';
import { HELD_PLACES, type HeldKind, type HeldPlace } from '@app/personal-data';
import { Claims, Instructions, PathChoosing, ReviewService } from '@app/review';
import { signedEvent } from '@app/testing';
import { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';
import { whereMarkersStand } from '../support/your-data/marker-search.js';

/** What goes in, each kind in words of its own that stand nowhere by chance. */
const MARKERS: Readonly<Record<HeldKind | 'card' | 'stripe', string>> = {
  name: 'Zqxname Lovelace',
  email: 'zqxmail@example.com',
  'internet address': '127.0.0.1',
  answers: 'feature-engineering',
  message: 'zqxmessage',
  advice: 'zqxadvice',
  'staff note': 'zqxnote',
  card: 'zqxcard',
  stripe: 'zqxstripe',
};

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open({ LOG_LEVEL: 'debug' });
});
afterAll(() => fixture?.close());

/** A signed event as Stripe sends it, full of what it knows of a person. */
async function tellOfPerson(intent: string): Promise<void> {
  const card = { last4: MARKERS.stripe, fingerprint: MARKERS.stripe };
  const { body, signature } = signedEvent(
    'charge.refunded',
    {
      id: 'ch_marker',
      object: 'charge',
      payment_intent: intent,
      billing_details: { name: MARKERS.stripe, address: { line1: MARKERS.stripe } },
      payment_method_details: { card },
      receipt_email: `${MARKERS.stripe}@example.com`,
      metadata: { person: MARKERS.stripe },
    },
    'whsec_test',
  );
  const answer = await fetch(`${fixture.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body: new Uint8Array(body),
  });
  expect(answer.status).toBe(200);
}

/** Somebody who types a marker into everything there is, and about whom staff note one wherever they can. */
async function everythingTyped(): Promise<{ person: Person; page: string }> {
  const person = await fixture.finisher();
  // As if yesterday: answers that change on a later day leave their score in the diary.
  await fixture.query(`update assessments set completed_at = completed_at - interval '1 day'`);
  await person.open('/assessment/about-you-work');
  await person.submit({ years: '7' });
  await person.open('/assessment/check');
  await person.submit({}, { action: '/assessment/check' });
  await person.open('/assessment/result');
  await person.submit({ email: MARKERS.email }, { action: '/assessment/email' });
  await person.open('/assessment/advice');
  await person.submit({}, { action: '/assessment/advice' });
  const adviser = new Person();
  await adviser.open(/http\S+\/advice\/\S+/.exec(person.here.text)?.[0] ?? '');
  await adviser.submit({ comment: MARKERS.advice });
  await person.open('/order/new');
  const start = { start: 'start_now', consent_start: 'yes', consent_end: 'yes' };
  await person.submit({ name: MARKERS.name, email: MARKERS.email, ...start }, { action: '/order/new' });
  const card = { method: 'card', card_number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123' };
  await person.submit({ ...card, name: MARKERS.card }, { button: 'Pay' });
  await fixture.work();
  const page = person.here.url.pathname;
  const [order] = await fixture.query<{ id: string; intent: string }>(
    'select o.id, p.payment_intent_id as intent from orders o join payments p on p.order_id = o.id',
  );
  if (!order) throw new Error('nothing was ordered');
  await tellOfPerson(order.intent);
  const writer = new Person();
  await writer.open(`${fixture.url}/complaints/write`);
  await writer.submit({ message: MARKERS.message, email: MARKERS.email, name: MARKERS.name });
  await noteAbout(order.id);
  await review(order.id);
  await fixture.deliver(order.id, MARKERS['staff note']);
  await person.open(page);
  await person.follow('Ask for a correction');
  await person.submit({ about: 'me', words: MARKERS.message }, { action: '/correction' });
  await correct(order.id);
  const emails = (await fixture.emails()).map(({ text }) => text ?? '').join('\n');
  // The last link: the corrected version has taken the place of the first.
  await person.open(emails.match(/\S+\/download\/\S+/g)?.at(-1) ?? '');
  await person.submit({ file: 'pdf' });
  return { person, page };
}

let actor: { readonly kind: 'staff'; readonly staffId: string; readonly reason: string };
async function noteAbout(orderId: string): Promise<void> {
  const reason = MARKERS['staff note'];
  const [staff] = await fixture.query<{ id: string }>(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
     values (gen_random_uuid(), 'kim@example.org', 'Kim', '{manager}', 'none', 'none', now()) returning id`,
  );
  actor = { kind: 'staff', staffId: staff?.id ?? '', reason };
  const orders = fixture.app.get(OrdersService, { strict: false });
  const refunds = fixture.app.get(RefundDecisions, { strict: false });
  await refunds.decide(orderId, { amount: pence(100), reason }, actor);
  await orders.pause(orderId, { reason, message: reason }, actor);
  await fixture.work();
  await orders.resume(orderId, actor);
  await fixture.work();
}

/** A reviewer asks for a change, chooses other paths with a reason, goes back to those of the ranking, and releases the draft. */
async function review(orderId: string): Promise<void> {
  const note = `${MARKERS['staff note']}: it suits them better than the first.`;
  const get = <Part>(part: abstract new (...args: never[]) => Part): Part =>
    fixture.app.get<Part>(part, { strict: false });
  const [draft] = await fixture.query<{ id: string }>(
    `select id from reviews where order_id = '${orderId}' and state = 'queued'`,
  );
  const id = draft?.id ?? '';
  const reader = { staffId: actor.staffId, ipAddress: '192.0.2.1' };
  await get(Claims).claim(id, reader);
  await get(Instructions).add(id, { page: 9, words: note }, reader);
  const found = await get(ReviewService).byId(id);
  if (!found) throw new Error('nothing lies before a reviewer');
  const { now } = await get(PathChoosing).choices(found);
  const typed = { recommended: now.recommended, reason: note, inSpite: '' };
  for (const paths of [[...now.paths].reverse(), now.paths])
    await get(PathChoosing).choose(id, { ...typed, paths }, reader);
  await get(Claims).release(id, reader);
}

/** The correction that was asked for is taken up, and the corrected version delivered. */
async function correct(orderId: string): Promise<void> {
  const redraft = { name: MARKERS.name, answer: MARKERS['staff note'] };
  await fixture.app.get(Corrections, { strict: false }).redraft(orderId, redraft, actor);
  await fixture.work();
  fixture.clock.advance(60_000);
  await fixture.deliver(orderId, MARKERS['staff note']);
}

/** The list turned round: where each kind stands. */
const declared = (keep: (place: HeldPlace) => boolean): Record<string, string[]> =>
  Object.fromEntries(
    Object.keys(MARKERS).map((kind) => [
      kind,
      HELD_PLACES.filter((place) => keep(place) && (place.holds as readonly string[]).includes(kind))
        .map(({ where }) => where)
        .sort(),
    ]),
  );
const found = async (): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    Object.entries(await whereMarkersStand(fixture, MARKERS)).map(([kind, places]) => [kind, places.sort()]),
  );

describe('what we hold about a person', () => {
  it('stands where we say it stands, comes with the copy, and is gone once erased but for what we say stays', async () => {
    const { person, page } = await everythingTyped();
    expect(await found()).toEqual(declared(() => true));

    await person.open(`${page}/data`);
    const { content } = await fixture.file(person, `${page}/data/export`);
    for (const { where, holds, copy } of HELD_PLACES)
      for (const kind of typeof copy === 'string' ? holds : [])
        expect([where, JSON.stringify(content[copy as string])]).toEqual([
          where,
          expect.stringContaining(MARKERS[kind]),
        ]);

    await person.open(`${page}/data/erase`);
    await person.submit({ sure: 'yes' }, { action: '/data/erase' });
    await fixture.work();
    expect(await found()).toEqual(declared(({ erased }) => erased !== 'gone'));

    // The address of the server itself stands in the line that says where it listens.
    const log = fixture.logged
      .filter((line) => !line.includes('listening at'))
      .join('\n')
      .toLowerCase();
    expect(log).not.toBe('');
    for (const marker of Object.values(MARKERS)) expect(log).not.toContain(marker.toLowerCase());
  }, 180_000);

  it('is on the privacy page, place by place', () => {
    const page = parse(readFileSync('templates/site/about/privacy.liquid', 'utf8'));
    const rows = page.querySelectorAll('tr').map(({ text }) => text.replace(/\s+/g, ' ').trim());
    for (const { where, privacy } of HELD_PLACES)
      expect([where, rows.some((row) => row.startsWith(privacy))]).toEqual([where, true]);
  });
});
