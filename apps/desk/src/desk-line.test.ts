import { BlueprintJobs } from '@app/blueprint';
import type { BoundJob } from '@app/jobs';
import { sha256 } from '@app/kernel';
import { ReviewJobs, sendBlueprint } from '@app/review';
import { runJobs, tamper } from '@app/testing';
import { type TestDesk, startDesk } from './test-desk.builder.js';
import { paidOrder } from './paid-order.builder.js';
import type { Visitor } from './visitor.builder.js';

let fixture: TestDesk;
let jobs: BoundJob[];
beforeAll(async () => {
  fixture = await startDesk();
  jobs = [...fixture.app.get(BlueprintJobs).boundJobs(), ...fixture.app.get(ReviewJobs).boundJobs()];
});
afterAll(() => fixture.stop());

const NOTE = 'I read every page beside your answers and compared the figures. I changed no words.';

const reviewOf = async (visitor: Visitor, reference: string): Promise<string> => {
  const { body } = await visitor.open(`/reviews?search=${reference}`);
  return new RegExp(`href="(/reviews/[0-9a-f-]{36})">${reference}`).exec(body)?.[1] ?? 'not in the queue';
};
const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
const waiting = async (orderId: string): Promise<string[]> => {
  const rows = await fixture.database.source.query<{ name: string }[]>(
    `select t.identifier as name from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload->>'orderId' = $1 and t.identifier in ('delivery.send-blueprint', 'blueprint.draft') order by j.id`,
    [orderId],
  );
  return rows.map(({ name }) => name);
};

describe('a paid order at the desk', () => {
  it('is drafted, rendered, checked, claimed, read and approved, once', async () => {
    const { orderId, reference } = await paidOrder(fixture, 'Zoë Ó Fáidh');
    expect(await runJobs(fixture.database.source, jobs)).toEqual([
      'blueprint.draft',
      'blueprint.render',
      'review.open',
    ]);
    const visitor = await fixture.signedIn('reviewer');
    const path = await reviewOf(visitor, reference);
    await visitor.open(path);
    expect((await visitor.send(`${path}/claim`, {})).location).toBe(`${path}?done=claimed`);
    expect((await visitor.send(`${path}/note`, { note: NOTE })).location).toBe(`${path}?page=15&done=noted`);

    const page = await visitor.open(path);
    expect(page.body).toMatch(/All \d\d checks are green/);
    const file = await visitor.open(`${path}/blueprint.pdf`);
    expect([file.status, file.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(sha256(file.bytes)).toBe(hidden(page.body, 'sha256'));
    const copy = await visitor.open(`${path}/accessible.html`);
    expect([copy.status, copy.body.includes('Zoë Ó Fáidh')]).toEqual([200, true]);

    const form = { sha256: hidden(page.body, 'sha256') };
    const [first, second] = await Promise.all([
      visitor.send(`${path}/approve`, form),
      visitor.send(`${path}/approve`, form),
    ]);
    expect([first.location, second.location]).toEqual(['/reviews?done=approved', '/reviews?done=approved']);
    expect(await waiting(orderId)).toEqual([sendBlueprint.name]);
    const late = await visitor.send(`${path}/return`, { return_reason: 'Too late.' });
    expect([late.status, late.body.includes('has approved this review already')]).toEqual([409, true]);
  });

  it('comes back as a new version when it is returned; the old page can approve nothing', async () => {
    const { orderId, reference } = await paidOrder(fixture, 'Ada Lovelace');
    await runJobs(fixture.database.source, jobs);
    const visitor = await fixture.signedIn('reviewer');
    const path = await reviewOf(visitor, reference);
    await visitor.open(path);
    await visitor.send(`${path}/claim`, {});
    const old = await visitor.open(path);
    expect((await visitor.send(`${path}/return`, { return_reason: '' })).status).toBe(422);
    expect(
      (await visitor.send(`${path}/return`, { return_reason: 'The first action is too vague.' })).location,
    ).toBe('/reviews?done=returned');
    expect(await waiting(orderId)).toEqual(['blueprint.draft']);
    await runJobs(fixture.database.source, jobs);
    const next = await reviewOf(visitor, reference);
    expect(next).not.toBe(path);
    expect((await visitor.open(next)).body).toContain('The first action is too vague.');
    const refused = await visitor.send(`${path}/approve`, { sha256: hidden(old.body, 'sha256') });
    expect(refused.status).toBe(409);
    expect(await waiting(orderId)).toEqual([]);
  });

  it('that was returned for what a check found red may come back with the same words: a person says whether that is all', async () => {
    const { orderId, reference } = await paidOrder(fixture, 'Emmy Noether');
    await runJobs(fixture.database.source, jobs);
    const visitor = await fixture.signedIn('reviewer');
    const path = await reviewOf(visitor, reference);
    await visitor.open(path);
    await visitor.send(`${path}/claim`, {});
    const spoil = `update blueprints set snapshot = jsonb_set(snapshot, '{result,score}', '99') where order_id = $1`;
    await tamper(fixture.database.source, spoil, [orderId]);
    await visitor.send(`${path}/checks`, {});
    expect((await visitor.open(path)).body).toContain('the draft says 99');
    await visitor.send(`${path}/return`, { return_reason: 'The score is not theirs.' });
    await runJobs(fixture.database.source, jobs);
    const { body } = await visitor.open(await reviewOf(visitor, reference));
    expect(body).toContain('Version 1 was returned: “The score is not theirs.”');
    expect(body).toContain('Has this been met?');
    expect(body).not.toContain('It says the same as before');
  });

  it('is claimed by one of two people; the other reads who has it', async () => {
    const { reference } = await paidOrder(fixture, 'Grace Hopper');
    await runJobs(fixture.database.source, jobs);
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    const path = await reviewOf(ana, reference);
    await Promise.all([ana.open(path), bob.open(path)]);
    const answers = await Promise.all([ana.send(`${path}/claim`, {}), bob.send(`${path}/claim`, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatch(/Staff \d+ has claimed this review/);
  });

  it('that needs a second person is read by another, who sees why, the first one’s ticks, and is neither', async () => {
    const strict = await startDesk(fixture, { SECOND_APPROVAL_FIRST: '20' });
    const { orderId, reference } = await paidOrder(fixture, 'Mary Somerville');
    await runJobs(fixture.database.source, jobs);
    const [first, second, plain] = [
      await strict.signedIn('reviewer', 'approver'),
      await strict.signedIn('approver'),
      await strict.signedIn('reviewer'),
    ];
    const path = await reviewOf(first, reference);
    await first.open(path);
    await first.send(`${path}/claim`, {});
    await first.send(`${path}/note`, { note: NOTE });
    const sha = hidden((await first.open(path)).body, 'sha256');
    for (const page of [1, 2, 14]) {
      const ticked = await first.send(`${path}/pages/${page}/tick`, {
        sha256: sha,
        seen: 'yes',
        pages: '15',
      });
      expect(ticked.location).toBe(`${path}?page=${page + 1}`);
    }
    const asked = await first.send(`${path}/approve`, { sha256: sha });
    expect([asked.location, await waiting(orderId)]).toEqual(['/reviews?done=second_asked', []]);
    expect((await second.open('/reviews?show=second')).body).toContain(reference);

    expect((await first.open(path)).body).toContain(
      'You approved it first, so another person must be the second.',
    );
    expect((await first.send(`${path}/second`, { sha256: sha })).status).toBe(403);
    await plain.open(path);
    expect((await plain.send(`${path}/second`, { sha256: sha })).status).toBe(403);
    await second.open('/reviews');
    expect((await second.send(`${path}/approve`, { sha256: sha })).status).toBe(409);

    const page = (await second.open(path)).body;
    expect(page).toMatch(/has approved this; it needs a second person[^]*Its reviewer is new[^]*1, 2, 14/);
    expect((await second.send(`${path}/second`, { sha256: 'f'.repeat(64) })).status).toBe(409);
    expect(await waiting(orderId)).toEqual([]);
    const done = await second.send(`${path}/second`, { sha256: hidden(page, 'sha256') });
    expect([done.location, await waiting(orderId)]).toEqual(['/reviews?done=approved', [sendBlueprint.name]]);
    await strict.stop();
  });

  it('is handed out by “Next for me”, to two people two different ones, those due first in front', async () => {
    await paidOrder(fixture, 'Emmy Noether');
    await paidOrder(fixture, 'Sofya Kovalevskaya');
    await runJobs(fixture.database.source, jobs);
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    await Promise.all([ana.open('/reviews'), bob.open('/reviews')]);
    const answers = await Promise.all([ana.send('/reviews/next', {}), bob.send('/reviews/next', {})]);
    const places = answers.map(({ location }) => location);
    expect(places.every((place) => place?.endsWith('?done=claimed'))).toBe(true);
    expect(new Set(places).size).toBe(2);
    expect((await ana.open('/reviews?show=mine')).body).toContain('>yours<');
  });

  it('is in the queue’s file with its name kept a text', async () => {
    const { reference } = await paidOrder(fixture, '=1+1 Ada');
    await runJobs(fixture.database.source, jobs);
    const visitor = await fixture.signedIn('auditor');
    const file = await visitor.open(`/reviews/queue.csv?search=${reference}`);
    expect([file.status, file.body.includes(`"'=1+1 Ada"`)]).toEqual([200, true]);
    expect(file.body.split('\r\n').filter(Boolean)).toHaveLength(2);
  });

  it('leaves every look at its data in the audit log', async () => {
    const { orderId, reference } = await paidOrder(fixture, 'Katherine Johnson');
    await runJobs(fixture.database.source, jobs);
    const visitor = await fixture.signedIn('reviewer', 'auditor');
    const path = await reviewOf(visitor, reference);
    await visitor.open(path);
    await visitor.open(`${path}/blueprint.pdf`);
    expect((await visitor.open(`/orders?search=${reference}`)).body).toContain('Katherine Johnson');
    expect((await visitor.open('/orders?search=johns')).body).toContain(reference);
    const order = await visitor.open(`/orders/${orderId}`);
    expect(order.body.match(/(?:Order|Order and blueprint) viewed[^<]*/g)).toEqual([
      'Order viewed and Blueprint viewed, 2 times',
      'Order viewed',
    ]);
    const { body } = await visitor.open('/audit?verify=1');
    expect(body).toMatch(/The chain of \d+ entries is whole/);
    // The newest first, each by itself.
    expect(body.match(/(?:Order|Blueprint) viewed/g)?.slice(0, 3)).toEqual([
      'Order viewed',
      'Blueprint viewed',
      'Order viewed',
    ]);
  });
});
