import { BlueprintJobs, BlueprintService } from '@app/blueprint';
import { blockKey, ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { paidOrder } from '../paid-order.builder.js';
import { type TestDesk, startDesk } from '../test-desk.builder.js';
import type { Visitor } from '../visitor.builder.js';

const NOTE = 'I read every page beside your answers, and said one thing more plainly on page 2.';
const ON_THE_PAGE = 'Nobody here may be the second person';
const ON_THE_LIST = 'nobody here may be that';

let fixture: TestDesk;
let anna: Visitor;
let rita: Visitor;
let admin: Visitor;
let support: Visitor;
beforeAll(async () => {
  fixture = await startDesk(undefined, { SECOND_APPROVAL_FIRST: '20' });
  [anna, rita, admin, support] = [
    await fixture.signedIn('approver'),
    await fixture.signedIn('approver'),
    await fixture.signedIn('admin'),
    await fixture.signedIn('support'),
  ];
});
afterAll(() => fixture?.stop());

const fileOf = (body: string): string => /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
const tasks = async (): Promise<string> => (await admin.open('/tasks')).body;

/** Anna changes words in a draft and lets it go; Rita is the first to approve it. */
async function stuck(): Promise<{ orderId: string; path: string; approved: string | undefined }> {
  const { orderId } = await paidOrder(fixture, 'Zoë Ó Fáidh');
  await runJobs(fixture.database.source, [
    ...fixture.app.get(BlueprintJobs).boundJobs(),
    ...fixture.app.get(ReviewJobs).boundJobs(),
  ]);
  await anna.open('/reviews');
  const path = (await anna.send('/reviews/next', {})).location?.split('?')[0] ?? '';
  const draft = (await fixture.app.get(BlueprintService).current(orderId))?.snapshot.reasons[0] ?? '';
  await anna.open(`${path}/edit?page=2`);
  const text = `${draft.replace(/\.$/, '')}, as you said.`;
  await anna.send(`${path}/edit`, { page: '2', block: blockKey(draft), text });
  await anna.send(`${path}/note`, { note: NOTE });
  expect((await anna.send(`${path}/release`, {})).location).toBe('/reviews?done=released');

  await rita.open(path);
  await rita.send(`${path}/claim`, {});
  await rita.send(`${path}/note`, { note: NOTE });
  const sha256 = fileOf((await rita.open(path)).body);
  return {
    orderId,
    path,
    approved: (await rita.send(`${path}/approve`, { sha256, reason: 'I read all of it.' })).location,
  };
}

describe('a draft that nobody may read as the second person', () => {
  it('says so to who approved it and to an admin, until a colleague who may has decided', async () => {
    const { orderId, path, approved } = await stuck();
    expect(approved).toBe('/reviews?done=second_nobody');
    expect((await rita.open(approved ?? '')).body).toContain('an admin has a task');
    for (const visitor of [rita, anna]) expect((await visitor.open(path)).body).toContain(ON_THE_PAGE);
    expect(await tasks()).toContain(ON_THE_LIST);
    expect(await tasks()).toContain(`/orders/${orderId}#versions`);

    const third = await fixture.signedIn('reviewer');
    const [{ id }] = await fixture.database.source.query<[{ id: string }]>(
      `select id from staff where roles = '{reviewer}'`,
    );
    await admin.open(`/staff/${id}`);
    expect((await admin.send(`/staff/${id}/roles`, { roles: 'approver' })).location).toBe(
      `/staff/${id}?done=roles`,
    );
    expect((await rita.open(path)).body).not.toContain(ON_THE_PAGE);
    const page = (await third.open(path)).body;
    expect((await third.send(`${path}/second`, { sha256: fileOf(page) })).location).toBe(
      '/reviews?done=approved',
    );
    expect(await tasks()).not.toContain(ON_THE_LIST);

    await admin.open(`/staff/${id}`);
    await admin.send(`/staff/${id}/disable`, { reason: 'They have left.' });
  });

  it('is no task any more once its order is cancelled', async () => {
    const { orderId } = await stuck();
    expect(await tasks()).toContain(ON_THE_LIST);
    await support.open(`/orders/${orderId}`);
    await support.send(`/orders/${orderId}/cancel`, { reason: 'They asked us to.' });
    expect(await tasks()).not.toContain(ON_THE_LIST);
  });
});
