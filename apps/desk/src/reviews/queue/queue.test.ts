import { DataSource } from 'typeorm';
import { BlueprintJobs } from '@app/blueprint';
import { ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { paidOrder } from '../../paid-order.builder.js';
import { ReviewScene } from '../../../../../libs/review/src/review-scene.builder.js';
import { type TestDesk, startDesk } from '../../test-desk.builder.js';
import type { Visitor } from '../../visitor.builder.js';

interface Waiting {
  readonly id: string;
  readonly orderId: string;
  readonly reference: string;
  readonly path: string;
}

let fixture: TestDesk;
let scene: ReviewScene;
/** A draft that can be opened; the others are only listed. */
let draft: Waiting;
beforeAll(async () => {
  fixture = await startDesk();
  scene = new ReviewScene(fixture.app.get(DataSource), fixture.clock);
  const order = await paidOrder(fixture, 'Ada Lovelace');
  const jobs = [...fixture.app.get(BlueprintJobs).boundJobs(), ...fixture.app.get(ReviewJobs).boundJobs()];
  await runJobs(fixture.database.source, jobs);
  draft = await waitingOf(order);
}, 240_000);
afterAll(() => fixture.stop());

async function waitingOf(order: Pick<Waiting, 'orderId' | 'reference'>): Promise<Waiting> {
  const [row] = await fixture.database.source.query<{ id: string }[]>(
    'select id from reviews where order_id = $1',
    [order.orderId],
  );
  return { ...order, id: row?.id ?? '', path: `/reviews/${row?.id}` };
}
/** A review that waits, and its address. */
async function waits(name: string): Promise<Waiting> {
  const { reviewId: id, orderId, reference } = await scene.review({ name });
  return { id, orderId, reference, path: `/reviews/${id}` };
}
const count = (body: string, name: string): string =>
  new RegExp(`data-count="${name}">(\\d+)<`).exec(body)?.[1] ?? 'not there';
const rowOf = (body: string, reference: string): string =>
  body.split('<tr>').find((row) => row.includes(`>${reference}</a>`)) ?? 'not in the list';
/** The colleague in the list of those to whom a review may be given. */
const option = (body: string, name: string): string =>
  new RegExp(`<option value="([^"]+)">${name}</option>`).exec(body)?.[1] ?? 'not there';
const nameOf = async (visitor: Visitor): Promise<string> =>
  /<a href="\/account"[^>]*>([^<]+)</.exec((await visitor.open('/account')).body)?.[1] ?? '';

describe('a view of the queue', () => {
  it('narrows by several filters, is kept under a name, opens the queue, is renamed and deleted', async () => {
    const visitor = await fixture.signedIn('auditor');
    const narrowed = await visitor.open('/reviews?show=unclaimed&show=at_risk');
    expect(narrowed.body).toContain('Keep “Unclaimed, At risk” as');
    const kept = await visitor.send('/reviews/views', {
      name: ' Urgent & free ',
      show: ['at_risk', 'unclaimed'],
    });
    const address = /^\/reviews\?view=[0-9a-f-]{36}/.exec(kept.location ?? '')?.[0] ?? 'not kept';
    const id = address.slice(-36);
    expect((await visitor.open(address)).body).toMatch(/aria-current="page">Urgent &amp; free <b/);
    expect((await visitor.open('/reviews')).body).toMatch(/show=open" aria-current="page"/);

    await visitor.send(`/reviews/views/${id}/start`, { start: 'yes' });
    expect((await visitor.open('/reviews')).body).toMatch(/aria-current="page">Urgent &amp; free <b/);
    expect((await visitor.open('/reviews?show=open')).body).toMatch(/show=open" aria-current="page"/);
    await visitor.send(`/reviews/views/${id}/rename`, { name: 'Now' });
    expect((await visitor.open('/reviews')).body).toMatch(/aria-current="page">Now <b/);
    await visitor.send(`/reviews/views/${id}/start`, { start: 'no' });
    expect((await visitor.open('/reviews')).body).toMatch(/show=open" aria-current="page"/);
    await visitor.send(`/reviews/views/${id}/delete`, {});
    const gone = await visitor.open(address);
    expect([gone.status, gone.body.includes('Your views')]).toEqual([200, false]);
  });

  it('is its owner’s alone', async () => {
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    await Promise.all([ana.open('/reviews'), bob.open('/reviews')]);
    const { location } = await ana.send('/reviews/views', { name: 'Anas own', show: 'held' });
    const id = /view=([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
    expect((await bob.open(`/reviews?view=${id}`)).body).not.toContain('Anas own');
    for (const [act, fields] of [
      ['rename', { name: 'Bobs' }],
      ['start', { start: 'yes' }],
      ['delete', {}],
    ] as const)
      expect([act, (await bob.send(`/reviews/views/${id}/${act}`, fields)).status]).toEqual([act, 404]);
    expect((await ana.open('/reviews')).body).toContain('Anas own');
  });

  it('has a name and filters that there are; twelve are kept, and no two under one name', async () => {
    const visitor = await fixture.signedIn('reviewer');
    await visitor.open('/reviews');
    expect((await visitor.send('/reviews/views', { name: '', show: 'held' })).status).toBe(422);
    expect((await visitor.send('/reviews/views', { name: 'x', show: 'evil' })).status).toBe(422);
    expect((await visitor.send('/reviews/views', { name: 'x'.repeat(41), show: 'held' })).status).toBe(422);
    for (let n = 1; n <= 12; n += 1)
      await visitor.send('/reviews/views', { name: `View ${n}`, show: 'held' });
    const full = await visitor.send('/reviews/views', { name: 'View 13', show: 'held' });
    expect([full.status, full.body.includes('You have 12 views.')]).toEqual([422, true]);
    const again = await visitor.send('/reviews/views', { name: 'view 1', show: 'second' });
    const id = /view=([0-9a-f-]{36})/.exec(again.location ?? '')?.[1] ?? '';
    const taken = await visitor.send(`/reviews/views/${id}/rename`, { name: 'VIEW 2' });
    expect([taken.status, taken.body.includes('Another view of yours has this name.')]).toEqual([422, true]);
    expect((await visitor.open('/reviews')).body.match(/\?view=/g)).toHaveLength(12);
  });
});

describe('a review given by hand', () => {
  it('is found by the colleague among theirs, is claimed by nobody else, and is taken back', async () => {
    const [lead, bob, ana] = [
      await fixture.signedIn('admin'),
      await fixture.signedIn('reviewer'),
      await fixture.signedIn('reviewer'),
    ];
    const [one, two] = [draft, await waits('Grace Hopper')];
    const name = await nameOf(bob);
    const to = option((await lead.open('/reviews')).body, name);
    const form = { review: [one.id, two.id], to, at: 'show=unclaimed' };
    expect((await lead.send('/reviews/give', form)).location).toBe('/reviews?show=unclaimed&done=given');
    const mine = (await bob.open('/reviews?show=mine')).body;
    expect(rowOf(mine, one.reference)).toContain('given to you');
    expect(count(mine, 'mine')).toBe('2');

    const page = await ana.open(one.path);
    expect(page.body).toContain(`given to ${name}`);
    const refused = await ana.send(`${one.path}/claim`, {});
    expect([refused.status, refused.body.includes(`This review was given to ${name}`)]).toEqual([409, true]);
    expect(rowOf((await ana.open('/reviews')).body, one.reference)).toContain(`given to ${name}`);
    expect((await ana.open('/reviews/queue.csv?show=given')).body).toContain(`"${name}"`);
    expect((await bob.send(`${one.path}/claim`, {})).status).toBe(303);
    expect(rowOf((await bob.open('/reviews')).body, one.reference)).toContain('Go on');
    expect(rowOf((await ana.open('/reviews')).body, one.reference)).not.toContain('Go on');

    // One cannot be given any more; the other is, all the same.
    const half = await lead.send('/reviews/give', form);
    expect([half.status, half.body.includes(`${one.reference}: ${name} has claimed this review.`)]).toEqual([
      409,
      true,
    ]);
    const back = await lead.send('/reviews/take-back', { review: two.id, at: '' });
    expect(back.location).toBe('/reviews?show=open&done=taken_back_review');
    expect((await ana.send(`${two.path}/claim`, {})).status).toBe(303);
    const seen = await (await fixture.signedIn('manager')).open(`/orders/${two.orderId}`);
    expect(seen.body).toMatch(/Review given[^]*Review taken back[^]*Review claimed/);
  });

  it('is for those who may give, and leads nowhere else', async () => {
    const { id } = await waits('Emmy Noether');
    const reviewer = await fixture.signedIn('reviewer');
    const { body } = await reviewer.open('/reviews');
    expect([body.includes('Give those ticked to'), body.includes('type="checkbox" name="review"')]).toEqual([
      false,
      false,
    ]);
    const lead = await fixture.signedIn('manager');
    const page = await lead.open('/reviews');
    const to = option(page.body, await nameOf(reviewer));
    expect((await lead.send('/reviews/give', { review: id, to, at: '//evil.example' })).status).toBe(422);
    expect((await lead.send('/reviews/give', { to })).status).toBe(422);
  });
});

describe('“Next for me”', () => {
  it('hands a second reading to one approver, the next review to another, and never to whoever was the first', async () => {
    await fixture.database.source.query(
      `update reviews set state = 'superseded', given_to = null, given_by = null, given_at = null, claimed_by = null, claimed_at = null, claim_active_at = null
       where state in ('queued', 'claimed')`,
    );
    const first = await fixture.signedIn('approver');
    const { path, reference, id } = await waits('Mary Somerville');
    await first.open('/reviews');
    expect((await first.send('/reviews/next', {})).location).toBe(`${path}?done=claimed`);
    await fixture.database.source.query(
      `update reviews set state = 'second', first_approved_by = claimed_by, first_approved_at = now(), needs_second = '{drawn}', claimed_by = null,
         claimed_at = null, claim_active_at = null, first_sha256 = (select pdf_sha256 from blueprints b where b.id = blueprint_id) where id = $1`,
      [id],
    );

    const reviewer = await fixture.signedIn('reviewer');
    await reviewer.open('/reviews');
    for (const one of [first, reviewer])
      expect((await one.send('/reviews/next', {})).location).toBe('/reviews?done=none_free');
    const [cyd, dee] = [await fixture.signedIn('approver'), await fixture.signedIn('approver')];
    await Promise.all([cyd.open('/reviews'), dee.open('/reviews')]);
    const places = await Promise.all([cyd.send('/reviews/next', {}), dee.send('/reviews/next', {})]);
    expect(places.map(({ location }) => location).sort()).toEqual(
      [`${path}?done=second_taken`, '/reviews?done=none_free'].sort(),
    );
    expect(rowOf((await first.open('/reviews')).body, reference)).toMatch(
      /first: Staff \d+; second: Staff \d+/,
    );
  });

  it('hands out what was given to a person, to them alone, and nothing that was cancelled', async () => {
    const [lead, bob, ana] = [
      await fixture.signedIn('manager'),
      await fixture.signedIn('reviewer'),
      await fixture.signedIn('reviewer'),
    ];
    const [given, cancelled] = [await waits('Sofya Kovalevskaya'), await waits('Ida Rhodes')];
    const to = option((await lead.open('/reviews')).body, await nameOf(bob));
    await lead.send('/reviews/give', { review: given.id, to, at: '' });
    const order = await lead.open(`/orders/${cancelled.orderId}`);
    expect(order.status).toBe(200);
    const sent = await lead.send(`/orders/${cancelled.orderId}/cancel`, { reason: 'They asked us to.' });
    expect(sent.status).toBe(303);
    const open = (await ana.open('/reviews?show=open')).body;
    expect([rowOf(open, cancelled.reference), count(open, 'unclaimed')]).toEqual(['not in the list', '0']);
    expect((await ana.send('/reviews/next', {})).location).toBe('/reviews?done=none_free');
    await bob.open('/reviews');
    expect((await bob.send('/reviews/next', {})).location).toBe(`${given.path}?done=claimed`);
  });
});
